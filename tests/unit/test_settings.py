import subprocess
import sys
from pathlib import Path

import pytest

from settings import Settings, SettingsError, sources, strangers


@pytest.fixture(autouse=True)
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A working folder without sitrep.toml and an environment without our variables."""
    monkeypatch.chdir(tmp_path)
    for name in ("SITREP_DATA_DIR", "SITREP_INBOX", "SITREP_WORKERS", "SITREP_BATCH_SIZE"):
        monkeypatch.delenv(name, raising=False)


def write(text: str) -> None:
    Path("sitrep.toml").write_text(text, "utf-8")


def test_defaults_hold_where_nothing_is_set() -> None:
    assert Settings().data_dir == Path("data")
    assert Settings().inbox == Path("data/inbox")
    assert set(sources().values()) == {"default"}


def test_environment_goes_before_the_file_and_the_file_before_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    write("batch_size = 7\nworkers = 3\n")
    monkeypatch.setenv("SITREP_WORKERS", "5")
    settings = Settings()
    assert (settings.batch_size, settings.workers) == (7, 5)
    assert sources()["batch_size"] == "sitrep.toml"
    assert sources()["workers"] == "environment"
    assert sources()["data_dir"] == "default"


def test_inbox_follows_the_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITREP_DATA_DIR", "elsewhere")
    assert Settings().inbox == Path("elsewhere/inbox")


def test_a_wrong_value_names_the_variable_and_the_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITREP_WORKERS", "many")
    with pytest.raises(SettingsError, match=r"^SITREP_WORKERS is 'many': .*integer") as caught:
        Settings()
    assert "\n" not in str(caught.value)


def test_a_wrong_value_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITREP_DATA_DIR", "")
    monkeypatch.setenv("SITREP_WORKERS", "0")
    with pytest.raises(SettingsError, match=r"^SITREP_WORKERS is '0': [^(]*\([^)]*\)$"):
        Settings()


def test_a_wrong_secret_is_not_told() -> None:
    write("server_auth = 12345678\n")
    with pytest.raises(SettingsError, match=r"^sitrep\.toml: server_auth is of no use: ") as caught:
        Settings()
    assert "12345678" not in str(caught.value)


def test_a_file_that_is_no_text_is_told_in_one_line() -> None:
    Path("sitrep.toml").write_bytes(b"\xff")
    with pytest.raises(SettingsError, match=r"^sitrep\.toml: not valid TOML: .*decode byte 0xff"):
        Settings()


def test_a_wrong_value_names_the_key_of_the_file() -> None:
    write("workers = 0\n")
    with pytest.raises(SettingsError, match=r"^sitrep\.toml: workers is 0: .*greater than or equal to 1"):
        Settings()


def test_an_unknown_key_of_the_file_is_refused_with_a_hint() -> None:
    write("data_dri = 'x'\n")
    with pytest.raises(SettingsError, match=r"^sitrep\.toml: data_dri is not a setting; did you mean data_dir\?$"):
        Settings()


def test_a_file_that_is_no_toml_is_one_line() -> None:
    write("workers 3\n")
    with pytest.raises(SettingsError, match=r"^sitrep\.toml: not valid TOML: .*line 1"):
        Settings()


def test_all_that_is_wrong_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    write("workers = 0\n")
    monkeypatch.setenv("SITREP_BATCH_SIZE", "-1")
    with pytest.raises(SettingsError, match=r"workers is 0.*SITREP_BATCH_SIZE is '-1'"):
        Settings()


def test_a_value_given_in_code_is_named_as_such() -> None:
    with pytest.raises(SettingsError, match=r"^workers is 0: "):
        Settings(workers=0)


def test_a_variable_that_is_no_setting_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITREP_DATADIR", "x")
    assert "SITREP_DATADIR" in strangers()
    assert "SITREP_DATA_DIR" not in strangers()


def test_the_settings_know_no_other_room() -> None:
    code = "import settings, sys; sys.exit(len({'cli', 'flows', 'tasks', 'extraction'} & sys.modules.keys()))"
    root = Path(__file__).resolve().parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
