"""Report: an event as one document tells it, in the form that events are compared in."""

from typing import Literal, NamedTuple

Anchor = Literal["day", "around", "span", "unknown"]
"""How an event is dated: to the day, by the day it was published alone, by a longer span, or not at all."""


class When(NamedTuple):
    """When an event was, in days of the proleptic calendar (`date.toordinal`); nulls where nothing is told."""

    anchor: Anchor = "unknown"
    first: int | None = None
    last: int | None = None
    """Of `around` both are the day of publication."""
    published: int | None = None
    """Day of publication: the event is not after it."""


class Spot(NamedTuple):
    """A place of an event; names are folded. Degrees; precision 1 to 4 by the codebook, null where unresolved."""

    name: str
    admin1: str | None = None
    admin2: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: int | None = None
    inherited: bool = False
    province: bool = False
    """It is a province, and not a place in one."""
    is_country: bool = False
    label: str = ""
    """The name as it is shown."""
    skeleton: str = ""
    """What spellings of the name have in common."""
    geoname_id: int | None = None


class Party(NamedTuple):
    """Who took part: a canonical name, or a noun in the singular."""

    name: str
    category: str | None
    named: bool
    """A name, and not a noun such as "soldier"."""


class Figure(NamedTuple):
    """How many of one role; null where open. `counted` is a class of people, or the thing in the singular."""

    role: str
    counted: str
    low: float | None
    high: float | None
    approximate: bool = False


class Report(NamedTuple):
    """One event of one document."""

    event_id: str
    document_id: str
    original_id: str
    """The document that `document_id` repeats, else itself."""
    source: str
    kind: str
    status: str
    when: When
    spots: tuple[Spot, ...]
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    figures: tuple[Figure, ...]
    operation: str | None
    headline: str
    """Folded title of the document; empty where it has none."""
    words: frozenset[str]
    """Telling words of the sentences that tell the event, as stems."""
    in_headline_only: bool = False
    """No sentence of the text tells it."""
    published_at: float | None = None
    """Seconds since 1970."""
    precision: str = "unknown"
    """How exact its date is, by the codebook."""
    confidence: float = 1.0
    summary: str = ""

    @property
    def is_copy(self) -> bool:
        """Whether its document repeats another one."""
        return self.document_id != self.original_id

    @property
    def age(self) -> tuple[float, str, str]:
        """What sorts reports by when they were published, undated ones last; an id says least, it hangs on a path."""
        return float("inf") if self.published_at is None else self.published_at, self.summary, self.event_id
