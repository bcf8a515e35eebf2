"""Join: each "of …" and each apposition hung on the phrase that it belongs to."""

from collections.abc import Sequence

from extraction.clauses.chunk import Chunk, Mark, Phrase, VerbGroup, names_place
from extraction.clauses.grammar import words
from extraction.clauses.sense import PERSONS


def join(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Hang each "of …" on the phrase before it, and each apposition on the phrase that it names."""
    found: list[Chunk] = []
    for chunk in _without_short_names(chunks):
        before = found[-1].word if found else ""
        if chunk.word == "of" and found and found[-1].tag == "P" and (before == "out" or before in words("compass")):
            found[-1] = Mark(found[-1].first, chunk.last, "P", f"{before} of")
        elif chunk.tag == "P" and before in words("leanings") and found[-1].tag == "P":
            found[-1] = Mark(found[-1].first, chunk.last, "P", before)
        elif chunk.word == "to" and _quotes(found):
            found[-1] = Mark(found[-1].first, chunk.last, "P", "according to")
        elif chunk.tag == "REL" and before == "of" and _shares(found):
            found[-1] = chunk
        elif not isinstance(chunk, Phrase) or not (
            (before == "of" and _complements(found, chunk))
            or (before == "," and _explains(found, chunk))
            or _called(found, chunk)
        ):
            found.append(chunk)
    return found


def _without_short_names(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Leave out the short name in brackets of who is told with others: "the Syrian Democratic Forces (SDF) and"."""
    found: list[Chunk] = []
    for i, chunk in enumerate(chunks):
        found.append(chunk)
        beside = (*chunks[i + 1 : i + 2], *found[-5:-4])
        if chunk.word == ")" and any(c.tag == "CC" for c in beside) and _ends_in_short_name(found):
            del found[-3:]
    return found


def _ends_in_short_name(found: Sequence[Chunk]) -> bool:
    if len(found) < 4 or found[-3].word != "(":
        return False
    host, short = found[-4], found[-2]
    named = isinstance(host, Phrase) and host.mention("actor") is not None
    return named and isinstance(short, Phrase) and len(short.norms) == 1 and short.number is None


def _shares(found: Sequence[Chunk]) -> bool:
    """Hang on a share those of whom a relative tells it; false where it is none: "ten traders, two of whom"."""
    k = len(found) - 4
    part = found[k + 1 + 1] if k >= 0 and found[k + 1].word == "," else None
    while k > 1 and names_place(found[k]) and found[k - 1].tag == "P":
        k -= 2
    host = found[k] if k >= 0 else None
    if not isinstance(part, Phrase) or part.of is not None or not isinstance(host, Phrase):
        return False
    if part.number is None and part.head not in words("shares"):
        return False
    part.of = host
    return True


def _quotes(found: Sequence[Chunk]) -> bool:
    last = found[-1] if found else None
    return isinstance(last, Phrase) and last.norms == ("according",)


def _complements(found: list[Chunk], phrase: Phrase) -> bool:
    """Hang the phrase behind an "of" on the one before it; false where there is none."""
    if _consists(found):
        del found[-2 - (found[-3].word == ",") :]
        found[-1].of = phrase  # type: ignore[union-attr]
        return True
    if len(found) < 2 or not isinstance(found[-2], Phrase):
        return False
    found.pop()
    host = found[-1]
    while isinstance(host, Phrase) and host.of is not None:
        host = host.of
    act = found[-3] if len(found) > 2 and found[-2].word == "by" else None
    if isinstance(act, Phrase) and act.of is None:
        act.of = phrase
    elif isinstance(host, Phrase):
        host.of = phrase
    return True


def _explains(found: list[Chunk], phrase: Phrase) -> bool:
    """Hang the phrase behind a comma as an apposition on the one before it; false where it is none."""
    host = found[-2] if len(found) > 1 else None
    if not isinstance(host, Phrase) or host.apposition is not None or not _names(host, phrase):
        return False
    found.pop()
    host.apposition = phrase
    return True


def _called(found: list[Chunk], phrase: Phrase) -> bool:
    """Hang the name behind "named", "known as" on whom it names; false where it is none: "a man known as Abu Omar".

    It is none either where the sentence has no other verb, or names one who is known: "the president named X".
    """
    led = bool(found) and found[-1].word == "as"
    last = len(found) - 1 - led
    verb = found[last] if last > 0 else None
    if not isinstance(verb, VerbGroup) or verb.form != "ed" or not _gives_name(verb, led=led):
        return False
    at = last - 1 - (found[last - 1].word == ",")
    host = found[at] if at >= 0 else None
    if not isinstance(host, Phrase) or host.apposition is not None or host.determiner not in ("a", "an", "another"):
        return False
    if not _names(host, phrase) or not any(isinstance(chunk, VerbGroup) for chunk in found[:at]):
        return False
    del found[at + 1 :]
    host.apposition = phrase
    return True


def _gives_name(verb: VerbGroup, *, led: bool) -> bool:
    return verb.lemma in words("naming_verbs") or (led and verb.lemma in words("knowing_verbs"))


def _consists(found: Sequence[Chunk]) -> bool:
    """The chunks so far end in "…, consisting of" behind a phrase without an "of" of its own."""
    if (
        len(found) < 3
        or not isinstance(found[-2], VerbGroup)
        or found[-2].lemma not in ("consist", "compose", "comprise")
    ):
        return False
    host = found[-4] if found[-3].word == "," and len(found) > 3 else found[-3]
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
        and (other.determiner in ("a", "an", "the") or (other.determiner is None and "leader" in other.noun.classes))
    )
