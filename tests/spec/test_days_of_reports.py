"""The days of reports: lists of days, headings with a date or a period, one day told by another."""

from uuid import UUID

import pytest

from extraction.document import Document
from extraction.read import read

# text, and of each event its kind and its first day
REPORTS = [
    # a list of days under a heading with the document's own date
    (
        "Naval update on Aden (9 April 2021)\n\nMonday 5 April: Marines arrested six pirates near Bosaso.\n\n"
        "Wednesday 7 April: Gunmen killed two fishermen near Mocha. Police arrested four suspects.",
        [("arrest", "2021-04-05"), ("attack", "2021-04-07"), ("arrest", "2021-04-07")],
    ),
    # weekdays as labels
    (
        "MANILA, 8 March 2024 - The army gave this account.\n\nMonday: Soldiers killed four rebels in Samar.\n\n"
        "Tuesday: A roadside bomb wounded two policemen in Jolo.",
        [("armed_clash", "2024-03-04"), ("ied_explosion", "2024-03-05")],
    ),
    # days that stand alone in their lines
    (
        "Mission log of 3 June 1993\n\n1 June\n\nGunmen killed two drivers near Baidoa. Police arrested a man.\n\n"
        "2 June\n\nMortar shells hit Kismayo, wounding four people.",
        [("attack", "1993-06-01"), ("arrest", "1993-06-01"), ("shelling", "1993-06-02")],
    ),
    # with a dash; with a place
    (
        "Incidents, 3-4 May 2016\n\n3 May - Gunmen killed a judge in Benghazi.\n\n4 May 2016, Sabha: A car "
        "bomb killed two people.",
        [("attack", "2016-05-03"), ("ied_explosion", "2016-05-04")],
    ),
    # one label alone is the document's own date
    ("5 May 2016: Gunmen killed a judge in Benghazi, Libya, yesterday.", [("attack", "2016-05-04")]),
    ("OSCE report, 5 May 2016: Gunmen killed a judge in Luhansk on Monday.", [("attack", "2016-05-02")]),
    # a date below it is not, nor is the day on which a page was fetched
    ("JUBA, 5 May 2016 - Talks go on.\n\n3 May: Gunmen killed a judge in Juba.", [("attack", "2016-05-03")]),
    (
        "26 August 2019\nJUBA, Sudan (May 5, 2016) - Gunmen killed a judge in Juba on Monday.",
        [("attack", "2016-05-02")],
    ),
    # the period of which a heading says that the report gives account
    (
        "Civilian casualties in Somalia in June\n\nNAIROBI, 4 July 2018 - In Jowhar 12 people were killed by "
        "militants.",
        [("attack", "2018-06-01")],
    ),
    # and none where it only says which act is meant
    (
        "Memorial for 2014 attack opens\n\nNAIROBI, 4 July 2018 - Police arrested two men in Garissa.",
        [("arrest", "2018-07-04")],
    ),
    # the year of the deed is not that of the sentence for it
    (
        "NAIROBI, 4 July 2018 - Two men were jailed for an attack in Mombasa in 2014.",
        [("conviction", "2018-07-04"), ("attack", "2014-01-01")],
    ),
    (
        "NAIROBI, 4 July 2018 - A man was jailed for life for killing two soldiers in Garissa in 2013.",
        [("conviction", "2018-07-04")],
    ),
    # one day told by another
    (
        "QUETTA, 9 May 2013 - Police arrested two men on Tuesday, two days after a bomb killed six people in Kalat.",
        [("arrest", "2013-05-07"), ("ied_explosion", "2013-05-05")],
    ),
    (
        "QUETTA, 9 May 2013 - A day after gunmen killed six miners in Kalat, police arrested two men on Tuesday.",
        [("attack", "2013-05-06"), ("arrest", "2013-05-07")],
    ),
    (
        "QUETTA, 9 May 2013 - Police arrested two men in Kalat after Monday's attack on a mine, which killed "
        "six people.",
        [("arrest", "2013-05-09"), ("attack", "2013-05-06")],
    ),
    (
        "GOMA, 9 May 2013 - Four soldiers were killed by rebels in Sake on Monday and two policemen in "
        "Rutshuru on Tuesday.",
        [("armed_clash", "2013-05-06"), ("armed_clash", "2013-05-07")],
    ),
    (
        "GOMA, 9 May 2013 - Soldiers killed six rebels on Tuesday after a convoy was attacked Monday near Sake.",
        [("armed_clash", "2013-05-07"), ("attack", "2013-05-06")],
    ),
    # a pluperfect that tells what is reported
    (
        "GOMA, 9 May 2013 - The army said on Tuesday that it had killed six rebels in Sake.",
        [("armed_clash", "2013-05-07")],
    ),
    (
        "GOMA, 9 May 2013 - Troops shelled rebels in Sake on Tuesday. By nightfall they had burned four hideouts.",
        [("shelling", "2013-05-07"), ("hideout_destroyed", "2013-05-07")],
    ),
    # plans
    ("OSLO, 9 June 2010 - Some 40 troops will be sent to Kunduz on 14 September.", [("deployment", "2010-09-14")]),
    ("OSLO, 9 June 2010 - Some 40 troops will be sent to Kunduz in September.", [("deployment", "2010-09-01")]),
    # "and 12" counts
    (
        "DOHA, July 30, 2015 - Coalition aircraft flew 19 strikes in Iraq on July 28 and 12 strikes in Syria "
        "on July 29.",
        [("air_strike", "2015-07-28"), ("air_strike", "2015-07-29")],
    ),
    ("KIGALI, 9 May 1994 - Rebels freed four hostages, held since January, on Saturday.", [("release", "1994-05-07")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "days"), REPORTS)
def test_the_days_of_a_report(text: str, days: list[tuple[str, str]]) -> None:
    document = Document(
        document_id=UUID(int=1), page_id=UUID(int=2), source_uri="memory", text=text, text_digest="0" * 64,
        published_at=None, published_precision="unknown", cleaned_by="none",
    )  # fmt: skip
    assert [(event.kind, str(event.date_start)) for event in read(document).events] == days
