"""Finding: one thing that was looked at, whether it is as it should be, and what to do where it is not."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["fine", "mind", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """`mind` works but will not for long, or is not as safe as it could be; `wrong` keeps the service from its work."""

    level: Level
    what: str
    """What was looked at, always in the same words: an alarm is known by them."""
    says: str
    do: str = ""
    """What to do; empty where all is fine."""


def fine(what: str, says: str) -> Finding:
    """Return that all is well."""
    return Finding("fine", what, says)
