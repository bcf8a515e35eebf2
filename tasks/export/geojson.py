"""GeoJSON: rows as features on a map (RFC 7946)."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from tasks.errors import UserError
from tasks.export.answer import Row
from tasks.export.cells import json_text


def features(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a feature collection; a row without coordinates is a feature without geometry.

    Where they are no point on earth they stay among its properties.

    Raises:
        UserError: There are no columns latitude and longitude.
    """
    if not {"latitude", "longitude"} <= set(columns):
        raise UserError("GeoJSON needs the columns latitude and longitude: ask for them, or use another format")
    yield '{"type": "FeatureCollection", "features": ['
    before = ""
    for row in rows:
        if before:
            yield before + ","
        before = _feature(dict(zip(columns, row, strict=True)))
    yield before + "]}"


def _feature(record: dict[str, object]) -> str:
    north, east = record["latitude"], record["longitude"]
    point = {"type": "Point", "coordinates": [east, north]} if _within(north, 90) and _within(east, 180) else None
    if point or (north is None and east is None):
        del record["latitude"], record["longitude"]
    return json_text({"type": "Feature", "geometry": point, "properties": record})


def _within(degrees: Any, most: int) -> bool:
    """Tell whether a value is a number of degrees up to `most`, to either side."""
    known = isinstance(degrees, (int, float, Decimal)) and not isinstance(degrees, bool)
    return bool(known and -most <= degrees <= most)  # NaN is not
