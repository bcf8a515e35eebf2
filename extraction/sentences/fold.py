"""Fold: one spelling for many, so that text and lexicon meet."""

import unicodedata
from functools import lru_cache

_DROP = str.maketrans("", "", "'’‘ʼʻ`´\u200e\u200f\u00ad")


@lru_cache(maxsize=1 << 16)  # a text says the same words again and again
def fold(word: str) -> str:
    """Return `word` in lower case, without diacritics and without apostrophes: "Da’esh" reads "daesh"."""
    if word.isascii():
        if word.isalnum():
            return word.lower()
        return word.lower().replace("'", "").replace("`", "") or word
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_DROP) or word
