"""Part: figures that belong to a total told before: "three in one village, the rest on the road"."""

from collections import defaultdict
from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.events.contrast import differ
from extraction.events.count import span, wording
from extraction.events.discourse import says
from extraction.events.draft import Draft
from extraction.events.party import PERSONAL, Party
from extraction.events.story import Story


def whole_of(draft: Draft, stories: Sequence[Story]) -> Story | None:
    """Return the story that a new event is a part of, if any. `stories` are of its family, last first.

    A part follows its total with a cue ("the rest", "two of them") in one paragraph; or, with no cue that sets it
    apart, tells a smaller exact figure of the same people, place and day; or is one strike of a series; or tells one
    of the several operations that the total sums up.
    """
    for total in stories:
        alike = total.kind == draft.kind or draft.bare_harm
        if alike and total.part_of is None and total.lead.scope == draft.scope and _is_part(draft, total):
            return total
    return None


def _is_part(draft: Draft, total: Story) -> bool:
    low = max((p.low for p in draft.parties), default=0)
    roles = {p.quantity.role for p in draft.parties}
    highest = max((p.low for p in total.parties if p.quantity.role in roles), default=0)
    near = draft.sentence.paragraph == total.lead.sentence.paragraph
    if says(draft.sentence, "part") and near and (not low or highest > low):
        return True
    if highest >= low > 0 and total.lead.manifold and not differ(total, draft, ()):
        return True
    if draft.kind == "air_strike" and highest > low > 0:
        return True
    return highest > low > 0 and _detail(draft, total)


def _detail(draft: Draft, total: Story) -> bool:
    """Whether a smaller exact figure only details a total of persons told before."""
    if says(draft.sentence, "apart") or draft.status != total.lead.status or differ(total, draft, ()):
        return False
    return all(p.exact for p in (*draft.parties, *total.parties) if p.quantity.role in PERSONAL) and any(
        p.quantity.role in PERSONAL for p in draft.parties
    )


def fill_rests(stories: Sequence[Story]) -> None:
    """Say what "the rest" of a total stands for: what its other parts leave of it."""
    by_total: dict[int, list[Story]] = defaultdict(list)
    for story in stories:
        if story.part_of is not None:
            by_total[id(story.part_of)].append(story)
    for parts in by_total.values():
        found = next(((story, rest) for story in parts if (rest := _rest_of(story)) is not None), None)
        if found is not None:
            _fill_rest(*found, [part for part in parts if part.parties])


def _rest_of(story: Story) -> Phrase | None:
    """The phrase that says "the rest" in a part with no figure of its own."""
    phrases = (*story.lead.patients, *story.lead.agents)
    return None if story.parties else next((p for p in phrases if p.head in words("rests")), None)


def _fill_rest(story: Story, rest: Phrase, parts: Sequence[Story]) -> None:
    total, sentence = story.part_of, story.lead.sentence
    for whole in total.parties if total is not None else ():
        told = [p.low for part in parts for p in part.parties if p.quantity.role == whole.quantity.role]
        left = whole.low - sum(told)
        if told and left > 0:
            words, where = wording(rest, sentence), span(rest, sentence)
            quantity = whole.quantity._replace(low=left, high=left, wording=words, span=where)
            story.parties.append(Party(quantity, rest, whole.side))
            return
