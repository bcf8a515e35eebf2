"""Screen: where what a command says goes: standard output, which may be closed or full, or a file."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TextIO

from tasks.errors import UserError


@contextmanager
def opened(out: Path | None) -> Iterator[IO[str]]:
    """Open a file for text, or give standard output.

    Raises:
        UserError: `out` or standard output cannot be written.
    """
    if out is None:
        screen = standard_output()
        try:
            yield screen
            screen.flush()
        except OSError as error:
            if error.filename is not None:  # of a file that was read meanwhile
                raise
            # What Python flushes at its end has to go somewhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), screen.fileno())
            if not isinstance(error, BrokenPipeError):  # else who reads us has seen enough, such as `head`
                raise UserError(f"cannot write to standard output: {error.strerror}") from error
        return
    try:
        with out.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise UserError(f"cannot write {out}: {error.strerror}") from error


def standard_output() -> TextIO:
    """Return standard output.

    Raises:
        UserError: It is closed.
    """
    if sys.stdout is None:
        raise UserError("standard output is closed: open it, or send it to a file or to /dev/null")
    return sys.stdout


def on_terminal(file: IO[str] | None) -> bool:
    """Tell whether a person reads `file`; nobody does where it is closed."""
    return file is not None and file.isatty()


def count(number: int, what: str, more: str | None = None) -> str:
    """Return a number of things in words; `more` names several where that is not `what` with an s."""
    return f"{number} {what if number == 1 else more or what + 's'}"
