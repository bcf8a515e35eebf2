"""How places are read: each example is a sentence of our own with what must come out of it."""

import pytest

from extraction.mentions.mention import Mention
from extraction.places.place import places
from extraction.places.place_anaphor import anaphor
from extraction.sentences.sentence import Sentence
from extraction.sentences.split import split

Row = tuple[str, str, str | None, str | None, int | None, str | None]


def read(text: str, title: str | None = None) -> list[Mention]:
    return places(split(title, text), [])


def rows(text: str) -> list[Row]:
    """Wording, name, admin1, country, geo precision and role of every place mention."""
    found = [(m, m.place) for m in read(text)]
    return [(m.wording, m.name, p.admin1, p.country_code, p.geo_precision, m.category) for m, p in found if p]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two drivers were killed in Kirkuk Sunday and three in Mosul last Friday.",
            [("Kirkuk", "Kirkuk", "Kirkuk", "IRQ", 1, "at"), ("Mosul", "Mosul", "Nineveh", "IRQ", 1, "at")],
        ),
        (
            "Two men were held in Andar district, Ghazni province.",
            [
                ("Andar district", "Andar", "Ghazni", "AFG", 2, "at"),
                ("Ghazni province", "Ghazni", "Ghazni", "AFG", 3, "container"),
            ],
        ),
        (
            "Troops searched houses in the village of Zarbo in the Dibis district of Kirkuk province.",
            [
                ("Zarbo", "Zarbo", "Kirkuk", "IRQ", 2, "at"),
                ("Dibis district", "Dibis", "Kirkuk", "IRQ", 2, "container"),
                ("Kirkuk province", "Kirkuk", "Kirkuk", "IRQ", 3, "container"),
            ],
        ),
        (
            "A cache was dug up in Anbar's Haditha district.",
            [
                ("Anbar", "Anbar", "Anbar", "IRQ", 3, "container"),
                ("Haditha district", "Haditha", "Anbar", "IRQ", 2, None),
            ],
        ),
        (
            "Gunmen struck in Tarmiyah, 40 km north of Baghdad.",
            [
                ("Tarmiyah", "Tarmiyah", "Baghdad", "IRQ", 1, "at"),
                ("Baghdad", "Baghdad", "Baghdad", "IRQ", 1, "container"),
            ],
        ),
        (
            "Gunmen struck a convoy north of Baghdad.",
            [("Baghdad", "Baghdad", "Baghdad", "IRQ", 2, "near")],
        ),
        (
            "Fighters were seen on the Hamrin mountains in Diyala.",
            [
                ("Hamrin mountains", "Hamrin Mountains", "Diyala", "IRQ", 2, "at"),
                ("Diyala", "Diyala", "Diyala", "IRQ", 3, "container"),
            ],
        ),
        (
            "A patrol was hit near Tabqa Dam, Syria.",
            [
                ("Tabqa Dam", "Tabqa Dam", "Raqqa", "SYR", 2, "near"),
                ("Syria", "Syria", None, "SYR", 4, "container"),
            ],
        ),
        (
            "Shells fell around the Al Rahma hospital in Mosul.",
            [
                ("Al Rahma hospital", "Al Rahma hospital", "Nineveh", "IRQ", 2, "near"),
                ("Mosul", "Mosul", "Nineveh", "IRQ", 1, "container"),
            ],
        ),
        (
            "Patrols went on in northern and western Iraq and in East Mosul.",
            [
                ("northern and western Iraq", "Iraq", None, "IRQ", 4, "at"),
                ("East Mosul", "East Mosul", "Nineveh", "IRQ", 1, "at"),
            ],
        ),
        (
            "The sweep runs between Anbar, Nineveh and Salah ad-Din.",
            [
                ("Anbar", "Anbar", "Anbar", "IRQ", 3, "between"),
                ("Nineveh", "Nineveh", "Nineveh", "IRQ", 3, "between"),
                ("Salah ad-Din", "Salahuddin", "Salahuddin", "IRQ", 3, "between"),
            ],
        ),
        (
            "Guards were posted on the border with Syria, northeast of Qaim.",
            [("Syria", "Syria", None, "SYR", 4, "border"), ("Qaim", "Qaim", "Anbar", "IRQ", 2, "near")],
        ),
        (
            "The convoy drove from Raqqa to Deir Ezzor.",
            [
                ("Raqqa", "Raqqa", "Raqqa", "SYR", 1, "from"),
                ("Deir Ezzor", "Deir ez-Zor", "Deir ez-Zor", "SYR", 1, "to"),
            ],
        ),
        (
            "Raids took place in Andar and Giro districts, Ghazni province.",
            [
                ("Andar", "Andar", "Ghazni", "AFG", 2, "at"),
                ("Giro districts", "Giro", "Ghazni", "AFG", 2, "at"),
                ("Ghazni province", "Ghazni", "Ghazni", "AFG", 3, "container"),
            ],
        ),
    ],
)
def test_chain(text: str, expected: list[Row]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "admin1", "country"),
    [
        ("Militia from Tripoli fought near Sirte in Libya.", "Tripoli", "Tripoli", "LBY"),
        ("Shots rang out in Tripoli and Sidon, Lebanon.", "Tripoli", "North", "LBN"),
        (
            "A man was held in Qarabagh district. It happened in Ghazni province.",
            "Qarabagh",
            "Ghazni",
            "AFG",
        ),
        ("A man was held in Arghandab district, Zabul province.", "Arghandab", "Zabul", "AFG"),
        ("A man was held in Arghandab district, Kandahar province.", "Arghandab", "Kandahar", "AFG"),
        ("Raiders burned huts in Borno, Nigeria, and fled to Niger.", "Niger", None, "NER"),
        ("Gunmen kidnapped 12 farmers in Kaya, Zamfara State.", "Kaya", "Zamfara", "NGA"),
        ("Gunmen kidnapped 12 farmers in Kaya, Burkina Faso.", "Kaya", "Centre-Nord", "BFA"),
    ],
)
def test_homonyms_are_decided_by_the_rest_of_the_text(text: str, name: str, admin1: str | None, country: str) -> None:
    assert (name, admin1, country) in {(m.name, m.place.admin1, m.country_code) for m in read(text) if m.place}


def test_a_list_of_unknown_villages_lies_where_its_end_says() -> None:
    text = "Soldiers entered the villages of Zarbo, Mantuk and Qolba in the Dibis district."
    found = {m.name: m.place for m in read(text) if m.place and m.category != "container"}
    assert set(found) == {"Zarbo", "Mantuk", "Qolba"}
    assert {(p.admin2, p.admin1, p.geo_precision) for p in found.values()} == {("Dibis", "Kirkuk", 2)}


def test_an_unknown_village_is_known_once_told() -> None:
    text = "A mine was found in Zarbo village, Andar district, Ghazni province.\n\nThe people of Zarbo were warned."
    last = read(text)[-1]
    assert (last.name, last.place and last.place.admin2) == ("Zarbo", "Andar")


def test_an_unknown_village_lies_by_the_place_it_is_said_to_be_near() -> None:
    text = "Troops left Daquq in Iraq. A mine went off in Zarbo village, 12 km northeast of Baqubah."
    zarbo = read(text)[2]
    assert (zarbo.name, zarbo.place and zarbo.place.admin1) == ("Zarbo", "Diyala")


def test_a_district_is_put_where_the_text_puts_it() -> None:
    found = rows("Forces moved through Zurmat district, Paktika province.")
    assert found[0][:4] == ("Zurmat district", "Zurmat", "Paktika", "AFG")


def test_a_dateline_and_a_home_town_are_no_places_of_events() -> None:
    text = (
        "KABUL, Afghanistan (May 4, 2011) – A cache was found in Andar district, Ghazni province. "
        "“They did well,” said the captain, from Delaware, Ohio. The sergeant, from Bismarck, N.D., agreed."
    )
    found = [(m.name, m.category) for m in read(text)]
    assert found == [
        ("Kabul", "dateline"),
        ("Afghanistan", "dateline"),
        ("Andar", "at"),
        ("Ghazni", "container"),
        ("Delaware", "origin"),
        ("Ohio", "container"),
        ("Bismarck", "origin"),
        ("North Dakota", "container"),
    ]


@pytest.mark.parametrize(("dash", "role"), [("-", "attribute"), ("–", "attribute"), ("—", "at")])
def test_who_backs_a_force_is_where_nothing_happens(dash: str, role: str) -> None:
    found = {m.name: m.category for m in read(f"Two men died in Turkey{dash}backed by troops, rebels had shot them.")}
    assert found == {"Turkey": role}


@pytest.mark.parametrize(
    "text",
    [
        "Police searched a mine of many shafts, and the mine was closed.",
        "In March the talks went on, and on Monday they ended.",
        "Of the nine men, four were freed. Same again next week.",
        "Mr Jordan said he was well.",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert read(text) == []


def test_names_inside_other_mentions_are_no_places() -> None:
    sentences = split(None, "The Deir Ezzor Military Council held a parade in Hajin, Syria.")
    council = Mention("actor", 0, 1, 5, "Deir Ezzor Military Council", "Deir Ezzor Military Council")
    assert [m.name for m in places(sentences, [council])] == ["Hajin", "Syria"]


def test_a_village_that_bears_a_persons_name_is_a_place() -> None:
    sentences = split(None, "Soldiers searched Sheikh Habib village in Diyala, Iraq.")
    person = Mention("person", 0, 2, 4, "Sheikh Habib", "Sheikh Habib")
    village = places(sentences, [person])[0]
    assert (village.wording, village.name) == ("Sheikh Habib village", "Sheikh Habib")
    assert village.place is not None
    assert village.place.admin1 == "Diyala"


def test_a_nationality_may_begin_the_name_of_a_region() -> None:
    sentences = split(None, "Militants crossed the Syrian Desert. Syrian troops followed.")
    syrian = [Mention("nationality", s, i, i + 1, "Syria", "Syrian", country_code="SYR") for s, i in ((0, 3), (1, 0))]
    assert [m.wording for m in places(sentences, syrian)] == ["Syrian Desert"]


def test_a_surname_is_no_place() -> None:
    text = "Troops held Gardez in Afghanistan. The governor, Azmal Khost, and Sergeant Peter Marion agreed."
    assert [m.name for m in read(text)] == ["Gardez", "Afghanistan"]


def test_a_headline_holds_only_sure_names_and_those_of_the_body() -> None:
    text = "Soldiers entered the village of Zarbo in Kirkuk province, Iraq."
    found = places(split("Army Enters Zarbo After Long Wait In Iraq", text), [])
    assert [m.name for m in found if m.sentence == 0] == ["Zarbo", "Iraq"]


def test_regions_without_a_country_stay_so() -> None:
    assert rows("Attacks rose across the Middle East.") == [("Middle East", "Middle East", None, None, 3, "at")]


def pointed(text: str) -> list[tuple[str, str]]:
    sentences: tuple[Sentence, ...] = split(None, text)
    return [(m.wording, m.name) for m in anaphor(sentences, places(sentences, []))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Raids began in Anbar and Nineveh. In the two provinces nine men were held.",
            [("the two provinces", "Anbar"), ("the two provinces", "Nineveh")],
        ),
        ("Fighters entered Tikrit. Soldiers retook the city.", [("the city", "Tikrit")]),
        ("Fighters entered Hajin in Syria. Two were killed there.", [("there", "Hajin")]),
        ("Fighters entered Hajin in Syria. There were two killed.", []),
        ("Raids began in Anbar.\n\nOthers began in Nineveh.\n\nPeople left the province.", []),
        ("Soldiers retook the city of Tikrit.", []),
    ],
)
def test_wordings_that_point_back(text: str, expected: list[tuple[str, str]]) -> None:
    assert pointed(text) == expected
