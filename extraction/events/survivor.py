"""Survivor: who was shot or stabbed and lived is wounded: "the nurses who were shot survived", "shot in the leg"."""

from collections.abc import Sequence
from dataclasses import replace

from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.events.captive import means
from extraction.events.draft import Draft
from extraction.events.party import Party, parties


def spare_survivors(found: Sequence[Draft], predicates: Sequence[Predicate]) -> list[Draft]:
    """Count as injured whom a shot or stab did not kill; whom police wound as they arrest him is of the arrest."""
    kept: list[Draft] = []
    for told in found:
        wounds = told.predicate.word in words("wounding") and not told.predicate.nominal
        if not wounds or not (_in_a_limb(told) or _lived(told, predicates)):
            kept.append(told)
            continue
        hurt = [_injured(party) for party in told.parties] or parties("injured", told.patients, told.sentence)
        arrest = next((d for d in found if d.kind == "arrest" and _is_of(d, told)), None)
        if arrest is None:
            told.parties = hurt
            kept.append(told)
        else:
            arrest.parties += hurt
            if all(p.pronoun for p in arrest.patients):
                arrest.patients = told.patients
    return kept


def _injured(party: Party) -> Party:
    killed = party.quantity.role == "killed"
    return replace(party, quantity=party.quantity._replace(role="injured")) if killed else party


def _in_a_limb(told: Draft) -> bool:
    """Whether it hit only where it hurts and does not kill: "shot in the leg", not "in the head and legs"."""
    hit = {p.head for lead, phrases in told.predicate.adjuncts if lead == "in" for p in phrases}
    return not hit.isdisjoint(words("limbs")) and hit.isdisjoint(words("trunk"))


def _lived(told: Draft, predicates: Sequence[Predicate]) -> bool:
    """Whether the sentence goes on to say that they survived."""
    victims = {id(p) for p in told.patients}
    return any(
        p.word == "survive"
        and p.verb is not None
        and not (p.verb.negated or p.verb.unreal or p.verb.future or p.verb.passive)
        and all(lead != "by" for lead, _ in p.adjuncts)
        and p.first > told.predicate.first
        and (_is_clause_of(told, p) or victims & {id(a) for a in p.agents})
        for p in predicates
    )


def _is_clause_of(told: Draft, said: Predicate) -> bool:
    """Whether the act only says of whom the other tells: "two nurses (who were) shot at a market survived"."""
    relative = told.predicate.introduced_by in ("who", "that") or told.predicate.parent is said.verb
    return relative and said.parent is not None and said.parent is told.predicate.verb


def _is_of(arrest: Draft, told: Draft) -> bool:
    """Whether who was arrested is who was shot, by the same people."""
    doers = {id(p) for p in arrest.agents}
    if not doers or doers != {id(p) for p in told.agents} or arrest.status != told.status:
        return False
    shot, taken = {id(p) for p in told.patients}, {id(p) for p in arrest.patients}
    one = len(told.patients) == len(arrest.patients) == 1
    alike = one and (means(told.patients[0], arrest.patients) or means(arrest.patients[0], told.patients))
    return bool(shot & taken) or alike
