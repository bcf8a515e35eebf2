"""Work that waits, for a worker to be killed in the middle of it."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from tasks.relay import Relay
from tasks.slice import Batch, Guard
from tests.hostile.works import Read, Told


@dataclass(frozen=True)
class Waiting(Read):
    """Write down each batch that is begun and whose child does it; one with the word `wait` takes until `go`."""

    @property
    def log(self) -> Path:
        return self.settings.data_dir / "log"

    @property
    def go(self) -> Path:
        return self.settings.data_dir / "go"

    def __call__(self, batch: Batch, guard: Guard) -> Told:
        self.log.parent.mkdir(exist_ok=True)
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"{batch.name} {os.getppid()}\n")
        paths = [Path(item.path) for item in batch.items]  # type: ignore[union-attr]
        while any("wait" in path.read_text("utf-8") for path in paths) and not self.go.exists():
            time.sleep(0.05)
        return super().__call__(batch, guard)


@dataclass(frozen=True)
class Bringing(Read):
    """Fetch what is offered, before the first batch."""

    relay: Relay

    def prepare(self) -> None:
        self.relay.bring()
