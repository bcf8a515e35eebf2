"""Pages made to hang a cleaner end as a rejection or a document, without a word on the terminal."""

import subprocess
import sys

import pytest

from extraction.document import Document
from tasks.clean import clean
from tasks.furniture import Furniture, survey
from tasks.page import Page, Rejection

SENTENCE = "The guards of the town were at the bridge on Monday and saw nothing of the boats. "


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<html><body>" + "<div>" * 100_000 + SENTENCE, "too deep"),
        ("<p>" * 1_000_000, "too large"),
        ("<p " + "a " * 200_000 + ">" + SENTENCE, "too large"),
        ("<p>" + "x" * 10_000_001, "too large"),
        ("<html></html>", "no article text"),
        ("<!-- nothing -->", "no article text"),
    ],
)
def test_hostile_html_is_refused_before_it_is_parsed(content: str, reason: str) -> None:
    result = clean(Page("a.html", content.encode(), "html"), Furniture.none())
    assert isinstance(result, Rejection)
    assert result.reason == reason


@pytest.mark.parametrize(
    "content", [SENTENCE * 50_000, (SENTENCE + "\n") * 20_000, "menu\nand a line of five words\n" * 20_000 + SENTENCE]
)
def test_long_texts_are_read(content: str) -> None:
    page = Page("a.txt", content.encode(), "text")
    result = clean(page, survey([page]))
    assert isinstance(result, Document)
    assert SENTENCE.strip() in result.text


def test_nothing_is_printed_and_trafilatura_is_loaded_late() -> None:
    code = (
        "import sys\nfrom tasks.clean import clean\n"
        "from tasks.furniture import Furniture\nfrom tasks.page import Page\n"
        "assert 'trafilatura' not in sys.modules\n"
        "for html in (b'<p>x', b'{}', b'<html><body><article>' + b'<table><td>' * 90):\n"
        "    clean(Page('a', html, 'html'), Furniture.none())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
