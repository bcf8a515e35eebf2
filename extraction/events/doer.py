"""Doer: who does an act, by its verb or by what stands around its noun."""

from extraction.clauses.chunk import Phrase
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense
from extraction.events.owner import owner_of

INTRANSITIVE = frozenset(
    {"operation", "attack", "withdraw", "surrender", "deploy", "clash", "protest", "riot", "escape", "held"}
)
"""Groups of nouns whose "of" names who acts: "the withdrawal of the troops"."""


def agents_of(predicate: Predicate) -> tuple[Phrase, ...]:
    """Return who does the act: the grammar's agents, or what stands before a noun of act, after its "by" or "of"."""
    if predicate.doers is None:
        predicate.doers = _agents_of(predicate)
    return predicate.doers


def _agents_of(predicate: Predicate) -> tuple[Phrase, ...]:
    if not predicate.nominal or predicate.phrase is None:
        return predicate.agents
    found = [*predicate.agents]
    for preposition, phrases in predicate.adjuncts:
        if preposition == "by":
            found += [phrase for phrase in phrases if all(phrase is not known for known in found)]
    if predicate.phrase.of is not None and predicate.groups & INTRANSITIVE and _acts(predicate.phrase.of):
        found.append(predicate.phrase.of)
    described = predicate.phrase.noun if "held" not in predicate.groups else None
    if described is not None and "insurgent" in described.classes:
        found.append(predicate.phrase)  # a bomber is his own doer
    owner = owner_of(predicate)
    return tuple([owner, *found] if owner is not None else found)


def _acts(phrase: Phrase) -> bool:
    found = sense(phrase)
    return found.side is not None or bool(found.classes & {"actor", "force"})
