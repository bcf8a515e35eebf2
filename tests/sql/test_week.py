import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from settings import Settings
from tasks.errors import UserError
from tasks.export.week import export_week
from tasks.publish import publish
from tests.sql.conftest import Ingest
from tests.sql.invented import arrest, clash, success

ARREST = "Soldiers arrested eight men of the Islamic State in Qaim on Monday."
CLASH = "Two gunmen were killed near Mosul."


def test_what_came_in_the_days_asked_for_is_written_with_what_it_is(settings: Settings, ingest: Ingest) -> None:
    ingest([success("a.txt", events=[arrest], site="Post"), success("b.txt", CLASH, clash)])
    publish(settings)
    now = datetime.now(UTC)
    files = export_week(settings, now, days=7)
    assert [(one.path.name, one.rows) for one in files] == [
        ("events.xlsx", 2),
        ("incidents.xlsx", 2),
        ("contested.xlsx", 0),
    ]
    folder = settings.export_dir / f"{now:%Y-%m-%d}"
    names = [one.path.name for one in files]
    assert sorted(path.name for path in folder.iterdir()) == sorted([*names, *(f"{name}.meta.json" for name in names)])
    told = json.loads((folder / "events.xlsx.meta.json").read_text())
    assert (told["rows"], told["since"]) == (2, (now - timedelta(days=7)).isoformat(timespec="seconds"))
    assert {source["source"] for source in told["sources"]} >= {"Post"}
    assert [one.rows for one in export_week(settings, now + timedelta(days=8), days=7)] == [0, 0, 0]


def test_a_new_report_brings_its_incident_and_what_is_contested(settings: Settings, ingest: Ingest) -> None:
    def told(count: int, site: str, text: str) -> None:
        ingest([success(f"{site}.txt", text, [lambda cut: arrest(cut, count)], site=site)])

    told(8, "Post", ARREST)
    told(13, "Times", f"{ARREST} Their weapons were shown on the market square, where shops had been shut for days.")
    publish(settings)
    events, incidents, contested = export_week(settings, datetime.now(UTC), days=1)
    assert (events.rows, incidents.rows) == (2, 1)
    assert contested.rows >= 1


def test_before_anything_is_published_one_line_says_so(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no warehouse"):
        export_week(settings, datetime.now(UTC), days=7)
