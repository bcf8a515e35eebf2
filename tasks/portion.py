"""Portion: a large input is loaded in several goes, each whole: a run that died goes on where its last one ended."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from tasks.load import Loaded
from tasks.report import Incidents
from tasks.slice import Batch

K = TypeVar("K")


def portions(batches: Iterable[Batch], pages: int) -> Iterator[list[Batch]]:
    """Yield batches in order, together as many as hold so many pages or more."""
    portion: list[Batch] = []
    for batch in batches:
        portion.append(batch)
        if sum(map(len, portion)) >= pages:
            yield portion
            portion = []
    if portion:
        yield portion


def together(loads: Sequence[Loaded]) -> Loaded:
    """Return what all loads of a run did, under the id of the last."""
    return Loaded(
        run_id=loads[-1].run_id,
        pages=sum(load.pages for load in loads),
        new=sum(load.new for load in loads),
        changed=sum(load.changed for load in loads),
        unchanged=sum(load.unchanged for load in loads),
        rejections=_sum(load.rejections for load in loads),
        new_events=_sum(load.new_events for load in loads),
        changes=_sum(load.changes for load in loads),
        changed_events=sum(load.changed_events for load in loads),
        removed_events=sum(load.removed_events for load in loads),
        incidents=Incidents(*map(sum, zip(*(load.incidents for load in loads), strict=True))),
        checks=tuple(dict.fromkeys(finding for load in loads for finding in load.checks)),
    )


def _sum(counts: Iterable[Mapping[K, int]]) -> Mapping[K, int]:
    return sum(map(Counter, counts), Counter())
