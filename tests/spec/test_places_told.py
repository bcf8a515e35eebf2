"""Where the news of sixty countries at war happens: each sentence of `places/*.yaml` with all places that it names."""

from pathlib import Path
from typing import NamedTuple

import pytest

from extraction.mentions.mention import Mention
from extraction.places.place_key import strong_key
from extraction.read import find_mentions
from extraction.sentences.split import split
from tests.answers import answers

_FOLDER = Path(__file__).parent / "places"
_ROWS: list[list[str]] = [row for f in sorted(_FOLDER.glob("*.yaml")) for row in answers(f)]


class Spot(NamedTuple):
    """A place as the table has it: a word of its wording, first-level unit and country, null for `-`."""

    name: str
    admin1: str | None
    country: str | None


def _spot(told: str) -> Spot:
    name, admin1, country = (None if part == "-" else part for part in told.split(" / "))
    return Spot(name or "", admin1, country)


def _is(mention: Mention, spot: Spot) -> bool:
    place = mention.place
    return place is not None and (place.admin1, place.country_code) == spot[1:] and _names(mention, spot)


def _names(mention: Mention, spot: Spot) -> bool:
    return strong_key(spot.name) in strong_key(mention.wording)


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row[0])
def test_every_place_resolves_and_nothing_else_is_one(row: list[str]) -> None:
    spots = [_spot(told) for told in row[1:]]
    found = [m for m in find_mentions(split(None, row[0]), None) if m.type == "place" and m.category != "government"]
    rows = [(m.wording, m.place.admin1, m.country_code) for m in found if m.place is not None]
    assert [spot for spot in spots if not any(_is(m, spot) for m in found)] == [], rows
    assert [m.wording for m in found if not any(_names(m, spot) for spot in spots)] == []
