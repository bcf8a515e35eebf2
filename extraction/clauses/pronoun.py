"""Pronoun: whether "them" means people, or only things: "took two hills and held them"."""

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.scan import Scan
from extraction.clauses.sense import FORCES, NOBODY, PERSONS, sense

_BODIES = FORCES | {"actor"}
_NO_THINGS = frozenset({"time", "money"})


def settle_them(predicate: Predicate, scan: Scan) -> None:
    """Let "them" that the act is done to mean nobody where its sentence has told things before it and no people."""
    them = next((p for p in predicate.patients if p.pronoun and p.head == "them"), None)
    if them is None:
        return
    before = [(k, p) for k, p in enumerate(scan.phrases) if p is not None and p.first < them.first and not p.pronoun]
    told = [(k, p) for k, p in before if all(p is not doer for doer in predicate.agents)]
    if not any(_people(p) for _, p in told) and any(_things(p) and scan.tag(k - 1) != "P" for k, p in told):
        them.meaning = NOBODY


def _people(phrase: Phrase) -> bool:
    """Whether the phrase can be several people; a noun that the lexicon does not know can."""
    classes = sense(phrase).classes
    unknown = phrase.noun is None and "named_place" not in classes and not _idea(phrase)
    return bool(classes & _BODIES) or (_many(phrase) and (unknown or bool(classes & PERSONS)))


def _things(phrase: Phrase) -> bool:
    return _many(phrase) and (_idea(phrase) or (phrase.noun is not None and not sense(phrase).classes & _NO_THINGS))


def _many(phrase: Phrase) -> bool:
    plural = phrase.noun.plural if phrase.noun is not None else phrase.head.endswith("s")
    return plural or phrase.number is not None


def _idea(phrase: Phrase) -> bool:
    return phrase.head.removesuffix("s") in words("ideas")
