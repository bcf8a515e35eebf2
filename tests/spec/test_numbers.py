"""The rule book of numbers: a text with one number in brackets, and its reading."""

import pytest

from extraction.lexicon import load
from extraction.mentions.mention import Mention, Number
from extraction.numbers.number import numbers
from extraction.sentences.split import split

NUMBERS = load("numbers")

# text, low, high
RANGES: list[tuple[str, float, float | None]] = [
    # digits and words
    ("[1,200] men", 1200, 1200),
    ("[1 200] men", 1200, 1200),
    ("[2, 532] men", 2532, 2532),
    ("[1.200] men", 1200, 1200),
    ("[1.5 million] men", 1_500_000, 1_500_000),
    ("[two (2)] men", 2, 2),
    ("[twenty-five] men", 25, 25),
    ("[two hundred and five] men", 205, 205),
    ("[a hundred] men", 100, 100),
    ("[three thousand five hundred] men", 3500, 3500),
    ("[two and a half million] men", 2_500_000, 2_500_000),
    ("[two dozen] men", 24, 24),
    ("They killed [two] and left.", 2, 2),
    ("[One] of the men fled.", 1, 1),
    # bounds
    ("[at least 28] people", 28, None),
    ("[more than two dozen] men", 24, None),
    ("[over 40] men", 40, None),
    ("[at least a] soldier", 1, None),
    ("[40+] men", 40, None),
    ("[two or more] men", 2, None),
    ("[up to 40] men", 0, 40),
    ("[as many as 20] men", 0, 20),
    ("[fewer than ten] men", 0, 10),
    ("[no more than $5] in cash", 0, 5),
    # from … to
    ("[between 5 and 10] men", 5, 10),
    ("[5-10] men", 5, 10),
    ("[5 to 10] men", 5, 10),
    ("[five or six] men", 5, 6),
    ("[two to three hundred] men", 200, 300),
    # exact, with words around
    ("[a total of 28] men", 28, 28),
    ("[an additional 125] men", 125, 125),
    ("[another five] men", 5, 5),
    ("[a group of ten] men", 10, 10),
    # not exact
    ("[several hundred] men", 300, None),
    ("[a few dozen] men", 36, None),
    ("[up to several hundred] men", 0, 300),
    ("[some] men", 3, None),
    ("[both] men", 2, 2),
]

APPROXIMATE = [("[about a dozen] men", 12), ("[some 30] men", 30), ("[nearly 40] men", 40), ("[ten or so] men", 10)]

# name, texts
NAMES: dict[str, list[str]] = {
    "count": [
        "[five] men",
        "[2000] people died",
        "In May [20] men died.",
        "in the camp [20] people died",
        "at 5 posts [6] fell",
    ],
    "article": ["[a] man", "[an] attack", "[another] man"],
    "age": ["a [37]-year-old", "aged [12]", "[12] years old", "Karim, [37], fell", "as young as [10]"],
    "date": [
        "Jan. [25]",
        "[25] January",
        "in [2015]",
        "the [2015] raid",
        "mid-[2015]",
        "the [1980s]",
        "[25/01/2013]",
    ],
    "time": ["at [2] p.m.", "at [14:30]", "at [0600] hours", "at [2pm]", "at [around 6:41] p.m."],
    "distance": ["[20] km off", "a [20km] road", "[10] miles off", "[five to 10km] off"],
    "area": ["[5] square kilometres", "[30] hectares"],
    "money": ["$[59.5 million]", "[20 million] pounds", "£[20]", "[20] euros", "[more than $5]"],
    "percent": ["[30]% of it", "[30] per cent", "[two]-thirds of it"],
    "calibre": ["[122] mm shells", "[9mm] rounds", "[12.7] mm"],
    "designation": [
        "F-[16]",
        "AK-[47]",
        "Route [4]",
        "phase [2]",
        "COVID-[19]",
        "No. [5]",
        "the Battalion [5]",
        "[007]",
        "[9/11]",
    ],
    "weight": ["[500] pounds of explosives", "[5] tons", "[20] kg"],
    "duration": ["[three] days", "[24] hours", "a [three]-day raid", "[a] week"],
    "medical": ["[300] new cases", "COVID killed many: [12] deaths"],
}

NOTHING = [
    "the 71st Battalion",
    "the third raid",
    "the 2nd raid",
    "M4",
    "no one",
    "Company A",
    "version 1.2.3",
]


def read(text: str) -> Mention:
    """Return the mention of the number in brackets."""
    first = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    sentence = split(None, plain)[0]
    found = [m for m in numbers(sentence) if sentence.starts[m.first] == first]
    assert [m.wording for m in found] == [text[first + 1 : text.index("]")]]
    return found[0]


@pytest.mark.parametrize(("text", "low", "high"), RANGES)
def test_a_number_is_a_range(text: str, low: float, high: float | None) -> None:
    assert read(text).number == Number(low, high)


@pytest.mark.parametrize(("text", "value"), APPROXIMATE)
def test_about_is_approximate(text: str, value: float) -> None:
    assert read(text).number == Number(value, value, approximate=True)


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in NAMES.items() for text in texts])
def test_the_words_around_say_what_it_is(name: str, text: str) -> None:
    assert read(text).name == name


@pytest.mark.parametrize("text", NOTHING)
def test_no_number_of_things(text: str) -> None:
    assert numbers(split(None, text)[0]) == []


@pytest.mark.parametrize(("wording", "bounds"), NUMBERS["vague"].items())
def test_every_wording_of_the_table_is_read(wording: str, bounds: list[float | None]) -> None:
    low, high = bounds
    assert low is not None
    assert read(f"[{wording}] men").number == Number(low, high)


@pytest.mark.parametrize(("kind", "wording"), [(k, w) for k, words in NUMBERS["qualifiers"].items() for w in words])
def test_every_qualifier_is_read(kind: str, wording: str) -> None:
    expected = {
        "about": Number(30, 30, True),
        "at_least": Number(30, None),
        "up_to": Number(0, 30),
        "exactly": Number(30, 30),
    }
    assert read(f"[{wording} 30] men").number == expected[kind]


@pytest.mark.parametrize(("name", "unit"), [(name, unit) for name, units in NUMBERS["units"].items() for unit in units])
def test_every_unit_is_known(name: str, unit: str) -> None:
    assert read(f"it was [30] {unit} there").name == name


@pytest.mark.parametrize("wording", NUMBERS["designators"]["always"])
def test_every_designator_makes_a_name(wording: str) -> None:
    assert read(f"they saw {wording.capitalize()} [30] there").name == "designation"


@pytest.mark.parametrize("wording", NUMBERS["designators"]["in_capitals"])
def test_other_designators_do_so_in_capitals(wording: str) -> None:
    assert read(f"they saw {wording.capitalize()} [30] there").name == "designation"
    assert read(f"they saw {wording} [30] there").name == "count"


def test_from_tells_a_change_and_no_range() -> None:
    found = [(m.wording, m.number) for m in numbers(split(None, "It grew from 5 to 10 men.")[0])]
    assert found == [("5", Number(5, 5)), ("10", Number(10, 10))]


def test_a_preposition_before_a_small_word_is_no_qualifier() -> None:
    assert [m.wording for m in numbers(split(None, "They fought over two villages.")[0])] == ["two"]


def test_both_before_and_is_a_conjunction() -> None:
    assert numbers(split(None, "It hit both police and army.")[0]) == []
    assert [m.wording for m in numbers(split(None, "They were both killed.")[0])] == ["both"]


@pytest.mark.parametrize(("kind", "wording"), [(k, w) for k, words in NUMBERS["after"].items() for w in words])
def test_every_qualifier_after_the_number_is_read(kind: str, wording: str) -> None:
    expected = {"about": Number(30, 30, True), "at_least": Number(30, None), "up_to": Number(0, 30)}
    assert read(f"[30 {wording}] men").number == expected[kind]


@pytest.mark.parametrize("wording", NUMBERS["not_a_number"])
def test_every_wording_that_counts_nothing_is_skipped(wording: str) -> None:
    assert numbers(split(None, f"They saw {wording} men.")[0]) == []


@pytest.mark.parametrize("sign", NUMBERS["currencies"])
def test_every_currency_makes_money(sign: str) -> None:
    assert read(f"it cost {sign} [30] there").name == "money"


@pytest.mark.parametrize("wording", NUMBERS["ages"])
def test_every_age_is_one(wording: str) -> None:
    assert read(f"a boy {wording} [12] there").name == "age"


DISEASES, COUNTED = NUMBERS["epidemic"]["diseases"], NUMBERS["epidemic"]["counted"]


@pytest.mark.parametrize(("disease", "counted"), [*((d, "deaths") for d in DISEASES), *(("covid", c) for c in COUNTED)])
def test_beside_a_disease_its_figures_are_medical(disease: str, counted: str) -> None:
    assert read(f"[30] {counted}, said the {disease} unit").name == "medical"


@pytest.mark.parametrize("counted", ["cases", "deaths"])
def test_without_a_disease_they_are_counts(counted: str) -> None:
    assert read(f"[30] {counted} in the camp").name == "count"


@pytest.mark.parametrize("opener", [*NUMBERS["year_openers"]["always"], *NUMBERS["year_openers"]["unless_round"]])
def test_every_opener_makes_a_year(opener: str) -> None:
    assert read(f"They met {opener} [2015] it was").name == "date"
