"""Telling: the events of one sentence, harm joined to the act that did it."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import noun_groups, words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import PERSONS, sense
from extraction.events.absorb import absorb
from extraction.events.alternative import without_alternatives
from extraction.events.discourse import points_back, ranks
from extraction.events.draft import CLAIM, Draft, draft
from extraction.events.extent import fill_extent
from extraction.events.party import PERSONAL, parties
from extraction.events.pursuit import CARRIED, sought
from extraction.events.realis import status
from extraction.events.rule import HARM
from extraction.events.rules import rule_for
from extraction.events.survivor import spare_survivors
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence


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
    found = spare_survivors(_without_wounded(found), predicates)
    if "or" in sentence.norms:
        found = without_alternatives(found, sentence)
    aims = sought(predicates)
    if any(d.claimants for d in found if d.rule != CLAIM):
        found = [d for d in found if d.rule != CLAIM]  # "claimed responsibility for the raid"
    kept = _drop_threatened(_drop_carriers(_drop_found(absorb(found))))
    if "along" in sentence.norms:
        _join_company(kept, predicates, sentence)
    fill_extent(kept, predicates, mentions)
    for told in kept:
        if told.kind in CARRIED and told.status in ("occurred", "ongoing"):
            told.sought = [p for p in aims if all(p is not q for q in (*told.patients, *told.agents))]
    return kept


def _without_wounded(found: list[Draft]) -> list[Draft]:
    """Leave out the killing of those who are said to be wounded by it: "was shot and seriously wounded"."""
    hurt = {id(party.phrase) for d in found for party in d.parties if party.quantity.role == "injured"}
    return [
        d
        for d in found
        if d.kind != HARM
        or d.predicate.word not in words("wounding")
        or hurt.isdisjoint(id(party.phrase) for party in d.parties)
    ]


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
    """Whether the text says that it was done to or by nobody: "no civilians were harmed", "none exploded"."""
    first = next(iter(predicate.patients or predicate.agents), None)
    return first is not None and (first.determiner == "no" or first.norms[0] in ("nobody", "none"))


def _characterises(told: Draft) -> bool:
    """Whether the act only says who somebody is: "the commander led attacks", "the third reporter killed this year"."""
    phrase, verb = told.predicate.phrase, told.predicate.verb
    participle = phrase is None and verb is not None and verb.form == "ed" and not told.predicate.terse
    if participle and (told.predicate.word in words("lasting_verbs") or any(ranks(p) for p in told.patients)):
        return True
    if phrase is None or phrase.noun is None or not phrase.noun.plural or phrase.number is not None or told.dates:
        return False
    return phrase.determiner is None and bool(told.agents) and all(_known_person(p) for p in told.agents)


def _known_person(phrase: Phrase) -> bool:
    singular = phrase.noun is not None and not phrase.noun.plural and bool(sense(phrase).classes & PERSONS)
    return points_back(phrase) and (singular or phrase.head in ("he", "she"))


def _drop_found(found: list[Draft]) -> list[Draft]:
    """Leave out the finding of what is made safe in the same breath: "found and defused a bomb"."""
    safe = {id(p) for d in found if d.kind == "ordnance_disposal" for p in d.patients}
    return [d for d in found if d.kind != "weapons_seizure" or not d.patients or {id(p) for p in d.patients} - safe]


def _drop_carriers(found: list[Draft]) -> list[Draft]:
    """What only carries another act of the sentence is not told twice; harm alone gets its kind."""
    acts = [d for d in found if d.kind != "operation"]
    kept = [d for d in found if not _carries(d, acts)]
    for told in kept:
        if told.kind == HARM:
            told.kind, told.bare_harm = _kind_of_harm(told), not told.rule.startswith("found")
    return [d for d in kept if not (d.kind == "armed_clash" and d.rule == "die" and not d.parties)]


def _carries(told: Draft, acts: Sequence[Draft]) -> bool:
    """Whether an operation only carries one of the acts or is what one halts, or an agreement is to a truce."""
    predicate = told.predicate
    if told.kind == "agreement":
        truces = (d.predicate for d in acts if d.kind == "ceasefire")
        return any(predicate.verb in (truce.verb, truce.parent) for truce in truces)
    if told.kind != "operation" or not acts:
        return False
    if any(d.kind in ("ceasefire", "suspension") and any(p is predicate.phrase for p in d.patients) for d in acts):
        return True
    if predicate.role in ("object", "subject") or told.operation is not None:
        return False
    return predicate.nominal or any(_may_share_doers(told, act) for act in acts)


def _may_share_doers(told: Draft, act: Draft) -> bool:
    """Whether who searched can have done the act: not "marines combed the hills while jets bombed two caves"."""
    doers = {id(p) for p in told.agents}
    return not doers or not act.agents or act.agent_role != "actor" or not doers.isdisjoint(id(p) for p in act.agents)


def _drop_threatened(found: list[Draft]) -> list[Draft]:
    """What somebody only warns of is the threat's content: "warned that it would attack the port"."""
    warned = min((d.predicate.first for d in found if d.kind == "threat"), default=None)
    if warned is None:
        return found
    return [
        d for d in found if d.status != "planned" or d.predicate.first < warned or d.predicate.introduced_by != "that"
    ]


def _kind_of_harm(told: Draft) -> str:
    """Killing between armed sides is a clash, of civilians an attack; what a bomb did is an explosion."""
    if told.rule.startswith("found"):
        return "attack"
    if told.agent_role == "actor" and any("device" in noun_groups().get(p.head, ()) for p in told.agents):
        return "ied_explosion"
    sides = {sense(p).side for p in told.agents} - {None}
    victims = [sense(p) for p in (told.agents if told.agent_role == "target" else told.patients)]
    fighters = any(v.side in ("armed", "state") and v.category != "government" for v in victims)
    if fighters and told.agent_role == "actor" and any("own" in p.norms for p in told.agents):
        return "attack"  # "was killed by his own soldiers"
    if told.agent_role == "target":
        return "armed_clash" if fighters else "attack"
    if any(v.side == "civilian" for v in victims) or not (fighters or sides == {"state"}):
        return "attack"
    return "armed_clash" if fighters or any(v.classes & PERSONS for v in victims) else "attack"
