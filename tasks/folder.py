"""Folder: the data folder, which is its owner's alone, but for the published copy where the user shares that."""

from pathlib import Path

from settings import Settings


def data_folder(settings: Settings) -> Path:
    """Return the data folder, made for its owner alone where it is not there."""
    settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    return settings.data_dir


def share(root: Path, settings: Settings) -> None:
    """Let the group read what is published, where the user wants it, and nothing else of the data folder."""
    if not settings.group_reads:
        return
    for entry in settings.data_dir.iterdir():
        if entry.is_dir() and entry != root:
            entry.chmod(0o700)
    for path in (root, *(found for found in root.rglob("*") if not found.is_symlink())):
        path.chmod(0o750 if path.is_dir() else 0o440)
    settings.data_dir.chmod(0o710)
