"""Known pages: which pages the warehouse has dealt with, for workers to skip."""

import mmap
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from uuid import UUID

from settings import Settings
from tasks import statement
from tasks.warehouse import work_path, writing

WIDTH = 16
"""Bytes of an id."""


@dataclass(frozen=True)
class KnownPages:
    """A set of page ids in a file of sorted ids: shared by all workers, pickled as its path."""

    path: Path

    def __contains__(self, page_id: UUID) -> bool:
        """Tell whether the warehouse has a document or a rejection of this very page."""
        at = bisect_left(self, page_id.bytes)
        return at < len(self) and self[at] == page_id.bytes

    def __len__(self) -> int:
        """Return how many pages are known."""
        return len(self._ids) // WIDTH

    def __getitem__(self, position: int) -> bytes:
        """Return the bytes of one id, in order."""
        return self._ids[position * WIDTH : (position + 1) * WIDTH]

    @cached_property
    def _ids(self) -> bytes | mmap.mmap:
        with self.path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if self.path.stat().st_size else b""

    def __getstate__(self) -> dict[str, Path]:
        """Leave the open file behind: each process maps it anew."""
        return {"path": self.path}


def known_pages(settings: Settings, folder: Path) -> KnownPages:
    """Write the ids of the pages that the work database knows to `folder`; none where there is no database yet.

    Raises:
        UserError: Another process holds the work database for too long.
    """
    known = KnownPages(folder / "known_pages")
    with known.path.open("wb") as file:
        if work_path(settings).exists():
            with writing(settings) as con:
                con.execute(statement.text("queries", "known_pages"))
                while ids := con.fetchmany(100_000):
                    file.write(bytes.fromhex("".join(hex_id for (hex_id,) in ids)))
    return known
