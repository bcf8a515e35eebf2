"""Host: the act of a sentence that a harm or destruction told beside it belongs to."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.sense import GROUPS, PERSONS, sense
from extraction.events.captive import otherwise, same_hands
from extraction.events.draft import Draft
from extraction.events.rule import HARM

HOSTS = frozenset(
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
CAUSES = frozenset({"when", "as", "after"})
"""Words that open the clause of what did a harm told before it: "five died when a mine exploded"."""
_OUTCOMES = frozenset({"consequence", "result"})
"""Nouns whose "of" names what did a harm: "killed as a result of shelling"."""
_TIMING = frozenset({"as", "while", "when", "after", "before", "once", "until"})
_RAIDS = frozenset({"attack", "territory_seized"})
_GUESTS = frozenset({HARM, "hideout_destroyed", "property_destruction"})


def hosts_of(acts: Sequence[Draft]) -> list[Draft | None]:
    """Return for each act of a sentence the one that it belongs to; null where it stands alone."""
    hosts = [_host_of(told, acts[max(0, i - _REACH) : i + _REACH]) for i, told in enumerate(acts)]
    for i, told in enumerate(acts):
        beside = [j for j in (i - 1, i + 1) if 0 <= j < len(acts)]
        hosts[i] = hosts[i] or _beside(told, [acts[j] for j in beside], [hosts[j] for j in beside])
    return hosts


def _host_of(told: Draft, near: Sequence[Draft]) -> Draft | None:
    """The act that a harm or destruction belongs to; null where it stands alone."""
    taken = _taken_before(told, near) if told.kind == HARM else None
    if taken is not None:
        taken.kind = "execution"
        return taken
    if told.kind == "armed_clash":
        return _taking(told, near)
    if told.rule == "kill.gunned" and not told.agents and _in_clash(told, near):
        told.kind = HARM
    return _host(told, [d for d in near if d.kind in HOSTS]) if told.kind in _GUESTS else None


def _taking(clash: Draft, near: Sequence[Draft]) -> Draft | None:
    """The fall of the place that was fought for: "seized the town after clashes that killed nine"; null without one."""
    fights = clash.predicate.phrase
    for told in near:
        phrases = [p for word, group in told.predicate.adjuncts if word in ("after", "following") for p in group]
        if told.kind.startswith("territory") and any(p is fights or p.of is fights for p in phrases if fights):
            return told
    return None


def _in_clash(told: Draft, near: Sequence[Draft]) -> bool:
    """Whether they fell in fighting told beside it: "two militants were gunned down in an encounter"."""
    led = {id(p) for word, group in told.predicate.adjuncts if word in ("in", "during") for p in group}
    return any(d.kind == "armed_clash" and d.predicate.nominal and id(d.predicate.phrase) in led for d in near)


def _beside(told: Draft, near: Sequence[Draft], hosts: Sequence[Draft | None]) -> Draft | None:
    """The act that did the harm told right beside, "three were killed and two wounded in a bombing", or that harm.

    Of harm with no other act the same people's first is the event: "killed six policemen and wounded nine".
    """
    if told.kind != HARM:
        return None
    doers = {id(p) for p in _subjects(told)}
    for harm, host in zip(near, hosts, strict=True):
        if harm.kind == HARM and not (told.places and harm.places) and doers <= {id(p) for p in _subjects(harm)}:
            first = doers and harm.predicate.first < told.predicate.first and harm.status == told.status
            if host is not None or first:
                return host or harm
    return None


def _taken_before(harm: Draft, near: Sequence[Draft]) -> Draft | None:
    """The abduction of those who were killed: "abducted and killed a mayor"; null where there is none."""
    if all(party.quantity.role != "killed" for party in harm.parties) or otherwise(harm):
        return None
    killed = {id(p) for p in harm.patients}
    taken = (d for d in near if d.kind == "abduction" and killed & {id(p) for p in d.patients})
    return next((d for d in taken if same_hands(d, harm)), None)


def _host(guest: Draft, hosts: Sequence[Draft]) -> Draft | None:
    # "killed for an attack": what somebody is punished for is not the act that hurt him
    led = (group for word, group in guest.predicate.adjuncts if word not in ("for", "over"))
    told = [p for group in led for p in group]
    told += [p.of for p in told if p.of is not None and p.head in _OUTCOMES]
    phrases = {id(p) for p in (*guest.agents, *told)}
    linked = (h for h in hosts if h.predicate.phrase is not None and id(h.predicate.phrase) in phrases)
    if _deliberate(guest):
        linked = (h for h in linked if h.kind != "armed_clash")  # "blew up two houses during the gunfight"
    return next(linked, None) or next((h for h in hosts if _did(h, guest) and not _apart(h, guest)), None)


def _deliberate(guest: Draft) -> bool:
    """Whether a verb tells who destroyed what is no hideout."""
    return guest.kind == "property_destruction" and not guest.predicate.nominal and bool(guest.agents)


def _apart(host: Draft, guest: Draft) -> bool:
    """Whether who attacked a place also burned or looted there: an act of its own, with a verb of its own."""
    named = any(sense(p).side is not None for p in guest.agents)
    return guest.kind == "property_destruction" and host.kind in _RAIDS and named and not guest.predicate.nominal


def _did(host: Draft, guest: Draft) -> bool:
    """Whether the harm has the act's doer, or no doer of its own and hangs on the act's verb or follows it."""
    sides = [*host.agents, *(p for p in host.patients if host.kind == "armed_clash" or not is_somebody(p))]
    if {id(p) for p in guest.agents} & {id(p) for p in sides} or cost(host, guest):
        return True
    if guest.predicate.first < host.predicate.first and host.predicate.introduced_by in CAUSES:
        return not guest.predicate.nominal and not _sets_scene(host) and not doers_of(guest)
    unnamed = not guest.agents or all(sense(p).side is None for p in guest.agents)
    joined = guest.predicate.parent is not None and guest.predicate.parent is host.predicate.verb
    return (
        unnamed
        and not _sets_scene(host)
        and (joined or (_hangs_loose(guest) and guest.predicate.first > host.predicate.first))
    )


def cost(host: Draft, guest: Draft) -> bool:
    """Whether the harm is what an attempt on a place cost: "killed six gunmen when insurgents tried to overrun it"."""
    verb = host.predicate.verb
    tried = host.status == "prevented" and verb is not None and verb.form == "infinitive"
    sides = {sense(p).side for p in host.agents} & {sense(p).side for p in guest.patients}
    return tried and host.kind == "armed_clash" and guest.kind == HARM and "armed" in sides


def _hangs_loose(guest: Draft) -> bool:
    """Whether the harm is told by a verb or stands alone: ", killing two", "; 12 dead"."""
    return not guest.predicate.nominal or guest.predicate.verb is None


def _subjects(guest: Draft) -> Sequence[Phrase]:
    """Who did the harm, or lost the men: "killed nine rebels and lost two soldiers"."""
    return guest.predicate.agents if guest.rule == "lost" else doers_of(guest)


def doers_of(guest: Draft) -> list[Phrase]:
    """Who did the harm, as its own clause tells."""
    return guest.agents if guest.agent_role == "actor" else []


def _sets_scene(host: Draft) -> bool:
    """Whether a place is only taken or cleared while, or so that, something else happens: "as they cleared it"."""
    verb, opener = host.predicate.verb, host.predicate.introduced_by
    aim = verb is not None and verb.form == "infinitive"
    return host.kind.startswith("territory") and (aim or opener in _TIMING)


def is_somebody(phrase: Phrase) -> bool:
    """Whether the phrase stands for people or a body of them, and no thing or place."""
    found = sense(phrase)
    return phrase.pronoun or found.side is not None or bool(found.classes & (PERSONS | GROUPS | {"named", "counted"}))
