"""Places of many wars and decades: each example is a sentence of our own with the places at which it puts its act."""

import pytest

from extraction.places.place import places
from extraction.places.place_anaphor import anaphor
from extraction.read import find_mentions
from extraction.sentences.split import split

Spot = tuple[str, str | None, str | None, str | None]
"""Name, first-level unit, country and role."""

# containers ("Borno state" in "Zarmari, Borno state") are left out
TOLD: list[tuple[str, list[Spot]]] = [
    (
        "FMLN rebels attacked a post in San Francisco Gotera, Morazan Department, El Salvador.",
        [("San Francisco Gotera", "Morazan", "SLV", "at")],
    ),
    (
        "Rebels burned buses on the Pan-American Highway near San Miguel in El Salvador.",
        [("San Miguel", "San Miguel", "SLV", "near")],
    ),
    (
        "Rebels shelled Perquin, 200 km northeast of San Salvador, in El Salvador.",
        [("Perquin", "Morazan", "SLV", None)],
    ),
    (
        "A bomb went off on the Falls Road in Belfast, Northern Ireland.",
        [("Falls Road", "Northern Ireland", "GBR", "at")],
    ),
    (
        "A policeman was shot near Crossmaglen, County Armagh, close to the Irish border.",
        [("Crossmaglen", "Northern Ireland", "GBR", "near")],
    ),
    (
        "Shining Path rebels ambushed a patrol near Huanta in Ayacucho, Peru.",
        [("Huanta", "Ayacucho", "PER", "near"), ("Ayacucho", "Ayacucho", "PER", "at")],
    ),
    (
        "Tigers attacked a camp at Elephant Pass on the Jaffna peninsula, Sri Lanka.",
        [("Elephant Pass", "Northern Province", "LKA", "at")],
    ),
    (
        "Gunmen killed 30 villagers at Bentalha, south of Algiers, Algeria.",
        [("Bentalha", "Algiers", "DZA", "at")],
    ),
    (
        "Seleka fighters clashed with militia in Bambari, Ouaka prefecture, in the Central African Republic.",
        [("Bambari", "Ouaka", "CAF", "at"), ("Central African Republic", None, "CAF", "at")],
    ),
    (
        "Militants attacked an army camp in the Uri sector of Indian-administered Kashmir.",
        [("Uri", "Jammu and Kashmir", "IND", "at"), ("Kashmir", None, "IND", None)],
    ),
    (
        "Troops killed three rebels in Shopian district in south Kashmir, India.",
        [("Shopian", "Jammu and Kashmir", "IND", "at")],
    ),
    (
        "Rebels blew up a bus in Dantewada district of Chhattisgarh state, India.",
        [("Dantewada", "Chhattisgarh", "IND", "at")],
    ),
    (
        "Two policemen were killed in Shali, Chechnya, Russia.",
        [("Shali", "Chechnya", "RUS", "at")],
    ),
    (
        "Boko Haram fighters raided the village of Zarmari, in the Gwoza local government area, Borno state, Nigeria.",
        [("Zarmari", "Borno", "NGA", None)],
    ),
    (
        "Gunmen on motorbikes attacked Solhan village in Yagha province, Burkina Faso, near the border with Niger.",
        [("Solhan", "Sahel", "BFA", None), ("Niger", None, "NER", "border")],
    ),
    (
        "Militants struck Tillia in the Tahoua region of Niger, about 40 km from the border with Mali.",
        [("Tillia", "Tahoua", "NER", None), ("Mali", None, "MLI", "border")],
    ),
    (
        "Soldiers fought near Boulkessi, on the border between Mali and Burkina Faso.",
        [
            ("Boulkessi", "Mopti", "MLI", "near"),
            ("Mali", None, "MLI", "border"),
            ("Burkina Faso", None, "BFA", "border"),
        ],
    ),
    (
        "Al-Shabab fighters overran a base in El Adde in the Gedo region of Somalia.",
        [("El Adde", "Gedo", "SOM", "at")],
    ),
    (
        "A mine blew up a bus on the road between Afgoye and Mogadishu in Somalia.",
        [("Afgooye", "Lower Shabelle", "SOM", "between"), ("Mogadishu", "Banaadir", "SOM", "between")],
    ),
    (
        "CODECO fighters killed people in Savo, Djugu territory, Ituri province, Democratic Republic of the Congo.",
        [("Savo", "Ituri", "COD", "at")],
    ),
    (
        "Abu Sayyaf gunmen ambushed soldiers in Sitio Bato, Barangay Tugas, Patikul, Sulu, Philippines.",
        [("Sitio Bato", "Bangsamoro", "PHL", "at"), ("Barangay Tugas", "Bangsamoro", "PHL", "at")],
    ),
    (
        "NPA rebels burned a truck in Barangay Tugas in the town of Gubat in Sorsogon province, Philippines.",
        [("Barangay Tugas", "Bicol", "PHL", "at")],
    ),
    (
        "ELN guerrillas blew up a pipeline in the rural area of Teorama, in Norte de Santander department, Colombia.",
        [("Teorama", "Norte de Santander", "COL", "at")],
    ),
    (
        "The FARC attacked the municipality of Toribio, in the department of Cauca, southwestern Colombia.",
        [("Toribio", "Cauca", "COL", None)],
    ),
    (
        "Houthi rebels shelled the al-Rawda district of Taiz, Yemen.",
        [("al-Rawda", "Taiz", "YEM", None)],
    ),
    (
        "Coalition jets struck a wedding hall in the Arhab district north of Sanaa, Yemen.",
        [("Arhab", "Sanaa Governorate", "YEM", "at")],
    ),
    (
        "Russian missiles hit the Saltivka district of Kharkiv, Ukraine.",
        [("Saltivka", "Kharkiv", "UKR", None)],
    ),
    (
        "Shells fell on Avdiivka, in Donetsk oblast, Ukraine, and on the nearby village of Pervomaiske.",
        [("Avdiivka", "Donetsk", "UKR", "at"), ("Pervomaiske", "Donetsk", "UKR", "at")],
    ),
    (
        "Insurgents beheaded villagers in Monjane, Palma district, Cabo Delgado province, Mozambique.",
        [("Monjane", "Cabo Delgado", "MOZ", "at")],
    ),
    (
        "Fighting broke out in El Fasher, the capital of North Darfur state, Sudan.",
        [("El Fasher", "North Darfur", "SDN", "at")],
    ),
    (
        "SPLA-IO forces attacked Leer, in Unity state, South Sudan.",
        [("Leer", "Unity", "SSD", None)],
    ),
    (
        "Troops took Mekele, the capital of the Tigray region of Ethiopia.",
        [("Mekelle", "Tigray", "ETH", None)],
    ),
    (
        "Haftar's forces bombed Ain Zara, a suburb of Tripoli, Libya.",
        [("Ain Zara", "Tripoli", "LBY", None)],
    ),
    (
        "The army shelled Khan Younis in the southern Gaza Strip.",
        [("Khan Yunis", "Gaza Strip", "PSE", None)],
    ),
    (
        "Settlers attacked Huwara, south of Nablus in the occupied West Bank.",
        [("Huwara", "West Bank", "PSE", None), ("West Bank", "West Bank", "PSE", "at")],
    ),
    (
        "PKK militants attacked a post in Semdinli, in Hakkari province, southeastern Turkey.",
        [("Semdinli", "Hakkari", "TUR", "at")],
    ),
    (
        "A drone hit the oil plant at Abqaiq, in eastern Saudi Arabia.",
        [("Abqaiq", "Eastern Province", "SAU", "at")],
    ),
    (
        "Gunmen attacked a bus in Mand, Kech district, in Pakistan's Balochistan province.",
        [("Mand", "Balochistan", "PAK", "at")],
    ),
    (
        "Militants from Waziristan killed two guards in Miranshah, Pakistan.",
        [("Waziristan", None, "PAK", "from"), ("Miran Shah", "Khyber Pakhtunkhwa", "PAK", "at")],
    ),
    (
        "The Raqqa Military Council said its men took a hill in Syria.",
        [("Syria", None, "SYR", "at")],
    ),
    (
        "The Kandahar police chief said a bomb exploded in Spin Boldak, Afghanistan.",
        [("Kandahar", "Kandahar", "AFG", "attribute"), ("Spin Boldak", "Kandahar", "AFG", "at")],
    ),
    (
        "Fighters from the Gao region attacked Ansongo, Mali.",
        [("Gao", "Gao", "MLI", "from"), ("Ansongo", "Gao", "MLI", None)],
    ),
    (
        "Rebels crossed from Chad into Darfur, Sudan.",
        [("Chad", None, "TCD", "from"), ("Darfur", None, "SDN", "to")],
    ),
    (
        "LRA fighters abducted 20 people in Atiak, northern Uganda.",
        [("Atiak", "Northern Region", "UGA", "at")],
    ),
    (
        "Contras attacked a cooperative near Quilali, in Nueva Segovia, Nicaragua.",
        [("Quilali", "Nueva Segovia", "NIC", "near")],
    ),
    (
        "Gunmen killed a teacher in Rueso district of Narathiwat province, southern Thailand.",
        [("Rueso", "Narathiwat", "THA", "at")],
    ),
    (
        "Four soldiers were killed after fighters attacked a base in Bulo Gadud, about 30 km north of Kismayo.",
        [("Bulo Gadud", "Lower Juba", "SOM", "at")],
    ),
    (
        "The air force on Friday bombed a gathering at Tumbun Rego in the Lake Chad area of Nigeria.",
        [("Tumbun Rego", None, "NGA", "at")],
    ),
    (
        "Three air raids on a wedding tent in Bani Hassan, Abs district, Yemen, left ten women dead.",
        [("Bani Hassan", "Hajjah", "YEM", "at")],
    ),
    (
        "Guerrillas attacked the barracks in San Juan Opico, La Libertad Department, in El Salvador.",
        [
            ("San Juan Opico", "La Libertad", "SLV", "at"),
        ],
    ),
    (
        "Troops found five rebels in Guazapa Hill, 25 km north of San Salvador.",
        [("Guazapa Volcano", "San Salvador", "SLV", "at")],
    ),
    (
        "Rebels took the village of Mabenga, in Rutshuru territory, in Congo, after the army left its posts there.",
        [("Mabenga", "North Kivu", "COD", None), ("Mabenga", "North Kivu", "COD", "at")],
    ),
    (
        "Forces captured Booco, a village in Hiiraan region. Drones struck vehicles outside the village.",
        [("Booco", "Hiran", "SOM", None), ("Booco", "Hiran", "SOM", "near")],
    ),
    (
        "Kismayo was under their control until 2012, when Kenyan troops and Ras Kamboni fighters took the city.",
        [
            ("Kismayo", "Lower Juba", "SOM", None),
            ("Ras Kamboni", "Lower Juba", "SOM", "attribute"),
            ("Kismayo", "Lower Juba", "SOM", None),
        ],
    ),
    (
        "In Kirkuk province, a unit held a bomb maker in a house in the Hawija district.",
        [("Kirkuk", "Kirkuk", "IRQ", "at"), ("Hawija", "Kirkuk", "IRQ", "at")],
    ),
    (
        "Troops cleared Boya and Degan of militants in North Waziristan, Pakistan.",
        [
            ("Boya", "Khyber Pakhtunkhwa", "PAK", None),
            ("Degan", "Khyber Pakhtunkhwa", "PAK", None),
            ("North Waziristan", "Khyber Pakhtunkhwa", "PAK", "at"),
        ],
    ),
    (
        "The army intercepted the rebels at the Semuliki in Beni territory, Congo.",
        [("Semuliki", "North Kivu", "COD", "at")],
    ),
    (
        "Fighters attacked AMISOM peacekeepers from Uganda in Mogadishu, Somalia.",
        [("Uganda", None, "UGA", "origin"), ("Mogadishu", "Banaadir", "SOM", "at")],
    ),
    (
        "A raid took place in Pul-e 'Alam district, Logar province, Afghanistan.",
        [("Pul-e Alam", "Logar", "AFG", "at")],
    ),
    (
        "A raid took place in Nad ‘Ali district, Helmand province, Afghanistan.",
        [("Nad Ali", "Helmand", "AFG", "at")],
    ),
    (
        "A raid took place in Khogyani district, Ghazni province. The leader of Khogyani district fled Afghanistan.",
        [
            ("Khogyani", "Ghazni", "AFG", "at"),
            ("Khogyani", "Ghazni", "AFG", None),
            ("Afghanistan", None, "AFG", "from"),
        ],
    ),
    (
        "Jets bombed Hsenwi three times in Shan State, Myanmar.",
        [("Hsenwi", "Shan", "MMR", None), ("Shan", "Shan", "MMR", "at")],
    ),
    (
        "Rebels in Mali shelled Zarbo and entered Tinkala on Monday.",
        [("Mali", None, "MLI", "at"), ("Zarbo", None, "MLI", None), ("Tinkala", None, "MLI", None)],
    ),
    (
        "A blast hit the Baidoa police station in Somalia. Mosul residents fled Iraq.",
        [
            ("Baidoa", "Bay", "SOM", None),
            ("Somalia", None, "SOM", "at"),
            ("Mosul", "Nineveh", "IRQ", None),
            ("Iraq", None, "IRQ", "from"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "spots"), TOLD)
def test_where_the_news_of_many_wars_happens(text: str, spots: list[Spot]) -> None:
    mentions = [m for m in find_mentions(split(None, text), None) if m.place is not None]
    found = [(m.name, m.place.admin1, m.country_code, m.category) for m in mentions if m.place is not None]
    assert [spot for spot in found if spot[3] != "container"] == spots


def test_cities_that_open_news_of_their_own_are_where_it_happens() -> None:
    text = "RAMADI - Two marines were killed in Iraq.\n\nMOSUL - Gunmen killed a judge."
    assert [(m.name, m.category) for m in places(split(None, text), [])] == [
        ("Ramadi", None), ("Iraq", "at"), ("Mosul", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "RAMADI - Two marines were killed in Iraq.",
        "RAMADI, Iraq - Two marines were killed.",
        "Ramadi — Two marines were killed in Iraq.",
        "(Ramadi) - Two marines were killed in Iraq.",
        "(Ramadi, 3 October 2022) Two marines were killed in Iraq.",
        "Ramadi, 14 August 2001. Two marines were killed in Iraq.",
        "Ramadi, 21 Apr 88 (ABC) -- [Text] Two marines were killed in Iraq.",
    ],
)
def test_the_city_where_a_report_is_filed_is_no_place_of_its_events(text: str) -> None:
    assert next(m.category for m in places(split(None, text), []) if m.name == "Ramadi") == "dateline"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Soldiers took Booco, a village in Hiiraan region, Somalia. Drones struck cars outside the village.", "Booco"),
        ("Rebels took the village of Mabenga, in Rutshuru territory, in Congo. Two were killed there.", "Mabenga"),
        ("Kenyan troops and Ras Kamboni fighters entered Kismayo. They held the city.", "Kismayo"),
    ],
)
def test_what_points_back_means_the_place_itself(text: str, name: str) -> None:
    sentences = split(None, text)
    assert [m.name for m in anaphor(sentences, places(sentences, []))] == [name]


@pytest.mark.parametrize(
    "text", ["An envoy spoke of tension between the US and Iran.", "A convoy was hit in the Southwest, in Afghanistan."]
)
def test_nationalities_and_directions_are_no_places(text: str) -> None:
    names = {m.name for m in find_mentions(split(None, text), None) if m.type == "place"}
    assert not names & {"United States", "Southwest"}


def test_a_name_stays_where_a_chain_has_put_it() -> None:
    text = "A man was held in Khogyani district, Ghazni province. The governor of Khogyani district was told."
    assert {m.place.admin1 for m in places(split(None, text), []) if m.place} == {"Ghazni"}
