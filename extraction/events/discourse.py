"""Discourse: the words by which one sentence takes up, adds to, or sets itself apart from those before it."""

from functools import cache

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.lexicon import load
from extraction.sentences.sentence import Sentence

_TOLD = frozenset({"the", "these", "those"})
"""Determiners of people told before, unlike "one of his associates"."""


@cache
def cues(name: str) -> frozenset[str]:
    """Return a list of `lexicon/discourse.yaml`, folded."""
    return frozenset(str(word) for word in load("discourse")[name])


def says(sentence: Sentence, name: str) -> bool:
    """Whether the sentence holds one of the cues of this name, as whole words."""
    singles, firsts, several = _by_length(name)
    if not singles.isdisjoint(sentence.norms):
        return True
    if firsts.isdisjoint(sentence.norms):
        return False
    text = f" {' '.join(sentence.words)} "
    return any(cue in text for first in firsts & sentence.norms for cue in several[first])


def cue_before(sentence: Sentence, name: str, last: int) -> bool:
    """Whether one of the cues of this name stands before token `last` of the sentence."""
    if not says(sentence, name):
        return False
    text = f" {' '.join(sentence.words[:last])} "
    return any(f" {cue} " in text for cue in cues(name))


@cache
def _by_length(name: str) -> tuple[frozenset[str], frozenset[str], dict[str, list[str]]]:
    """Cues of one word; the first words of those of several; these, between spaces, by their first word."""
    singles = frozenset(cue for cue in cues(name) if " " not in cue)
    several: dict[str, list[str]] = {}
    for cue in cues(name) - singles:
        several.setdefault(cue.split(" ", 1)[0], []).append(f" {cue} ")
    return singles, frozenset(several), several


def adds(phrase: Phrase) -> bool:
    """Whether the phrase tells of people or things beside those told before: "another", "two additional suspects"."""
    inner = phrase.of
    return bool(cues("more") & set(phrase.norms)) or (inner is not None and bool(cues("more") & set(inner.norms)))


def ranks(phrase: Phrase) -> bool:
    """Whether the phrase says the how-manieth somebody is: "the third commander"."""
    return phrase.determiner == "the" and not cues("ranks").isdisjoint(phrase.norms)


def points_back(phrase: Phrase) -> bool:
    """Whether the phrase means somebody told before: a pronoun, "the commander", "one of those"."""
    inner = phrase.of
    one_of_them = inner is not None and phrase.head == "one" and (inner.pronoun or inner.determiner in _TOLD)
    all_of_them = phrase.norms[0] in ("both", "all") and phrase.number is not None
    known = phrase.pronoun or one_of_them or all_of_them or phrase.determiner in words("definite")
    return known and not adds(phrase)
