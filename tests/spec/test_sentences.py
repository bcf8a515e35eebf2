"""The rule book of sentences: a text, and the sentences it is cut into, each after a bar."""

import pytest

from extraction.lexicon import load
from extraction.sentences.split import split

CUTS = [
    # titles, ranks and initials
    "Lt. Gen. Karim met J. Smith.|They talked.",
    "Maj. Omar spoke to Sgt. Ali vs. his will.|He left.",
    "John “J.D.” Doe spoke.|He left.",
    "It was Plan B.|The men left.",
    # a country in initials is followed by its army or by a new sentence
    "A base of the U.S. Army was hit in the U.S.|The army said so.",
    "The raid began at 5 a.m. Monday.|It ended at 6 p.m.|The men left.",
    # months, numbers, decimals
    "On Dec. 6 and Jan. 9 two died.|It was in Sept.|The raid went on.",
    "No. 5 was hit, e.g. by fire.|He said no.|Then he left.",
    "It weighs 3.5 tons.|12 men carried it.",
    # quotes, brackets, footnotes
    "He said “We won.”|Then “we lost,” he said.|“Why?”|Ali knew.",
    "(They fled.)|Others stayed.[3]|One fell.[1][2]|Two rose.",
    "“Stop!” he shouted.|He ran.",
    # lists
    "1. Near Alpha one strike hit.|2. Near Beta two strikes hit.",
    # ellipses, addresses
    "He waited ... and left.|He waited . . . then left.|Wait…|Then he left.",
    "The unit wrote to www.Example.Com today.|It left.",
    # capitals throughout; a name that begins in lower case
    "THE RAID KILLED GEN. KARIM.|THE U.S. ARMY LEFT.",
    "They took the town.|al-Qaim fell too. and so on.",
    # a dateline stays with its sentence
    "ZARAN, Somewhere (Jan. 25, 2013) — A unit left.|It returned.",
    "The group\u00a0fled.|It\u00a0came back.",
]


@pytest.mark.parametrize("cuts", CUTS)
def test_a_paragraph_is_cut_at_the_bars(cuts: str) -> None:
    assert [sentence.text for sentence in split(None, cuts.replace("|", " "))] == cuts.split("|")


def test_a_bullet_begins_a_sentence_and_belongs_to_none() -> None:
    assert [s.text for s in split(None, "Strikes: • near Alpha • near Beta")] == ["Strikes:", "near Alpha", "near Beta"]


def test_sentences_glued_together_are_cut() -> None:
    assert [s.text for s in split(None, "The unit fled.The village burned.")] == [
        "The unit fled.",
        "The village burned.",
    ]


@pytest.mark.parametrize("word", load("abbreviations")["never"])
def test_what_belongs_to_a_name_ends_no_sentence(word: str) -> None:
    assert len(split(None, f"They saw {word} Karim there. Some left.")) == 2


@pytest.mark.parametrize("word", load("abbreviations")["before_number"])
def test_what_stands_before_a_figure_ends_a_sentence_elsewhere(word: str) -> None:
    assert len(split(None, f"They read {word} 7 aloud.")) == 1
    assert len(split(None, f"They read {word} Karim left.")) == 2


@pytest.mark.parametrize("word", load("abbreviations")["unless_opener"])
def test_an_abbreviation_ends_a_sentence_before_a_word_that_opens_one(word: str) -> None:
    assert len(split(None, f"They saw {word} Karim left.")) == 1
    assert len(split(None, f"They saw {word} The men left.")) == 2


@pytest.mark.parametrize("word", load("abbreviations")["openers"])
def test_every_opener_ends_the_sentence_before(word: str) -> None:
    assert len(split(None, f"It was in the U.S. {word.capitalize()} men left.")) == 2


def test_title_headings_and_body_are_told_apart() -> None:
    text = "The hunt goes on. Two are held\n\nPolice held two men.\nNorth\u2028- near Alpha one strike\n"
    text += "• Two men fled.\nBack"
    found = [(s.part, s.paragraph, s.text) for s in split("Hunt resumes. Two held", text)]
    assert found == [
        ("title", -1, "Hunt resumes."),
        ("title", -1, "Two held"),
        ("heading", 0, "The hunt goes on."),
        ("heading", 0, "Two are held"),
        ("body", 1, "Police held two men."),
        ("heading", 2, "North"),
        ("body", 3, "near Alpha one strike"),
        ("body", 4, "Two men fled."),
        ("body", 5, "Back"),  # a heading has something under it
    ]


def test_a_long_paragraph_without_a_stop_is_no_heading() -> None:
    assert split(None, "word " * 60 + "\nEnd.")[0].part == "body"


def test_a_lead_in_that_ends_with_a_colon_is_no_heading() -> None:
    assert split(None, "The minister said:\nWe won.")[0].part == "body"


def test_no_title_and_no_text_give_no_sentence() -> None:
    assert split(None, "") == ()
    assert split("", " \n\n . . . \n") == ()
