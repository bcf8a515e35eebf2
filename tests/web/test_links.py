import gzip
from datetime import UTC, datetime

import pytest

from tasks.web.links import ListError, normal, of_feed, of_section, of_sitemap

BASE = "https://paper.example/"
RSS = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>
<item><link>https://paper.example/a?utm_source=feed#top</link><pubDate>Mon, 02 Mar 2020 10:00:00 +0200</pubDate></item>
<item><link>https://paper.example/a</link></item><item><title>no link</title></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><link href="/b"/>
<updated>2020-03-02T08:00:00Z</updated></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>t</title></channel><item><link>https://paper.example/c</link></item></rdf:RDF>"""
JSON = (
    b'{"version": "https://jsonfeed.org/version/1", "items": [{"url": "/d", "date_published": "2020-03-02T08:00:00Z"}]}'
)
LAUGHS = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<urlset><url><loc>https://paper.example/&b;</loc></url></urlset>"""
MOMENT = datetime(2020, 3, 2, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("/a/../b?utm_medium=x&id=3#top", "https://paper.example/b?id=3"),
        ("https://PAPER.example:443/a/amp", "https://paper.example/a"),
        ("https://paper.example/amp/a", "https://paper.example/a"),
        ("https://paper.example/a/?share=twitter", "https://paper.example/a/"),
        ("https://paper.example/a?page=2", "https://paper.example/a?page=2"),
        ("https://paper.example/camp", "https://paper.example/camp"),
        ("mailto:desk@paper.example", None),
        ("javascript:void(0)", None),
    ],
)
def test_a_page_has_one_address(given: str, kept: str | None) -> None:
    assert normal(given, BASE) == kept


@pytest.mark.parametrize(
    ("feed", "path", "at"), [(RSS, "a", MOMENT), (ATOM, "b", MOMENT), (RDF, "c", None), (JSON, "d", MOMENT)]
)
def test_feeds_of_every_kind_give_each_link_once(feed: bytes, path: str, at: datetime | None) -> None:
    assert [(link.url, link.at) for link in of_feed(feed, BASE)] == [(f"{BASE}{path}", at)]


@pytest.mark.parametrize(
    "content", [b"", b"<html><body>not a feed</body></html>", b'{"items": 3}', b"{", LAUGHS, b"\xff\x00"]
)
def test_what_is_no_feed_is_said_to_be_none(content: bytes) -> None:
    with pytest.raises(ListError):
        of_feed(content, BASE)


def test_a_sitemap_gives_pages_and_further_sitemaps() -> None:
    index = b"<sitemapindex><sitemap><loc>https://paper.example/s.xml.gz</loc></sitemap></sitemapindex>"
    pages = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc> https://paper.example/a </loc>
<n:news><n:publication_date>2020-03-02T08:00:00Z</n:publication_date></n:news></url>
<url><loc>https://paper.example/b</loc></url></urlset>"""
    assert [link.url for link in of_sitemap(index, BASE)[1]] == ["https://paper.example/s.xml.gz"]
    found, further = of_sitemap(gzip.compress(pages), BASE)
    assert [(link.url, link.at) for link in found] == [(f"{BASE}a", MOMENT), (f"{BASE}b", None)]
    assert further == []
    assert [link.url for link in of_sitemap(b"https://paper.example/a\nhttps://paper.example/b\n", BASE)[0]] == [
        f"{BASE}a",
        f"{BASE}b",
    ]


@pytest.mark.parametrize(
    "content", [LAUGHS, b"<html><body><p>x</body></html>", b"<urlset><url>", gzip.compress(b"<a>", mtime=0)[:-9]]
)
def test_a_sitemap_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(ListError):
        of_sitemap(content, BASE)


def test_a_sitemap_that_swells_is_refused() -> None:
    with pytest.raises(ListError, match="more than"):
        of_sitemap(gzip.compress(b"<urlset>" + b" " * 60_000_000), BASE)


def test_a_section_gives_the_links_of_its_own_host() -> None:
    page = b"<a href='/a'>A</a><a href='https://else.example/b'>B</a><a href='/a#c'>A</a><a name=x>none</a>"
    assert [link.url for link in of_section(page, BASE)] == ["https://paper.example/a"]
