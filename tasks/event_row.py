"""Event row: an event as its table holds it, with what views would else have to join from its slots."""

from collections.abc import Sequence

from extraction.events.compose import figure
from extraction.events.event import Event, Participant, Quantity
from extraction.mentions.mention import Place
from tasks.counting import main_place
from tasks.identifier import Id
from tasks.rows import EventRow

NOWHERE = Place("")


def event_row(
    event: Event, event_id: Id, document_id: Id, ruleset_version: str, is_counted: bool, counted: Sequence[bool]
) -> EventRow:
    """Return the row of an event; `counted` tells of each of its figures whether it may be summed."""
    actors, targets, supporters = (_of(event, role) for role in ("actor", "target", "supporter"))
    main = main_place(event.places)
    place = NOWHERE if main is None else event.places[main].place
    return EventRow(
        event_id=event_id,
        document_id=document_id,
        kind=event.kind,
        status=event.status,
        scope=event.scope,
        date_start=event.date_start,
        date_end=event.date_end,
        date_precision=event.date_precision,
        date_wording=event.date_wording,
        operation=event.operation,
        part_of=Id(str(event.part_of)) if event.part_of else None,
        acled_event_type=event.acled_event_type,
        acled_sub_event_type=event.acled_sub_event_type,
        plover_event=event.plover_event,
        plover_mode=event.plover_mode,
        summary=event.summary,
        confidence=event.confidence,
        rule=event.rule,
        ruleset_version=ruleset_version,
        actors=tuple(who.name for who in actors),
        actor_categories=tuple(who.category for who in actors),
        targets=tuple(who.name for who in targets),
        target_categories=tuple(who.category for who in targets),
        figures=", ".join(map(_figure, event.quantities)) or None,
        is_counted=is_counted,
        actor_countries=tuple(who.country_code for who in actors),
        target_countries=tuple(who.country_code for who in targets),
        supporters=tuple(who.name for who in supporters),
        killed_low=_killed(event, counted),
        place=place.name or None,
        geoname_id=place.geoname_id,
        admin1=place.admin1,
        admin2=place.admin2,
        country_code=place.country_code,
        latitude=place.latitude,
        longitude=place.longitude,
        geo_precision=place.geo_precision,
        first_sentence=min((told.span.sentence for told in event.evidence if told.slot == "event"), default=None),
    )


def _of(event: Event, role: str) -> list[Participant]:
    return [who for who in event.participants if who.role == role]


def _figure(quantity: Quantity) -> str:
    return f"{quantity.what} {figure(quantity.low, quantity.high)} {quantity.counted or ''}".rstrip()


def _killed(event: Event, counted: Sequence[bool]) -> float | None:
    killed = [many.low for many, adds in zip(event.quantities, counted, strict=True) if adds and many.role == "killed"]
    known = [low for low in killed if low is not None]
    return sum(known) if known else None
