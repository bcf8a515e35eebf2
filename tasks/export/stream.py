"""Stream: the Arrow stream of a query, with nothing of DuckDB about its type.

Polars keeps the type of all that it is given for good, and with it what the module of that type holds. Were that
DuckDB, its library would tell on stderr of instances that are left at the end of the process.
"""

from collections.abc import Callable
from typing import Any


class Stream:
    """What Polars reads a table from; `give` makes its Arrow stream."""

    def __init__(self, give: Callable[[], Any]) -> None:
        self._give = give

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> Any:
        """Return the stream as Arrow's PyCapsule interface asks for it."""
        return self._give()
