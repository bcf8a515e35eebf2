"""The rule book of dates told in one breath, of the datelines of many outlets, and of other wars and decades."""

from datetime import date

import pytest

from extraction.dates.dateline import dateline
from extraction.dates.period import Anchor
from extraction.dates.when import dates
from extraction.lexicon import load
from extraction.mentions.mention import DatePrecision, When
from extraction.sentences.split import split

ANCHOR = Anchor(date(2013, 1, 25), "published")  # a Friday

# text with the wording in brackets, first day, last day (the same where left out)
TOGETHER = [
    ("They fought on [Saturday and Sunday] near Gao", "2013-01-19", "2013-01-20"),
    ("They fought from [Monday to Wednesday] in Mopti", "2013-01-21", "2013-01-23"),
    ("They fought between [Sunday night and Monday morning]", "2013-01-20", "2013-01-21"),
    ("They fought [Sunday through Tuesday] in Kismayo", "2013-01-20", "2013-01-22"),
    ("Shells fell on the night of [Thursday-Friday]", "2013-01-24", "2013-01-25"),
    ("The siege went on from [28 December to 3 January]", "2012-12-28", "2013-01-03"),
    ("The siege went on from [December 28, 2011 to January 3, 2012]", "2011-12-28", "2012-01-03"),
    ("Between [Dec. 28 and Jan. 3] nine fell", "2012-12-28", "2013-01-03"),
    ("The offensive of [11 November to 2 December 1989] failed", "1989-11-11", "1989-12-02"),
    ("In the night from [Sunday to Monday] gunmen came", "2013-01-20", "2013-01-21"),
    ("Gunmen came on [Wednesday last week]", "2013-01-16", ""),
    ("Gunmen came on [Tuesday of last week]", "2013-01-15", ""),
    ("Gunmen came [last week Tuesday]", "2013-01-15", ""),
    ("Gunmen came on [Monday this week]", "2013-01-21", ""),
    ("Gunmen came on [January 22 last year]", "2012-01-22", ""),
    ("Gunmen came [yesterday, Thursday], at noon", "2013-01-24", ""),
    ("Gunmen came on [Sunday (Jan. 20)] at noon", "2013-01-20", ""),
    ("Gunmen came on [Sunday, the 20th of January]", "2013-01-20", ""),
    ("Gunmen came on [Friday the 18th]", "2013-01-18", ""),
    ("Drones struck [overnight into Thursday]", "2013-01-23", "2013-01-24"),
    ("Drones struck [overnight on Wednesday]", "2013-01-22", "2013-01-23"),
    ("Drones struck [overnight from Sunday to Monday]", "2013-01-20", "2013-01-21"),
    ("Troops held him in an [overnight] raid in Khost Thursday", "2013-01-23", "2013-01-24"),
]
MONTHS = [
    ("between [January and March 2012] they fought", "2012-01-01", "2012-03-31", "month"),
    ("in [October of last year] they fought", "2012-10-01", "2012-10-31", "month"),
    ("in [January last year] they fought", "2012-01-01", "2012-01-31", "month"),
    ("from [2009 to 2011] they fought", "2009-01-01", "2011-12-31", "year"),
    ("in [the 1980s] they fought", "1980-01-01", "1989-12-31", "year"),
    ("in the [past week] they fought", "2013-01-18", "2013-01-25", "week"),
    ("[a few days ago] they fought", "2013-01-18", "2013-01-24", "week"),
    ("[earlier in the week] they fought", "2013-01-21", "2013-01-27", "week"),
]
DAYS = [
    ("On the night of [the 3rd], rebels came", "2013-01-03"),
    ("On [the 28th of last month] rebels came", "2012-12-28"),
    ("On [the 28th], rebels came", "2012-12-28"),
    ("Rebels came [the night before last]", "2013-01-23"),
    ("Rebels came [this Tuesday]", "2013-01-22"),
    ("A patrol was hit on [22-Jan-2013] there", "2013-01-22"),
    ("A patrol was hit on [2012/12/30] there", "2012-12-30"),
    ("A patrol was hit on [16 NOV 89].", "1989-11-16"),
    ("The two sides will meet on [Monday] in Sanaa", "2013-01-28"),
    ("The trial is due to open on [Wednesday]", "2013-01-30"),
    ("He said on [Monday] they would fight on", "2013-01-21"),
    ("The rebels will fight on, the army said on [Monday]", "2013-01-21"),
]
APART = [
    "A guard died on Tuesday morning and a boy on Wednesday night.",
    "He was held on 3 January and freed in Mopti on 9 January.",
]
DATELINES = [
    ("SAN MARCOS, 30 AUG 89 (ABC) -- [TEXT] Guerrillas blew up a bridge.", "1989-08-30"),
    ("San Marcos, 12 Jan 90 (Agency) -- A bomb went off today.", "1990-01-12"),
    ("BELFORD, Northern Ireland, Aug. 15, 1988 (ABC) -- A bomb went off.", "1988-08-15"),
    ("BELFORD, Northern Ireland (ABC) - Aug. 15, 1988 - A bomb went off.", "1988-08-15"),
    ("Maiduguri, Nigeria, March 3, 2015 (Agency) - Gunmen struck.", "2015-03-03"),
    ("GAO, Mali - 3 March 2015 - Gunmen struck.", "2015-03-03"),
    ("GAO (Mali), 3 March 2015 - Gunmen struck.", "2015-03-03"),
    ("Gao, 3 March 2015 – Gunmen struck.", "2015-03-03"),
    ("Gao, Tuesday 3 March 2015: Gunmen struck.", "2015-03-03"),
    ("Gao (Agency), March 3, 2015: Gunmen struck.", "2015-03-03"),
    ("3 March 2015 – Gunmen struck the post.", "2015-03-03"),
    ("March 3, 2015 (GAO) - Gunmen struck the post.", "2015-03-03"),
    ("[Manila, 3 March 2015] Gunmen struck.", "2015-03-03"),
    ("BAGHDAD, March 3, 2015 /Agency/ - A bomb went off.", "2015-03-03"),
    ("KYIV. March 3, 2015 (Agency) - Shells fell.", "2015-03-03"),
    ("Juba — 3 March 2015\nGunmen struck.", "2015-03-03"),
    ("Washington, D.C., March 3, 2015 – The envoy left.", "2015-03-03"),
    ("By Ann Author, Tuesday 3 March 2015 10:15 GMT\nGunmen struck.", "2015-03-03"),
    ("Posted by admin on March 3, 2015\nGunmen struck.", "2015-03-03"),
    ("Date: 03/03/2015\nGunmen struck.", "2015-03-03"),
    ("Date: 23/03/2015\nGunmen struck.", "2015-03-23"),
]
NO_DATELINE = [
    "Date: 03/04/2015\nGunmen struck.",  # March or April: nobody can tell
    "The pact signed in Oslo, March 3, 2015 - the third this year - broke.",
    "(ABC) -- A bomb went off March 3, 2015.",
    "On March 3, 2015 - a Tuesday - gunmen struck.",
]


def read(text: str, on: Anchor | None = ANCHOR) -> When | None:
    """Return the days of the wording in brackets, which must be one mention."""
    first = text.index("[")
    sentence = split(None, text.replace("[", "").replace("]", ""))[0]
    found = {m.wording: m.when for m in dates(sentence, on) if sentence.starts[m.first] == first}
    assert list(found) == [text[first + 1 : text.index("]")]]
    return found[text[first + 1 : text.index("]")]]


def when(start: str, end: str, precision: DatePrecision) -> When:
    return When(date.fromisoformat(start), date.fromisoformat(end or start), precision)


@pytest.mark.parametrize(("text", "start", "end"), TOGETHER)
def test_two_days_in_one_breath_are_one_date(text: str, start: str, end: str) -> None:
    assert read(text) == when(start, end, "day")


@pytest.mark.parametrize(("text", "start", "end", "precision"), MONTHS)
def test_wider_spans(text: str, start: str, end: str, precision: DatePrecision) -> None:
    assert read(text) == when(start, end, precision)


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_single_days(text: str, day: str) -> None:
    assert read(text) == when(day, "", "day")


@pytest.mark.parametrize("text", APART)
def test_dates_of_two_acts_stay_apart(text: str) -> None:
    assert len(dates(split(None, text)[0], ANCHOR)) == 2


@pytest.mark.parametrize(("text", "day"), DATELINES)
def test_datelines_of_many_outlets(text: str, day: str) -> None:
    assert dateline(split(None, text)) == Anchor(date.fromisoformat(day), "dateline")


@pytest.mark.parametrize("text", NO_DATELINE)
def test_no_dateline(text: str) -> None:
    assert dateline(split(None, text)) is None


@pytest.mark.parametrize(("feast", "day"), load("dates")["feasts"].items())
def test_every_feast_is_a_day(feast: str, day: list[int]) -> None:
    found = read(f"They struck on [{feast.title().replace(chr(39) + 'S', chr(39) + 's')}]")
    assert found is not None
    assert found.start is not None
    assert [found.start.month, found.start.day] == day
    assert found.start <= ANCHOR.day


@pytest.mark.parametrize("word", load("dates")["ahead"])
def test_a_weekday_after_these_lies_ahead(word: str) -> None:
    assert read(f"They are {word} for talks on [Tuesday]") == when("2013-01-29", "", "day")
