"""Gazetteer source: an imported file, the copy that is kept of it, and the list of all of them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from io import TextIOWrapper
from pathlib import Path

import zstandard
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from extraction.places.geonames import Lines, Names, unit
from settings import Settings
from tasks.errors import UserError

TABLES = ("admin1CodesASCII", "admin2Codes")
"""GeoNames' tables of units, by the stem of their files."""
LICENCE = "CC BY 4.0, GeoNames (https://www.geonames.org)"
LIST = "sources.json"


class PlaceSource(BaseModel):
    """A file as it was imported."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    """ISO 3166 alpha-2 code of a country, or the stem of a table."""
    file: str
    """Name of the file as handed in."""
    dated: date
    """Newest change of a row in it; where rows do not say, the date of the file."""
    digest: str
    """SHA-256 of its unpacked content."""
    rows: int
    places: int
    """Rows that are places of a feature we know, or units named."""
    licence: str
    imported_at: datetime

    @property
    def kept(self) -> str:
        """Name of the copy in the folder of the gazetteer."""
        return f"{self.name}-{self.digest[:12]}.txt.zst"


_ALL = TypeAdapter(list[PlaceSource])


def place_sources(settings: Settings) -> list[PlaceSource]:
    """Return what was imported, by name.

    Raises:
        UserError: the list is damaged.
    """
    path = settings.gazetteer_dir / LIST
    try:
        return _ALL.validate_json(path.read_bytes())
    except FileNotFoundError:
        return []
    except ValidationError:
        raise UserError(f"{path} is damaged: remove {path.parent} and import again") from None


def record(sources: Sequence[PlaceSource], settings: Settings) -> None:
    """Write the list of what is imported, at one stroke."""
    path = settings.gazetteer_dir / LIST
    draft = path.with_suffix(".draft")
    draft.write_bytes(_ALL.dump_json(sorted(sources, key=lambda source: source.name), indent=2))
    draft.replace(path)


def dumps(sources: Sequence[PlaceSource], settings: Settings) -> list[Lines]:
    """Return the dumps of countries among the sources, to be read line by line."""
    found = [source for source in sources if source.name not in TABLES]
    return [partial(_lines, settings.gazetteer_dir / source.kept) for source in found]


def unit_names(sources: Sequence[PlaceSource], settings: Settings) -> Names:
    """Return the names of units that the tables among the sources hold, by code."""
    tables = [source for source in sources if source.name in TABLES]
    return dict(unit(line) for source in tables for line in _lines(settings.gazetteer_dir / source.kept))


def _lines(path: Path) -> Iterator[str]:
    with path.open("rb") as raw, zstandard.ZstdDecompressor().stream_reader(raw) as plain:
        yield from TextIOWrapper(plain, "utf-8", newline="\n")
