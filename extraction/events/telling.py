"""Telling: the events of one sentence, harm joined to the act that did it."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.clause import Predicate
from extraction.events.discourse import points_back, ranks
from extraction.events.draft import Draft, draft
from extraction.events.pursuit import CARRIED, sought
from extraction.events.realis import status
from extraction.events.rule import HARM
from extraction.events.rules import rule_for
from extraction.events.sense import GROUPS, PERSONS, sense
from extraction.events.tally import PERSONAL, parties
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

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


def drafts(sentence: Sentence, predicates: Sequence[Predicate], mentions: Sequence[Mention]) -> list[Draft]:
    """Return the events that a sentence tells: one a predicate that a rule takes, harm joined to what did it."""
    found: list[Draft] = []
    for predicate in predicates:
        rule = rule_for(predicate)
        if rule is None:
            continue
        realis = status(predicate, rule, sentence)
        told = draft(predicate, rule, realis, sentence, mentions) if realis is not None else None
        if told is not None and not _nobody(predicate) and not _characterises(told):
            found.append(told)
    aims = sought(predicates)
    kept = _drop_carriers(_absorb(found))
    if "along" in sentence.norms:
        _join_company(kept, predicates, sentence)
    for told in kept:
        if told.kind in CARRIED and told.status in ("occurred", "ongoing"):
            told.sought = [p for p in aims if all(p is not q for q in (*told.patients, *told.agents))]
    return kept


def _join_company(kept: Sequence[Draft], predicates: Sequence[Predicate], sentence: Sentence) -> None:
    """Give those told ", along with two others" behind an insert to the act whose victim they share the lot of."""
    told = {id(p): p for predicate in predicates for _, phrases in predicate.adjuncts for p in phrases}
    for phrase in told.values():
        company = phrase.first > 1 and sentence.tokens[phrase.first - 2].norm == "along"
        before = [
            d for d in kept if d.predicate.last < phrase.first and any(p.quantity.role in PERSONAL for p in d.parties)
        ]
        if company and before and all(phrase is not p for d in kept for p in (*d.patients, *d.agents)):
            host = before[-1]
            role = next(p.quantity.role for p in host.parties if p.quantity.role in PERSONAL)
            host.patients.append(phrase)
            host.parties += parties(role, [phrase], sentence)


def _nobody(predicate: Predicate) -> bool:
    """Whether the text says that it was done to nobody: "no civilians were harmed"."""
    return bool(predicate.patients) and predicate.patients[0].determiner == "no"


def _characterises(told: Draft) -> bool:
    """Whether the act only says who a known person is: "the commander led attacks", with no day or number, or how
    many there were before him: "the third reporter killed this year".
    """
    phrase, verb = told.predicate.phrase, told.predicate.verb
    if phrase is None and verb is not None and verb.form == "ed" and any(ranks(p) for p in told.patients):
        return True
    if phrase is None or phrase.noun is None or not phrase.noun.plural or phrase.number is not None or told.dates:
        return False
    return phrase.determiner is None and bool(told.agents) and all(_known_person(p) for p in told.agents)


def _known_person(phrase: Phrase) -> bool:
    singular = phrase.noun is not None and not phrase.noun.plural and bool(sense(phrase).classes & PERSONS)
    return points_back(phrase) and (singular or phrase.head in ("he", "she"))


def _absorb(found: list[Draft]) -> list[Draft]:
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
    """Whether a place is only taken or cleared while, or so that, something else happens: "as they cleared the hill"."""
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


def _drop_carriers(found: list[Draft]) -> list[Draft]:
    """An operation that only carries an act of the same sentence is not told twice; harm alone gets its kind."""
    acts = [d for d in found if d.kind != "operation"]
    kept = [
        d
        for d in found
        if d.kind != "operation" or not acts or d.predicate.role in ("object", "subject") or d.operation is not None
    ]
    for told in kept:
        if told.kind == HARM:
            told.kind, told.bare_harm = _kind_of_harm(told), True
    return [d for d in kept if not (d.kind == "armed_clash" and d.rule == "die" and not d.parties)]


def _kind_of_harm(told: Draft) -> str:
    """Killing between armed sides is a clash, of civilians an attack."""
    sides = {sense(p).side for p in told.agents} - {None}
    victims = [sense(p) for p in (told.agents if told.agent_role == "target" else told.patients)]
    fighters = any(v.side in ("armed", "state") for v in victims)
    if told.agent_role == "target":
        return "armed_clash" if fighters else "attack"
    if any(v.side == "civilian" for v in victims) or not (fighters or sides == {"state"}):
        return "attack"
    return "armed_clash" if fighters or any(v.classes & PERSONS for v in victims) else "attack"
