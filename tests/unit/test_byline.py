"""Dates of text pages: what a byline says, and what is no byline."""

from datetime import UTC, datetime

import pytest

from extraction.document import Document
from tasks.clean import clean
from tasks.furniture import Furniture
from tasks.page import Page

TITLE = "Guards find rockets in the hills"
BODY = (
    "Border guards of the province found a store of forty rockets in the hills above the town, and arrested three men "
    "who slept in a hut beside it, the command of the guards said. The search of the hills for more of them goes on."
)
LOOKED_AT = datetime(2025, 6, 1, tzinfo=UTC)


def dated(*lines: str) -> tuple[str, str] | None:
    page = Page("a.txt", "\n".join(lines).encode(), "text", fetched_at=LOOKED_AT)
    found = clean(page, Furniture.none())
    assert isinstance(found, Document), found
    if found.published_at is None:
        return None
    return f"{found.published_at:%Y-%m-%d %H:%M}", found.published_precision


@pytest.mark.parametrize(
    ("byline", "at", "precision"),
    [
        ("By Dana Ali, 3 February 2025", "2025-02-03 00:00", "day"),
        ("By DANA ALI | February 3, 2025", "2025-02-03 00:00", "day"),
        ("By Dana Ali and Omar Sadiq, 2025-02-03", "2025-02-03 00:00", "day"),
        ("Published: 3 Feb 2025 10:15", "2025-02-03 10:15", "day"),
        ("Published on 2025-02-03 10:15 UTC", "2025-02-03 10:15", "second"),
        ("Posted Feb. 3, 2025 at 10:15 pm", "2025-02-03 22:15", "day"),
        ("Last updated 3rd February 2025", "2025-02-03 00:00", "day"),
        ("Updated: Monday, February 3, 2025", "2025-02-03 00:00", "day"),
        ("Date: 3/2/2025", None, ""),
        ("Date: 23/2/2025", "2025-02-23 00:00", "day"),
        ("Monday, 3 February 2025", "2025-02-03 00:00", "day"),
        ("3 Feb 2025 10:15 GMT", "2025-02-03 10:15", "second"),
        ("By Dana Ali", None, ""),
        ("By the river, Monday", None, ""),
        ("Published: 3 February 2095", None, ""),
        ("Published: 31 February 2025", None, ""),
    ],
)
def test_line_under_the_title(byline: str, at: str | None, precision: str) -> None:
    assert dated(TITLE, byline, BODY) == (at and (at, precision))


def test_published_comes_before_updated() -> None:
    assert dated(TITLE, "Last updated 5 February 2025", "Published 3 February 2025", BODY) == (
        "2025-02-03 00:00",
        "day",
    )


def test_byline_may_stand_under_the_standfirst_or_above_the_title() -> None:
    standfirst = "The province had asked its guards for months to look into the huts above the town."
    assert dated(TITLE, standfirst, "By Dana Ali, 3 February 2025", BODY) == ("2025-02-03 00:00", "day")
    assert dated("Published 3 February 2025", TITLE, BODY) == ("2025-02-03 00:00", "day")


@pytest.mark.parametrize(
    "lines",
    [
        ("Sunday, 1 June 2025", TITLE, BODY),
        (TITLE, BODY, "The guards found a first store on 3 February 2025."),
        (TITLE, "By 3 February 2025 the guards had looked into all of the huts that stand in the hills.", BODY),
        (TITLE, BODY, *["The guards said that they will go on with it."] * 9, "Published 3 February 2025"),
    ],
    ids=["day of looking", "event", "sentence", "another article"],
)
def test_what_is_no_byline(lines: tuple[str, ...]) -> None:
    assert dated(*lines) is None


def test_what_the_carrier_says_comes_first() -> None:
    content = "\n".join((TITLE, "By Dana Ali, 3 February 2025", BODY)).encode()
    found = clean(Page("a.txt", content, "text", published_at=datetime(2025, 2, 4, tzinfo=UTC)), Furniture.none())
    assert isinstance(found, Document)
    assert found.published_at == datetime(2025, 2, 4, tzinfo=UTC)
