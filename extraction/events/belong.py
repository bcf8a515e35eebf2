"""Belong: the events that are part of a named operation though their own sentence does not name it."""

from collections.abc import Iterable, Sequence
from functools import cache

from extraction.clauses.grammar import noun_groups, words
from extraction.events.contrast import own_places
from extraction.events.discourse import says
from extraction.events.story import Story
from extraction.lexicon import load
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

_ARMED = frozenset({"insurgent", "militia"})
_OPENING = 2
"""Body sentences in one of which an operation is named where the whole document is about it."""
_REACH = 5
"""Words before the name in which a link to it stands: "as part of the ongoing Operation …"."""


def belong(stories: Sequence[Story], mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> None:
    """Give events of a force the operation that they are part of.

    It is told of all of them ("the strikes were part of Operation …"), or carried on from the event before.
    An operation is carried through its paragraph; through the whole document where no other is named and the title or
    the opening names it. It ends with a cue ("elsewhere") or another operation, named or with a place of its own.
    """
    named = [m for m in mentions if m.type == "operation"]
    if not named:
        return
    _carry(stories, _about(named, sentences))
    general = next((m for m in named if _speaks_of_all(sentences[m.sentence], m)), None)
    if general is not None:
        for story in stories:
            if story.operation is None and _is_part(story):
                story.operation = general


def _carry(stories: Iterable[Story], about: Mention | None) -> None:
    current, paragraph = about, -1
    for story in stories:
        sentence = story.lead.sentence
        if sentence.paragraph != paragraph:
            current, paragraph = about, sentence.paragraph
        if says(sentence, "apart") or _is_another(story):
            current = None
        if story.operation is not None:
            current = story.operation
        elif current is not None and _is_part(story):
            story.operation = current


def _is_another(story: Story) -> bool:
    """Whether the story is an operation with places of its own, and not "the operation" told before."""
    phrase = story.lead.predicate.phrase
    known = phrase is not None and phrase.determiner in words("definite")
    return story.kind == "operation" and not known and bool(own_places(story.places))


def _about(named: Sequence[Mention], sentences: Sequence[Sentence]) -> Mention | None:
    """The operation that the whole document is about; null where there is none."""
    opening = [s.index for s in sentences if s.part == "body"][:_OPENING]
    opens = named[0].sentence in opening or sentences[named[0].sentence].part == "title"
    return named[0] if opens and len({m.name for m in named}) == 1 else None


def _is_part(story: Story) -> bool:
    """Whether the event can be part of an operation of the authorities: done, by them, and no older deed."""
    lead = story.lead
    to_come = story.kind == "operation" and lead.status == "planned"  # its next phase
    if story.kind not in _kinds() or lead.background or not (to_come or lead.status in ("occurred", "ongoing")):
        return False
    return all(p.category not in _ARMED for p in story.participants if p.role == "actor")


def _speaks_of_all(sentence: Sentence, mention: Mention) -> bool:
    """Whether the sentence says of acts told before that they belong to it: "the raids were part of Operation …"."""
    norms = [token.norm for token in sentence.tokens[: mention.first]]
    before = f" {' '.join(norms[-_REACH:])} "
    if not any(f" {link} " in before for link in _links()):
        return False
    opens = next((i for i, norm in enumerate(norms) if norm in words("definite") or norm == "all"), None)
    if opens is None:
        return False
    return any(norm in noun_groups() and norm.endswith("s") for norm in norms[opens + 1 : opens + _REACH])


@cache
def _links() -> tuple[str, ...]:
    return tuple(load("operations")["links"])


@cache
def _kinds() -> frozenset[str]:
    return frozenset(load("operations")["parts"])
