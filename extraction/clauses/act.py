"""Act: the noun of a phrase that names something done: "attack", "air strike", "the arrest of"."""

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import act_words, noun_groups


def act(phrase: Phrase) -> str | None:
    """Return the longest act-naming noun at the end of the phrase; null where its head names no act."""
    named = phrase.mentions[-1] if phrase.mentions else None
    if named is not None and named.type == "operation":
        return "operation"
    if named is not None and named.type == "actor" and phrase.norms[0] == "operation":
        return "named operation"  # a force that bears the name of its operation: "Operation Barkhane"
    if (
        phrase.norms[-1] not in act_words()
        or phrase.pronoun
        or (named is not None and named.last == phrase.last and named.type in ("place", "actor", "person"))
    ):
        return None
    if phrase.of is not None and (whole := f"{phrase.norms[-1]} of {' '.join(phrase.of.norms)}") in noun_groups():
        return whole  # "an exchange of fire"
    for start in range(max(0, len(phrase.norms) - 5), len(phrase.norms)):
        name = " ".join(phrase.norms[start:])
        if name in noun_groups():
            return name
    return None
