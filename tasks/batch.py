"""Batch work: what a worker does with the pages of a batch, from bytes to staged rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from heapq import nlargest
from pathlib import Path
from time import perf_counter
from traceback import extract_tb
from typing import Protocol
from uuid import UUID

from extraction.document import Document
from extraction.places.gazetteer import GazetteerFile, use
from extraction.reading import Reading
from settings import Settings
from tasks.clean import clean
from tasks.furniture import Furniture
from tasks.kept import Kept, note
from tasks.outcome import Success
from tasks.page import Page, Rejection
from tasks.read import pages
from tasks.relay import ONE_DISK, Relay
from tasks.slice import Batch, Guard
from tasks.stage import Staged, stage

SLOWEST = 10
_PROSE = "Soldiers arrested two men near the village on Tuesday after a search of several houses, the ministry said."
WARM_UP = (
    Page("warm-up.txt", f"Two men arrested\n\n{_PROSE}\n".encode(), "text"),
    Page(
        "warm-up.html", f"<html><body><article><h1>Two men</h1><p>{_PROSE}</p></article></body></html>".encode(), "html"
    ),
)


class KnownPages(Protocol):
    """The pages that the warehouse holds just so."""

    def __contains__(self, page_id: UUID) -> bool:
        """Tell whether this very page was taken in before."""


@dataclass(frozen=True, slots=True)
class Timing:
    """What one page took."""

    source_uri: str
    seconds: float
    bytes: int


@dataclass(frozen=True, slots=True)
class Haul:
    """What became of a batch. Every page handed in is a success or a rejection, both staged, or unchanged."""

    staged: Staged
    pages: int
    unchanged: int
    rejected: int
    bytes: int
    slowest: tuple[Timing, ...]


@dataclass(frozen=True, slots=True)
class Process:
    """The steps of one run with what they need, picklable: the work of a pool."""

    settings: Settings
    known: KnownPages
    furniture: Furniture
    folder: Path
    """Where batches are staged."""
    read: Callable[[Document], Reading]
    gazetteer: GazetteerFile | None = None
    """Where `read` looks places up; null for the embedded gazetteer."""
    kept: Kept | None = None
    """What runs that died have left of the same work; null where nothing is taken up or left."""
    relay: Relay = ONE_DISK
    """What files come from and batches go to, where this machine shares no disk with the loader."""

    def prepare(self) -> None:
        """Open the gazetteer, and load the cleaners and the lexicon, by way of one page of each format."""
        self.relay.bring()
        use(self.gazetteer and self.gazetteer.open())
        for page in WARM_UP:
            document = clean(page, self.furniture)
            if isinstance(document, Document):
                self.read(document)

    def __call__(self, batch: Batch, guard: Guard) -> Haul:
        """Read, clean, extract and stage the pages of a batch, unless a run that died has left just that.

        Raises:
            OSError: the staging folder cannot be written.
        """
        key = self.kept.key(batch) if self.kept else None
        return (key and self._taken(key, batch)) or self._made(key, batch, guard)

    def _taken(self, key: str, batch: Batch) -> Haul | None:
        assert self.kept is not None
        self.folder.mkdir(parents=True, exist_ok=True)
        target = self.folder / batch.name
        found: Haul | None = self.kept.take(key, target)
        return found and replace(found, staged=replace(found.staged, path=target))

    def _made(self, key: str | None, batch: Batch, guard: Guard) -> Haul:
        tally = _Tally()
        staged = self.relay.send(stage(self._outcomes(batch, guard, tally), self.folder, batch.name))
        haul = Haul(
            staged=staged,
            pages=tally.pages,
            unchanged=tally.pages - staged.counts["documents"] - staged.counts["rejections"],
            rejected=staged.counts["rejections"],
            bytes=sum(timing.bytes for timing in tally.timings),
            slowest=tuple(nlargest(SLOWEST, tally.timings, key=lambda timing: timing.seconds)),
        )
        if key:
            note(staged.path, key, haul)
        return haul

    def _outcomes(self, batch: Batch, guard: Guard, tally: "_Tally") -> Iterator[Success | Rejection]:
        """One by one, so that no reading outlives its page: a batch of them is slow to hold."""
        seen: set[UUID] = set()
        for page in pages(batch, self.settings, guard):
            tally.pages += 1
            if isinstance(page, Rejection):
                yield page
                continue
            page_id = page.page_id
            start = perf_counter()
            if page_id in seen:
                yield Rejection(page.source_uri, "duplicate", "handed in twice", page_id)
            elif page_id not in self.known:
                yield self._outcome(page, start)
            seen.add(page_id)
            tally.timings.append(Timing(page.source_uri, perf_counter() - start, len(page.content)))

    def _outcome(self, page: Page, start: float) -> Success | Rejection:
        try:
            document = clean(page, self.furniture)
            if isinstance(document, Rejection):
                return document
            return Success(page, document, self.read(document), perf_counter() - start)
        except MemoryError:
            raise  # the worker's, not only the page's
        except Exception as error:  # one page's trouble, named in its row, must not cost the others
            at = extract_tb(error.__traceback__)[-1]
            detail = f"{type(error).__name__}: {error} ({Path(at.filename).name}:{at.lineno})"
            return Rejection(page.source_uri, "crashed", detail, page.page_id)


@dataclass(slots=True)
class _Tally:
    """What is counted while a batch is under way."""

    pages: int = 0
    timings: list[Timing] = field(default_factory=list)
