"""Reports: events of the warehouse in the form that they are compared in."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

import duckdb

from extraction.mentions.noun import noun
from resolution.figures import TOGETHER
from resolution.report import Figure, Party, Report, Spot, When
from resolution.words import fold, skeleton, words
from tasks import statement

Row = Mapping[str, Any]

SIDES = {
    "civilians": "civilians",
    "insurgent": "fighters",
    "militia": "fighters",
    "state_forces": "forces",
    "police": "forces",
    "coalition": "forces",
}
"""Who is counted, by category."""
PEOPLE = frozenset({"people", "person", "other", "them", "victim", "body", "dead", "casualty", "member", "man", "him"})
"""Nouns and pronouns that leave the side open."""
OF_PEOPLE = frozenset(
    {"killed", "injured", "arrested", "abducted", "deported", "displaced", "released", "surrendered", "sentenced"}
    | {"deployed", "participants"}
)
"""Roles whose figures count people."""
MOST_SPOTS = 4


def read_reports(con: duckdb.DuckDBPyConnection) -> dict[str, Report]:
    """Return the events of the temporary table `wanted`, by id."""
    result = con.execute(statement.text("queries", "resolve_reports"))
    names = [column[0] for column in result.description or ()]
    return {row["event_id"]: _report(row) for row in _rows(result, names)}


def _rows(result: duckdb.DuckDBPyConnection, names: Sequence[str]) -> Iterator[Row]:
    while rows := result.fetchmany(500):  # a row with its lists takes more than what is kept of it
        yield from (dict(zip(names, row, strict=True)) for row in rows)


def _report(row: Row) -> Report:
    parties = [(party["role"], _party(party["name"], party["category"])) for party in row["parties"] or ()]
    return Report(
        event_id=row["event_id"],
        document_id=row["document_id"],
        original_id=row["original_id"],
        source=row["source"],
        kind=row["kind"],
        status=row["status"],
        when=_when(row),
        spots=_spots(row["spots"] or ()),
        actors=tuple(party for role, party in parties if role == "actor"),
        targets=tuple(party for role, party in parties if role == "target"),
        figures=tuple(_figure(figure) for figure in row["figures"] or () if _tells(figure)),
        operation=row["operation"],
        headline=fold(row["title"] or ""),
        words=words(row["sentences"] or ""),
        in_headline_only=bool(row["in_headline_only"]),
        published_at=row["published_at"],
        precision=row["date_precision"],
        confidence=row["confidence"],
        summary=row["summary"],
    )


def _when(row: Row) -> When:
    at: float | None = row["published_at"]
    published = None if at is None else datetime.fromtimestamp(at, UTC).date().toordinal()
    first: date | None = row["date_start"]
    last: date | None = row["date_end"] or first
    if first is None or last is None:
        return When(published=published)
    days = first.toordinal(), last.toordinal()
    if row["date_precision"] == "day" and days[1] - days[0] <= 1:
        return When("day", *days, published)
    # An event that its text does not date has the day of publication, as a week.
    if row["date_precision"] == "week" and days[0] == days[1]:
        return When("around", *days, published)
    return When("span", *days, published)


def _spots(rows: Sequence[Row]) -> tuple[Spot, ...]:
    """Return the places of an event without those that only say in which city, province or country the others lie."""
    spots = [_spot(**row) for row in rows]
    exact = [spot for spot in spots if not _is_wide(spot)]
    told = [spot for spot in spots if not (_is_wide(spot) and any(_holds(spot, other) for other in exact))]
    return tuple(told[:MOST_SPOTS])


def _is_wide(spot: Spot) -> bool:
    return spot.is_country or spot.province or spot.label == spot.admin1


def _holds(wide: Spot, spot: Spot) -> bool:
    return wide.country == spot.country if wide.is_country else wide.admin1 == spot.admin1


@lru_cache(20_000)  # one place is one object, which is soon found equal to itself
def _spot(
    name: str,
    admin1: str | None,
    admin2: str | None,
    country: str | None,
    latitude: float | None,
    longitude: float | None,
    precision: int | None,
    inherited: bool,
    feature: str | None,
    geoname_id: int | None,
) -> Spot:
    return Spot(
        name=fold(name),
        admin1=admin1,
        admin2=admin2 and fold(admin2),
        country=country,
        latitude=latitude,
        longitude=longitude,
        precision=precision,
        inherited=inherited,
        province=precision == 3 and name == admin1,
        is_country=feature == "country",
        label=name,
        skeleton=skeleton(name),
        geoname_id=geoname_id,
    )


@lru_cache(50_000)
def _party(name: str, category: str | None) -> Party:
    if name != name.lower():
        return Party(name, category, named=True)
    known = noun(name)
    return Party(known.lemma if known else name, category or (known.category if known else None), named=False)


def _tells(row: Row) -> bool:
    return row["low"] is not None or row["high"] is not None


def _figure(row: Row) -> Figure:
    counted = TOGETHER if row["includes_injured"] else _counted(row["role"], row["counted"] or "")
    return Figure(row["role"], counted, row["low"], row["high"], row["approximate"])


@lru_cache(50_000)
def _counted(role: str, wording: str) -> str:
    """Return whose side the head of a phrase stands on, or the thing that it names."""
    heads = [noun(word) for word in reversed(wording.lower().split())]
    known = next((head for head in heads if head), None)
    if role not in OF_PEOPLE:
        return known.lemma if known else fold(wording) or "thing"
    if known is None or known.lemma in PEOPLE:
        return "people"
    return SIDES.get(known.category or "", "people")
