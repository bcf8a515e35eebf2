"""A full disk: one clear line, the published copy intact, and all is well again when there is room."""

import resource
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from settings import Settings
from tasks.compact import compact
from tasks.errors import UserError
from tasks.publish import publish
from tasks.warehouse import reading, work_path
from tests.sql.whole import batches, broken, load_batch

LEFT = 20_000
"""Bytes that stay free on the full disk: less than a load, a copy or a compaction takes."""
MANY = range(1, 3)
FULL = r"(?i)no space left|file too large|could not write|out of memory"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk of 24 MB, where the system lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip(f"cannot mount a small disk here: {mounted.stderr.decode().strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", disk], check=True)


def begin(settings: Settings, folder: Path) -> None:
    load_batch(settings, folder, 0)
    publish(settings)


def refused(step: Callable[[], object]) -> None:
    """Have a step fail as a command tells it: a mistake of the user's that is one line, or an error of the system."""
    with pytest.raises((UserError, OSError), match=FULL) as caught:
        step()
    assert len(str(caught.value).splitlines()) == 1


def published(settings: Settings) -> set[int]:
    with reading(settings) as con:
        assert broken(con) == []
        return batches(con)


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    free = subprocess.run(["df", "--output=avail", "-B1", disk], capture_output=True, text=True, check=True)
    filler.write_bytes(b"\0" * (int(free.stdout.split()[-1]) - LEFT))
    return filler


def test_on_a_full_disk_every_step_says_so_and_nothing_is_lost(disk: Path, tmp_path: Path) -> None:
    settings = Settings(data_dir=disk / "data")
    begin(settings, tmp_path)
    for number in MANY:
        load_batch(settings, tmp_path, number)
    filler = fill(disk)
    refused(lambda: publish(settings))
    refused(lambda: compact(settings))
    assert published(settings) == {0}
    with pytest.raises((UserError, OSError), match=FULL):  # noqa: PT012 - until it is full
        for number in range(100, 200):
            load_batch(settings, tmp_path, number)
    assert published(settings) == {0}
    filler.unlink()
    load_batch(settings, tmp_path, 1000)
    publish(settings)
    assert {0, *MANY, 1000} <= published(settings)
    compact(settings)
    assert [path.name for path in work_path(settings).parent.iterdir() if "compact" in path.name] == []


def test_where_files_may_not_grow_every_step_says_so(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    begin(settings, tmp_path)
    for number in MANY:
        load_batch(settings, tmp_path, number)
    run = subprocess.run([sys.executable, "-m", "tests.sql.test_full_disk", tmp_path], capture_output=True, text=True,
                         check=False)  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert published(settings) == {0}
    publish(settings)
    assert published(settings) == {0, *MANY}


def main() -> None:
    """Take each step in a process whose files may not grow beyond what is there: a limit holds until its end."""
    folder = Path(sys.argv[1])
    settings = Settings(data_dir=folder / "data")
    resource.setrlimit(resource.RLIMIT_FSIZE, (LEFT, LEFT))
    refused(lambda: publish(settings))
    refused(lambda: compact(settings))


if __name__ == "__main__":
    main()
