"""Place keys: one spelling for the many transliterations of a place's name."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"})
_DROP = re.compile(r"['’‘`´ʻʼ.]")
_SPACE = re.compile(r"[^a-z0-9\n]+")
_PARTICLE = re.compile(
    r"^(?:al|el|ar|as|ad|az|ash|an|at|ath|adh) (?=\w)"
    r"|(?<= )(?:al|el|ul|ar|as|ad|ed|az|ez|ash|esh|an|at|e|i|ye|yi|o) (?=\w)",
    re.M,
)
_WEAK = (
    *(("ay", "e"), ("ai", "e"), ("ei", "e"), ("ey", "e"), ("ee", "i"), ("aw", "o"), ("au", "o"), ("ow", "o")),
    *(("ou", "o"), ("oo", "o"), ("iy", "i"), ("e", "i"), ("o", "u"), ("y", "i"), ("q", "k"), ("dj", "j"), ("ph", "f")),
)
_DOUBLE = re.compile(r"([^\n])\1+")
_FINAL_H = re.compile(r"(?<=[aiu])h$", re.M)
_ACRONYM_LENGTH = 5


@lru_cache(maxsize=1 << 16)
def strong_key(name: str) -> str:
    """Return the key of a name: see `strong_keys`."""
    return strong_keys(name)


def strong_keys(names: str) -> str:
    """Return the keys of many names that stand one a line.

    Case, diacritics, apostrophes, hyphens and spaces go, and so do Arabic articles and Persian connecting vowels:
    "Al-Qa'im" reads "qaim", "Sar-e Pol" reads "sarpol". Letters that have no Latin form are dropped.
    """
    plain = unicodedata.normalize("NFKD", names.lower().translate(_LETTERS))
    plain = _DROP.sub("", plain).encode("ascii", "ignore").decode()
    return _PARTICLE.sub("", _SPACE.sub(" ", plain)).replace(" ", "")


def weak_key(strong: str) -> str:
    """Return the looser key of one or many strong keys: vowels, doubled letters and a final h lose their difference."""
    for old, new in _WEAK:
        strong = strong.replace(old, new)
    return _FINAL_H.sub("", _DOUBLE.sub(r"\1", strong))


def acronym(name: str) -> bool:
    """Whether a name is up to five capitals ("UAE", "U.S."), which stand for a place only as they are written."""
    return name.isupper() and len(plain := name.replace(".", "")) <= _ACRONYM_LENGTH and plain.isalnum()
