"""Migrate: bring the schema of a database up to date."""

from collections.abc import Iterable

import duckdb

from tasks import statement
from tasks.codebook import entries, write_codebook
from tasks.errors import UserError

VIEWS = "views"
"""Under this name `migrations` keeps the digest of all macros, views and codes, which are made anew when it differs."""


def migrate(con: duckdb.DuckDBPyConnection) -> None:
    """Apply the migrations that `con` has not had, in order, and make macros and views anew where they changed.

    All in one transaction. A migration is never edited once it is released: a change is a new one.

    Raises:
        UserError: a later release has written the database.
    """
    objects = statement.objects()
    con.execute("begin")
    try:
        con.execute(statement.text("schema", "000_migrations"))
        had = dict(con.execute("select name, digest from migrations").fetchall())
        _require_known(had)
        todo = {name: text for name, text in statement.texts("schema").items() if name not in had}
        for name, text in todo.items():
            con.execute(text)
            _record(con, name, statement.digest(text))
        stands = _digest(objects)
        if todo or had.get(VIEWS) != stands:
            _make_objects(con, objects)
            write_codebook(con)
            con.execute("delete from migrations where name = $name", {"name": VIEWS})
            _record(con, VIEWS, stands)
    except BaseException:
        con.execute("rollback")
        raise
    con.execute("commit")


def _require_known(had: Iterable[str]) -> None:
    if later := sorted(set(had) - {VIEWS} - statement.texts("schema").keys()):
        told = f"a later release of Sitrep has written this warehouse (its schema has {later[-1]})"
        raise UserError(f"{told}: install that one, or `sitrep restore` a back-up from before")


def waiting(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Return the migrations that a database which holds something has not had, in order; none of an empty one."""
    if not con.execute(statement.text("queries", "has_migrations")).fetchall():
        return []
    had = {name for (name,) in con.execute("select name from migrations").fetchall()}
    return [name for name in statement.texts("schema") if name not in had]


def is_current(con: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether a database that holds something has all migrations, and macros and views as they are now."""
    made = con.execute("select digest from migrations where name = $name", {"name": VIEWS}).fetchall()
    return not waiting(con) and made == [(_digest(statement.objects()),)]


def _make_objects(con: duckdb.DuckDBPyConnection, texts: dict[str, str]) -> None:
    for kind, name in con.execute(statement.text("queries", "old_objects")).fetchall():
        con.execute(f'drop {kind} "{name}"')
    for text in texts.values():
        con.execute(text)


def _digest(texts: dict[str, str]) -> str:
    codebook = [*statement.texts("codebook").values(), repr(entries())]
    return statement.digest("".join([*texts.values(), *codebook]))


def _record(con: duckdb.DuckDBPyConnection, name: str, digest: str) -> None:
    con.execute(
        "insert into migrations (name, digest, applied_at) values ($name, $digest, now())",
        {"name": name, "digest": digest},
    )
