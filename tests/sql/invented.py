"""Invented outcomes: documents with their facts, built by hand, that the tests load."""

import re
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any
from uuid import uuid5

from extraction.document import Document
from extraction.events.event import Event, EventPlace, Evidence, Participant, Quantity, Span
from extraction.mentions.mention import Mention, Number, Place
from extraction.reading import Reading
from extraction.sentences.sentence import Sentence, Token
from tasks.outcome import Success
from tasks.page import NAMESPACE, Page

QAIM = Place("Qaim", 99087, "Anbar", None, "IRQ", 34.37, 41.09, 1, "city")
MOSUL = Place("Mosul", 99072, "Nineveh", None, "IRQ", 36.34, 43.13, 1, "city")
TEXT = "Soldiers arrested eight men of the Islamic State in Qaim on Monday.\n\nTwo gunmen were killed near Mosul."
TITLE = "Eight held in Qaim"
MONDAY = date(2019, 11, 4)
PUBLISHED: dict[str, Any] = {
    "site": "Example Post",
    "published_at": datetime(2019, 11, 5, 9, tzinfo=UTC),
    "published_precision": "day",
}


def sentences(title: str | None, text: str) -> tuple[Sentence, ...]:
    """Cut up `text` at full stops, in tokens of letters and digits; the title, if any, comes first."""
    pieces = [("title", 0, title)] if title else []
    pieces += [("body", m.start(), m.group()) for m in re.finditer(r"[^.\n][^.]*\.", text)]
    return tuple(_sentence(n, part, start, piece) for n, (part, start, piece) in enumerate(pieces))


def _sentence(number: int, part: Any, start: int, piece: str) -> Sentence:
    found = list(re.finditer(r"\w+", piece))
    tokens = tuple(Token(m.group(), m.group().lower()) for m in found)
    starts, ends = (tuple(start + m.span()[side] for m in found) for side in (0, 1))
    return Sentence(number, part, 0, start, start + len(piece), piece, tokens, starts, ends)


def span(wording: str, cut: tuple[Sentence, ...]) -> Span:
    """Return where `wording` stands first."""
    sentence = next(s for s in cut if wording in s.text)
    start = sentence.start + sentence.text.index(wording)
    return Span(sentence=sentence.index, start=start, end=start + len(wording))


def event(cut: tuple[Sentence, ...], kind: str = "arrest", told: str = "arrested", **slots: Any) -> Event:
    """Build an event told by the sentence that holds `told`."""
    told_as: dict[str, Any] = {
        "event_id": uuid5(NAMESPACE, f"{kind} {told} {cut[-1].text}"),
        "kind": kind,
        "summary": f"{kind} as invented",
        "confidence": 0.9,
        "rule": f"{kind}/plain",
        "date_start": MONDAY,
        "date_end": MONDAY,
        "date_precision": "day",
        "evidence": (Evidence(slot="event", span=span(told, cut)),),
    } | slots
    return Event(**told_as)


def arrest(cut: tuple[Sentence, ...], count: float = 8, **slots: Any) -> Event:
    """Eight men of the Islamic State arrested in Qaim by soldiers."""
    return event(
        cut,
        **{
            "acled_event_type": "Strategic developments",
            "acled_sub_event_type": "Arrests",
            "plover_event": "COERCE",
            "plover_mode": "arrest",
            "participants": (
                Participant(role="actor", name="Iraqi Army", wording="Soldiers", category="state_forces",
                            country_code="IRQ", span=span("Soldiers", cut)),
                Participant(role="target", name="Islamic State", wording="Islamic State", category="insurgent",
                            span=span("Islamic State", cut)),
            ),
            "places": (EventPlace(role="at", place=QAIM, wording="Qaim", span=span("in Qaim on", cut)),),
            "quantities": (
                Quantity(role="arrested", low=count, high=count, counted="men", wording="eight men",
                         span=span("eight men", cut)),
            ),
        }
        | slots,
    )  # fmt: skip


def clash(cut: tuple[Sentence, ...], **slots: Any) -> Event:
    """Two gunmen killed near Mosul."""
    return event(
        cut,
        "armed_clash",
        "killed",
        **{
            "acled_event_type": "Battles",
            "acled_sub_event_type": "Armed clash",
            "places": (EventPlace(role="near", place=MOSUL, wording="Mosul", span=span("Mosul", cut)),),
            "quantities": (
                Quantity(role="killed", low=2, high=2, counted="gunmen", wording="Two gunmen", span=span("Two", cut)),
            ),
        }
        | slots,
    )


def mention(cut: tuple[Sentence, ...], kind: Any, wording: str, name: str, **reading: Any) -> Mention:
    """Build a mention of whole tokens."""
    at = span(wording, cut)
    first, last = cut[at.sentence].starts.index(at.start), cut[at.sentence].ends.index(at.end) + 1
    return Mention(kind, at.sentence, first, last, name, wording, **reading)


def mentions(cut: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """Build one mention of an actor, a place and a number."""
    return (
        mention(cut, "actor", "Islamic State", "Islamic State", category="insurgent", aliases=("IS", "Daesh")),
        mention(cut, "place", "Mosul", "Mosul", place=MOSUL),
        mention(cut, "number", "eight", "8", number=Number(8, 8)),
    )


def success(
    uri: str = "a.txt",
    text: str = TEXT,
    events: Any = arrest,
    title: str | None = TITLE,
    markup: str | None = None,
    ruleset: str = "rules-1",
    **known: Any,
) -> Success:
    """Build the outcome of one page. `events` is called with the sentences; `markup` is the page, else the text."""
    page = Page(uri, (markup or text).encode(), "html", url=known.get("url"), fetched_at=known.get("fetched_at"))
    document = Document(
        document_id=uuid5(NAMESPACE, str(page.page_id)),
        page_id=page.page_id,
        source_uri=uri,
        title=title,
        text=text,
        text_digest=sha256(text.encode()).hexdigest(),
        cleaned_by="text/1",
        **{**PUBLISHED, **known},
    )
    cut = sentences(title, text)
    built = events(cut) if callable(events) else tuple(build(cut) for build in events)
    built = (built,) if isinstance(built, Event) else built
    # Ids are of the document and the place in it, so that two documents never share one.
    fresh = {e.event_id: uuid5(document.document_id, str(e.event_id)) for e in built}
    own = tuple(
        e._replace(event_id=fresh[e.event_id], part_of=fresh.get(e.part_of) if e.part_of else None) for e in built
    )
    found = mentions(cut) if text == TEXT else ()
    return Success(page, document, Reading(cut, found, own, ruleset), 0.01)
