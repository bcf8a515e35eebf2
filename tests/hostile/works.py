"""Work that misbehaves on the pages that ask for it, for the pool to survive."""

import logging
import os
import re
import signal
from dataclasses import dataclass
from pathlib import Path

from settings import Settings
from tasks.page import Rejection
from tasks.read import pages
from tasks.slice import Batch, Guard

Told = list[tuple[str, str]]


@dataclass(frozen=True)
class Read:
    """Tell each page's name and what became of it, and obey the word that its text begins with."""

    settings: Settings

    def prepare(self) -> None:
        pass

    def __call__(self, batch: Batch, guard: Guard) -> Told:
        return [self._tell(page) for page in pages(batch, self.settings, guard)]

    def _tell(self, page: object) -> tuple[str, str]:
        if isinstance(page, Rejection):
            return Path(page.source_uri).name, f"{page.reason}: {page.detail}"
        order = page.content.split(b" ")[0].decode()  # type: ignore[attr-defined]
        obey(order)
        return Path(page.source_uri).name, "page"  # type: ignore[attr-defined]


def obey(order: str) -> None:
    match order:
        case "hang":
            # Inside C code, which looks at no signal: catastrophic backtracking.
            re.match(r"(a|aa)+$", "a" * 200 + "b")
        case "segfault":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "exit":
            os._exit(7)
        case "warn":
            logging.getLogger("library").warning("an odd page")
        case "print":
            print("a library that talks")
        case "eat":
            bytearray(1 << 40)


@dataclass(frozen=True)
class Grow(Read):
    """Keep 50 MB for ever with each batch, and tell the process."""

    def __call__(self, batch: Batch, guard: Guard) -> Told:
        HOARD.append(bytes(50_000_000).replace(b"\0", b"x"))
        return [(name, str(os.getpid())) for name, _ in super().__call__(batch, guard)]


HOARD: list[bytes] = []


@dataclass(frozen=True)
class Broken(Read):
    """Fail in a way that is no page's fault."""

    def __call__(self, batch: Batch, guard: Guard) -> Told:
        raise OSError(28, "No space left on device", "staging")


@dataclass(frozen=True)
class Stillborn(Read):
    """Die while starting."""

    def prepare(self) -> None:
        os._exit(3)


@dataclass(frozen=True)
class DyingAtTheEnd(Read):
    """Die after the last page of any batch that holds a page named `poison`, when all outcomes are in hand."""

    def __call__(self, batch: Batch, guard: Guard) -> Told:
        found = super().__call__(batch, guard)
        if any(name.startswith("poison") and what == "page" for name, what in found):
            os._exit(9)
        return found
