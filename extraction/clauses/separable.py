"""Separable: verbs whose particle stands behind the object: "set three vehicles ablaze", "turned himself in"."""

from collections.abc import MutableSequence, Sequence
from functools import cache

from extraction.clauses.grammar import verb_forms, words
from extraction.clauses.word_class import Tag

_REACH = 14
"""How many words behind the verb its particle is looked for."""
_ENDS = frozenset({"V", "AUX", "MODAL", "TO", "REL", "SUB", "PUNCT"})
_BEFORE_OBJECT = frozenset({"DET", "NUM", "NAME", "NAT", "N", "ADJ", "PRON", "POSS"})
"""What, right behind a particle that is a preposition as well, shows that it is one: "down the road"."""
_REFLEXIVES = {("himself",), ("herself",), ("itself",), ("themselves",)}
"""Verbs with these are words of their own: "blow himself up"."""


@cache
def _ways() -> dict[str, tuple[tuple[str, ...], ...]]:
    """By verb the particles that can stand behind its object, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for verb, *particles in (entry.split() for entry in words("separable_verbs")):
        found.setdefault(verb, []).append(tuple(particles))
    return {verb: tuple(sorted(ways, key=lambda way: (-len(way), way))) for verb, ways in found.items()}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(way[-1] for ways in _ways().values() for way in ways)


def separated(norms: tuple[str, ...], known: frozenset[str], tags: MutableSequence[Tag]) -> dict[int, str]:
    """Return, by the index of each verb with its particle behind the object, the whole verb: "set ablaze".

    `known` are the words of the sentence. The particles are tagged as adverbs, so that no phrase holds them.
    """
    if known.isdisjoint(_last_words()):
        return {}
    found: dict[int, str] = {}
    for i, tag in enumerate(tags):
        form = verb_forms().get(norms[i]) if tag == "V" else None
        if form is None or form.lemma not in _ways() or norms[i + 1 : i + 2] in _REFLEXIVES:
            continue
        place = _particle(i, norms, tags, _ways()[form.lemma])
        if place is not None:
            first, way = place
            tags[first : first + len(way)] = ["ADV"] * len(way)
            found[i] = " ".join((form.lemma, *way))
    return found


def _particle(
    i: int, norms: Sequence[str], tags: Sequence[Tag], ways: Sequence[tuple[str, ...]]
) -> tuple[int, tuple[str, ...]] | None:
    """Where the particle of the verb at `i` stands behind an object, and which it is; null where it has none."""
    end = min(len(norms), i + _REACH)
    for k in range(i + 1, end):
        way = next((way for way in ways if tuple(norms[k : k + len(way)]) == way), None)
        if way is not None:
            behind = k + len(way)
            prepositional = tags[k] == "P" and behind < len(tags)
            if prepositional and (tags[behind] in _BEFORE_OBJECT or norms[behind] == "of"):
                return None
            return (k, way) if k > i + 1 and tags[k - 1] not in ("DET", "P") else None
        if tags[k] in _ENDS:
            return None
    return None
