"""Orchestration: is a Prefect API configured, and how Prefect behaves in our process. Does not import Prefect."""

import atexit
import os
import signal
import sys
import threading
import tomllib
from pathlib import Path
from types import FrameType
from typing import Any

from service.place import LOGGED, PRIVATE

EPHEMERAL = {
    "PREFECT_SERVER_EPHEMERAL_ENABLED": "true",
    # The first start of a server makes its database: seen to take over 30 s, where Prefect waits 20.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
}

QUIET = {"PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL"}
"""The terminal belongs to the command; what Prefect logs of a run still goes to its API."""

INTERRUPTED = "sitrep: interrupted; what was under way was not loaded."
PATIENCE = 8.0
"""Seconds in which a run may end by itself after Ctrl-C."""


def api_url() -> str | None:
    """Return the URL of the configured Prefect API, or None.

    Looks where Prefect looks first, without the second that importing it takes: `PREFECT_API_URL`, then the active
    profile (`PREFECT_PROFILE`, else the one that `profiles.toml` calls active). A URL in `prefect.toml`,
    `pyproject.toml` or `.env` is not looked for: with one of those, ask for `--orchestrated`.
    """
    if url := os.environ.get("PREFECT_API_URL"):
        return url
    profiles = _profiles()
    active = os.environ.get("PREFECT_PROFILE") or profiles.get("active")
    url = profiles.get("profiles", {}).get(active, {}).get("PREFECT_API_URL")
    return str(url) if url else None


def prepare() -> None:
    """Set this process up for a flow run on a terminal; call it before Prefect is imported.

    Raises:
        OSError: Prefect's folder cannot be made; an ephemeral server would try for three minutes.
    """
    _home().mkdir(parents=True, exist_ok=True)
    for name, value in {**PRIVATE, **LOGGED, **EPHEMERAL, **QUIET}.items():
        os.environ.setdefault(name, value)
    atexit.register(hush)
    signal.signal(signal.SIGINT, _interrupted)


def _interrupted(_number: int, _frame: FrameType | None) -> None:
    """End on Ctrl-C, at the latest after some seconds.

    A terminal interrupts the ephemeral server too, and Prefect then waits long, and loudly, for one that is gone.
    Workers end with their parent; what was staged is swept by the next run, a transaction under way is rolled back.
    """
    print(INTERRUPTED, file=sys.stderr)
    hush()
    ending = threading.Timer(PATIENCE, os._exit, (130,))
    ending.daemon = True
    ending.start()
    raise KeyboardInterrupt


def hush() -> None:
    """Say nothing more on stderr; to be registered early, so that it runs after what was registered later.

    Prefect's threads live until the interpreter is torn down and keep objects of DuckDB alive; its bindings then list
    them there as leaked.
    """
    sys.stderr.flush()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _profiles() -> dict[str, Any]:
    path = Path(os.environ.get("PREFECT_PROFILES_PATH") or _home() / "profiles.toml")
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


def _home() -> Path:
    return Path(os.environ.get("PREFECT_HOME") or "~/.prefect").expanduser()
