"""Explanations: every event with its id, and why for each of its slots."""

from datetime import UTC, datetime
from functools import cache
from uuid import UUID

import pytest

from extraction.document import Document
from extraction.events.compose import figure
from extraction.explain import explain
from extraction.read import read
from tasks.clean import clean
from tasks.furniture import Furniture
from tasks.page import Page

TEXT = " ".join(
    (
        "Police foiled a suicide attack near Baquba and arrested two men on Monday.",
        "The army will launch an operation in the Hamrin mountains next week.",
        "The militants allegedly killed three farmers near Khanaqin.",
        "So far 1,473,000 mines have been seized in Diyala. Two soldiers were killed.",
        "The Islamic State abducted six shepherds near Khanaqin.",
    )
)


@cache
def document() -> Document:
    content = f"Three days in the province of Diyala\n\n{TEXT}".encode()
    at = datetime(2020, 3, 4, tzinfo=UTC)
    found = clean(Page("a.txt", content, "text", published_at=at), Furniture.none())
    assert isinstance(found, Document)
    return found


def event(kind: str) -> list[str]:
    """The lines on the first event of a kind."""
    blocks = "\n".join(explain(document())).split("\nEVENT ")[1:]
    return next(block.splitlines() for block in blocks if block.split(" ", 1)[1].startswith(f"{kind}:"))


def test_every_event_bears_its_id() -> None:
    heads = [line.split()[1] for line in explain(document()) if line.startswith("EVENT ")]
    assert [UUID(head) for head in heads] == [event.event_id for event in read(document()).events]
    assert heads


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("suicide_bombing", "status prevented: “suicide attack”, object of “foil”, past"),
        ("operation", "status planned: “operation”, object of “launch”, future"),
        ("attack", "status alleged: “killed”, past, after “allegedly”"),
        ("arrest", "status occurred: “arrested”, past"),
        ("arrest", "scope single: no word of a total or a period"),
        ("weapons_seizure", "scope period_total: “so far”"),
        ("weapons_seizure", "seized: 1473000 mines, “1,473,000 mines” [4]"),
        ("arrest", "date: 2020-03-02…2020-03-02 (day), “Monday” [1]"),
        ("suicide_bombing", "implied by what kind of act it is: the document tells of no other side, named in [6]"),
        ("abduction", "actor: Islamic State, “The Islamic State” [6]"),
    ],
)
def test_every_slot_says_why(kind: str, line: str) -> None:
    assert line in "\n".join(event(kind))


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [
        (8, 8, "8"),
        (11_000_000, 11_000_000, "11000000"),
        (10, 12, "10–12"),
        (1_500_000, None, "≥1500000"),
        (None, 5, "≤5"),
        (2.5, 2.5, "2.5"),
        (None, None, "?"),
    ],
)
def test_figures_are_written_out(low: float | None, high: float | None, written: str) -> None:
    assert figure(low, high) == written
