from pathlib import Path

from tests.sql.together import READERS, STEP, WRITERS, together

LOADS = 2


def test_readers_see_whole_loads_while_writers_write(tmp_path: Path) -> None:
    written, seen, there = together(tmp_path, seconds=0, least=LOADS)
    assert [told.errors for told in (*written, *seen)] == [[]] * (WRITERS + READERS)
    assert there == {-1, *(writer * STEP + number for writer in range(WRITERS) for number in range(LOADS))}
    assert all(told.reads > 0 for told in seen)
