"""More places: files of GeoNames are checked, kept with their licence and date, and found."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from extraction.places.gazetteer import Gazetteer
from extraction.places.place_index import Candidate
from settings import Settings
from tasks import gazetteer as task
from tasks.errors import UserError
from tasks.gazetteer import gazetteer
from tasks.gazetteer_import import import_places, remove_places
from tasks.gazetteer_source import LICENCE, place_sources
from tests.unit.dumps import dump, line, zipped

BAGHDAD = Candidate("Baghdad", "city", "IRQ", "Baghdad", geoname_id=98182, curated=True)


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """An embedded gazetteer of one place, which is quickly built."""
    monkeypatch.setattr(task, "spelled", lambda: iter([(BAGHDAD, ("Baghdad",))]))


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", cache_dir=tmp_path / "cache")


@pytest.fixture
def dumped(tmp_path: Path) -> Path:
    path = tmp_path / "IQ.txt"
    path.write_text(dump(), "utf-8")
    return path


def found(settings: Settings) -> Gazetteer:
    return gazetteer(settings).open()


def test_villages_are_found_by_all_their_spellings_with_their_units(settings: Settings, dumped: Path) -> None:
    import_places([dumped], settings)
    names = ("Qaryat Zarbu", "Qaryat Zarbū", "Zarbo", "Zarboo")
    (village,) = {place for name in names for place in found(settings).find(name)}
    assert village == Candidate(
        "Qaryat Zarbu", "village", "IRQ", "Kirkuk", "Tarbah", 35.52, 44.03, geoname_id=900003, population=0
    )
    assert found(settings).find("ZRB") == found(settings).find("zrbw") == ()


@pytest.mark.parametrize(
    ("name", "features"),
    [
        ("Tarbah", {"admin2", "city"}),
        ("Tarba", {"admin2"}),
        ("Jabal Zarbu", {"mountain"}),
        ("Umm Zarb", {"city"}),
        ("Great Tarbah Hotel", set()),
        ("Kirkouk", set()),
    ],
)
def test_features_are_ours_and_units_bear_their_bare_names(
    settings: Settings, dumped: Path, name: str, features: set[str]
) -> None:
    import_places([dumped], settings)
    assert {place.feature for place in found(settings).find(name)} == features


def test_an_embedded_place_takes_only_what_it_lacks(settings: Settings, dumped: Path) -> None:
    table = dumped.with_name("admin2Codes.txt")
    table.write_text("IQ.07.88\tAl Karkh District\tAl Karkh District\t1\n", "utf-8")
    import_places([dumped, table], settings)
    assert found(settings).find("Baghdad") == (BAGHDAD._replace(admin2="Al Karkh"),)
    assert found(settings).find("Bagdhad Town") == ()


def test_licence_date_digest_and_counts_are_kept(settings: Settings, dumped: Path) -> None:
    import_places([dumped], settings)
    (source,) = place_sources(settings)
    assert (source.name, source.file, str(source.dated)) == ("IQ", "IQ.txt", "2025-03-01")
    assert (source.rows, source.places, source.licence) == (8, 7, LICENCE)
    assert len(source.digest) == 64
    assert {path.suffix for path in settings.gazetteer_dir.iterdir()} == {".json", ".places", ".zst"}


def test_the_same_content_again_changes_nothing(settings: Settings, dumped: Path, tmp_path: Path) -> None:
    import_places([dumped], settings)
    before = settings.gazetteer_dir.joinpath("sources.json").read_bytes()
    (taken,) = import_places([zipped(tmp_path / "IQ.zip", dump())], settings)
    assert taken.fate == "unchanged"
    assert settings.gazetteer_dir.joinpath("sources.json").read_bytes() == before


def test_what_a_killed_import_left_is_swept_by_the_next(settings: Settings, dumped: Path) -> None:
    (settings.gazetteer_dir / ".left").mkdir(parents=True)
    (settings.gazetteer_dir / ".left" / "IQ.txt").write_text("half", "utf-8")
    old, young = (settings.gazetteer_dir / f"edition.{number}" for number in (1, 2))
    for draft in (old, young):
        draft.write_bytes(b"half")
    os.utime(old, (0, 0))
    import_places([dumped], settings)
    left = {path.name for path in settings.gazetteer_dir.iterdir() if path.suffix not in (".json", ".places", ".zst")}
    assert left == {young.name}


def test_a_newer_file_replaces_an_older_one_and_never_the_reverse(settings: Settings, dumped: Path) -> None:
    import_places([dumped], settings)
    former = gazetteer(settings).edition
    dumped.write_text(dump("2026-01-01").replace("Jabal Zarbu", "Jabal Qarn"), "utf-8")
    assert [taken.fate for taken in import_places([dumped], settings)] == ["replaced"]
    assert gazetteer(settings).edition != former
    assert (len(found(settings).find("Jabal Qarn")), len(found(settings).find("Jabal Zarbu"))) == (1, 0)
    assert len(list(settings.gazetteer_dir.glob("*.zst"))) == 1
    dumped.write_text(dump(), "utf-8")
    assert [taken.fate for taken in import_places([dumped], settings)] == ["older than what is held"]
    assert len(found(settings).find("Jabal Qarn")) == 1


def test_what_is_removed_is_found_no_more(settings: Settings, dumped: Path) -> None:
    embedded = gazetteer(settings).edition
    import_places([dumped], settings)
    with pytest.raises(UserError, match=r"^not imported: XX$"):
        remove_places(["iq", "XX"], settings)
    assert [source.name for source in remove_places(["iq"], settings)] == ["IQ"]
    assert found(settings).find("Zarbo") == ()
    assert gazetteer(settings).edition == embedded
    assert place_sources(settings) == []


def test_a_damaged_list_is_told_in_one_line(settings: Settings, dumped: Path) -> None:
    import_places([dumped], settings)
    settings.gazetteer_dir.joinpath("sources.json").write_text("[{]")
    with pytest.raises(UserError, match=r"sources\.json is damaged: remove .* and import again$"):
        gazetteer(settings)


ROW = line(1, "Zarbo", "Zarbo", "", 35.0, 44.0, "P.PPL", "13", "", 0)


def _cut(path: Path) -> None:
    zipped(path, dump() * 50)
    path.write_bytes(path.read_bytes()[:-100])


def _flipped(path: Path) -> None:
    content = bytearray(zipped(path, dump()).read_bytes())
    content[content.index(b"IQ.txt") + 60] ^= 0xFF
    path.write_bytes(bytes(content))


BAD: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "columns": ("IQ.txt", lambda p: p.write_text(f"{ROW}\n1\tZarbo\n"), r"line 2: 2 columns, not the 19"),
    "numbers": ("IQ.txt", lambda p: p.write_text(ROW.replace("35.0", "north")), "line 1: no number where"),
    "coordinates": (
        "IQ.txt",
        lambda p: p.write_text(ROW.replace("35.0", "95.0")),
        "line 1: .*coordinates that are none",
    ),
    "country": ("IR.txt", lambda p: p.write_text(ROW), "line 1: a place of IQ among those of IR"),
    "not utf-8": (
        "IQ.txt",
        lambda p: p.write_bytes(ROW.replace("Zarbo", "Zarbū").encode("utf-16")),
        "line 1: not in UTF-8",
    ),
    "web page": ("IQ.txt", lambda p: p.write_text("<!doctype html>\n<title>404</title>"), "a web page"),
    "web page for a zip": ("IQ.zip", lambda p: p.write_text("<html>Not found"), "not a whole zip file"),
    "empty": ("IQ.txt", lambda p: p.write_text(""), "is empty"),
    "other member": ("IQ.zip", lambda p: zipped(p, dump(), "IR.txt"), r"holds no IQ\.txt"),
    "cut zip": ("IQ.zip", _cut, "not a whole zip file"),
    "damaged zip": ("IQ.zip", _flipped, "not a whole zip file"),
    "bomb": ("IQ.zip", lambda p: zipped(p, f"{ROW}\n" * 100_000), "would grow more than"),
    "no country": ("XX.txt", lambda p: p.write_text(ROW), "not named like a file of GeoNames"),
    "table": (
        "admin2Codes.txt",
        lambda p: p.write_text("IQ.13\tKirkuk\n"),
        "line 1: not code, name, plain name and id",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_one_clear_line_and_changes_nothing(settings: Settings, tmp_path: Path, case: str) -> None:
    good = tmp_path / "good"
    good.mkdir()
    good.joinpath("IQ.txt").write_text(dump(), "utf-8")
    import_places([good / "IQ.txt"], settings)
    before = sorted((path.name, path.stat().st_mtime_ns) for path in settings.gazetteer_dir.iterdir())
    name, write, told = BAD[case]
    write(tmp_path / name)
    good.joinpath("LB.txt").write_text(line(5, "Zarb", "Zarb", "", 33, 35, "P.PPL", "1", "", 0, country="LB"), "utf-8")
    with pytest.raises(UserError, match=told) as raised:
        import_places([good / "LB.txt", tmp_path / name], settings)
    assert str(raised.value).startswith(str(tmp_path / name))
    assert "\n" not in str(raised.value)
    assert sorted((path.name, path.stat().st_mtime_ns) for path in settings.gazetteer_dir.iterdir()) == before


@pytest.fixture
def _full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object) -> bytes:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(task, "pack", refuse)
        yield


@pytest.mark.usefixtures("_full_disk")
def test_a_full_disk_leaves_the_list_as_it_was(settings: Settings, dumped: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        import_places([dumped], settings)
    assert place_sources(settings) == []
