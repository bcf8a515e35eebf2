"""Incident rows: what an incident leaves in the warehouse, a frame a table."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import polars as pl

from resolution.cluster import Pair
from resolution.compare import Parts
from resolution.incident import Incident, Joined
from resolution.report import When
from resolution.tally import ALL, Tally
from tasks.column import nested

SCORES = {f"{part}_score": pl.Float64 for part in Parts._fields}
LINKS: dict[str, Any] = {"event_id": pl.String, "other_event_id": pl.String, "score": pl.Float64, **SCORES}
TOTALS = ("killed", "injured", "arrested", "abducted")
"""Roles whose figure stands in the row of the incident itself."""
MOMENT = pl.Datetime("us", "UTC")
INCIDENTS: dict[str, Any] = {
    "incident_id": pl.String, "kind": pl.String, "status": pl.String, "date_start": pl.Date, "date_end": pl.Date,
    "date_precision": pl.String, "place": pl.String, "geoname_id": pl.Int64, "admin1": pl.String, "admin2": pl.String,
    "country_code": pl.String, "latitude": pl.Float64, "longitude": pl.Float64, "geo_precision": pl.Int64,
    "operation": pl.String, "actors": pl.List(pl.String), "targets": pl.List(pl.String),
    **{f"{role}_{end}": pl.Float64 for role in TOTALS for end in ("low", "best", "high")},
    "contested": pl.Boolean, "reports": pl.Int64, "sources": pl.Int64, "first_report": MOMENT, "last_report": MOMENT,
    "confidence": pl.Float64, "summary": pl.String,
}  # fmt: skip
REPORTS: dict[str, Any] = {
    "incident_id": pl.String, "event_id": pl.String, "document_id": pl.String, "source": pl.String,
    "is_copy": pl.Boolean, "reason": pl.String, "linked_to": pl.String, "score": pl.Float64, **SCORES,
}  # fmt: skip
TOLD = pl.List(pl.Struct({"low": pl.Float64, "high": pl.Float64, "sources": pl.Int64}))
FIGURES: dict[str, Any] = {
    "incident_id": pl.String, "role": pl.String, "counted": pl.String, "low": pl.Float64, "best": pl.Float64,
    "high": pl.Float64, "contested": pl.Boolean, "sources": pl.Int64, "best_sources": pl.Int64, "told": TOLD,
    "earliest_low": pl.Float64, "earliest_high": pl.Float64, "earliest_at": MOMENT, "earliest_event_id": pl.String,
    "latest_low": pl.Float64, "latest_high": pl.Float64, "latest_at": MOMENT, "latest_event_id": pl.String,
}  # fmt: skip


class Named(NamedTuple):
    """An incident with its id."""

    incident_id: str
    incident: Incident


def links_frame(links: Mapping[Pair, Parts]) -> pl.DataFrame:
    """Return the rows of `incident_links`."""
    return _frame([(*ids, parts.score, *parts) for ids, parts in links.items()], LINKS)


def incidents_frame(found: Iterable[Named]) -> pl.DataFrame:
    """Return the rows of `incidents`."""
    return _frame([_incident(*named) for named in found], INCIDENTS)


def reports_frame(found: Iterable[Named]) -> pl.DataFrame:
    """Return the rows of `incident_reports`."""
    rows = [_report(name, joined, incident) for name, incident in found for joined in incident.joined]
    return _frame(rows, REPORTS)


def figures_frame(found: Iterable[Named]) -> pl.DataFrame:
    """Return the rows of `incident_figures`."""
    return _frame([_figure(name, tally) for name, incident in found for tally in incident.tallies], FIGURES)


def _frame(rows: Sequence[tuple[Any, ...]], schema: dict[str, Any]) -> pl.DataFrame:
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    return pl.DataFrame([_column(*told) for told in zip(schema, columns, schema.values(), strict=True)])


def _column(name: str, values: Sequence[Any], dtype: Any) -> pl.Series:
    if dtype == TOLD:
        return nested(name, values, dtype, lambda told: [one._asdict() for one in told])
    return nested(name, values, dtype, list) if isinstance(dtype, pl.List) else pl.Series(name, values, dtype)


def _incident(name: str, found: Incident) -> tuple[Any, ...]:
    spot = found.spot
    place = (None,) * 8
    if spot:
        area = spot.admin1, spot.admin2, spot.country
        place = (spot.label, spot.geoname_id, *area, spot.latitude, spot.longitude, spot.precision)  # type: ignore[assignment]
    totals = {tally.role: tally for tally in found.tallies if tally.counted == ALL}
    figures = [getattr(totals.get(role), end, None) for role in TOTALS for end in ("low", "best", "high")]
    times = _moment(found.first_report), _moment(found.last_report)
    counts = found.contested, found.reports, found.sources
    dates = *_dates(found.dated.when), found.dated.precision
    told = name, found.kind, found.status, *dates, *place, found.operation, found.actors, found.targets
    return (*told, *figures, *counts, *times, found.confidence, found.summary)


def _dates(when: When) -> tuple[date | None, date | None]:
    if when.first is None or when.last is None:
        return None, None
    return date.fromordinal(when.first), date.fromordinal(when.last)


def _report(name: str, joined: Joined, incident: Incident) -> tuple[Any, ...]:
    report, parts = joined.report, joined.parts
    reason = "alone" if len(incident.joined) == 1 else "alike" if parts else "override"
    scores = (parts.score, *parts) if parts else (None,) * (1 + len(SCORES))
    source = report.document_id, report.source, report.is_copy
    return (name, report.event_id, *source, reason, joined.linked_to, *scores)


def _figure(name: str, tally: Tally) -> tuple[Any, ...]:
    ends = [
        (figure.low, figure.high, _moment(report.published_at), report.event_id)
        for report, figure in (tally.earliest, tally.latest)
    ]
    figures = tally.low, tally.best, tally.high, tally.contested, tally.sources, tally.best_sources
    return (name, tally.role, tally.counted, *figures, tally.told, *ends[0], *ends[1])


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
