"""Language: is a text English, the language that the extractor reads?

A page's declaration is a hint only: publishing systems declare English by default. Detectors by letters are misled by
short English texts full of Arabic names, while function words tell at once: they decide first.
"""

from functools import cache

from extraction.lexicon import load
from tasks.draft import RefusedError
from tasks.headline import words_of

READ = "en"
_SAMPLE, _LETTERS = 300, 4000
_SURE, _POSSIBLE = 0.16, 0.07
_NEAR = 1.15
"""How much worse English may fit the letters than the best language, before the letters speak against it."""


def require_english(text: str, declared: str | None) -> str:
    """Return the code of the language, which is English.

    Raises:
        RefusedError: the text is in a language that the extractor does not read.
    """
    words = words_of(text)
    shares = _shares(words[:: 1 + len(words) // _SAMPLE])
    english = shares[READ]
    likeliest = max(shares, key=lambda code: (shares[code], code == READ))
    if likeliest == READ and (english >= _SURE or (english >= _POSSIBLE and declared == READ)):
        return READ
    if likeliest != READ and shares[likeliest] >= _POSSIBLE:
        raise _refusal(likeliest, declared)
    ranks = _ranks(text)
    best = min(ranks, key=lambda code: ranks[code], default=declared or READ)
    near = READ in ranks and ranks[READ] <= _NEAR * ranks[best]
    if best == READ or (near and likeliest == READ and declared in (None, READ)):
        return READ
    raise _refusal(best, declared)


def _refusal(code: str, declared: str | None) -> RefusedError:
    return RefusedError("language not supported", f"the text is in '{code}' (declared: {declared or 'nothing'})")


def _shares(words: list[str]) -> dict[str, float]:
    """Return the share of each language's function words in a text."""
    return {code: sum(1 for word in words if word in known) / max(1, len(words)) for code, known in _known().items()}


@cache
def _known() -> dict[str, frozenset[str]]:
    return {code: frozenset(words) for code, words in load("languages").items()}


def _ranks(text: str) -> dict[str, int]:
    """Return how badly each language fits the letters of the text; empty where it is too short to tell."""
    from resiliparse.parse.lang import detect_fast

    ranks = detect_fast(text[:_LETTERS], n_results=200)
    return dict(ranks) if isinstance(ranks, list) else {}
