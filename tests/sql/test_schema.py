import os
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import duckdb
import polars as pl
import pytest

from extraction.document import Precision
from extraction.events.compose import figure
from extraction.events.event import Event, ParticipantRole, PlaceRole, Quantity, Scope, Status
from extraction.mentions.mention import DatePrecision
from extraction.sentences.sentence import Sentence
from settings import Settings
from tasks import statement
from tasks.facts import entity_id
from tasks.migrate import migrate
from tasks.page import NAMESPACE
from tasks.rows import RELATIONS
from tasks.stage import schema
from tasks.warehouse import connect, writing
from tests.sql.conftest import Ingest
from tests.sql.invented import arrest, clash, success

OF_THE_LOADER = {
    "documents": {"duplicate_of", "run_id", "created_at", "updated_at"},
    "events": {"created_at", "updated_at"},
    "rejections": {"rejection_id", "duplicate_of", "run_id", "at"},
}
"""Columns that no batch fills."""

STAGED_AS = {
    "UUID": pl.String,
    "VARCHAR": pl.String,
    "INTEGER": pl.Int64,
    "BIGINT": pl.Int64,
    "DOUBLE": pl.Float64,
    "BOOLEAN": pl.Boolean,
    "DATE": pl.Date,
    "TIMESTAMP WITH TIME ZONE": pl.Datetime("us", "UTC"),
    "VARCHAR[]": pl.List(pl.String),
}

CONTRACT = {
    "documents": "document_id source_uri url canonical_url site title author published_at published_precision language "
    "text text_digest page_id fetched_at cleaned_by duplicate_of",
    "events": "event_id document_id kind status scope date_start date_end date_precision date_wording operation "
    "part_of acled_event_type acled_sub_event_type plover_event plover_mode summary confidence rule ruleset_version "
    "created_at updated_at",
    "event_participants": "event_id role name wording category country_code",
    "event_places": "event_id role name wording geoname_id admin1 admin2 country_code latitude longitude geo_precision "
    "inherited",
    "event_quantities": "event_id role low high approximate includes_injured counted wording",
    "event_evidence": "event_id slot sentence char_start char_end",
    "mentions": "document_id mention_id type name wording char_start char_end entity_id geoname_id latitude longitude",
    "operations": "operation_id name aliases",
    "people": "person_id name aliases",
    "organisations": "organisation_id name acronym aliases",
    "rejections": "source_uri reason detail run_id at",
    "runs": "run_id flow started_at ended_at",
    "event_changes": "event_id change before after run_id at",
}
"""What scorers, reports and analysts read: these columns stay."""

ACLED = """
    event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
    actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
    longitude geo_precision source source_scale notes fatalities tags timestamp
"""


@pytest.fixture(scope="module")
def con() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    migrate(made)
    return made


def columns(con: duckdb.DuckDBPyConnection, relation: str) -> dict[str, str]:
    found = "select column_name, data_type from duckdb_columns() where table_name = $name order by column_index"
    return dict(con.execute(found, {"name": relation}).fetchall())


def test_row_types_and_tables_do_not_drift(con: duckdb.DuckDBPyConnection) -> None:
    for relation, row_type in RELATIONS.items():
        table = {name: STAGED_AS[kind] for name, kind in columns(con, relation).items()}
        filled = {name: kind for name, kind in table.items() if name not in OF_THE_LOADER.get(relation, set())}
        assert schema(row_type) == filled, relation


def test_closed_lists_and_tables_do_not_drift() -> None:
    for table, column, values in (
        ("001_documents", "published_precision", Precision),
        ("002_events", "status", Status),
        ("002_events", "scope", Scope),
        ("002_events", "date_precision", DatePrecision),
        ("003_event_participants", "role", ParticipantRole),
        ("004_event_places", "role", PlaceRole),
    ):
        listed = re.search(rf"check \({column} in \((.*)\)\)", statement.text("schema", table))
        assert listed is not None
        assert tuple(re.findall(r"'(\w+)'", listed[1])) == get_args(values)


@pytest.mark.parametrize("relation", CONTRACT)
def test_the_contract_holds(con: duckdb.DuckDBPyConnection, relation: str) -> None:
    assert set(CONTRACT[relation].split()) <= columns(con, relation).keys()


def test_acled_events_has_the_columns_of_acled_first(con: duckdb.DuckDBPyConnection) -> None:
    assert list(columns(con, "acled_events"))[: len(ACLED.split())] == ACLED.split()


def test_every_relation_and_column_has_a_comment(con: duckdb.DuckDBPyConnection) -> None:
    bare = con.execute(
        """select table_name from duckdb_tables() where comment is null
        union all select view_name from duckdb_views() where not internal and comment is null
        union all select table_name || '.' || column_name from duckdb_columns()
        where schema_name = 'main' and not internal and comment is null"""
    ).fetchall()
    assert bare == []


def objects() -> list[tuple[Any, str, str]]:
    return [
        (folder, re.sub(r"^\d+_", "", name), text)
        for folder in ("schema", "views", "macros", "checks", "queries", "staged", "load", "copies", "resolve")
        for name, text in statement.texts(folder).items()
    ]


@pytest.mark.parametrize(("folder", "name", "text"), objects())
def test_a_file_holds_one_object_of_its_name_and_says_what_it_is(folder: str, name: str, text: str) -> None:
    header = " ".join(line.removeprefix("-- ") for line in text.splitlines() if re.match("-- (?!noqa)", line))
    assert text.startswith("-- ")
    assert header.endswith(".")
    if folder in ("schema", "views"):
        kind = "table" if folder == "schema" else "view"
        made = re.findall(rf"(?:create|alter|comment on) (?:or replace )?{kind} (?:if not exists )?(\w+)", text)
        assert set(made) == {name}
        comment = re.search(rf"comment on {kind} {name} is\n'(.*)';", text)
        assert comment is not None
        assert comment[1].replace("''", "'") == header
    if folder == "macros":
        assert re.findall(r"create or replace macro (\w+)", text) == [name]
    if folder == "checks":
        assert re.match(r"-- (fail|warn): ", text)


def test_what_counts_is_the_same_whether_a_batch_or_a_migration_says_it(settings: Settings, ingest: Ingest) -> None:
    def both(cut: tuple[Sentence, ...]) -> Event:
        place = arrest(cut).places[0]
        return arrest(cut, event_id=NAMESPACE, part_of=arrest(cut).event_id, places=(place._replace(role="to"), place))

    def toll(*told: tuple[float, str | None], of: int) -> Callable[[tuple[Sentence, ...]], Event]:
        figures = tuple(Quantity("killed", low, low, "so many", counted=who) for low, who in told)
        return lambda cut: clash(cut, event_id=UUID(int=of), quantities=figures)

    tolls = [
        toll((30, "people"), (8, "Bodies"), of=2),
        toll((14, "soldiers"), (20, "them"), of=3),
        toll((3, "bandits"), (2, "soldiers"), of=4),
        toll((8, "people"), (17, "officers"), of=5),
        toll((4, None), (4, None), of=6),
    ]
    planned = partial(clash, event_id=UUID(int=1), status="planned")
    ingest([success(events=[arrest, both, clash, planned, *tolls])])
    columns = {
        "events": "is_counted, actors, actor_categories, targets, target_categories, figures, actor_countries, "
        "target_countries, supporters, killed_low, place, geoname_id, admin1, admin2, country_code, latitude, "
        "longitude, geo_precision, first_sentence",
        "event_places": "is_main",
        "event_quantities": "is_counted",
        "event_evidence": "is_first",
    }
    keys = {"events": "event_id", "event_evidence": "event_id, slot, char_start"}
    asked = [
        f"select {keys.get(table, 'event_id, slot_number')}, {names} from {table} order by all"
        for table, names in columns.items()
    ]
    with writing(settings) as con:
        told = [con.execute(query).fetchall() for query in asked]
        for table, names in columns.items():
            for name in names.split(", "):
                con.execute(f"alter table {table} drop column {name}")
        con.execute("delete from migrations where name between '030' and '031' or name between '032' and '034'")
        con.execute("delete from migrations where name between '037' and '039' or name between '050' and '052'")
        migrate(con)
        made = [con.execute(query).fetchall() for query in asked]
    assert made == told
    assert all({False, True} <= {value for row in rows for value in row if isinstance(value, bool)} for rows in told)


def test_migrating_again_changes_nothing(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    with writing(settings) as con:
        before = con.execute("from migrations order by name").fetchall()
        migrate(con)
        assert con.execute("from migrations order by name").fetchall() == before


def test_views_are_made_anew_when_their_text_has_changed(settings: Settings, ingest: Ingest) -> None:
    ingest([success()])
    with writing(settings) as con:
        con.execute("create view stale as select 1 as a")
        con.execute("create macro stale_too() as table select 1 as a")
        con.execute("drop view casualties")
        con.execute("update migrations set digest = 'other' where name = 'views'")
        migrate(con)
        views = {name for (name,) in con.execute("select view_name from duckdb_views() where not internal").fetchall()}
        assert views == statement.texts("views").keys()
        macros = con.execute("select distinct function_name from duckdb_functions() where not internal").fetchall()
        assert {name for (name,) in macros} == statement.texts("macros").keys()


def test_every_process_makes_views_in_one_order() -> None:
    asked = "from tasks import statement; print(list(statement.objects()))"
    seeds = [os.environ | {"PYTHONHASHSEED": str(seed)} for seed in range(4)]
    command = [sys.executable, "-c", asked]
    told = {subprocess.run(command, env=seed, check=True, capture_output=True).stdout for seed in seeds}
    assert len(told) == 1


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    settings: Settings, ingest: Ingest, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest([success()])
    held = statement.texts
    texts = {**held("schema"), "999_broken": "create table half (a integer); create table half (a integer);"}
    with monkeypatch.context() as patch:
        patch.setattr(statement, "texts", lambda folder: texts if folder == "schema" else held(folder))
        with pytest.raises(duckdb.Error), writing(settings):
            pass
    with writing(settings) as con:
        assert con.execute("select count(*) from duckdb_tables() where table_name = 'half'").fetchall() == [(0,)]


def test_uuid5_is_the_one_of_python(con: duckdb.DuckDBPyConnection) -> None:
    for name in ("Islamic State", "Café Ömer", ""):
        assert con.execute("select uuid5('person ' || $name)", {"name": name}).fetchall() == [
            (UUID(entity_id("person", name)),)
        ]


def test_a_figure_is_the_one_of_python(con: duckdb.DuckDBPyConnection) -> None:
    for low, high in ((8, 8), (10.5, 12), (3, None), (None, 5), (None, None), (11_000_000, 11_000_000)):
        written = con.execute("select figure($low, $high)", {"low": low, "high": high}).fetchall()
        assert written == [(figure(low, high),)]


def test_no_bar_of_the_database_stands_on_the_terminal(tmp_path: Path) -> None:
    with connect(tmp_path / "any.duckdb") as con:
        assert con.execute("select current_setting('enable_progress_bar')").fetchall() == [(False,)]
