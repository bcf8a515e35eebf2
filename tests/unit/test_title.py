from tasks.imprint import read_imprint
from tasks.markup import parse
from tasks.title import title_of


def title(head: str, body: str = "<p>x</p>", site: str | None = "The Valley Post") -> str | None:
    tree = parse(f"<html><head>{head}</head><body>{body}</body></html>")
    return title_of(tree, read_imprint(tree), site)


def test_a_heading_that_a_witness_repeats() -> None:
    heads = "<h1>The Valley Post</h1><h1>Guards find rockets in the hills</h1><h1>Latest</h1>"
    assert title("<title>Guards find rockets in the hills | Post</title>", heads) == "Guards find rockets in the hills"


def test_a_heading_that_a_witness_cuts_short() -> None:
    tab = "<title>Guards find rockets in the...</title>"
    assert title(tab, "<h1>Guards find rockets in the hills</h1>") == "Guards find rockets in the hills"


def test_the_name_of_the_site_is_no_title() -> None:
    assert (
        title("<title>Guards find rockets - The Valley Post</title>", "<h1>The Valley Post</h1>")
        == "Guards find rockets"
    )
    assert title("<title>Valley Post | Guards find rockets</title>", "") == "Guards find rockets"


def test_a_label_before_the_headline_is_dropped() -> None:
    linked = '<script type="application/ld+json">{"@type": "Article", "headline": "What the valley needs now"}</script>'
    tab = "<title>Opinion | What the valley needs now</title>"
    assert title(linked + tab, "<h1><span>Opinion</span> What the valley needs now</h1>") == "What the valley needs now"


def test_linked_data_stands_in_where_no_heading_agrees() -> None:
    linked = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Guards &amp; rockets"}</script>'
    assert title(linked + "<title>Home</title>") == "Guards & rockets"


def test_a_page_without_any_has_none() -> None:
    assert title("") is None
