"""Lexicon: the only reader of `lexicon/`, the vocabulary as data."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def load(name: str) -> Any:
    """Return the content of `lexicon/<name>.yaml`; `name` may hold a folder, as in `places/iraq`.

    Raises:
        FileNotFoundError: there is no such chapter.
    """
    return yaml.load(files("lexicon").joinpath(f"{name}.yaml").read_bytes(), Loader=_LOADER)


def chapters(folder: str) -> list[str]:
    """Return the names of all chapters in a folder of the lexicon, sorted, in the form that `load` takes."""
    inside = files("lexicon").joinpath(folder).iterdir()
    return sorted(f"{folder}/{f.name.removesuffix('.yaml')}" for f in inside if f.name.endswith(".yaml"))


@cache
def version() -> str:
    """Return the digest (12 hex digits) of the whole lexicon and of the extractor's code: the ruleset's version."""
    digest = sha256()
    for root, suffix in (("lexicon", ".yaml"), ("extraction", ".py")):
        for name, content in sorted(_contents(files(root), suffix)):
            digest.update(f"{root}/{name}\0".encode() + content + b"\0")
    return digest.hexdigest()[:12]


def _contents(folder: Traversable, suffix: str, prefix: str = "") -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        if item.is_dir():
            found += _contents(item, suffix, f"{prefix}{item.name}/")
        elif item.name.endswith(suffix):
            found.append((prefix + item.name, item.read_bytes()))
    return found
