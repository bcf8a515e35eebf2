import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.orchestration import EPHEMERAL, LOGGED, PRIVATE, QUIET, api_url, prepare

PROFILES = """active = "bench"
[profiles.bench]
PREFECT_API_URL = "http://127.0.0.1:4200/api"
[profiles.plain]
PREFECT_LOGGING_LEVEL = "INFO"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("PREFECT_API_URL", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PREFECT_HOME", str(tmp_path))
    return tmp_path


def test_nothing_configured_is_no_api() -> None:
    assert api_url() is None


def test_the_variable_goes_before_the_profile(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "profiles.toml").write_text(PROFILES)
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    assert api_url() == "http://127.0.0.1:9/api"


def test_the_active_profile_counts(home: Path) -> None:
    (home / "profiles.toml").write_text(PROFILES)
    assert api_url() == "http://127.0.0.1:4200/api"


def test_another_profile_may_be_asked_for(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "profiles.toml").write_text(PROFILES)
    monkeypatch.setenv("PREFECT_PROFILE", "plain")
    assert api_url() is None


def test_prepare_leaves_what_the_user_has_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in {**PRIVATE, **LOGGED, **EPHEMERAL, **QUIET}:
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("DO_NOT_TRACK", "0")
    prepare()
    assert os.environ["DO_NOT_TRACK"] == "0"
    assert os.environ["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"


@pytest.mark.parametrize("variables", [{}, {"PREFECT__FLOW_RUN_ID": "of-a-worker"}], ids=["by hand", "of a worker"])
def test_a_run_of_a_worker_ends_without_a_list_of_what_the_interpreter_lost(variables: dict[str, str]) -> None:
    code = "import atexit, sys; atexit.register(lambda: print('leaked', file=sys.stderr)); import flows.orchestration"
    done = subprocess.run([sys.executable, "-c", code], env=os.environ | variables, capture_output=True, check=True)
    assert done.stderr == (b"" if variables else b"leaked\n")


def test_asking_for_the_api_does_not_import_prefect() -> None:
    code = "import flows.orchestration as o, sys; o.api_url(); sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
