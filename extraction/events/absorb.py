"""Absorb: what follows an act in the same breath (deaths, things destroyed) becomes a quantity of it."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.sense import GROUPS, PERSONS, sense
from extraction.events.draft import Draft
from extraction.events.rule import HARM
from extraction.events.story import EXPLOSIVE

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
_REACH = 12
"""How many acts before or behind it in its sentence may have done a harm."""
_TIMING = frozenset({"as", "while", "when", "after", "before", "once", "until"})
_CAUSES = frozenset({"when", "as", "after"})
"""Words that open the clause of what did a harm told before it: "five died when a mine exploded"."""
_VIOLENCE = frozenset({HARM, "attack", "abduction", "execution", "property_destruction"})
_RAIDS = frozenset({"attack", "territory_seized"})
_SPREES = frozenset({"riot", "property_destruction"})
"""Kinds of which several deeds of the same people in one sentence are one event: "burned houses and looted shops"."""
_GUESTS = frozenset({HARM, "hideout_destroyed", "property_destruction"})


def absorb(found: list[Draft]) -> list[Draft]:
    """Join what is told twice in one breath, and what follows (deaths, things destroyed) to the act that did it."""
    _raid(found)
    acts = _once(found)
    hosts = [_host_of(told, acts[max(0, i - _REACH) : i + _REACH]) for i, told in enumerate(acts)]
    for i, told in enumerate(acts):
        hosts[i] = hosts[i] or _beside(
            told, acts[i - 1 : i] + acts[i + 1 : i + 2], hosts[i - 1 : i] + hosts[i + 1 : i + 2]
        )
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
        _take(first, told)
        if told.agent_role == "actor" and not any(_somebody(p) for p in first.agents):
            first.agents, first.agent_role = told.agents or first.agents, "actor"
        if not any(_somebody(p) for p in first.patients) and (told.parties or not first.patients):
            first.patients, first.patient_role = told.patients, told.patient_role
    return kept


def _same_act(first: Draft, told: Draft) -> bool:
    if first.kind == "armed_clash" and first.predicate.nominal and told.kind == "attack":
        return told.predicate.introduced_by in _CAUSES
    if first.kind == told.kind and first.kind in _SPREES and first.agents and first.status == told.status:
        return {id(p) for p in first.agents} == {id(p) for p in told.agents}
    exploded = {first.kind, told.kind} == EXPLOSIVE  # "a truck driven by a suicide bomber blew up"
    if (first.kind != told.kind and not exploded) or first.kind not in _HOSTS:
        return False
    if first.predicate.nominal and any(p is first.predicate.phrase for p in (*told.agents, *told.patients)):
        return True  # "an old mine exploded"
    shared = {id(p) for p in (*first.agents, *first.patients)} & {id(p) for p in (*told.agents, *told.patients)}
    return any(
        id(p) in shared and (first.kind == "armed_clash" or not _somebody(p)) for p in (*first.agents, *first.patients)
    )


def _host_of(told: Draft, near: Sequence[Draft]) -> Draft | None:
    """The act that a harm or destruction belongs to; null where it stands alone."""
    taken = _taken_before(told, near) if told.kind == HARM else None
    if taken is not None:
        taken.kind = "execution"
        return taken
    if told.kind == "armed_clash":
        return _taking(told, near)
    return _host(told, [d for d in near if d.kind in _HOSTS]) if told.kind in _GUESTS else None


def _taking(clash: Draft, near: Sequence[Draft]) -> Draft | None:
    """The fall of the place that was fought for: "seized the town after clashes that killed nine"; null without one."""
    fights = clash.predicate.phrase
    for told in near:
        phrases = [p for word, group in told.predicate.adjuncts if word in ("after", "following") for p in group]
        if told.kind.startswith("territory") and any(p is fights or p.of is fights for p in phrases if fights):
            return told
    return None


def _beside(told: Draft, near: Sequence[Draft], hosts: Sequence[Draft | None]) -> Draft | None:
    """The act that did the harm told right beside, "three were killed and two wounded in a bombing", or that harm.

    Of harm with no other act the same people's first is the event: "killed six policemen and wounded nine".
    """
    if told.kind != HARM:
        return None
    doers = {id(p) for p in _doers(told)}
    for harm, host in zip(near, hosts, strict=True):
        if harm.kind == HARM and not (told.places and harm.places) and doers <= {id(p) for p in _doers(harm)}:
            first = doers and harm.predicate.first < told.predicate.first and harm.status == told.status
            if host is not None or first:
                return host or harm
    return None


def _taken_before(harm: Draft, near: Sequence[Draft]) -> Draft | None:
    """The abduction of those who were killed: "abducted and killed a mayor"; null where there is none."""
    if all(party.quantity.role != "killed" for party in harm.parties):
        return None
    killed = {id(p) for p in harm.patients}
    return next((d for d in near if d.kind == "abduction" and killed & {id(p) for p in d.patients}), None)


def _host(guest: Draft, hosts: Sequence[Draft]) -> Draft | None:
    # "killed for an attack": what somebody is punished for is not the act that hurt him
    led = (group for word, group in guest.predicate.adjuncts if word not in ("for", "over"))
    phrases = {id(p) for p in guest.agents} | {id(p) for group in led for p in group}
    linked = (h for h in hosts if h.predicate.phrase is not None and id(h.predicate.phrase) in phrases)
    return next(linked, None) or next((h for h in hosts if _did(h, guest) and not _apart(h, guest)), None)


def _apart(host: Draft, guest: Draft) -> bool:
    """Whether who attacked a place also burned or looted there: an act of its own, with a verb of its own."""
    named = any(sense(p).side is not None for p in guest.agents)
    return guest.kind == "property_destruction" and host.kind in _RAIDS and named and not guest.predicate.nominal


def _did(host: Draft, guest: Draft) -> bool:
    """Whether the harm has the act's doer, or no doer of its own and hangs on the act's verb or follows it."""
    sides = [*host.agents, *(p for p in host.patients if host.kind == "armed_clash" or not _somebody(p))]
    if {id(p) for p in guest.agents} & {id(p) for p in sides} or _cost(host, guest):
        return True
    if guest.predicate.first < host.predicate.first and host.predicate.introduced_by in _CAUSES:
        return not guest.predicate.nominal and not _sets_scene(host) and not _doers(guest)
    unnamed = not guest.agents or all(sense(p).side is None for p in guest.agents)
    joined = guest.predicate.parent is not None and guest.predicate.parent is host.predicate.verb
    return (
        unnamed
        and not _sets_scene(host)
        and (joined or (_hangs_loose(guest) and guest.predicate.first > host.predicate.first))
    )


def _cost(host: Draft, guest: Draft) -> bool:
    """Whether the harm is what an attempt on a place cost: "killed six gunmen when insurgents tried to overrun it"."""
    verb = host.predicate.verb
    tried = host.status == "prevented" and verb is not None and verb.form == "infinitive"
    sides = {sense(p).side for p in host.agents} & {sense(p).side for p in guest.patients}
    return tried and host.kind == "armed_clash" and guest.kind == HARM and "armed" in sides


def _hangs_loose(guest: Draft) -> bool:
    """Whether the harm is told by a verb or stands alone: ", killing two", "; 12 dead"."""
    return not guest.predicate.nominal or guest.predicate.verb is None


def _doers(guest: Draft) -> list[Phrase]:
    """Who did the harm, as its own clause tells."""
    return guest.agents if guest.agent_role == "actor" else []


def _sets_scene(host: Draft) -> bool:
    """Whether a place is only taken or cleared while, or so that, something else happens: "as they cleared it"."""
    verb, opener = host.predicate.verb, host.predicate.introduced_by
    aim = verb is not None and verb.form == "infinitive"
    return host.kind.startswith("territory") and (aim or opener in _TIMING)


def _take(host: Draft, guest: Draft) -> None:
    if _cost(host, guest):
        host.status = "occurred"  # only what is beaten off before any harm is prevented
        if defenders := _doers(guest):
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


def _harm(host: Draft, harmed: list[Phrase]) -> None:
    """Those who were harmed are whom the act was done to, where it names nobody itself."""
    if host.agent_role == "target" and not any(_somebody(p) and not p.pronoun for p in host.agents):
        host.agents = harmed
    if host.agent_role == "actor" and not any(_somebody(p) for p in host.patients):
        host.patients, host.patient_role = harmed, "target"


def _somebody(phrase: Phrase) -> bool:
    """Whether the phrase stands for people or a body of them, and no thing or place."""
    found = sense(phrase)
    return phrase.pronoun or found.side is not None or bool(found.classes & (PERSONS | GROUPS | {"named", "counted"}))
