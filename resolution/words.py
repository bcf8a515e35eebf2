"""Words: the telling words of a text as stems, and names folded for comparison."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

import yaml

_WORD = re.compile(r"[a-z][a-z'’]{2,}")
_ALIKE = str.maketrans("cqz", "kks")
_ENDING = re.compile(r"(?:'s|’s|ies|ied|ing|ers|er|ed|es|s|e|y)$")


def words(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that tell something."""
    return frozenset(map(_stems, _WORD.findall(_plain(text)))) - _stock()


@lru_cache(100_000)
def fold(name: str) -> str:
    """Return a name without case, accents, hyphens, apostrophes and articles: "Al-Qa'im" reads "qaim"."""
    plain = re.sub(r"['’`]", "", _plain(name))
    parts = re.sub(r"[^a-z0-9]+", " ", plain).split()
    return " ".join(part for part in parts if part not in ("al", "el", "the", "ad", "ar", "as", "at", "az")) or name


@lru_cache(100_000)
def skeleton(name: str) -> str:
    """Return what spellings of one name have in common: Tarmiyah and Tarmiya, Bardera and Bardhere.

    The first letter, then consonants without h and w, doubled ones once; c and q read k, z reads s.
    """
    plain = fold(name)
    rest = re.sub(r"[aeiouyhw ]", "", plain[1:]).translate(_ALIKE)
    return re.sub(r"(.)\1+", r"\1", plain[:1].translate(_ALIKE) + rest)


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return text.lower()


@lru_cache(100_000)
def _stems(word: str) -> str:
    stem = _ENDING.sub("", word)
    return stem if len(stem) > 2 else word


@cache
def _stock() -> frozenset[str]:
    table: dict[str, str] = yaml.safe_load(files("resolution").joinpath("words.yaml").read_bytes())
    return frozenset(_stems(word) for line in table.values() for word in line.split())
