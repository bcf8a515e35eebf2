"""Mention: a span of one sentence that names something the lexicon or a reader knows."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

MentionType = Literal[
    "actor",  # an organisation, armed force, government or named group of the lexicon, or a body the text introduces
    "person",  # a named person, with title and office where told
    "place",
    "nationality",  # "Iraqi", "US": an adjective of a country, never a place
    "operation",  # the name of a named operation
    "number",
    "date",
]
DatePrecision = Literal["day", "week", "month", "year", "unknown"]


@dataclass(slots=True, unsafe_hash=True)  # never changed, and not frozen: that costs three times as much
class Place:
    """A resolved place; coordinates in degrees, null where unknown.

    `geo_precision`: 1 the place itself, 2 its district or the nearest known place, 3 the province, 4 the country.
    """

    name: str
    geoname_id: int | None = None
    admin1: str | None = None
    admin2: str | None = None
    country_code: str | None = None
    """ISO 3166 alpha-3."""
    latitude: float | None = None
    longitude: float | None = None
    geo_precision: int | None = None
    feature: str = "place"
    """`country`, `admin1`, `admin2`, `city`, `village`, `region`, `mountain`, `river`, `facility`, `neighbourhood` …"""


@dataclass(slots=True, unsafe_hash=True)  # never changed, and not frozen: that costs three times as much
class Number:
    """A range read from words or digits, by the codebook's table; null where open."""

    low: float | None
    high: float | None
    approximate: bool = False


@dataclass(slots=True, unsafe_hash=True)  # never changed, and not frozen: that costs three times as much
class When:
    """A date or a span of days read from words; both null where the wording has no anchor."""

    start: date | None
    end: date | None
    precision: DatePrecision


@dataclass(slots=True, unsafe_hash=True)  # never changed, and not frozen: that costs three times as much
class Mention:
    """A span of one sentence, in tokens, with its reading. Exactly one of the readings is set, by `type`."""

    type: MentionType
    sentence: int
    first: int
    """Index of the first token in the sentence."""
    last: int
    """Index after the last token."""
    name: str
    """Canonical name: "Daesh" reads "Islamic State"."""
    wording: str
    category: str | None = None
    """Of an actor or person: one of the codebook's categories (`state_forces`, `police`, `coalition` …)."""
    country_code: str | None = None
    """ISO 3166 alpha-3 of an actor, person or nationality."""
    place: Place | None = None
    number: Number | None = None
    when: When | None = None
    aliases: tuple[str, ...] = field(default=())
    """Of an operation or organisation: other names that the text gives."""
    entity: str | None = None
    """Key of the lexicon entry, where there is one."""
