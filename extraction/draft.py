"""Draft: an event as one sentence tells it, before the document is taken together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extraction.chunk import Phrase
from extraction.clause import Predicate
from extraction.count import quantities, span
from extraction.event import ParticipantRole, PlaceRole, Quantity, Scope, Span, Status
from extraction.mention import Mention
from extraction.realis import scope, status
from extraction.rule import HARM, Rule, agents_of, patients_of
from extraction.rules import rule_for
from extraction.sense import PERSONS, sense
from extraction.sentence import Sentence

_HOSTS = frozenset(
    {
        "air_strike",
        "shelling",
        "ied_explosion",
        "suicide_bombing",
        "grenade_attack",
        "chemical_attack",
        "attack",
        "armed_clash",
        "territory_seized",
        "territory_regained",
        "execution",
        "riot",
        "protest",
    }
)
_GUESTS = frozenset({HARM, "hideout_destroyed", "property_destruction"})
_ROLES: dict[str, PlaceRole] = {
    "from": "from",
    "to": "to",
    "near": "near",
    "border": "near",
    "toward": "toward",
    "towards": "toward",
    "into": "to",
}
CONTEXT = frozenset({"container", "dateline", "origin"})
"""Categories of place mentions that are no place of an event: what holds a narrower one, a dateline, a home town."""
_NOT_PLACES = frozenset({"by", "with", "against", "of", "for"})


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
    quantities: list[Quantity] = field(default_factory=list)
    places: list[tuple[PlaceRole, Mention]] = field(default_factory=list)
    dates: list[Mention] = field(default_factory=list)
    operation: Mention | None = None
    claimants: list[Phrase] = field(default_factory=list)

    @property
    def trigger(self) -> Span:
        """Where the words stand that tell the act."""
        tokens = self.sentence.tokens
        return Span(
            sentence=self.sentence.index,
            start=tokens[self.predicate.first].start,
            end=tokens[self.predicate.last - 1].end,
        )


def drafts(sentence: Sentence, predicates: Sequence[Predicate], mentions: Sequence[Mention]) -> list[Draft]:
    """Return the events that a sentence tells: one a predicate that a rule takes, harm joined to what did it."""
    found: list[Draft] = []
    for predicate in predicates:
        rule = rule_for(predicate)
        if rule is None:
            continue
        realis = status(predicate, rule, sentence)
        if realis is not None:
            found.append(_draft(predicate, rule, realis, sentence, mentions))
    return _drop_carriers(_absorb(found))


def _draft(predicate: Predicate, rule: Rule, realis: Status, sentence: Sentence, mentions: Sequence[Mention]) -> Draft:
    agents, patients = list(agents_of(predicate)), list(patients_of(predicate))
    claimants: list[Phrase] = []
    if (
        predicate.nominal
        and predicate.role == "object"
        and predicate.verb is not None
        and predicate.verb.lemma == "claim"
    ):
        claimants = agents[:1]
    if rule.swap:
        agents, patients = _swapped(predicate, agents, patients)
    draft = Draft(
        rule.kind,
        rule.name,
        predicate,
        sentence,
        realis,
        scope(predicate, sentence),
        agents,
        patients,
        rule.agent_role,
        rule.patient_role,
    )
    draft.claimants = claimants
    if rule.quantity is not None:
        counted = (
            agents
            if rule.agent_role == "target"
            or (rule.quantity in ("surrendered", "withdrawn", "deployed") and not patients)
            else patients
        )
        draft.quantities = quantities(rule.quantity, counted, sentence)
    if rule.self_quantity is not None and predicate.phrase is not None and predicate.phrase.number is not None:
        draft.quantities = [*quantities(rule.self_quantity, [predicate.phrase], sentence), *draft.quantities]
    draft.places = _places(predicate, patients, mentions)
    draft.dates = _dates(predicate, mentions)
    draft.operation = _operation(predicate, mentions)
    return draft


def _swapped(predicate: Predicate, agents: list[Phrase], patients: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Of a repelled attack: its own doer, and as its target the post told or those who repelled it."""
    repellers = [a for a in agents if predicate.role == "object"]
    own = [a for a in agents if a not in repellers or a.first >= predicate.first - len((predicate.phrase or a).norms)]
    return own, patients or repellers


def _places(
    predicate: Predicate, patients: Sequence[Phrase], mentions: Sequence[Mention]
) -> list[tuple[PlaceRole, Mention]]:
    """The places in the predicate's own phrases; else those of the sentence that stand after a preposition of place."""
    spans: list[tuple[int, int, str]] = []
    for preposition, phrases in predicate.adjuncts:
        if preposition not in _NOT_PLACES:
            spans += [(*_extent(p), preposition) for p in phrases]
    spans += [
        (*_extent(p), "at")
        for p in patients
        if sense(p).classes & {"place", "named_place", "building", "act"} or p.of is not None
    ]
    if predicate.phrase is not None:
        spans.append((*_extent(predicate.phrase), "at"))
    found: list[tuple[PlaceRole, Mention]] = []
    for mention in mentions:
        if mention.type != "place" or mention.category in CONTEXT:
            continue
        inside = next((word for first, last, word in spans if first <= mention.first < last), None)
        if inside is not None and all(m is not mention for _, m in found):
            found.append((_ROLES.get(mention.category or inside, "at"), mention))
    return found


def _extent(phrase: Phrase) -> tuple[int, int]:
    last = phrase
    while last.of is not None:
        last = last.of
    return phrase.first, last.last


def _dates(predicate: Predicate, mentions: Sequence[Mention]) -> list[Mention]:
    """The dates of the predicate's clause; else the only date of the sentence."""
    dates = [m for m in mentions if m.type == "date" and m.name in ("at", "since", "until")]
    marks = {mark.first for mark in predicate.dates}
    own = [m for m in dates if m.first in marks or any(m.first <= first < m.last for first in marks)]
    return own or (dates if len(dates) == 1 else [])


def _operation(predicate: Predicate, mentions: Sequence[Mention]) -> Mention | None:
    named = [m for m in mentions if m.type == "operation"]
    if predicate.phrase is not None:
        first, last = _extent(predicate.phrase)
        own = next((m for m in named if first <= m.first <= last), None)
        if own is not None:
            return own
    return named[0] if named else None


def _absorb(found: list[Draft]) -> list[Draft]:
    """Join what follows in the same breath (deaths, things destroyed) to the act that did it."""
    kept: list[Draft] = []
    for draft in found:
        host = _host(draft, found) if draft.kind in _GUESTS else None
        if host is None:
            kept.append(draft)
        else:
            _take(host, draft)
    return kept


def _host(guest: Draft, found: Sequence[Draft]) -> Draft | None:
    hosts = [d for d in found if d.kind in _HOSTS and d is not guest]
    phrases = {id(p) for p in guest.agents} | {id(p) for _, group in guest.predicate.adjuncts for p in group}
    linked = next((h for h in hosts if h.predicate.phrase is not None and id(h.predicate.phrase) in phrases), None)
    if linked is not None:
        return linked
    for host in hosts:
        joined = guest.predicate.parent is not None and guest.predicate.parent is host.predicate.verb
        same_doer = {id(p) for p in guest.agents} & {id(p) for p in host.agents}
        unnamed = not guest.agents or all(sense(p).side is None for p in guest.agents)
        if (
            joined
            or same_doer
            or (unnamed and not guest.predicate.nominal and guest.predicate.first > host.predicate.first)
        ):
            return host
    return None


def _take(host: Draft, guest: Draft) -> None:
    known = {(q.role, q.wording) for q in host.quantities}
    host.quantities += [q for q in guest.quantities if (q.role, q.wording) not in known]
    if guest.kind == HARM and guest.patients and not host.patients:
        host.patients, host.patient_role = guest.patients, "target"
    if not host.agents:
        host.agents = [a for a in guest.agents if a is not host.predicate.phrase]
    held = {id(m) for _, m in host.places}
    host.places += [(role, m) for role, m in guest.places if id(m) not in held]
    host.dates = host.dates or guest.dates


def _drop_carriers(found: list[Draft]) -> list[Draft]:
    """An operation that only carries an act of the same sentence is not told twice; harm alone gets its kind."""
    acts = [d for d in found if d.kind != "operation"]
    kept = [
        d
        for d in found
        if d.kind != "operation" or not acts or d.predicate.role in ("object", "subject") or d.operation is not None
    ]
    for draft in kept:
        if draft.kind == HARM:
            draft.kind = _kind_of_harm(draft)
    return [d for d in kept if not (d.kind == "armed_clash" and d.rule == "die" and not d.quantities)]


def _kind_of_harm(draft: Draft) -> str:
    """Killing between armed sides is a clash, of civilians an attack."""
    sides = {sense(p).side for p in draft.agents} - {None}
    victims = [sense(p) for p in (draft.agents if draft.agent_role == "target" else draft.patients)]
    fighters = any(v.side in ("armed", "state") for v in victims)
    if draft.agent_role == "target":
        return "armed_clash" if fighters else "attack"
    if any(v.side == "civilian" for v in victims) or not (fighters or sides == {"state"}):
        return "attack"
    return "armed_clash" if fighters or any(v.classes & PERSONS for v in victims) else "attack"


__all__ = ["Draft", "drafts", "span"]
