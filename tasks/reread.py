"""Reread: what a worker does with stored documents, from their text to staged rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

import polars as pl

from extraction.document import Document
from extraction.places.gazetteer import GazetteerFile, use
from extraction.reading import Reading
from tasks.batch import Haul
from tasks.outcome import Reread
from tasks.page import Rejection
from tasks.relay import ONE_DISK, Relay
from tasks.rows import DocumentRow
from tasks.slice import Batch, Guard, Slice
from tasks.stage import stage

KEPT = "read anew; its former facts stay: "
"""How the detail of a rejection begins where a stored document could not be read by the current rules."""
WARM_UP = Document(
    document_id=UUID(int=0),
    page_id=UUID(int=0),
    source_uri="warm-up.txt",
    text="Soldiers arrested two men near the village on Tuesday after a search of several houses.",
    text_digest="",
    cleaned_by="",
)


@dataclass(frozen=True, slots=True)
class Rereading:
    """The steps of a replay with what they need, picklable: the work of a pool."""

    folder: Path
    """Where batches are staged."""
    read: Callable[[Document], Reading]
    gazetteer: GazetteerFile | None = None
    """Where `read` looks places up; null for the embedded gazetteer."""
    relay: Relay = ONE_DISK
    """What files come from and batches go to, where this machine shares no disk with the loader."""

    def prepare(self) -> None:
        """Open the gazetteer, and load the lexicon."""
        self.relay.bring()
        use(self.gazetteer and self.gazetteer.open())
        self.read(WARM_UP)

    def __call__(self, batch: Batch, guard: Guard) -> Haul:
        """Read the documents of a batch and stage their rows; those that tell what they told leave only their own.

        Raises:
            OSError: the staging folder cannot be written.
        """
        staged = self.relay.send(stage(self._outcomes(batch, guard), self.folder, batch.name))
        return Haul(staged, len(batch), unchanged=0, rejected=staged.counts["rejections"], bytes=0, slowest=())

    def _outcomes(self, batch: Batch, guard: Guard) -> Iterator[Reread | Rejection]:
        for number, item in enumerate(_rows(batch)):
            guard(number)
            yield item if isinstance(item, Rejection) else self._outcome(item)
        guard(None)

    def _outcome(self, row: DocumentRow) -> Reread | Rejection:
        try:
            document = Document(**{name: getattr(row, name) for name in Document.model_fields})
            return Reread(row, document, self.read(document))
        except MemoryError:
            raise  # the worker's, not only the document's
        except Exception as error:  # one document's trouble, named in its row, must not cost the others
            detail = f"{KEPT}{type(error).__name__}: {error}"
            return Rejection(row.source_uri, "crashed", detail, UUID(row.page_id))


def plan(documents: Path, size: int) -> Iterator[Batch]:
    """Yield batches of `size` documents from a Parquet file with the columns of a row; each slice is one of them."""
    sources = pl.read_parquet(documents, columns=["source_uri"], glob=False)["source_uri"]
    for number, start in enumerate(range(0, len(sources), size)):
        named = enumerate(sources[start : start + size], start)
        yield Batch(f"{number:06}", tuple(Slice(uri, str(documents), "parquet", offset=row) for row, uri in named))


def _rows(batch: Batch) -> Iterator[DocumentRow | Rejection]:
    places = [item.offset for item in batch.items if isinstance(item, Slice)]
    first, last = min(places, default=0), max(places, default=-1)
    paths = {item.path for item in batch.items if isinstance(item, Slice)}
    frames = [pl.scan_parquet(path, glob=False).slice(first, last - first + 1).collect() for path in paths]
    for item in batch.items:
        if isinstance(item, Slice):
            yield DocumentRow(**frames[0].row(item.offset - first, named=True))
        else:
            yield replace(item, detail=KEPT + item.detail)
