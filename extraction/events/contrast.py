"""Contrast: what keeps two tellings of one kind apart: other people, another place, another day, other figures."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from extraction.events.draft import Draft
from extraction.events.event import Participant, PlaceRole
from extraction.events.party import Party
from extraction.events.story import VIOLENT, Story
from extraction.events.tally import gather
from extraction.mentions.mention import Mention, Place
from extraction.places.place_context import distance

_TALK = frozenset({"appeal", "threat", "accusation", "meeting", "appointment", "sanction", "agreement"})
_STATE = frozenset({"state_forces", "police", "coalition", "government"})
_ONE_SIDED = frozenset({"arrest", "weapons_seizure", "ordnance_disposal"})
"""Acts of the authorities only: whoever is named as the doer, it is their side."""
_COARSE = frozenset({"country", "admin1", "region"})


def differ(story: Story, draft: Draft, participants: Sequence[Participant]) -> bool:
    """Whether a draft cannot tell the same event as a story."""
    return (
        _differ_in_frame(story, draft)
        or _differ_in_people(story, draft, participants)
        or _differ_in_victims(story, draft)
        or _differ_in_place(story, draft)
        or _differ_in_date(story, draft)
    )


def contradict(story: Story, draft: Draft) -> bool:
    """Whether the figures of a draft cannot be those of a story."""
    return gather(story.parties, draft.parties, retold=draft.retold) is None


def _differ_in_frame(story: Story, draft: Draft) -> bool:
    """A total and a single event, a plan and a deed, two named operations, an older deed and the one reported."""
    lead = story.lead
    dated = draft.scope == "period_total" and any(m.when is not None and m.when.precision == "day" for m in story.dates)
    if lead.scope != draft.scope and draft.parties and (story.parties or lead.scope == "period_total" or dated):
        return True
    if (lead.status == "planned") != (draft.status == "planned") or lead.background != draft.background:
        return True
    named, other = story.operation, draft.operation
    return named is not None and other is not None and named.name != other.name


def _differ_in_people(story: Story, draft: Draft, participants: Sequence[Participant]) -> bool:
    """Named targets or actors that have nothing in common, or two victims each with a name of his own."""
    mine, other = _persons(story.tellings), _persons([draft])
    if mine and other and not mine & other:
        return True
    if {story.kind, draft.kind} <= VIOLENT and shared_figure(story, draft):
        return False  # either side of a fight can be told as the one that began it
    open_victims = draft.points_back or draft.unsided or story.lead.unsided
    roles = ("actor",) * (draft.kind not in _ONE_SIDED) + ("target",) * (not open_victims)
    talk = story.kind in _TALK and draft.sentence.part == "body"
    return any(_differ_in_role(role, story, participants, talk=talk) for role in roles)


def shared_figure(story: Story, draft: Draft) -> bool:
    """Whether a figure of the one, or the sum of its figures in a role, is one of the other."""
    return bool(_figures(story.parties) & _figures(draft.parties))


def _figures(parties: Sequence[Party]) -> set[tuple[str, float]]:
    sums: dict[str, float] = defaultdict(float)
    for party in parties:
        sums[party.quantity.role] += party.low
    return {*sums.items(), *((p.quantity.role, p.low) for p in parties)}


def _persons(drafts: Sequence[Draft]) -> set[str]:
    phrases = [p for draft in drafts for phrase in draft.patients for p in (phrase, phrase.apposition) if p is not None]
    return {m.name for p in phrases for m in p.mentions if m.type == "person"}


def _differ_in_role(role: str, story: Story, participants: Sequence[Participant], *, talk: bool) -> bool:
    """Whether those named in a role are other people: of another side, and of a talk in the body any other name."""
    mine = {p.name: p for p in story.participants if p.role == role and p.span is not None}
    other = {p.name: p for p in participants if p.role == role and p.span is not None}
    if not mine or not other or mine.keys() & other.keys():
        return False
    sides, others = {side(p) for p in mine.values()}, {side(p) for p in other.values()}
    return talk or (None not in sides | others and not sides & others)


def side(participant: Participant) -> str | None:
    """Return whose side one is on: state for forces, police, coalition and government, others for themselves only.

    Null where the words do not say ("individuals").
    """
    return "state" if participant.category in _STATE else participant.category


def _differ_in_victims(story: Story, draft: Draft) -> bool:
    """Whether one counts fighters and the other only those whom fighters harm."""
    mine = {p.side for p in story.parties} - {None}
    other = {p.side for p in draft.parties} - {None}
    return bool(mine and other) and not mine & other and "armed" in mine | other


def own_places(places: Sequence[tuple[PlaceRole, Mention]]) -> set[str]:
    """Return the names of the places that are narrower than a province."""
    return {m.name for _, m in places if m.place is None or m.place.feature not in _COARSE}


def share_place(story: Story, draft: Draft) -> bool:
    """Whether one place is named by both."""
    return bool({m.name for _, m in story.places} & {m.name for _, m in draft.places})


def _differ_in_place(story: Story, draft: Draft) -> bool:
    mine, other = own_places(story.places), own_places(draft.places)
    if not (mine and other):
        mine, other = {m.name for _, m in story.places}, {m.name for _, m in draft.places}
    return bool(mine and other) and not mine & other and not inside(story.places, draft.places)


def inside(some: Sequence[tuple[PlaceRole, Mention]], others: Sequence[tuple[PlaceRole, Mention]]) -> bool:
    """Whether a place of one lies in a place of the other, as far as their admin chains tell."""
    return any(_holds(a, b) or _holds(b, a) for _, a in some[:_FEW] for _, b in others[:_FEW])


_FEW = 20
"""Places of one event that are compared: a list of hundreds is a list, not a place."""


def _holds(outer: Mention, inner: Mention) -> bool:
    if inner.place is None or outer.place is None:
        return False
    nation = outer.place.feature == "country" and outer.place.country_code == inner.place.country_code
    return nation or outer.name in (inner.place.admin1, inner.place.admin2) or _around(outer.place, inner.place)


_REACH_KM = 100
"""How far from its middle such a province still holds a place: some are islands, and their outline is not known."""


def _around(outer: Place, inner: Place) -> bool:
    """Whether a province that is no first-level unit ("Samar") may hold the place: it lies near, in the same unit."""
    if outer.feature != "province" or (outer.country_code, outer.admin1) != (inner.country_code, inner.admin1):
        return False
    if outer.latitude is None or outer.longitude is None or inner.latitude is None or inner.longitude is None:
        return False
    return distance((outer.latitude, outer.longitude), (inner.latitude, inner.longitude)) < _REACH_KM


def _differ_in_date(story: Story, draft: Draft) -> bool:
    """Whether they tell of other days; who retells an act may be a day off, for nights have two.

    In one sentence a month or year of the one is not that of the other: "executed for the 2015 killing of a judge".
    """
    if draft.sentence is story.lead.sentence and _months(story.dates) != _months(draft.dates):
        return True
    return bool(story.dates and draft.dates) and _days_apart(story, draft)


def differ_in_day(story: Story, draft: Draft) -> bool:
    """Whether the day or month that the draft tells is not one that the story has told."""
    mine, other = ({m.when.start for m in dates if m.when is not None} for dates in (story.dates, draft.dates))
    return None not in other and not mine & other


def _days_apart(story: Story, draft: Draft) -> bool:
    mine, other = _days(story.dates), _days(draft.dates)
    slack = timedelta(days=draft.retold or _goes_on(draft))
    return bool(mine and other) and all(abs(a - b) > slack for a in mine for b in other)


def _goes_on(draft: Draft) -> bool:
    """Whether it takes up a fight, which may have begun the day before: "the encounter erupted on Saturday evening"."""
    phrase = draft.predicate.phrase
    return draft.kind == "armed_clash" and phrase is not None and phrase.determiner == "the"


def _months(dates: Sequence[Mention]) -> set[int]:
    return {m.first for m in dates if m.when is not None and m.when.precision in ("month", "year")}


def _days(dates: Sequence[Mention]) -> set[date]:
    return {
        m.when.start for m in dates if m.when is not None and m.when.start is not None and m.when.precision == "day"
    }
