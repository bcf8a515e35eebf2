"""Alternative: one act for what "or" joins: "abducted or killed nine judges", whose figure is told once."""

from collections.abc import Sequence

from extraction.events.draft import Draft
from extraction.events.rule import HARM
from extraction.sentences.sentence import Sentence


def without_alternatives(found: Sequence[Draft], sentence: Sentence) -> list[Draft]:
    """Leave out the second of two acts that "or" joins and that were done to the same people.

    "Killed or wounded" are both harm, and one event anyway.
    """
    kept: list[Draft] = []
    for told in found:
        if not any(_either(first, told, sentence) for first in kept):
            kept.append(told)
    return kept


def _either(first: Draft, told: Draft, sentence: Sentence) -> bool:
    """Whether "or" alone stands between the verbs of the two."""
    between = sentence.tokens[first.predicate.last : told.predicate.first]
    if [token.norm for token in between] != ["or"] or first.kind == told.kind == HARM:
        return False
    return bool({id(p) for p in first.patients} & {id(p) for p in told.patients})
