"""Meaning: an act told in words of another kind: who vows to attack threatens, who fails to take a town has fought."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense
from extraction.events.event import Status
from extraction.events.rule import HARM, Rule

_THREATENED = frozenset(
    {
        HARM,
        "abduction",
        "air_strike",
        "attack",
        "execution",
        "ied_explosion",
        "shelling",
        "territory_seized",
    }
)
"""What it is a threat to vow; for an armed side an operation, too."""


def meant(rule: Rule, predicate: Predicate, agents: Sequence[Phrase], realis: Status) -> tuple[str, Status]:
    """Return the kind and status of what an act of a rule means.

    Who fails to take a town has fought for it; an armed side or "they" that say they will kill threaten.
    """
    if rule.kind in ("territory_seized", "territory_regained") and realis == "prevented":
        return "armed_clash", realis
    if realis == "planned" and _vowed(predicate) and any(_menaces(agent, rule.kind) for agent in agents):
        return "threat", "occurred"
    kills = rule.kind == HARM and realis == "planned" and "kill" in predicate.groups
    if kills and not _passive(predicate) and any(p.pronoun or sense(p).side in ("armed", "state") for p in agents):
        return "threat", "occurred"
    return rule.kind, realis


def _vowed(predicate: Predicate) -> bool:
    """Whether somebody vows to do it: "vowed to carry out more attacks"."""
    verb, parent = predicate.verb, predicate.parent
    return verb is not None and verb.form == "infinitive" and parent is not None and parent.lemma in words("vow_verbs")


def _menaces(phrase: Phrase, kind: str) -> bool:
    """Whether it is a threat that they vow this: "the group vowed to launch an operation" may be one to feed people."""
    found = sense(phrase)
    if found.side == "armed":
        return kind in _THREATENED or kind == "operation"
    return kind in _THREATENED and found.side is None and "group" in found.classes


def _passive(predicate: Predicate) -> bool:
    return predicate.nominal or (predicate.verb is not None and predicate.verb.passive)
