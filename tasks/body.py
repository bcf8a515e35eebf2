"""Body: the main text of an HTML page, by trafilatura in its fast mode with a cheap second opinion on the length."""

from lxml.html import HtmlElement

from tasks.main_text import fast_text, thorough_text

_NEAR, _ROUGHLY, _CLOSELY = (0.7, 1.3), (0.6, 1.4), (0.8, 1.25)
"""Ratios of two counts of words that agree, for three questions; in between, quality and speed hardly change."""
_WORTHWHILE = 100
_PROSE = 12


def body_of(tree: HtmlElement, html: str) -> list[str]:
    """Return the paragraphs of the main text in their order, possibly none. List items are paragraphs of their own.

    `tree` is left as it is. The fast mode misses or floods some pages. Where its length agrees neither with the
    page's own prose nor with resiliparse's main content, the slower default mode decides. Where that finds far less
    than resiliparse and the page's prose agree on, the article is cut up into several containers, and resiliparse's
    text stands.
    """
    fast = fast_text(tree)
    found, prose = _count(fast), _prose_words(tree)
    if found >= _WORTHWHILE and _agree(found, prose, _NEAR):
        return fast
    opinion = _second_opinion(html)
    expected = _count(opinion)
    if expected < _WORTHWHILE <= found or _agree(found, expected, _ROUGHLY):
        return fast
    thorough = thorough_text(tree)
    if _count(thorough) < _ROUGHLY[0] * expected and _agree(prose, expected, _CLOSELY):
        return opinion
    return thorough


def _second_opinion(html: str) -> list[str]:
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(html, main_content=True, list_bullets=False, alt_texts=False, comments=False)
    return [" ".join(one.split()) for one in text.split("\n") if one.strip()]


def _count(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _prose_words(tree: HtmlElement) -> int:
    """Return the number of words in the paragraphs (p) that are long enough to be prose."""
    counts = (len(element.text_content().split()) for element in tree.iter("p"))
    return sum(count for count in counts if count >= _PROSE)


def _agree(one: int, other: int, bounds: tuple[float, float]) -> bool:
    return bounds[0] * other <= one <= bounds[1] * other
