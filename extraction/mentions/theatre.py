"""Theatre: which countries a document speaks of, and so which war."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from extraction.lexicon import load
from extraction.mentions.nationality import adjectives, countries
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Sentence


def theatre(sentences: Sequence[Sentence]) -> Counter[str]:
    """Return how often the document points to each country (alpha-3), by name, adjective or a well-known place."""
    return Counter(code for sentence in sentences for code in _codes(sentence))


def _codes(sentence: Sentence) -> Iterator[str]:
    yield from (code for _, _, code in countries(sentence))
    yield from (code for _, _, code in adjectives(sentence))
    yield from (code for first, _, code in _cues().within(sentence) if sentence.tokens[first].capital)


@cache
def _cues() -> Matcher[str]:
    return Matcher((place, code) for code, places in load("theatres").items() for place in places)
