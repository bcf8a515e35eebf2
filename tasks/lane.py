"""Lane: one worker process at a time.

`concurrent.futures` would hide what a process died of, and one death would break its whole pool.
"""

import signal
from collections.abc import Sequence
from threading import Lock
from typing import Any, cast

from tasks import talk
from tasks.errors import UserError
from tasks.log import repeat
from tasks.slice import Batch
from tasks.worker import OUT_OF_MEMORY, Done, Errand, Failed


class WorkerError(UserError):
    """The work itself failed, not a page: a full disk, or a fault of ours. The message tells which, a note where."""


class PoolClosedError(Exception):
    """The pool was closed while the batch was under way."""


class DeathError(Exception):
    """A worker died in a batch, on page `number` where it had begun one, with `code` (below 0: by that signal)."""

    def __init__(self, number: int | None, code: int) -> None:
        super().__init__(number, code)
        self.number = number
        self.code = code


class Lane:
    """One process at a time, started when first needed and again after it died or grew too large."""

    def __init__(self, folder: str | None = None) -> None:
        """Start processes in `folder`, by default in that of this process."""
        self._folder = folder
        self._errand: Errand | None = None
        self._process: talk.Process | None = None
        self._told = self._ready = False
        self._lock = Lock()  # closing comes from another thread
        self._closed = False

    def start(self, modules: Sequence[str]) -> None:
        """Start the process now: it imports `modules` while its errand is made ready."""
        with self._lock:
            self._require_open()
            self._process = self._started(modules)

    def brief(self, errand: Errand) -> None:
        """Say what is to be done with each batch, before the first; a process that was started makes ready for it."""
        self._errand = errand
        if self._process:
            try:
                self._tell(self._process)
            except OSError:
                self._bury()  # it died meanwhile: the first batch starts another

    def run(self, batch: Batch) -> Any:
        """Have the process work on a batch, and return what the work returned; what it logged is logged here.

        Raises what `answer` does.
        """
        done = self.answer(batch)
        repeat(done.lines)
        return done.result

    def answer(self, batch: Batch) -> Done:
        """Have the process work on a batch, and return its answer.

        Raises:
            DeathError: the process died of it.
            WorkerError: the work raised an error, or the process cannot be started.
            PoolClosedError: the lane was killed before.
        """
        process = self._living()
        number: int | None = None
        try:
            talk.send(process, batch)
            while isinstance(message := talk.receive(process), int | None):
                number = message
        except (EOFError, OSError):
            code = self._bury()
            self._require_open()
            raise DeathError(number, code) from None
        except BaseException:  # an interrupt: the talk is out of step from here on
            self._bury()
            raise
        done = _done(message)
        if done.memory > cast(Errand, self._errand).memory:
            self._bury()
        return done

    def kill(self) -> None:
        """End the process at once and start no other. Safe to call while another thread waits for the process."""
        with self._lock:
            self._closed = True
            if self._process:
                self._process.kill()

    def end(self) -> None:
        """Take leave of the process, when no thread waits for it."""
        if self._process:
            self._bury()

    def _living(self) -> talk.Process:
        if self._process and self._process.poll() is not None:
            self._bury()  # it died idle, so no page is to blame
        with self._lock:
            self._require_open()
            if self._process and self._ready:
                return self._process
            self._process = process = self._process or self._started()
        try:
            if not self._told:
                self._tell(process)
            message = talk.receive(process)
        except (EOFError, OSError):
            code = self._bury()
            self._require_open()
            raise WorkerError(f"a worker could not start: it {cause(code)}") from None
        except BaseException:
            self._bury()
            raise
        _done(message)
        self._ready = True
        return process

    def _tell(self, process: talk.Process) -> None:
        talk.send(process, self._errand)
        self._told = True

    def _started(self, modules: Sequence[str] = ()) -> talk.Process:
        return talk.start("tasks.worker", modules, self._folder, {"POLARS_MAX_THREADS": "1"})

    def _require_open(self) -> None:
        if self._closed:
            raise PoolClosedError("the pool was closed")

    def _bury(self) -> int:
        with self._lock:
            process, self._process = cast(talk.Process, self._process), None
            self._told = self._ready = False
        return talk.end(process)


def is_slow(code: int) -> bool:
    """Tell whether an exit code is that of a process whose page ran out of time."""
    return code == -signal.SIGALRM


def cause(code: int) -> str:
    """Return what ended a process, to be read after "it"."""
    if is_slow(code):
        return "was ended at the time limit of a page"
    if code == OUT_OF_MEMORY:
        return "ran out of memory"
    return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"exited with code {code}"


def _done(message: Done | Failed) -> Done:
    if isinstance(message, Failed):
        error = WorkerError(message.line)
        error.add_note(message.trace)
        raise error
    return message
