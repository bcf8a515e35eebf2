"""Talk: a fresh interpreter of our own, talked to in pickles through pipes.

It imports nothing of the parent's main module and shares no lock with it. It is to end when its input does: then the
parent is done with it, or gone.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO, Any, BinaryIO, cast

Process = subprocess.Popen[bytes]


def start(
    module: str, arguments: Sequence[str] = (), folder: str | None = None, environment: Mapping[str, str] | None = None
) -> Process:
    """Start `main` of a module, in the folder of this process where none is given."""
    return subprocess.Popen(
        [sys.executable, "-P", "-c", f"from {module} import main; main()", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **(environment or {})},
        process_group=0,  # Ctrl-C reaches the parent alone
    )


def send(process: Process, message: object) -> None:
    """Send one message. Raises OSError where the process is gone."""
    stream = cast(IO[bytes], process.stdin)
    stream.write(pickle.dumps(message))
    stream.flush()


def receive(process: Process) -> Any:
    """Wait for one message. Raises EOFError where the process is gone, be it in the midst of one."""
    try:
        return pickle.load(cast(IO[bytes], process.stdout))
    except pickle.UnpicklingError:
        raise EOFError from None


def end(process: Process) -> int:
    """End the process at once and return its exit code; a dead one keeps the code that it had."""
    process.kill()
    for pipe in (process.stdin, process.stdout):
        with suppress(BrokenPipeError):  # what it never read is still in the buffer
            cast(IO[bytes], pipe).close()
    return process.wait()


def answers() -> BinaryIO:
    """Return where the process that was started sends its answers; what a library prints goes to the errors."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream


def answer(stream: BinaryIO, message: object) -> None:
    """Send the parent one message. Raises BrokenPipeError where it is gone."""
    stream.write(pickle.dumps(message))
    stream.flush()
