"""Draft: an event as one sentence tells it, before the document is taken together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extraction.clauses.act import act
from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import noun_groups, words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import GROUPS, PERSONS, sense
from extraction.events.discourse import cues, points_back, says
from extraction.events.doer import agents_of
from extraction.events.event import ParticipantRole, PlaceRole, Scope, Span, Status, spanned
from extraction.events.meaning import meant
from extraction.events.owner import owner_of
from extraction.events.party import PERSONAL, Party, parties, side_of
from extraction.events.rule import Rule
from extraction.events.scene import SPEECH, dates_of, operation_of, places_of, said_on
from extraction.events.scope import scope
from extraction.events.sufferer import patients_of
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

CLAIM = "claimed"
"""The rule of who claims responsibility: no event of its own, but whose the one before was."""
_COMPANY = ("with", "along with", "together with", "alongside")


@dataclass(slots=True, eq=False)
class Draft:
    """One event of one sentence. `agents` and `patients` are still phrases: the document decides whom they mean."""

    kind: str
    rule: str
    predicate: Predicate
    sentence: Sentence
    status: Status
    scope: Scope
    agents: list[Phrase]
    patients: list[Phrase]
    agent_role: ParticipantRole | None
    patient_role: ParticipantRole | None
    parties: list[Party] = field(default_factory=list)
    places: list[tuple[PlaceRole, Mention]] = field(default_factory=list)
    dates: list[Mention] = field(default_factory=list)
    reported: Mention | None = None
    """The day on which somebody says so: "police said on Monday"."""
    operation: Mention | None = None
    claimants: list[Phrase] = field(default_factory=list)
    members: list[Phrase] = field(default_factory=list)
    """Who is named of those whom it was done to: "four men, including a commander"."""
    sought: list[Phrase] = field(default_factory=list)
    """Whom the operation looks for: "while searching for a Taliban leader"."""
    supporters: list[Phrase] = field(default_factory=list)
    """Who stands behind those who did it: "troops backed by the air force"."""
    bare_harm: bool = False
    """Whether only the harm is told and not by what means: "two were killed"."""

    background: bool = False
    """Whether the act lies before what the document tells: a pluperfect, or a cue such as "previously"."""
    points_back: bool = False
    """Whether all whom it was done to are told as known: "the commander", "they"."""
    retold: bool = False
    """Whether it says who the people of an act reported before were: "officials confirmed that the leader was"."""
    manifold: bool = False
    """Whether it sums up several operations: "during separate operations", "in two raids"."""
    unsided: bool = False
    """Whether nothing says on which side they are: "individuals"."""

    @property
    def trigger(self) -> Span:
        """Where the words stand that tell the act."""
        return spanned(self.sentence, self.predicate.first, self.predicate.last)


def draft(predicate: Predicate, rule: Rule, realis: Status, sentence: Sentence, mentions: Sequence[Mention]) -> Draft:
    """Return the event that a rule makes of one predicate of a sentence. `mentions` are those of the sentence."""
    agents, patients = [a for a in agents_of(predicate) if a.determiner != "no"], list(patients_of(predicate))
    infinitive = predicate.verb is not None and predicate.verb.form == "infinitive"
    if realis == "prevented" and infinitive and predicate.controller is not None:
        agents = _plotters(predicate)  # who foiled a plot did not make it
    if rule.quantity in PERSONAL and not predicate.nominal and _persons(patients):
        patients += [p for p in _company(predicate) if all(p is not q for q in patients)]
    if predicate.nominal and not agents and rule.agent_role == "actor":
        agents, patients = _sides(predicate, rule, patients)
    members = _members(predicate)
    claimants = agents[:1] if _claimed(predicate) or rule.name == CLAIM else []
    if rule.swap:
        agents, patients = _swapped(predicate, agents, patients)
    kind, realis = meant(rule, predicate, agents, realis)
    found = Draft(
        kind, rule.name, predicate, sentence, realis, scope(predicate, sentence), agents, patients,
        rule.agent_role, rule.patient_role, claimants=claimants, members=members,
    )  # fmt: skip
    found.parties = _parties(rule, found)
    if kind == "operation" and not found.parties:
        found.scope = "single"  # "has been under way since Friday"
    found.places = places_of(predicate, patients, mentions, sentence)
    _date(found, mentions)
    found.operation = operation_of(predicate, mentions)
    found.background = _is_background(predicate, sentence)
    found.retold = says(sentence, "retold")
    found.points_back = bool(patients) and all(points_back(p) for p in patients)
    found.manifold = any(_several_acts(p) for _, phrases in predicate.adjuncts for p in phrases)
    found.unsided = bool(patients) and all(side_of(p) is None for p in patients)
    return found


def _parties(rule: Rule, draft: Draft) -> list[Party]:
    """Whom and what the draft counts, the acts of its own noun first: "three attacks killed five"."""
    found: list[Party] = []
    phrase = draft.predicate.phrase
    if rule.self_quantity is not None and phrase is not None and phrase.number is not None:
        found += parties(rule.self_quantity, [phrase], draft.sentence)
    if rule.quantity is not None and draft.kind != "threat":
        counted = _counted(rule, draft.agents, draft.patients)
        if rule.quantity == "destroyed":
            counted = [p for p in counted if not sense(p).classes & (PERSONS | GROUPS)]
        found += parties(rule.quantity, counted, draft.sentence)
    return found


def _date(draft: Draft, mentions: Sequence[Mention]) -> None:
    """Say when it happened and when that was said; figures "since" a day are those of a period."""
    draft.dates = dates_of(draft.predicate, mentions, draft.sentence)
    draft.reported = said_on(mentions, draft.sentence)
    if draft.parties and any(m.name == "since" for m in draft.dates):
        draft.scope = "period_total"
    elif draft.status == "occurred":
        draft.dates = [m for m in draft.dates if m.name == "at"]


def _sides(predicate: Predicate, rule: Rule, patients: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """The two sides of an act "between" them: the first one told acts, or both where none suffers."""
    both = next((list(told) for word, told in predicate.adjuncts if word == "between" and len(told) > 1), [])
    if not both or any(all(p is not q for q in patients) for p in both):
        return [], patients
    return (both, []) if rule.patient_role is None else (both[:1], both[1:])


def _plotters(predicate: Predicate) -> list[Phrase]:
    """Whose plot or attempt an infinitive tells: "foiled a rebel attempt to enter", "an attempt by rebels to enter"."""
    plot = predicate.controller
    if plot is None:
        return []
    owner = owner_of(replace(predicate, phrase=plot, first=plot.last))
    return [owner] if owner is not None else [a for a in predicate.agents if a.first > plot.first]


def _several_acts(phrase: Phrase) -> bool:
    """Whether the phrase names more than one act of an operation or attack."""
    if phrase.noun is None or not phrase.noun.plural:
        return False
    several = phrase.number is not None or not cues("apart").isdisjoint(phrase.norms)
    return several and bool(noun_groups().get(phrase.head, frozenset()) & {"operation", "attack"})


def _is_background(predicate: Predicate, sentence: Sentence) -> bool:
    verb = None if predicate.nominal else predicate.verb
    before = verb is not None and sentence.tokens[verb.first].norm == "had" and not _is_reported(verb.first, sentence)
    return before or says(sentence, "background")


def _is_reported(first: int, sentence: Sentence) -> bool:
    """Whether a pluperfect tells what is reported: "said it had killed two", "by nightfall they had burned six"."""
    said = any(word in SPEECH and word.endswith("d") for word in sentence.words[:first])  # no "reports", "claims"
    return said or says(sentence, "reached")


def _persons(phrases: Sequence[Phrase]) -> bool:
    return any(sense(phrase).classes & PERSONS for phrase in phrases)


def _company(predicate: Predicate) -> list[Phrase]:
    """Those who share the victim's lot: "captured the leader along with two suspects", not "hurt in a clash with"."""
    behind = pairwise((("", ()), *predicate.adjuncts))
    told = [phrases for (_, before), (word, phrases) in behind if word in _COMPANY and not _with_whom(word, before)]
    with_them = [p for phrases in told for p in phrases if p.first > predicate.first]  # not "With this, 40 were killed"
    return [p for p in with_them if sense(p).classes & (PERSONS | {"counted"})]


def _with_whom(word: str, before: tuple[Phrase, ...]) -> bool:
    """Whether "with" says against whom the act before it was: "in a clash with", "in fighting with"."""
    return word == "with" and bool(before) and act(before[-1]) is not None


def _members(predicate: Predicate) -> list[Phrase]:
    return [p for word, phrases in predicate.adjuncts if word == "including" for p in phrases if _persons([p])]


def _claimed(predicate: Predicate) -> bool:
    verb = predicate.verb
    return predicate.nominal and verb is not None and not verb.negated and verb.lemma in words("claim_verbs")


def _counted(rule: Rule, agents: list[Phrase], patients: list[Phrase]) -> list[Phrase]:
    """The phrases that the rule's quantity counts: who did it where nobody had it done to them."""
    intransitive = rule.quantity in ("surrendered", "withdrawn", "deployed") and not patients
    intransitive = intransitive or (rule.quantity == "surrendered" and not _persons(patients) and _persons(agents))
    intransitive = intransitive or rule.quantity == "participants"
    return agents if rule.agent_role == "target" or intransitive else patients


def _swapped(predicate: Predicate, agents: list[Phrase], patients: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Of a repelled attack: its own doer, and as its target the post told or those who repelled it."""
    verb = predicate.verb
    repellers = [a for a in agents if verb is not None and (a.first > verb.first) == verb.passive]
    return [a for a in agents if a not in repellers], [*patients, *repellers]
