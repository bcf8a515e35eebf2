"""Place titles: lines in which capitals mark no names, and the places that they name all the same."""

from collections.abc import Mapping, Sequence

from extraction.places.place_context import Context
from extraction.places.place_group import Found, resolve
from extraction.places.place_key import strong_key
from extraction.places.place_minor import obscure
from extraction.places.place_resolve import best, sure
from extraction.places.place_sighting import Sighting
from extraction.sentences.sentence import Sentence

_HEADING_SHARE, _BODY_SHARE = 0.7, 0.9
_TITLE_WORDS, _TITLE_CAPITALS, _TITLE_NAME = 5, 4, 3


def is_title(sentence: Sentence) -> bool:
    """Return whether capitals say nothing here: a title, a heading in title case, a line in capitals."""
    if sentence.part == "title":
        return True
    if len(sentence.capitals) < _TITLE_CAPITALS:
        return False
    names = [token.text for token in sentence.tokens if token.text[0].isalpha() and len(token.text) > 3]
    share = _HEADING_SHARE if sentence.part == "heading" else _BODY_SHARE
    return len(names) >= _TITLE_WORDS and sum(name[0].isupper() for name in names) >= share * len(names)


def in_title(sentence: Sentence, seen: Sequence[Sighting], told: Mapping[str, Found], context: Context) -> list[Found]:
    """Return the names of a title that are sure to be places, and those that the body tells as places."""
    found = _again(sentence, told)
    covered = {index for item in found for index in range(item.seen.first, item.seen.last)}
    for sighting in seen:
        choice = best(sighting, context, None)
        if sighting.first in covered or choice is None:
            continue
        if known := told.get(strong_key(sighting.name)):
            found.append(Found(sighting, known.place))
            continue
        sighting.partial = sighting.partial and not choice.curated
        if sure(sighting, choice, context):
            found += resolve([sighting], context)
    return sorted(found, key=lambda item: item.seen.first)


def _again(sentence: Sentence, told: Mapping[str, Found]) -> list[Found]:
    """Return the names that only the body tells as places, wherever capitals hide them."""
    found: list[Found] = []
    tokens, end = sentence.tokens, 0
    only_there = {key: item for key, item in told.items() if obscure(item.seen)}
    for first in sentence.capitals if only_there else ():
        for last in range(min(first + _TITLE_NAME, len(tokens)), first, -1) if first >= end else ():
            known = only_there.get(strong_key(" ".join(token.norm for token in tokens[first:last])))
            if known:
                found.append(Found(Sighting(sentence, first, last, known.seen.name, ()), known.place))
                end = last
                break
    return found
