"""Process: what the system says of a process, so that its number is not taken for another's."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")


def command_of(pid: int) -> str:
    """Return the command that a process runs; empty where there is no such process."""
    return _ps("args", pid)


def commands_in(group: int) -> list[str]:
    """Return the commands of a group of processes; none where all have ended."""
    lines = (line.strip().partition(" ") for line in _asked("pgid=,args=", "-A").splitlines())
    return [command for number, _, command in lines if number == str(group)]


def begun(pid: int) -> str:
    """Return a word for when a process began, which no other process of that number has; empty where there is none.

    Linux counts from its own start, which a clock that is set does not move; elsewhere `ps` tells the time.
    """
    with suppress(OSError):
        machine = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        with suppress(FileNotFoundError, ProcessLookupError):
            # the name of the program, in brackets, can hold anything; the field is the 22nd of proc(5)
            return f"{machine} {(_PROC / str(pid) / 'stat').read_text().rpartition(')')[2].split()[19]}"
        return ""
    return _ps("lstart", pid).strip()


def _ps(what: str, pid: int) -> str:
    return _asked(f"{what}=", "-p", str(pid))


def _asked(what: str, *which: str) -> str:
    plain = os.environ | {"LC_ALL": "C", "TZ": "UTC"}  # or a time would be told otherwise from another terminal
    asked = ["ps", "-ww", *which, "-o", what]
    return subprocess.run(asked, capture_output=True, text=True, errors="replace", check=False, env=plain).stdout
