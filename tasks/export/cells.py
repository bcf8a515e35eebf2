"""Cells: values as text and as JSON, the same in every format."""

import json
from decimal import Decimal
from typing import Any


def cell(value: Any) -> str:
    """Return a value as a cell of a table: nothing for null, JSON for what is nested, whole numbers without `.0`."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    if isinstance(value, (list, dict)):
        return json.dumps(value, default=plain, ensure_ascii=False)
    return str(value)


def plain(value: Any) -> Any:
    """Return what JSON has no type for as one that it has: dates and ids as text, decimals as numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
