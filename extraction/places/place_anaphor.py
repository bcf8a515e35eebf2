"""Place anaphors: "the two provinces", "the city", "the area", "there", read as the places that they stand for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from extraction.lexicon import load
from extraction.mentions.mention import Mention, Place
from extraction.places.place_chain import rank
from extraction.places.place_words import role_before
from extraction.sentences.plural import plural
from extraction.sentences.sentence import Sentence, Token

_NO_PLACE = frozenset({"dateline", "origin", "attribute", "government"})


def anaphor(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Mention]:
    """Return a place mention for each wording that points back to places told before, where these are unambiguous.

    One wording that stands for several places ("the two provinces") gives one mention a place, with the same span.
    A singular is read as the last fitting place of its paragraph, else as the only fitting one told so far.

    Args:
        sentences: title and body of one document.
        mentions: all mentions of the document; those of type `place` are pointed at, and no wording may overlap one.
    """
    covered = {
        (item.sentence, index)
        for item in mentions
        if item.type != "nationality"
        for index in range(item.first, item.last)
    }
    known = [item for item in mentions if item.type == "place" and item.place and item.category not in _NO_PLACE]
    known.sort(key=lambda item: (item.sentence, item.first), reverse=True)
    paragraphs = {sentence.index: sentence.paragraph for sentence in sentences}
    found: list[Mention] = []
    before: _Told = {}
    for sentence in sentences:
        for first, last, count, features in _pointers(sentence):
            if any((sentence.index, index) in covered for index in range(first, last)):
                continue
            while known and (known[-1].sentence, known[-1].first) < (sentence.index, first):
                _tell(before, known.pop(), paragraphs)
            meant = _meant(before, sentence.paragraph, count, features)
            found += [_mention(sentence, first, last, place) for place in meant]
    return found


def _pointers(sentence: Sentence) -> Iterator[tuple[int, int, int, frozenset[str]]]:
    """Yield first and last token, how many places are meant, and of which features."""
    tokens, nouns = sentence.tokens, _nouns()
    if _pointing().isdisjoint(sentence.norms):
        return
    numbers: dict[str, int] = load("place_words")["numbers"]
    for index, token in enumerate(tokens):
        if token.norm == "there" and _is_place(tokens, index):
            yield index, index + 1, 1, nouns["there"][0]
        elif token.norm in nouns and token.text.islower() and token.norm != "there" and not _goes_on(tokens, index + 1):
            features, is_plural = nouns[token.norm]
            end = index - (index > 0 and tokens[index - 1].capital)
            first = end
            while first > 0 and tokens[first - 1].norm in numbers:
                first -= 1
            counts = [numbers[tokens[place].norm] for place in range(first, end)]
            if counts and (max(counts) > 1) == is_plural:
                yield first, index + 1, max(counts), features


@cache
def _nouns() -> dict[str, tuple[frozenset[str], bool]]:
    """Return each noun that can point back, with the features it can mean and whether it is a plural."""
    found: dict[str, tuple[frozenset[str], bool]] = {}
    for noun, features in load("place_words")["pointers"].items():
        found[plural(noun)] = (frozenset(features), True)
        found[noun] = (frozenset(features), False)
    return found


@cache
def _pointing() -> frozenset[str]:
    return frozenset(_nouns())


def _is_place(tokens: Sequence[Token], index: int) -> bool:
    """Whether "there" points: not the subject of "there are", not before a name."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return index > 0 and tokens[index].text.islower() and (after is None or not after.text[0].isalnum())


def _goes_on(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun is told on ("the province of X", "the area where"), so that it points at nothing before."""
    return index < len(tokens) and tokens[index].norm in {"of", "where", "near", "around", "between"}


_Told = dict[tuple[str, str | None, str, bool], tuple[int, Place]]
"""By name, first-level unit, feature, and whether a container: the paragraph where told last; in the order of that."""


def _tell(told: _Told, item: Mention, paragraphs: Mapping[int, int]) -> None:
    if item.place:
        key = (item.place.name, item.place.admin1, item.place.feature, item.category == "container")
        told.pop(key, None)
        told[key] = paragraphs[item.sentence], item.place


def _meant(before: _Told, paragraph: int, count: int, features: frozenset[str]) -> list[Place]:
    enough = max(count, 2)
    near = _distinct(before, features, enough, paragraph)
    if count > 1:
        told = near if len(near) >= count else _distinct(before, features, enough)
        return told[:count][::-1] if len(told) >= count else []
    if near:
        return [next((place for place in near if rank(place.feature) >= rank("city")), near[0])]
    all_told = _distinct(before, features, enough)
    return all_told if len(all_told) == 1 else []


def _distinct(before: _Told, features: frozenset[str], enough: int, paragraph: int | None = None) -> list[Place]:
    """Return the fitting places, the last told first, containers behind, each once, up to so many."""
    found: dict[tuple[str, str | None], Place] = {}
    containers: dict[tuple[str, str | None], Place] = {}
    for (name, unit, feature, is_container), (where, place) in reversed(before.items()):
        if len(found) == enough or paragraph not in (None, where):
            break
        if feature in features and (not is_container or "admin1" in features):
            (containers if is_container else found).setdefault((name, unit), place)
    return list((found | {key: place for key, place in containers.items() if key not in found}).values())[:enough]


def _mention(sentence: Sentence, first: int, last: int, place: Place) -> Mention:
    wording = sentence.wording(first, last)
    role = "at" if wording == "there" else role_before(sentence.tokens, first)
    return Mention(
        type="place",
        sentence=sentence.index,
        first=first,
        last=last,
        name=place.name,
        wording=wording,
        category=role,
        country_code=place.country_code,
        place=replace(place, geo_precision=2) if role == "near" and place.geo_precision == 1 else place,
    )
