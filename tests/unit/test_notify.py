import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import SecretStr

from settings import Settings
from tasks.alarms import tell
from tasks.finding import Finding, fine
from tasks.health import alarms
from tasks.notify import notify
from tests.web.server import Handler, Site, serving

BAD, FINE = Finding("wrong", "disk", "0.1 GB free", "make room"), fine("disk", "90 GB free")


def test_a_command_gets_subject_and_text(tmp_path: Path) -> None:
    script = tmp_path / "tell.sh"
    script.write_text(f'echo "$SITREP_SUBJECT" > {tmp_path}/told; cat >> {tmp_path}/told')
    assert notify("It burns", "call\nsomeone", Settings(notify_command=f"sh {script}")) == ()
    assert (tmp_path / "told").read_text() == "It burns\ncall\nsomeone"


@pytest.mark.parametrize("command", ["no-such-command", "sh -c 'exit 3'", "'", " "])
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


@pytest.fixture
def heard(tmp_path: Path) -> tuple[Settings, Callable[[], str]]:
    """Settings whose command writes down what it is told while a file `ears` is there, and fails otherwise."""
    script, told, ears = tmp_path / "tell.sh", tmp_path / "told", tmp_path / "ears"
    script.write_text(f"test -e {ears} && cat >> {told}")
    ears.touch()

    def since_then() -> str:
        text = told.read_text() if told.exists() else ""
        told.unlink(missing_ok=True)
        return text

    return Settings(data_dir=tmp_path / "data", notify_command=f"sh {script}"), since_then


def test_an_alarm_is_told_once_a_day_and_when_it_is_over(
    heard: tuple[Settings, Callable[[], str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    (settings, since_then), clock = heard, [1_000_000.0]
    monkeypatch.setattr("tasks.alarms.time.time", lambda: clock[0])

    def told(*found: Finding) -> str:
        assert tell(found, settings) == ()
        return since_then()

    line = "disk: 0.1 GB free; make room"
    assert told(FINE) == ""
    assert told(BAD) == line
    assert told(BAD) == ""
    clock[0] += 86_400
    assert told(BAD) == line
    assert told(FINE) == "disk: well again"
    assert told(FINE) == ""
    assert told(BAD, replace(BAD, says="0.2 GB free")) == f"{line}\ndisk: 0.2 GB free; make room"


def test_what_reached_nobody_is_told_again(heard: tuple[Settings, Callable[[], str]], tmp_path: Path) -> None:
    settings, since_then = heard
    ears = tmp_path / "ears"
    for found, said in ((BAD, "disk: 0.1 GB free; make room"), (FINE, "disk: well again")):
        ears.unlink()
        assert len(tell([found], settings)) == 1
        ears.touch()
        assert tell([found], settings) == ()
        assert since_then() == said
        assert tell([found], settings) == ()
        assert since_then() == ""
    assert (settings.data_dir / "alarms.json").stat().st_mode & 0o777 == 0o600
    both = settings.model_copy(update={"notify_url": SecretStr("nonsense")})
    assert len(tell([BAD], both)) == 1
    assert tell([BAD], both) == ()  # the command has told someone
    unheard = settings.model_copy(update={"data_dir": tmp_path / "other", "notify_command": ""})
    assert tell([BAD], unheard) == ()
    assert not (unheard.data_dir / "alarms.json").exists()


@pytest.mark.parametrize(
    ("command", "level"), [("true", "fine"), ("", "mind"), ("no-such-command", "wrong"), ("'", "wrong"), (" ", "wrong")]
)
def test_the_doctor_says_that_nobody_would_be_told(command: str, level: str) -> None:
    (found,) = alarms(Settings(notify_command=command))
    assert found.level == level
