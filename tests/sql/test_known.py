import pickle
from pathlib import Path
from uuid import UUID, uuid4

from settings import Settings
from tasks.known import KnownPages, known_pages
from tasks.page import Rejection
from tests.sql.conftest import Ingest
from tests.sql.invented import clash, success

OTHER = "Two gunmen were killed near Mosul."
URL = "https://a.example/1"


def known(settings: Settings, folder: Path) -> KnownPages:
    folder.mkdir(exist_ok=True)
    return known_pages(settings, folder)


def test_without_a_warehouse_no_page_is_known(settings: Settings, tmp_path: Path) -> None:
    none = known(settings, tmp_path)
    assert len(none) == 0
    assert uuid4() not in none


def test_documents_rejections_and_duplicates_are_known(settings: Settings, ingest: Ingest, tmp_path: Path) -> None:
    rejected = uuid4()
    first, copy = success("a.txt"), success("copy.txt")
    ingest([first, copy, Rejection("c.txt", "empty", "", rejected), Rejection("d", "empty")])
    pages = known(settings, tmp_path)
    assert len(pages) == 3
    assert all(page_id in pages for page_id in (first.page.page_id, copy.page.page_id, rejected))
    assert UUID(int=0) not in pages
    assert UUID(int=2**128 - 1) not in pages


def test_many_ids_are_found_in_another_process_too(tmp_path: Path) -> None:
    ids = sorted(uuid4().bytes for _ in range(1000))
    path = tmp_path / "known"
    path.write_bytes(b"".join(ids))
    first = KnownPages(path)
    assert UUID(bytes=ids[0]) in first
    copy = pickle.loads(pickle.dumps(first))
    assert all(UUID(bytes=one) in copy for one in ids)
    assert not any(uuid4() in copy for _ in range(100))


def test_a_file_changed_back_is_new_again(settings: Settings, ingest: Ingest, tmp_path: Path) -> None:
    first, second = success("a.txt"), success("a.txt", OTHER, clash)
    ingest([first])
    ingest([second])
    pages = known(settings, tmp_path)
    assert second.page.page_id in pages
    assert first.page.page_id not in pages


def test_two_copies_of_one_url_in_different_versions_do_not_replace_each_other_for_ever(
    settings: Settings, ingest: Ingest, tmp_path: Path
) -> None:
    old, new = success("old/a.html", url=URL), success("new/a.html", OTHER, clash, url=URL)
    ingest([old])
    ingest([new])
    pages = known(settings, tmp_path)
    assert old.page.page_id in pages
    assert new.page.page_id in pages


def test_a_duplicate_is_known_as_long_as_its_original_stands(
    settings: Settings, ingest: Ingest, tmp_path: Path
) -> None:
    copy = success("copy.txt")
    ingest([success("a.txt"), copy])
    assert copy.page.page_id in known(settings, tmp_path)
    ingest([success("a.txt", OTHER, clash)])
    assert copy.page.page_id not in known(settings, tmp_path)
    assert ingest([copy]).new == 1
