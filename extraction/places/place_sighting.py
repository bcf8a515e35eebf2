"""Place sighting: a name that may be a place, with what the words around it say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.places.place_index import Candidate
from extraction.places.place_words import Words, role_before
from extraction.sentences.sentence import Sentence, Token

_LINKS = frozenset({",", "and", "or", "&"})
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "nearby", "neighboring", "neighbouring"})


@dataclass(slots=True)
class Sighting:
    """A name that may be a place, not yet resolved; completed while its sentence is read."""

    sentence: Sentence
    first: int
    """Index of the first token of the wording, directions ("northern") included."""
    last: int
    """Index after the last token, the noun ("district") included."""
    name: str
    """The name alone, as the text spells it."""
    candidates: Sequence[Candidate]
    loose: bool = False
    """Found by the weak key only."""
    noun: str | None = None
    """Feature that a noun beside the name tells; null without one."""
    noun_word: str | None = None
    """That noun where it follows the name, as the text spells it."""
    partial: bool = False
    """A capitalised word stands beside it, which the gazetteer does not know with it: perhaps somebody's surname."""
    directed: bool = False
    with_article: bool = False
    """Told as landscapes are, never towns: "crossed the Dnipro at"."""
    role: str | None = None
    listed: bool = False
    """Coordinated with the sighting before it."""
    taken: bool = False
    """It stands behind a verb whose object is a place: "shelled Zarbo"."""
    longer: "Sighting | None" = None
    """The whole name, unknown to the gazetteer, of which this one is the beginning: "Bulo Gadud"."""


def read_context(seen: Sighting, before: Sighting | None, known: Words) -> None:
    """Widen the sighting to the left over directions, and read its role, from its own or its list's preposition."""
    tokens, first = seen.sentence.tokens, seen.first
    while first > 0 and _directs(tokens, first - 1 - (tokens[first - 1].norm == "and"), known):
        first -= 1
    seen.first, seen.directed = first, first < seen.first
    seen.with_article = first > 0 and tokens[first - 1].norm == "the" and _ends(tokens, seen.last, known)
    start = first
    while start > 0 and _skipped(tokens, start - 1, known):
        start -= 1
    seen.role = role_before(tokens, start) or role_before(tokens, first)
    seen.taken = first > 0 and tokens[first - 1].norm in known.taking
    if seen.role is None and start > 1 and tokens[start - 1].norm not in _LINKS and tokens[start - 2].norm == "the":
        seen.role = role_before(tokens, start - 2)
    elif seen.role is None and before is not None and _linked(tokens, before.last, start):
        seen.role, seen.listed, seen.taken = before.role, True, before.taken
        if seen.noun is None and _plural(before, known):
            seen.noun = before.noun


def _ends(tokens: Sequence[Token], last: int, known: Words) -> bool:
    """Whether the noun phrase is over: "the Dnipro at", but not "the Kharkiv front"."""
    return last == len(tokens) or tokens[last].norm in known.followers or not tokens[last].text[0].isalnum()


def _directs(tokens: Sequence[Token], index: int, known: Words) -> bool:
    return index >= 0 and tokens[index].norm in known.direction


def _skipped(tokens: Sequence[Token], index: int, known: Words) -> bool:
    norm = tokens[index].norm
    if norm == "of":
        return index > 0 and tokens[index - 1].norm in known.nouns
    return norm in _DETERMINERS or (norm in known.nouns and tokens[index].text[0].islower())


def _linked(tokens: Sequence[Token], first: int, last: int) -> bool:
    return 0 < last - first <= 2 and all(tokens[index].norm in _LINKS for index in range(first, last))


def _plural(seen: Sighting, known: Words) -> bool:
    """Whether the noun before the first name of a list is a plural that governs the whole list."""
    tokens = seen.sentence.tokens
    return seen.noun_word is None and (seen.listed or (seen.first > 1 and tokens[seen.first - 2].norm in known.plurals))


def share_nouns(found: list[Sighting], known: Words) -> None:
    """Give a plural noun at the end of a list ("A and B districts") to the names before it."""
    for index in range(len(found) - 1, 0, -1):
        after, seen = found[index], found[index - 1]
        noun_word = after.noun_word or ""
        if (
            after.listed
            and seen.noun is None
            and (
                noun_word.lower() in known.plurals
                or (index + 1 < len(found) and found[index + 1].listed and after.noun and not noun_word)
            )
        ):
            seen.noun = after.noun
