"""Cut: where a tagged sentence falls apart into its chunks."""

from extraction.clauses.chunk import Chunk, Mark, Parts, Phrase
from extraction.clauses.noun_phrase import NOMINAL, noun_phrase
from extraction.clauses.verb_group import VERBAL, verb_group


def chunks(parts: Parts) -> list[Chunk]:
    """Cut a tagged sentence into chunks; adverbs vanish, all else is kept in order."""
    found: list[Chunk] = []
    i, tags = 0, parts.tags
    while i < len(tags):
        tag = tags[i]
        chunk: Chunk | None = None
        if tag in VERBAL:
            chunk = verb_group(parts, i)
        elif tag == "PRON":
            norm = parts.words[i]
            chunk = Phrase(i, i + 1, (norm,), None, norm, pronoun=True)
        elif tag in NOMINAL and tag != "POSS":
            chunk = noun_phrase(parts, i)
            if chunk.determiner is None and i > 1 and tags[i - 1] == "POSS" and tags[i - 2] == "DATE":
                chunk.determiner = "'s"  # "Thursday's attack"
        elif tag not in ("ADV", "NEG") and not (tag == "POSS" and found and found[-1].tag == "DATE"):
            chunk = Mark(i, i + 1, tag, parts.words[i])
        if chunk is not None:
            found.append(chunk)
        i = chunk.last if chunk is not None else i + 1
    return found
