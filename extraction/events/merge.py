"""Merge: the drafts of a document that tell the same event become one, with all their evidence."""

from collections import defaultdict
from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.events.contrast import contradict, differ, differ_in_day, own_places, share_place, shared_figure
from extraction.events.discourse import adds, cues, points_back, says
from extraction.events.draft import CLAIM, Draft
from extraction.events.event import Participant
from extraction.events.part import fill_rests, whole_of
from extraction.events.resume import is_toll, means_again
from extraction.events.story import EXPLOSIVE, VIOLENT, Story

_REACH = 40
"""How many events of a kind a telling is compared with: the latest; so a document is read in linear time."""
_FULL = 60
"""How many tellings an event has at most."""
_BLASTS = EXPLOSIVE | {"attack"}
CLAIMED = VIOLENT | {"execution", "abduction"}
"""Kinds for which somebody claims responsibility."""

Told = tuple[Draft, list[Participant]]


def stories(drafts: Sequence[Told]) -> list[Story]:
    """Bring the drafts of a document together into its events, in the order of the text.

    The body is read first; a title or standfirst then joins the events that it announces, several where it sums up.
    """
    shelf = _Shelf()
    for draft, participants in drafts:
        if draft.rule == CLAIM:
            _claim(draft, participants, shelf)
        elif draft.sentence.part == "body":
            near = shelf.near(draft)
            matching = [s for s in near if same(s, draft, participants)] or [
                s for s in (*shelf.all[-1:], *near[:1]) if is_toll(s, draft)
            ]
            counted = (s for s in matching if shared_figure(s, draft))
            _tell(next(counted, next(iter(matching), None)), draft, participants, shelf)
    for draft, participants in drafts:
        if draft.sentence.part != "body" and draft.rule != CLAIM:
            matching = [s for s in shelf.first(draft) if same(s, draft, participants)]
            for announced in _announced(matching, draft) or [None]:
                _tell(announced, draft, participants, shelf)
    fill_rests(shelf.all)
    return sorted(shelf.all, key=lambda s: min((d.sentence.index, d.predicate.first) for d in s.tellings))


class _Shelf:
    """The stories so far, by kind, so that a draft is compared only with those that it can tell again."""

    def __init__(self) -> None:
        self.all: list[Story] = []
        self._by_kind: dict[str, list[Story]] = defaultdict(list)

    def add(self, story: Story) -> None:
        """Put a new story in its place."""
        self.all.append(story)
        self._by_kind[_family(story.kind)].append(story)

    def near(self, draft: Draft) -> list[Story]:
        """Return the latest stories of the draft's family, the last first."""
        return [s for s in self._by_kind[_family(draft.kind)][: -_REACH - 1 : -1] if len(s.tellings) < _FULL]

    def first(self, draft: Draft) -> list[Story]:
        """Return the first stories of the draft's family, in the order of the text."""
        return [s for s in self._by_kind[_family(draft.kind)][:_REACH] if len(s.tellings) < _FULL]


def _claim(draft: Draft, participants: list[Participant], shelf: _Shelf) -> None:
    """Who claims responsibility and says no more means the violence told last; where none is told it means nothing."""
    last = next((s for s in reversed(shelf.all) if s.kind in CLAIMED), None)
    if last is not None and draft.claimants and draft.status in ("occurred", "alleged"):
        draft.places, draft.dates = [], []
        last.take(draft, participants)


def _family(kind: str) -> str:
    return "violence" if kind in VIOLENT else kind


def _announced(matching: Sequence[Story], draft: Draft) -> list[Story | None]:
    """Of the stories that a heading fits: those with its figures, all that add up to them, else the first."""
    figures = {(p.quantity.role, p.low) for p in draft.parties}
    counted = [s for s in matching if figures & {(p.quantity.role, p.low) for p in s.parties}]
    summed = {(role, sum(p.low for s in matching for p in s.parties if p.quantity.role == role)) for role, _ in figures}
    return [*(counted or (matching if figures & summed else matching[:1]))]


def _tell(story: Story | None, draft: Draft, participants: list[Participant], shelf: _Shelf) -> None:
    if story is None:
        story = Story([], draft.kind)
        story.part_of = whole_of(draft, shelf.near(draft))
        shelf.add(story)
    story.take(draft, participants)


def same(story: Story, draft: Draft, participants: Sequence[Participant]) -> bool:
    """Whether a draft tells again what a story has told: nothing contradicts, and something ties them."""
    if not _alike(story, draft) or differ(story, draft, participants) or _told_apart(story, draft):
        return False
    if draft.sentence.part != "body" or any(d.sentence.part != "body" for d in story.tellings):
        return True
    one_of_many = story.lead.manifold and not draft.manifold and bool(own_places(draft.places))
    return not one_of_many and not contradict(story, draft) and _tied(story, draft)


def _told_apart(story: Story, draft: Draft) -> bool:
    """Whether one verb tells both: "nine were killed in Uvira and two in Fizi", "freed two in exchange for five"."""
    verb = None if draft.predicate.nominal else draft.predicate.verb
    return verb is not None and any(d.predicate.verb is verb and not d.predicate.nominal for d in story.tellings)


def _alike(story: Story, draft: Draft) -> bool:
    """Whether the kinds can be one: the same, a blast and its means, a bare harm and the act that did it."""
    kind, other = story.kind, draft.kind
    if kind == other or means_again(story, draft):
        return True
    heading = draft.sentence.part != "body" or story.lead.sentence.part != "body"
    if {kind, other} <= _BLASTS and (
        heading or _names_again(draft) or draft.bare_harm or story.bare_harm or shared_figure(story, draft)
    ):
        return True
    if kind == "ied_explosion" and other == "suicide_bombing" and draft.agents and all(map(points_back, draft.agents)):
        return True  # "a bomb tore through a hall … the attacker blew himself up"
    bare = draft.bare_harm or story.bare_harm
    return (
        bare and {kind, other} <= VIOLENT and (shared_figure(story, draft) or (draft.bare_harm and draft.points_back))
    )


def _names_again(draft: Draft) -> bool:
    """Whether a noun names the act, and not a new one with its own dead: "two died in an attack by rebels"."""
    phrase = draft.predicate.phrase
    new = phrase is not None and phrase.determiner in ("a", "an") and bool(draft.parties)
    return draft.predicate.nominal and not new


def _tied(story: Story, draft: Draft) -> bool:
    """Within the body a second telling points back, adds to a figure, shares one, or adds only what was open."""
    if story.parties and (draft.points_back or any(adds(p.phrase) for p in draft.parties)):
        return True
    if says(draft.sentence, "apart"):
        return False
    if draft.kind == "operation":
        named = story.operation is not None and draft.operation is not None
        return named or not own_places(draft.places) or share_place(story, draft)
    phrase = draft.predicate.phrase
    if phrase is not None and phrase.determiner in words("definite"):
        return not _dated(phrase, draft) or not differ_in_day(story, draft)
    if draft.kind in VIOLENT and any(
        a.head in cues("doers") and a.determiner in words("definite") for a in draft.agents
    ):
        return True
    return bool(draft.parties and story.parties) or share_place(story, draft) or not own_places(draft.places)


def _dated(phrase: Phrase, draft: Draft) -> bool:
    """Whether the noun is known by its day and not from before: "the Feb. 4 bombing", "the May attack"."""
    return any(phrase.first < m.first < phrase.last for m in draft.dates)
