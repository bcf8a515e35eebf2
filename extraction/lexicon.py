"""Lexicon: the only reader of `lexicon/`, the vocabulary as data."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import itemgetter
from typing import Any


@cache
def load(name: str) -> Any:
    """Return the content of `lexicon/<name>.yaml`; `name` may hold a folder, as in `places/iraq`.

    Raises:
        FileNotFoundError: there is no such chapter.
    """
    import yaml  # commands that only ask the warehouse start without it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(files("lexicon").joinpath(f"{name}.yaml").read_bytes(), Loader=loader)


def chapters(folder: str) -> list[str]:
    """Return the names of all chapters in a folder of the lexicon, sorted, in the form that `load` takes."""
    inside = files("lexicon").joinpath(folder).iterdir()
    return sorted(f"{folder}/{f.name.removesuffix('.yaml')}" for f in inside if f.name.endswith(".yaml"))


@cache
def version() -> str:
    """Return the digest (12 hex digits) of the whole lexicon and of the extractor's code."""
    return digest("")


def digest(*beginnings: str) -> str:
    """Return the digest (12 hex digits) of the files of lexicon and extractor whose path begins like one of these."""
    found = sha256()
    for root, suffix in (("lexicon", ".yaml"), ("extraction", ".py")):
        for name, file in sorted(_files(files(root), suffix, f"{root}/"), key=itemgetter(0)):
            if name.startswith(beginnings):
                found.update(f"{name}\0".encode() + file.read_bytes() + b"\0")
    return found.hexdigest()[:12]


def _files(folder: Traversable, suffix: str, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _files(item, suffix, f"{prefix}{item.name}/")
        elif item.name.endswith(suffix):
            yield prefix + item.name, item
