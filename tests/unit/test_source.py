from pathlib import Path

import pytest

from tasks.errors import UserError
from tasks.page import Rejection
from tasks.source import ENDINGS, Source, expand


def touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def names(folder: Path, *named: str | Path) -> list[str]:
    return [
        str(Path(found.path).relative_to(folder)) if isinstance(found, Source) else f"! {found.reason}"
        for found in expand(named).sources
    ]


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_is_known_in_any_case(ending: str, tmp_path: Path) -> None:
    touch(tmp_path / f"Page.name{ending.upper()}")
    (found,) = expand([tmp_path]).sources
    assert isinstance(found, Source)
    assert (found.carrier, found.packing) == ENDINGS[ending]


def test_a_folder_is_read_to_its_depth_in_order_and_counts_what_it_ignores(tmp_path: Path) -> None:
    touch(*(tmp_path / name for name in ("b.html", "a.txt", "z/c.htm", "m/n/d.xhtml", "notes.md", "x.zst", ".e.html")))
    touch(tmp_path / ".git" / "f.html")
    assert names(tmp_path, tmp_path) == ["a.txt", "b.html", "m/n/d.xhtml", "z/c.htm"]
    assert expand([tmp_path]).ignored == 3


def test_what_is_named_twice_is_read_once(tmp_path: Path) -> None:
    touch(tmp_path / "a.html", tmp_path / "b.html")
    (tmp_path / "c.html").symlink_to(tmp_path / "a.html")
    assert names(tmp_path, tmp_path / "b.html", tmp_path, tmp_path / "b.html") == ["b.html", "a.html"]


def test_links_that_lead_back_up_end(tmp_path: Path) -> None:
    touch(tmp_path / "in" / "a.html", tmp_path / "in" / "deep" / "b.html")
    (tmp_path / "in" / "deep" / "back").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in" / "self")
    assert names(tmp_path, tmp_path / "in") == ["in/a.html", "in/deep/b.html"]


def test_globs_match_in_order_and_a_name_with_brackets_is_taken_as_it_stands(tmp_path: Path) -> None:
    touch(tmp_path / "b1.html", tmp_path / "a1.html", tmp_path / "x" / "a2.html", tmp_path / "[1].html")
    assert names(tmp_path, f"{tmp_path}/**/a*.html") == ["a1.html", "x/a2.html"]
    assert names(tmp_path, f"{tmp_path}/[1].html") == ["[1].html"]


def test_a_file_of_another_ending_is_rejected_when_it_is_named(tmp_path: Path) -> None:
    touch(tmp_path / "a.pdf", tmp_path / "b.html")
    assert names(tmp_path, tmp_path / "a.pdf", tmp_path / "b.html") == ["! unsupported format", "b.html"]
    first = expand([tmp_path / "a.pdf"]).sources[0]
    assert isinstance(first, Rejection)
    assert first.source_uri == str(tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("gone.html", "no such file or folder: gone.html"),
        ("*.html", r"nothing matches \*.html: check the pattern"),
        ("empty", "no pages in empty: "),
    ],
)
def test_a_users_mistake_is_one_line(named: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    with pytest.raises(UserError, match=f"^{message}[^\n]*$"):
        expand([named])


def test_nothing_named_is_a_mistake() -> None:
    with pytest.raises(UserError, match="nothing to read"):
        expand([])
