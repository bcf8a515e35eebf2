"""GeoJSON: rows as features on a map (RFC 7946)."""

import json
from collections.abc import Iterable, Iterator, Sequence

from tasks.errors import UserError
from tasks.export.answer import Row
from tasks.export.cells import plain


def features(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of a feature collection; a row without coordinates is a feature without geometry.

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
    north, east = record.pop("latitude"), record.pop("longitude")
    point = None if north is None or east is None else {"type": "Point", "coordinates": [east, north]}
    feature = {"type": "Feature", "geometry": point, "properties": record}
    return json.dumps(feature, default=plain, ensure_ascii=False)
