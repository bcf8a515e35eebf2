"""Rows: one type a relation of the warehouse, with the columns that a batch of pages fills."""

from datetime import date, datetime
from typing import NamedTuple

from tasks.identifier import Id


class DocumentRow(NamedTuple):
    """A row of `documents`."""

    document_id: Id
    source_uri: str
    locator: str
    url: str | None
    canonical_url: str | None
    site: str | None
    title: str | None
    author: str | None
    published_at: datetime | None
    published_precision: str
    language: str
    text: str
    text_digest: str
    word_count: int
    page_id: Id
    content_digest: str
    fetched_at: datetime | None
    cleaned_by: str
    ruleset_version: str
    seconds: float
    facts_digest: str


class EventRow(NamedTuple):
    """A row of `events`."""

    event_id: Id
    document_id: Id
    kind: str
    status: str
    scope: str
    date_start: date | None
    date_end: date | None
    date_precision: str
    date_wording: str | None
    operation: str | None
    part_of: Id | None
    acled_event_type: str | None
    acled_sub_event_type: str | None
    plover_event: str | None
    plover_mode: str | None
    summary: str
    confidence: float
    rule: str
    ruleset_version: str
    actors: tuple[str, ...]
    actor_categories: tuple[str | None, ...]
    targets: tuple[str, ...]
    target_categories: tuple[str | None, ...]
    figures: str | None
    is_counted: bool
    actor_countries: tuple[str | None, ...]
    target_countries: tuple[str | None, ...]
    supporters: tuple[str, ...]
    killed_low: float | None
    place: str | None
    geoname_id: int | None
    admin1: str | None
    admin2: str | None
    country_code: str | None
    latitude: float | None
    longitude: float | None
    geo_precision: int | None
    first_sentence: int | None


class ParticipantRow(NamedTuple):
    """A row of `event_participants`."""

    event_id: Id
    slot_number: int
    role: str
    name: str
    wording: str
    category: str | None
    country_code: str | None
    sentence_number: int | None
    field: str | None
    char_start: int | None
    char_end: int | None


class PlaceRow(NamedTuple):
    """A row of `event_places`."""

    event_id: Id
    slot_number: int
    role: str
    name: str
    wording: str
    geoname_id: int | None
    admin1: str | None
    admin2: str | None
    country_code: str | None
    latitude: float | None
    longitude: float | None
    geo_precision: int | None
    feature: str
    inherited: bool
    is_main: bool
    sentence_number: int | None
    field: str | None
    char_start: int | None
    char_end: int | None


class QuantityRow(NamedTuple):
    """A row of `event_quantities`."""

    event_id: Id
    slot_number: int
    role: str
    low: float | None
    high: float | None
    approximate: bool
    includes_injured: bool
    counted: str | None
    wording: str
    is_counted: bool
    sentence_number: int | None
    field: str | None
    char_start: int | None
    char_end: int | None


class EvidenceRow(NamedTuple):
    """A row of `event_evidence`."""

    event_id: Id
    slot: str
    sentence: str
    wording: str
    is_first: bool
    sentence_number: int
    field: str
    char_start: int | None
    char_end: int | None


class MentionRow(NamedTuple):
    """A row of `mentions`."""

    document_id: Id
    mention_id: Id
    type: str
    name: str
    wording: str
    sentence_number: int
    field: str
    char_start: int | None
    char_end: int | None
    entity_id: Id | None
    aliases: tuple[str, ...]
    category: str | None
    country_code: str | None
    geoname_id: int | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geo_precision: int | None
    low: float | None
    high: float | None
    date_start: date | None
    date_end: date | None


class RejectionRow(NamedTuple):
    """A row of `rejections`."""

    source_uri: str
    reason: str
    detail: str
    page_id: Id | None


Row = DocumentRow | EventRow | ParticipantRow | PlaceRow | QuantityRow | EvidenceRow | MentionRow | RejectionRow

RELATIONS: dict[str, type[Row]] = {
    "documents": DocumentRow,
    "events": EventRow,
    "event_participants": ParticipantRow,
    "event_places": PlaceRow,
    "event_quantities": QuantityRow,
    "event_evidence": EvidenceRow,
    "mentions": MentionRow,
    "rejections": RejectionRow,
}
