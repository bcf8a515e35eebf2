"""Inherit: the place and the day that an event takes from the text around it, where its own words tell none."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extraction.dates.period import Anchor, month_span
from extraction.events.contrast import inside, side
from extraction.events.discourse import cue_before, says
from extraction.events.draft import Draft
from extraction.events.scene import CONTEXT
from extraction.events.story import Story
from extraction.mentions.mention import Mention, When
from extraction.sentences.sentence import Sentence

_BACK = 8
"""How many places back an event looks for the one that governs it."""
_STANDS = frozenset({None, "at", "near"})
_WIDE = frozenset({"country", "region"})


def inherit_places(stories: Sequence[Story], mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """An event with no place of its own takes the last one told before it, which governs it; else the next told.

    Passed over are the places of what others did (after "the leader had attacked patrols in X" the soldiers' next act
    is not in X), those where somebody only lives, commands or is active ("leader for X district"), other countries
    than that of which the document speaks most, and the places of what is only planned or lies further back.
    """
    spots = [m for m in mentions if m.type == "place" and m.category not in CONTEXT and not _acts(m, sentences)]
    indexes = [m.sentence for m in spots]
    owners = {id(m): story for story in stories for _, m in story.places}
    home = Counter(m.country_code for m in spots if m.country_code).most_common(1)
    for story in stories:
        if story.places:
            continue
        here = bisect_right(indexes, story.lead.sentence.index)
        back = spots[max(0, here - _BACK) : here]
        near = [*_behind(back, story, owners), *back[::-1], *_following(spots[here : here + 1], story, sentences)]
        fitting = [m for m in near if _fits(m, owners.get(id(m)), story, sentences[m.sentence])] or near[:1]
        at_home = (m for m in fitting if not home or m.country_code in (None, home[0][0]))
        chosen = next(at_home, fitting[0] if fitting else None)
        story.places = [("at", chosen)] if chosen is not None else []
        story.inherited = chosen is not None


def _acts(spot: Mention, sentences: Sequence[Sentence]) -> bool:
    """Whether the place stands for who did it: "drones launched by Russia"."""
    return spot.first > 0 and sentences[spot.sentence].tokens[spot.first - 1].norm == "by"


def _behind(spots: Sequence[Mention], story: Story, owners: Mapping[int, Story]) -> list[Mention]:
    """The first place behind the act in its sentence that is no other's: "held a man, known as Abu Zeid, in Hit"."""
    sentence, first = story.lead.sentence.index, story.lead.predicate.first
    inside = (m for m in spots if m.sentence == sentence and m.first > first and id(m) not in owners)
    return [m for m in inside if m.category in _STANDS][:1]


def _following(spots: Sequence[Mention], story: Story, sentences: Sequence[Sentence]) -> Iterator[Mention]:
    """The place that the same paragraph tells after the event."""
    return (m for m in spots if sentences[m.sentence].paragraph == story.lead.sentence.paragraph)


def _fits(spot: Mention, owner: Story | None, story: Story, sentence: Sentence) -> bool:
    if spot.sentence == story.lead.sentence.index and owner is not None:
        return True
    if owner is None:
        return not cue_before(sentence, "describes", spot.first)
    if _is_news(story.lead) and not _is_news(owner.lead):
        return False
    mine, other = _doers(story), _doers(owner)
    return owner is story or not (mine and other) or bool(mine & other)


def _doers(story: Story) -> set[str]:
    """The sides of those who did it; empty where the words do not say."""
    return {side(p) or "" for p in story.participants if p.role == "actor"} - {""}


def date_by_headings(drafts: Sequence[Draft], heads: Mapping[int, Mention]) -> None:
    """Give what happened and has no day of its own the one that heads its paragraph (`heads`, by its number)."""
    for draft in drafts if heads else ():
        head = heads.get(draft.sentence.paragraph)
        if head is not None and not draft.dates and _is_news(draft):
            draft.dates = [head]


def inherit_days(stories: Sequence[Story], period: When | None, anchor: Anchor | None) -> None:
    """An event with no date of its own takes that of the happening which it continues, else the day of the report.

    It continues the event before it that has a day, in its paragraph or at its place, unless it is set apart
    ("elsewhere", "meanwhile"), lies further back ("had", "previously") or is no single act. An event that occurred and
    that nothing dates is reported on the day on which somebody says so ("police said on Monday"), else in the `period`
    that the headings give, else on the anchor's day, which then stands with precision `week` and no wording: it
    happened shortly before. Where only the month of the document is known it stands with precision `month`.
    """
    last: Story | None = None
    for story in stories:
        lead = story.lead
        if _dated(story):
            last = story if _is_news(lead) and _has_day(story) else last
        elif _is_news(lead):
            if not story.dates and last is not None and _continues(last, story) and lead.sentence.part == "body":
                story.dates = last.dates[:1]
            elif lead.status in ("occurred", "prevented"):
                story.reported = _reported(lead, period, anchor)


def _dated(story: Story) -> bool:
    return any(m.when is not None and m.when.start is not None for m in story.dates)


def _has_day(story: Story) -> bool:
    return story.dates[0].when is not None and story.dates[0].when.precision == "day"


def _continues(last: Story, story: Story) -> bool:
    if story.part_of is last:
        return True
    if says(story.lead.sentence, "apart"):
        return False
    narrow = [(role, m) for role, m in last.places if m.place is not None and m.place.feature not in _WIDE]
    names = {m.name for _, m in narrow}
    at_its_place = any(m.name in names for _, m in story.places) or inside(narrow, story.places)
    return last.lead.sentence.paragraph == story.lead.sentence.paragraph or at_its_place


def _reported(lead: Draft, period: When | None, anchor: Anchor | None) -> When | None:
    if lead.reported is not None and lead.reported.when is not None:
        return When(lead.reported.when.start, lead.reported.when.end, "week")
    if anchor is None or period is not None:
        return period
    if anchor.precision == "month":
        return month_span(anchor.day.year, anchor.day.month)
    return When(anchor.day, anchor.day, "week")


def _is_news(draft: Draft) -> bool:
    return draft.status in ("occurred", "ongoing", "prevented") and draft.scope == "single" and not draft.background
