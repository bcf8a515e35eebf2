"""Holdings: whether the warehouse, its published copy and its back-ups are there, whole and up to date."""

import shlex
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import duckdb

from settings import Settings
from tasks import statement
from tasks.backup import Backup, backups, broken
from tasks.errors import BusyError, UserError
from tasks.finding import Finding, fine
from tasks.rotation import FORM
from tasks.unpublished import Holding, loaded, shown
from tasks.warehouse import published_path, reading, wal_path, work_path

OLDEST_BACKUP = timedelta(days=2)
SHOWN_WITHIN = timedelta(minutes=15)
"""So long after a load readers may lack it: a run publishes at its end, a large one has more to load before that."""
AHEAD = timedelta(minutes=5)
"""What clocks may differ by."""
COPY = "published copy"
NOTHING_YET = Finding("mind", COPY, "nothing was loaded yet", "sitrep ingest PATH…")
_WITHOUT = "sitrep restore NAME; without a back-up"
_NOWHERE = "sitrep restore NAME, with SITREP_BACKUP_DIR set to where the back-ups are"


def warehouse(settings: Settings) -> Iterator[Finding]:
    """Look whether all that was loaded is there and published, and whether the clock went back."""
    if not work_path(settings).exists():
        yield _gone(settings)
        return
    try:
        held = loaded(settings, wait=0)
    except BusyError:
        held = None
    except UserError as error:
        yield Finding("wrong", "warehouse", str(error), _bring_back(settings))
        return
    yield _copy(settings, held)
    if held and held.last and held.last > datetime.now(UTC) + AHEAD:
        yield Finding("wrong", "clock", f"the last load ended in the future, at {held.last}", "set the clock: use NTP")


def news(settings: Settings) -> Iterator[Finding]:
    """Look when the last new document came; that the published copy cannot be read, `warehouse` says."""
    try:
        if not shown(settings):
            return
    except UserError:
        return
    try:
        with reading(settings) as con:
            ((last,),) = con.execute(statement.text("queries", "last_news")).fetchall()
    except duckdb.Error as error:
        yield Finding("wrong", COPY, str(error).splitlines()[0], "sitrep publish")
        return
    silent = datetime.now(UTC) - last if last else timedelta.max
    says = f"the last new document came {_ago(silent)}" if last else "no document at all"
    if silent > timedelta(hours=settings.silent_hours):
        yield Finding("wrong", "news", says, "look at `sitrep status`, the runs, and `sitrep sources test NAME`")
    else:
        yield fine("news", says)


def backup(settings: Settings) -> Iterator[Finding]:
    """Look how old the last back-up is, and whether all are whole."""
    what, root = "back-up", settings.backup_dir
    if root.exists() and not root.is_dir():
        yield Finding("wrong", what, f"{root} is no folder", "move it away, or set SITREP_BACKUP_DIR to another folder")
        return
    if amiss := broken(settings):
        there = shlex.join(map(str, amiss))
        says = f"the backup.json of {there} is missing or cut short"
        yield Finding("wrong", "broken back-up", says, f"sitrep backup, then rm -r {there}")
    found = backups(settings)
    if not found and not published_path(settings).exists():  # the first run makes a work database before it loads
        return
    age = datetime.now(UTC) - datetime.strptime(found[0].name, FORM).replace(tzinfo=UTC) if found else timedelta.max
    says = f"the last one was made {_ago(age)}" if found else f"none in {root}"
    if found and found[0].amiss:
        says = f"the last one holds what must not be: {found[0].amiss}"
        yield Finding("wrong", what, says, "sitrep restore an older one?")
    elif age > OLDEST_BACKUP:
        do = "sitrep backup, or look why the nightly `maintain` does not run"
        yield Finding("wrong" if found else "mind", what, says, do)
    else:
        yield fine(what, says)


def _gone(settings: Settings) -> Finding:
    """Return what there is to say where there is no work database: whether there ever was one."""
    says, found = f"there is no {work_path(settings)}", _best(settings)
    try:
        copy = shown(settings)
    except UserError as error:
        return Finding("wrong", "warehouse", f"{says}; {error}", _bring_back(settings))
    if copy:
        told = f"{says}; the published copy holds {copy.documents} documents"
        last = f", back-up {found.name} {found.documents}" if found else ""
        return Finding("wrong", "warehouse", told + last, _bring_back(settings))
    if found:
        told = f"{says}; back-up {found.name} holds {found.documents} documents"
        return Finding("wrong", "warehouse", told, _bring_back(settings))
    return NOTHING_YET


def _copy(settings: Settings, held: Holding | None) -> Finding:
    """Return what there is to say of the published copy; null where a run is writing to the work database."""
    try:
        copy = shown(settings)
    except UserError as error:
        return Finding("wrong", COPY, str(error), "sitrep publish")
    if not held:
        return fine(COPY, "not looked at while a run is writing")
    if not held.last:
        return fine(COPY, "is empty") if copy else NOTHING_YET
    if not copy:
        return Finding("wrong", COPY, f"there is none at {published_path(settings)}", "sitrep publish")
    if copy.last and held.last <= copy.last:
        return fine(COPY, f"holds all that was loaded, last at {held.last:%Y-%m-%d %H:%M}Z")
    if datetime.now(UTC) - held.last < SHOWN_WITHIN:
        return fine(COPY, f"what was loaded at {held.last:%H:%M}Z is about to be in it")
    return Finding("wrong", COPY, f"what was loaded up to {held.last:%Y-%m-%d %H:%M}Z is not in it", "sitrep publish")


def _bring_back(settings: Settings) -> str:
    """Return what brings most of the work database back: a back-up, or the published copy, which is a copy of it."""
    found = _best(settings)
    if not _copy_holds_more(settings, found):
        return f"sitrep restore {found.name}" if found else _NOWHERE
    why = f"the published copy is newer than back-up {found.name}" if found else _WITHOUT
    return f"{why}: {_copied_back(settings)}"


def _best(settings: Settings) -> Backup | None:
    """Return the last back-up that the checks found nothing in; the last of all where there is none."""
    found = backups(settings)
    return next((one for one in found if not one.amiss), found[0] if found else None)


def _copy_holds_more(settings: Settings, found: Backup | None) -> bool:
    with suppress(UserError):
        if copy := shown(settings):
            before = datetime.fromisoformat(found.last_load) if found and found.last_load else None
            return not found or bool(copy.last and (not before or copy.last > before))
    return False


def _copied_back(settings: Settings) -> str:
    """Return the commands that make the published copy the work database, and keep what stands there."""
    work = work_path(settings)
    there = [path for path in (work, wal_path(work)) if path.exists()]
    steps = [["mv", path, f"{path}.old"] for path in there]  # a database is not opened with a log of another
    steps += [["mkdir", "-p", "-m", "700", work.parent], ["install", "-m", "600", published_path(settings), work]]
    return " && ".join(shlex.join(map(str, step)) for step in steps)


def _ago(age: timedelta) -> str:
    hours = age.total_seconds() / 3600
    return f"{hours:.0f} hours ago" if hours < 72 else f"{hours / 24:.0f} days ago"
