"""The rule book of kinds: for each kind of the codebook sentences that tell it, with their slots, and some that do not.

An entry of `events` names the slots that must come out: `actor`, `target`, `claimant`, `place`, `operation` by a part
of their name or wording, `status` where it is not `occurred`, and the low figure of each role of quantity. What is
known to fail bears a `gap`, the reason; it must go as soon as the sentence reads right. An entry of `no_event` may be
a sentence or, with a `gap`, a mapping as well.
"""

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from extraction.codebook import kinds
from extraction.document import Document
from extraction.events.event import Event
from extraction.read import read
from extraction.sentences.fold import fold
from tests.answers import answers

_ID = UUID(int=0)
_BOOK: dict[str, dict[str, list[Any]]] = {
    path.stem: answers(path) for path in sorted((Path(__file__).parent / "kinds").glob("*.yaml"))
}


def _cases(part: str) -> list[Any]:
    return [_case(kind, entry) for kind, book in _BOOK.items() for entry in book[part]]


def _case(kind: str, entry: str | dict[str, Any]) -> Any:
    told = {"text": entry} if isinstance(entry, str) else dict(entry)
    gap = told.pop("gap", None)
    marks = [pytest.mark.xfail(reason=gap, strict=True)] if gap else []
    return pytest.param(kind, told, id=f"{kind}: {told['text']}", marks=marks)


def _read(text: str) -> tuple[Event, ...]:
    return read(
        Document(document_id=_ID, page_id=_ID, source_uri="spec", text=text, text_digest="", cleaned_by="spec")
    ).events


def _slots(event: Event) -> dict[str, list[Any]]:
    """All that an event fills its slots with, names and wordings folded."""
    found: dict[str, list[Any]] = {"status": [event.status], "operation": [fold(event.operation or "")]}
    for participant in event.participants:
        found.setdefault(participant.role, []).append(fold(f"{participant.name} | {participant.wording}"))
    for place in event.places:
        found.setdefault("place", []).append(fold(f"{place.place.name} | {place.wording}"))
    for quantity in event.quantities:
        found.setdefault(quantity.role, []).append(quantity.low)
    return found


def _fills(value: Any, slot: list[Any]) -> bool:
    return any(fold(value) in filled for filled in slot) if isinstance(value, str) else value in slot


@pytest.mark.parametrize(("kind", "told"), _cases("events"))
def test_a_sentence_tells_its_event(kind: str, told: dict[str, Any]) -> None:
    events = [_slots(event) for event in _read(told["text"]) if event.kind == kind]
    wanted = {"status": "occurred"} | {slot: value for slot, value in told.items() if slot != "text"}
    misses = [{s: (v, e.get(s)) for s, v in wanted.items() if not _fills(v, e.get(s, []))} for e in events]
    assert events, f"no {kind} among {[e.kind for e in _read(told['text'])]}"
    assert {} in misses, misses


@pytest.mark.parametrize(("kind", "told"), _cases("no_event"))
def test_a_sentence_tells_no_event_of_the_kind(kind: str, told: dict[str, Any]) -> None:
    assert [event.summary for event in _read(told["text"]) if event.kind == kind] == []


def test_every_kind_has_its_sentences() -> None:
    assert set(_BOOK) == set(kinds())
    assert all(len(book["events"]) >= 15 and len(book["no_event"]) >= 5 for book in _BOOK.values())
