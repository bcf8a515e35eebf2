"""Checks: each finds what it is for, and their results are kept."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from extraction.events.event import EventPlace, Quantity
from extraction.mentions.mention import Place
from tasks.check import CheckError
from tests.sql.conftest import Ingest, Query
from tests.sql.invented import arrest, success


def found(query: Query) -> dict[str, int]:
    return dict(query("select check_name, found from check_results where found > 0"))


def test_a_sound_load_leaves_a_row_for_each_check_with_nothing_found(ingest: Ingest, query: Query) -> None:
    ingest([success()])
    rows = query("select check_name, severity, found, example from check_results")
    assert {severity for _, severity, _, _ in rows} == {"fail", "warn"}
    assert [row for row in rows if row[2:] != (0, None)] == []
    assert query("select count(*) from check_results anti join runs using (run_id)") == [(0,)]


@pytest.mark.parametrize(
    ("check", "slots"),
    [
        (
            "coordinates_in_country",
            {"places": (EventPlace("at", Place("Qaim", 1, None, None, "MLI", 34.3, 41.0, 1), "Qaim"),)},
        ),
        ("numbers_are_plausible", {"quantities": (Quantity("killed", 2_000_000, None, "wording"),)}),
        ("numbers_are_plausible", {"quantities": (Quantity("seized", -1, 3, "wording"),)}),
        ("dates_are_plausible", {"date_start": date(2019, 11, 9), "date_end": date(2019, 11, 9)}),
        ("dates_are_plausible", {"date_start": date(1019, 11, 4)}),
        ("ranges_are_ordered", {"quantities": (Quantity("seized", 4, 3, "wording"),)}),
        ("ranges_are_ordered", {"date_end": date(2019, 11, 1)}),
    ],
)
def test_what_cannot_be_is_warned_of(check: str, slots: dict[str, Any], ingest: Ingest, query: Query) -> None:
    loaded = ingest([success(events=[lambda cut: arrest(cut, **slots)])])
    assert found(query) == {check: 1}
    assert [check in line for line in loaded.warnings] == [True]


def test_what_can_be_is_not_warned_of(ingest: Ingest, query: Query) -> None:
    later = {"status": "planned", "date_start": date(2020, 5, 1), "date_end": date(2020, 5, 1)}
    undated = success("b.txt", markup="b", published_at=None, published_precision="unknown")
    ingest([success(events=[lambda cut: arrest(cut, **later)]), undated])
    assert found(query) == {}


def test_a_document_of_the_future_is_warned_of(ingest: Ingest, query: Query) -> None:
    ingest([success(events=[], published_at=datetime(2199, 1, 1, tzinfo=UTC))])
    assert found(query) == {"dates_are_plausible": 1}


def test_a_sudden_flood_of_an_outlet_is_warned_of(ingest: Ingest, query: Query) -> None:
    def bring(run: int, number: int) -> None:
        ingest([success(f"{run}-{n}.txt", f"Page {run} {n}.", [], None) for n in range(number)])

    for run in range(5):
        bring(run, 4)
    bring(5, 19)
    assert found(query) == {}
    bring(6, 21)
    assert found(query) == {"volumes_are_steady": 1}


def test_what_a_failed_check_found_outlives_the_load(ingest: Ingest, query: Query) -> None:
    ingest([success()])
    with pytest.raises(CheckError, match="events_have_evidence"):
        ingest([success("c.txt", markup="bare", events=[lambda cut: arrest(cut, evidence=(), participants=())])])
    assert found(query) == {"events_have_evidence": 1}
    assert query("select count(*) from runs") == [(1,)]
    assert query("select count(*) from check_results anti join runs using (run_id) where severity = 'warn'") == [(0,)]
