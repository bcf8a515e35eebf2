"""Grounds: the grammar and the words that status and scope of an event rest on, told to a reader."""

from collections.abc import Iterator

from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.events.discourse import cues
from extraction.events.rule import Rule
from extraction.events.scope import scope
from extraction.sentences.sentence import Sentence

_FORMS = {
    "negated": "negated",
    "future": "future",
    "unreal": "not told as real",
    "progressive": "going on",
    "perfect": "perfect",
    "passive": "passive",
    "past": "past",
}
"""What a verb may be, and how a reader is told."""


def status_grounds(predicate: Predicate, rule: Rule, sentence: Sentence) -> str:
    """Return what the status of an act rests on: its words, its verb and the verb it hangs on, hedges, the rule."""
    told = sentence.wording(predicate.first, predicate.last)
    return ", ".join((f"“{told}”", *_grammar(predicate), *_words(predicate, rule, sentence)))


def scope_grounds(predicate: Predicate, sentence: Sentence) -> str:
    """Return what the scope of an act rests on."""
    text = f" {' '.join(sentence.words)} "
    heard = sorted(cue for name in ("running", "total") for cue in cues(name) if f" {cue} " in text)
    told = [f"“{cue}”" for cue in (*(["since"] if "since" in sentence.norms else []), *heard)]
    if scope(predicate, sentence) == "period_total":
        return ", ".join(told) or "a large open figure in the perfect"
    return f"{', '.join(told)} gives no total here" if told else "no word of a total or a period"


def _grammar(predicate: Predicate) -> Iterator[str]:
    verb, parent = predicate.verb, predicate.parent
    if predicate.nominal and predicate.role and verb is not None:
        yield f"{predicate.role} of “{verb.lemma}”"
    if verb is not None:
        yield from (told for form, told in _FORMS.items() if getattr(verb, form))
        if verb.form != "finite":
            yield verb.form
    if parent is not None:
        yield f"under “{parent.lemma}”"
    if predicate.introduced_by:
        yield f"after “{predicate.introduced_by}”"


def _words(predicate: Predicate, rule: Rule, sentence: Sentence) -> Iterator[str]:
    yield from (f"after “{t.norm}”" for t in sentence.tokens[: predicate.first] if t.norm in words("hedges"))
    if rule.status is not None:
        yield f"rule {rule.name} tells what was {rule.status}"
