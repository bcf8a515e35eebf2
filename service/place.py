"""Place: where the service of a data folder lives, and the environment that its processes share."""

import errno
import os
import socket
from pathlib import Path

from pydantic import SecretStr

from settings import Settings, sources, variable
from tasks.errors import UserError

ROOT = Path(__file__).resolve().parents[1]
"""Folder of `prefect.yaml`."""
POOL = "sitrep"
WRITER = "sitrep-writer"
"""Global concurrency limit of 1, made by `sitrep up`: one run at a time writes to the warehouse."""
LEASES = "prefect.server.concurrency.lease_storage.filesystem"
"""Where the server keeps who holds a limit. In its memory, as by itself, a restart forgets them, but not that the limit
is held: nobody would ever write again."""
PRIVATE = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
"""Usage telemetry is off unless the user has set these otherwise."""
EVENT_DAYS = 2
"""Most days that events are kept: some thirty a run, with their indexes 10 KB each, they are most of its database."""
LOGGED = {"PREFECT_LOGGING_EXTRA_LOGGERS": "sitrep", "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore"}
"""What workers log (`tasks.log`) goes to the run that they work for."""
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def folder(settings: Settings) -> Path:
    """Return the folder of locks, state and logs of the service."""
    return settings.data_dir.resolve() / "service"


def url(settings: Settings) -> str:
    """Return the address of the server, which is that of its user interface."""
    host = settings.server_host
    host = "127.0.0.1" if host == "0.0.0.0" else f"[{host}]" if ":" in host else host
    return f"http://{host}:{settings.server_port}"


def require_free(settings: Settings) -> None:
    """Raise where the server could not listen.

    Raises:
        UserError: another process listens there, or this machine has no such address.
    """
    if found := port_trouble(settings):
        raise UserError("; ".join(found))


def port_trouble(settings: Settings) -> tuple[str, str] | None:
    """Return what keeps the server from listening, and what to do; null where nothing does."""
    host, port = settings.server_host, settings.server_port
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except UnicodeError:
            return f"cannot listen on {host}:{port}: that is no name of a host", "set SITREP_SERVER_HOST"
        except OSError as error:
            do = "end what listens there, or set SITREP_SERVER_PORT"
            if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
                do = "set SITREP_SERVER_HOST"
            elif error.errno != errno.EADDRINUSE:
                do = "set SITREP_SERVER_PORT"
            return f"cannot listen on {host}:{port}: {error.strerror or error}", do
    return None


def environment(settings: Settings) -> dict[str, str]:
    """Return what server, worker and flow runs are started with; it does not hang on the folder they run in.

    Variables of Prefect that the user has set stay as they are, but for those that say where the server is.
    """
    wished = {
        **PRIVATE,
        **LOGGED,
        "PREFECT_HOME": str(settings.data_dir.resolve() / "prefect"),
        "PREFECT_SERVER_CONCURRENCY_LEASE_STORAGE": LEASES,
        "PREFECT_SERVER_DATABASE_TIMEOUT": "60",  # SQLite on a busy machine: 10 s are not always enough
        "PREFECT_SERVER_EVENTS_RETENTION_PERIOD": f"P{min(settings.keep_days, EVENT_DAYS)}D",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_RETENTION_PERIOD": str(settings.keep_days * 86_400),
        "PREFECT_WORKER_QUERY_SECONDS": "5",
    }
    fixed = {
        "PREFECT_API_URL": f"{url(settings)}/api",
        "PREFECT_SERVER_API_HOST": settings.server_host,
        "PREFECT_SERVER_API_PORT": str(settings.server_port),
        **_told(settings),
    }
    if secret := settings.server_auth.get_secret_value():
        fixed |= {"PREFECT_SERVER_API_AUTH_STRING": secret, "PREFECT_API_AUTH_STRING": secret}
    return {**wished, **os.environ, **fixed}


def _told(settings: Settings) -> dict[str, str]:
    """Return the settings that are not defaults as variables, and every path as an absolute one."""
    told = {}
    for name, origin in sources().items():
        value = getattr(settings, name)
        if isinstance(value, Path):
            told[variable(name)] = str(value.resolve())
        elif origin != "default":
            told[variable(name)] = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
    return told
