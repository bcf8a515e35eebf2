"""Compose: an event from a story, with its ids, codes, evidence, summary and confidence."""

from datetime import date
from uuid import UUID, uuid5

from extraction.codebook import kinds
from extraction.events.confidence import confidence, doubts
from extraction.events.event import Event, EventPlace, Evidence, Participant, Span, spanned
from extraction.events.story import Story
from extraction.mentions.mention import DatePrecision, Mention, Place
from extraction.sentences.sentence import Sentence


def event_id(document_id: UUID, story: Story) -> UUID:
    """Id of an event: of its document, its kind and where the document first tells it."""
    trigger = story.lead.trigger
    return uuid5(document_id, f"{story.kind} {trigger.sentence} {trigger.start} {trigger.end}")


def compose(document_id: UUID, story: Story, sentences: tuple[Sentence, ...]) -> Event:
    """Return the event that a story tells."""
    lead, kind = story.lead, kinds()[story.kind]
    civilian = any(p.role == "target" and p.category == "civilians" for p in story.participants)
    acled = kind.acled_civilians if civilian else kind.acled
    plover = kind.plover_planned if lead.status == "planned" else kind.plover
    start, end, precision, wording = _when(story)
    against = doubts(story)
    return Event(
        event_id=event_id(document_id, story), kind=story.kind, status=lead.status,
        scope="period_total" if story.total else lead.scope,
        date_start=start, date_end=end, date_precision=precision, date_wording=wording,
        operation=story.operation.name if story.operation is not None else None,
        part_of=event_id(document_id, story.part_of) if story.part_of is not None else None,
        acled_event_type=acled[0], acled_sub_event_type=acled[1], plover_event=plover[0], plover_mode=plover[1],
        summary=_summary(story), confidence=confidence(against), doubts=against, rule=lead.rule,
        participants=tuple(story.participants),
        places=tuple(_places(story, sentences)), quantities=tuple(story.quantities),
        evidence=tuple(_evidence(story, sentences)),
    )  # fmt: skip


def _when(story: Story) -> tuple[date | None, date | None, DatePrecision, str | None]:
    """The first date that could be read; else roughly when it is reported, with a wording that could not be read."""
    readable = (m for m in story.dates if m.when is not None and m.when.start is not None)
    mention = next(readable, None) or next(iter(story.dates), None)
    wording = mention.wording if mention is not None else None
    told = mention.when if mention is not None else None
    when = told if told is not None and told.start is not None else story.reported
    return (when.start, when.end, when.precision, wording) if when is not None else (None, None, "unknown", wording)


def _places(story: Story, sentences: tuple[Sentence, ...]) -> list[EventPlace]:
    found: list[EventPlace] = []
    for role, mention in story.places:
        place = mention.place or Place(name=mention.name)
        where = _span(mention, sentences)
        found.append(EventPlace(role=role, place=place, wording=mention.wording, inherited=story.inherited, span=where))
    return found


def _span(mention: Mention, sentences: tuple[Sentence, ...]) -> Span:
    return spanned(sentences[mention.sentence], mention.first, mention.last)


def _evidence(story: Story, sentences: tuple[Sentence, ...]) -> list[Evidence]:
    told: dict[int, Evidence] = {}
    for draft in story.tellings:
        s = draft.sentence
        told.setdefault(s.index, Evidence(slot="event", span=Span(sentence=s.index, start=s.start, end=s.end)))
    found = list(told.values())
    found += [Evidence(slot=p.role, span=p.span) for p in story.participants if p.span is not None]
    found += [Evidence(slot="quantity", span=q.span) for q in story.quantities if q.span is not None]
    found += [Evidence(slot="place", span=_span(m, sentences)) for _, m in story.places]
    found += [Evidence(slot="date", span=_span(m, sentences)) for m in story.dates[:1]]
    if story.operation is not None:
        found.append(Evidence(slot="operation", span=_span(story.operation, sentences)))
    return found


def _names(people: list[Participant]) -> str:
    return ", ".join(dict.fromkeys(p.name for p in people))


def _summary(story: Story) -> str:
    """One line from the slots: "arrest: Iraqi Security Forces → Islamic State; at Mosul; arrested 8"."""
    actors = _names([p for p in story.participants if p.role == "actor"])
    targets = _names([p for p in story.participants if p.role == "target"])
    who = (
        " → ".join(part for part in (actors, targets) if part) if actors else (f"against {targets}" if targets else "")
    )
    places = ", ".join(m.name for _, m in story.places)
    figures = ", ".join(f"{q.what} {figure(q.low, q.high)}" for q in story.quantities)
    parts = [story.kind.replace("_", " ") + (f": {who}" if who else ""), f"at {places}" if places else "", figures]
    return "; ".join(part for part in parts if part)


def figure(low: float | None, high: float | None) -> str:
    """Return a range as it is written: 8, 10–12, ≥3, ≤5, or a question mark where both ends are open."""
    if low is not None and low == high:
        return f"{low:.15g}"
    if high is None:
        return f"≥{low:.15g}" if low is not None else "?"
    return f"{low:.15g}–{high:.15g}" if low is not None else f"≤{high:.15g}"
