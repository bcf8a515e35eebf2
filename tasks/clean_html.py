"""Clean HTML: text, title, date and metadata of an HTML page, all from one parse."""

from datetime import UTC, datetime
from importlib.metadata import version

from tasks.body import body_of
from tasks.draft import Draft, RefusedError
from tasks.furniture import is_furniture, without_glue
from tasks.headline import is_soup, words_of
from tasks.imprint import canonical_url, declared_language, read_imprint
from tasks.listing import lists_html
from tasks.markup import drop_apart, parse
from tasks.page import Page
from tasks.published import published_of
from tasks.title import title_of

_CLEANER = f"html/trafilatura-{version('trafilatura')}"


def clean_html(page: Page, html: str) -> Draft:
    """Return what an HTML page says, paragraphs in the order of the page.

    Raises:
        RefusedError: the page cannot be parsed safely, or is a listing.
    """
    tree = parse(html)
    imprint = read_imprint(tree)
    site = page.site or imprint.site()
    canonical = canonical_url(tree, imprint, page.url)
    urls = [url for url in (page.url, canonical) if url]
    title = page.title or title_of(tree, imprint, site)
    published = published_of(tree, imprint, urls, page.fetched_at or datetime.now(UTC))
    language = declared_language(tree, imprint)
    drop_apart(tree)
    paragraphs = _article(body_of(tree, html), title)
    if lists_html(tree, imprint, urls, paragraphs):
        raise RefusedError("listing page", "teasers of articles, no article of its own")
    return Draft(
        tuple(paragraphs), _CLEANER, title, imprint.author(), site, canonical, published, page.language or language
    )


def _article(paragraphs: list[str], title: str | None) -> list[str]:
    """Return the paragraphs without furniture, and without the title at their head."""
    kept = [text for text in map(without_glue, paragraphs) if not is_furniture(text) and not is_soup(text)]
    while kept and title and words_of(kept[0]) == words_of(title):
        kept = kept[1:]
    return kept
