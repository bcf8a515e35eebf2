"""Scope: whether the figures of an act are those of one event or of a period: "so far 80", "has flown over 900"."""

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.events.discourse import cues, says
from extraction.events.event import Scope
from extraction.lexicon import load
from extraction.sentences.sentence import Sentence

_HARM = frozenset({"kill", "die", "injure", "displace"})
_LARGE = 20
"""From here on an open figure in the present perfect is a running total."""
_DAYS = frozenset({*load("dates")["weekdays"], *load("months"), "today", "tonight", "yesterday"})


def scope(predicate: Predicate, sentence: Sentence) -> Scope:
    """Return whether the act is told with a running or background figure ("so far 80", "has flown over 900")."""
    verb = predicate.verb
    if verb is not None and verb.perfect and not predicate.dates and any(_open(p) for p in _counted(predicate)):
        return "period_total"
    if verb is not None and verb.perfect and _opens_period(sentence):
        return "period_total"
    if predicate.groups & _HARM and _costs(predicate) and not _on_a_day(predicate):
        return "period_total"
    running = not sentence.norms.isdisjoint(("has", "have")) and says(sentence, "running")
    brief = not sentence.norms.isdisjoint(cues("brief")) and not says(sentence, "apart")  # one thing, just happened
    return "period_total" if running or (says(sentence, "total") and not brief) else "single"


def _costs(predicate: Predicate) -> bool:
    """Whether it is a whole war that cost so much: "the war has killed thousands", "have died in the conflict"."""
    inside = [p for word, phrases in predicate.adjuncts if word in ("in", "during") for p in phrases]
    return any(p.head in words("wars") and p.determiner in words("definite") for p in (*predicate.agents, *inside))


def _on_a_day(predicate: Predicate) -> bool:
    """Whether it is dated by more than a year: "killed in the conflict on Monday", but not "in the war in 2019"."""
    return any(mark.word in _DAYS for mark in predicate.dates)


def _opens_period(sentence: Sentence) -> bool:
    """Whether "since" says from when on, and not only that it was later: "has since been freed"."""
    if "since" not in sentence.norms:
        return False
    pairs = zip(("", *sentence.words), sentence.words, strict=False)
    return any(word == "since" and before not in ("has", "have", "had", "long") for before, word in pairs)


def _counted(predicate: Predicate) -> tuple[Phrase, ...]:
    return (*predicate.patients, predicate.phrase) if predicate.phrase is not None else predicate.patients


def _open(phrase: Phrase) -> bool:
    """A figure that is large and open above: "over 900"."""
    number = phrase.number.number if phrase.number is not None else None
    return number is not None and number.high is None and (number.low or 0) >= _LARGE
