"""What holds for every text: nothing is lost, offsets are true, hostile input stays small."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.dates.dateline import dateline
from extraction.dates.period import Anchor
from extraction.dates.when import dates
from extraction.numbers.number import numbers
from extraction.sentences.split import split

_WORDS = [
    "U.S.",
    "Dec.",
    "6",
    "two",
    "(2)",
    "at least",
    "a",
    "dozen",
    "May",
    "2015",
    "km",
    "—",
    "“We",
    "won.”",
    "al-Qaim",
    "\n",
]
_WORDS += [
    "yesterday",
    "between",
    "and",
    "5-10",
    ",",
    "hundred",
    "last",
    "Friday",
    "•",
    "No.",
    "…",
    "31",
    "/",
    "01",
    "million",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(_WORDS), max_size=60).map(" ".join))
HOSTILE = [
    "a " * 50_000,
    "." * 100_000,
    ". " * 50_000,
    "x" * 100_000,
    ".)" * 50_000,
    "U.S. " * 20_000,
    "\u2028" * 100_000,
]
HOSTILE += ["one hundred " * 8_000, "May 5 " * 16_000, "about " * 16_000, "1/2/" * 20_000, "1 200 " * 16_000]


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_letter_and_digit_stands_in_one_sentence(title: str, text: str) -> None:
    sentences = split(title, text)
    for source, parts in ((title, {"title"}), (text, {"heading", "body"})):
        inside = "".join(s.text for s in sentences if s.part in parts)
        assert [c for c in inside if c.isalnum()] == [c for c in source if c.isalnum()]


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_offsets_point_into_the_text(text: str) -> None:
    end = 0
    for index, sentence in enumerate(split(None, text)):
        assert sentence.index == index
        assert sentence.start >= end
        assert text[sentence.start : sentence.end] == sentence.text
        located = zip(sentence.tokens, sentence.starts, sentence.ends, strict=True)
        assert all(text[start:end] == token.text for token, start, end in located)
        end = sentence.end


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_mentions_lie_in_their_sentence_and_do_not_overlap(text: str) -> None:
    anchor = Anchor(date(2020, 2, 29), "published")
    for sentence in split(None, text):
        for mentions in (numbers(sentence), dates(sentence, anchor)):
            bounds = [bound for mention in mentions for bound in (mention.first, mention.last)]
            assert bounds == sorted(bounds)
            assert all(0 <= m.first < m.last <= len(sentence.tokens) and m.wording in sentence.text for m in mentions)


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_readings_are_in_order(text: str) -> None:
    for sentence in split(None, text):
        for mention in numbers(sentence):
            assert mention.number is not None
            low, high = mention.number.low, mention.number.high
            assert low is not None
            assert 0 <= low <= (low if high is None else high)
        for mention in dates(sentence, Anchor(date(2020, 2, 29), "published")):
            assert mention.when is not None
            assert (mention.when.start is None) == (mention.when.end is None)
            assert mention.when.start is None or mention.when.end is None or mention.when.start <= mention.when.end


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_relative_wording_without_an_anchor_has_no_days(text: str) -> None:
    sentences = split(None, text)
    assert dateline(sentences) is None or any(c.isdigit() for c in text)
    for mention in (m for s in sentences for m in dates(s, None)):
        assert mention.when is not None
        assert mention.when.start is None or any(c.isdigit() for c in text)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:6])
def test_a_run_without_a_stop_is_cut(text: str) -> None:
    for sentence in split(None, text):
        assert len(sentence.text) <= 10_000
        assert len(sentence.tokens) <= 500
        assert len(numbers(sentence)) <= len(sentence.tokens)
        assert len(dates(sentence, None)) <= len(sentence.tokens)
