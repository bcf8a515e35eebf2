"""Apart: one call in a process of its own, so that all the memory it took goes back to the system with the process."""

import os
import pickle
import sys
import traceback
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any, ParamSpec, TypeVar

from tasks import talk
from tasks.lane import WorkerError, cause
from tasks.lock import act_for, own_name

P = ParamSpec("P")
R = TypeVar("R")


def apart(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Return what the call returns. Function, arguments and result are pickled; locks taken bear this process's name.

    Left early, by Ctrl-C or because this process dies, the call ends at once too, wherever it is.

    Raises:
        WorkerError: the process died, or what the call came to cannot be pickled.
        Exception: whatever the call raised; where it was raised is noted on it.
    """
    process = talk.start("tasks.apart")
    try:
        talk.send(process, (own_name(), partial(function, *args, **kwargs)))
        done, told = pickle.loads(talk.receive(process))
    except (EOFError, OSError):
        raise WorkerError(f"the process that was to {function.__name__} {cause(talk.end(process))}") from None
    finally:
        talk.end(process)
    if not done:
        raise told
    result: R = told
    return result


def main() -> None:
    """Take one call, answer what came of it, and end."""
    answers = talk.answers()
    name, call = pickle.load(sys.stdin.buffer)
    act_for(*name)
    Thread(target=_end_with_parent, daemon=True).start()
    talk.answer(answers, _outcome(call))


def _outcome(call: Callable[[], Any]) -> bytes:
    try:
        return pickle.dumps((True, call()))
    except Exception as error:
        error.add_note(traceback.format_exc())  # a pickle holds no traceback
        return _failed(error)


def _failed(error: Exception) -> bytes:
    try:
        pickle.loads(told := pickle.dumps((False, error)))
    except Exception:  # some can be written and not read: their arguments are not what they are made of
        return pickle.dumps((False, WorkerError(f"{type(error).__name__}: {error}")))
    return told


def _end_with_parent() -> None:
    os.read(0, 1)  # says no more: comes back when the parent has closed it, or is gone
    os._exit(1)
