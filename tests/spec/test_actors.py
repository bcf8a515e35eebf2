"""Actors: who is named, under which name, on whose side."""

import pytest

from extraction.mentions.actor import actors
from extraction.mentions.mention import Mention
from extraction.mentions.nationality import nationalities
from extraction.sentences.split import split


def read(text: str, title: str | None = None) -> list[Mention]:
    return actors(split(title, text))


def names(text: str, title: str | None = None) -> list[str]:
    return [mention.name for mention in read(text, title)]


@pytest.mark.parametrize(
    ("text", "name", "category"),
    [
        ("Isis burned two farms.", "Islamic State", "insurgent"),
        ("Da’esh burned two farms.", "Islamic State", "insurgent"),
        ("The IS group burned two farms.", "Islamic State", "insurgent"),
        ("The so-called Islamic State burned two farms.", "Islamic State", "insurgent"),
        ("Hashd al Shaabi held the bridge.", "Popular Mobilization Forces", "militia"),
        ("The peshmerga held the bridge.", "Peshmerga", "state_forces"),
        ("Al Shabaab shelled Kismayo in Somalia.", "Al-Shabaab", "insurgent"),
        ("Hezb-e Islami attacked the post.", "Hezb-e-Islami Gulbuddin", "insurgent"),
        ("Lashkar-e-Tayyiba attacked the post.", "Lashkar-e-Taiba", "insurgent"),
        ("Tehrik-e Taliban attacked the post.", "Tehrik-i-Taliban Pakistan", "insurgent"),
        ("The Haqqani network attacked the post.", "Haqqani network", "insurgent"),
        ("The Gulf Clan attacked the post.", "Clan del Golfo", "insurgent"),
        ("Inherent resolve flew two sorties.", "Global Coalition", "coalition"),
        ("Operation Inherent Resolve flew two sorties.", "Global Coalition", "coalition"),
        ("Iraqi security forces took the hill.", "Iraqi Security Forces", "state_forces"),
        ("The Afghan National Police took the hill.", "Afghan National Police", "police"),
    ],
)
def test_aliases_read_as_the_usual_name(text: str, name: str, category: str) -> None:
    (mention,) = read(text)
    assert (mention.name, mention.category, mention.entity) == (name, category, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Basra, Iraq: the ISF found a tunnel.", "Iraqi Security Forces"),
        ("Sidon, Lebanon: the ISF found a tunnel.", "Internal Security Forces (Lebanon)"),
        ("Qamishli, Syria: the ISF found a tunnel.", "Internal Security Forces (North and East Syria)"),
        ("Helmand: coalition forces found a tunnel.", "International Security Assistance Force"),
        ("Ghazni: an Afghan and coalition security force found it.", "International Security Assistance Force"),
        ("Raqqa: coalition forces found a tunnel.", "Global Coalition"),
        ("Marib, Yemen: coalition forces found a tunnel.", "Saudi-led coalition"),
        ("Near Khartoum the SAF found a tunnel.", "Sudanese Armed Forces"),
        ("Near Mogadishu the SNA found a tunnel.", "Somali National Army"),
        ("Near Aleppo the SNA found a tunnel.", "Syrian National Army"),
        ("Near Beni the ADF burned a village.", "Allied Democratic Forces"),
        ("In Cabo Delgado, Mozambique, al-Shabaab burned a village.", "Islamic State Mozambique"),
        ("In Kenya, al-Shabaab burned a village.", "Al-Shabaab"),
    ],
)
def test_the_war_that_a_text_speaks_of_decides_a_shared_name(text: str, name: str) -> None:
    assert names(text) == [name]


def test_a_shared_acronym_that_nothing_decides_keeps_its_wording() -> None:
    (mention,) = read("The ISF found a tunnel.")
    assert (mention.name, mention.entity) == ("ISF", None)


@pytest.mark.parametrize(
    "text",
    [
        "The group fled and its members hid.",
        "Is he with us?",
        "The coalition government lost the vote in Baghdad, Iraq.",
        "A coalition of parties won.",
        "They want to build an Islamic state.",
        "IS THE ROAD OPEN TO US",
        "Download PDF",
        "Security Forces moved at dawn.",
        "Jordan said nothing.",
        "A council of elders met.",
        "The Iraqi farmer fled.",
    ],
)
def test_what_names_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name", "category", "country"),
    [
        ("The Iraqi government fell.", "Government of Iraq", "government", "IRQ"),
        ("The Government of the Philippines fell.", "Government of the Philippines", "government", "PHL"),
        ("Ghana's navy sailed.", "Ghanaian Navy", "state_forces", "GHA"),
        ("Peruvian police came.", "Peruvian Police", "police", "PER"),
        ("The foreign ministry in Tunis called.", "Foreign Ministry", "government", None),
        ("The Tal Barak Military Council withdrew.", "Tal Barak Military Council", "other", None),
        ("The 83rd Border Battalion withdrew.", "83rd Border Battalion", "state_forces", None),
        ("The Ministry of Martyrs Affairs closed.", "Ministry of Martyrs Affairs", "government", None),
        ("The People's Dawn Front of Ruritania struck.", "People's Dawn Front of Ruritania", "militia", None),
    ],
)
def test_bodies_that_the_lexicon_does_not_hold(text: str, name: str, category: str, country: str | None) -> None:
    (mention,) = read(text)
    assert (mention.name, mention.category, mention.country_code) == (name, category, country)


def test_an_acronym_that_the_text_introduces_means_the_full_name_throughout() -> None:
    found = read("The Harbour Protection Brigade (HPB) came. Later the HPB left.", title="HPB leaves")
    assert {m.name for m in found} == {"Harbour Protection Brigade"}
    assert [m.wording for m in found] == ["HPB", "Harbour Protection Brigade", "HPB", "HPB"]
    assert found[1].aliases == ("HPB",)


def test_an_acronym_between_commas_is_introduced_too() -> None:
    assert names("The Coast Assistance Group, CAG, came. CAG men left.") == ["Coast Assistance Group"] * 3


def test_an_introduced_acronym_outranks_the_lexicon() -> None:
    assert set(names("In Iraq the Island Salvation Front (ISF) met. The ISF left.")) == {"Island Salvation Front"}


@pytest.mark.parametrize(
    "text", ["They cleared an Improvised Explosive Device (IED).", "Two Unmanned Aerial Vehicles (UAV) fell."]
)
def test_the_acronym_of_a_thing_is_no_actor(text: str) -> None:
    assert names(text) == []


def test_capitals_of_a_headline_make_no_name() -> None:
    assert names("They fled.", title="Angry Villagers Storm Town Council Before Dawn") == []


def test_a_body_of_a_group_is_on_the_side_of_the_group() -> None:
    found = read("Boko Haram's Shura Council met.")
    assert [(m.name, m.category) for m in found] == [("Boko Haram", "insurgent"), ("Shura Council", "insurgent")]


def test_the_span_is_in_tokens_of_its_sentence() -> None:
    sentences = split(None, "At dawn the Iraqi security forces left.")
    (mention,) = actors(sentences)
    words = [token.text for token in sentences[0].tokens[mention.first : mention.last]]
    assert words == ["Iraqi", "security", "forces"]
    assert mention.wording == "Iraqi security forces"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("US and U.K. jets met Iraqi and French ones", ["USA", "GBR", "IRQ", "FRA"]),
        ("Two Britons and three Syrians", ["GBR", "SYR"]),
        ("A South Korean and a North Korean", ["KOR", "PRK"]),
        ("Nigerien and Nigerian troops", ["NER", "NGA"]),
        ("They told us to polish it", []),
        ("Jordan said that Iraq waits", []),
    ],
)
def test_nationalities(text: str, codes: list[str]) -> None:
    (sentence,) = split(None, text)
    assert [mention.country_code for mention in nationalities(sentence)] == codes
