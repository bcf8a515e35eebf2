from pathlib import Path

from tests.sql.killed import STEPS, killed


def test_what_is_killed_again_and_again_loses_nothing_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    found = killed(tmp_path, len(STEPS))
    assert set(found.kills) == set(STEPS)
    assert found.broken == []
    assert found.acknowledged
    assert found.acknowledged <= found.there
    assert found.left_over == []
