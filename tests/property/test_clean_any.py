"""Whatever comes in ends as a document or as a rejection with a reason."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extraction.document import Document
from tasks.clean import clean
from tasks.furniture import Furniture, survey
from tasks.page import Page, Rejection

PIECES = (
    [
        "<p>",
        "</p>",
        "</div>",
        "<h1>",
        "<a href=x>",
        "<!--",
        "-->",
        "<table><td>",
        "<time datetime=2020>",
        "\x00",
        "&#0;",
    ],
    ["<script type='application/ld+json'>", "{}", "[{", "</script>", "<meta property=og:title content=a>"],
    ["<link rel=canonical href='http://['>", "é", "\u2028", "The guards of the town were there on Monday. "],
)
MARKUP = st.lists(st.sampled_from([piece for line in PIECES for piece in line])).map("".join)


@settings(max_examples=60, deadline=None)
@given(st.one_of(MARKUP.map(str.encode), st.binary(max_size=200)), st.sampled_from(["html", "text"]))
def test_any_content_ends_somewhere(content: bytes, form: str) -> None:
    page = Page("a", content, form)  # type: ignore[arg-type]
    result = clean(page, survey([page]))
    assert isinstance(result, Document | Rejection)
    if isinstance(result, Document):
        assert result.text.strip()
        assert result == clean(page, Furniture.none())
