"""Facts: the rows that one outcome leaves in the warehouse. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256

from extraction.document import Document
from extraction.events.event import Event, Span
from extraction.mentions.mention import Mention
from extraction.reading import Reading
from extraction.sentences.sentence import Sentence
from tasks.counting import Counting, main_place
from tasks.event_row import event_row
from tasks.identifier import Id, identifier
from tasks.outcome import Reread, Success
from tasks.page import NAMESPACE, Rejection
from tasks.rows import (
    DocumentRow,
    EventRow,
    EvidenceRow,
    MentionRow,
    ParticipantRow,
    PlaceRow,
    QuantityRow,
    RejectionRow,
    Row,
)

PUBLIC_TYPES = {"actor": "organisation", "number": "quantity"}
"""Types of mention that the warehouse calls otherwise than the extractor does."""

ENTITY_TYPES = frozenset({"person", "organisation", "place", "nationality", "operation"})
"""Types of mention that name something which other mentions name too."""

Sentences = Mapping[int, Sentence]


def facts(outcome: Success | Reread | Rejection) -> Iterator[Row]:
    """Yield the rows of one outcome, each of the type of its relation.

    Of a stored document that tells what it told before there is only its own row.
    """
    if isinstance(outcome, Rejection):
        yield _rejection(outcome)
        return
    told = list(_told(outcome.document, outcome.reading))
    found = digest(told)
    if isinstance(outcome, Success):
        yield _document(outcome, found)
        yield from told
        return
    yield outcome.row._replace(ruleset_version=outcome.reading.ruleset_version, facts_digest=found)
    if found != outcome.row.facts_digest:
        yield from told


def digest(told: Iterable[Row]) -> str:
    """Return the digest (32 hex digits) of all that was read from a document, whichever rules read it so."""
    found = sha256()
    for row in told:
        said = row._replace(ruleset_version="") if isinstance(row, EventRow) else row
        found.update(repr((type(row).__name__, *said)).encode("utf-8", "replace"))
    return found.hexdigest()[:32]


def _told(document: Document, reading: Reading) -> Iterator[Row]:
    sentences = {sentence.index: sentence for sentence in reading.sentences}
    document_id = Id(str(document.document_id))
    sources = {"title": document.title or "", "text": document.text}
    counting = Counting(reading.events)
    for event in reading.events:
        event_id = Id(str(event.event_id))
        counted = counting.counted_figures(event)
        adds = counting.counts(event), counted
        yield event_row(event, event_id, document_id, reading.ruleset_version, *adds)
        yield from _slots(event, event_id, sentences, counted)
        yield from _evidence(event, event_id, sentences, sources)
    space = document.document_id.bytes
    named = (mention for mention in reading.mentions if mention.name != "article")  # "a", "an" name nothing
    mentions = (_mention(mention, document_id, space, sentences[mention.sentence]) for mention in named)
    yield from {row.mention_id: row for row in mentions}.values()


@lru_cache(50_000)
def entity_id(kind: str, name: str) -> Id:
    """Return the id of what mentions of one public type and canonical name stand for."""
    return identifier(NAMESPACE.bytes, f"{kind} {name}")


def _rejection(rejection: Rejection) -> RejectionRow:
    page_id = Id(str(rejection.page_id)) if rejection.page_id else None
    return RejectionRow(rejection.source_uri, rejection.reason, rejection.detail, page_id)


def _document(success: Success, facts_digest: str) -> DocumentRow:
    document, page = success.document, success.page
    return DocumentRow(
        document_id=Id(str(document.document_id)),
        source_uri=document.source_uri,
        locator=page.locator,
        url=document.url,
        canonical_url=document.canonical_url,
        site=document.site,
        title=document.title,
        author=document.author,
        published_at=_utc(document.published_at),
        published_precision=document.published_precision,
        language=document.language,
        text=document.text,
        text_digest=document.text_digest,
        word_count=len(document.text.split()),
        page_id=Id(str(document.page_id)),
        content_digest=page.content_digest,
        fetched_at=_utc(document.fetched_at),
        cleaned_by=document.cleaned_by,
        ruleset_version=success.reading.ruleset_version,
        seconds=success.seconds,
        facts_digest=facts_digest,
    )


def _utc(moment: datetime | None) -> datetime | None:
    """A moment without a zone is in UTC, as `Document` says."""
    if moment is None or moment.tzinfo is UTC:
        return moment
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


Where = tuple[int, str, int | None, int | None]
"""The last four columns of a row with a span: sentence_number, field, char_start, char_end."""

_NOWHERE = (None, None, None, None)


def _where(sentence: Sentence, start: int, end: int) -> Where:
    if sentence.part == "title":
        return sentence.index, "title", None, None
    return sentence.index, "text", start, end


def _slots(event: Event, event_id: Id, sentences: Sentences, counted: Sequence[bool]) -> Iterator[Row]:
    def where(span: Span | None) -> Where | tuple[None, None, None, None]:
        return _where(sentences[span.sentence], span.start, span.end) if span else _NOWHERE

    for n, who in enumerate(event.participants):
        names = who.name, who.wording, who.category, who.country_code
        yield ParticipantRow(event_id, n, who.role, *names, *where(who.span))
    main = main_place(event.places)
    for n, at in enumerate(event.places):
        place = at.place
        area = place.admin1, place.admin2, place.country_code
        point = place.latitude, place.longitude, place.geo_precision
        key = event_id, n, at.role
        told = place.name, at.wording, place.geoname_id
        yield PlaceRow(*key, *told, *area, *point, place.feature, at.inherited, n == main, *where(at.span))
    for n, many in enumerate(event.quantities):
        figure = many.low, many.high, many.approximate, many.includes_injured
        yield QuantityRow(event_id, n, many.role, *figure, many.counted, many.wording, counted[n], *where(many.span))


def _spans(event: Event) -> Iterator[tuple[str, Span]]:
    """Every slot's span, whether the extractor listed it as evidence or left it on the slot."""
    yield from ((evidence.slot, evidence.span) for evidence in event.evidence)
    yield from ((who.role, who.span) for who in event.participants if who.span)
    yield from (("place", at.span) for at in event.places if at.span)
    yield from (("quantity", many.span) for many in event.quantities if many.span)


def _evidence(event: Event, event_id: Id, sentences: Sentences, sources: Mapping[str, str]) -> Iterator[EvidenceRow]:
    found = dict.fromkeys([(slot, span.sentence, span.start, span.end) for slot, span in _spans(event)])
    seen: set[int] = set()
    for slot, index, start, end in found:
        sentence = sentences[index]
        source = sources["title" if sentence.part == "title" else "text"]
        told = slot, sentence.text, source[start:end], index not in seen
        yield EvidenceRow(event_id, *told, *_where(sentence, start, end))
        seen.add(index)


def _mention(mention: Mention, document_id: Id, space: bytes, sentence: Sentence) -> MentionRow:
    start, end = sentence.starts[mention.first], sentence.ends[mention.last - 1]
    kind = PUBLIC_TYPES.get(mention.type, mention.type)
    number, field, char_start, char_end = _where(sentence, start, end)
    place, amount, when = mention.place, mention.number, mention.when
    return MentionRow(
        document_id=document_id,
        mention_id=identifier(space, f"{sentence.index} {start} {end} {kind}"),
        type=kind,
        name=mention.name,
        wording=mention.wording,
        sentence_number=number,
        field=field,
        char_start=char_start,
        char_end=char_end,
        entity_id=entity_id(kind, mention.name) if kind in ENTITY_TYPES else None,
        aliases=mention.aliases,
        category=mention.category,
        country_code=place.country_code if place else mention.country_code,
        geoname_id=place.geoname_id if place else None,
        admin1=place.admin1 if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        geo_precision=place.geo_precision if place else None,
        low=amount.low if amount else None,
        high=amount.high if amount else None,
        date_start=when.start if when else None,
        date_end=when.end if when else None,
    )
