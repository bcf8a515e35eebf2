"""People: named persons, their titles and sides, each under one name from first to last."""

import pytest

from extraction.mentions.actor import actors
from extraction.mentions.mention import Mention
from extraction.mentions.person import people
from extraction.sentences.split import split


def read(text: str, title: str | None = None) -> list[Mention]:
    sentences = split(title, text)
    return people(sentences, actors(sentences))


@pytest.mark.parametrize(
    ("text", "name", "wording", "category"),
    [
        ("Lt. Gen. Paul J. Morrow spoke.", "Paul J. Morrow", "Lt. Gen. Paul J. Morrow", "state_forces"),
        ("The Iraqi President Karim Nadim spoke.", "Karim Nadim", "President Karim Nadim", "government"),
        ("Prime Minister-designate Ali Sabri spoke.", "Ali Sabri", "Prime Minister-designate Ali Sabri", "government"),
        ("Minister for the Coast, Ann Lowe, spoke.", "Ann Lowe", "Minister for the Coast, Ann Lowe", "government"),
        ("Abu Salim al-Kuwaiti spoke.", "Abu Salim al-Kuwaiti", "Abu Salim al-Kuwaiti", None),
        ("Mullah Torak spoke.", "Torak", "Mullah Torak", None),
        ("They killed the Taliban leader, Gulwan.", "Gulwan", "Gulwan", "insurgent"),
        ("They killed Taliban commander Gulwan.", "Gulwan", "Gulwan", "insurgent"),
        ("The dead man was identified as Gulwan.", "Gulwan", "Gulwan", None),
        ("A man named Gulwan spoke.", "Gulwan", "Gulwan", None),
        ("Rasul Tor, a senior Haqqani facilitator, spoke.", "Rasul Tor", "Rasul Tor", "insurgent"),
        ("In Rasul Tor, a senior Haqqani facilitator spoke.", None, None, None),
        ("Ahmad Tor, a senior Haqqani facilitator, spoke.", "Ahmad Tor", "Ahmad Tor", "insurgent"),
        ("Ahmad Tor was a Taliban leader.", "Ahmad Tor", "Ahmad Tor", "insurgent"),
        ("Yusuf al-Tamimi spoke.", "Yusuf al-Tamimi", "Yusuf al-Tamimi", None),
        ("Baghdadi spoke.", "Abu Bakr al-Baghdadi", "Baghdadi", "insurgent"),
    ],
)  # fmt: skip
def test_one_person(text: str, name: str | None, wording: str | None, category: str | None) -> None:
    found = [(m.name, m.wording, m.category) for m in read(text)]
    assert found == ([(name, wording, category)] if name is not None else [])


@pytest.mark.parametrize(
    "text",
    [
        "The leader, who fled, was caught.",
        "The Taliban leader in Gulwan fled.",
        "They met in Omar Khel.",
        "Ali Khan district is calm.",
        "The commander of the Third Brigade spoke.",
        "The President spoke.",
        "A leader, Friday, said so.",
        "Lt. Gen. and others left.",
        "They farmed near Abu Sidra.",
        "Shops in Umm Rihan closed.",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert read(text) == []


def test_a_later_surname_and_a_title_in_the_headline_read_as_the_full_name() -> None:
    found = read("Yusuf al-Tamimi was caught. Tamimi had fled. Mr Tamimi said so.", title="Court hears al-Tamimi")
    assert {m.name for m in found} == {"Yusuf al-Tamimi"}
    assert [m.wording for m in found] == ["al-Tamimi", "Yusuf al-Tamimi", "Tamimi", "Mr Tamimi"]


def test_the_first_part_of_a_kunya_reads_as_the_full_name_and_keeps_its_side() -> None:
    found = read("Abu Salim al-Masri, an ISIL emir, fled. Abu Salim hid.")
    assert [(m.name, m.category) for m in found] == [("Abu Salim al-Masri", "insurgent")] * 2


def test_a_surname_that_two_bear_stays_as_it_is() -> None:
    found = read("Ahmad Tor met Yusuf Tor. Tor left.")
    assert [m.name for m in found] == ["Ahmad Tor", "Yusuf Tor"]


@pytest.mark.parametrize(
    "text",
    [
        "Ahmad Tor, also known as Abu Hilal, fled. Abu Hilal hid.",
        "Ahmad Tor (aka Abu Hilal) fled. Abu Hilal hid.",
        "Ahmad Tor, alias 'Abu Hilal', fled. Abu Hilal hid.",
    ],
)
def test_other_names_are_kept_and_resolved(text: str) -> None:
    found = read(text)
    assert found[0].aliases == ("Abu Hilal",)
    assert found[-1].name == "Ahmad Tor"
    assert found[-1].sentence == 1


def test_a_nickname_inside_the_name_is_another_name() -> None:
    (mention,) = read('Col. John "Fox" Marlow spoke.')
    assert (mention.name, mention.aliases) == ("John Marlow", ("Fox",))


def test_the_words_before_a_comma_are_no_title_of_many() -> None:
    (mention,) = read("Months after it fell to ISIL terrorists, Ann Lowe spoke.") or (None,)
    assert mention is None or mention.category is None


def test_a_country_is_told_by_the_nationality_beside_the_title() -> None:
    (mention,) = read("The Iraqi President Karim Nadim spoke.")
    assert mention.country_code == "IRQ"
