"""Freight: whether what is stopped is goods on their way, and no weapon on its flight."""

from collections.abc import Sequence

from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense


def give_freight(found: Sequence[Predicate]) -> None:
    """Tell of each act of stopping whether it stops goods: "rockets bound for the rebels", "a drone with cocaine"."""
    for stop in (predicate for predicate in found if predicate.word in words("stop_verbs")):
        stopped = {id(phrase) for phrase in stop.patients}
        describing = [p for p in found if p is not stop and stopped & {id(q) for q in (*p.agents, *p.patients)}]
        goods = _holds_drugs(stop) or any(_moves_goods(p, stop) for p in describing)
        stop.freight = goods and not _kills_the_crew(stop)


def _moves_goods(predicate: Predicate, stop: Predicate) -> bool:
    """Whether it says how goods go: what is bound for a place, or hidden over one, may well be on its flight."""
    if predicate.word in words("bound_verbs"):
        bound_for = (p for word, phrases in predicate.adjuncts if word == "for" for p in phrases)
        return not _on_flight(stop) and any(sense(p).side == "armed" for p in bound_for)
    if predicate.word in words("haul_verbs"):
        carries = not {id(p) for p in stop.patients}.isdisjoint(id(p) for p in predicate.agents)
        return carries or not _on_flight(stop)
    return predicate.word in words("carry_verbs") and _holds_drugs(predicate)


def _on_flight(stop: Predicate) -> bool:
    """Whether it is stopped in the air, or by what stops weapons there."""
    over = any(word == "over" for word, _ in stop.adjuncts)
    return over or any(not words("interceptors").isdisjoint(p.norms) for p in stop.agents)


def _kills_the_crew(stop: Predicate) -> bool:
    """Whether an aircraft with people aboard is shot down, which is an attack whatever it carries."""
    return stop.word == "shoot down" and all(words("drones").isdisjoint(p.norms) for p in stop.patients)


def _holds_drugs(predicate: Predicate) -> bool:
    within = (p for word, phrases in predicate.adjuncts if word == "with" for p in phrases)
    return any("drug" in sense(p).classes for p in (*predicate.patients, *within))
