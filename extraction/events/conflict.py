"""Conflict: whether a document speaks of armed conflict at all, so that its vaguer words may be read as such."""

from collections.abc import Sequence
from functools import cache

from extraction.lexicon import load
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

_ARMED = frozenset({"state_forces", "coalition", "insurgent", "militia"})
_ENOUGH = 2
"""Sentences that must speak of it in a long document: one may be a comparison or a memory."""
_LONG = 8
_SHORT = 4
"""Below so many sentences a document says too little to judge it by its words."""
PLAIN = frozenset(
    {
        "abduction",
        "ceasefire",
        "chemical_attack",
        "execution",
        "grenade_attack",
        "ied_explosion",
        "protest",
        "riot",
        "shelling",
        "suicide_bombing",
        "territory_regained",
        "territory_seized",
    }
)
"""Kinds whose words mean what they say in any document; "strike", "fight", "visit", "arrest" need a conflict around."""


def tells_conflict(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> bool:
    """Return whether armed actors are named, or words of conflict used, in enough sentences of the document."""
    if len(sentences) < _SHORT:
        return True
    naming = {m.sentence for m in mentions if m.type in ("actor", "person") and m.category in _ARMED}
    naming |= {s.index for s in sentences if not _words().isdisjoint(s.norms)}
    return len(naming) >= (_ENOUGH if len(sentences) >= _LONG else 1)


@cache
def _words() -> frozenset[str]:
    return frozenset(load("conflict")["words"])
