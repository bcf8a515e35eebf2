import multiprocessing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import polars as pl
import pytest

import tasks.stage
from settings import Settings
from tasks.identifier import identifier
from tasks.page import NAMESPACE, Rejection
from tasks.rows import RELATIONS
from tasks.stage import Staged, stage, staging
from tests.sql.invented import clash, success


def test_a_batch_is_one_file_a_relation(tmp_path: Path) -> None:
    staged = stage([success(), Rejection("b.txt", "empty", "no bytes")], tmp_path, "00001")
    assert staged.path == tmp_path / "00001"
    assert sorted(path.stem for path in staged.path.iterdir()) == sorted(RELATIONS)
    assert {name: staged.counts[name] for name in ("documents", "events", "mentions", "rejections")} == {
        "documents": 1,
        "events": 1,
        "mentions": 3,
        "rejections": 1,
    }
    assert pl.read_parquet(staged.path / "rejections.parquet").rows() == [
        ("00001/000001", "b.txt", "empty", "no bytes", None)
    ]


def test_an_empty_batch_keeps_its_columns(tmp_path: Path) -> None:
    staged = stage([], tmp_path, "0")
    assert set(staged.counts.values()) == {0}
    for relation, row_type in RELATIONS.items():
        frame = pl.read_parquet(staged.path / f"{relation}.parquet")
        assert frame.columns == ["outcome", *row_type._fields]
        assert frame.height == 0


def test_a_batch_staged_again_replaces_the_first(tmp_path: Path) -> None:
    stage([success(), success("b.txt", "Two gunmen were killed near Mosul.", clash)], tmp_path, "0")
    assert stage([success()], tmp_path, "0").counts["documents"] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["0"]
    assert pl.read_parquet(tmp_path / "0" / "documents.parquet").height == 1


def test_a_batch_that_cannot_be_written_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: pl.DataFrame, path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pl.DataFrame, "write_parquet", full)
    with pytest.raises(OSError, match="No space left"):
        stage([success()], tmp_path, "0")
    assert not (tmp_path / "0").exists()


@pytest.mark.parametrize("name", ["Mosul", "Dawn of the Rivers", "Deir ez-Zôr", ""])
def test_an_identifier_is_the_uuid5_of_python(name: str) -> None:
    for space in (NAMESPACE, NAMESPACE_URL):
        assert identifier(space.bytes, name) == str(uuid5(space, name))


def test_half_a_surrogate_pair_counts_as_a_question_mark(tmp_path: Path) -> None:
    assert identifier(NAMESPACE.bytes, "a\ud83d") == str(uuid5(NAMESPACE, "a?"))
    whole = success()
    reading = whole.reading
    half = replace(reading.mentions[0], name="Half \ud83d", aliases=("\ud83d", "whole"))
    staged = stage([replace(whole, reading=replace(reading, mentions=(half,)))], tmp_path, "0")
    frame = pl.read_parquet(staged.path / "mentions.parquet")
    assert frame.select("name", "aliases").rows() == [("Half ?", ["?", "whole"])]


def _work(settings: Settings, ready: Any, done: Any) -> None:
    with staging(settings):
        ready.set()
        done.wait(30)


def test_the_folder_of_a_run_goes_with_it_and_others_stay(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    spawn = multiprocessing.get_context("spawn")
    ready, done = spawn.Event(), spawn.Event()
    other = spawn.Process(target=_work, args=(settings, ready, done))
    other.start()
    assert ready.wait(30)
    (alive,) = (tmp_path / "staging").iterdir()
    leftover = tmp_path / "staging" / "of-a-dead-run"
    leftover.mkdir()
    (leftover / "documents.parquet").write_bytes(b"")
    with staging(settings) as folder:
        assert isinstance(stage([success()], folder, "0"), Staged)
        assert not leftover.exists()
        assert alive.exists()
    assert not folder.exists()
    done.set()
    other.join()
    assert not alive.exists()


def test_a_row_without_its_owner_is_not_staged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = list(tasks.stage.facts(success()))
    for lost, owner in (("EventRow", "event"), ("DocumentRow", "document")):
        monkeypatch.setattr(
            tasks.stage, "facts", lambda _, lost=lost: [row for row in whole if type(row).__name__ != lost]
        )
        with pytest.raises(ValueError, match=f"belongs to no {owner} of its batch"):
            stage([success()], tmp_path, "0")
    assert not (tmp_path / "0").exists()
