"""Counting: who is counted in one sentence or across several, and who is not."""

import pytest

from tests.spec.test_documents import events, figures

COUNTS = [
    # what breaks a phrase in careless reading
    ("Troops arrested an Islamic Movement of Uzbekistan (IMU) leader in Baghlan.", "arrest", ["arrested 1"]),
    ("Soldiers captured a Taliban improvised explosive device facilitator in Zabul.", "arrest", ["arrested 1"]),
    ("Police arrested a wanted senior commander in Kano, Nigeria.", "arrest", ["arrested 1"]),
    ("During the search the soldiers captured a leader responsible for ambushes.", "arrest", ["arrested 1"]),
    ("Army helicopters confirmed four rebels were killed near Gao.", "armed_clash", ["killed 4"]),
    ("A raid near Gao resulted in two rebels, including Moussa Diarra, being killed.", "armed_clash",
     ["killed 2"]),
    # who is taken or killed by whom
    ("Soldiers pursued a rebel leader detaining six suspected rebels near Gao.", "arrest", ["arrested 6"]),
    ("Residents saw rebels detaining six farmers near Gao.", "abduction", None),
    ("As soldiers cleared the camp, they killed an armed rebel near Gao.", "armed_clash", ["killed 1"]),
    # company
    ("Soldiers caught a smuggler of rifles used in raids, along with four of his men, near Gao.", "arrest",
     ["arrested 1", "arrested 4"]),
    ("Both Omar Traore, a commander, and Ali Ture, a gun runner, were killed near Gao.", "armed_clash",
     ["killed 1", "killed 1"]),
    # "dead" behind its victims
    ("The blast left ten women and two boys dead in Kabul.", "ied_explosion", ["killed 10", "killed 2"]),
    ("The blast left nine dead in Kabul.", "ied_explosion", ["killed 9"]),
    # things are not killed, and a base does not withdraw
    ("An air raid near Rukubi, Nigeria, killed 27 men and 140 cows.", "air_strike", ["killed 27", "strikes 1"]),
    ("Government troops vacated the base in Moqokori, Somalia.", "withdrawal", []),
    ("Soldiers found a cache of 73 artillery shells near Tikrit.", "weapons_seizure", ["seized 73"]),
    # all of those told before
    ("Two rebels were killed near Gao after they opened fire. Soldiers returned fire, killing both rebels.",
     "armed_clash", ["killed 2"]),
    ("Soldiers killed four rebels near Gao on Monday. All four were killed at a farm.", "armed_clash", ["killed 4"]),
    # an open figure made exact
    ("Police detained more than 10 suspects in Lagos on Monday. Police detained 14 suspects at a market.", "arrest",
     ["arrested 14"]),
    # who he was of those counted before
    ("Soldiers arrested two rebels near Gao on Monday.\n\nOfficials confirmed that a rebel leader was "
     "arrested near Gao.",
     "arrest", ["arrested 2"]),
    # the how-manieth is no count
    ("Soldiers killed two rebels near Gao on Monday. Omar Traore is the seventh commander killed this month.",
     "armed_clash", ["killed 2"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "counted"), COUNTS)
def test_people_are_counted_as_they_are_meant(text: str, kind: str, counted: list[str] | None) -> None:
    told = [event for event in events(text) if event.kind == kind and event.part_of is None]
    if counted is None:
        assert told == []
    else:
        assert sorted(figure for event in told for figure in figures(event)) == counted


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Gunmen abducted six farmers near Boma. They were freed on Tuesday.", "release", "farmers"),
        ("Rebels attacked a post near Goma. Soldiers killed three of them.", "armed_clash", "rebels"),
        ("Rebels dynamited an oil pipeline in Arauca, Colombia.", "ied_explosion", "pipeline"),
        ("Jets pounded hideouts near Shawal, Pakistan.", "air_strike", "hideouts"),
        ("A military court in Goma sentenced a colonel to ten years.", "conviction", "colonel"),
        ("UVF gunmen killed three organists in Belfast.", "attack", "organists"),
    ],
)
def test_to_whom_or_what_it_was_done(text: str, kind: str, target: str) -> None:
    (event,) = (event for event in events(text) if event.kind == kind)
    assert [p.name for p in event.participants if p.role == "target"] == [target]


def test_things_are_counted_and_not_whose_they_are() -> None:
    (told,) = events("Jets destroyed 23 caves of the Islamic State near Tikrit.")
    assert [q.counted for q in told.quantities] == ["caves"]


def test_what_has_since_happened_is_no_total() -> None:
    (event,) = events("Two of the inmates have since fled the prison in Kolwezi.")
    assert (event.kind, event.scope) == ("escape", "single")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The war has uprooted 12 million people.", "period_total"),
        ("Some 300 farmers died in the conflict in Aceh.", "period_total"),
        ("Some 300 farmers died in the conflict in Aceh in 2001.", "period_total"),
        ("Four farmers died in the conflict in Aceh on Sunday.", "single"),
        ("Some 300 farmers died in a battle in Aceh.", "single"),
    ],
)
def test_what_a_whole_war_cost_is_a_total(text: str, scope: str) -> None:
    assert [event.scope for event in events(text)] == [scope]


def test_whom_police_wound_as_they_arrest_him_is_of_the_arrest() -> None:
    [event] = events("Police shot a smuggler in the leg before arresting him in Abuja.")
    assert event.kind == "arrest"
    assert figures(event) == ["arrested 1", "injured 1"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Shelling killed or wounded 40 people in Sumy on Monday.", [("killed", 40, True)]),
        ("Some 15 fighters were killed or injured near Sirte on Monday.", [("killed", 15, True)]),
        ("The army killed and wounded 25 rebels near Goma on Monday.", [("killed", 25, True)]),
        ("Shelling killed two people and wounded 40 in Sumy.", [("killed", 2, False), ("injured", 40, False)]),
        ("Shelling wounded 40 people in Sumy.", [("injured", 40, False)]),
    ],
)
def test_killed_or_wounded_under_one_figure_is_one_figure(text: str, told: list[tuple[str, int, bool]]) -> None:
    (event,) = events(text)
    assert [(q.role, q.low, q.includes_injured) for q in event.quantities if q.role in ("killed", "injured")] == told
