"""No text takes more than time linear in its size: counted in calls, for a clock would measure the machine.

A sentence holds 500 tokens at most, and the sizes here are chosen so that the shorter text has one that is as long.
"""

import random
import sys
from collections.abc import Callable
from types import FrameType
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.document import Document
from extraction.read import read

_MOST = 5
"""Four times the text may take so many times the calls."""


def _random(size: int) -> str:
    draw = random.Random(size)
    return "".join(chr(draw.choice((draw.randrange(32, 0x250), draw.randrange(32, 0xD800)))) for _ in range(size))


def _quotes(count: int) -> str:
    return "“He said ‘" * count + "they left" + "’.”" * count


def _places(count: int) -> str:
    return ", ".join(("Mosul", "Kirkuk", "Ghazni", "Kandahar", "Paris")[i % 5] for i in range(count))


def _names(count: int) -> str:
    return " ".join(f"{chr(65 + i % 26)}{'aeiou'[i % 5]}rv{chr(97 + i * 7 % 26)}n" for i in range(count))


TEXTS: dict[str, tuple[int, Callable[[int], str]]] = {
    "random": (2_000, _random),
    "no full stop": (10_000, lambda size: ("the army attacked two villages near Mosul and " * size)[:size]),
    "numbers": (600, lambda count: " ".join(str(i * 37) for i in range(count))),
    "number words": (500, lambda count: "two hundred and " * count),
    "nested quotes": (150, _quotes),
    "dots": (10_000, lambda count: "." * count),
    "spaced dots": (10_000, lambda count: ". " * count),
    "commas": (1_000, lambda count: "," * count),
    "commas between words": (600, lambda count: "rebels, " * count),
    "capitals": (450, _names),
    "verbs": (450, lambda count: "killing " * count),
    "verbs of all forms": (120, lambda count: "killed killing to kill and kills " * count),
    "ands": (450, lambda count: "and " * count),
    "of": (250, lambda count: "killing of " * count),
    "members of": (250, lambda count: "members of " * count),
    "groups of": (150, lambda count: "a group of dozens of the " * count),
    "appositions": (150, lambda count: "the leader, the commander, " * count),
    "soldiers and": (250, lambda count: "soldiers and " * count),
    "attacks and": (85, lambda count: "attacks and raids on soldiers and " * count),
    "places and": (150, lambda count: "Mosul and Ghazni and " * count),
    "that": (150, lambda count: "he said that " * count),
    "who": (150, lambda count: "a man who killed " * count),
    "to": (150, lambda count: "planned to attack " * count),
    "in": (200, lambda count: "in Mosul " * count),
    "places": (250, _places),
    "places in places": (150, lambda count: "in Mosul district of Nineveh province, " * count),
    "actors": (250, lambda count: "the Taliban and the coalition, " * count),
    "acronyms": (150, lambda count: "Joint Border Council (JBC), " * count),
    "dates": (250, lambda count: "on Monday, 3 May 2014 " * count),
    "persons": (150, lambda count: "General Omar Said, " * count),
    "operations": (150, lambda count: "Operation Iron Oak and " * count),
    "brackets": (1_000, lambda count: "(" * count + ")" * count),
    "lines": (150, lambda count: "Two soldiers were killed in Mosul on Monday.\n" * count),
    "sentences": (60, lambda count: "General Omar Said of the coalition said that rebels shelled the city. " * count),
    "paragraphs": (60, lambda count: "Rebels shelled Mosul.\n\nPolice found a bomb in Ghazni on 3 May.\n\n" * count),
    "arrests": (60, lambda count: "The coalition arrested five men there. The two provinces fell. " * count),
}


LARGE = {"no full stop": 200_000, "numbers": 10_000, "commas": 100_000, "dots": 300_000, "capitals": 3_000}
LARGE |= {"verbs": 2_000, "places": 5_000, "nested quotes": 2_000, "members of": 2_000, "brackets": 100_000}

_PIECES = [
    "killed",
    "was",
    "of",
    "members",
    "the",
    "in",
    "Mosul",
    "Taliban",
    "General",
    "Omar",
    "said",
    "that",
    ",",
    "two",
]
_PIECES += [
    "and",
    "at least",
    "attack",
    "by",
    "who",
    "(",
    "“",
    ".",
    "Operation",
    "Iron",
    "Oak",
    "May",
    "5",
    "village",
    "to",
]


def _document(text: str, title: str | None = None) -> Document:
    return Document(
        document_id=UUID(int=1),
        page_id=UUID(int=2),
        source_uri="a",
        title=title,
        text=text,
        text_digest="",
        cleaned_by="test",
    )


def _calls(text: str) -> int:
    count = 0

    def tick(_frame: FrameType, event: str, _value: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    document = _document(text)
    sys.setprofile(tick)
    try:
        read(document)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", TEXTS)
def test_work_grows_with_the_text(name: str) -> None:
    size, text = TEXTS[name]
    read(_document(text(4 * size)))  # fills the caches
    few, many = _calls(text(size)), _calls(text(4 * size))
    assert few > 0
    assert many <= _MOST * few, f"{few} calls grow to {many}"


@pytest.mark.parametrize(("name", "size"), LARGE.items())
def test_a_large_text_is_read(name: str, size: int) -> None:
    reading = read(_document(TEXTS[name][1](size)))
    assert all(len(sentence.tokens) <= 500 for sentence in reading.sentences)
    assert all(m.last <= len(reading.sentences[m.sentence].tokens) for m in reading.mentions)


@given(st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join), st.text(max_size=100))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(title: str, text: str) -> None:
    for document in (_document(text, title), _document(title, text), _document(f"{title}. {text}")):
        reading = read(document)
        assert all(m.last <= len(reading.sentences[m.sentence].tokens) for m in reading.mentions)
        assert all(0 <= e.span.start < e.span.end for event in reading.events for e in event.evidence)
