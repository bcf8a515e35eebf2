from pathlib import Path

from tests.web.killed import DELAY, harvest_killed

KILLS, PAGES = 5, 25


def test_a_harvest_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    found = harvest_killed(tmp_path, KILLS, PAGES)
    for counts in (found.archived, found.recorded, found.documents):
        assert len(counts) == PAGES
        assert set(counts.values()) == {1}
    assert found.asked <= PAGES + KILLS  # but for the one in flight none is asked for again
    assert min(found.gaps) >= DELAY
