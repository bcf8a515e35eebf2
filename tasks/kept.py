"""Kept: batches that a run had staged when it ended before its time, for the next run that reads the same.

Loading a batch again changes nothing, so it does no harm where the run that died had loaded it. Stale it cannot be: it
is known by a digest of all that its rows hang on, and lies there under that name. Half written it cannot be, either: it
is noted when it is whole, and none is taken up from before the machine was started.
"""

import pickle
import sys
import sysconfig
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from settings import Settings
from tasks.folder import private
from tasks.page import Rejection
from tasks.slice import Batch

ROOT = Path(__file__).resolve().parents[1]
CODE = ("extraction", "lexicon", "tasks", "settings.py")
"""What makes rows of pages."""
NOTE = ".haul"
"""Ending of the file in the folder of a batch that says what became of it: the last that is written."""
KEPT_SECONDS = 86_400.0
BOOT = Path("/proc/sys/kernel/random/boot_id")
"""Differs after each start of the machine (Linux)."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The batches that are kept in a folder, for a run whose rows hang on `basis`. Picklable."""

    folder: Path
    basis: str

    def key(self, batch: Batch) -> str | None:
        """Return the name of a batch that is about to be read; null where a file of it was made for this run alone."""
        digest = sha256(f"{self.basis} {batch.name}".encode())
        for item in batch.items:
            digest.update(repr(item).encode("utf-8", "surrogateescape"))
            if not isinstance(item, Rejection):
                if item.path != item.uri or (identity := _identity(item.path)) is None:
                    return None
                digest.update(identity.encode())
        return digest.hexdigest()

    def take(self, key: str, target: Path) -> Any | None:
        """Move a kept batch to `target` and return what was noted of it; null where there is none. One run gets it."""
        try:
            (self.folder / key).rename(target)
        except FileNotFoundError:
            return None
        return pickle.loads((target / (key + NOTE)).read_bytes())


def kept(settings: Settings, *more: object) -> Kept:
    """Return the batches that are kept; `more` is what else the rows of this run hang on, by its `repr`."""
    boot = BOOT.read_text() if BOOT.exists() else ""
    told = (settings.page_limit, settings.page_seconds, settings.worker_memory, sys.version, boot, *more)
    return Kept(kept_folder(settings), sha256(f"{_code()} {told!r}".encode()).hexdigest())


def kept_folder(settings: Settings) -> Path:
    """Return the folder of the batches that are kept."""
    return settings.data_dir.resolve() / "kept"


def note(folder: Path, key: str, haul: object) -> None:
    """Note what became of a batch that is staged in `folder`: from now on it may be kept."""
    draft = folder / ".haul"
    draft.write_bytes(pickle.dumps(haul))
    draft.rename(folder / (key + NOTE))


def keep(batches: Iterable[Path], settings: Settings) -> None:
    """Keep those of the batches in these folders that are whole."""
    root = kept_folder(settings)
    for batch in batches:
        for told in batch.glob(f"?*{NOTE}"):
            private(root)
            with suppress(OSError):  # the same is kept already
                batch.rename(root / told.stem)


def outdated(settings: Settings) -> Iterator[Path]:
    """Yield the kept batches that nobody has come back for."""
    with suppress(FileNotFoundError):
        for path in kept_folder(settings).iterdir():
            if time.time() - path.stat().st_mtime > KEPT_SECONDS:
                yield path


def _identity(path: str) -> str | None:
    with suppress(OSError):
        status = Path(path).stat()
        return f"{status.st_dev} {status.st_ino} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"
    return None


def _code() -> str:
    """Return a digest of the code and vocabulary that rows are made with, and of the releases that it builds on."""
    digest = sha256()
    paths = [path for name in CODE for path in ((ROOT / name).rglob("*") if (ROOT / name).is_dir() else [ROOT / name])]
    for path in sorted(path for path in paths if path.suffix in (".py", ".yaml")):
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    installed = sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))
    return digest.hexdigest() + sha256(" ".join(installed).encode()).hexdigest()
