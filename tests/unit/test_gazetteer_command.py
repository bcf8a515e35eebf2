"""`sitrep gazetteer` as a user types it."""

from pathlib import Path

from tests.unit.dumps import dump, line, zipped
from tests.unit.test_cli import run


def test_import_list_and_remove(tmp_path: Path) -> None:
    zipped(tmp_path / "IQ.zip", dump())
    taken = run("gazetteer", "import", "IQ.zip", "--licence", "CC0, invented", folder=tmp_path)
    assert (taken.returncode, taken.stdout.splitlines()[2].split()) == (0, ["IQ", "7", "IQ.zip", "2025-03-01", "new"])
    listed = run("gazetteer", "--format", "csv", folder=tmp_path).stdout
    assert "CC BY 4.0" in listed.splitlines()[1]
    assert listed.splitlines()[3].startswith("IQ,7,IQ.zip,2025-03-01,")
    assert "CC0, invented" in listed
    (tmp_path / "page.txt").write_text("Soldiers arrested two men in the village of Zarboo in Kirkuk province.")
    assert "place at: Qaryat Zarbu, “Zarboo”" in run("explain", "page.txt", folder=tmp_path).stdout
    removed = run("gazetteer", "remove", "iq", folder=tmp_path)
    assert (removed.returncode, removed.stdout) == (0, "IQ: 7 places removed\n")
    assert "IQ" not in run("gazetteer", folder=tmp_path).stdout


def test_a_bad_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "IQ.txt").write_text(line(1, "Zarbo", "", "", 1, 2, "P.PPL", "13", "", 0) + "\tmore")
    done = run("gazetteer", "import", "IQ.txt", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == "sitrep: IQ.txt: line 1: 20 columns, not the 19 of a GeoNames dump"
    gone = run("gazetteer", "import", "IR.txt", folder=tmp_path)
    assert (gone.returncode, gone.stderr.splitlines()[-1]) == (1, "sitrep: No such file or directory: IR.txt")
    assert run("gazetteer", "import", folder=tmp_path).returncode == 2
