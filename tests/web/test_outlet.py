from pathlib import Path

import pytest

from tasks.errors import UserError
from tasks.web.outlet import outlets

SHIPPED = Path(__file__).resolve().parents[2] / "sources"
PLAIN = "title: T\npublisher: P\nlanguage: en\nlicence: L\nfeeds: [https://paper.example/rss]\n"


def test_the_outlets_that_are_shipped_are_right_and_none_is_enabled() -> None:
    shipped = outlets(SHIPPED)
    assert len(shipped) >= 10
    assert [outlet.name for outlet in shipped if outlet.enabled or outlet.local] == []
    assert [outlet.name for outlet in shipped if not (outlet.take and outlet.expected)] == []
    assert [outlet.name for outlet in shipped if any(map(outlet.wants, map(str, outlet.sections)))] == []


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("country: Kenya", "country"),
        ("delay: 0.5", "only a local outlet"),
        ("connections: 4", "only a local outlet"),
        ("expected: 5", "expected_because"),
        ("take: ['(']", "take"),
        ("sections: ['ftp://paper.example/']", "sections"),
        ("sections: ['https://me:secret@paper.example/']", "no user name or password"),
        ("colour: red", "colour"),
        ("- x", "not a YAML file"),
    ],
)
def test_an_outlet_that_is_not_right_is_told_in_one_line(tmp_path: Path, more: str, why: str) -> None:
    (tmp_path / "paper.yml").write_text(f"{PLAIN}{more}\n")
    with pytest.raises(UserError, match=f"paper.yml: .*{why}") as caught:
        outlets(tmp_path)
    assert "\n" not in str(caught.value)


def test_an_outlet_without_a_start_point_is_none(tmp_path: Path) -> None:
    (tmp_path / "paper.yml").write_text(PLAIN.rpartition("feeds")[0])
    with pytest.raises(UserError, match="no start point"):
        outlets(tmp_path)
