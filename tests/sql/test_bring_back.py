"""What the doctor names to bring a lost work database back: what holds most of it."""

import json
import shutil
import subprocess
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from settings import Settings
from tasks.backup import Backup, back_up
from tasks.holdings import warehouse
from tasks.publish import publish
from tasks.warehouse import work_path, writing
from tests.sql.conftest import Ingest
from tests.sql.invented import success

URIS = "select source_uri from documents order by 1"


@pytest.mark.parametrize("lost", [True, False])
def test_a_published_copy_that_is_newer_than_the_last_good_backup_brings_the_work_database_back(
    settings: Settings, ingest: Ingest, tmp_path: Path, lost: bool
) -> None:
    settings = settings.model_copy(update={"data_dir": tmp_path / "my data", "backup_dir": tmp_path / "kept"})
    settings.data_dir.symlink_to(tmp_path / "data")
    ingest([success()])
    made = back_up(settings)
    ingest([success("b.txt", "Two gunmen were killed near Mosul.", [])])
    publish(settings)
    bad = _again(made, settings, "29990101T030000.000000Z", amiss="events_have_evidence")
    work_path(settings).write_bytes(b"no database")
    if lost:
        work_path(settings).unlink()
    (found,) = warehouse(settings)
    why, _, command = found.do.partition(": ")
    assert why == f"the published copy is newer than back-up {made.name}"
    subprocess.run(["sh", "-c", command], check=True)
    with writing(settings) as con:
        assert con.execute(URIS).fetchall() == [("a.txt",), ("b.txt",)]
    assert work_path(settings).stat().st_mode & 0o777 == 0o600
    work_path(settings).unlink()
    shutil.rmtree(settings.data_dir / "published")
    (found,) = warehouse(settings)
    assert found.do == f"sitrep restore {made.name}"
    shutil.rmtree(settings.backup_dir / made.name)
    (found,) = warehouse(settings)
    assert found.do == f"sitrep restore {bad.name}"


def _again(made: Backup, settings: Settings, name: str, **other: str) -> Backup:
    """Have a back-up there under another name."""
    found = replace(made, name=name, **other)
    (settings.backup_dir / name).mkdir()
    (settings.backup_dir / name / "backup.json").write_text(json.dumps(asdict(found)))
    return found
