"""GeoNames: the rows of country dumps as places with their spellings."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from extraction.lexicon import load
from extraction.places.place_index import Candidate, Spelled
from extraction.places.place_source import alpha_3, first_level, is_spelling

COLUMNS = 19
"""Columns of a dump; those of a table of units are four."""
Lines = Callable[[], Iterable[str]]
"""Opens a dump to be read from its beginning."""
Names = Mapping[str, str]
"""Names of first- and second-level units by their codes, as in "IQ.08" and "IQ.08.89569"."""


class Row(NamedTuple):
    """A row of a dump, as far as it is used. Coordinates in degrees; `modified` is an ISO date, or empty."""

    number: int
    name: str
    """Without diacritics."""
    others: Sequence[str]
    latitude: float
    longitude: float
    code: str
    """Class and code, as in "P.PPL"."""
    country: str
    """ISO 3166 alpha-2."""
    admin1: str
    admin2: str
    population: int
    modified: str


def row(line: str) -> Row:
    """Return a line of a dump as a row.

    Raises:
        ValueError: the line has other columns; the message says which.
    """
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != COLUMNS:
        raise ValueError(f"{len(cells)} columns, not the {COLUMNS} of a GeoNames dump")
    try:
        number, latitude, longitude, population = int(cells[0]), float(cells[4]), float(cells[5]), int(cells[14] or 0)
    except ValueError:
        raise ValueError("no number where GeoNames has id, latitude, longitude and population") from None
    if not (abs(latitude) <= 90 and abs(longitude) <= 180 and cells[1]):
        raise ValueError("no name, or coordinates that are none")
    code = f"{cells[6]}.{cells[7]}"
    name, others = cells[2] or cells[1], (cells[1], *cells[3].split(","))
    return Row(number, name, others, latitude, longitude, code, cells[8], cells[10], cells[11], population, cells[18])


def unit(line: str) -> tuple[str, str]:
    """Return code and plain name of a line of `admin1CodesASCII.txt` or `admin2Codes.txt`.

    Raises:
        ValueError: the line has other columns; the message says which.
    """
    cells = line.rstrip("\r\n").split("\t")
    if len(cells) != 4 or not re.match(r"[A-Z]{2}\.", cells[0]):
        raise ValueError("not code, name, plain name and id, as GeoNames' tables of units have them")
    return cells[0], _plain(cells[2] or cells[1])


def imported(dumps: Iterable[Lines], table: Names) -> Iterator[Spelled]:
    """Yield the places of dumps. Their units are named by the lexicon, else by `table`, else by the dump itself."""
    for dump in dumps:
        names = {**_units(dump), **table}
        for line in dump():
            read = row(line)
            if feature := feature_of(read):
                yield _place(read, feature, names), _spellings(read, feature)


def merged(embedded: Iterable[Spelled], dumped: Iterable[Spelled]) -> Iterator[Spelled]:
    """Yield all places once: an embedded one of the same GeoNames id keeps its name and takes what it lacks.

    First-level units of the lexicon are yielded as the lexicon has them.
    """
    held: dict[int, Spelled] = {}
    for spelled in embedded:
        number = spelled[0].geoname_id
        if number is None or number in held:
            yield spelled
        else:
            held[number] = spelled
    curated = {(country, name) for (country, _), name in first_level().items()}
    for place, spellings in dumped:
        if place.feature == "admin1" and (place.country_code, place.admin1) in curated:
            continue
        known = held.pop(place.geoname_id or 0, None)
        yield _completed(known, place, spellings) if known else (place, spellings)
    yield from held.values()


def _completed(known: Spelled, place: Candidate, spellings: Sequence[str]) -> Spelled:
    held, names = known
    more = held._replace(
        admin1=held.admin1 or place.admin1,
        admin2=held.admin2 or place.admin2,
        population=held.population or (0 if held.curated else place.population),
    )
    return more, names if held.curated else (*names, *spellings)


def _units(dump: Lines) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in dump():
        if "\tA\tADM1\t" in line or "\tA\tADM2\t" in line:
            read = row(line)
            second = f".{read.admin2}" if read.code == "A.ADM2" else ""
            found[f"{read.country}.{read.admin1}{second}"] = _plain(read.name)
    return found


def _place(read: Row, feature: str, names: Names) -> Candidate:
    country = alpha_3().get(read.country)
    first = first_level().get((country or "", read.admin1)) or names.get(f"{read.country}.{read.admin1}")
    second = names.get(f"{read.country}.{read.admin1}.{read.admin2}")
    name = _plain(read.name) if feature in ("admin1", "admin2") else read.name
    return Candidate(
        name=(first or name) if feature == "admin1" else name,
        feature=feature,
        country_code=country,
        admin1=first or (name if feature == "admin1" else None),
        admin2=name if read.code == "A.ADM2" else None if feature == "admin1" else second,
        latitude=read.latitude,
        longitude=read.longitude,
        geoname_id=read.number,
        population=read.population if read.code.startswith("P.") else 0,
    )


def _spellings(read: Row, feature: str) -> tuple[str, ...]:
    spellings = (read.name, *(other for other in read.others if is_spelling(other)))
    if feature in ("admin1", "admin2"):
        spellings = tuple(map(_plain, spellings))
    return tuple(dict.fromkeys(spellings))


def feature_of(read: Row) -> str | None:
    """Return what kind of place a row is; null for one that is left out."""
    feature = _features().get(read.code)
    is_city = feature == "village" and read.population >= load("geonames")["city_population"]
    return "city" if is_city else feature


def _plain(name: str) -> str:
    """Return the name of a unit without the words that say what it is."""
    return _descriptors().sub("", name) or name


@cache
def _features() -> dict[str, str]:
    return {code: feature for feature, codes in load("geonames")["features"].items() for code in codes}


@cache
def _descriptors() -> re.Pattern[str]:
    before, after = ("|".join(map(re.escape, load("geonames")[part])) for part in ("unit_before", "unit_after"))
    return re.compile(rf"^(?:{before}) (?=.)|(?<=.) (?:{after})$", re.I)
