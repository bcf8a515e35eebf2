from collections import Counter
from itertools import pairwise
from pathlib import Path

from tests.web.killed import DELAY, harvest_killed

KILLS, PAGES = 6, 40


def test_a_harvest_that_is_killed_again_and_again_loses_nothing_and_doubles_nothing(tmp_path: Path) -> None:
    kept, log = harvest_killed(tmp_path, KILLS, PAGES)
    assert len(kept) == PAGES
    assert set(kept.values()) == {1}
    asked = Counter(path for _, path in log if path.startswith("/news/"))
    assert sum(asked.values()) <= PAGES + KILLS  # but for the one in flight none is asked for again
    assert all(later - earlier >= DELAY for (earlier, _), (later, _) in pairwise(log))
