"""Headline: does a line look like one, or like a soup of keywords?"""

import re

from extraction.lexicon import load

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONGEST = 30
_SOUP_WORDS = 12
_SOUP_PIECES, _NAMES = 8, 20
_SOUP_PIECE_WORDS = 4
_SHORT = 3
_CUT = ("…", "...")
_BYLINE = re.compile(
    r"\([^)]*\d[^)]*\)\W*$|^\W*(by|from|written by|posted( by)?|(last )?updated|published|photo|image)\b"
    r"|\b(19|20)\d\d\b.{0,12}\d?\d[:.]\d\d|\b\d?\d:\d\d\s*([ap]\.?m|[A-Z]{2,4})\b"
    r"|\bmin(ute)?s? (read|ago)\b|\b(hour|day)s? ago\b"
    r"|^\W*(\w+day,?\s+)?(\d?\d\s+)?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"\s+(\d?\d,?\s+)?(19|20)\d\d\b",
    re.IGNORECASE,
)
_BULLETS = ("•", "·", "*", "- ", "– ")
_STOPS = (".", ";", ",", ":", "…", "...")


def repeats(witness: str, heading: str) -> bool:
    """Tell whether a witness holds all words of a heading in a row, or is the heading cut short by an ellipsis.

    A heading of up to three words counts only where the witness says nothing else.
    """
    words, seen = words_of(heading), words_of(witness)
    if len(words) <= _SHORT:
        return words == seen
    if witness.endswith(_CUT):
        return len(seen) > _SHORT and words[: len(seen)] == seen
    return any(seen[i : i + len(words)] == words for i in range(len(seen) - len(words) + 1))


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return re.findall(r"\w+", text.casefold())


def is_byline(line: str) -> bool:
    """Tell whether a line names an author, a place and date, or a time of reading, as lines by a title do."""
    return bool(_BYLINE.search(line))


def is_headline(line: str) -> bool:
    """Tell whether a line can be a headline: short, and not a sentence that ends with a stop."""
    words = line.split()
    if not words or len(words) > _LONGEST or line.endswith(_STOPS) or line.startswith(_BULLETS):
        return False
    return bool(_WORD.search(line)) and not _numbered(line)


def is_soup(line: str) -> bool:
    """Tell whether a line is a soup of keywords: many names in a row, by commas or none, and no sentence."""
    if line.rstrip().endswith((".", "!", "?")):
        return False
    words = _WORD.findall(line)
    if len(words) < _SOUP_WORDS:
        return False
    known = load("languages")["en"]
    glue = sum(1 for word in words if word.lower() in known)
    pieces = [piece for piece in re.split(r"[,;|#•·/]", line) if piece.strip()]
    listed = len(pieces) >= _SOUP_PIECES and len(words) <= _SOUP_PIECE_WORDS * len(pieces)
    capitals = sum(1 for word in words if word[0].isupper())
    return glue <= 0.06 * len(words) and (listed or (len(words) >= _NAMES and capitals >= 0.9 * len(words)))


def _numbered(line: str) -> bool:
    """Tell whether a line is a number of a release or a date, and no words: "2013-01-S-025"."""
    return sum(character.isdigit() for character in line) > sum(character.isalpha() for character in line)
