"""Owner: who is named before a noun of act as the one who does it: "a Taliban attack", "the army's raid"."""

from collections.abc import Collection

from extraction.clauses.chunk import Phrase
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import GROUPS, PERSONS
from extraction.mentions.noun import noun

_DONE = frozenset({"operation", "attack", "clash", "air_strike", "shelling", "suspend", "held"})
"""Groups of acts whose owner may be a mere noun ("army raid") or a country; the others often name the victim so."""
_OPPOSED = frozenset({"anti", "counter"})


def owner_of(predicate: Predicate) -> Phrase | None:
    """Return the actor named before a noun of act: "a Taliban attack", "the army's raid"; null where there is none."""
    phrase = predicate.phrase
    if phrase is None:
        return None
    before = [m for m in phrase.mentions if m.last <= predicate.first]
    acting = next((m for m in before if m.type in ("actor", "person")), None) or next(
        (m for m in before if m.type == "nationality"), None
    )
    if acting is None and predicate.groups & _DONE:
        owner = force_in(phrase, predicate.first)
        if owner is not None:
            return owner
        acting = next((m for m in before if m.place is not None and m.place.feature == "country"), None)
    if acting is None:
        return None
    norms = phrase.norms[acting.first - phrase.first : acting.last - phrase.first]
    return Phrase(acting.first, acting.last, norms, None, norms[-1], (acting,))


def force_in(phrase: Phrase, before: int, more: Collection[str] = ()) -> Phrase | None:
    """Return the force or fighters that a noun of the phrase names before a token: "a police raid", "army jets".

    `more` are words that name one too. Null where there is none.
    """
    norms = phrase.norms[: before - phrase.first]
    for i, norm in enumerate(norms):
        found = noun(norm)
        armed = found is not None and found.category in _ARMED and found.classes & (PERSONS | GROUPS)
        if found is None or not (armed or norm in more):
            continue
        if not _OPPOSED & set(norms[:i]):
            first = phrase.first + i
            return Phrase(first, first + 1, (norm,), found, found.lemma)
    return None


_ARMED = frozenset({"state_forces", "police", "insurgent", "militia", "coalition"})
