"""Merge: the drafts of a document that tell the same event become one, with all their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.count import span, wording
from extraction.draft import Draft
from extraction.event import Participant, PlaceRole, Quantity
from extraction.grammar import words
from extraction.mention import Mention
from extraction.sense import sense

_EXPLOSIVE = frozenset({"ied_explosion", "suicide_bombing"})
_VICTIMS = frozenset({"insurgent", "leader", "civilian", "soldier", "police_officer"})
_VAGUE = 5
"""Largest lowest figure of a wording without a number ("a large number"), by the codebook's table."""
_TALK = frozenset({"appeal", "threat", "accusation", "meeting", "appointment", "sanction", "agreement"})
_STATE = frozenset({"state_forces", "police", "coalition", "government"})
_COARSE = frozenset({"country", "admin1", "region"})


@dataclass(slots=True, eq=False)
class Story:
    """One event of the document in the making: the drafts that tell it and what they say together."""

    tellings: list[Draft]
    kind: str
    participants: list[Participant] = field(default_factory=list)
    places: list[tuple[PlaceRole, Mention]] = field(default_factory=list)
    inherited: bool = False
    quantities: list[Quantity] = field(default_factory=list)
    dates: list[Mention] = field(default_factory=list)
    operation: Mention | None = None
    part_of: "Story | None" = None
    total: bool = False
    """Whether its figure is a running or background total."""

    @property
    def lead(self) -> Draft:
        """The telling that counts: the first of the body, else of the headings."""
        return self.tellings[0]


def stories(drafts: Sequence[tuple[Draft, list[Participant]]]) -> list[Story]:
    """Bring the drafts of a document together into its events, in the order of the text.

    The body is read first; a title or standfirst then joins the events that it announces, several where it sums up.
    """
    found: list[Story] = []
    for draft, participants in (pair for pair in drafts if pair[0].sentence.part == "body"):
        story = next((s for s in reversed(found) if same(s, draft, participants)), None)
        _tell(story, draft, participants, found)
    for draft, participants in (pair for pair in drafts if pair[0].sentence.part != "body"):
        matching = [s for s in found if same(s, draft, participants)]
        announced: list[Story | None] = [*_announced(matching, draft)]
        for story in announced or [None]:
            _tell(story, draft, participants, found)
    for story in found:
        _fill_rest(story, found)
    return sorted(found, key=lambda s: min((d.sentence.index, d.predicate.first) for d in s.tellings))


def _announced(matching: Sequence[Story], draft: Draft) -> list[Story]:
    """Of the stories that a heading fits: those with its figures, else the first."""
    figures = {(q.role, q.low) for q in draft.quantities}
    counted = [s for s in matching if figures & {(q.role, q.low) for q in s.quantities}]
    return counted or list(matching[:1])


def _tell(story: Story | None, draft: Draft, participants: list[Participant], found: list[Story]) -> None:
    if story is None:
        story = Story([], draft.kind)
        _link(story, draft, found)
        found.append(story)
    _add(story, draft, participants)


def _fill_rest(story: Story, found: Sequence[Story]) -> None:
    """What "the rest" of a total stands for: what its other parts leave of it."""
    total, draft = story.part_of, story.lead
    rest = next(
        (p for p in (*draft.patients, *draft.agents) if p.head in ("rest", "remainder", "others", "remaining")), None
    )
    if total is None or rest is None or story.quantities:
        return
    for whole in total.quantities:
        parts = [
            q.low or 0
            for s in found
            if s.part_of is total and s is not story
            for q in s.quantities
            if q.role == whole.role
        ]
        left = (whole.low or 0) - sum(parts)
        if parts and left > 0:
            place = span(rest, draft.sentence)
            story.quantities.append(
                whole.model_copy(
                    update={"low": left, "high": left, "wording": wording(rest, draft.sentence), "span": place}
                )
            )


def same(story: Story, draft: Draft, participants: Sequence[Participant]) -> bool:
    """Whether a draft tells again what a story has told: nothing contradicts, and something ties them."""
    if not _alike(story.kind, draft.kind) or (
        story.lead.scope != draft.scope and story.quantities and draft.quantities
    ):
        return False
    if (story.lead.status == "planned") != (draft.status == "planned"):
        return False
    if story.operation is not None and draft.operation is not None and story.operation.name != draft.operation.name:
        return False
    if (
        _differ_in_number(story, draft)
        or _differ_in_people(story, participants)
        or _differ_in_place(story, draft)
        or _differ_in_date(story, draft)
    ):
        return False
    heading = any(d.sentence.part != "body" for d in story.tellings) or draft.sentence.part != "body"
    return heading or _tied(story, draft)


def _alike(kind: str, other: str) -> bool:
    return (
        kind == other
        or {kind, other} <= _EXPLOSIVE
        or ({kind, other} & _EXPLOSIVE != set() and "attack" in (kind, other))
    )


def _tied(story: Story, draft: Draft) -> bool:
    """Within the body a second telling shares a number, points back ("the attack"), or adds only what was open."""
    if points_back(draft) and _same_victims(story, draft):
        return True
    if _set_apart(draft):
        return False
    if _refines(story, draft):
        return True
    shared = {(q.role, q.low) for q in story.quantities if q.low not in (None, 1.0, 2.0)} & {
        (q.role, q.low) for q in draft.quantities
    }
    if shared:
        return True
    phrase = draft.predicate.phrase
    if phrase is not None and phrase.determiner in words("definite") and draft.kind != "operation":
        return True
    if draft.kind == "operation":
        return (
            (story.operation is not None and draft.operation is not None)
            or not _own(draft.places)
            or _share_place(story, draft)
        )
    fresh = {q.role for q in draft.quantities} - {q.role for q in story.quantities}
    return bool(not draft.quantities or not story.quantities or fresh) and (
        _share_place(story, draft) or not _own(draft.places)
    )


def points_back(draft: Draft) -> bool:
    """Whether all whom it was done to are told as known: "the commander", "the two men", "them"."""
    return bool(draft.patients) and all(p.pronoun or p.determiner in words("definite") for p in draft.patients)


def _same_victims(story: Story, draft: Draft) -> bool:
    """Whether a definite victim can be one of the story's: same head noun or class."""
    known = [p for d in story.tellings for p in d.patients]
    for phrase in draft.patients:
        classes = sense(phrase).classes
        if not any(phrase.pronoun or phrase.head == k.head or classes & sense(k).classes & _VICTIMS for k in known):
            return False
    return bool(known)


def _refines(story: Story, draft: Draft) -> bool:
    """As "several were detained", then "eight were detained": the second says how many, of the same kind of people."""
    for mine in story.quantities:
        for other in draft.quantities:
            vague = sum(q.high is None and not q.approximate and (q.low or 0) <= _VAGUE for q in (mine, other))
            if (
                mine.role == other.role
                and vague
                and max(mine.low or 0, other.low or 0) > 1
                and _same_victims(story, draft)
            ):
                return True
    return False


def _set_apart(draft: Draft) -> bool:
    text = " ".join(token.norm for token in draft.sentence.tokens)
    return any(f" {cue} " in f" {text} " for cue in words("apart_cues"))


def _own(places: Sequence[tuple[PlaceRole, Mention]]) -> set[str]:
    return {m.name for _, m in places if m.place is None or m.place.feature not in _COARSE}


def _share_place(story: Story, draft: Draft) -> bool:
    return bool({m.name for _, m in story.places} & {m.name for _, m in draft.places})


def _differ_in_place(story: Story, draft: Draft) -> bool:
    mine, other = _own(story.places), _own(draft.places)
    if mine and other:
        return not mine & other and not _inside(story.places, draft.places)
    wide, also = {m.name for _, m in story.places}, {m.name for _, m in draft.places}
    return bool(wide and also and not wide & also and not _inside(story.places, draft.places))


def _inside(some: Sequence[tuple[PlaceRole, Mention]], others: Sequence[tuple[PlaceRole, Mention]]) -> bool:
    """Whether a place of one lies in a place of the other, as far as their admin chains tell."""

    def holds(outer: Mention, inner: Mention) -> bool:
        if inner.place is None or outer.place is None:
            return False
        nation = outer.place.feature == "country" and outer.place.country_code == inner.place.country_code
        return nation or outer.name in (inner.place.admin1, inner.place.admin2)

    return any(holds(a, b) or holds(b, a) for _, a in some for _, b in others)


def _differ_in_number(story: Story, draft: Draft) -> bool:
    if points_back(draft) or _refines(story, draft):
        return False
    for role in {q.role for q in story.quantities}:
        mine = {q.low: q.high for q in story.quantities if q.role == role}
        other = {q.low: q.high for q in draft.quantities if q.role == role}
        if not other or mine.keys() & other.keys():
            continue
        exact = all(low == high for low, high in (*mine.items(), *other.items()))
        if exact or {1.0} in (set(mine), set(other)):
            return True
    return False


def _differ_in_people(story: Story, participants: Sequence[Participant]) -> bool:
    """Named targets or actors that have nothing in common."""
    for role in ("actor", "target"):
        mine = {p.name: p for p in story.participants if p.role == role and p.span is not None}
        other = {p.name: p for p in participants if p.role == role and p.span is not None}
        if not mine or not other or mine.keys() & other.keys():
            continue
        talk = story.kind in _TALK
        if talk or not {_side(p) for p in mine.values()} & {_side(p) for p in other.values()}:
            return True
    return False


def _side(participant: Participant) -> str:
    """Forces, police, coalition and government of one country may stand for each other; others only for themselves."""
    return "state" if participant.category in _STATE else participant.category or "unknown"


def _differ_in_date(story: Story, draft: Draft) -> bool:
    mine = {
        m.when.start
        for m in story.dates
        if m.when is not None and m.when.start is not None and m.when.precision == "day"
    }
    other = {
        m.when.start
        for m in draft.dates
        if m.when is not None and m.when.start is not None and m.when.precision == "day"
    }
    return bool(mine and other and not mine & other)


def _link(story: Story, draft: Draft, found: Sequence[Story]) -> None:
    """A smaller figure of the same kind right after a total, with a cue ("the rest", "two of them"), is part of it."""
    low = max((q.low or 0 for q in draft.quantities), default=0)
    text = " ".join(token.norm for token in draft.sentence.tokens)
    cued = any(f" {cue} " in f" {text} " for cue in words("part_cues"))
    for total in reversed(found):
        if total.kind != draft.kind or total.part_of is not None or total.lead.scope != draft.scope:
            continue
        highest = max((q.low or 0 for q in total.quantities if q.role in {r.role for r in draft.quantities}), default=0)
        near = draft.sentence.paragraph == total.lead.sentence.paragraph
        if (cued and near and (not low or highest > low)) or (
            draft.kind == "air_strike" and highest > low > 0 and total.tellings
        ):
            story.part_of = total
            return


def _sharpen(story: Story, draft: Draft) -> None:
    """Replace a vague figure by the exact one that a later telling gives for the same role."""
    for i, mine in enumerate(story.quantities):
        vague = mine.high is None and (mine.low or 0) <= _VAGUE and (mine.low or 0) > 1
        exact = next(
            (
                q
                for q in draft.quantities
                if q.role == mine.role and q.low is not None and q.low == q.high and q.low > 1
            ),
            None,
        )
        if vague and exact is not None and not mine.approximate:
            story.quantities[i] = exact


def _add(story: Story, draft: Draft, participants: Sequence[Participant]) -> None:
    story.tellings.append(draft)
    if draft.kind in _EXPLOSIVE and (story.kind == "attack" or draft.kind == "suicide_bombing"):
        story.kind = draft.kind
    for participant in participants:
        known = [
            p
            for p in story.participants
            if p.role == participant.role and (p.name == participant.name or participant.span is None)
        ]
        if not known:
            story.participants.append(participant)
    names = {m.name for _, m in story.places}
    story.places += [(role, m) for role, m in draft.places if m.name not in names]
    _sharpen(story, draft)
    if any(q.role for q in draft.quantities) and draft.scope == "period_total":
        story.total = True
    held = {(q.role, q.low, (q.counted or "").lower()) for q in story.quantities}
    roles = {q.role for q in story.quantities}
    story.quantities += [
        q
        for q in draft.quantities
        if (q.role, q.low, (q.counted or "").lower()) not in held and (q.role not in roles or len(story.tellings) == 1)
    ]
    story.dates = story.dates or list(draft.dates)
    story.operation = story.operation or draft.operation
