"""Story: one event of the document in the making: the drafts that tell it and what they say together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.events.draft import Draft
from extraction.events.event import Participant, PlaceRole, Quantity
from extraction.events.party import Party
from extraction.events.tally import gather
from extraction.mentions.mention import Mention, When

EXPLOSIVE = frozenset({"ied_explosion", "suicide_bombing"})
VIOLENT = EXPLOSIVE | {"armed_clash", "attack", "air_strike", "shelling", "grenade_attack", "chemical_attack"}
"""Kinds that a harm told without its means can belong to."""


@dataclass(slots=True, eq=False)
class Story:
    """One event of the document in the making."""

    tellings: list[Draft]
    kind: str
    participants: list[Participant] = field(default_factory=list)
    places: list[tuple[PlaceRole, Mention]] = field(default_factory=list)
    inherited: bool = False
    parties: list[Party] = field(default_factory=list)
    dates: list[Mention] = field(default_factory=list)
    reported: When | None = None
    """When the document reports it, where nothing says when it was."""
    operation: Mention | None = None
    part_of: "Story | None" = None
    total: bool = False
    """Whether its figure is a running or background total."""

    @property
    def lead(self) -> Draft:
        """The telling that counts: the first of the body, else of the headings."""
        return self.tellings[0]

    @property
    def bare_harm(self) -> bool:
        """Whether no telling so far says by what means the harm was done."""
        return all(draft.bare_harm for draft in self.tellings)

    @property
    def quantities(self) -> list[Quantity]:
        """Its figures, each once: one of killed and injured together is of the killed, and says so."""
        figures = [p.quantity for p in self.parties]
        dead, hurt = ({q.span for q in figures if q.role == role and q.span} for role in ("killed", "injured"))
        both = dead & hurt
        return [
            q._replace(includes_injured=q.span in both and q.role == "killed")
            for q in figures
            if q.role != "injured" or q.span not in both
        ]

    def take(self, draft: Draft, participants: Sequence[Participant]) -> None:
        """Take in a telling: participants by name, places, the first date, and its figures where it is no heading."""
        blast = draft.kind in EXPLOSIVE and self.kind == "attack"
        told_at_last = bool(self.tellings) and self.bare_harm and not draft.bare_harm and draft.kind != "attack"
        if blast or told_at_last or draft.kind == "suicide_bombing":
            self.kind = draft.kind
        self.tellings.append(draft)
        known = {(p.role, p.name) for p in self.participants}
        roles = {p.role for p in self.participants}
        self.participants += [
            p for p in participants if (p.role, p.name) not in known and (p.span is not None or p.role not in roles)
        ]
        names = {m.name for _, m in self.places}
        self.places += [(role, m) for role, m in draft.places if m.name not in names]
        if draft.parties and draft.scope == "period_total":
            self.total = True
        self._count(draft)
        self.dates = _finest(self.dates, draft.dates)
        self.operation = self.operation or draft.operation

    def _count(self, draft: Draft) -> None:
        if draft.sentence.part == "body":
            self.parties = gather(self.parties, draft.parties, retold=draft.retold) or self.parties
            return
        roles = {p.quantity.role for p in self.parties}
        self.parties += [p for p in draft.parties if p.quantity.role not in roles]


def _finest(held: list[Mention], told: Sequence[Mention]) -> list[Mention]:
    """The dates held, unless they name but a week and those told again a day: "last week", then "on Tuesday"."""
    vague = bool(held) and all(m.when is not None and m.when.precision == "week" for m in held)
    finer = vague and any(m.when is not None and m.when.precision == "day" for m in told)
    return list(told) if not held or finer else held
