"""Here: a pool without processes, for tests of what happens before and after a worker's work, not of the workers."""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Self

from settings import Settings
from tasks.slice import Batch
from tasks.worker import Work


class Here:
    """What `tasks.pool.Pool` is to its callers: each batch is worked on at once, in this process."""

    def __init__(self, work: Work | None, settings: Settings) -> None:
        if work:
            self.employ(work)

    @classmethod
    def ahead(cls, settings: Settings, modules: Sequence[str], pages: int | None = None) -> Self:
        return cls(None, settings)

    def employ(self, work: Work) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is imported; nor do workers take them for errors
            work.prepare()
        self._work = work

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        pass

    def rest(self) -> None:
        pass

    def run(self, batch: Batch) -> list[Any]:
        try:
            return [self._work(batch, lambda _: None)]
        finally:
            batch.release()

    def map(self, batches: Iterable[Batch]) -> Iterator[Any]:
        for batch in batches:
            yield from self.run(batch)
