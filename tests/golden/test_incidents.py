"""The happenings that several sample pages tell, against `samples/incidents.yaml`."""

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from tests.answers import answers
from tests.golden.samples import FOLDER, Warehouse, page_of

HAPPENINGS: list[dict[str, Any]] = answers(FOLDER / "incidents.yaml")
TOLD = """
    select source_uri, incident_id, kind, sentence, reports.is_copy
    from incident_reports as reports
    join events using (event_id)
    join documents on events.document_id = documents.document_id
    join event_evidence as evidence on events.event_id = evidence.event_id and evidence.slot = 'event'
"""
FIGURES = "select incident_id, role, low, best, high, contested from incident_figures where counted = 'all'"


@pytest.fixture(scope="module")
def con(warehouse: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(warehouse.path, read_only=True) as opened:
        yield opened


def incidents_of(happening: dict[str, Any], con: duckdb.DuckDBPyConnection) -> dict[str, set[Any]]:
    """Return by page the incidents of the events that tell a happening."""
    found: dict[str, set[Any]] = {page: set() for page in happening["pages"]}
    for uri, incident_id, kind, sentence, _ in con.execute(TOLD).fetchall():
        anchor = happening["pages"].get(page_of(uri))
        if anchor and anchor in sentence and kind in happening["kinds"]:
            found[page_of(uri)].add(incident_id)
    return found


@pytest.mark.parametrize("happening", HAPPENINGS, ids=lambda one: one["happening"])
def test_what_was_written_into_the_samples_comes_out(happening: dict[str, Any], con: duckdb.DuckDBPyConnection) -> None:
    found = incidents_of(happening, con)
    (incident_id,) = set.intersection(*found.values())
    pages = {
        page_of(uri)
        for uri, other, _, _, is_copy in con.execute(TOLD).fetchall()
        if other == incident_id and not is_copy
    }
    assert len(pages) == len(happening["pages"]), pages
    figures = {role: row for found_id, role, *row in con.execute(FIGURES).fetchall() if found_id == incident_id}
    for role, wanted in happening.get("figures", {}).items():
        told = dict(zip(("low", "best", "high", "contested"), figures[role], strict=True))
        assert {key: told[key] for key in wanted} == wanted


def test_no_incident_holds_two_events_of_one_document(con: duckdb.DuckDBPyConnection) -> None:
    twice = "select incident_id from incident_reports group by incident_id, document_id having count(*) > 1"
    assert con.execute(twice).fetchall() == []


def test_a_headline_of_two_days_is_two_incidents(con: duckdb.DuckDBPyConnection) -> None:
    shared = """
        select incident_id from incident_reports join documents using (document_id)
        where source_uri like '%khanaqin-patrol-february-%' group by incident_id having count(distinct document_id) > 1
    """
    assert con.execute(shared).fetchall() == []
