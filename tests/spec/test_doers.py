"""Who does an act that a noun names: who carries it out, signs or keeps it, and not who sees, reports or praises it."""

import pytest

from tests.spec.test_documents import events


def doers(text: str, kind: str) -> list[str]:
    (event,) = (event for event in events(text) if event.kind == kind)
    return sorted(p.name for p in event.participants if p.role == "actor")


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Both sides observed a truce in Bougainville.", "ceasefire", ["sides"]),
        ("Traders observed a strike in Srinagar.", "protest", ["traders"]),
        ("A truce was declared by the rebels in Huambo.", "ceasefire", ["rebels"]),
        ("A general strike was announced by the unions in La Paz.", "protest", ["unions"]),
        ("An accord was reached by the militias in Bangui.", "agreement", ["militias"]),
        ("Norway brokered a truce between Sri Lanka and the Tamil Tigers.", "ceasefire", ["Sri Lanka"]),
    ],
)
def test_who_does_what_the_noun_names(text: str, kind: str, names: list[str]) -> None:
    assert doers(text, kind) == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("UN observers observed a raid on a village near Tawila.", "operation"),
        ("The kidnapping of two nuns was announced by the diocese in Wau.", "abduction"),
        ("Libya endorsed the attack on the base in Arlit.", "attack"),
        ("Troops crushed the protests in Gondar.", "protest"),
    ],
)
def test_who_sees_tells_praises_or_ends_it_does_not_do_it(text: str, kind: str) -> None:
    assert doers(text, kind) == []


def test_what_a_truce_includes_is_no_place_of_it() -> None:
    (truce,) = events("The truce between Armenia and Azerbaijan includes Georgia.")
    assert "Georgia" not in {place.place.name for place in truce.places}


def test_what_a_truce_covers_is_where_it_holds() -> None:
    (truce,) = events("Friday's truce between the army and the rebels covers Idlib.")
    assert "Idlib" in {place.place.name for place in truce.places}
