import json
from pathlib import Path

import pytest

from settings import Settings
from tasks.alarms import to_tell
from tasks.finding import Finding, fine
from tasks.notify import notify
from tests.web.server import Handler, Site, serving

BAD, FINE = Finding("wrong", "disk", "0.1 GB free", "make room"), fine("disk", "90 GB free")


def test_a_command_gets_subject_and_text(tmp_path: Path) -> None:
    script = tmp_path / "tell.sh"
    script.write_text(f'echo "$SITREP_SUBJECT" > {tmp_path}/told; cat >> {tmp_path}/told')
    assert notify("It burns", "call\nsomeone", Settings(notify_command=f"sh {script}")) == ()
    assert (tmp_path / "told").read_text() == "It burns\ncall\nsomeone"


@pytest.mark.parametrize("command", ["no-such-command", "sh -c 'exit 3'", "'"])
def test_a_command_that_fails_is_said_and_nothing_more(command: str) -> None:
    (line,) = notify("x", "y", Settings(notify_command=command))
    assert line.startswith("notify_command")


@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated")  # Apprise's
def test_an_address_is_posted_to() -> None:
    told: list[dict[str, str]] = []

    def take(handler: Handler) -> None:
        told.append(json.loads(handler.rfile.read(int(handler.headers["Content-Length"]))))
        handler.reply(200, {}, b"")

    with serving(Site()) as site:
        site.corners["/hook"] = take
        settings = Settings.model_validate({"notify_url": site.url.replace("http", "json") + "/hook"})
        assert notify("It burns", "call someone", settings) == ()
        assert (told[0]["title"], told[0]["message"]) == ("It burns", "call someone")
        site.corners.clear()
        assert notify("x", "y", settings) == ("notify_url: the message was not taken",)
    assert "is no address" in notify("x", "y", Settings.model_validate({"notify_url": "nonsense"}))[0]
    assert "/hook" not in repr(settings)


def test_an_alarm_is_told_once_a_day_and_when_it_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, clock = Settings(data_dir=tmp_path / "data"), [1_000_000.0]
    monkeypatch.setattr("tasks.alarms.time.time", lambda: clock[0])
    line = "disk: 0.1 GB free; make room"
    assert to_tell([FINE], settings) == []
    assert to_tell([BAD], settings) == [line]
    assert to_tell([BAD], settings) == []
    clock[0] += 86_400
    assert to_tell([BAD], settings) == [line]
    assert to_tell([FINE], settings) == ["disk: well again"]
    assert to_tell([FINE], settings) == []
