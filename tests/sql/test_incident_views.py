"""Views over incidents: a happening counts once, and what its reports differ in stays in sight."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from extraction.events.event import Event, EventPlace, Participant, Quantity
from extraction.sentences.sentence import Sentence
from settings import Settings
from tests.sql.conftest import Query, take
from tests.sql.invented import MOSUL, QAIM, event, success

SIDES = (
    Participant("actor", "Iraqi Army", "Soldiers", "state_forces", "IRQ"),
    Participant("target", "Islamic State", "gunmen", "insurgent"),
)


def report(site: str, hour: int, killed: float, text: str, dead_soldiers: float | None = None) -> Any:
    def told(cut: tuple[Sentence, ...]) -> Event:
        figures = [Quantity("killed", killed, killed, "gunmen", counted="gunmen")]
        if dead_soldiers:
            figures.append(Quantity("killed", dead_soldiers, dead_soldiers, "soldiers", counted="soldiers"))
        places = (EventPlace("at", MOSUL, "Mosul"), EventPlace("near", QAIM, "Qaim"))
        return event(cut, "armed_clash", "killed", participants=SIDES, quantities=tuple(figures), places=places)

    at = datetime(2019, 11, 5, hour, tzinfo=UTC)
    url = f"https://{site}.example/{hour}"
    return success(
        f"{site}{hour}.txt", text, told, None, site=site, published_at=at, url=url, published_precision="second"
    )


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(data_dir=tmp_path_factory.mktemp("clash") / "data")


@pytest.fixture(scope="module")
def told(settings: Settings, tmp_path_factory: pytest.TempPathFactory, empty: Callable[[Settings], None]) -> None:
    """One clash that three outlets tell, one of them copied by a fourth; another clash that one tells alone."""
    first = "Two gunmen were killed near Mosul on Monday."
    empty(settings)
    reports = [
        report("alpha", 6, 2, first),
        report("beta", 9, 5, "Five gunmen were killed near Mosul on Monday.", dead_soldiers=1),
        report("gamma", 12, 5, "Near Mosul five gunmen were killed on Monday.", dead_soldiers=1),
        report("copyist", 13, 2, first),
    ]
    take(settings, tmp_path_factory.mktemp("staged"), reports)


def test_reports_of_one_clash_are_one_incident(told: None, query: Query) -> None:
    assert query("select kind, reports, sources from incidents") == [("armed_clash", 3, 3)]
    assert query("select * exclude (month, country_code) from incidents_by_month") == [
        ("armed_clash", 1, 1, 1, 2, 6, 6)
    ]


def test_contested_figures_say_who_tells_what(told: None, query: Query) -> None:
    found = query("select place, role, counted, low, best, high, sources, best_sources from contested_figures")
    assert found == [("Mosul", "killed", "all", 2, 6, 6, 3, 2), ("Mosul", "killed", "fighters", 2, 5, 5, 3, 2)]


def test_corrections_set_the_last_report_beside_the_first(told: None, query: Query) -> None:
    columns = "counted, first_figure, first_source, last_figure, last_source, change"
    assert query(f"select {columns} from figure_corrections") == [
        ("all", "2", "alpha", "6", "gamma", 4),
        ("fighters", "2", "alpha", "5", "gamma", 3),
    ]


def test_the_dead_of_an_incident_count_once_by_side(told: None, query: Query) -> None:
    found = query("select side, incidents, killed_low, killed_best, killed_high, contested from casualties_by_side")
    assert found == [("all", 1, 2, 6, 6, 1), ("fighters", 1, 2, 5, 5, 1), ("forces", 1, 1, 1, 1, 0)]


def test_an_outlet_is_early_late_alone_or_contradicted(told: None, query: Query) -> None:
    columns = "source, incidents, alone, first, median_lag_hours, in_contested, contradicted"
    assert query(f"select {columns} from source_records order by source") == [
        ("alpha", 1, 0, 1, 0, 1, 1),
        ("beta", 1, 0, 0, 3, 1, 0),
        ("gamma", 1, 0, 0, 6, 1, 0),
    ]


def test_incidents_as_ucdp_names_them(told: None, query: Query) -> None:
    columns = """type_of_violence, side_a, side_b, dyad_name, number_of_sources, where_prec, adm_1, country, date_prec,
        deaths_a, deaths_b, deaths_civilians, deaths_unknown, low, best, high, source_date::varchar, priogrid_gid"""
    assert query(f"select {columns} from ged_events") == [
        (1, "Iraqi Army", "Islamic State", "Iraqi Army - Islamic State", 3, 1, "Nineveh", "Iraq", 1,
         1, 5, 0, 0, 2, 6, 6, "2019-11-05", 252 * 720 + 447)
    ]  # fmt: skip
