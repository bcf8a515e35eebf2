"""Denier: who says in a document that they had no hand in what it tells."""

from collections.abc import Sequence

from extraction.events.discourse import cues
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

_REACH = 4
"""Words between the name and its verb: "the Taliban have repeatedly denied"."""


def deniers(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> frozenset[str]:
    """Return the names of the actors that deny having done it: "the Taliban denied involvement"."""
    found = set()
    for mention in mentions:
        sentence = sentences[mention.sentence]
        if mention.type != "actor" or sentence.norms.isdisjoint(cues("denied_part")):
            continue
        after = sentence.tokens[mention.last : mention.last + _REACH]
        if any(token.norm in cues("denying") for token in after):
            found.add(mention.name)
    return frozenset(found)
