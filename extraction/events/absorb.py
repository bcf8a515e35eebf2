"""Absorb: what follows an act in the same breath (deaths, things destroyed) becomes a quantity of it."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.sense import sense
from extraction.events.captive import put_to_death
from extraction.events.draft import Draft
from extraction.events.host import CAUSES, HOSTS, cost, doers_of, hosts_of, is_somebody
from extraction.events.rule import HARM
from extraction.events.story import EXPLOSIVE

_VIOLENCE = frozenset({HARM, "attack", "abduction", "execution", "property_destruction"})
_SPREES = frozenset({"riot", "property_destruction"})
"""Kinds of which several deeds of the same people in one sentence are one event: "burned houses and looted shops"."""

_ARMED = frozenset({"insurgent", "militia", "state_forces"})
_AFAR = frozenset({"air_strike", "shelling"})
"""Kinds of which a participle can tell where they came down: "fired a missile at the town, hitting a hotel"."""


def absorb(found: list[Draft]) -> list[Draft]:
    """Join what is told twice in one breath, and what follows (deaths, things destroyed) to the act that did it."""
    _raid(found)
    acts = put_to_death(_once(found))
    hosts = hosts_of(acts)
    of_host = {id(told): host for told, host in zip(acts, hosts, strict=True)}
    for told, host in zip(acts, hosts, strict=True):
        if host is not None:
            _take(of_host[id(host)] or host, told)
    return [told for told, host in zip(acts, hosts, strict=True) if host is None]


def _raid(acts: Sequence[Draft]) -> None:
    """Fighters who enter a place and do harm there raid it; they do not take it."""
    for came in (d for d in acts if d.rule == "territory.entered" and d.kind == "territory_seized"):
        doers = {id(p) for p in came.agents}
        if any(d.kind in _VIOLENCE and doers & {id(p) for p in d.agents} for d in acts):
            came.kind = "attack"


def _once(found: list[Draft]) -> list[Draft]:
    """The acts of a sentence, each once: "a rocket fired by rebels landed", "clashes erupted when rebels attacked"."""
    kept: list[Draft] = []
    for told in found:
        first = next((d for d in kept if _same_act(d, told)), None)
        if first is None:
            kept.append(told)
            continue
        if first.kind == "attack" and told.kind == "shelling":
            first.kind, first.rule = told.kind, told.rule
        _take(first, told)
        if told.agent_role == "actor" and (first.agent_role is None or not any(is_somebody(p) for p in first.agents)):
            first.agents, first.agent_role = told.agents or first.agents, "actor"
        if not any(is_somebody(p) for p in first.patients) and (told.parties or not first.patients):
            first.patients, first.patient_role = told.patients, told.patient_role
    return kept


def _same_act(first: Draft, told: Draft) -> bool:
    if first.kind == "attack" and told.rule == "shelling.means" and told.predicate.word == "use":
        return told.predicate.parent is not None and told.predicate.parent is first.predicate.verb
    if first.kind == "armed_clash" and first.predicate.nominal and told.kind == "attack":
        return told.predicate.introduced_by in CAUSES
    if first.kind == told.kind and first.kind in _SPREES and first.agents and first.status == told.status:
        return {id(p) for p in first.agents} == {id(p) for p in told.agents}
    if {first.kind, told.kind} == {"threat"} or (told.rule == "attack.hit" and first.kind in _AFAR and _trails(told)):
        return bool({id(p) for p in first.agents} & {id(p) for p in told.agents})
    exploded = {first.kind, told.kind} == EXPLOSIVE  # "a truck driven by a suicide bomber blew up"
    if (first.kind != told.kind and not exploded) or first.kind not in HOSTS:
        return False
    if first.predicate.nominal and any(p is first.predicate.phrase for p in (*told.agents, *told.patients)):
        return True  # "an old mine exploded"
    shared = {id(p) for p in (*first.agents, *first.patients)} & {id(p) for p in (*told.agents, *told.patients)}
    return any(
        id(p) in shared and (first.kind == "armed_clash" or not is_somebody(p))
        for p in (*first.agents, *first.patients)
    )


def _trails(told: Draft) -> bool:
    """Whether a participle tells where it came down: "fired a missile at the town, hitting a hotel"."""
    return told.predicate.verb is not None and told.predicate.verb.form == "ing"


def _take(host: Draft, guest: Draft) -> None:
    if host.rule == "riot.communal" and guest.kind == HARM and _fighters(guest):
        host.kind = "armed_clash"  # "clashes between Croats and Muslims killed 20 soldiers"
    if cost(host, guest):
        host.status = "occurred"  # only what is beaten off before any harm is prevented
        if defenders := doers_of(guest):
            host.patients, host.patient_role = defenders, "target"
    known = {(p.quantity.role, p.quantity.wording) for p in host.parties}
    host.parties += [p for p in guest.parties if (p.quantity.role, p.quantity.wording) not in known]
    fought = host.kind == "armed_clash" and not host.agents
    if fought and {id(p) for p in guest.agents} & {id(p) for p in host.patients}:
        host.agents = guest.patients  # who died in a repelled attack made it
    harmed = guest.agents if guest.agent_role == "target" else guest.patients
    if guest.kind == HARM and harmed and not (host.kind == HARM and host.patients):
        _harm(host, harmed)
    if not host.agents and guest.agent_role == "actor":
        host.agents = [a for a in guest.agents if a is not host.predicate.phrase]
    if guest.scope == "period_total" and len(host.parties) == len(guest.parties):
        host.scope = guest.scope
    held = {id(m) for _, m in host.places}
    host.places += [(role, m) for role, m in guest.places if id(m) not in held]
    host.dates = host.dates or guest.dates


def _fighters(harm: Draft) -> bool:
    """Whether all who were killed bear arms: soldiers or fighters, and no police sent to part a crowd."""
    killed = [party.phrase for party in harm.parties if party.quantity.role == "killed"]
    return bool(killed) and all(sense(phrase).category in _ARMED for phrase in killed)


def _harm(host: Draft, harmed: list[Phrase]) -> None:
    """Those who were harmed are whom the act was done to, where it names nobody itself."""
    if host.agent_role == "target" and not any(is_somebody(p) and not p.pronoun for p in host.agents):
        host.agents = harmed
    if host.agent_role == "actor" and not any(is_somebody(p) for p in host.patients):
        host.patients, host.patient_role = harmed, "target"
