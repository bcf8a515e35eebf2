"""What relative clauses tell: an act of its own, done to or by what they are said of."""

from uuid import UUID

import pytest

from extraction.document import Document
from extraction.read import read

_ID = UUID(int=0)


def told(text: str) -> list[tuple[str, str, float | None]]:
    """Kind, target and first figure of each event."""
    document = Document(document_id=_ID, page_id=_ID, source_uri="spec", text=text, text_digest="", cleaned_by="spec")
    return [
        (
            event.kind,
            next((p.name for p in event.participants if p.role == "target"), ""),
            next((q.low for q in event.quantities), None),
        )
        for event in read(document).events
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Twelve teachers whom rebels had seized from a school near Arauca were released on Friday.",
            [("abduction", "teachers", 12), ("release", "teachers", 12)],
        ),
        (
            "Nine fishermen whom the Abu Sayyaf had taken hostage off Basilan were rescued by marines on Tuesday.",
            [("abduction", "fishermen", 9), ("release", "fishermen", 9)],
        ),
        (
            "Seven sailors that pirates had taken from a tanker off Nigeria in May were freed on Thursday.",
            [("abduction", "sailors", 7), ("release", "sailors", 7)],
        ),
        (
            "A man whom the soldiers had seen planting a mine near Hebron was arrested on Sunday.",
            [("arrest", "man", 1)],
        ),
        (
            "The families of 11 miners whom gunmen shot dead in Mach on Sunday refused to bury them.",
            [("attack", "miners", 11)],
        ),
        (
            "Relatives of the 43 students whom police had abducted in Iguala marched on Sunday.",
            [("abduction", "students", 43), ("protest", "", None)],
        ),
        (
            "The brother of a minister who was kidnapped in Uyo was freed on Monday.",
            [("abduction", "brother", 1), ("release", "brother", 1)],
        ),
        (
            "The villagers, whom guerrillas had marched off into the forest, were released after a day.",
            [("abduction", "villagers", None), ("release", "villagers", None)],
        ),
    ],
)
def test_what_it_is_said_of_had_it_done_to_it(text: str, events: list[tuple[str, str, float | None]]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "A trader who sold rifles and grenades to the rebels in Lira was detained on Monday.",
            [("arrest", "trader", 1)],
        ),
        (
            "Gunmen who killed nine miners in Mach on Sunday were shot dead by police on Tuesday.",
            [("attack", "miners", 9), ("armed_clash", "gunmen", 2)],
        ),
        (
            "Three men who worked for a charity were shot dead in Beledweyne on Sunday.",
            [("attack", "men", 3)],
        ),
        (
            "Four people in a car which carried election material were killed by gunmen in Tikrit.",
            [("attack", "people", 4)],
        ),
    ],
)
def test_the_main_verb_is_said_of_what_the_clause_describes(
    text: str, events: list[tuple[str, str, float | None]]
) -> None:
    assert told(text) == events
