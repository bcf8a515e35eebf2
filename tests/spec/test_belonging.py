"""What belongs to a named operation, and how large it is told to be."""

from uuid import UUID

import pytest

from extraction.document import Document
from extraction.events.event import Event
from extraction.read import read

_ID = UUID(int=0)


def told(text: str) -> tuple[Event, ...]:
    return read(
        Document(document_id=_ID, page_id=_ID, source_uri="spec", text=text, text_digest="", cleaned_by="spec")
    ).events


def operation_of(text: str, kind: str) -> str | None:
    return next(event.operation for event in told(text) if event.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army began Operation Iron Oak in Diyala. Soldiers arrested nine men.", "arrest"),
        ("The army began Operation Iron Oak in Diyala.\n\nSoldiers arrested nine men in Khalis.", "arrest"),
        ("Jets carried out six strikes near Raqqa. The strikes were part of Operation Iron Oak.", "air_strike"),
        ("Soldiers arrested nine men in Khalis as part of Operation Iron Oak.", "arrest"),
        ("Soldiers arrested nine men in Khalis. All arrests were made in support of Operation Iron Oak.", "arrest"),
    ],
)
def test_an_event_belongs_to_the_operation(text: str, kind: str) -> None:
    assert operation_of(text, kind) == "Iron Oak"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army began Operation Iron Oak in Diyala. Elsewhere, police arrested nine men in Basra.", "arrest"),
        ("The army began Operation Iron Oak in Diyala. Militants killed two farmers in Khalis.", "attack"),
        ("The army began Operation Iron Oak in Diyala. It will send 200 soldiers to Khalis.", "deployment"),
        ("They died in Basra.\n\nIt rained.\n\nIt snowed.\n\nPolice arrested nine men in Basra.\n\n"
         "The army began Operation Iron Oak in Diyala.", "arrest"),
    ],
)  # fmt: skip
def test_an_event_does_not_belong_to_the_operation(text: str, kind: str) -> None:
    assert operation_of(text, kind) is None


def test_another_operation_ends_the_first() -> None:
    events = told("The army began Operation Iron Oak in Diyala. A raid in Basra followed. Soldiers arrested nine men.")
    assert [event.operation for event in events] == ["Iron Oak", None, None]


@pytest.mark.parametrize(
    ("text", "role", "low", "high"),
    [
        ("The third phase of Operation Iron Oak began in Diyala.", "phases", 3, None),
        ("The army began an operation in five phases in Diyala.", "phases", 5, 5),
        ("The army began an operation in Diyala from four axes.", "axes", 4, 4),
        ("Troops retook 12 villages in Diyala.", "villages_cleared", 12, 12),
    ],
)
def test_the_extent_of_an_operation(text: str, role: str, low: float, high: float | None) -> None:
    (event,) = told(text)
    assert [(q.low, q.high) for q in event.quantities if q.role == role] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "Troops, backed by the navy, began an operation in Diyala.",
        "Troops began an operation in Diyala with the support of the navy.",
        "Troops began an operation in Diyala alongside the navy.",
    ],
)
def test_who_supports_the_doer(text: str) -> None:
    (event,) = told(text)
    assert [p.name for p in event.participants if p.role == "supporter"] == ["navy"]


def test_who_opposes_the_doer_is_no_supporter() -> None:
    (event,) = told("Troops began an operation in Diyala against the navy.")
    assert [p.name for p in event.participants if p.role == "supporter"] == []


def test_what_comes_next_of_the_operation_told_of_bears_its_name() -> None:
    text = "The army began Operation Iron Gate in Kidal, Mali. The second phase of the operation will start tomorrow."
    (later,) = (event for event in told(text) if event.status == "planned")
    assert later.operation == "Iron Gate"


def test_who_carried_out_an_operation_together_made_its_arrests() -> None:
    text = (
        "The Iraqi army and the US-led coalition carried out a raid in Hawija, Iraq, in which three men were arrested."
    )
    (arrest,) = (event for event in told(text) if event.kind == "arrest")
    assert len([p for p in arrest.participants if p.role == "actor"]) == 2
