"""`sitrep export`: all rows or an error, in formats that others open, and what goes with them."""

import csv
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID
from xml.etree import ElementTree

import polars as pl
import pytest
from typer.testing import CliRunner, Result

import tasks.export.excel
from cli import main
from cli.output import write_excel_csv
from settings import Settings
from tasks.errors import UserError
from tasks.export.excel import fitting, write_workbook
from tasks.export.geojson import features
from tasks.export.hxl import tags
from tasks.export.redact import People, coarse
from tasks.publish import publish
from tests.sql.conftest import take
from tests.sql.invented import arrest, clash, mention, success

NAMED = (
    "Soldiers arrested eight men of the Islamic State in Qaim on Monday. Colonel Omar Haddad said so. Haddad smiled."
)

Export = Callable[..., Result]


def with_person(**known: Any) -> Any:
    """A page that names a person in its text, title, byline and address."""
    page = success("named.txt", NAMED, arrest, "Omar Haddad speaks", author="Omar Haddad", **known)

    cut = page.reading.sentences
    found = mention(cut, "person", "Omar Haddad", "Omar Haddad", aliases=("Colonel Omar Haddad",))
    return replace(page, reading=replace(page.reading, mentions=(found,)))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, empty: Callable[[Settings], None]) -> Path:
    folder = tmp_path_factory.mktemp("export")
    made = Settings(data_dir=folder / "data")
    empty(made)
    other = success("b.txt", "Two gunmen were killed near Mosul.", clash, None, site="Other Post")
    take(made, folder, [with_person(url="https://a.example/2019/omar-haddad-speaks"), other])
    publish(made)
    return made.data_dir


@pytest.fixture
def export(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Export:
    monkeypatch.setenv("SITREP_DATA_DIR", str(data))
    return lambda what, name, *options: CliRunner().invoke(main.app, ["export", what, str(tmp_path / name), *options])


def about(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(path.with_name(path.name + ".meta.json").read_text("utf-8"))
    return told


def cells(path: Path) -> list[list[str | None]]:
    """The texts and numbers of a workbook, row by row."""
    with zipfile.ZipFile(path) as book:
        sheet = ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    name = {"a": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    return [
        ["".join(cell.itertext()) or None for cell in row.findall("a:c", name)]
        for row in sheet.iter(f"{{{name['a']}}}row")
    ]


def test_a_relation_in_every_format(export: Export, tmp_path: Path) -> None:
    for ending in ("csv", "xlsx", "jsonl", "parquet", "geojson"):
        done = export("acled_events", f"a.{ending}")
        assert done.exit_code == 0, done.output
        assert f"2 rows: {tmp_path / f'a.{ending}'}" in " ".join(done.output.split())
        assert about(tmp_path / f"a.{ending}")["rows"] == 2
    assert len(list(csv.DictReader((tmp_path / "a.csv").read_text().splitlines()))) == 2
    records = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text().splitlines()]
    assert {record["location"] for record in records} == {"Qaim", "Mosul"}
    assert pl.read_parquet(tmp_path / "a.parquet")["event_date"].to_list() == [date(2019, 11, 4)] * 2
    points = json.loads((tmp_path / "a.geojson").read_text())["features"]
    assert sorted(point["geometry"]["coordinates"] for point in points) == [[41.09, 34.37], [43.13, 36.34]]
    assert len(cells(tmp_path / "a.xlsx")) == 3


def test_parquet_holds_days_that_python_does_not_know(export: Export, tmp_path: Path) -> None:
    done = export("select event_id, date '290000-01-01' as day from events", "a.parquet")
    assert (done.exit_code, about(tmp_path / "a.parquet")["rows"], about(tmp_path / "a.parquet")["events"]) == (0, 2, 2)


def test_the_sidecar_says_query_filter_rules_and_sources(export: Export, tmp_path: Path) -> None:
    export("casualties", "a.csv", "--where", "place = 'Mosul'")
    told = about(tmp_path / "a.csv")
    assert told["query"] == "select * from (from casualties\n) where place = 'Mosul'"
    assert (told["filter"], told["rows"], told["ruleset_versions"]) == ("place = 'Mosul'", 1, ["rules-1"])
    assert [(source["source"], source["documents"]) for source in told["sources"]] == [("Other Post", 1)]
    assert "GeoNames" in told["attribution"][-1]
    export("select count(*) as n from events", "n.csv")
    assert len(about(tmp_path / "n.csv")["sources"]) == 2
    assert about(tmp_path / "n.csv")["sources_are"] == "all outlets of the warehouse"


def test_a_failure_leaves_no_file_and_the_former_one_stands(export: Export, tmp_path: Path) -> None:
    (tmp_path / "a.geojson").write_text("former")
    failed = export("actor_activity", "a.geojson")
    assert "needs the columns latitude and longitude" in str(failed.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["a.geojson"]
    assert (tmp_path / "a.geojson").read_text() == "former"
    assert "nothing does not exist" in str(export("nothing", "b.csv").exception)
    assert "read-only" in str(export("delete from events", "b.csv").exception)
    assert "there is no folder" in str(export("events", "missing/b.csv").exception)
    assert export("events", "b.doc").exit_code == 2
    assert export("events", "b.jsonl", "--hxl").exit_code == 2
    safe = export("events", "b.xlsx", "--excel-safe")
    assert (safe.exit_code, "a workbook is safe without it" in " ".join(safe.output.split())) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.geojson"]


def test_rows_that_a_sheet_does_not_hold_are_an_error(
    export: Export, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks.export.excel, "ROWS", 2)
    for name, options in (("a.xlsx", []), ("a.csv", ["--excel-safe"])):
        assert "more than 1 rows: a sheet holds no more" in str(export("events", name, *options).exception)
    assert list(tmp_path.iterdir()) == []
    assert export("events", "a.csv").exit_code == 0


def test_a_sheet_ends_where_excel_says() -> None:
    assert sum(1 for _ in fitting(["n"], ([n] for n in range(1_048_575)))) == 1_048_575
    with pytest.raises(UserError, match="more than 1048575 rows"):
        list(fitting(["n"], ([n] for n in range(1_048_576))))
    with pytest.raises(UserError, match="text of row 2 is longer"):
        list(fitting(["text"], [["x" * 32_768]]))


def test_csv_for_excel_is_marked_and_holds_no_formula() -> None:
    file = io.StringIO()
    rows = [["=1+1", "+49", "-5 to 3", "@x", "\tx", "plain", -5, None, "é"]]
    write_excel_csv(["=a", *"bcdefghi"], rows, file)
    assert file.getvalue() == ("\ufeff'=a,b,c,d,e,f,g,h,i\r\n'=1+1,'+49,'-5 to 3,'@x,'\tx,plain,-5,,é\r\n")


def test_a_workbook_keeps_texts_as_texts_and_long_numbers_whole(tmp_path: Path) -> None:
    out = tmp_path / "a.xlsx"
    row = [
        "=1+1",
        "https://a.example",
        "007",
        2**60,
        5,
        date(1850, 1, 1),
        datetime(2020, 1, 1, 12, tzinfo=UTC),
        True,
        UUID(int=1),
    ]
    write_workbook([*"abcdefghi"], [row], out)
    heading, found = cells(out)
    assert heading == [*"abcdefghi"]
    assert found == [
        "=1+1",
        "https://a.example",
        "007",
        str(2**60),
        "5",
        "1850-01-01",
        "43831.5",
        "1",
        str(UUID(int=1)),
    ]


def test_hxl_tags_stand_in_the_second_row(export: Export, tmp_path: Path) -> None:
    export("casualties", "a.csv", "--hxl")
    heading, tagged, *rows = csv.reader((tmp_path / "a.csv").read_text().splitlines())
    found = dict(zip(heading, tagged, strict=True))
    assert (found["killed_low"], found["country_code"]) == ("#affected+killed+min", "#country+code+v_iso3")
    assert len(rows) == about(tmp_path / "a.csv")["rows"] == 1
    assert "best" in tags.__doc__
    assert tags(["kind", "low"]) == ["#event+type", ""]
    with pytest.raises(UserError, match="none of the columns has an HXL tag: a"):
        tags(["a"])


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "xlsx"])
def test_persons_are_called_otherwise_in_every_column(ending: str, export: Export, data: Path, tmp_path: Path) -> None:
    out = tmp_path / f"a.{ending}"
    columns = "title, author, url, text, document_id, name, aliases, person_id, list(name) as names"
    query = (
        f"select {columns} from documents, people where site = 'Example Post' and author = 'Omar Haddad' group by all"
    )
    assert export(query, out.name, "--redact", "people").exit_code == 0
    shown = (
        json.dumps(pl.read_parquet(out).to_dicts(), default=str)
        if ending == "parquet"
        else out.read_bytes().decode("latin1")
    )
    if ending == "xlsx":
        shown = str(cells(out))
    for name in ("Omar", "Haddad", "haddad"):
        assert name not in shown + json.dumps(about(out))
    assert shown.count("Person-") >= 6
    assert "eight men of the Islamic State in Qaim" in shown
    assert "pseudonyms" in about(out)["done_to_it"][0]
    assert (data / "redaction.key").stat().st_mode & 0o777 == 0o600


def test_a_pseudonym_is_the_same_for_all_wordings_and_no_other_key_makes_it() -> None:
    known = [("Omar Haddad", ["Colonel Omar Haddad"]), ("Li", [])]
    one, other = People(known, b"one"), People(known, b"other")
    told = one.hide("text", "Colonel Omar Haddad, and HADDAD's son. li stays, haddad too; omar-haddad not.")
    pseudonym = one.hide("author", "omar haddad")
    assert told == f"{pseudonym}, and {pseudonym}'s son. li stays, haddad too; {pseudonym} not."
    assert other.hide("author", "Omar Haddad") != pseudonym
    assert one.hide("told", {"entity_id": 1, "names": ["Li", 2]}) == {
        "entity_id": None,
        "names": [one.hide("x", "Li"), 2],
    }


def test_coordinates_are_coarse_where_asked_for(export: Export, tmp_path: Path) -> None:
    export("acled_events", "a.geojson", "--coarse-coordinates")
    points = json.loads((tmp_path / "a.geojson").read_text())["features"]
    assert sorted(point["geometry"]["coordinates"] for point in points) == [[41.1, 34.4], [43.1, 36.3]]
    assert coarse("geom_wkt", "POINT (41.09 34.37)") == "POINT (41.1 34.4)"
    assert coarse("low", 41.09) == 41.09


def test_a_row_without_coordinates_is_a_feature_without_geometry() -> None:
    rows = [[None, None, 1], [1.5, 2.5, date(2020, 1, 1)]]
    found = json.loads("".join(features(["latitude", "longitude", "a"], rows)))["features"]
    assert [feature["geometry"] for feature in found] == [None, {"type": "Point", "coordinates": [2.5, 1.5]}]
    assert [feature["properties"] for feature in found] == [{"a": 1}, {"a": "2020-01-01"}]
    assert json.loads("".join(features(["latitude", "longitude"], [])))["features"] == []


@pytest.mark.parametrize(
    "place", [[5, float("nan")], [5, "x"], [95, 500], [5, 181], [-91, 0], [True, 1], [float("inf"), 1], [5, None]]
)
def test_what_is_no_point_on_earth_is_no_geometry_and_stays_told(place: list[Any]) -> None:
    lines = "".join(features(["latitude", "longitude"], [place, [Decimal("1.5"), -180]]))
    wrong, right = json.loads(lines, parse_constant=pytest.fail)["features"]
    kept = [None if value in (float("inf"),) or value != value else value for value in place]
    assert (wrong["geometry"], list(wrong["properties"].values())) == (None, kept)
    assert (right["geometry"]["coordinates"], right["properties"]) == ([-180, 1.5], {})
