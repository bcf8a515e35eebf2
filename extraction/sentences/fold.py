"""Fold: one spelling for many, so that text and lexicon meet."""

import re
import unicodedata
from functools import lru_cache

_DROP = str.maketrans("", "", "'’‘ʼʻ`´\u200e\u200f\u00ad")


_INITIALS = re.compile(r"(?:[A-Za-z]\.){3,}")
"""Not of two letters: "U.S." would read "us"."""


def undotted(word: str) -> str:
    """Return an acronym of three letters and more as it is written today: "I.R.A." reads "IRA"."""
    return word.replace(".", "") if len(word) > 5 and word[1] == "." and _INITIALS.fullmatch(word) else word


@lru_cache(maxsize=1 << 16)  # a text says the same words again and again
def fold(word: str) -> str:
    """Return `word` in lower case, without diacritics, apostrophes and the dots of acronyms: "Da’esh" reads "daesh"."""
    if word.isascii():
        if word.isalnum():
            return word.lower()
        return undotted(word).lower().replace("'", "").replace("`", "") or word
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_DROP) or word
