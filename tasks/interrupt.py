"""Interrupt: Ctrl-C ends a query, however long: in the midst of one DuckDB may not look for signals."""

import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

INTERRUPTED = "Query interrupted"
"""How DuckDB says that it saw Ctrl-C itself."""


@contextmanager
def interruptible(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Raise KeyboardInterrupt from the query under way when Ctrl-C comes. Signals are the main thread's alone."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard, told = socket.socketpair()
    told.setblocking(False)
    before = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    watch = threading.Thread(target=_watch, args=(heard, con), daemon=True)
    watch.start()
    try:
        yield
    except duckdb.InterruptException as error:
        raise KeyboardInterrupt from error
    except RuntimeError as error:
        if str(error) != INTERRUPTED:
            raise
        raise KeyboardInterrupt from error
    finally:
        signal.set_wakeup_fd(before)
        told.close()
        watch.join()
        heard.close()


def _watch(heard: socket.socket, con: duckdb.DuckDBPyConnection) -> None:
    while numbers := heard.recv(64):
        if signal.SIGINT in numbers:
            con.interrupt()
