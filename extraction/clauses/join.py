"""Join: each "of …" and each apposition hung on the phrase that it belongs to."""

from collections.abc import Sequence

from extraction.clauses.chunk import Chunk, Mark, Phrase, VerbGroup
from extraction.events.sense import PERSONS


def join(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Hang each "of …" on the phrase before it, and each apposition on the phrase that it names."""
    found: list[Chunk] = []
    for chunk in chunks:
        if isinstance(chunk, Phrase) and _consists(found):
            del found[-2 - (word_of(found[-3]) == ",") :]
            found[-1].of = chunk  # type: ignore[union-attr]
            continue
        if word_of(chunk) == "of" and found and word_of(found[-1]) == "out":
            found[-1] = Mark(found[-1].first, chunk.last, "P", "out of")
            continue
        if (
            isinstance(chunk, Phrase)
            and len(found) >= 2
            and word_of(found[-1]) == "of"
            and isinstance(found[-2], Phrase)
        ):
            found.pop()
            host = found[-1]
            while isinstance(host, Phrase) and host.of is not None:
                host = host.of
            act = found[-3] if len(found) > 2 and word_of(found[-2]) == "by" else None
            if isinstance(act, Phrase) and act.of is None:
                act.of = chunk
            elif isinstance(host, Phrase):
                host.of = chunk
            continue
        if isinstance(chunk, Phrase) and len(found) >= 2 and word_of(found[-1]) == ",":
            host = found[-2]
            if isinstance(host, Phrase) and host.apposition is None and _names(host, chunk):
                found.pop()
                host.apposition = chunk
                continue
        found.append(chunk)
    return found


def _consists(found: Sequence[Chunk]) -> bool:
    """The chunks so far end in "…, consisting of" behind a phrase without an "of" of its own."""
    if (
        len(found) < 3
        or word_of(found[-1]) != "of"
        or not isinstance(found[-2], VerbGroup)
        or found[-2].lemma not in ("consist", "compose", "comprise")
    ):
        return False
    host = found[-4] if word_of(found[-3]) == "," and len(found) > 3 else found[-3]
    return isinstance(host, Phrase) and host.of is None


def _names(host: Phrase, other: Phrase) -> bool:
    """One is a person's name and the other a description of one person: "the Taliban leader, Mahmud"."""
    if host.number is not None and host.number.name == "count" and host.number.number is not None:
        low = host.number.number.low
        if low is not None and low > 1:
            return False
    named, described = other.mention("person"), host.mention("person")
    if named is not None and described is None:
        return host.noun is not None and not host.noun.plural and bool(host.noun.classes & PERSONS)
    return (
        described is not None
        and named is None
        and other.noun is not None
        and not other.noun.plural
        and other.determiner in ("a", "an", "the")
    )


def word_of(chunk: Chunk) -> str:
    """Return the word of a mark; empty for a phrase or verb."""
    return chunk.word if isinstance(chunk, Mark) else ""
