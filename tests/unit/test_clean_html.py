"""HTML pages: text, title, date, metadata and refusals, on invented pages."""

from datetime import UTC, datetime

import pytest

from extraction.document import Document
from tasks.clean import clean
from tasks.furniture import Furniture
from tasks.markup import MAX_ATTRIBUTES, MAX_ELEMENTS
from tasks.page import Page, Rejection

PROSE = [
    "Border guards of the province found a store of rockets in the hills above the town on Sunday morning.",
    "The store held forty rockets, two mortars and a box of fuses, the command of the guards said in a statement.",
    "Three men who slept in a hut beside it were arrested and were taken to the provincial capital for questioning.",
    "The guards said that the search of the hills goes on, and that shepherds have been asked to stay in the valley.",
]
TITLE = "Guards find rockets in the hills"
ITALIAN = "<p>" + "Le guardie di frontiera hanno trovato un deposito di razzi nelle colline. " * 9
HEAD = """<meta property="og:title" content="Guards find rockets in the hills - The Valley Post">
<meta property="og:site_name" content="The Valley Post"><link rel="canonical" href="/2020/02/09/rockets.html">"""
LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",
"headline": "Guards find rockets in the hills", "datePublished": "2020-02-09T22:30:00+03:00",
"author": [{"@type": "Person", "name": "Dana Ali"}]}]}</script>"""


def html(head: str = HEAD + LINKED, body: str = "", title: str = TITLE, lang: str = "en") -> str:
    text = body or "".join(f"<p>{line}</p>" for line in PROSE)
    return f"""<!doctype html><html lang="{lang}"><head><title>{title} | The Valley Post</title>{head}</head><body>
    <nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
    <main><article><h1>{title}</h1>{text}</article></main><footer><p>All rights reserved</p></footer></body></html>"""


def cleaned(content: str, url: str | None = "https://valley.example/2020/02/09/rockets.html") -> Document | Rejection:
    return clean(Page("pages/a.html", content.encode(), "html", url=url), Furniture.none())


def document(content: str, url: str | None = "https://valley.example/2020/02/09/rockets.html") -> Document:
    found = cleaned(content, url)
    assert isinstance(found, Document), found
    return found


def test_text_and_metadata() -> None:
    found = document(html())
    assert found.text.split("\n\n") == PROSE
    assert found.title == "Guards find rockets in the hills"
    assert found.author == "Dana Ali"
    assert found.site == "The Valley Post"
    assert found.canonical_url == "https://valley.example/2020/02/09/rockets.html"
    assert (found.published_at, found.published_precision) == (datetime(2020, 2, 9, 19, 30, tzinfo=UTC), "second")
    assert found.language == "en"


def test_list_items_are_paragraphs() -> None:
    items = (
        "<ul><li>Near the dam, two mortars were found by a patrol.</li><li>Near the ford, a rocket was found.</li></ul>"
    )
    found = document(html(body="".join(f"<p>{line}</p>" for line in PROSE[:2]) + items + f"<p>{PROSE[2]}</p>"))
    assert "Near the dam, two mortars were found by a patrol." in found.text.split("\n\n")


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        (
            '<meta name="pubdate" content="2020-02-09">',
            None,
            (datetime(2020, 2, 9, tzinfo=UTC), "day"),
        ),
        ("", "https://valley.example/2020/02/09/a.html", (datetime(2020, 2, 9, tzinfo=UTC), "day")),
        ("", "https://valley.example/2020/02/a.html", (datetime(2020, 2, 1, tzinfo=UTC), "month")),
        ('<meta property="article:published_time" content="soon">', None, (None, "unknown")),
        ('<meta property="article:published_time" content="2999-01-01">', None, (None, "unknown")),
    ],
)
def test_dates_are_as_precise_as_their_evidence(head: str, url: str | None, expected: object) -> None:
    found = document(html(head), url)
    assert (found.published_at, found.published_precision) == expected


def test_a_time_element_dates_the_page() -> None:
    body = '<time datetime="2020-02-09T08:00:00Z">Sunday</time>' + "".join(f"<p>{line}</p>" for line in PROSE)
    assert document(html("", body), None).published_at == datetime(2020, 2, 9, 8, tzinfo=UTC)


@pytest.mark.parametrize("depth", [300, 1900])
def test_deep_nesting_is_read(depth: int) -> None:
    text = "".join(f"<p>{line}</p>" for line in PROSE)
    assert PROSE[0] in document(html(body="<div>" * depth + text + "</div>" * depth)).text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (html(body="<div>" * 100_000), "too deep"),
        (html(body="<p>a</p>" * (MAX_ELEMENTS + 1)), "too large"),
        (html(body="<p " + " ".join(f'a{i}="1"' for i in range(MAX_ATTRIBUTES + 1)) + ">text</p>"), "too large"),
        (html(body="<p>Menu</p>"), "no article text"),
        (html(lang="it", body=ITALIAN), "language not supported"),
    ],
)
def test_refusals_name_their_reason(content: str, reason: str) -> None:
    found = cleaned(content)
    assert isinstance(found, Rejection)
    assert found.reason == reason


def test_a_tag_page_is_a_listing() -> None:
    teasers = "".join(
        f'<div><h2><a href="/{i}">Guards search the hills above town {i}</a></h2>'
        f"<p>Guards of the province have searched the hills above the town number {i} and they found …</p></div>"
        for i in range(8)
    )
    head = '<script type="application/ld+json">{"@type": "CollectionPage"}</script>'
    found = cleaned(html(head, teasers, title="Tag: guards"), "https://valley.example/tag/guards/")
    assert isinstance(found, Rejection)
    assert found.reason == "listing page"


def test_a_wrong_declaration_of_language_is_only_a_hint() -> None:
    assert document(html(lang="ar")).language == "en"


def test_text_that_styles_take_for_tags_is_no_reason_to_refuse() -> None:
    style = "<style>" + "nav > a { color: red } " * 2_000 + "</style>"
    assert document(html(HEAD + LINKED + style)).text.startswith(PROSE[0])


@pytest.mark.parametrize("before", [0, 3_900, 4_100, 9_000])
def test_tag_with_too_many_attributes_is_found_wherever_it_stands(before: int) -> None:
    attributes = " ".join(f"a{i}" for i in range(MAX_ATTRIBUTES + 1))
    found = cleaned(html(body=f"<p>{'x' * before}</p><b>b</b><p {attributes}>text</p><p>{PROSE[0]}</p>"))
    assert isinstance(found, Rejection)
    assert found.reason == "too large"
