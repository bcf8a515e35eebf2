"""Cells: values as text and as JSON, the same in every format."""

import json
from decimal import Decimal
from math import isfinite
from typing import Any


def cell(value: Any) -> str:
    """Return a value as a cell of a table: nothing for null, JSON for what is nested, whole numbers without `.0`."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return f"{value:.0f}"
    if isinstance(value, (list, dict)):
        return json_text(value)
    return str(value)


def json_text(value: Any) -> str:
    """Return a value as JSON; what it has no number for, such as `NaN`, is null."""
    try:
        return json.dumps(value, default=plain, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):  # seldom: to look into every value first would take its time
        return json.dumps(_fitting(value), default=plain, ensure_ascii=False, allow_nan=False)


def _fitting(value: Any) -> Any:
    """Return a value without numbers and keys that JSON does not have."""
    if isinstance(value, float):
        return value if isfinite(value) else None
    if isinstance(value, (list, tuple)):
        return [_fitting(part) for part in value]
    if isinstance(value, dict):
        return {name if isinstance(name, str) else cell(name): _fitting(part) for name, part in value.items()}
    return value


def plain(value: Any) -> Any:
    """Return what JSON has no type for as one that it has: dates and ids as text, decimals as numbers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return str(value)
