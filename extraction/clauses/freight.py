"""Freight: whether what is stopped is goods on their way, and no weapon on its flight."""

from collections.abc import Sequence

from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense


def give_freight(found: Sequence[Predicate]) -> None:
    """Tell of each act of stopping whether it stops goods: "intercepted rockets bound for", "a drone with cocaine"."""
    for stop in (predicate for predicate in found if predicate.word in words("stop_verbs")):
        stopped = [id(phrase) for phrase in stop.patients]
        describing = (p for p in found if p is not stop and any(id(q) in stopped for q in (*p.agents, *p.patients)))
        stop.freight = _holds_drugs(stop) or any(_moves_goods(p, stop) for p in describing)


def _moves_goods(predicate: Predicate, stop: Predicate) -> bool:
    """Whether it says how goods go; what flies is bound for somewhere as well, and air defences stop it."""
    if predicate.word in words("bound_verbs"):
        over = any(word == "over" for word, _ in stop.adjuncts)
        flown = any("aircraft" in sense(phrase).classes for phrase in stop.patients)
        return not over and not flown and all(words("interceptors").isdisjoint(p.norms) for p in stop.agents)
    return predicate.word in words("haul_verbs") or (predicate.word in words("carry_verbs") and _holds_drugs(predicate))


def _holds_drugs(predicate: Predicate) -> bool:
    within = (p for word, phrases in predicate.adjuncts if word == "with" for p in phrases)
    return any("drug" in sense(p).classes for p in (*predicate.patients, *within))
