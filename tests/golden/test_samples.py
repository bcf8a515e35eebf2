"""The main job on the sample pages, against `samples/expected.yaml`."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from settings import Settings
from tasks.page import Page
from tasks.read import pages, plan
from tasks.source import expand
from tests.golden.samples import FOLDER, PAGES, Warehouse, holds, page_of, told_by

SLOTS = ("status", "scope", "actor", "target", "places", "quantities", "operation", "date")
DEFAULTS: dict[str, Any] = {"status": ["occurred"], "scope": "single"}


def having(key: str) -> list[Any]:
    """Pages of which expected.yaml says something under this key."""
    return [case(page[key], page, name=page["page"], what=key) for page in PAGES if key in page]


def case(*values: Any, name: str, what: str, missed: dict[str, str] | None = None) -> Any:
    """One test case; expected to fail where it is marked as missed."""
    reasons = (missed if missed is not None else values[-1].get("missed", {})) or {}
    marks = [pytest.mark.xfail(reason=reasons[what], strict=True)] if what in reasons else []
    return pytest.param(*values, id=name, marks=marks)


def told(what: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Pages with each of their key events, but for those that are missed altogether where slots are asked for."""
    for page in PAGES:
        for event in page.get("events", []):
            if what == "event" or "event" not in event.get("missed", {}):
                yield page, event


EVENTS = [case(page, event, name=f"{page['page']}-{event['id']}", what="event") for page, event in told("event")]
SLOTS_OF_EVENTS = [
    case(slot, page, event, name=f"{page['page']}-{event['id']}-{slot}", what=slot)
    for page, event in told("slot")
    for slot in SLOTS
    if slot in event or slot in DEFAULTS
]


def test_every_sample_has_an_expectation() -> None:
    with TemporaryDirectory() as spool:
        batches = list(plan(expand([FOLDER]).sources, Settings(), Path(spool)))
        found = [page for batch in batches for page in pages(batch, Settings(), lambda _: None)]
    assert all(isinstance(page, Page) for page in found)
    assert sorted(page_of(page.source_uri) for page in found) == sorted(page["page"] for page in PAGES)


@pytest.mark.parametrize(("fate", "page"), having("fate"))
def test_fate(fate: str, page: dict[str, Any], warehouse: Warehouse) -> None:
    name = page["page"]
    if fate == "rejected":
        assert warehouse.rejections[name]["reason"] == page["reason"]
    elif fate == "document":
        assert warehouse.documents[name]["url"] == page.get("url")
    else:
        story = [page["of"], *(other["page"] for other in PAGES if other.get("of") == page["of"])]
        assert [warehouse.is_copy(one) for one in story].count(False) == 1


@pytest.mark.parametrize(("title", "page"), having("title"))
def test_title(title: str, page: dict[str, Any], warehouse: Warehouse) -> None:
    assert warehouse.documents[page["page"]]["title"] == title


@pytest.mark.parametrize(("published", "page"), having("published"))
def test_publication_date(published: Any, page: dict[str, Any], warehouse: Warehouse) -> None:
    found = warehouse.documents[page["page"]]["published_at"]
    assert (found and found.date()) == published


@pytest.mark.parametrize(("absent", "page"), having("absent"))
def test_furniture_is_gone(absent: list[str], page: dict[str, Any], warehouse: Warehouse) -> None:
    text = warehouse.documents[page["page"]]["text"]
    assert [words for words in absent if words in text] == []


@pytest.mark.parametrize(("page", "event"), EVENTS)
def test_event_is_found(page: dict[str, Any], event: dict[str, Any], warehouse: Warehouse) -> None:
    assert matching(page, event, warehouse)


@pytest.mark.parametrize(("slot", "page", "event"), SLOTS_OF_EVENTS)
def test_slot(slot: str, page: dict[str, Any], event: dict[str, Any], warehouse: Warehouse) -> None:
    found = max(matching(page, event, warehouse), key=lambda one: sum(held(one, event)))
    assert holds(found, slot, wanted(event, slot)), found


@pytest.mark.parametrize(("phrases", "page"), having("not_events"))
def test_no_event_is_made_of(phrases: list[str], page: dict[str, Any], warehouse: Warehouse) -> None:
    events = warehouse.events(page["page"])
    assert [event["summary"] for event in events if told_by(event, phrases)] == []


def matching(page: dict[str, Any], event: dict[str, Any], warehouse: Warehouse) -> list[dict[str, Any]]:
    """Return the events of a kind that is right, told by a sentence that is right."""
    found = warehouse.events(page["page"])
    return [one for one in found if one["kind"] in event["kind"] and told_by(one, event["evidence"])]


def held(one: dict[str, Any], event: dict[str, Any]) -> list[bool]:
    """Tell for each slot that is expected whether it holds."""
    return [holds(one, slot, wanted(event, slot)) for slot in SLOTS if slot in event or slot in DEFAULTS]


def wanted(event: dict[str, Any], slot: str) -> Any:
    """Return what a slot is expected to hold."""
    return event.get(slot, DEFAULTS.get(slot))
