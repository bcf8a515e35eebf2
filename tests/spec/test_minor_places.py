"""How villages are read that only an imported gazetteer knows: places of our own beside the embedded ones."""

from collections.abc import Iterator

import pytest

from extraction.lexicon import load
from extraction.places.gazetteer import Gazetteer, use
from extraction.places.geonames import merged
from extraction.places.place import places
from extraction.places.place_index import Candidate, PlaceIndex, Spelled, pack
from extraction.places.place_source import abbreviations, spelled
from extraction.sentences.split import split


def village(name: str, admin1: str, admin2: str | None, at: tuple[float, float], country: str = "IRQ") -> Spelled:
    return Candidate(name, "village", country, admin1, admin2, *at), (name,)


WORDS = load("common_words")
IMPORTED = [
    village("Zarbunah", "Kirkuk", "Dibis", (35.6, 44.0)),
    village("Zarbunah", "Anbar", "Hit", (33.6, 42.8)),
    village("Tel Qarnut", "Kirkuk", "Dibis", (35.7, 44.1)),
    village("Qarnut", "Basra", None, (30.5, 47.5)),
    village("Umm Sarwil", "Nineveh", "Mosul", (36.3, 43.0)),
    village("Umm Sarwil", "Nineveh", "Sinjar", (36.3, 41.8)),
    village("Daw Hamrit", "Kirkuk", "Al-Hawija", (35.3, 43.8)),
    *(village(word.title(), "Kirkuk", "Dibis", (35.6, 44.0)) for word in [*WORDS, "hit"]),
]

AROUND = {"Kirkuk", "Mosul", "Sinjar", "Hawija", "Hawijah"}

Where = tuple[str, str | None, str | None, int | None]


@pytest.fixture(autouse=True, scope="module")
def _imported() -> Iterator[None]:
    use(Gazetteer(PlaceIndex(pack(merged(spelled(), IMPORTED), abbreviations())), "tried"))
    yield
    use(None)


def read(text: str) -> list[Where]:
    """Name, admin1, admin2 and geo precision of every place that is not only there to tell where others lie."""
    found = (mention.place for mention in places(split(None, text), []))
    named = [p for p in found if p and p.feature not in ("admin1", "country") and p.name not in AROUND]
    return [(p.name, p.admin1, p.admin2, p.geo_precision) for p in named]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the chain that the text tells decides between homonyms
        ("Two men were held in the village of Zarbunah in Kirkuk province.", ("Zarbunah", "Kirkuk", "Dibis", 1)),
        ("Two men were held in Zarbunah, Anbar province.", ("Zarbunah", "Anbar", "Hit", 1)),
        # a province told elsewhere in the document does too
        ("Anbar was calm. Two men were held in Zarbunah on Monday.", ("Zarbunah", "Anbar", "Hit", 1)),
        # several of a province: the one next to what else is named
        ("Troops left Mosul in Nineveh province. Shots fell in Umm Sarwil.", ("Umm Sarwil", "Nineveh", "Mosul", 1)),
        ("Troops left Sinjar in Nineveh province. Shots fell in Umm Sarwil.", ("Umm Sarwil", "Nineveh", "Sinjar", 1)),
        # the district of the text and that of the gazetteer are spelled in two ways
        ("A house burned in Daw Hamrit in the Hawijah district of Kirkuk.", ("Daw Hamrit", "Kirkuk", "Al-Hawija", 1)),
        # the spelling is loose, the province is right
        ("A house burned in the village of Tel Qarnoot in Kirkuk province.", ("Tel Qarnut", "Kirkuk", "Dibis", 1)),
        # no village of that name in the province: kept by name, where the text puts it
        ("Two men were held in the village of Zarbunah in Basra province.", ("Zarbunah", "Basra", None, 3)),
        # the longer name is another one
        ("Two men were held in Qarnut Zari in Basra province.", ("Qarnut Zari", "Basra", None, 3)),
        # of several in a country, none is picked
        ("Two men were held in the village of Zarbunah in Iraq.", ("Zarbunah", None, None, 4)),
    ],
)
def test_where_a_village_lies(text: str, expected: Where) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Kirkuk was calm. Zarbunah spoke to reporters.",  # no cue
        "Kirkuk was calm. The letter went to Zarbunah on Monday.",  # a name that somebody may bear
        "Kirkuk was calm. General Tel Qarnut spoke.",
        "Two men were held in Zarbunah on Monday.",  # nothing tells where in the world this is
    ],
)
def test_names_that_are_no_villages_without_more(text: str) -> None:
    assert [row for row in read(text) if row[3] == 1] == []


@pytest.mark.parametrize("word", WORDS)
def test_a_common_word_is_a_village_only_beside_a_noun(word: str) -> None:
    name = word.title()
    said = f"Kirkuk was calm. They met in {name} on Monday, near {name}, and went to {name}. {name} was seen there."
    assert [row for row in read(said) if row[0] == name and row[3] == 1] == []
    assert (name, "Kirkuk", "Dibis", 1) in read(f"They met in the village of {name} in Kirkuk province.")


def test_a_well_known_town_of_that_name_comes_first() -> None:
    assert read("Troops entered Hit in Anbar province.") == [("Hit", "Anbar", None, 1)]
