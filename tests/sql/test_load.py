from tests.sql.conftest import Ingest, Query
from tests.sql.invented import success


def test_a_page_becomes_a_document_with_its_facts(ingest: Ingest, query: Query) -> None:
    loaded = ingest([success()])
    assert (loaded.pages, loaded.new, loaded.changed, loaded.unchanged) == (1, 1, 0, 0)
    assert loaded.new_events == {"arrest": 1}
    assert query("select kind, status, date_start::varchar from events") == [("arrest", "occurred", "2019-11-04")]
