import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.page import Rejection
from tasks.slice import PIECES, Batch, Slice, tapered

LOST = Rejection("lost.warc", "broken file")
BATCH = Batch(
    "b", (Slice("a.html", "a.html", "html"), LOST, Slice("c.jsonl", "c.jsonl", "jsonl", None, 700, 11, 11, 16))
)


def test_a_batch_counts_its_pages() -> None:
    assert len(BATCH) == 7


@pytest.mark.parametrize("at", range(8))
def test_parts_make_up_the_whole(at: int) -> None:
    assert len(BATCH.part(0, at)) + len(BATCH.part(at, 7)) == 7


def test_a_part_of_records_keeps_its_place_in_the_file() -> None:
    (part,) = BATCH.part(3, 5).items
    assert part == Slice("c.jsonl", "c.jsonl", "jsonl", None, 700, 11, 12, 14)


def test_parts_bear_names_of_their_own() -> None:
    names = {BATCH.part(0, 3).name, BATCH.part(3, 7).name, BATCH.part(3, 7).part(0, 3).name, BATCH.name}
    assert len(names) == 4


@pytest.mark.parametrize(("number", "uri"), [(0, "a.html"), (1, "lost.warc"), (2, "c.jsonl#11"), (6, "c.jsonl#15")])
def test_a_condemned_page_is_named(number: int, uri: str) -> None:
    assert BATCH.condemn(number, "crashed", "why").items == (Rejection(uri, "crashed", "why"),)


def test_a_batch_travels_light() -> None:
    assert len(pickle.dumps(BATCH)) < 2000
    assert pickle.loads(pickle.dumps(BATCH)) == BATCH


def test_release_removes_only_what_was_unpacked(tmp_path: Path) -> None:
    own, made = tmp_path / "own.jsonl", tmp_path / "made.jsonl"
    own.touch()
    made.touch()
    Batch("b", (Slice("x", str(own), "jsonl"), Slice("y", str(made), "jsonl", spooled=True), LOST)).release()
    assert own.exists()
    assert not made.exists()


def files(first: int, count: int, spooled: bool = False) -> Batch:
    names = [f"{number}.html" for number in range(first, first + count)]
    return Batch(f"b{first:03}", tuple(Slice(name, name, "html", spooled=spooled) for name in names))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7])
def test_tapering_keeps_every_page_and_its_order(count: int) -> None:
    batches = [files(10 * number, 10) for number in range(count)]
    found = list(tapered(iter(batches), workers=2))
    assert [item for batch in found for item in batch.items] == [item for batch in batches for item in batch.items]
    assert [batch.name for batch in found] == sorted(batch.name for batch in found)


def test_the_last_batch_of_each_worker_comes_in_pieces() -> None:
    found = list(tapered([files(0, 40), files(40, 40), files(80, 40)], workers=2))
    assert list(map(len, found)) == [40, *[40 // PIECES] * PIECES * 2]


def test_what_was_unpacked_for_a_batch_stays_in_one_piece() -> None:
    batch = files(0, 8, spooled=True)
    assert list(tapered([batch], workers=2)) == [batch]


def test_batches_are_held_back_no_further_than_one_a_worker() -> None:
    taken: list[int] = []

    def watched() -> Iterator[Batch]:
        for number in range(5):
            taken.append(number)
            yield files(number, 1)

    next(tapered(watched(), workers=2))
    assert taken == [0, 1, 2]
