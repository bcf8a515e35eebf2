from pathlib import Path
from typing import Any

import duckdb
import pytest

import tasks.warehouse
from settings import Settings
from tasks.errors import UserError
from tasks.publish import KEPT, publish
from tasks.warehouse import reading, work_path
from tests.sql.conftest import Ingest
from tests.sql.invented import clash, success


def documents(settings: Settings) -> int:
    with reading(settings) as con:
        return int(con.execute("select count(*) from documents").fetchall()[0][0])


def test_the_published_copy_holds_what_was_loaded(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    path = publish(settings)
    assert path == settings.data_dir / "published" / "current" / "warehouse.duckdb"
    assert documents(settings) == 1
    with duckdb.connect(path, read_only=True) as con:
        relations = {name for (name,) in con.execute("select table_name from information_schema.tables").fetchall()}
    assert {"documents", "events", "acled_events", "runs"} <= relations
    assert not any(name.startswith("staged") for name in relations)


def test_an_open_reader_keeps_its_version_and_a_new_one_sees_the_next(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    publish(settings)
    with reading(settings) as reader:
        ingest([success("b.txt", "Two gunmen were killed near Mosul.", clash)])
        for _ in range(KEPT + 1):
            publish(settings)
        assert reader.execute("select count(*) from documents").fetchall() == [(1,)]
    assert documents(settings) == 2


def test_a_version_that_is_removed_before_it_is_open_gives_way_to_the_next(
    settings: Settings, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([success()])
    publish(settings)
    connect, asked = tasks.warehouse.connect, []

    def late(path: Path, **how: Any) -> duckdb.DuckDBPyConnection:
        if not asked:
            for _ in range(KEPT):
                publish(settings)
        asked.append(path)
        return connect(path, **how)

    monkeypatch.setattr(tasks.warehouse, "connect", late)
    assert documents(settings) == 1
    assert len(asked) == 2


def test_only_the_last_versions_stay_and_leftovers_go(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    published = settings.data_dir / "published"
    leftover = published / ".20200101T000000.000000Z"
    leftover.mkdir(parents=True)
    for _ in range(KEPT + 2):
        publish(settings)
    versions = sorted(path.name for path in published.iterdir() if not path.is_symlink())
    assert len(versions) == KEPT
    assert not leftover.exists()
    assert (published / "current").readlink() == Path(versions[-1])


def test_without_a_published_copy_one_line_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(UserError, match=r"^no warehouse at .*: make one with `sitrep ingest"):
        reading(settings)


def test_a_file_that_is_no_database_is_a_clear_error(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    path = publish(settings)
    path.chmod(0o644)
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(UserError, match=r"^cannot open .*warehouse\.duckdb: "):
        reading(settings)
    work_path(settings).write_bytes(b"no database" * 1000)
    with pytest.raises(UserError, match=r"^cannot open .*warehouse\.duckdb: "):
        publish(settings)
