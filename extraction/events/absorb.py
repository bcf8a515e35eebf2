"""Absorb: what follows an act in the same breath (deaths, things destroyed) becomes a quantity of it."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.events.draft import Draft
from extraction.events.rule import HARM
from extraction.events.sense import GROUPS, PERSONS, sense

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
_GUESTS = frozenset({HARM, "hideout_destroyed", "property_destruction"})


def absorb(found: list[Draft]) -> list[Draft]:
    """Join what follows in the same breath (deaths, things destroyed) to the act that did it."""
    kept: list[Draft] = []
    for i, told in enumerate(found):
        near = found[max(0, i - _REACH) : i + _REACH]
        host = _host(told, [d for d in near if d.kind in _HOSTS]) if told.kind in _GUESTS else None
        taken = _taken_before(told, near) if told.kind == HARM else None
        if taken is not None:
            taken.kind, host = "execution", taken
        if host is None:
            kept.append(told)
        else:
            _take(host, told)
    return kept


def _taken_before(harm: Draft, near: Sequence[Draft]) -> Draft | None:
    """The abduction of those who were killed: "abducted and killed a mayor"; null where there is none."""
    if all(party.quantity.role != "killed" for party in harm.parties):
        return None
    killed = {id(p) for p in harm.patients}
    return next((d for d in near if d.kind == "abduction" and killed & {id(p) for p in d.patients}), None)


def _host(guest: Draft, hosts: Sequence[Draft]) -> Draft | None:
    phrases = {id(p) for p in guest.agents} | {id(p) for _, group in guest.predicate.adjuncts for p in group}
    linked = (h for h in hosts if h.predicate.phrase is not None and id(h.predicate.phrase) in phrases)
    return next(linked, None) or next((h for h in hosts if _did(h, guest)), None)


def _did(host: Draft, guest: Draft) -> bool:
    """Whether the harm has the act's doer, or no doer of its own and hangs on the act's verb or follows it."""
    sides = [*host.agents, *host.patients] if host.kind == "armed_clash" else host.agents
    if {id(p) for p in guest.agents} & {id(p) for p in sides}:
        return True
    if guest.predicate.first < host.predicate.first and host.predicate.introduced_by in _CAUSES:
        return not guest.predicate.nominal and not _sets_scene(host) and not _doers(guest)
    unnamed = not guest.agents or all(sense(p).side is None for p in guest.agents)
    joined = guest.predicate.parent is not None and guest.predicate.parent is host.predicate.verb
    return (
        unnamed
        and not _sets_scene(host)
        and (joined or (not guest.predicate.nominal and guest.predicate.first > host.predicate.first))
    )


def _doers(guest: Draft) -> list[Phrase]:
    """Who did the harm, as its own clause tells."""
    return guest.agents if guest.agent_role == "actor" else []


def _sets_scene(host: Draft) -> bool:
    """Whether a place is only taken or cleared while, or so that, something else happens: "as they cleared it"."""
    verb, opener = host.predicate.verb, host.predicate.introduced_by
    aim = verb is not None and verb.form == "infinitive"
    return host.kind.startswith("territory") and (aim or opener in _TIMING)


def _take(host: Draft, guest: Draft) -> None:
    known = {(p.quantity.role, p.quantity.wording) for p in host.parties}
    host.parties += [p for p in guest.parties if (p.quantity.role, p.quantity.wording) not in known]
    if not host.agents and {id(p) for p in guest.agents} & {id(p) for p in host.patients}:
        host.agents = guest.patients  # who died in a repelled attack made it
    harmed = guest.agents if guest.agent_role == "target" else guest.patients
    if guest.kind == HARM and harmed:
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
    if host.agent_role == "target" and not any(_somebody(p) for p in host.agents):
        host.agents = harmed
    if host.agent_role == "actor" and not any(_somebody(p) for p in host.patients):
        host.patients, host.patient_role = harmed, "target"


def _somebody(phrase: Phrase) -> bool:
    """Whether the phrase stands for people or a body of them, and no thing or place."""
    found = sense(phrase)
    return phrase.pronoun or found.side is not None or bool(found.classes & (PERSONS | GROUPS | {"named", "counted"}))
