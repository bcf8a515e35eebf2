"""Main text: the container alone gives what the whole page gives, and a page without a good one is read whole."""

from typing import Any

import pytest
from lxml.html import HtmlElement

from tasks import main_text
from tasks.main_text import fast_text
from tasks.markup import parse

SENTENCE = "The patrol found a store of mines under the floor of a barn by the river, the governor said on Friday."
CARD = '<div class="card"><h3><a href="/n">Another story</a></h3><p>The market opens again after the winter.</p></div>'


def page(article: str) -> HtmlElement:
    return parse(
        f"<html><body><nav><a href='/'>Home</a></nav><div class='wrap'>{article}</div>"
        f"<aside>{CARD * 9}</aside><section class='more'>{CARD * 9}</section></body></html>"
    )


def paragraphs(count: int) -> str:
    return "".join(f"<p>{number}. {SENTENCE}</p>" for number in range(count))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of elements of each tree that trafilatura is asked about."""
    sizes: list[int] = []
    ask = main_text._ask

    def told(tree: HtmlElement, options: Any) -> Any:
        sizes.append(len(list(tree.iter())))
        return ask(tree, options)

    monkeypatch.setattr(main_text, "_ask", told)
    return sizes


@pytest.mark.parametrize(
    "article",
    [
        f'<div class="entry-content">{paragraphs(40)}</div>',
        f"<article><h1>Mines by the river</h1>{paragraphs(12)}<ul><li>{SENTENCE}</li></ul></article>",
    ],
    ids=["long", "a good part of the page"],
)
def test_container_alone_gives_the_same(article: str, asked: list[int]) -> None:
    tree = page(article)
    found = fast_text(tree)
    (size,) = asked
    assert size < len(list(tree.iter())) / 1.5
    assert found == main_text._paragraphs(main_text._ask(tree, main_text._FAST))
    assert len(found) >= 12


@pytest.mark.parametrize(
    "article",
    [
        f'<div class="story-wrap">{paragraphs(12)}</div>',
        f'<article>{paragraphs(2)}</article><div class="rest">{paragraphs(20)}</div>',
        f"<aside><article>{paragraphs(12)}</article></aside>{paragraphs(12)}",
    ],
    ids=["no container", "container with little in it", "container that is furniture"],
)
def test_whole_page_is_read_where_the_container_tells_too_little(article: str, asked: list[int]) -> None:
    tree = page(article)
    found = fast_text(tree)
    assert asked[-1] == len(list(tree.iter()))
    assert len(found) >= 12


def test_tree_is_left_as_it_is() -> None:
    tree = page(f"<article>{paragraphs(12)}</article>")
    before = [element.tag for element in tree.iter()]
    fast_text(tree)
    assert [element.tag for element in tree.iter()] == before
