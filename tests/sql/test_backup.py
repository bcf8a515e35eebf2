import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from settings import Settings
from tasks import backup as module
from tasks.backup import back_up, backups, broken
from tasks.errors import UserError
from tasks.export.redact import key_path, redaction_key
from tasks.export.week import export_week
from tasks.finding import Finding
from tasks.folder import data_folder
from tasks.gazetteer import held as held_gazetteer
from tasks.health import findings
from tasks.publish import publish
from tasks.restore import restore
from tasks.stage import staging
from tasks.unpublished import is_published
from tasks.warehouse import connect, make_warehouse, published_path, reading, wal_path, work_path, writing
from tests.sql.conftest import Ingest
from tests.sql.invented import success

URIS = "select source_uri from documents order by 1"
KILLED = """
import duckdb, os, sys
con = duckdb.connect(sys.argv[1])
con.execute("create table last (n int)")
os._exit(9)
"""


@pytest.fixture
def archive(settings: Settings) -> Path:
    folder = settings.data_dir / "archive"
    folder.mkdir(parents=True)
    (folder / "a.warc.gz").write_bytes(b"old")
    return folder


def held(settings: Settings) -> list[str]:
    with reading(settings) as con:
        return [uri for (uri,) in con.execute(URIS).fetchall()]


def test_what_was_backed_up_comes_back(settings: Settings, ingest: Ingest, archive: Path) -> None:
    ingest([success()])
    made = back_up(settings)
    ingest([success("b.txt", "Two gunmen were killed near Mosul.", [])])
    publish(settings)
    assert held(settings) == ["a.txt", "b.txt"]
    (archive / "a.warc.gz").write_bytes(b"old and more")
    (archive / "b.warc.gz").write_bytes(b"new")
    found, former = restore(made.name, settings)
    assert (found, made.documents, held(settings)) == (made, 1, ["a.txt"])
    assert former is not None
    assert former.exists()
    assert (archive / "a.warc.gz").read_bytes() == b"old and more"  # archives only grow: what is there stays
    ingest([success("c.txt", "Soldiers arrested two men in Qaim on Friday.", [])])


def test_what_stood_there_is_kept_with_what_was_committed_last(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    made = back_up(settings)
    subprocess.run([sys.executable, "-c", KILLED, work_path(settings)], check=False)
    assert wal_path(work_path(settings)).exists()
    _, former = restore(made.name, settings)
    assert former is not None
    with connect(former) as con:
        assert con.execute("select count(*) from last").fetchall() == [(0,)]
    with writing(settings) as con, pytest.raises(duckdb.CatalogException):
        con.execute("select * from last")


def test_a_log_that_is_left_alone_is_not_taken_for_that_of_a_backup(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    made = back_up(settings)
    wal_path(work_path(settings)).write_bytes(b"of what was there")
    work_path(settings).unlink()
    assert restore(made.name, settings) == (made, None)
    assert held(settings) == ["a.txt"]
    (log,) = work_path(settings).parent.glob("warehouse.before-restore-*.wal")
    assert log.read_bytes() == b"of what was there"


def test_a_restore_that_finds_no_room_changes_nothing(
    settings: Settings, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([success()])
    made = back_up(settings)
    before = sorted(work_path(settings).parent.iterdir())

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tasks.copying.shutil.copystat", full)
    with pytest.raises(OSError, match="No space"):
        restore(made.name, settings)
    assert sorted(work_path(settings).parent.iterdir()) == before


def test_no_new_warehouse_is_published_over_one_that_is_missing(settings: Settings, ingest: Ingest) -> None:
    with pytest.raises(UserError, match="no warehouse in"):
        publish(settings)
    ingest([success()])
    made = back_up(settings)
    publish(settings)
    work_path(settings).unlink()
    told = r"is missing, but what it held is published: `sitrep doctor` says what brings it back"
    with pytest.raises(UserError, match=told), writing(settings):
        pass
    with pytest.raises(UserError, match="no warehouse in"):
        publish(settings)
    assert held(settings) == ["a.txt"]
    restore(made.name, settings)
    ingest([success("b.txt", "Two gunmen were killed near Mosul.", [])])


def test_after_a_disaster_all_is_there_again(settings: Settings, ingest: Ingest, archive: Path) -> None:
    ingest([success()])
    places = settings.data_dir.parent / "places"
    places.mkdir()
    (places / "IQ.txt.zst").write_bytes(b"Qaim")
    key = redaction_key(key_path(settings))
    folders = {"backup_dir": settings.data_dir.parent / "elsewhere", "gazetteer_dir": places}
    elsewhere = settings.model_copy(update=folders)
    made = back_up(elsewhere)
    shutil.rmtree(settings.data_dir)
    shutil.rmtree(places)
    restore(made.name, elsewhere)
    assert held(settings) == ["a.txt"]
    assert (archive / "a.warc.gz").read_bytes() == b"old"
    assert (places / "IQ.txt.zst").read_bytes() == b"Qaim"
    assert key_path(settings).read_bytes() == key
    assert [path.stat().st_mode & 0o777 for path in (settings.data_dir, key_path(settings))] == [0o700, 0o600]


def test_what_was_fetched_after_a_backup_is_taken_in_again(settings: Settings, ingest: Ingest, archive: Path) -> None:
    os.utime(archive / "a.warc.gz", (0, 0))
    (archive / "b.warc.gz").write_bytes(b"not loaded yet when the database is copied")
    ingest([success()])
    made = back_up(settings)
    (archive / "c.warc.gz").write_bytes(b"new")
    restore(made.name, settings)
    assert sorted(path.name for path in archive.glob("*.pending")) == ["b.warc.gz.pending", "c.warc.gz.pending"]


def test_a_backup_that_is_long_ago_is_wrong_and_none_at_all_may_be_meant(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    publish(settings)
    assert levels(settings)["back-up"] == "mind"
    made = back_up(settings)
    assert levels(settings)["back-up"] == "fine"
    former = settings.backup_dir / "20200101T030000.000000Z"
    (settings.backup_dir / made.name).rename(former)
    (former / "backup.json").write_text(json.dumps(asdict(made) | {"name": former.name}))
    assert levels(settings)["back-up"] == "wrong"


def test_a_backup_that_is_not_what_it_was_is_not_put_back(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    made = back_up(settings)
    with (settings.backup_dir / made.name / "warehouse.duckdb").open("r+b") as file:
        file.seek(made.size // 2)
        file.write(b"\xff")
    with pytest.raises(UserError, match="digest differs"):
        restore(made.name, settings)
    with pytest.raises(UserError, match=f"no back-up nine in .*: there are {made.name}"):
        restore("nine", settings)
    with writing(settings) as con:
        assert con.execute(URIS).fetchall() == [("a.txt",)]


def test_a_backup_that_holds_what_must_not_be_is_kept_and_drops_no_other(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    former = settings.backup_dir / "20200101T030000.000000Z"
    former.mkdir(parents=True)
    (former / "backup.json").write_text(json.dumps(asdict(back_up(settings)) | {"name": former.name}))
    with writing(settings) as con:
        con.execute("delete from event_evidence")
    made = back_up(settings)
    assert "events_have_evidence" in made.amiss
    assert len(backups(settings)) == 3
    assert {f.what: f.level for f in findings(settings)}["back-up"] == "wrong"


def test_a_backup_that_fails_leaves_nothing(
    settings: Settings, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(UserError, match="no warehouse in"):
        back_up(settings)
    ingest([success()])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "mirror", full)
    with pytest.raises(OSError, match="No space"):
        back_up(settings)
    assert list(settings.backup_dir.iterdir()) == []
    assert backups(settings) == []


@pytest.mark.parametrize("told", ["", "{}", "[]", '{"name": "other"}', None])
def test_a_folder_that_does_not_say_what_it_is_is_no_backup(
    settings: Settings, ingest: Ingest, told: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest([success()])
    made = back_up(settings)
    cut = settings.backup_dir / "20200101T030000.000000Z"
    cut.mkdir()
    if told is not None:
        (cut / "backup.json").write_text(told)
    assert backups(settings) == [made]
    assert restore(made.name, settings)[0] == made
    again = back_up(settings)
    assert backups(settings)[0] == again
    assert broken(settings) == [cut]
    (found,) = [one for one in findings(settings) if one.what == "broken back-up"]
    assert (found.level, str(cut) in found.says) == ("wrong", True)
    spaced = settings.model_copy(update={"backup_dir": settings.backup_dir.rename(settings.data_dir / "back ups")})
    (found,) = [one for one in findings(spaced) if one.what == "broken back-up"]
    assert found.do == f"sitrep backup, then rm -r '{spaced.backup_dir / cut.name}'"


def test_a_backup_of_a_release_that_tells_more_is_one(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    made = back_up(settings)
    told = settings.backup_dir / made.name / "backup.json"
    told.write_text(json.dumps(json.loads(told.read_text()) | {"release": "2"}))
    assert (backups(settings), broken(settings)) == ([made], [])


def test_what_a_backup_is_is_on_the_disk_before_it_is_called_one(
    settings: Settings, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([success()])
    forced: list[int] = []
    force = os.fsync

    def noted(handle: int) -> None:
        forced.append(os.fstat(handle).st_ino)
        force(handle)

    monkeypatch.setattr("os.fsync", noted)
    made = back_up(settings)
    assert (settings.backup_dir / made.name / "backup.json").stat().st_ino in forced


def test_what_a_killed_backup_left_is_removed_by_one_a_day_later(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    old, young = (settings.backup_dir / f".2026010{day}T030000.000000Z" for day in (1, 2))
    for draft in (old, young):
        draft.mkdir(parents=True)
        (draft / "warehouse.duckdb").write_bytes(b"half")
    os.utime(old, (0, 0))
    back_up(settings)
    assert [old.exists(), young.exists()] == [False, True]


@pytest.mark.parametrize("name", ["data_dir", "backup_dir"])
def test_a_file_where_a_folder_is_to_be_is_said_with_what_to_do(
    settings: Settings, ingest: Ingest, tmp_path: Path, name: str
) -> None:
    ingest([success()])
    (tmp_path / "f").touch()
    settings = settings.model_copy(update={name: tmp_path / "f"})
    with pytest.raises(UserError, match=f"{tmp_path}/f is no folder: move it away, or set"):
        back_up(settings) if name == "backup_dir" else data_folder(settings)
    found = [one for one in findings(settings) if one.says == f"{tmp_path}/f is no folder"]
    assert [(one.level, name.upper() in one.do) for one in found] == [("wrong", True)]
    assert "alarms" in levels(settings)


def test_the_data_folder_is_its_owners_and_the_published_copy_the_groups_by_choice(
    settings: Settings, ingest: Ingest
) -> None:
    ingest([success()])
    publish(settings)
    assert settings.data_dir.stat().st_mode & 0o777 == 0o700
    publish(settings.model_copy(update={"group_reads": True}))
    modes = [settings.data_dir, work_path(settings).parent, published_path(settings).parent.resolve()]
    assert [path.stat().st_mode & 0o777 for path in modes] == [0o710, 0o700, 0o750]
    assert published_path(settings).stat().st_mode & 0o777 == 0o440


def test_of_what_is_made_later_the_group_reads_nothing(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    settings = settings.model_copy(update={"group_reads": True})
    publish(settings)
    export_week(settings, datetime.now(UTC), days=7)
    with held_gazetteer(settings.gazetteer_dir, settings), staging(settings):
        pass
    assert levels(settings)["data folder"] == "fine"
    for folder in (settings.export_dir, settings.gazetteer_dir, settings.data_dir / "staging"):
        assert folder.stat().st_mode & 0o777 == 0o700
        folder.chmod(0o755)
    (found,) = [one for one in findings(settings) if one.what == "data folder"]
    assert (found.level, str(settings.export_dir) in found.says) == ("mind", True)
    publish(settings)
    assert levels(settings)["data folder"] == "fine"


def test_what_another_user_owns_holds_no_publication_up(
    settings: Settings, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings.model_copy(update={"group_reads": True})
    ingest([success()])
    theirs = settings.data_dir / "a file"
    theirs.touch(0o644)
    former, chmod = publish(settings).resolve(), Path.chmod

    def refused(path: Path, mode: int) -> None:
        if path in (theirs, former):
            raise PermissionError(1, "Operation not permitted", str(path))
        chmod(path, mode)

    theirs.chmod(0o644)
    monkeypatch.setattr(Path, "chmod", refused)
    assert publish(settings).resolve() != former
    (found,) = [one for one in findings(settings) if one.what == "data folder"]
    assert (found.level, found.do) == ("mind", f"chmod go= '{theirs}'")


def test_a_gazetteer_may_be_the_first_in_the_data_folder(settings: Settings) -> None:
    with held_gazetteer(settings.gazetteer_dir, settings):
        assert settings.data_dir.stat().st_mode & 0o777 == 0o700


def levels(settings: Settings) -> dict[str, str]:
    return {found.what: found.level for found in findings(settings)}


def test_a_load_that_is_not_published_soon_is_wrong(
    settings: Settings, ingest: Ingest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = settings.model_copy(update={"sources_dir": tmp_path, "notify_command": "true"})
    assert levels(settings)["published copy"] == "mind"
    ingest([success()])
    publish(settings)
    assert is_published(settings)
    assert levels(settings) == {
        "data folder": "fine",
        "disk": "fine",
        "lock": "fine",
        "published copy": "fine",
        "news": "fine",
        "back-up": "mind",
        "outlets": "fine",
        "alarms": "fine",
    }
    ingest([success("b.txt", "Two gunmen were killed near Mosul.", [])])
    assert not is_published(settings)
    assert levels(settings)["published copy"] == "fine"
    monkeypatch.setattr("tasks.holdings.SHOWN_WITHIN", timedelta(0))
    assert levels(settings)["published copy"] == "wrong"
    settings.data_dir.chmod(0o755)
    work_path(settings).write_bytes(b"no database")
    found = levels(settings)
    assert (found["data folder"], found["warehouse"]) == ("mind", "wrong")


def test_a_first_run_that_was_interrupted_has_loaded_nothing_whoever_is_asked(settings: Settings) -> None:
    make_warehouse(settings)
    found = [(one.level, one.says) for one in findings(settings) if one.what in ("published copy", "back-up")]
    assert found == [("mind", "nothing was loaded yet")]
    with pytest.raises(UserError, match="nothing was loaded yet: begin with `sitrep ingest"):
        back_up(settings)
    assert list(settings.backup_dir.iterdir()) == []


def test_what_cannot_be_looked_at_is_named_as_what_is_fine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise UserError("no")

    monkeypatch.setattr("tasks.health.alarms", refuse)
    monkeypatch.setattr("tasks.health.outlets_asked", refuse)
    assert [one.what for one in findings(settings) if one.says == "no"] == ["outlets", "alarms"]


def wrong(settings: Settings) -> list[Finding]:
    return [found for found in findings(settings) if found.level == "wrong"]


def test_a_work_database_that_is_gone_is_not_taken_for_one_that_never_was(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    publish(settings)
    work_path(settings).unlink()
    wal_path(work_path(settings)).write_bytes(b"of another database")
    (found,) = wrong(settings)
    assert (found.what, "the published copy holds 1 documents" in found.says) == ("warehouse", True)
    assert levels(settings)["back-up"] == "mind"
    _, _, command = found.do.partition(": ")
    subprocess.run(["sh", "-c", command], check=True)
    ingest([success("b.txt", "Two gunmen were killed near Mosul.", [])])
    made = back_up(settings)
    work_path(settings).unlink()
    (found,) = wrong(settings)
    assert found.do == f"sitrep restore {made.name}"
    shutil.rmtree(settings.data_dir / "published")
    (found,) = wrong(settings)
    assert (found.what, f"back-up {made.name} holds 2 documents" in found.says) == ("warehouse", True)


@pytest.mark.parametrize("all_of_it", [True, False])
def test_a_published_copy_that_is_missing_is_wrong_at_once(settings: Settings, ingest: Ingest, all_of_it: bool) -> None:
    ingest([success()])
    publish(settings)
    root = settings.data_dir / "published"
    shutil.rmtree(root if all_of_it else (root / "current").resolve())
    (found,) = wrong(settings)
    assert (found.what, found.do) == ("published copy", "sitrep publish")
    publish(settings)
    assert wrong(settings) == []


@pytest.mark.parametrize("at", [0, 300_000])
def test_a_published_copy_that_is_damaged_is_made_anew(settings: Settings, ingest: Ingest, at: int) -> None:
    ingest([success()])
    copy = publish(settings)
    copy.chmod(0o600)
    with copy.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff" * (copy.stat().st_size - at))
    (found,) = wrong(settings)
    assert (found.what, found.do) == ("published copy", "sitrep publish")
    publish(settings)
    assert wrong(settings) == []
    assert held(settings) == ["a.txt"]


def test_where_there_is_no_folder_of_outlets_the_doctor_says_what_to_do(settings: Settings, tmp_path: Path) -> None:
    nowhere = settings.model_copy(update={"sources_dir": tmp_path / "none"})
    (found,) = [one for one in findings(nowhere) if one.what == "outlets"]
    assert (found.level, "SITREP_SOURCES_DIR" in found.do) == ("mind", True)
