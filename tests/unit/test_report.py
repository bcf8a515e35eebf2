from dataclasses import replace
from pathlib import Path
from uuid import UUID

from tasks.check import Finding
from tasks.report import Incidents, Report, headline, markdown, rows

REPORT = Report(
    run_id=UUID(int=1),
    pages=10,
    new=4,
    changed=1,
    unchanged=2,
    rejected={"empty": 1, "listing page": 2},
    events={"armed_clash": 3, "arrest": 5},
    events_changed=1,
    events_removed=0,
    incidents=Incidents(new=6, changed=1, told_by_several=2),
    checks=(Finding("dates", "warn", "All is dated.", 7, "(a.txt,)"), Finding("ids", "fail", "All differ.", 0, None)),
    seconds=4.0,
    slowest=(("pages/odd|name.html", 1.5),),
    warehouse=Path("data/published/current/warehouse.duckdb"),
)


def test_headline_is_the_run_in_one_line() -> None:
    assert headline(REPORT) == "4 new documents, 8 new events; 10 pages read: 1 changed, 2 unchanged, 3 rejected."


def test_headline_says_plainly_that_nothing_is_new() -> None:
    again = replace(REPORT, pages=1, new=0, changed=0, unchanged=1, rejected={}, events={})
    assert headline(again) == "0 new documents, 0 new events; 1 page read: 0 changed, 1 unchanged, 0 rejected."


def test_rows_put_the_most_frequent_first_and_give_the_speed() -> None:
    told = rows(REPORT)
    assert [what for what, _ in told if ": " in what][3:] == [
        "rejected: listing page",
        "rejected: empty",
        "events: new",
        "events: new: arrest",
        "events: new: armed_clash",
        "events: changed",
        "events: removed",
        "incidents: new",
        "incidents: changed",
        "incidents: told by several documents",
    ]
    assert dict(told)["pages a second"] == "2.5"


def test_markdown_holds_counts_and_slowest_pages_in_cells_that_stay_whole() -> None:
    text = markdown(REPORT)
    assert "| rejected: listing page | 2 |" in text
    assert "check dates found 7 rows, the first (a.txt,)" in text
    assert "| dates (warn) | 7 |" in text
    assert "| ids (fail) | 0 |" in text
    assert "| `pages/odd\\|name.html` | 1.50 |" in text


def test_markdown_leaves_out_the_slowest_pages_where_none_was_timed() -> None:
    assert "Slowest" not in markdown(replace(REPORT, slowest=()))


def test_files_that_hold_no_pages_are_told_where_there_are_any() -> None:
    assert ("files of other kinds: ignored", "2") in rows(replace(REPORT, ignored=2))
    assert not [what for what, _ in rows(REPORT) if "ignored" in what]
