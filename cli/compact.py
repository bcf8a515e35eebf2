"""`sitrep compact`: the work database written anew, and smaller."""

from settings import Settings
from tasks.compact import compact as write_anew
from tasks.publish import publish
from tasks.warehouse import work_path

MEGABYTE = 1_000_000


def compact() -> None:
    """Write the warehouse anew without the room that replaced rows have left, check all of it, and publish it.

    Worth it after many small loads or a replay that changed much: the file then holds the same rows in less room.
    """
    settings = Settings()
    done = write_anew(settings)
    publish(settings)
    print(f"{done.before / MEGABYTE:.1f} MB before, {done.after / MEGABYTE:.1f} MB now: {work_path(settings)}")
