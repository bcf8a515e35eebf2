"""Speech: whether "would" tells what somebody announced: "they would leave, he said"."""

from extraction.clauses.chunk import VerbGroup
from extraction.clauses.grammar import words
from extraction.clauses.scan import Scan

_CONDITIONS = frozenset({"if", "unless", "otherwise"})


def announced(scan: Scan, verb: VerbGroup) -> bool:
    """Return whether a verb with "would" is what is said to come, and neither supposed nor past ("would have")."""
    if not verb.would or verb.perfect or any(chunk.word in _CONDITIONS for chunk in scan.chunks):
        return False
    others = [v for v in scan.verbs if v is not None and v is not verb]
    telling = [v for v in others if not v.passive and v.lemma in words("announcing_verbs")]
    return any(v.form == "finite" or (v.form == "ed" and v is others[-1]) for v in telling)
