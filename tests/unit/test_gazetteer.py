"""The gazetteer: one place, many spellings."""

import pytest

from extraction.lexicon import chapters, load
from extraction.places.gazetteer import Gazetteer, gazetteer
from extraction.places.place_index import Candidate, PlaceIndex, pack
from extraction.places.place_key import strong_key, strong_keys, weak_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Qa’im", "Qaim"),
        ("Ar Raqqah", "al-Raqqah"),
        ("Sar-e Pol", "Sar Pol"),
        ("Fallūjah", "FALLUJAH"),
        ("Diyarbakır", "Diyarbakir"),
    ],
)
def test_spellings_share_a_strong_key(one: str, other: str) -> None:
    assert strong_key(one) == strong_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Bayji", "Baiji"), ("Tarmiyah", "Tarmia"), ("Qayyarah", "Kayara"), ("Nawzad", "Nowzad"), ("Maiwand", "Maywand")],
)
def test_spellings_share_a_weak_key(one: str, other: str) -> None:
    assert strong_key(one) != strong_key(other)
    assert weak_key(strong_key(one)) == weak_key(strong_key(other))


def test_many_names_are_keyed_like_one() -> None:
    names = ["Al-Hasakah", "Deir ez-Zor", "Hit", "As Suwayda'", "Tall 'Afar"]
    assert strong_keys("\n".join(names)).split("\n") == [strong_key(name) for name in names]
    keys = [strong_key(name) for name in names]
    assert weak_key("\n".join(keys)).split("\n") == [weak_key(key) for key in keys]


def test_homonyms_are_all_found() -> None:
    countries = {candidate.country_code for candidate in gazetteer().find("Tripoli")}
    assert {"LBY", "LBN"} <= countries


def test_acronyms_are_found_in_capitals_only() -> None:
    assert gazetteer().find("US")[0].country_code == "USA"
    assert not any(candidate.country_code == "USA" for candidate in gazetteer().find("us"))


def test_press_abbreviations_are_no_names() -> None:
    unit = gazetteer().abbreviation("N.D.")
    assert unit is not None
    assert (unit.name, unit.country_code) == ("North Dakota", "USA")
    assert not gazetteer().find("Ga")


def test_towns_carry_their_province_in_plain_english() -> None:
    assert {c.admin1 for c in gazetteer().find("Jalalabad") if c.country_code == "AFG"} == {"Nangarhar"}
    assert {c.admin1 for c in gazetteer().find("Tikrit")} == {"Salahuddin"}


def test_other_sources_plug_in_behind_find() -> None:
    hamlet = Candidate("Qaryat Zarbo", "village", "IRQ", "Kirkuk", latitude=35.5, longitude=44.0)
    small = Gazetteer(PlaceIndex(pack([(hamlet, ("Qaryat Zarbo", "Zarbu"))])), "tried")
    assert small.find("al-Zarbu") == (hamlet,)
    assert small.find("Zarboo", True) == (hamlet,)
    assert small.find("Zarboo") == ()


@pytest.mark.parametrize("chapter", [name for name in chapters("places") if name != "places/countries"])
def test_every_entry_of_the_lexicon_is_found_and_lies_in_a_known_province(chapter: str) -> None:
    content = load(chapter)
    units = {entry["name"] for entry in content.get("admin1", ())}
    entries = [(feature, entry) for feature, value in content.items() if isinstance(value, list) for entry in value]
    for feature, entry in entries:
        assert set(entry) <= {"name", "in", "code", "id", "at", "as", "abbreviation", "district"}, entry
        assert entry.get("in") is None or entry["in"] in units, entry
        latitude, longitude = entry.get("at", (0, 0))
        assert (abs(latitude) <= 90, abs(longitude) <= 180) == (True, True), entry
        for name in (entry["name"], *entry.get("as", ())):
            found = gazetteer().find(name)
            assert any(c.name == entry["name"] and c.feature == feature for c in found), name


def test_every_country_of_the_lexicon_has_coordinates() -> None:
    at = load("places/countries")["countries"]
    codes = {load(name).get("country") for name in chapters("places") if name != "places/countries"} - {None}
    assert {code for code in codes if "at" not in at.get(code, {})} == set()
