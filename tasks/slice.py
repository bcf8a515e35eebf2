"""Slice and batch: which pages a worker is to read, told by place and never by content."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tasks.page import Reason, Rejection
from tasks.source import Carrier, Packing

Guard = Callable[[int | None], None]
"""Told the number of the page that is begun, counted from 0 in its batch; None when no page is under way."""


PIECES = 8
"""What the last batches are cut into: each costs some hundredths of a second to stage, as much as a page or two."""


@dataclass(frozen=True, slots=True)
class Slice:
    """A run of records in one file, or a file that is itself one page.

    Records count from 1. `first` is the record at byte `offset` (at row `offset` in Parquet); those from `begin` up to
    and without `end` are wanted. A file that is a page is record 0.
    """

    uri: str
    path: str
    """Where the bytes are: the source, or what was unpacked of it."""
    carrier: Carrier
    packing: Packing | None = None
    offset: int = 0
    first: int = 0
    begin: int = 0
    end: int = 1
    size: int = 0
    """Bytes in the file, as far as they are known without reading."""
    spooled: bool = False
    """The file at `path` was made for this slice alone."""

    def __len__(self) -> int:
        return self.end - self.begin

    def name(self, record: int) -> str:
        """Return the source_uri of a record."""
        return f"{self.uri}#{record}" if record else self.uri

    def part(self, start: int, stop: int) -> "Slice":
        """Return the records from `start` up to and without `stop`, counted from 0 in this slice."""
        return replace(self, begin=self.begin + start, end=self.begin + stop)


@dataclass(frozen=True, slots=True)
class Batch:
    """Pages that a worker reads in one go, and rejections that were known before reading. Small and picklable."""

    name: str
    items: tuple[Slice | Rejection, ...]

    def __len__(self) -> int:
        return sum(_length(item) for item in self.items)

    def part(self, start: int, stop: int) -> "Batch":
        """Return the pages from `start` up to and without `stop`, counted from 0."""
        return Batch(f"{self.name}.{start:06}-{stop:06}", tuple(self._cut(start, stop)))

    def condemn(self, number: int, reason: Reason, detail: str) -> "Batch":
        """Return a batch of one rejection in place of page `number`."""
        (item,) = self.part(number, number + 1).items
        uri = item.source_uri if isinstance(item, Rejection) else item.name(item.begin)
        return Batch(f"{self.name}.{number:06}", (Rejection(uri, reason, detail),))

    def release(self) -> None:
        """Remove what was unpacked for this batch alone."""
        for item in self.items:
            if isinstance(item, Slice) and item.spooled:
                Path(item.path).unlink(missing_ok=True)

    def _cut(self, start: int, stop: int) -> Iterator[Slice | Rejection]:
        base = 0
        for item in self.items:
            low, high = max(start - base, 0), min(stop - base, _length(item))
            if low < high:
                yield item if isinstance(item, Rejection) else item.part(low, high)
            base += _length(item)


def tapered(batches: Iterable[Batch], workers: int) -> Iterator[Batch]:
    """Yield batches, the last one of each worker in pieces, so that none is left alone with a long one at the end."""
    held: deque[Batch] = deque()
    for batch in batches:
        held.append(batch)
        if len(held) > workers:
            yield held.popleft()
    for batch in held:
        yield from _pieces(batch)


def _pieces(batch: Batch) -> Iterator[Batch]:
    """Cut a batch up, unless a file that was unpacked for it must outlive all its pieces."""
    if any(isinstance(item, Slice) and item.spooled for item in batch.items):
        yield batch
        return
    size = -(-len(batch) // PIECES)
    yield from (batch.part(start, start + size) for start in range(0, len(batch), size))


def _length(item: Slice | Rejection) -> int:
    return 1 if isinstance(item, Rejection) else len(item)
