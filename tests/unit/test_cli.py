import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from cli.main import COMMANDS, command
from cli.progress import Lines

HEAVY = ("prefect", "polars", "trafilatura", "duckdb", "rich")


def run(*arguments: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command line in `folder` as a user does, without what this process has set."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("SITREP_", "PREFECT_"))}
    return subprocess.run(
        [sys.executable, "-c", "from cli.main import main; main()", *arguments],
        cwd=folder,
        env={**clean, "PREFECT_HOME": str(folder / "prefect"), **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def imported(code: str, *modules: str) -> list[str]:
    """Which of `modules` a new interpreter holds after `code`."""
    script = f"{code}\nimport sys\nprint(*(m for m in {modules!r} if m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return done.stdout.split("\n")[-2].split()


@pytest.mark.parametrize("name", COMMANDS)
def test_the_overview_says_what_the_command_says(name: str) -> None:
    assert command(name).help.splitlines()[0] == COMMANDS[name].purpose


def test_the_overview_imports_no_library() -> None:
    assert imported("import cli.main", *HEAVY) == []


def test_a_query_imports_neither_orchestration_nor_cleaner() -> None:
    assert imported("import cli.sql", "prefect", "polars", "trafilatura") == []


def test_ingest_without_an_api_does_not_import_prefect() -> None:
    assert imported("import cli.ingest, tasks.ingest", "prefect") == []


def test_ctrl_c_while_the_command_line_is_imported_is_one_line() -> None:
    code = """
import sys
class Stop:
    def find_spec(self, name, *_):
        if name == "cli.main":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Stop())
from cli.start import main
main()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "sitrep: interrupted\n")


def test_what_starts_the_command_line_imports_nothing_else() -> None:
    assert imported("import cli.start", "cli.main", "typer", "pydantic") == []


def test_help_names_every_command(tmp_path: Path) -> None:
    done = run("--help", folder=tmp_path)
    assert done.returncode == 0
    assert [name for name in COMMANDS if f"  {name} " not in done.stdout] == []


def test_the_release_is_named(tmp_path: Path) -> None:
    done = run("--version", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"sitrep {version('sitrep')}\n")


def test_an_outlet_under_another_ending_is_named(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "README.md").write_text("notes")
    assert run("sources", "check", folder=tmp_path).returncode == 0
    (tmp_path / "sources" / "a.yaml").write_text("colour: red")
    done = run("sources", "check", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr == "sitrep: sources/a.yaml is not taken: the file of an outlet ends in .yml\n"
    assert "a.yaml is not taken: call it a.yml" in run("harvest", "a", folder=tmp_path).stderr


def test_wrong_arguments_end_with_2(tmp_path: Path) -> None:
    assert run("ingest", folder=tmp_path).returncode == 2
    assert run("ingest", "--nonsense", "x", folder=tmp_path).returncode == 2
    done = run("ingst", folder=tmp_path)
    assert done.returncode == 2
    assert "Did you mean 'ingest'?" in done.stderr


def test_a_wrong_setting_is_one_line(tmp_path: Path) -> None:
    done = run("config", folder=tmp_path, SITREP_WORKERS="many")
    assert done.returncode == 2
    assert done.stderr.startswith("sitrep: SITREP_WORKERS is 'many'")
    assert done.stderr.count("\n") == 1


def test_a_path_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = run("ingest", "nowhere.html", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "sitrep: no such file or folder: nowhere.html"
    assert "Traceback" not in done.stderr


def test_an_api_that_does_not_answer_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("A page.")
    done = run("ingest", "page.txt", folder=tmp_path, PREFECT_API_URL="http://127.0.0.1:9/api")
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("sitrep: Failed to reach API at http://127.0.0.1:9/api")
    assert "Traceback" not in done.stderr


def test_config_tells_value_and_source(tmp_path: Path) -> None:
    (tmp_path / "sitrep.toml").write_text("batch_size = 7\n")
    done = run("config", folder=tmp_path, SITREP_DATA_DIR="warehouse", SITREP_DATADIR="typo")
    told = {line.split()[0]: line.split()[1:3] for line in done.stdout.splitlines() if line.split()}
    assert told["batch_size"] == ["7", "sitrep.toml"]
    assert told["data_dir"] == ["warehouse", "environment"]
    assert told["inbox"] == ["warehouse/inbox", "default"]
    assert done.stderr == "sitrep: SITREP_DATADIR is no setting and has no effect\n"


def test_plain_progress_tells_a_step_when_it_begins_and_ends(capsys: pytest.CaptureFixture[str]) -> None:
    lines = Lines()
    for done in range(4):
        lines("extract", done, 3, "documents")
    lines("load", 0, None, "pages")
    assert capsys.readouterr().err.splitlines() == [
        "extract: 0 of 3 documents",
        "extract: 3 of 3 documents",
        "load",
    ]
