"""Nouns: what kind of thing a word names."""

import pytest

from extraction.mentions.noun import noun, nouns
from extraction.sentences.plural import plural
from extraction.sentences.split import split


@pytest.mark.parametrize(
    ("word", "lemma", "many", "kind", "category"),
    [
        ("militants", "militant", True, "insurgent", "insurgent"),
        ("militiaman", "militiaman", False, "insurgent", "insurgent"),
        ("militiamen", "militiaman", True, "insurgent", "insurgent"),
        ("elements", "element", True, "insurgent", "insurgent"),
        ("commanders", "commander", True, "leader", None),
        ("soldiers", "soldier", True, "soldier", "state_forces"),
        ("policemen", "policeman", True, "police_officer", "police"),
        ("children", "child", True, "civilian", "civilians"),
        ("people", "person", True, "civilian", "civilians"),
        ("caves", "cave", True, "hideout", None),
        ("batteries", None, False, "", None),
        ("ieds", "IED", True, "explosive", None),
        ("rifles", "rifle", True, "weapon", None),
        ("warplanes", "warplane", True, "aircraft", None),
        ("villages", "village", True, "place", None),
    ],
)
def test_a_word(word: str, lemma: str | None, many: bool, kind: str, category: str | None) -> None:
    found = noun(word)
    if lemma is None:
        assert found is None
        return
    assert found is not None
    assert (found.lemma, found.plural, found.category) == (lemma, many, category)
    assert kind in found.classes


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("roadside bombs near a police station", ["roadside bomb", "police station"]),
        ("improvised explosive devices", ["improvised explosive device"]),
        ("two machine-guns and a suicide belt", ["machine gun", "suicide belt"]),
        ("the safe houses", ["safe house"]),
        ("however slowly", []),
    ],
)
def test_nouns_of_several_words_come_before_their_parts(text: str, lemmas: list[str]) -> None:
    (sentence,) = split(None, text)
    assert [found.lemma.replace("-", " ") for _, _, found in nouns(sentence)] == lemmas


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("army", "armies"), ("day", "days"), ("clash", "clashes"), ("gunman", "gunmen"), ("policewoman", "policewomen"),
        ("suicide vest", "suicide vests"), ("aircraft", "aircraft"), ("safe house", "safe houses"), ("Iraqi", "Iraqis"),
    ],
)  # fmt: skip
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many
