"""Health: what the data folder shows of how things are. Nothing is changed; nothing is waited for."""

import shlex
import shutil
import stat
import time
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from settings import FILE, Settings
from tasks.errors import UserError
from tasks.finding import Finding, fine
from tasks.folder import open_to_group
from tasks.holdings import backup, news, warehouse
from tasks.lock import holder
from tasks.notify import command_trouble
from tasks.warehouse import lock_path, published_path, work_path
from tasks.web.archive import PENDING, archive_folder
from tasks.web.outlet import outlets

LEAST_FREE = 1_000_000_000
"""Bytes beside what another publication needs."""
STALE = timedelta(days=1)
"""Age of what a run that died left, above which none is coming back for it."""
LONGEST_HOLD = timedelta(hours=1)
"""Longer than any load, publication or compaction takes."""
SECRETS = {name for name, field in Settings.model_fields.items() if field.annotation is SecretStr}
"""Settings that are not to be read by others."""


def findings(settings: Settings) -> Iterator[Finding]:
    """Yield what there is to say of a data folder, all that is fine included."""
    looks = {
        "data folder": folder,
        "disk": disk,
        "lock": lock,
        "warehouse": warehouse,
        "news": news,
        "leftovers": leftovers,
        "back-up": backup,
        "outlets": outlets_asked,
        "alarms": alarms,
    }
    for what, look in looks.items():
        try:
            yield from look(settings)
        except UserError as error:
            yield Finding("wrong", what, str(error), "do what it says")
        except OSError as error:
            says = f"{error.filename}: {error.strerror}" if error.filename else str(error)
            yield Finding("wrong", "files", says, "see that the user who runs Sitrep may read it")


def folder(settings: Settings) -> Iterator[Finding]:
    """Look at who may read the data folder, and the file that may hold passwords."""
    yield _data_folder(settings)
    told = Path(FILE)
    holds_secret = told.is_file() and not SECRETS.isdisjoint(tomllib.loads(told.read_text("utf-8")))
    if holds_secret and stat.S_IMODE(told.stat().st_mode) & 0o077:
        yield Finding("wrong", "secrets", f"{FILE} holds one and can be read by others", f"chmod 600 {FILE}")


def _data_folder(settings: Settings) -> Finding:
    what, root = "data folder", settings.data_dir
    if not root.exists():
        return Finding("mind", what, f"{root} is not there yet", "it is made by the first run")
    if not root.is_dir():
        return Finding("wrong", what, f"{root} is no folder", "move it away, or set SITREP_DATA_DIR to another folder")
    if stat.S_IMODE(root.stat().st_mode) & (0o067 if settings.group_reads else 0o077):
        do = shlex.join(["chmod", "710" if settings.group_reads else "700", str(root)])
        return Finding("mind", what, f"{root} can be read by others", do)
    if found := open_to_group(published_path(settings).parent.parent, settings):
        there = shlex.join(map(str, found))
        return Finding("mind", what, f"the group can read more than the published copy: {there}", f"chmod go= {there}")
    return fine(what, f"{root} is its owner's alone" + (", but for the published copy" * settings.group_reads))


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


def outlets_asked(settings: Settings) -> Iterator[Finding]:
    """Look whether the outlets that are enabled can be fetched."""
    if not settings.sources_dir.is_dir():
        says = f"no folder of outlets at {settings.sources_dir}"
        yield Finding("mind", "outlets", says, "make one, or set SITREP_SOURCES_DIR; without one nothing is harvested")
        return
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
    if trouble := command_trouble(settings.notify_command):
        yield Finding("wrong", "alarms", f"notify_command tells nobody: {trouble}", "mend SITREP_NOTIFY_COMMAND")
    elif settings.notify_url.get_secret_value() or settings.notify_command:
        yield fine("alarms", "someone is told when something is wrong")
    else:
        yield Finding("mind", "alarms", "nobody is told when something is wrong", "set SITREP_NOTIFY_URL or _COMMAND")


def _age(path: Path) -> timedelta:
    with suppress(FileNotFoundError):
        return timedelta(seconds=time.time() - path.stat().st_mtime)
    return timedelta(0)
