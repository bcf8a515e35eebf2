"""The answers to the invented articles are sound: their anchors stand in the texts, their terms are the codebook's."""

import json
import re
import unicodedata
from typing import Any, get_args

import pytest

from extraction.codebook import kinds
from extraction.events.event import Scope, Status
from tests.answers import answers
from tests.eval.score import HERE

GOLD: list[dict[str, Any]] = [
    document
    for file in ("invented/gold.yaml", "second/learned.yaml", "second/unseen.yaml")
    for document in answers(HERE / file)
]
TEXTS = {path.stem: path.read_text() for path in [*HERE.glob("invented/*.txt"), *HERE.glob("second/*.txt")]}
DATED = {page["url"]: page for page in map(json.loads, (HERE / "invented/dated.jsonl").read_text().splitlines())}


def test_every_article_has_its_answers() -> None:
    told = [document.get("url", document["id"]) for document in GOLD]
    assert sorted(told) == sorted([*DATED, *TEXTS])


@pytest.mark.parametrize("document", GOLD, ids=lambda document: document["id"])
def test_answers_are_sound(document: dict[str, Any]) -> None:
    text = _squash(_text(document))
    ids = [event["id"] for event in document["events"]]
    assert len(ids) == len(set(ids))
    for event in document["events"]:
        assert [anchor for anchor in event["evidence"] if _squash(anchor) not in text] == []
        assert set(event["kind"]) <= set(kinds())
        assert set(event["status"]) <= set(get_args(Status))
        assert set(_listed(event["scope"])) <= set(get_args(Scope))
        assert event.get("part_of", ids[0]) in ids


def _text(document: dict[str, Any]) -> str:
    if "url" not in document:
        return TEXTS[document["id"]]
    page = DATED[document["url"]]
    assert page["published_at"] == document["published_at"]
    return f"{page['title']}\n{page['text']}"


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _squash(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).casefold()
