"""Documents: several sentences taken together: one event once, its people counted once, its day and place found."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from uuid import UUID

import pytest

from extraction.document import Document
from extraction.events.event import Event
from extraction.read import read

PUBLISHED = datetime(2031, 5, 14, tzinfo=UTC)
"""A Wednesday."""


@dataclass(frozen=True)
class Case:
    """A document in our own words, and its events of one kind: figures of each, with what else is asked of them."""

    text: str
    kind: str
    figures: list[list[str]]
    """For each event "role low" of each of its quantities, sorted."""
    title: str | None = None
    parts: list[int] = field(default_factory=list)
    """Indexes of the events that are part of another."""
    days: list[str | None] | None = None
    places: list[list[str]] | None = None
    told: list[int] | None = None
    """In how many sentences each event is told."""
    targets: list[list[str]] | None = None
    scopes: list[str] | None = None


def events(text: str, title: str | None = None) -> tuple[Event, ...]:
    digest = sha256(text.encode()).hexdigest()
    document = Document(
        document_id=UUID(int=1), page_id=UUID(int=2), source_uri="memory", title=title, text=text, text_digest=digest,
        published_at=PUBLISHED, published_precision="day", cleaned_by="none",
    )  # fmt: skip
    return read(document).events


def figures(event: Event) -> list[str]:
    return sorted(f"{q.role} {q.low:g}" for q in event.quantities if q.low is not None)


RETOLD = {
    "an attack with its own dead is no blast told before": Case(
        "A car bomb killed nine people in Kirkuk . Three policemen died in an attack by gunmen in western Iraq.",
        "ied_explosion", [["killed 9"]],
    ),
    "what is found farther south is found elsewhere": Case(
        "Soldiers seized two pistols in a farmhouse. Farther east, gendarmes uncovered three arms dumps in Kidal.",
        "weapons_seizure", [["seized 2"], ["seized 3"]],
    ),
    "hours that have just gone by are no period": Case(
        "Fighting over the past 24 hours near Bakhmut killed 20 soldiers.",
        "armed_clash", [["killed 20"]], scopes=["single"],
    ),
    "but of things apart they are": Case(
        "Troops killed 20 rebels near Goma in separate operations over the past 24 hours.",
        "armed_clash", [["killed 20"]], scopes=["period_total"],
    ),
    "who was shot and wounded was not killed": Case(
        "A judge was shot and seriously wounded by a gunman in Lima on Monday.", "attack", [["injured 1"]],
    ),
    "one told before and more beside him": Case(
        "Troops captured a Taliban facilitator in Khost on Monday. "
        "After a search they detained the facilitator and one of his associates.",
        "arrest", [["arrested 1", "arrested 1"]],
    ),
    "all of them take in who was told alone": Case(
        "Troops captured a bomb maker in Sangin on Monday. Both men in the car were detained.",
        "arrest", [["arrested 2"]],
    ),
    "people told with their number and meant again": Case(
        "Gunmen kidnapped twelve pupils in Kaduna last week. The pupils were freed on Tuesday.",
        "release", [["released 12"]],
    ),
    "people of whom two numbers were told": Case(
        "Gunmen kidnapped twelve pupils in Kaduna. Nine pupils had fled. The pupils were freed on Tuesday.",
        "release", [[]],
    ),
    "the commander, definite, is the one told before": Case(
        "Soldiers captured a Taliban commander in Kandahar on Monday. The commander was detained after a search.",
        "arrest", [["arrested 1"]], told=[2],
    ),
    "a pronoun points back": Case(
        "Police arrested two suspected militants in Mosul on Monday. They were detained after a tip from residents.",
        "arrest", [["arrested 2"]], told=[2],
    ),
    "the same number of the same people": Case(
        "Troops killed nine insurgents in Ghazni on Tuesday. "
        "Nine insurgents were killed when the troops returned fire.",
        "armed_clash", [["killed 9"]], told=[2],
    ),
    "an exact figure makes a vague one exact": Case(
        "Police detained several suspects in Kirkuk on Monday. Six suspects were detained after a search of a house.",
        "arrest", [["arrested 6"]],
    ),
    "a vague figure does not blur an exact one": Case(
        "Police detained six suspects in Kirkuk on Monday. Several suspects were detained at a house.",
        "arrest", [["arrested 6"]],
    ),
    "individuals are the suspects told before": Case(
        "Soldiers detained three suspected insurgents in Helmand on Monday. "
        "The three individuals were detained after a search.",
        "arrest", [["arrested 3"]], told=[2],
    ),
    "the title announces what the body tells": Case(
        "Soldiers arrested four militants in Mosul on Monday.",
        "arrest", [["arrested 4"]], title="Army arrests four militants in Mosul", told=[2],
    ),
    "a title without a figure": Case(
        "Soldiers arrested four militants in Mosul on Monday.",
        "arrest", [["arrested 4"]], title="Militants arrested in Mosul", told=[2],
    ),
    "a title that adds up what the body tells apart": Case(
        "Soldiers arrested two militants in Mosul on Monday. Elsewhere, soldiers arrested three militants in Kirkuk.",
        "arrest", [["arrested 2"], ["arrested 3"]], title="Army arrests five militants", told=[2, 2],
    ),
    "the blast that a killing was done by": Case(
        "A car bomb exploded in Baghdad on Monday. The explosion killed six civilians.",
        "ied_explosion", [["killed 6"]], told=[2],
    ),
    "a killing whose means is told later": Case(
        "Coalition forces killed seven insurgents in Kunar on Monday. "
        "The air strike killed seven insurgents in a valley.",
        "air_strike", [["killed 7"]], told=[2],
    ),
}  # fmt: skip

COUNTED = {
    "a leader by name and somebody else": Case(
        "A force killed a Taliban leader named Qari Munib and a second armed insurgent in Logar on Tuesday.",
        "armed_clash", [["killed 1", "killed 1"]],
    ),
    "an execution for an older killing": Case(
        "Authorities in Cairo executed nine men convicted of the 2015 assassination of a prosecutor.",
        "execution", [["killed 9"], ["killed 1"]],
    ),
    "a toll that somebody gives": Case(
        "A car bomb went off in Baquba on Monday. Police put the death toll at 12.", "ied_explosion", [["killed 12"]],
    ),
    "a toll of dead and wounded": Case(
        "A car bomb went off in Baquba on Monday. The toll stood at 12 dead and 30 injured.",
        "ied_explosion", [["injured 30", "killed 12"]],
    ),
    "a toll that rose on a later day": Case(
        "A car bomb went off in Baquba on Monday. The death toll rose to 14 on Tuesday.",
        "ied_explosion", [["killed 14"]], days=["2031-05-12"],
    ),
    "two groups taken in one sentence": Case(
        "Soldiers captured a Taliban leader and detained several suspected insurgents in Zabul on Monday.",
        "arrest", [["arrested 1", "arrested 3"]],
    ),
    "others on top of the first": Case(
        "Soldiers captured a Taliban leader in Zabul on Monday. Two additional insurgents were detained.",
        "arrest", [["arrested 1", "arrested 2"]],
    ),
    "a leader told again with others": Case(
        "Soldiers captured a Taliban commander in Zabul on Monday. "
        "Soldiers detained the commander and two insurgents after a search.",
        "arrest", [["arrested 1", "arrested 2"]],
    ),
    "somebody taken along with another": Case(
        "Soldiers captured a Taliban leader along with two suspected insurgents in Zabul on Monday.",
        "arrest", [["arrested 1", "arrested 2"]],
    ),
    "a whole counted over by its members": Case(
        "Soldiers detained three insurgents in Zabul on Monday. The commander and two insurgents were detained.",
        "arrest", [["arrested 1", "arrested 2"]],
    ),
    "a vague whole counted over by its members": Case(
        "Soldiers detained several insurgents in Zabul on Monday. The commander and four insurgents were detained.",
        "arrest", [["arrested 1", "arrested 4"]],
    ),
    "a second word for the same person": Case(
        "Soldiers killed a Taliban leader and facilitator in Zabul on Monday.",
        "armed_clash", [["killed 1"]],
    ),
    "killed and wounded are two figures": Case(
        "A roadside bomb killed two soldiers and wounded five in Helmand on Monday.",
        "ied_explosion", [["injured 5", "killed 2"]],
    ),
    "things seized beside people": Case(
        "Police arrested two militants in Mosul and seized 30 rifles on Monday.",
        "arrest", [["arrested 2"]],
    ),
    "nobody is no figure and no event": Case(
        "Soldiers searched a village in Khost on Monday. No civilians were harmed.",
        "attack", [],
    ),
    "a named person counts one": Case(
        "Soldiers captured Mullah Gulwan in Zabul on Monday. He was arrested at a farm.",
        "arrest", [["arrested 1"]], told=[2],
    ),
}  # fmt: skip

APART = {
    "another place": Case(
        "Police arrested two militants in Mosul on Monday. Police arrested two militants in Kirkuk.",
        "arrest", [["arrested 2"], ["arrested 2"]], places=[["Mosul"], ["Kirkuk"]],
    ),
    "another day": Case(
        "Police arrested two militants in Mosul on Monday. On Tuesday, police arrested two militants.",
        "arrest", [["arrested 2"], ["arrested 2"]], days=["2031-05-12", "2031-05-13"],
    ),
    "a cue": Case(
        "Soldiers killed four insurgents in Helmand on Monday. In a separate operation, troops killed six insurgents.",
        "armed_clash", [["killed 4"], ["killed 6"]],
    ),
    "elsewhere": Case(
        "Gunmen killed four civilians in Baghdad on Monday. Elsewhere, gunmen killed four civilians.",
        "attack", [["killed 4"], ["killed 4"]],
    ),
    "another name": Case(
        "Soldiers captured Mullah Gulwan in Zabul on Monday. Soldiers captured Mullah Torak.",
        "arrest", [["arrested 1"], ["arrested 1"]],
    ),
    "civilians are not the insurgents": Case(
        "Soldiers killed four insurgents in Helmand on Monday. Four civilians were killed.",
        "armed_clash", [["killed 4"]],
    ),
    "a plan is not the deed": Case(
        "The army launched an operation in Anbar on Monday. The army will launch an operation in Anbar next week.",
        "operation", [[], []],
    ),
    "an older arrest of the same man": Case(
        "Soldiers captured a Taliban leader in Zabul on Monday. The leader had been detained by police in 2029.",
        "arrest", [["arrested 1"], ["arrested 1"]], days=["2031-05-12", "2029-01-01"],
    ),
    "a running total": Case(
        "Police arrested two militants in Mosul on Monday. So far this year 80 militants have been arrested.",
        "arrest", [["arrested 2"], ["arrested 80"]], scopes=["single", "period_total"],
    ),
    "a total since a day": Case(
        "Police arrested two militants in Mosul on Monday. Since January, police have arrested 80 militants in Mosul.",
        "arrest", [["arrested 2"], ["arrested 80"]], scopes=["single", "period_total"],
    ),
}  # fmt: skip

PARTS = {
    "the rest of a total": Case(
        "Police arrested eight militants in Nineveh on Monday. Three of them were arrested in Mosul. "
        "The rest were arrested in Sinjar.",
        "arrest", [["arrested 8"], ["arrested 3"], ["arrested 5"]], parts=[1, 2],
    ),
    "each of two operations": Case(
        "Police arrested eight militants in two operations in Nineveh on Monday. "
        "Three were arrested in Mosul and five were arrested in Sinjar.",
        "arrest", [["arrested 8"], ["arrested 3"], ["arrested 5"]], parts=[1, 2],
        places=[["Nineveh"], ["Mosul"], ["Sinjar"]],
    ),
    "one of the separate operations that a vague total sums up": Case(
        "Several insurgents were killed during separate operations in Afghanistan on Monday. "
        "Soldiers killed two insurgents in Sangin district.",
        "armed_clash", [["killed 3"], ["killed 2"]], parts=[1],
    ),
    "one of them": Case(
        "Police arrested four militants in Mosul on Monday. One of those was arrested at a farm.",
        "arrest", [["arrested 4"]],
    ),
    "a smaller figure in the same place details the total": Case(
        "Soldiers killed five insurgents in Helmand on Monday. "
        "Soldiers killed two insurgents when a patrol was attacked.",
        "armed_clash", [["killed 5"], ["killed 2"]], parts=[1],
    ),
}  # fmt: skip

DAYS = {
    "each clause its own day": Case(
        "Police arrested two militants in Mosul on Monday and killed a militant in Kirkuk on Tuesday.",
        "arrest", [["arrested 2"]], days=["2031-05-12"],
    ),
    "the day of the happening that it continues": Case(
        "Soldiers searched a village in Khost on Sunday. Two insurgents were detained during the search.",
        "arrest", [["arrested 2"]], days=["2031-05-11"],
    ),
    "reported without a day": Case(
        "Soldiers detained two insurgents in Khost.",
        "arrest", [["arrested 2"]], days=["2031-05-14"],
    ),
    "not the day of another paragraph": Case(
        "Gunmen killed a judge in Mosul on Sunday.\n\nSoldiers detained two insurgents in Khost.",
        "arrest", [["arrested 2"]], days=["2031-05-14"],
    ),
    "an older act has no day of the report": Case(
        "Soldiers had detained two insurgents in Khost.",
        "arrest", [["arrested 2"]], days=[None],
    ),
    "a plan has no day of the report": Case(
        "The army will launch an operation in Anbar.",
        "operation", [[]], days=[None],
    ),
}  # fmt: skip

PLACES = {
    "the governing place": Case(
        "A patrol entered Kirkuk on Monday. Police arrested two militants.",
        "arrest", [["arrested 2"]], places=[["Kirkuk"]],
    ),
    "not where others acted": Case(
        "Soldiers arrested a Taliban leader in Gardez on Monday. The Taliban attacked a patrol in Kabul. "
        "Soldiers also seized 20 rifles.",
        "weapons_seizure", [["seized 20"]], places=[["Gardez"]],
    ),
    "what a known person does for a living is no event": Case(
        "Soldiers arrested a Taliban leader in Gardez on Monday. The leader carried out attacks in Kabul.",
        "attack", [],
    ),
    "a district in the province told before": Case(
        "Soldiers killed four insurgents in Helmand province on Monday. "
        "The four insurgents were killed in Sangin district.",
        "armed_clash", [["killed 4"]], told=[2],
    ),
}  # fmt: skip

TARGETS = {
    "the one searched for": Case(
        "Soldiers detained two insurgents in Khost on Monday while searching for a Haqqani leader.",
        "arrest", [["arrested 2"]], targets=[["Haqqani network", "insurgents"]],
    ),
    "an operation that targets somebody": Case(
        "Soldiers detained two insurgents in Khost on Monday during an operation targeting a Haqqani leader.",
        "arrest", [["arrested 2"]], targets=[["Haqqani network", "insurgents"]],
    ),
    "an operation to capture somebody": Case(
        "Soldiers detained two insurgents in Khost on Monday during an operation to capture a Haqqani leader.",
        "arrest", [["arrested 2"]], targets=[["Haqqani network", "insurgents"]],
    ),
    "one of those taken": Case(
        "Soldiers detained four insurgents including a Haqqani commander in Khost on Monday.",
        "arrest", [["arrested 4"]], targets=[["Haqqani network", "insurgents"]],
    ),
    "the leader is of the network named with him": Case(
        "Soldiers searched for a Haqqani leader in Khost on Monday. The leader was captured at a farm.",
        "arrest", [["arrested 1"]], targets=[["Haqqani network"]],
    ),
}  # fmt: skip

CASES = RETOLD | COUNTED | APART | PARTS | DAYS | PLACES | TARGETS


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_document(case: Case) -> None:
    found = [e for e in events(case.text, case.title) if e.kind == case.kind]
    assert [figures(e) for e in found] == [sorted(wanted) for wanted in case.figures]
    assert [i for i, e in enumerate(found) if e.part_of is not None] == case.parts
    for wanted, got in (
        (case.days, [e.date_start.isoformat() if e.date_start else None for e in found]),
        (case.places, [[p.place.name for p in e.places] for e in found]),
        (case.told, [sum(x.slot == "event" for x in e.evidence) for e in found]),
        (case.targets, [sorted({p.name for p in e.participants if p.role == "target"}) for e in found]),
        (case.scopes, [e.scope for e in found]),
    ):
        assert wanted is None or wanted == got


def test_parts_point_to_their_total() -> None:
    whole, *parts = events(PARTS["the rest of a total"].text)
    assert {part.part_of for part in parts} == {whole.event_id}


def test_a_day_of_the_report_says_that_it_is_rough_and_has_no_wording() -> None:
    (event,) = events("Soldiers detained two insurgents in Khost.")
    assert (event.date_precision, event.date_wording) == ("week", None)


def test_an_inherited_place_says_so() -> None:
    (event,) = (e for e in events("A patrol entered Kirkuk on Monday. Police arrested two men.") if e.kind == "arrest")
    assert [(p.place.name, p.inherited) for p in event.places] == [("Kirkuk", True)]


def test_what_a_title_tells_is_evidence_of_the_event_of_the_body() -> None:
    (event,) = events("Soldiers arrested four militants in Mosul on Monday.", "Army arrests four militants in Mosul")
    assert [e.span.sentence for e in event.evidence if e.slot == "event"] == [1, 0]


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Turkish soldiers attacked a base in Afrin. The soldiers arrested two men.", "Turkish soldiers"),
        ("The Taliban attacked a base in Zabul. They killed four soldiers.", "Taliban"),
        ("Mullah Gulwan attacked a base in Zabul. He killed four soldiers.", "Gulwan"),
    ],
)
def test_whom_a_phrase_or_pronoun_means(text: str, doer: str) -> None:
    last = events(text)[-1]
    assert doer in {p.name for p in last.participants if p.role == "actor"}


def test_many_events_of_one_kind_stay_apart_by_their_figures() -> None:
    found = events(" ".join(f"Police arrested {n} militants in Mosul." for n in range(2, 302)))
    assert sum(e.kind == "arrest" for e in found) == 300
