"""`sitrep show`: an event or a document, every fact with its sentence."""

import sys
from typing import Annotated, Any, NamedTuple
from uuid import UUID

import duckdb
import typer

from cli.mark import Mark, marked
from cli.output import write
from cli.screen import on_terminal, opened
from extraction.events.compose import figure
from settings import Settings
from tasks import statement
from tasks.errors import UserError
from tasks.warehouse import asking


class Fact(NamedTuple):
    """A row of `show_facts.sql`."""

    slot: str
    value: str | None
    low: float | None
    high: float | None
    wording: str
    sentence_number: int | None
    sentence: str | None
    char_start: int | None
    char_end: int | None


def show(
    key: Annotated[
        str,
        typer.Argument(
            help="Id of an event or a document, or how it begins; a document's file, its name or stem, or its URL.",
            metavar="EVENT_OR_DOCUMENT",
        ),
    ],
) -> None:
    """Show an event or a document, every fact with its sentence.

    The wording that a fact rests on is marked in the sentence.
    """
    with opened(None), asking(Settings()) as con:
        what, id_ = _find(con, key)
        events = _ask(con, "show_events", id=id_)
        document_id = id_ if what == "document" else events[0]["document_id"]
        (document,) = _ask(con, "show_document", id=document_id)
        _show_document(document)
        if not events:
            print("\nno event")
        for event in events:
            facts = [Fact(**row) for row in _ask(con, "show_facts", id=event["event_id"])]
            _show_event(event, facts, document["text"])


def _find(con: duckdb.DuckDBPyConnection, key: str) -> tuple[str, UUID]:
    found = _ask(con, "show_find", key=key)
    if not found and len(incidents := _ask(con, "incident_find", key=key)) == 1:
        raise UserError(
            f"{key} is an incident: `sitrep incidents --of {incidents[0]['incident_id']}` shows its reports"
        )
    if not found:
        raise UserError(f"no event and no document is called {key}: give an id, or how it begins, or a file or URL")
    if len(found) > 1:
        several = "".join(f"\n  {row['what']} {row['id']} {row['label']}" for row in found)
        raise UserError(f"{key} may mean several: give a whole id, such as one of{several}")
    return found[0]["what"], found[0]["id"]


def _ask(con: duckdb.DuckDBPyConnection, query: str, **values: Any) -> list[dict[str, Any]]:
    con.execute(statement.text("queries", query), values)
    columns = [name for name, *_ in con.description or []]
    return [dict(zip(columns, row, strict=True)) for row in con.fetchall()]


def _show_document(document: dict[str, Any]) -> None:
    published = document["published_at"]
    when = f"published {published:%Y-%m-%d}" if published else "undated"
    print(document["title"] or "untitled")
    print(", ".join(str(part) for part in (document["site"], when, document["source_uri"], document["url"]) if part))
    print(f"document {document['document_id']}")
    if document["copy_of"]:
        print(f"a copy of {document['copy_of']}")


def _show_event(event: dict[str, Any], facts: list[Fact], text: str) -> None:
    print(f"\nevent {event['event_id']}")
    print(f"{event['kind']}: {event['summary']}")
    date = f"{event['date']} ({event['date_precision']})" if event["date"] else "undated"
    wording = f', "{event["date_wording"]}"' if event["date_wording"] else ""
    print(f"{event['status']}, {event['scope']}, {date}{wording}, rule {event['rule']}, {event['confidence']:.2f}")
    for name in ("operation", "part_of"):
        if event[name]:
            print(f"{name.replace('_', ' ')} {event[name]}")
    sentences = {fact.sentence_number: fact.sentence for fact in facts if fact.sentence_number is not None}
    rows = [
        (fact.slot, fact.value, _figure(fact), fact.wording, fact.sentence_number)
        for fact in facts
        if fact.slot != "event"
    ]
    if rows:
        write(["slot", "value", "figure", "wording", "sentence"], rows)
    for number, sentence in sorted(sentences.items()):
        spans = [_mark(fact) for fact in facts if fact.sentence_number == number and fact.slot != "event"]
        print(f"{number}: {marked(sentence or '', spans, text, on_terminal(sys.stdout))}")


def _figure(fact: Fact) -> str | None:
    return figure(fact.low, fact.high) if fact.low is not None or fact.high is not None else None


def _mark(fact: Fact) -> Mark:
    return Mark(fact.wording, fact.char_start, fact.char_end)
