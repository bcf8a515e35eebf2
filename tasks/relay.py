"""Relay: a far folder of one run, over which workers that share no disk with the loader get files and give batches."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import mkdtemp

from settings import Settings
from tasks import storage
from tasks.stage import Staged


@dataclass(frozen=True, slots=True)
class Relay:
    """The folder, and the files that workers need. Without a folder all machines see one disk, and nothing is done."""

    folder: str = ""
    files: tuple[Path, ...] = ()

    def offering(self, *files: Path) -> "Relay":
        """Return the relay with these files in it. Raises OSError where they cannot be written there."""
        if self.folder:
            for file in files:
                storage.put(file, f"{self.folder}/{file.name}")
        return replace(self, files=files)

    def bring(self) -> None:
        """Have the files offered under the same paths on this machine. Raises OSError where they are not there."""
        for file in self.files if self.folder else ():
            if not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                draft = Path(mkdtemp(dir=file.parent)) / file.name
                storage.get(f"{self.folder}/{file.name}", draft)
                draft.replace(file)
                draft.parent.rmdir()

    def send(self, staged: Staged) -> Staged:
        """Move a batch to the folder. Raises OSError where it cannot be written there."""
        if not self.folder:
            return staged
        for file in sorted(staged.path.iterdir()):
            storage.put(file, f"{self.folder}/{staged.path.name}/{file.name}")
        shutil.rmtree(staged.path)
        return staged

    def fetch(self, staged: Staged) -> Staged:
        """Have a batch that was sent on this machine. Raises OSError where it is not there."""
        if self.folder:
            staged.path.mkdir(parents=True)
            for relation in staged.counts:
                name = f"{relation}.parquet"
                storage.get(f"{self.folder}/{staged.path.name}/{name}", staged.path / name)
        return staged


ONE_DISK = Relay()


@contextmanager
def relay(settings: Settings, run: str) -> Iterator[Relay]:
    """Give the relay of a run, and remove it at the end."""
    if not settings.staging_dir:
        yield ONE_DISK
        return
    folder = f"{settings.staging_dir.rstrip('/')}/{run}"
    try:
        yield Relay(folder)
    finally:
        storage.remove(folder)
