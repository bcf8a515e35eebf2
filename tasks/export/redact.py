"""Redact: names of persons give way to pseudonyms, in whatever column they stand, and points to coarse ones.

A pseudonym is made with a key of the data folder: the same name has the same one in every export, and who has not the
key cannot find it by trying names. Names are those that the warehouse knows persons by, with their other wordings and
the last part of each; a person whom the extractor took for something else, or for nobody, stays.
"""

import hmac
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from settings import Settings
from tasks.export.answer import Row

BYLINES = frozenset({"author"})
"""Columns that hold nothing but persons."""
OF_A_NAME = frozenset({"person_id", "entity_id"})
"""Ids that are made of a name: who knows the name can make the id."""
POINTS = frozenset({"latitude", "longitude", "geom_wkt"})
LAST_NAME = 4
"""Letters that the last part of a name must have to be taken for the person alone."""

_WORD = re.compile(r"[^\W_]+")
_DECIMAL = re.compile(r"-?\d+\.\d+")

Words = tuple[str, ...]
Change = Callable[[str, Any], Any]


class People:
    """The persons of a warehouse, and what each is called instead."""

    def __init__(self, known: Iterable[tuple[str, Sequence[str]]], key: bytes) -> None:
        self._key = key
        self._names: dict[str, list[tuple[Words, str]]] = {}
        for name, aliases in known:
            pseudonym = self._pseudonym(name)
            for wording in {name, *aliases, *_last(name)}:
                if words := _words(wording):
                    self._names.setdefault(words[0], []).append((words, pseudonym))
        for names in self._names.values():
            names.sort(key=lambda entry: -len(entry[0]))

    def hide(self, column: str, value: Any) -> Any:
        """Return a value without names of persons, lists and records included."""
        if column in OF_A_NAME:
            return None
        if isinstance(value, str):
            return self._pseudonym(value) if column in BYLINES and value else self._hidden(value)
        if isinstance(value, list):
            return [self.hide(column, part) for part in value]
        if isinstance(value, dict):
            return {name: self.hide(name, part) for name, part in value.items()}
        return value

    def _pseudonym(self, name: str) -> str:
        folded = " ".join(_words(name))
        return f"Person-{hmac.new(self._key, folded.encode(), sha256).hexdigest()[:10]}"

    def _hidden(self, text: str) -> str:
        found = list(_WORD.finditer(text))
        words = [match.group().casefold() for match in found]
        shown, done, number = "", 0, 0
        while number < len(words):
            hit = next(
                (e for e in self._names.get(words[number], ()) if self._stands(e[0], words, found, number)), None
            )
            if hit is None:
                number += 1
                continue
            shown += text[done : found[number].start()] + hit[1]
            number += len(hit[0])
            done = found[number - 1].end()
        return shown + text[done:]

    @staticmethod
    def _stands(name: Words, words: list[str], found: list[re.Match[str]], number: int) -> bool:
        """Tell whether a name stands here; one of a single word only in capitals, or within an address."""
        if tuple(words[number : number + len(name)]) != name:
            return False
        match = found[number]
        beside = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
        return len(name) > 1 or match.group()[0].isupper() or any(mark in beside for mark in "-_/+")


def coarse(column: str, value: Any) -> Any:
    """Return a coordinate rounded to a tenth of a degree, about eleven kilometres."""
    if column not in POINTS or value is None:
        return value
    if isinstance(value, str):
        return _DECIMAL.sub(lambda number: str(round(float(number.group()), 1)), value)
    return round(value, 1)


def changed(columns: Sequence[str], rows: Iterable[Row], changes: Sequence[Change]) -> Iterator[Row]:
    """Yield rows with every value changed."""
    for row in rows:
        values = list(row)
        for change in changes:
            values = [change(column, value) for column, value in zip(columns, values, strict=True)]
        yield values


def key_path(settings: Settings) -> Path:
    """Return where the key of the pseudonyms is: with another one they would be others."""
    return settings.data_dir / "redaction.key"


def redaction_key(path: Path) -> bytes:
    """Return the key of the pseudonyms; it is made where there is none, for its owner alone."""
    if not path.exists():
        path.touch(mode=0o600)
        path.write_bytes(secrets.token_bytes(32))
    return path.read_bytes()


def _words(text: str) -> Words:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _last(name: str) -> list[str]:
    last = name.split()[-1:]
    return [word for word in last if len(word) >= LAST_NAME]
