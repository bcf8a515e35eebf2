"""Log: what workers log is carried to the run that they work for; they have no log of their own."""

import logging
from collections.abc import Iterable
from typing import NamedTuple

LOG = logging.getLogger("sitrep.worker")
"""Where a run hears what its workers logged, and that one died."""
LINES = 50
"""Most lines of a batch: a library may have one for each page."""


class Line(NamedTuple):
    """What was logged: its level, by the numbers of `logging`, and the text with the logger's name before it."""

    level: int
    text: str


class Keep(logging.Handler):
    """Keeps warnings and errors of all loggers until they are taken."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._lines: list[Line] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one, unless there are too many already."""
        if len(self._lines) < LINES:
            self._lines.append(Line(record.levelno, f"{record.name}: {record.getMessage()}"))

    def take(self) -> tuple[Line, ...]:
        """Return what was kept, and begin anew."""
        lines, self._lines = tuple(self._lines), []
        return lines


def repeat(lines: Iterable[Line]) -> None:
    """Log in this process what a worker has logged."""
    for line in lines:
        LOG.log(line.level, "%s", line.text)
