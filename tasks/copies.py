"""Copies: documents that repeat another one nearly word for word, as reprints and shortened pages do."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from sys import intern
from typing import Any

import duckdb
import polars as pl
from rensa import RMinHash

from tasks import statement
from tasks.frame import run

BANDS, ROWS = 24, 3
"""Of two texts with half of their runs in common 96 of 100 pairs share a band, of those with a tenth one in 40."""
RUN = 3
"""Words of a run."""
FEWEST = 25
"""Runs of a text below which only a copy word for word is told."""
CONTAINED, ALIKE = 0.8, 0.5
"""Least share of the shorter text, and of both together, that is the same."""
LEAST = 2
"""Bands to share: of two texts that are the same by two thirds 99 of 100 pairs do."""
EACH = 5
"""Most documents that one is compared with."""
SEED = 20_260_101

_WORD = re.compile(r"\w+")
_MARK = re.compile(
    r"\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|dozens?|"
    r"hundreds?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|"
    r"september|october|november|december"
)


def find_copies(con: duckdb.DuckDBPyConnection) -> None:
    """Let near copies among the documents not looked at yet point to their originals, within a transaction.

    The document that was loaded first is the original. A text with other figures or days is no copy: outlets write the
    next attack, and the higher toll, over the story of the last one.
    """
    run(con, "copies", "010_lost")
    frame = pl.DataFrame(
        [(document_id, bands(text)) for document_id, text in _rows(con, "copies_texts")],
        {"document_id": pl.String, "bands": pl.List(pl.UInt64)},
        orient="row",
    )
    run(con, "copies", "020_bands", found_bands=frame)
    run(con, "copies", "030_candidates", {"least": LEAST, "each": EACH}, found_bands=frame)
    copies = originals(_rows(con, "copies_pairs"), dict(_rows(con, "copies_alike")))
    found = pl.DataFrame(list(copies.items()), {"document_id": pl.String, "original_id": pl.String}, orient="row")
    run(con, "copies", "040_found", found_copies=found)


def _rows(con: duckdb.DuckDBPyConnection, query: str) -> Iterator[tuple[Any, ...]]:
    result = con.execute(statement.text("queries", query))
    while rows := result.fetchmany(1_000):
        yield from rows


def bands(text: str) -> list[int]:
    """Return the hashes of the pieces of the MinHash of a text; none where it is too short to tell."""
    told = runs(text)
    if len(told) < FEWEST:
        return []
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update(list(told))
    digest = sketch.digest()
    pieces = (digest[n : n + ROWS] for n in range(0, BANDS * ROWS, ROWS))
    # Mixed by hand: Python's own hash of a tuple differs between versions.
    return [(a << 32 | b) ^ (c * 0x9E3779B1 + n * 0x85EBCA77) for n, (a, b, c) in enumerate(pieces)]


def originals(pairs: Iterable[tuple[str, str, str]], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the original of each copy.

    A copy repeats the text of another document, with the same figures and days: these part most pairs, and at once.

    `pairs` are a document, an earlier one and what that one is a copy of, else the same again, in order of loading;
    `texts` are those of the first two.
    """
    marks = {document_id: _marks(text) for document_id, text in texts.items()}
    found: dict[str, str] = {}
    for document_id, other_id, original_id in pairs:
        if document_id in found or not _agree(marks[document_id], marks[other_id]):
            continue
        if _repeats(texts[document_id], texts[other_id]):
            found[document_id] = found.get(original_id, original_id)
    return found


def _marks(text: str) -> frozenset[str]:
    """Return the figures and days of a text."""
    return frozenset(intern(word) for word in set(_WORD.findall(text.lower())) if _MARK.fullmatch(word))


def _agree(marks: frozenset[str], others: frozenset[str]) -> bool:
    return marks <= others or others <= marks


def _repeats(text: str, other: str) -> bool:
    ones, others = runs(text), runs(other)
    shorter = min(len(ones), len(others))
    if shorter < FEWEST:
        return False
    same = len(ones & others)
    return same >= CONTAINED * shorter and same >= ALIKE * (len(ones) + len(others) - same)


@lru_cache(64)
def runs(text: str) -> frozenset[str]:
    """Return the runs of words of a text."""
    words = _WORD.findall(text.lower())
    return frozenset(map(" ".join, zip(*(words[n:] for n in range(RUN)), strict=False)))
