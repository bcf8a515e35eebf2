"""Theatre: which countries a document speaks of, and so which war."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from extraction.capital import capital
from extraction.lexicon import load
from extraction.match import Matcher
from extraction.nationality import countries, nationalities
from extraction.sentence import Sentence


def theatre(sentences: Sequence[Sentence]) -> Counter[str]:
    """Return how often the document points to each country (alpha-3), by name, adjective or a well-known place."""
    found: Counter[str] = Counter()
    for sentence in sentences:
        tokens = sentence.tokens
        found.update(code for _, _, code in countries(sentence))
        found.update(mention.country_code for mention in nationalities(sentence) if mention.country_code)
        found.update(code for first, _, code in _cues().find(tokens) if capital(tokens[first]))
    return found


@cache
def _cues() -> Matcher[str]:
    return Matcher((place, code) for code, places in load("theatres").items() for place in places)
