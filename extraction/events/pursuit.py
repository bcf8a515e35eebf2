"""Pursuit: whom an operation looks for, though it may catch others: "while searching for a Taliban leader"."""

from collections.abc import Iterator, Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense
from extraction.events.discourse import cues

CARRIED = frozenset({"operation", "arrest", "armed_clash", "air_strike", "weapons_seizure", "hideout_destroyed"})
"""Kinds that an operation against somebody carries: done against the network of whom it looks for."""
_CATCHING = frozenset({"arrest", "kill", "overrun"})
"""Groups of verbs of catching; "capture" stands with those of taking a place."""


def sought(predicates: Sequence[Predicate]) -> list[Phrase]:
    """Return the armed people or groups that the operation of a sentence looks for, each once."""
    found: dict[int, Phrase] = {}
    for predicate in predicates:
        for phrase in _aims(predicate):
            meaning = sense(phrase)
            if meaning.side == "armed" and meaning.named is not None:
                found.setdefault(id(phrase), phrase)
    return list(found.values())


def _aims(predicate: Predicate) -> Iterator[Phrase]:
    """The phrases that a verb or noun of looking for has behind it, or that an operation is to catch."""
    for preposition, phrases in predicate.adjuncts:
        if preposition == "targeting" or (preposition == "for" and predicate.word in cues("pursuit")):
            yield from phrases
    if predicate.word in cues("pursuit"):
        yield from predicate.patients
        if predicate.phrase is not None and predicate.phrase.of is not None:
            yield predicate.phrase.of
    if not predicate.nominal and predicate.groups & _CATCHING and _is_aim(predicate):
        yield from predicate.patients


def _is_aim(predicate: Predicate) -> bool:
    verb, controller = predicate.verb, predicate.controller
    if verb is None or verb.form != "infinitive":
        return False
    return controller is None or controller.head in cues("missions")
