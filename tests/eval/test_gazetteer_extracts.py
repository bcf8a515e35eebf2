"""Real dumps in GeoNames' form: small villages that no embedded gazetteer knows are found once they are imported."""

import tarfile
from pathlib import Path
from uuid import UUID

import pytest

from extraction.document import Document
from extraction.places.gazetteer import embedded, use
from extraction.read import read
from settings import Settings
from tasks.gazetteer import gazetteer
from tasks.gazetteer_import import import_places
from tests.eval.score import SHARED

EXTRACTS = SHARED / "gazetteer" / "geonames_extracts.tar.xz"
pytestmark = pytest.mark.skipif(not EXTRACTS.is_file(), reason="the extracts of GeoNames (../shared) are absent")
COUNTRY, UNIT = "Mali", "Gao"
VILLAGES = 40


def read_places(text: str) -> list[int | None]:
    """Return the GeoNames ids of the places that a text names."""
    nobody = UUID(int=0)
    document = Document(
        document_id=nobody, page_id=nobody, source_uri="x", text=text, text_digest="", cleaned_by="test"
    )
    return [m.place.geoname_id for m in read(document).mentions if m.place is not None]


def test_villages_of_a_real_dump_are_found_where_the_text_tells_them(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("ML.txt", "admin1CodesASCII.txt", "admin2Codes.txt")]
    with tarfile.open(EXTRACTS) as tar:
        for file in files:
            tar.extract(file.name, tmp_path, filter="data")
    settings = Settings(data_dir=tmp_path / "data")
    import_places(files, settings)
    rows = [line.split("\t") for line in files[0].read_text("utf-8").splitlines()]
    unknown = [
        row for row in rows if row[6] == "P" and row[10] == "09" and row[1].isalpha() and not embedded().find(row[1])
    ]
    found = unknown[:: max(1, len(unknown) // VILLAGES)][:VILLAGES]
    assert len(found) == VILLAGES
    try:
        use(gazetteer(settings).open())
        hits = [
            int(row[0]) in read_places(f"Two men were killed in the village of {row[1]}, {UNIT} region, {COUNTRY}.")
            for row in found
        ]
    finally:
        use(None)
    assert sum(hits) >= 0.9 * VILLAGES
