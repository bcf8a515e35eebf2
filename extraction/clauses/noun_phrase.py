"""Noun phrase: a noun or name with what stands before it, cut from a tagged sentence: "six heavily armed men"."""

from collections.abc import Sequence

from extraction.clauses.chunk import Parts, Phrase
from extraction.clauses.grammar import words
from extraction.clauses.word_class import CURRENCIES, Tag
from extraction.mentions.mention import Mention
from extraction.mentions.noun import PEOPLE, Noun

NOMINAL = frozenset({"DET", "NUM", "N", "ADJ", "NAME", "NAT", "POSS"})
"""Tags of the words of a noun phrase."""
_OPENS = frozenset({"count", "article", "distance"})
"""Numbers that begin a phrase of their own: "a bomb | two kilometres away"."""
_OPENING, _CLOSING = frozenset("\"“‘'"), frozenset("\"”’'")

_SIGNS = CURRENCIES | _OPENING | _CLOSING | {"."}


def noun_phrase(parts: Parts, first: int) -> Phrase:
    """Return the phrase that begins at `first`, its head noun known or not."""
    last = _phrase_end(parts, first)
    inside = tuple([m for i, m in enumerate(parts.mentions[first:last], first) if m is not None and m.first == i])
    noun = parts.nouns[last][1] if last in parts.nouns else None
    named = parts.mentions[last - 1]
    if named is not None and named.type not in ("number", "nationality") and not _are_people(noun, named):
        noun = None
    if noun is None and named is None:
        noun = _titled(parts, first, last)
    number = None
    for mention in inside:
        if mention.type == "number" and mention.name in ("count", "article"):
            number = mention
            break
    norms = parts.words[first:last]
    opener = norms[0] if parts.tags[first] == "DET" else None
    head = noun.lemma if noun is not None else norms[-1]
    return Phrase(first, last, norms, noun, head, inside, number, opener)


def _titled(parts: Parts, first: int, last: int) -> Noun | None:
    """The noun before a name that nothing knows: "sheikh Ghazi al-Marfadi", "minister-designate"; null without one."""
    for end in range(last - 1, first, -1):
        word = parts.tokens[end]
        if word.text[0].islower() and not word.glued and word.norm not in words("name_particles"):
            return None
        if end in parts.nouns and not parts.nouns[end][1].plural:
            return parts.nouns[end][1]
    return None


def _are_people(noun: Noun | None, named: Mention) -> bool:
    """Whether the name itself ends in a noun of people: "Tamil rebels"."""
    return named.type == "actor" and noun is not None and noun.plural and bool(noun.classes & PEOPLE)


def _phrase_end(parts: Parts, first: int) -> int:
    """A phrase ends before a determiner or count that would open another, and at the end of its nominal words."""
    tags, i, solid = parts.tags, first, False
    while i < len(tags):
        if _is_sign(parts, i, first):
            i += 1 + (tags[i + 1] == "ADV")
            continue
        if tags[i] not in NOMINAL and not _describes_noun(tags, i, first):
            break
        mention = parts.mentions[i]
        if tags[i] == "ADV":
            i += 1
            continue
        if solid and _brackets_acronym(parts, i + 1):
            i += 4
            continue
        if mention is not None and mention.first == i:
            opens = mention.type == "number" and mention.name in _OPENS and not parts.tokens[i].glued
            ranked = i - 1 > first and parts.words[i - 1] in words("before_numbers")  # "the last 22 of them"
            if solid and opens and tags[i - 1] != "POSS" and not ranked and not _is_model(parts, i, first):
                break
            solid = solid or mention.type != "number"
            i = mention.last + (3 if solid and _brackets_acronym(parts, mention.last) else 0)
            continue
        if _closes(parts, i, first, solid):
            break
        solid = solid or tags[i] in ("N", "NAME")
        i += 1
    return max(i, first + 1)


def _closes(parts: Parts, i: int, first: int, solid: bool) -> bool:
    """Whether the phrase, which has its noun where it is `solid`, ends before the word at `i`."""
    tag = parts.tags[i]
    if tag == "DET":
        return solid and parts.tags[i - 1] != "POSS"
    if solid and parts.words[i] == "worth" and parts.words[i + 1 : i + 2] != ("of",):
        return True  # "a shipment of heroin worth ten million"
    return (tag == "POSS" or (tag == "ADJ" and solid)) and _stands_last(parts, i, first)


def _is_sign(parts: Parts, i: int, first: int) -> bool:
    """Whether a currency or quote stands inside a phrase: "a $4 million plan", 'nine "very dangerous" fighters'."""
    if not first < i < len(parts.tags) - 1 or (sign := parts.tokens[i].text) not in _SIGNS:
        return False
    before, after = parts.tags[i - 1], parts.tags[i + 1]
    if sign in CURRENCIES or sign == ".":  # ".303 rifle"
        return before == "DET" and after == "NUM"
    if sign in _OPENING and before in ("NUM", "DET", "ADJ") and after in ("N", "ADJ", "NAT", "?", "ADV"):
        return True
    opened = sign in _CLOSING and any(token.text in _OPENING for token in parts.tokens[first:i])
    return opened and before in ("ADJ", "N") and after in ("N", "ADJ", "NAT")


def _is_model(parts: Parts, i: int, first: int) -> bool:
    """Whether the number at `i` belongs to a name of a model inside a counted phrase: "18 Leopard 2 tanks"."""
    if parts.tags[first] not in ("NUM", "DET") or parts.mentions[i - 1] is not None or i + 1 >= len(parts.tags):
        return False
    digits = parts.tokens[i].text.isdigit() and parts.tokens[i - 1].capital
    return digits and parts.tags[i + 1] == "N"


def _stands_last(parts: Parts, i: int, first: int) -> bool:
    """Whether nothing nominal follows the word at `i`, nor is it a noun itself: "a leader responsible for"."""
    goes_on = i + 1 < len(parts.tags) and (parts.tags[i + 1] in NOMINAL or _is_sign(parts, i + 1, first))
    return not goes_on and i + 1 not in parts.nouns


def _brackets_acronym(parts: Parts, i: int) -> bool:
    """Whether "(IED)" stands at `i` inside a phrase that goes on behind it: "an explosive device (IED) commander"."""
    if i + 3 >= len(parts.words) or parts.words[i] != "(" or parts.words[i + 2] != ")":
        return False
    return parts.tokens[i + 1].text.isupper() and parts.tags[i + 3] == "N"


def _describes_noun(tags: Sequence[Tag], i: int, first: int) -> bool:
    """Whether a date or adverb stands inside the phrase: "the 2015 attack", "six heavily armed men"."""
    if tags[i] == "ADV":
        return i > first and tags[i - 1] in ("DET", "NUM", "ADJ") and tags[i + 1 : i + 2] == ["ADJ"]
    return tags[i] == "DATE" and _dates_noun(tags, i)


def _dates_noun(tags: Sequence[Tag], i: int) -> bool:
    """Whether the date at `i` only describes the noun behind it: "the 2015 attack"."""
    if tags[i] != "DATE" or tags[i - 1] not in ("DET", "ADJ", "DATE"):
        return False
    return i + 1 < len(tags) and (tags[i + 1] in ("N", "POSS", "ADJ") or _dates_noun(tags, i + 1))
