import pickle
from pathlib import Path

import pytest

from tasks.page import Rejection
from tasks.slice import Batch, Slice

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
