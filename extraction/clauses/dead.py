"""Dead: who is meant where "dead" stands behind its victims: "left ten women and two boys dead"."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.mentions.noun import noun


def victims(phrase: Phrase, objects: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Return the objects of the verb up to `phrase`, which ends in "dead", without that word."""
    before = [p for p in objects if p.last <= phrase.first]
    last = phrase.last - 1
    if last == phrase.first:
        return tuple(before)
    norms = phrase.norms[:-1]
    named = tuple(m for m in phrase.mentions if m.last <= last)
    known = None if named and named[-1].last == last else noun(norms[-1])
    head = known.lemma if known is not None else norms[-1]
    own = Phrase(phrase.first, last, norms, known, head, named, phrase.number, phrase.determiner)
    return (*before, own)
