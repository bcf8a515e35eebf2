"""Place sightings: the names in one sentence that may be places, with the words around them."""

from collections.abc import Sequence

from extraction.places.gazetteer import gazetteer
from extraction.places.place_minor import little_known
from extraction.places.place_noun import noun_before, read_noun, told_after
from extraction.places.place_run import NO_START, comes_after_name, goes_on, only_direction, pair, run_end
from extraction.places.place_sighting import Sighting, read_context, share_nouns
from extraction.places.place_words import Words, prefix_at, words
from extraction.sentences.sentence import Sentence, Token

_OF = frozenset({"de", "del", "da", "do", "dos"})
_OWNERS = frozenset({"her", "his", "its", "their"})
"""Words before what is no unknown town: "under their Land-Rover"."""
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})
_STOPS = frozenset(".,;:!?()")
_BEFORE_COUNTRY = frozenset({"the", ",", "in"})  # "in the Philippines", "Sulu, Philippines"
_GENITIVES = frozenset({"'s", "’s", "s"})
_SHORTEST_UNKNOWN = 3
_SMALL_WORDS = frozenset({"a", "in"})
"""What small words in a capital begin a name, where the lexicon knows it: "In Amenas", "A Shau"."""


def sightings(sentence: Sentence, blocked: frozenset[int], adjectives: frozenset[int]) -> list[Sighting]:
    """Return the sightings of one sentence, left to right.

    Tokens in `blocked` belong to other mentions; those in `adjectives` to nationalities, which can only begin the
    longer name of a place that the lexicon knows ("Syrian Desert").
    """
    blocked = blocked | adjectives
    tokens, known = sentence.tokens, words()
    found: list[Sighting] = []
    end = 0
    for first in _starts(sentence, adjectives):
        if first < end:
            continue
        if first in adjectives:
            seen = _with_adjective(sentence, first, blocked - adjectives)
        else:
            seen = _at(sentence, first, blocked) if _begins(tokens, first, blocked) else None
        if seen is not None:
            read_context(seen, found[-1] if found else None, known)
            if seen.longer is not None:
                read_context(seen.longer, found[-1] if found else None, known)
            found.append(seen)
            end = seen.last
    share_nouns(found, known)
    return found


def _starts(sentence: Sentence, adjectives: frozenset[int]) -> Sequence[int]:
    """Return where a name may begin: at capitals and nationalities, and at articles in small letters."""
    if not adjectives and sentence.norms.isdisjoint(_ARTICLES):
        return sentence.capitals
    articles = (index for index, token in enumerate(sentence.tokens) if token.norm in _ARTICLES)
    return sorted({*sentence.capitals, *adjectives, *articles})


def _with_adjective(sentence: Sentence, first: int, blocked: frozenset[int]) -> Sighting | None:
    for last in range(run_end(sentence.tokens, first, blocked, words()), first, -1):
        name = sentence.wording(first, last)
        alone = last == first + 1
        if alone and sentence.tokens[first - 1].norm not in _BEFORE_COUNTRY:
            return None
        candidates = gazetteer().find(name)
        if any(c.curated and (not alone or (c.name == name and c.feature == "country")) for c in candidates):
            return Sighting(sentence, first, last, name, candidates)
    return None


def _begins(tokens: Sequence[Token], first: int, blocked: frozenset[int]) -> bool:
    token = tokens[first]
    if first in blocked or (token.norm in NO_START and (first == 0 or token.norm not in _SMALL_WORDS)):
        return False
    if token.capital:
        return True
    after = first + 1
    return token.norm in _ARTICLES and after < len(tokens) and tokens[after].glued and tokens[after].capital


def _at(sentence: Sentence, first: int, blocked: frozenset[int]) -> Sighting | None:
    tokens, known, find = sentence.tokens, words(), gazetteer().find
    run = run_end(tokens, first, blocked, known)
    alone = first > 0 and run == first + 1 and tokens[first - 1].text == ","
    if alone and (unit := gazetteer().abbreviation(tokens[first].text)):
        return Sighting(sentence, first, run, tokens[first].text, (unit,))
    if (owned := _with_owner(sentence, first)) is not None:
        return owned
    if tokens[first].norm in _SMALL_WORDS:
        return _known_as(sentence, first, run)
    for loosely in (False, True):
        for last in range(run, first, -1):
            if tokens[last - 1].norm in known.particles and last - first > 1 and tokens[last - 1].text.islower():
                continue  # but "Lanao del Sur"
            if loosely and tokens[first].norm in known.never:
                continue  # "the Shia mosque" is none in Suya
            name = sentence.wording(first, last)
            candidates = find(name, loosely)
            if candidates and not only_direction(tokens, first, last, known):
                longer_run = goes_on(tokens, last, run, known) and not pair(tokens, last)
                partial = longer_run or (comes_after_name(tokens, first, blocked, known) and not pair(tokens, first))
                seen = Sighting(sentence, first, last, name, candidates, loosely, partial=partial)
                longer = _longer(seen, longer_run, run, blocked, known)
                if longer is not None and (longer.noun or little_known(seen)):
                    return longer
                read_noun(seen, blocked, known)
                seen.longer = longer if longer is not None and longer.last > seen.last else None
                return seen
    return _unknown(sentence, first, run, blocked, known)


def _with_owner(sentence: Sentence, first: int) -> Sighting | None:
    """Return the place that the lexicon knows by a name with a genitive: "Cox's Bazar"."""
    tokens, last = sentence.tokens, first + 3
    if last > len(tokens) or tokens[first + 1].norm not in _GENITIVES or not tokens[first + 2].capital:
        return None
    return _known_as(sentence, first, last)


def _known_as(sentence: Sentence, first: int, last: int) -> Sighting | None:
    name = sentence.wording(first, last)
    candidates = gazetteer().find(name)
    return Sighting(sentence, first, last, name, candidates) if any(c.curated for c in candidates) else None


def _longer(seen: Sighting, goes_on: bool, run: int, blocked: frozenset[int], known: Words) -> Sighting | None:
    """Return the unknown name that begins with a known one; behind a particle only where few know the known one."""
    tokens, last = seen.sentence.tokens, seen.last
    owned = last + 1 < run and tokens[last].norm in _OF  # "San José de Bocay"
    if not goes_on and not owned and not little_known(seen):
        return None
    longer = _unknown(seen.sentence, seen.first, run, blocked, known)
    if longer is None or (goes_on and longer.noun):
        return longer
    return longer if longer.last > seen.last + (longer.noun_word is not None) else None


def _unknown(sentence: Sentence, first: int, run: int, blocked: frozenset[int], known: Words) -> Sighting | None:
    """Return a name that the gazetteer lacks where the words beside it say that it is a place."""
    tokens = sentence.tokens
    before = first - 1 - tokens[first].glued
    if before >= 0 and tokens[before].norm in _OWNERS:
        return None
    start, feature = prefix_at(tokens, first) or (first, None)
    last = start
    while last < run and tokens[last].norm not in known.nouns and tokens[last].norm not in known.never:
        last += 1
    while last > start and tokens[last - 1].norm in known.particles:
        last -= 1
    if (
        last == start
        or tokens[start].norm in known.never
        or (last - start == 1 and len(tokens[start].text) < _SHORTEST_UNKNOWN)
    ):
        return None
    name = sentence.wording(first, last)
    after = tokens[last] if last < len(tokens) and last not in blocked else None
    if feature:
        known_as = () if feature == "village" else gazetteer().find(sentence.wording(start, last))
        return Sighting(sentence, first, last, name, known_as, noun=feature)
    if after is not None and after.norm in known.telling and not (first == 0 and after.text.islower() and last == 1):
        return Sighting(sentence, first, last + 1, name, (), noun=known.nouns[after.norm], noun_word=after.text)
    if (noun := noun_before(tokens, first, blocked, known)) and tokens[first - 2].norm in known.telling | {"city"}:
        return Sighting(sentence, first, last, name, (), noun=noun)
    if noun := told_after(tokens, last, known):
        return Sighting(sentence, first, last, name, (), noun=noun)
    alone = after is None or after.norm in known.followers or after.text in _STOPS
    if alone and not tokens[first].text.isupper():
        return Sighting(sentence, first, last, name, ())
    return None
