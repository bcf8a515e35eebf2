"""Noun: the nouns of conflict news as classes, in the singular and the plural."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from extraction.lexicon import load
from extraction.sentences.match import Matcher
from extraction.sentences.plural import plural
from extraction.sentences.sentence import Sentence
from extraction.sentences.token import tokenize

_PEOPLE = "captive civilian insurgent leader member militia_member official police_officer soldier"
PEOPLE = frozenset(_PEOPLE.split())
"""Classes of nouns that name people one by one."""


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the lexicon as it stands in a text."""

    lemma: str
    """In the singular: "militants" reads "militant"."""
    plural: bool
    """True also of a noun that is its own plural ("police", "aircraft")."""
    classes: frozenset[str]
    """The chapters of `lexicon/nouns.yaml` that hold it: `insurgent`, `weapon`, `hideout` …"""
    category: str | None
    """The codebook's category of whom it names; null where it names things, or people of any side."""


def noun(norm: str) -> Noun | None:
    """Return the noun that the folded word `norm` is, or null where the lexicon has none."""
    return _words().get(norm)


def nouns(sentence: Sentence) -> list[tuple[int, int, Noun]]:
    """Return (first token, token after the last, noun) of each noun, those of several words before their parts."""
    return _matcher().within(sentence)


@cache
def vocabulary() -> dict[tuple[str, ...], Noun]:
    """Return every noun by its folded words, in the singular and the plural."""
    classes: dict[str, set[str]] = defaultdict(set)
    categories: dict[str, str] = {}
    for name, chapter in load("nouns").items():
        for lemma in chapter["nouns"]:
            classes[lemma].add(name)
            if "category" in chapter:
                categories[lemma] = chapter["category"]
    found: dict[tuple[str, ...], Noun] = {}
    for lemma, names in classes.items():
        for form, many in ((lemma, False), (plural(lemma), True)):
            norms = tuple(token.norm for token in tokenize(form))
            found[norms] = Noun(lemma, many, frozenset(names), categories.get(lemma))
    return found


@cache
def _words() -> dict[str, Noun]:
    return {norms[0]: value for norms, value in vocabulary().items() if len(norms) == 1}


@cache
def _matcher() -> Matcher[Noun]:
    return Matcher((" ".join(norms), value) for norms, value in vocabulary().items())
