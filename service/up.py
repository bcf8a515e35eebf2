"""Up: server, pool, deployments and worker started in this order, watched, and ended in the other."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from service import state
from service.api import SilentError, ask
from service.child import Child
from service.down import WORKER_PATIENCE, Say, clear_away
from service.place import LOOPBACK, POOL, ROOT, environment, folder, require_free, url
from service.recover import GONE, lost_ones, recover, set_aside
from settings import Settings
from tasks.errors import UserError
from tasks.folder import private
from tasks.notify import notify

START_SECONDS = 180.0
"""The first start of a server makes its database: seen to take over 30 s on a busy machine."""
LOOK_SECONDS = 15.0
"""Between two looks for runs without a process."""
SERVER_PATIENCE = 15.0
"""Seconds in which it may end by itself."""


def up(settings: Settings, say: Say) -> None:
    """Run the service until this process is told to end; where one is up already, say so and return.

    Raises:
        UserError: the port is taken, the server would be open to a network without a password, or it does not start.
    """
    _require_closed(settings)
    try:
        with state.held(settings), _told_to_end() as is_over:
            clear_away(settings, say)
            require_free(settings)
            private(settings.data_dir / "prefect")  # Prefect would make it for all to read
            private(settings.inbox)  # pages may be dropped before its first run
            _serve(settings, say, is_over)
    except state.UpError:
        found = state.read(settings)
        say(f"already up: {found.url if found else url(settings)}")


def answers(settings: Settings) -> bool:
    """Tell whether the server answers."""
    try:
        return bool(ask(settings, "health"))
    except SilentError:
        return False


def _serve(settings: Settings, say: Say, is_over: Callable[[], bool]) -> None:
    server, worker = _child("server", settings, "server", "start"), _worker(settings)
    try:
        suspects: Iterable[str] = ()
        _write(settings)
        server.start()
        _write(settings, server)
        _wait_for(settings, server, is_over)
        if is_over():
            return
        _bootstrap(settings)
        for _ in range(2):  # what an earlier service left has no process any more
            suspects = _recover(settings, say, suspects, worker_lives=False)
        worker.start()
        _write(settings, server, worker, ready=True)
        say(f"up: {url(settings)} (Ctrl-C or `sitrep down` ends it; logs in {folder(settings)})")
        _watch(settings, server, worker, say, is_over)
        say("ending; what is under way is done again by the next run")
        _end_runs(settings, worker, say)
    finally:
        worker.end(WORKER_PATIENCE)
        server.end(SERVER_PATIENCE)
        state.clear(settings)


def _watch(settings: Settings, server: Child, worker: Child, say: Say, is_over: Callable[[], bool]) -> None:
    """Start again what ends and look for lost runs, until it is over."""
    suspects: Iterable[str] = ()
    looked = time.monotonic()
    while not is_over():
        if time.monotonic() - looked > LOOK_SECONDS:
            looked = time.monotonic()
            suspects = _recover(settings, say, suspects, worker_lives=worker.process is not None)
        for child in (server, worker):
            if line := child.tend():
                say(line)
                _write(settings, server, worker, ready=True)
        time.sleep(0.5)


def _child(name: str, settings: Settings, *command: str) -> Child:
    whole = (sys.executable, "-m", "prefect", "--no-prompt", *command)
    return Child(name, whole, environment(settings), ROOT, folder(settings) / f"{name}.log")


def _worker(settings: Settings) -> Child:
    return _child("worker", settings, "worker", "start", "--pool", POOL, "--name", f"{socket.gethostname()} (sitrep)")


def _recover(settings: Settings, say: Say, suspects: Iterable[str], *, worker_lives: bool) -> Iterable[str]:
    """Mark runs without a process as crashed, and tell it: they cannot. Return what to look at again."""
    with suppress(SilentError):  # next time, then
        marked, suspects = recover(settings, suspects, worker_lives=worker_lives)
        for run in marked:
            say(f"{run['name']}: marked as crashed, its process is gone")
            text = f"{run['name']}: {GONE}\n{url(settings)}/runs/flow-run/{run['id']}"
            for trouble in notify("sitrep: a run crashed", text, settings):
                say(f"nobody was told: {trouble}")
    return suspects


def _end_runs(settings: Settings, worker: Child, say: Say) -> None:
    """End the worker with its runs, and have it known that they were ended on purpose."""
    try:
        lost = lost_ones(settings, worker_lives=worker.process is not None)
        worker.end(WORKER_PATIENCE)
        set_aside(settings, lost)
    except SilentError as error:
        say(f"the server does not answer: {error}; the next `sitrep up` tells of what was under way that it crashed")


def _bootstrap(settings: Settings) -> None:
    """Set the server up, in a process of its own: it needs Prefect."""
    command, log = [sys.executable, "-m", "service.bootstrap"], folder(settings) / "bootstrap.log"
    done = subprocess.run(command, env=environment(settings), cwd=ROOT, capture_output=True, text=True, check=False)
    log.write_text(done.stdout + done.stderr)
    if done.returncode:
        raise UserError(f"the server could not be set up: see {log}")


def _wait_for(settings: Settings, server: Child, is_over: Callable[[], bool]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers(settings) and not is_over():
        if server.process is None or server.process.poll() is not None or time.monotonic() > deadline:
            raise UserError(f"the server does not start: see {server.log}")
        time.sleep(0.5)


def _write(settings: Settings, *children: Child, ready: bool = False) -> None:
    groups = {child.name: child.process.pid for child in children if child.process is not None}
    state.write(settings, groups, ready=ready)


def _require_closed(settings: Settings) -> None:
    if settings.server_host not in LOOPBACK and not settings.server_auth.get_secret_value():
        raise UserError(
            f"server_host is {settings.server_host}, which others can reach: set SITREP_SERVER_AUTH=user:password, too"
        )


@contextmanager
def _told_to_end() -> Iterator[Callable[[], bool]]:
    """Give what tells whether this process was told to end (Ctrl-C, `sitrep down`, systemd)."""
    told: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    before = {number: signal.signal(number, hear) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield lambda: bool(told)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
