"""Verb group: a verb with its auxiliaries, cut from a tagged sentence: "will soon be sent"."""

from collections.abc import Sequence

from extraction.clauses.chunk import Form, Parts, VerbGroup
from extraction.clauses.grammar import MOST_PARTICLES, particles, verb_forms, verb_groups, words
from extraction.clauses.word_class import Tag

VERBAL = frozenset({"V", "AUX", "MODAL", "TO"})
"""Tags of the words of a verb group."""
_BE = words("be") | words("get")
_FUTURE, _UNREAL, _NEGATIONS = words("future"), words("unreal"), words("negations")
_PAST = frozenset({"was", "were", "had"})
_IS = frozenset({"is", "are", "was", "were"})
_TO_COME = words("due") | _IS
_BEFORE_TO = _TO_COME | {"able"}
"""Words after which "to" goes on with the verb: "are due to be freed", "was to leave", "was able to return"."""
_NO_PARTS: frozenset[str] = frozenset()


def verb_group(parts: Parts, first: int) -> VerbGroup:
    """Return the verb that begins at `first` with its auxiliaries and its particle."""
    tags, words = parts.tags, parts.words
    head = _verb_head(parts, first)
    lemma, last = _lemma(parts, head)
    auxiliaries = [words[j] for j in range(first, head) if tags[j] in VERBAL]
    form = verb_forms().get(words[head]) if tags[head] == "V" else None
    pieces = form.parts if form is not None else _NO_PARTS
    group = VerbGroup(first, last, lemma, _form(tags[first], words[first], pieces, bool(auxiliaries)))
    group.negated = not _NEGATIONS.isdisjoint(words[first:last]) or (last - first > 1 and "NEG" in tags[first:last])
    group.past = "past" in pieces or words[head] in _PAST
    if group.form == "ed" and "the" in words[head + 1 : last]:
        group.form = "finite"  # "cut the throats of": its object is told with it
    before_to = {words[j - 1] for j in range(first + 1, head) if tags[j] == "TO"}
    group.future, group.is_to = not before_to.isdisjoint(_TO_COME), not before_to.isdisjoint(_IS)
    if auxiliaries:
        _assist(group, auxiliaries, pieces)
    else:
        group.base = "base" in pieces
    return group


def _verb_head(parts: Parts, first: int) -> int:
    """The index of the verb that the words from `first` lead to, or of the last auxiliary where none follows."""
    tags, head = parts.tags, first
    for i in range(first, len(tags)):
        tag = tags[i]
        if tag not in VERBAL:
            if tag not in ("ADV", "NEG"):
                break
        elif tag == "TO" and i > first and parts.words[i - 1] not in _BEFORE_TO:
            break
        else:
            head = i
            if tag == "V":
                break
    return head


def _assist(group: VerbGroup, auxiliaries: Sequence[str], pieces: frozenset[str]) -> None:
    """Set what the auxiliaries say of their verb."""
    be = not _BE.isdisjoint(auxiliaries)
    group.passive = be and "participle" in pieces
    group.progressive = be and "ing" in pieces
    group.future = group.future or not _FUTURE.isdisjoint(auxiliaries)
    group.unreal = not _UNREAL.isdisjoint(auxiliaries)
    group.would = "would" in auxiliaries
    group.perfect = "has" in auxiliaries or "have" in auxiliaries
    group.past = group.past or not _PAST.isdisjoint(auxiliaries)


def _form(tag: Tag, norm: str, pieces: frozenset[str], with_auxiliary: bool) -> Form:
    if tag == "TO":
        return "infinitive"
    if with_auxiliary or tag in ("AUX", "MODAL"):
        return "ing" if norm in ("being", "having") else "finite"
    if "ing" in pieces:
        return "ing"
    return "ed" if "participle" in pieces else "finite"


def _lemma(parts: Parts, head: int) -> tuple[str, int]:
    norm = parts.words[head]
    if parts.tags[head] != "V":
        name = next((n for n in ("be", "have", "do") if norm in words(n)), norm)
        after, way = head + 1, _way(parts, name, head + 1)
        while not way and after < len(parts.tags) and parts.tags[after] in ("ADV", "NEG"):
            after += 1  # "is still under way"
            way = _way(parts, name, after)
        return (" ".join((name, *way)), after + len(way)) if way else (name, head + 1)
    if head in parts.separated:
        return parts.separated[head], head + 1
    lemma = verb_forms()[norm].lemma
    way = _way(parts, lemma, head + 1)
    if way:
        return " ".join((lemma, *way)), head + 1 + len(way)
    marked = f"{parts.words[head - 1]} {lemma}" if head else lemma
    return (marked if marked in verb_groups() else lemma), head + 1  # "sexually assaulted", "gang-raped"


def _way(parts: Parts, verb: str, first: int) -> tuple[str, ...]:
    """The particles from `first` on with which the verb is another one."""
    return particles(verb, parts.words[first : first + MOST_PARTICLES])
