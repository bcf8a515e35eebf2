"""The expected fate and events of the sample pages, and the warehouse that holds what became of them."""

import re
import unicodedata
from pathlib import Path
from typing import Any

import duckdb

from tests.answers import answers

FOLDER = Path(__file__).parents[2] / "samples"
PAGES: list[dict[str, Any]] = answers(FOLDER / "expected.yaml")

Row = dict[str, Any]
_PARTS = {
    "participants": "event_participants",
    "places": "event_places",
    "quantities": "event_quantities",
    "evidence": "event_evidence",
}


class Warehouse:
    """What the main job made of the samples, by page: `documents`, `rejections` and `events` with their parts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with duckdb.connect(str(path), read_only=True) as self._con:
            self.documents = {page_of(row["source_uri"]): row for row in self._rows("select * from documents")}
            self.rejections = {page_of(row["source_uri"]): row for row in self._rows("select * from rejections")}
            events = {row["event_id"]: row for row in self._rows("select * from events")}
            for part, table in _PARTS.items():
                for event in events.values():
                    event[part] = []
                for row in self._rows(f"select * from {table}"):
                    events[row["event_id"]][part].append(row)
        self._events = list(events.values())

    def events(self, page: str) -> list[Row]:
        """Return the events of a page's document; none where it is no document."""
        document = self.documents.get(page, {}).get("document_id")
        return [event for event in self._events if event["document_id"] == document]

    def is_copy(self, page: str) -> bool:
        """Tell whether a page was recognised as a copy of another one, be it kept or refused."""
        if page in self.documents:
            return self.documents[page]["duplicate_of"] is not None
        return bool(self.rejections[page]["reason"] == "duplicate")

    def _rows(self, query: str) -> list[Row]:
        result = self._con.execute(query)
        names = [column[0] for column in result.description or ()]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def page_of(source_uri: str) -> str:
    """Return a page's name within the samples."""
    return source_uri.removeprefix(f"{FOLDER}/")


def told_by(event: Row, anchors: list[str]) -> bool:
    """Tell whether a sentence that tells the event holds one of the anchors."""
    sentences = [_squash(row["sentence"]) for row in event["evidence"] if row["slot"] == "event"]
    return any(_squash(anchor) in sentence for anchor in anchors for sentence in sentences)


def is_named(accepted: str, rows: list[Row]) -> bool:
    """Tell whether the name or wording of a row is, or holds as whole words, one of the names parted by |."""
    names = [f" {_fold(row[key])} " for row in rows for key in ("name", "wording")]
    return any(f" {_fold(alias)} " in name for alias in accepted.split("|") for name in names)


def holds(event: Row, slot: str, wanted: Any) -> bool:
    """Tell whether an event's slot holds all that is wanted of it."""
    match slot:
        case "actor" | "target":
            cast = [row for row in event["participants"] if row["role"] == slot]
            return all(is_named(name, cast) for name in wanted)
        case "places":
            return all(is_named(name, event["places"]) for name in wanted)
        case "quantities":
            return all(any(_is_quantity(row, want) for row in event["quantities"]) for want in wanted)
        case "operation":
            return is_named(wanted, [{"name": event["operation"], "wording": event["operation"]}])
        case "date":
            return bool(event["date_start"] == wanted["start"])
        case "status":
            return event["status"] in wanted
        case "scope":
            return bool(event["scope"] == wanted)
    raise ValueError(f"expected.yaml names an unknown slot: {slot}")


def _is_quantity(row: Row, want: Row) -> bool:
    return all(row[key] == value for key, value in want.items())


def _squash(text: str) -> str:
    return " ".join(text.casefold().split())


def _fold(text: str | None) -> str:
    plain = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode().casefold()
    return " ".join(re.findall(r"[a-z0-9]+", plain))
