"""What an event takes from the text around it: the day and the place of a happening told before, or of the report."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from extraction.document import Document
from extraction.events.event import Event
from extraction.read import read

PUBLISHED = datetime(2031, 5, 14, tzinfo=UTC)
"""A Wednesday."""


def told(text: str, kind: str, published: datetime | None = PUBLISHED) -> Event:
    """Return the last event of a kind that a document tells."""
    document = Document(
        document_id=UUID(int=1), page_id=UUID(int=2), source_uri="memory", text=text, text_digest="0" * 64,
        published_at=published, published_precision="day" if published else "unknown", cleaned_by="none",
    )  # fmt: skip
    return [event for event in read(document).events if event.kind == kind][-1]


# text, kind of the event asked of, first day, last day, precision
DAYS = [
    # the day of a verb of saying is not the day of the act
    ("A car bomb killed six people in Baidoa, police said on Tuesday.", "ied_explosion", "13", "13", "week"),
    ("The army said in a statement on Monday that rebels killed four soldiers near Gao.", "armed_clash", "12", "12",
     "week"),
    ("The military today confirmed it arrested two insurgents in Kunduz.", "arrest", "14", "14", "week"),
    ("Gunmen shot dead a judge in Kismayo on Sunday, an officer told reporters on Monday.", "attack", "11", "11",
     "day"),
    # a night told with its day
    ("The army confirmed the arrest of a rebel commander in an overnight raid in Mopti Thursday.", "arrest", "07", "08",
     "day"),
    # the happening goes on, in its paragraph or at its place
    ("Soldiers killed two militants in Marawi, the Philippines, on Monday. Troops seized nine rifles.",
     "weapons_seizure", "12", "12", "day"),
    ("Soldiers killed two militants in Marawi, the Philippines, on Monday.\n\nTroops seized nine rifles in Marawi.",
     "weapons_seizure", "12", "12", "day"),
    # it does not: another place, set apart
    ("Soldiers killed two militants in Marawi, the Philippines, on Monday.\n\nTroops seized nine rifles in Davao.",
     "weapons_seizure", "14", "14", "week"),
    ("Soldiers killed two militants in Marawi, the Philippines, on Monday. Elsewhere, troops seized nine rifles.",
     "weapons_seizure", "14", "14", "week"),
    # only a day is handed on, never a month
    ("Rebels killed the mayor of Arauca, Colombia, in March. Troops seized nine rifles.", "weapons_seizure", "14", "14",
     "week"),
    # a wording that counts from a date that nobody told
    ("The next day troops seized nine rifles in Marawi, the Philippines.", "weapons_seizure", "14", "14", "week"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "start", "end", "precision"), DAYS)
def test_the_day_of_an_event(text: str, kind: str, start: str, end: str, precision: str) -> None:
    event = told(text, kind)
    found = (f"{event.date_start:%d}", f"{event.date_end:%d}", event.date_precision)
    assert found == (start, end, precision)


def test_where_only_the_month_of_a_document_is_known_an_event_has_the_month() -> None:
    event = told("2011-07-S-039\n\nSoldiers killed two insurgents in Khost province yesterday.", "armed_clash", None)
    assert (str(event.date_start), str(event.date_end), event.date_precision, event.date_wording) == (
        "2011-07-01", "2011-07-31", "month", "yesterday",
    )  # fmt: skip


def test_without_any_day_of_the_document_a_date_is_never_invented() -> None:
    event = told("Soldiers killed two insurgents in Khost province yesterday.", "armed_clash", None)
    assert (event.date_start, event.date_precision, event.date_wording) == (None, "unknown", "yesterday")


# text, kind of the event asked of, its place
PLACES = [
    # where somebody lives, commands or is active
    ("Soldiers arrested a leader in Marawi, the Philippines. He was responsible for attacks in Davao. Troops also "
     "seized nine rifles.", "weapons_seizure", "Marawi"),
    ("Police raided a house in Bannu, Pakistan. The suspect is a native of Swat. Officers seized nine rifles.",
     "weapons_seizure", "Bannu"),
    ("Troops raided a camp near Kismayo, Somalia. The commander oversees fighters in Jilib. Troops seized nine rifles.",
     "weapons_seizure", "Kismayo"),
    # what is only planned
    ("Soldiers raided a house in Gardez, Afghanistan. The men planned an attack in Kabul. Troops seized nine rifles.",
     "weapons_seizure", "Gardez"),
    # another country
    ("Soldiers raided a house in Maiduguri, Nigeria, with the help of France. Troops seized nine rifles.",
     "weapons_seizure", "Maiduguri"),
    # what others did
    ("Soldiers raided a house in Gao, Mali. Militants attacked a patrol in Menaka. The soldiers seized nine rifles.",
     "weapons_seizure", "Gao"),
    # where somebody speaks, and where a clause of "where" says more of a place
    ("Nine soldiers were killed on the outskirts of Argun, Russia, an officer in Moscow told reporters.", "armed_clash",
     "Argun"),
    ("Families fled to Menaka, Mali, where gunmen killed nine herders.", "attack", "Menaka"),
    # told after the event
    ("Gunmen killed nine villagers. The attack took place in Gwoza, Nigeria.", "attack", "Gwoza"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place"), PLACES)
def test_the_place_of_an_event_that_tells_none(text: str, kind: str, place: str) -> None:
    assert [(p.place.name, p.inherited) for p in told(text, kind).places][:1] == [(place, True)] or [
        p.place.name for p in told(text, kind).places
    ] == [place]
