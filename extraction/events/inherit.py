"""Inherit: the place and the day that an event takes from the text around it, where its own words tell none."""

from bisect import bisect_right
from collections.abc import Sequence

from extraction.dates.period import Anchor
from extraction.events.discourse import says
from extraction.events.draft import Draft
from extraction.events.scene import CONTEXT
from extraction.events.story import Story
from extraction.mentions.mention import Mention

_BACK = 8
"""How many places back an event looks for the one that governs it."""


def inherit_places(stories: Sequence[Story], mentions: Sequence[Mention]) -> None:
    """An event with no place of its own takes the last one told before it, which governs it.

    Passed over are the places of what others did: after "the leader had attacked patrols in X" the soldiers' next act
    is not in X.
    """
    spots = [m for m in mentions if m.type == "place" and m.category not in CONTEXT]
    indexes = [m.sentence for m in spots]
    owners = {id(m): story for story in stories for _, m in story.places}
    for story in stories:
        if story.places:
            continue
        before = bisect_right(indexes, story.lead.sentence.index)
        near = spots[max(0, before - _BACK) : before][::-1]
        chosen = next((m for m in near if not _of_others(owners.get(id(m)), story)), near[0] if near else None)
        story.places = [("at", chosen)] if chosen is not None else []
        story.inherited = chosen is not None


def _of_others(owner: Story | None, story: Story) -> bool:
    """Whether a place is that of an act whose doers are on another side than those of the story."""
    if owner is None or owner is story:
        return False
    mine, other = _doers(story), _doers(owner)
    return bool(mine and other) and not mine & other


def _doers(story: Story) -> set[str]:
    return {p.name for p in story.participants if p.role == "actor"}


def inherit_days(stories: Sequence[Story], anchor: Anchor | None) -> None:
    """An event with no date of its own takes that of the happening which it continues, else the day of the report.

    It continues the dated event before it in its paragraph, unless it is set apart ("elsewhere", "meanwhile"), lies
    further back ("had", "previously") or is no single act. An event of the body that occurred and that nothing dates
    is reported on the anchor's day, which then stands with precision `week` and no wording: it happened shortly
    before. A wording that could not be read ("yesterday" with no anchor) is kept as it is.
    """
    last: Story | None = None
    for story in stories:
        lead = story.lead
        if story.dates:
            last = story if _is_news(lead) else last
        elif _is_news(lead) and lead.sentence.part == "body":
            before = last is not None and last.lead.sentence.paragraph == lead.sentence.paragraph
            if last is not None and before and not says(lead.sentence, "apart"):
                story.dates = last.dates[:1]
            elif anchor is not None and lead.status == "occurred":
                story.reported = anchor.day


def _is_news(draft: Draft) -> bool:
    return draft.status in ("occurred", "ongoing") and draft.scope == "single" and not draft.background
