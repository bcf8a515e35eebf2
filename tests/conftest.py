"""What tests of more than one folder share."""

from collections.abc import Iterator

import pytest

from extraction.places.gazetteer import use
from tests.here import Here


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Ingests and replays work in this process: starting workers takes seconds each time."""
    for caller in ("tasks.ingest", "tasks.replay"):
        monkeypatch.setattr(f"{caller}.Pool", Here)
    yield
    use(None)
