from collections.abc import Sequence

from resolution.identity import Fate, identify


def fresh(group: Sequence[str]) -> str:
    return f"new {group[0]}"


def test_an_id_stays_when_reports_join() -> None:
    found = identify([("a", "b", "c"), ("d",)], {"b": "old", "c": "old"}, fresh)
    assert found.ids == ("old", "new d")
    assert found.fates == (Fate("old", "joined"),)


def test_of_two_that_become_one_the_larger_stays() -> None:
    found = identify([("a", "b", "c")], {"a": "small", "b": "large", "c": "large"}, fresh)
    assert found.ids == ("large",)
    assert set(found.fates) == {Fate("small", "merged", "large"), Fate("large", "merged", "small")}


def test_a_split_leaves_the_id_with_most_reports() -> None:
    found = identify([("a", "b"), ("c",)], dict.fromkeys("abc", "old"), fresh)
    assert found.ids == ("old", "new c")
    assert found.fates == (Fate("old", "split", "new c"),)


def test_reports_that_go() -> None:
    found = identify([("a",)], {"a": "old", "gone": "old", "lost": "other"}, fresh)
    assert found.ids == ("old",)
    assert set(found.fates) == {Fate("old", "left"), Fate("other", "ended")}


def test_the_same_reports_may_tell_it_otherwise() -> None:
    assert identify([("a", "b")], {"a": "old", "b": "old"}, fresh).fates == (Fate("old", "changed"),)
