"""Reading pages: sources are cut into batches by place; a worker reads the pages of a batch."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from settings import Settings
from tasks import read_file, read_jsonl, read_parquet, read_warc
from tasks.page import Page, Rejection
from tasks.slice import Batch, Guard, Slice
from tasks.source import Carrier, Source

Cut = Callable[[Source, Settings, Path], Iterator[Slice | Rejection]]
Read = Callable[[Slice, Settings], Iterator[Page | Rejection | None]]

BATCH_BYTES = 64_000_000
"""Bytes on disk above which a batch is closed, so that large pages do not add up in a worker."""
CARRIERS: dict[Carrier, tuple[Cut, Read]] = {
    "html": (read_file.cut, read_file.read),
    "text": (read_file.cut, read_file.read),
    "jsonl": (read_jsonl.cut, read_jsonl.read),
    "parquet": (read_parquet.cut, read_parquet.read),
    "warc": (read_warc.cut, read_warc.read),
}


def plan(sources: Iterable[Source | Rejection], settings: Settings, spool: Path) -> Iterator[Batch]:
    """Cut sources into batches of at most `settings.batch_size` pages, lazily and in order.

    Compressed archives that cannot be sought are unpacked into `spool` as the plan goes on; what belongs to one batch
    goes with `Batch.release`, the rest with the folder. What cannot be read becomes a rejection inside a batch.

    Raises:
        UserError: the spool folder cannot be written.
    """
    items: list[Slice | Rejection] = []
    count = size = number = 0
    for item in _items(sources, settings, spool):
        length, weight = (1, 0) if isinstance(item, Rejection) else (len(item), item.size)
        if items and (count + length > settings.batch_size or size + weight > BATCH_BYTES):
            number += 1
            yield Batch(f"batch-{number:06}", tuple(items))
            items, count, size = [], 0, 0
        items.append(item)
        count, size = count + length, size + weight
    if items:
        yield Batch(f"batch-{number + 1:06}", tuple(items))


def pages(batch: Batch, settings: Settings, guard: Guard) -> Iterator[Page | Rejection]:
    """Read the pages of a batch. `guard` is told of each before it is read, and when the last is done."""
    number = 0
    for item in batch.items:
        if isinstance(item, Rejection):
            guard(number)
            yield item
            number += 1
            continue
        found = CARRIERS[item.carrier][1](item, settings)
        for _ in range(len(item)):
            guard(number)
            entry = next(found, None)
            if entry is not None:
                yield entry
            number += 1
    guard(None)


def _items(sources: Iterable[Source | Rejection], settings: Settings, spool: Path) -> Iterator[Slice | Rejection]:
    for source in sources:
        if isinstance(source, Rejection):
            yield source
        else:
            yield from CARRIERS[source.carrier][0](source, settings, spool)
