"""Conflict: whether a document speaks of armed conflict at all, so that its vaguer words may be read as such."""

from collections.abc import Sequence
from functools import cache

from extraction.lexicon import load
from extraction.mention import Mention
from extraction.sentence import Sentence

_ARMED = frozenset({"state_forces", "coalition", "insurgent", "militia"})
_ENOUGH = 2
"""Sentences that must speak of it: one may be a comparison or a memory. Half of them in a short document."""


def tells_conflict(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> bool:
    """Return whether armed actors are named, or words of conflict used, in enough sentences of the document."""
    naming = {m.sentence for m in mentions if m.type in ("actor", "person") and m.category in _ARMED}
    naming |= {s.index for s in sentences if not _words().isdisjoint(s.norms)}
    return len(naming) >= min(_ENOUGH, max(1, len(sentences) // 2))


@cache
def _words() -> frozenset[str]:
    return frozenset(load("conflict")["words"])
