"""Rule: what finds a date in the text of a sentence, and what reads it."""

import re
from dataclasses import dataclass

from extraction.dates.date_reading import Reading

YEAR_CUE = "#"
"""Stands in the cues of a rule that needs a figure of four digits or a slash."""
FIGURE = "0"
"""Stands in the openers of a rule whose wordings may begin with a figure."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over the text of a sentence and its reading; null from the reading means that it is no date.

    `cues` are folded tokens of which a sentence must hold one for the pattern to be tried. A wording begins at most
    `reach` tokens before its cue, with one of the `openers`; with any token where there are none.
    """

    name: str
    cues: frozenset[str]
    pattern: re.Pattern[str]
    reading: Reading
    reach: int = 8
    openers: frozenset[str] = frozenset()


def span(match: re.Match[str]) -> tuple[int, int]:
    """Return where the wording of a match stands: its group `date` where the pattern looks at words before it."""
    return match.span("date" if "date" in match.re.groupindex else 0)
