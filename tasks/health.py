"""Health: what the data folder shows of how things are. Nothing is changed; nothing is waited for."""

import shutil
import stat
import time
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pydantic import SecretStr

from settings import FILE, Settings
from tasks import statement
from tasks.backup import backups
from tasks.errors import BusyError, UserError
from tasks.finding import Finding, fine
from tasks.lock import holder
from tasks.rotation import FORM
from tasks.unpublished import last_loads
from tasks.warehouse import lock_path, published_path, reading, work_path
from tasks.web.archive import PENDING, archive_folder
from tasks.web.outlet import outlets

LEAST_FREE = 1_000_000_000
"""Bytes beside what another publication needs."""
STALE = timedelta(days=1)
"""Age of what a run that died left, above which none is coming back for it."""
LONGEST_HOLD = timedelta(hours=1)
"""Longer than any load, publication or compaction takes."""
OLDEST_BACKUP = timedelta(days=2)
SHOWN_WITHIN = timedelta(minutes=15)
"""So long after a load readers may lack it: a run publishes at its end, a large one has more to load before that."""
AHEAD = timedelta(minutes=5)
"""What clocks may differ by."""
SECRETS = {name for name, field in Settings.model_fields.items() if field.annotation is SecretStr}
"""Settings that are not to be read by others."""


def findings(settings: Settings) -> Iterator[Finding]:
    """Yield what there is to say of a data folder, all that is fine included."""
    for look in (folder, disk, lock, warehouse, news, leftovers, backup, outlets_asked, alarms):
        try:
            yield from look(settings)
        except UserError as error:
            yield Finding("wrong", "warehouse", str(error), "sitrep restore NAME, where it cannot be opened at all")


def folder(settings: Settings) -> Iterator[Finding]:
    """Look at who may read the data folder, and the file that may hold passwords."""
    what = "data folder"
    if not settings.data_dir.is_dir():
        yield Finding("mind", what, f"{settings.data_dir} is not there yet", "it is made by the first run")
        return
    open_to = stat.S_IMODE(settings.data_dir.stat().st_mode) & (0o067 if settings.group_reads else 0o077)
    if open_to:
        yield Finding("mind", what, f"{settings.data_dir} can be read by others", f"chmod 700 {settings.data_dir}")
    else:
        yield fine(what, f"{settings.data_dir} is its owner's alone")
    told = Path(FILE)
    holds_secret = told.is_file() and not SECRETS.isdisjoint(tomllib.loads(told.read_text("utf-8")))
    if holds_secret and stat.S_IMODE(told.stat().st_mode) & 0o077:
        yield Finding("wrong", "secrets", f"{FILE} holds one and can be read by others", f"chmod 600 {FILE}")


def disk(settings: Settings) -> Iterator[Finding]:
    """Look for room: a publication needs as much again as the database has."""
    at = next(path for path in (settings.data_dir.resolve(), *settings.data_dir.resolve().parents) if path.exists())
    free, work = shutil.disk_usage(at).free, work_path(settings)
    needed = LEAST_FREE + 2 * (work.stat().st_size if work.exists() else 0)
    says = f"{free / 1e9:.1f} GB free"
    if free < needed:
        do = f"make room: the next publication and compaction need {needed / 1e9:.1f} GB"
        yield Finding("wrong", "disk", says, do)
    else:
        yield fine("disk", says)


def lock(settings: Settings) -> Iterator[Finding]:
    """Look who is writing to the warehouse, and whether that has an end."""
    found = holder(lock_path(settings))
    if found and found.age > LONGEST_HOLD:
        yield Finding("wrong", "lock", f"held by {found}", f"end that process: kill {found.pid}; what it did is undone")
    else:
        yield fine("lock", f"held by {found}" if found else "nobody is writing")


def warehouse(settings: Settings) -> Iterator[Finding]:
    """Look whether all that was loaded is published, and whether the clock went back."""
    what = "published copy"
    if not work_path(settings).exists():
        yield Finding("mind", what, "nothing was loaded yet", "sitrep ingest PATH…")
        return
    try:
        loaded, shown = last_loads(settings, wait=0)
    except BusyError:
        yield fine(what, "not looked at while a run is writing")
        return
    if loaded and (shown is None or loaded > shown) and datetime.now(UTC) - loaded < SHOWN_WITHIN:
        yield fine(what, f"what was loaded at {loaded:%H:%M}Z is about to be in it")
    elif loaded and (shown is None or loaded > shown):
        yield Finding("wrong", what, f"what was loaded up to {loaded:%Y-%m-%d %H:%M}Z is not in it", "sitrep publish")
    else:
        yield fine(what, f"holds all that was loaded, last at {loaded:%Y-%m-%d %H:%M}Z" if loaded else "is empty")
    if loaded and loaded > datetime.now(UTC) + AHEAD:
        yield Finding("wrong", "clock", f"the last load ended in the future, at {loaded}", "set the clock: use NTP")


def news(settings: Settings) -> Iterator[Finding]:
    """Look when the last new document came."""
    if not published_path(settings).exists():
        return
    with reading(settings) as con:
        ((last,),) = con.execute(statement.text("queries", "last_news")).fetchall()
    silent = datetime.now(UTC) - last if last else timedelta.max
    says = f"the last new document came {_ago(silent)}" if last else "no document at all"
    if silent > timedelta(hours=settings.silent_hours):
        yield Finding("wrong", "news", says, "look at `sitrep status`, the runs, and `sitrep sources test NAME`")
    else:
        yield fine("news", says)


def leftovers(settings: Settings) -> Iterator[Finding]:
    """Look for what runs that died left behind, and no later one took up."""
    staged = [path for path in (settings.data_dir / "staging").glob("*") if _age(path) > STALE]
    if staged:
        do = "the next run removes them"
        yield Finding("mind", "staging", f"{len(staged)} folders of runs that died", do)
    waiting = [path for path in archive_folder(settings).glob(f"*{PENDING}") if _age(path) > STALE]
    if waiting:
        do = f"sitrep harvest {waiting[0].name.rsplit('-', 2)[0].removesuffix('.lists')}"
        yield Finding("mind", "archive", f"{len(waiting)} files are fetched and not in the warehouse", do)


def backup(settings: Settings) -> Iterator[Finding]:
    """Look how old the last back-up is."""
    if not work_path(settings).exists():
        return
    found = backups(settings)
    age = datetime.now(UTC) - datetime.strptime(found[0].name, FORM).replace(tzinfo=UTC) if found else timedelta.max
    says = f"the last one was made {_ago(age)}" if found else f"none in {settings.backup_dir}"
    if found and found[0].amiss:
        yield Finding(
            "wrong", "back-up", f"the last one holds what must not be: {found[0].amiss}", "sitrep restore an older one?"
        )
    elif age > OLDEST_BACKUP:
        do = "sitrep backup, or look why the nightly `maintain` does not run"
        yield Finding("wrong" if found else "mind", "back-up", says, do)
    else:
        yield fine("back-up", says)


def outlets_asked(settings: Settings) -> Iterator[Finding]:
    """Look whether the outlets that are enabled can be fetched."""
    try:
        enabled = [outlet for outlet in outlets(settings.sources_dir) if outlet.enabled]
    except UserError as error:
        yield Finding("mind", "outlets", str(error), "sitrep sources check")
        return
    if any(not outlet.local for outlet in enabled) and not settings.contact:
        yield Finding("wrong", "outlets", "some are enabled and no contact is set", "set SITREP_CONTACT")
    else:
        yield fine("outlets", f"{len(enabled)} enabled")


def alarms(settings: Settings) -> Iterator[Finding]:
    """Look whether anyone would be told."""
    if settings.notify_url.get_secret_value() or settings.notify_command:
        yield fine("alarms", "someone is told when something is wrong")
    else:
        yield Finding("mind", "alarms", "nobody is told when something is wrong", "set SITREP_NOTIFY_URL or _COMMAND")


def _age(path: Path) -> timedelta:
    with suppress(FileNotFoundError):
        return timedelta(seconds=time.time() - path.stat().st_mtime)
    return timedelta(0)


def _ago(age: timedelta) -> str:
    hours = age.total_seconds() / 3600
    return f"{hours:.0f} hours ago" if hours < 72 else f"{hours / 24:.0f} days ago"
