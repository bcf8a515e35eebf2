"""Event: one happening as one document tells it, each slot with its wording and span."""

from datetime import date
from typing import Literal, NamedTuple
from uuid import UUID

from extraction.mentions.mention import DatePrecision, Place
from extraction.sentences.sentence import Sentence

Status = Literal["occurred", "ongoing", "planned", "prevented", "denied", "alleged"]
Scope = Literal["single", "period_total"]
ParticipantRole = Literal["actor", "target", "supporter", "claimant", "source"]
PlaceRole = Literal["at", "from", "to", "near", "toward"]


class Span(NamedTuple):
    """Where a wording stands: in sentence `sentence` of the document, from `start` up to `end` in its source string."""

    sentence: int
    start: int
    end: int


def spanned(sentence: Sentence, first: int, last: int) -> Span:
    """Return where the tokens from `first` up to `last` stand."""
    return Span(sentence.index, sentence.starts[first], sentence.ends[last - 1])


class Participant(NamedTuple):
    """Who took part: name canonical, wording as in the text."""

    role: ParticipantRole
    name: str
    wording: str
    category: str | None = None
    country_code: str | None = None
    span: Span | None = None


class EventPlace(NamedTuple):
    """Where it happened. `inherited` is true where the place comes from an earlier sentence."""

    role: PlaceRole
    place: Place
    wording: str
    inherited: bool = False
    span: Span | None = None


class Quantity(NamedTuple):
    """How many: a range by the codebook's table, null where open, of what is `counted`."""

    role: str
    low: float | None
    high: float | None
    wording: str
    approximate: bool = False
    includes_injured: bool = False
    counted: str | None = None
    span: Span | None = None

    @property
    def what(self) -> str:
        """What is told of so many: the role, or "killed or injured"."""
        return f"{self.role} or injured" if self.includes_injured else self.role


class Evidence(NamedTuple):
    """What a slot rests on.

    Slot `event` for each sentence that tells the event, else `actor`, `place`, `quantity`, `date`, `status`, …
    """

    slot: str
    span: Span


class Event(NamedTuple):
    """One event of one document. `part_of` is the id of another event of the same document."""

    event_id: UUID
    kind: str
    summary: str
    confidence: float
    """How likely a careful coder has it too, from 0 to 1: see `docs/confidence.md`."""
    rule: str
    status: Status = "occurred"
    scope: Scope = "single"
    date_start: date | None = None
    date_end: date | None = None
    date_precision: DatePrecision = "unknown"
    date_wording: str | None = None
    operation: str | None = None
    part_of: UUID | None = None
    acled_event_type: str | None = None
    acled_sub_event_type: str | None = None
    plover_event: str | None = None
    plover_mode: str | None = None
    doubts: tuple[str, ...] = ()
    """What speaks against it, by the names of `lexicon/confidence.yaml`."""
    participants: tuple[Participant, ...] = ()
    places: tuple[EventPlace, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    evidence: tuple[Evidence, ...] = ()
