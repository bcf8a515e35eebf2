"""Quality floors of cleaning on real pages with hand-made truth, scored as the evaluation's own scorer does."""

import json
import lzma
import re
import tarfile
import unicodedata
from collections import Counter
from pathlib import Path
from statistics import mean
from typing import Any

import pytest

from extraction.document import Document
from tasks.clean import clean
from tasks.furniture import survey
from tasks.page import Format, Page

SHARED = Path(__file__).parents[3] / "shared" / "eval"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the evaluation pages (../shared) are absent")


def tokens(text: str | None) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text or "").lower())


def shingles(words: list[str]) -> Counter[Any]:
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3))) if words else Counter()


def f1(got: Counter[Any], gold: Counter[Any]) -> float:
    return 2 * sum((got & gold).values()) / max(1, sum(got.values()) + sum(gold.values()))


def scores(folder: str, archive: str, suffix: str, form: Format) -> dict[str, float]:
    truth = [json.loads(line) for line in (SHARED / folder / "truth.jsonl").read_text("utf-8").split("\n") if line]
    with lzma.open(SHARED / folder / archive) as raw, tarfile.open(fileobj=raw) as tar:
        content = {Path(m.name).stem: f.read() for m in tar if m.isfile() and (f := tar.extractfile(m))}
    pages = [Page(f"{folder}/{record['id']}{suffix}", content[record["id"]], form) for record in truth]
    furniture = survey(pages)
    rows: dict[str, list[float]] = {"bag": [], "shingles": [], "title": [], "date": []}
    for record, page in zip(truth, pages, strict=True):
        if record["language"] == "en":
            result = clean(page, furniture)
            found = result if isinstance(result, Document) else None
            words, gold = tokens(found.text if found else ""), tokens(record["body"])
            rows["bag"].append(f1(Counter(words), Counter(gold)))
            rows["shingles"].append(f1(shingles(words), shingles(gold)))
            if record["title"]:
                rows["title"].append(tokens(found.title if found else "") == tokens(record["title"]))
            if record["published"]:
                rows["date"].append(str(found.published_at if found else "")[:10] == record["published"][:10])
    return {name: mean(values) for name, values in rows.items() if values}


def test_html_pages() -> None:
    found = scores("pages", "html.tar.xz", ".html", "html")
    assert found["bag"] >= 0.968
    assert found["title"] >= 0.92
    assert found["date"] >= 0.975


def test_text_dumps() -> None:
    assert scores("textpages", "txt.tar.xz", ".txt", "text")["shingles"] >= 0.88
