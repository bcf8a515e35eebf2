"""Text pages in the shapes that the web gives them; all texts are invented."""

import pytest

from extraction.document import Document
from tasks.clean import clean
from tasks.furniture import Furniture, survey
from tasks.page import Page, Rejection

TITLE = "Iraq, army units clear three villages south of Daquq"
STANDFIRST = "Army units with air support clear three villages near Daquq. Two militants killed and a tunnel found"
BODY = (
    "Army units have cleared three villages south of Daquq in the province of Kirkuk. The soldiers came upon a cell of "
    "the Islamic State in an orchard and killed two militants in the exchange of fire. A tunnel with food and water "
    "was blown up by the engineers, who also defused seven roadside bombs on the way back to the base."
)
SECOND = "The governor meets the tribes to ask for watchmen in the villages that were cleared this week"
CLOSING = (
    "In the meantime the governor has met the elders of the tribes. He asked them for watchmen who know the paths of "
    "the valley, since the army cannot leave a platoon in every village, and promised radios and fuel for the winter."
)


def page(*lines: str, name: str = "a.txt", **known: str) -> Page:
    return Page(f"pages/{name}", "\n".join(lines).encode(), "text", **known)  # type: ignore[arg-type]


def document(*lines: str, furniture: Furniture | None = None, **known: str) -> Document:
    result = clean(page(*lines, **known), furniture or Furniture.none())
    assert isinstance(result, Document), result
    return result


def test_skip_line_standfirsts_and_back_to_top() -> None:
    found = document("skip to Main Content", "", TITLE, "", STANDFIRST, BODY, SECOND, CLOSING, "Back To Top")
    assert found.title == TITLE
    assert found.text.split("\n\n") == [STANDFIRST, BODY, SECOND, CLOSING]


def test_a_soup_of_keywords_is_dropped() -> None:
    soup = "Anbar, Baghdad, Daquq, Diyala, Erbil, Hawija, Kirkuk, Mosul, Nineveh, Ramadi, Samarra, Tikrit"
    found = document(TITLE, soup, STANDFIRST, BODY)
    assert found.title == TITLE
    assert soup not in found.text
    assert STANDFIRST in found.text


def test_a_long_headline_without_small_words_is_no_soup() -> None:
    headline = "Joint Force Captures Supply Chief, Destroys Arms Cache; Two Fighters Killed Near River Crossing"
    assert document(headline, BODY).title == headline


@pytest.mark.parametrize("mark", ["The patrols go on in the desert and…", "Read more"])
def test_the_teaser_of_another_article_before_the_title_is_dropped(mark: str) -> None:
    other = "Libya, the coast guard stops four boats off Zuwara"
    teaser = "Four boats stopped off Zuwara by the coast guard"
    found = document(other, teaser, mark, TITLE, STANDFIRST, BODY)
    assert other not in found.text


def test_a_headline_that_the_text_does_not_take_up_is_no_title() -> None:
    found = document(
        "Libya, coast guard stops boats off Zuwara", "Smugglers arrested in Zuwara", TITLE, STANDFIRST, BODY
    )
    assert found.title == TITLE
    assert found.text.startswith(STANDFIRST)


def test_photo_credits_are_dropped() -> None:
    inside = BODY.replace(". A tunnel", ". (Photo: Army archive) A tunnel")
    found = document(TITLE, f"{inside} (Photo Credits: Ministry of Defence)", "Photo by Dana Ali")
    assert found.text == BODY


def test_a_report_with_headings_and_bullets_keeps_every_line() -> None:
    lines = [
        "On Jan. 4, aircraft of the coalition conducted five strikes in the two countries.",
        "Syria",
        ". Near Al Shaddadi, two strikes engaged a tactical unit and destroyed a vehicle.",
        "Iraq",
        ". Near Rawah, three strikes destroyed a mortar.",
        "All aircraft returned to base.",
    ]
    found = document(*lines)
    assert found.title is None
    assert found.text.split("\n\n") == lines


def test_line_separators_break_lines_and_a_dateline_is_no_title() -> None:
    found = document(f"KABUL, Afghanistan (Feb. 3, 2012)\u2028{BODY}\u2029{CLOSING}")
    assert found.title is None
    assert found.text.split("\n\n") == ["KABUL, Afghanistan (Feb. 3, 2012)", BODY, CLOSING]


def test_the_title_of_the_record_comes_first_and_is_not_repeated() -> None:
    assert document(TITLE, BODY, title=TITLE).text == BODY
    found = document(BODY, title="A title of its own")
    assert (found.title, found.text) == ("A title of its own", BODY)


def dump(title: str, *body: str) -> list[str]:
    menu = ["Home", "World", "Middle East", "Opinion", "Sport", "Weather", "Login", "Contact the desk", "Radio"]
    footer = ["Terms of Use", "Imprint", "Jobs", "Our radio stations", "Apps", "Shop", "Press office"]
    return [
        f"{title} | The Valley Post",
        *menu,
        title,
        "By Dana Ali",
        *body,
        "You might like",
        "Ten walks by a river",
        *footer,
    ]


def test_a_dump_of_a_page_keeps_the_article() -> None:
    found = document(*dump(TITLE, BODY, CLOSING))
    assert found.title == TITLE
    assert found.text.split("\n\n") == [BODY, CLOSING]


def test_lines_that_articles_of_a_site_repeat_are_furniture() -> None:
    plea = "The Valley Post is a paper of its readers, and lives on what they are willing to give for it every month."
    first = page(*dump(TITLE, BODY, plea), name="a.txt")
    second = page(*dump("Snow closes the pass road", CLOSING, plea), name="b.txt")
    found = clean(first, survey([first, second]))
    assert isinstance(found, Document)
    assert found.text == BODY


def test_a_reprint_is_no_furniture() -> None:
    first, second = page(TITLE, STANDFIRST, BODY, CLOSING, name="a.txt"), page(TITLE, BODY, CLOSING, name="b.txt")
    furniture = survey([first, second])
    for each in (first, second):
        found = clean(each, furniture)
        assert isinstance(found, Document)
        assert found.title == TITLE
        assert found.text.endswith(f"{BODY}\n\n{CLOSING}")


def test_a_listing_of_teasers_is_rejected() -> None:
    items = [
        line
        for place in ("Daquq", "Makhmour", "Rutba", "Samarra")
        for line in (f"Iraq, army units search villages near {place}", f"Army units search villages near {place}")
    ]
    result = clean(page("skip to Main Content", "Tag: army", *items, "Back To Top"), Furniture.none())
    assert isinstance(result, Rejection)
    assert result.reason == "listing page"


def test_nothing_but_furniture_is_no_article() -> None:
    result = clean(page("skip to main content", "Menu", "Back to top"), Furniture.none())
    assert isinstance(result, Rejection)
    assert result.reason == "no article text"


def test_the_id_follows_place_and_text() -> None:
    same, other = document(TITLE, BODY), document(TITLE, CLOSING)
    assert same == document(TITLE, BODY)
    assert same.document_id != other.document_id
