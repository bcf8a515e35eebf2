"""The index: built once, shared by processes and data folders, built anew when it is damaged."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from extraction.places.gazetteer import gazetteer as current
from extraction.places.gazetteer import use
from extraction.places.place_index import Candidate, PlaceIndex, pack
from extraction.read import ruleset
from settings import Settings
from tasks import gazetteer as task
from tasks.gazetteer import KEPT, gazetteer

ZARBO = Candidate("Zarbo", "village", "IRQ", "Kirkuk", "Dibis", 35.5, 44.0, 7, 120)
HILLS = Candidate("Zarbo Hills", "mountain", "IRQ", "Kirkuk")


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A data folder of its own, and an embedded gazetteer of two places, which is quickly built."""
    monkeypatch.setattr(task, "spelled", lambda: iter([(ZARBO, ["Zarbo", "ZRB"]), (HILLS, ["Zarbo Hills"])]))
    return Settings(data_dir=tmp_path / "data", cache_dir=tmp_path / "cache")


def test_a_packed_place_comes_back_whole() -> None:
    index = PlaceIndex(pack([(ZARBO, ["Zarbo"]), (HILLS, ["Zarbo", "Hills"])], {"Z.H.": HILLS}))
    assert (index.strong("zarbo"), index.strong("hills"), index.strong("nowhere")) == ((ZARBO, HILLS), (HILLS,), ())
    assert index.abbreviations == {"Z.H.": HILLS}
    assert len(index) == 2


def test_no_places_are_an_index_too() -> None:
    assert PlaceIndex(pack([])).weak("zarbu") == ()


@pytest.mark.parametrize("damage", [b"", b"<html>", pack([(ZARBO, ["Zarbo"])])[:-1], pack([(ZARBO, ["Zarbo"])]) + b"x"])
def test_what_is_not_a_whole_index_is_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match="not a whole place index"):
        PlaceIndex(damage)


def test_the_index_is_built_once(settings: Settings) -> None:
    path = gazetteer(settings).path
    built = path.stat()
    assert gazetteer(settings).path == path
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (built.st_ino, built.st_mtime_ns)
    assert gazetteer(settings).open().find("zarbo") == (ZARBO,)
    assert gazetteer(settings).open().find("ZRB") == (ZARBO,)


def test_a_cut_index_is_built_anew(settings: Settings) -> None:
    path = gazetteer(settings).path
    os.truncate(path, 100)
    assert gazetteer(settings).open().find("Zarbo") == (ZARBO,)


def test_many_may_ask_for_the_first_index_at_once(settings: Settings) -> None:
    with ThreadPoolExecutor(8) as threads:
        files = set(threads.map(lambda _: gazetteer(settings), range(8)))
    (file,) = files
    assert len(file.open()) == 2
    assert [entry.name for entry in settings.cache_dir.iterdir()] == [file.path.name]


def test_a_new_edition_leaves_the_former_index_to_runs_under_way(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = []
    for edition in ("aaa", "bbb", "ccc", "ddd", "eee"):
        monkeypatch.setattr(task, "edition", lambda _, edition=edition: edition)
        paths.append(gazetteer(settings).path)
        os.utime(paths[-1], (len(paths), len(paths)))
    assert [path.exists() for path in paths] == [False, True, True, True, True]
    assert KEPT == 4


def test_data_folders_share_the_index_of_what_sitrep_knows_itself(settings: Settings, tmp_path: Path) -> None:
    other = Settings(data_dir=tmp_path / "other", cache_dir=settings.cache_dir)
    assert gazetteer(other).path == gazetteer(settings).path
    assert not settings.gazetteer_dir.exists()


def test_without_a_cache_that_can_be_written_it_lies_in_the_data_folder(settings: Settings) -> None:
    settings.cache_dir.write_text("in the way")
    assert gazetteer(settings).path.parent == settings.gazetteer_dir


def test_readings_say_which_gazetteer_they_used(settings: Settings) -> None:
    embedded = ruleset()
    try:
        use(gazetteer(settings)._replace(edition="another").open())
        assert current().find("Zarbo") == (ZARBO,)
        assert ruleset() != embedded
    finally:
        use(None)
    assert ruleset() == embedded
