"""The rule book of dates: a text with one date in brackets, and its reading on Friday, 25 January 2013."""

from datetime import UTC, date, datetime

import pytest

from extraction.dates.dateline import anchor, dateline
from extraction.dates.period import Anchor
from extraction.dates.when import dates
from extraction.lexicon import load
from extraction.mentions.mention import DatePrecision, Mention, When
from extraction.sentences.split import split

ANCHOR = Anchor(date(2013, 1, 25), "published")
DATES = load("dates")

# text, first day, last day (the same where left out), precision
ABSOLUTE = [
    ("died [4 February 2015]", "2015-02-04", "", "day"),
    ("On [Feb. 4, 2015], he left", "2015-02-04", "", "day"),
    ("On the [4th of February, 2015] he left", "2015-02-04", "", "day"),
    ("On [2013-01-24] he left", "2013-01-24", "", "day"),
    ("On [24/01/2013] he left", "2013-01-24", "", "day"),
    ("On [Monday, Dec. 26, 2016], he left", "2016-12-26", "", "day"),
    ("From [11-13 Dec. 2016] they fought", "2016-12-11", "2016-12-13", "day"),
    ("between [3 and 5 March 2012] they fought", "2012-03-03", "2012-03-05", "day"),
    ("in [May 2006] he left", "2006-05-01", "2006-05-31", "month"),
    ("in [early May 2006] he left", "2006-05-01", "2006-05-31", "month"),
    ("in [2012] he left", "2012-01-01", "2012-12-31", "year"),
    ("mid-[2012] he left", "2012-01-01", "2012-12-31", "year"),
    ("the war of [2003-11] ended", "2003-01-01", "2011-12-31", "year"),
]
RELATIVE = [
    # no year: the latest such day, or one a few days ahead
    ("On [June 25] he left", "2012-06-25", "", "day"),
    ("On [Jan. 28] he will leave", "2013-01-28", "", "day"),
    ("On [Dec. 6th] he left", "2012-12-06", "", "day"),
    ("his [Dec.14th] speech", "2012-12-14", "", "day"),
    ("On [29 February] he left", "2012-02-29", "", "day"),
    ("between [11-13 Dec.]", "2012-12-11", "2012-12-13", "day"),
    ("In [May] 20 men left", "2012-05-01", "2012-05-31", "month"),
    ("On [05/06/2013] he left", "2013-05-06", "", "day"),  # the nearer of the two readings
    ("in [September] he left", "2012-09-01", "2012-09-30", "month"),
    ("since [last September] he is away", "2012-09-01", "2012-09-30", "month"),
    ("since [last January] he is away", "2012-01-01", "2012-01-31", "month"),
    ("by [next March] he is back", "2013-03-01", "2013-03-31", "month"),
    # weekdays
    ("left on [Tuesday]", "2013-01-22", "", "day"),
    ("left on [Friday]", "2013-01-25", "", "day"),
    ("left [last Friday]", "2013-01-18", "", "day"),
    ("left [Thursday night]", "2013-01-24", "", "day"),
    ("leaves [next Friday]", "2013-02-01", "", "day"),
    ("leaves [this Monday]", "2013-01-28", "", "day"),
    # counted
    ("over the [past two days]", "2013-01-23", "2013-01-25", "day"),
    ("over the [past 24 hours]", "2013-01-25", "", "day"),
    ("over the [past two years]", "2011-01-01", "2013-01-25", "year"),
    ("left [three days ago]", "2013-01-22", "", "day"),
    ("left [a week ago]", "2013-01-18", "", "week"),
    ("left [two months ago]", "2012-11-01", "2012-11-30", "month"),
    # by the table
    ("left [yesterday]", "2013-01-24", "", "day"),
    ("left [overnight]", "2013-01-24", "2013-01-25", "day"),
    ("left [last week]", "2013-01-14", "2013-01-20", "week"),
    ("left [this weekend]", "2013-01-19", "2013-01-20", "day"),
    ("in [recent days] they left", "2013-01-18", "2013-01-25", "week"),
    ("left [last month]", "2012-12-01", "2012-12-31", "month"),
    ("left [last year]", "2012-01-01", "2012-12-31", "year"),
    ("since [the beginning of the year]", "2013-01-01", "2013-01-25", "year"),
]
NO_DATE = [
    "They may march 20 miles.",
    "Black Friday sales",
    "2010-11-CA-167",
    "2000 people",
    "31 June",
    "on Mondays",
    "7,000 m3",
]
NO_DATE += ["in 2000 people", "the march of men", "It costs 2,015 dollars."]

ROLES = {
    "since": "since [2012]",
    "until": "until [May 2012]",
    "by": "by [2014]",
    "at": "in [2012]",
}

DATELINES = [
    ("ZARAN, Somewhere (Jan. 25, 2013) — A unit left yesterday.", "2013-01-25"),
    ("ZARAN, Somewhere (Jan. 25, 2013)\nA unit left.", "2013-01-25"),
    ("Zaran, Somewhere (Sept. 2, 2010) - A unit left.", "2010-09-02"),
    ("ZARAN, June 3, 2014 (Agency) — A unit left.", "2014-06-03"),
    ("For Immediate Release: March 3, 2011\nA unit left.", "2011-03-03"),
    ("Morning Update, Jan. 24, 2011\nA unit left.", "2011-01-24"),
    ("2010-11-CA-167\nZARAN, Somewhere (Nov. 13) — A unit left.", "2010-11-13"),  # year from the reference
    ("2011-01-CA-007\nZARAN, Somewhere (Dec. 31) — A unit left.", "2010-12-31"),
    ("26 August 2019 10:15\nZARAN, Somewhere (Jan. 25, 2013) — A unit left.", "2013-01-25"),  # crawled later
    ("26 August 2019\nA unit left.", "2019-08-26"),
]
NO_DATELINE = [
    "A unit left on Jan. 25, 2013.",
    "ZARAN, Somewhere (Jan. 25) — A unit left.",
    "A unit (Jan. 25, 2013) left.",
    "",
]


def read(text: str, on: Anchor | None = ANCHOR, previous: When | None = None) -> Mention:
    """Return the mention of the date in brackets; it spans just that wording."""
    first = text.index("[")
    sentence = split(None, text.replace("[", "").replace("]", ""))[0]
    found = [m for m in dates(sentence, on, previous) if sentence.starts[m.first] == first]
    assert [m.wording for m in found] == [text[first + 1 : text.index("]")]]
    return found[0]


def when(start: str, end: str, precision: DatePrecision) -> When:
    return When(date.fromisoformat(start), date.fromisoformat(end or start), precision)


@pytest.mark.parametrize(("text", "start", "end", "precision"), ABSOLUTE + RELATIVE)
def test_a_date_is_read_against_the_anchor(text: str, start: str, end: str, precision: DatePrecision) -> None:
    assert read(text).when == when(start, end, precision)


@pytest.mark.parametrize(("text", "start", "end", "precision"), ABSOLUTE)
def test_an_absolute_date_needs_no_anchor(text: str, start: str, end: str, precision: DatePrecision) -> None:
    assert read(text, on=None).when == when(start, end, precision)


@pytest.mark.parametrize("text", [row[0] for row in RELATIVE])
def test_without_an_anchor_no_date_is_invented(text: str) -> None:
    assert read(text, on=None).when == When(None, None, "unknown")


@pytest.mark.parametrize("text", NO_DATE)
def test_no_date(text: str) -> None:
    assert dates(split(None, text)[0], ANCHOR) == []


@pytest.mark.parametrize(("role", "text"), ROLES.items())
def test_the_word_before_gives_the_role(role: str, text: str) -> None:
    assert read(text).name == role


@pytest.mark.parametrize("wording", DATES["relative"])
def test_every_relative_wording_is_read(wording: str) -> None:
    found = read(f"They left [{wording}]").when
    assert found is not None
    assert found.precision == DATES["relative"][wording][3]


@pytest.mark.parametrize(("wording", "shift"), DATES["after_the_last"].items())
def test_some_wordings_count_from_the_date_told_before(wording: str, shift: int) -> None:
    assert read(f"They left on Jan. 10 and [{wording}] too").when == when(f"2013-01-{10 + shift:02}", "", "day")
    assert read(f"They left [{wording}]", previous=when("2012-05-06", "", "day")).when == when(
        f"2012-05-{6 + shift:02}", "", "day"
    )
    assert read(f"They left [{wording}]").when == When(None, None, "unknown")


@pytest.mark.parametrize(("wording", "day"), [("two days later", "2013-01-12"), ("a week before", "2013-01-03")])
def test_days_are_counted_from_the_date_told_before(wording: str, day: str) -> None:
    assert read(f"They left on Jan. 10 and [{wording}]").when == when(day, "", "day")


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_the_header_gives_the_anchor(text: str, day: str) -> None:
    assert dateline(split(None, text)) == Anchor(date.fromisoformat(day), "dateline")


@pytest.mark.parametrize("text", NO_DATELINE)
def test_no_dateline(text: str) -> None:
    assert dateline(split(None, text)) is None


@pytest.mark.parametrize("label", DATES["labels"])
def test_every_label_makes_a_header_date(label: str) -> None:
    assert dateline(split(None, f"{label.capitalize()}: March 3, 2011\nA unit left.")) == Anchor(
        date(2011, 3, 3), "dateline"
    )


def test_the_date_of_a_dateline_is_marked() -> None:
    sentence = split(None, "ZARAN, Somewhere (Jan. 25, 2013) — A unit left yesterday.")[0]
    assert [(m.name, m.wording) for m in dates(sentence, ANCHOR)] == [
        ("dateline", "Jan. 25, 2013"),
        ("at", "yesterday"),
    ]


@pytest.mark.parametrize("opener", DATES["openers"] + DATES["year_openers"])
def test_every_opener_lets_a_year_stand_alone(opener: str) -> None:
    assert read(f"It was {opener} [2012] they say").when == when("2012-01-01", "2012-12-31", "year")


@pytest.mark.parametrize("opener", DATES["openers"])
def test_every_opener_lets_a_month_stand_alone(opener: str) -> None:
    assert read(f"It was {opener} [March] they say").when == when("2012-03-01", "2012-03-31", "month")


@pytest.mark.parametrize("word", DATES["not_after_a_year"])
def test_a_figure_before_these_is_no_year(word: str) -> None:
    assert dates(split(None, f"It was in 2000 {word} there")[0], ANCHOR) == []


@pytest.mark.parametrize("word", DATES["not_a_weekday"])
def test_a_day_with_a_name_is_no_weekday(word: str) -> None:
    assert dates(split(None, f"It was on {word.capitalize()} Friday there")[0], ANCHOR) == []


@pytest.mark.parametrize("number", range(7))
def test_every_weekday_is_the_latest_one(number: int) -> None:
    assert read(f"left on [{DATES['weekdays'][number].capitalize()}]").when == when(
        f"2013-01-{21 + number if number < 5 else 14 + number}", "", "day"
    )


def test_a_date_before_a_colon_is_the_documents_own_only_at_the_top() -> None:
    text = "Dec. 24, 2012: Two held\n" + "A unit left.\n" * 10 + "Dec. 24, 2011: Two were held."
    assert [m.name for s in split(None, text) for m in dates(s, ANCHOR)] == ["dateline", "at"]


def test_a_dateline_goes_before_the_publication_date_and_a_bare_line_after_it() -> None:
    published = datetime(2014, 6, 5, 12, tzinfo=UTC)
    dated, bare = split(None, "ZARAN, June 3 (Agency) — A unit left."), split(None, "26 August 2019\nA unit left.")
    assert anchor(published, "second", dated) == Anchor(date(2014, 6, 3), "dateline")
    assert anchor(published, "day", bare) == Anchor(date(2014, 6, 5), "published")
    assert anchor(published, "month", bare) == Anchor(date(2019, 8, 26), "dateline")
    assert anchor(published, "month", dated) == Anchor(date(2014, 6, 1), "published", "month")


def test_where_only_the_month_is_known_relative_wording_is_not_read() -> None:
    sentences = split(None, "2011-07-S-039\nTwo men were held yesterday.")
    month = anchor(None, "unknown", sentences)
    assert month == Anchor(date(2011, 7, 1), "published", "month")
    assert [m.when for m in dates(sentences[1], month)] == [When(None, None, "unknown")]
