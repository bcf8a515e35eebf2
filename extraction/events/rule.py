"""Rule: which act, done by whom to what, is which kind of event. A rule is a value; the first that fits applies."""

from collections.abc import Iterable
from dataclasses import dataclass

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense
from extraction.events.doer import agents_of
from extraction.events.event import ParticipantRole, Status
from extraction.events.sufferer import patients_of

HARM = "harm"
"""Not a kind of event: killed or wounded, a quantity of the act that did it or an event by who did it to whom."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one group of trigger words becomes one kind of event.

    Empty conditions hold always. `patient` and `agent` ask that one phrase has one of the classes; `patient_side`
    and `agent_side` that a phrase stands on a side, `not_agent_side` that none does. `governed` names lists of
    `lexicon/grammar.yaml` in one of which the governing verb of a nominal must stand, `role` is what the noun is to
    that verb, or `alone` where it has a count and no verb ("12 dead"). `adjunct` holds
    prepositions one of which must follow, and what it leads to must have one of the classes of `reached` and one of
    the heads of `reached_nouns` ("strikes over pay");
    `means` and `doers` are head nouns one of which must stand among all phrases of the act ("fired rockets", "hit
    by a grenade"), or among those that do it; of `unless` none may stand among all its phrases ("fired in the air").
    `purpose` names a list of verbs one of which must say what it is done
    for; `spares` names lists no word of which may stand in who does it or whom it is done to ("captured").
    `freight` tells whether what is stopped must or must not be goods on their way ("rockets bound for the rebels").
    `no_scene` asks for more than where a search goes on ("the compound").
    `quantity` is the role of the patients' numbers, `self_quantity` that of the number of the act itself ("12
    strikes"). `swap` makes the grammar's patient the actor. `examples` fire
    the rule, `counter_examples` do not.
    """

    name: str
    kind: str
    group: str
    nominal: bool | None = None
    words: frozenset[str] = frozenset()
    patient: frozenset[str] = frozenset()
    agent: frozenset[str] = frozenset()
    agent_side: str | None = None
    not_agent_side: str | None = None
    patient_side: str | None = None
    governed: frozenset[str] = frozenset()
    role: str | None = None
    adjunct: frozenset[str] = frozenset()
    not_adjunct: str | None = None
    reached: frozenset[str] = frozenset()
    reached_nouns: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    purpose: str | None = None
    spares: frozenset[str] = frozenset()
    needs_patient: bool = False
    no_patient: bool = False
    many_agents: bool = False
    needs_agent: bool = False
    no_agent: bool = False
    no_scene: bool = False
    freight: bool | None = None
    quantity: str | None = None
    self_quantity: str | None = None
    status: Status | None = None
    swap: bool = False
    patient_role: ParticipantRole | None = "target"
    agent_role: ParticipantRole | None = "actor"
    examples: tuple[str, ...] = ()
    counter_examples: tuple[str, ...] = ()

    def takes(self, word: str, groups: frozenset[str], *, nominal: bool) -> bool:
        """Whether the rule is about this trigger, a noun of act or a verb, of these groups."""
        return self.group in groups and self.nominal in (None, nominal) and (not self.words or word in self.words)

    def fits(self, predicate: Predicate) -> bool:
        """Whether the rule applies to this predicate, whose trigger it takes."""
        if self.governed and not _governed(predicate, self.governed, self.role):
            return False
        if self.role == "alone" and not _alone(predicate):
            return False
        if (self.adjunct or self.not_adjunct) and not self._follows(predicate):
            return False
        if self.freight not in (None, predicate.freight):
            return False
        if self.purpose is not None and predicate.purposes.isdisjoint(words(self.purpose)):
            return False
        patients, agents = patients_of(predicate), agents_of(predicate)
        if not self._has_whom_it_needs(patients, agents):
            return False
        if (self.means and not self.means & _means(predicate)) or (self.doers and not self.doers & _heads(agents)):
            return False
        if self.unless and self.unless & _means(predicate):
            return False
        if self.spares and (_bears(agents, self.spares) or (patients and _all_bear(patients, self.spares))):
            return False
        held = _holds(patients, self.patient, self.patient_side, None)
        held = held and _holds(agents, self.agent, self.agent_side, self.not_agent_side)
        held = held and not (self.no_scene and patients and all(map(_is_scene, patients)))
        return held and not _figurative(agents, () if self.group in _SPEECH else patients)

    def _has_whom_it_needs(self, patients: tuple[Phrase, ...], agents: tuple[Phrase, ...]) -> bool:
        """Whether somebody is named who does it or to whom it is done, where somebody must be; or nobody."""
        if (self.needs_patient and not patients) or (self.no_patient and patients):
            return False
        if (self.needs_agent and not agents) or (self.no_agent and agents):
            return False
        return not self.many_agents or _several(agents)

    def _follows(self, predicate: Predicate) -> bool:
        """Whether a preposition that must follow does and leads where it must, and the other does not."""
        behind = {word for word, _ in _led(predicate)}
        if self.not_adjunct in behind or (self.adjunct and self.adjunct.isdisjoint(behind)):
            return False
        led_to = [p for word, phrases in _led(predicate) if word in self.adjunct for p in phrases]
        if self.reached_nouns and self.reached_nouns.isdisjoint(_heads(led_to)):
            return False
        return not self.reached or any(sense(p).classes & self.reached for p in led_to)


def _led(predicate: Predicate) -> list[tuple[str, tuple[Phrase, ...]]]:
    """What prepositions lead to; also the "of" of what a verb is done to: "cleared the fields of mines"."""
    return predicate.adjuncts + [("of", (p.of,)) for p in predicate.patients if p.of is not None]


_SPEECH = frozenset({"protest", "agree", "appeal", "accuse", "threaten", "suspend", "aid"})
"""Groups of acts that can well be about ideas: a protest against a reform."""


def _figurative(agents: Iterable[Phrase], patients: Iterable[Phrase]) -> bool:
    """Whether nobody acts ("the storm destroyed") or it is only a manner of speaking ("attack on the reform")."""
    for phrase in agents:
        if phrase.head in words("elements") and phrase.last - phrase.first == 1 + (phrase.determiner is not None):
            return True
    return any(p.of is None and p.head in words("ideas") for p in patients)


def _bears(phrases: Iterable[Phrase], names: frozenset[str]) -> bool:
    """Whether a phrase holds a word of one of these lists: "two wounded soldiers", "dozens of protesters"."""
    told = {word for phrase in phrases for p in (phrase, phrase.of) if p is not None for word in (p.head, *p.norms)}
    return any(not told.isdisjoint(words(name)) for name in names)


def _all_bear(phrases: Iterable[Phrase], names: frozenset[str]) -> bool:
    """Whether each does: "tear gas and rubber bullets", but not "tear gas and live rounds"."""
    return all(_bears((phrase,), names) for phrase in phrases)


def _is_scene(phrase: Phrase) -> bool:
    """Whether it is only where a search goes on, "the compound", "the area", and no place that changes hands."""
    return phrase.head in words("scenes") and phrase.of is None and not phrase.mentions


def _alone(predicate: Predicate) -> bool:
    return predicate.verb is None and predicate.phrase is not None and predicate.phrase.number is not None


def _several(phrases: tuple[Phrase, ...]) -> bool:
    """Whether they are more than one: "Niger and Mali", "the two sides"."""
    return len(phrases) > 1 or any(p.noun is not None and p.noun.plural for p in phrases)


def _heads(phrases: Iterable[Phrase]) -> frozenset[str]:
    told = [p for phrase in phrases for p in (phrase, phrase.of) if p is not None]
    return frozenset(name for p in told for name in (p.head, " ".join(p.norms[-2:])))


def _means(predicate: Predicate) -> frozenset[str]:
    told = [p for preposition, phrases in predicate.adjuncts for p in phrases if preposition != "near"]
    own = predicate.phrase.of if predicate.phrase is not None else None
    return _heads((*predicate.agents, *predicate.patients, *told, *([own] if own is not None else [])))


def _governed(predicate: Predicate, names: frozenset[str], role: str | None) -> bool:
    lemma = predicate.verb.lemma if predicate.verb is not None else None
    if lemma is None or (role is not None and predicate.role != role):
        return False
    return any(lemma in words(name) for name in names)


def _holds(phrases: Iterable[Phrase], classes: frozenset[str], side: str | None, not_side: str | None) -> bool:
    if not classes and side is None and not_side is None:
        return True
    told = list(phrases)
    if classes and not any(sense(phrase).classes & classes for phrase in told):
        return False
    sides = [_side(phrase) for phrase in told]
    return (side is None or side in sides) and (not_side is None or not_side not in sides)


def _side(phrase: Phrase) -> str | None:
    """On which side a phrase is; a body on that of who it was: "the bodies of five rebels"."""
    found = sense(phrase)
    return sense(phrase.of).side if "casualty" in found.classes and phrase.of is not None else found.side
