"""What ships under deploy/ holds, as far as a machine without a container engine can tell."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.audit import UNKNOWN, told
from settings import Settings, variable

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
UNITS = sorted(DEPLOY.glob("*.service"))


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not here: units are not verified")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for unit in UNITS:  # the program is not where it will be
        (tmp_path / unit.name).write_text(unit.read_text().replace("/opt/sitrep/.venv/bin/sitrep", "/bin/true"))
    command = ["systemd-analyze", "verify", *(str(tmp_path / unit.name) for unit in UNITS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_compose_file_is_one_by_its_schema() -> None:
    """By the schema alone: without an engine nothing is built or started."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, str(DEPLOY / "compose.yaml")], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [*UNITS, DEPLOY / "compose.yaml", DEPLOY / "Dockerfile"], ids=lambda path: path.name)
def test_every_setting_that_is_named_is_one(path: Path) -> None:
    words = {
        word.strip("\"'") for word in path.read_text().replace("=", " ").replace(":", " ").replace("{", " ").split()
    }
    named = {word for word in words if word.startswith("SITREP_") and word != "SITREP_…"}
    assert named
    assert named <= {variable(name) for name in Settings.model_fields}


@pytest.mark.parametrize(
    ("found", "code", "says"),
    [
        ([{"name": "a", "version": "1", "vulns": []}], 0, "1 packages, 0 weaknesses known, 0 packages"),
        ([{"name": "a", "skip_reason": "not found"}], UNKNOWN, "0 weaknesses known, 1 packages that nothing"),
        (
            [{"name": "a", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}],
            1,
            "a 1: CVE-1, mended in 2",
        ),
    ],
)
def test_an_audit_that_could_not_look_does_not_pass(
    found: list[dict[str, object]], code: int, says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(json.loads(json.dumps(found))) == code
    assert says in capsys.readouterr().out
