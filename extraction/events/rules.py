"""Rules: those of `lexicon/rules/`, and the order in which they are tried. The first that fits a predicate applies."""

from functools import cache, lru_cache
from typing import Any

from extraction.clauses.predicate import Predicate
from extraction.events.rule import Rule
from extraction.lexicon import load
from extraction.sentences.plural import plural

ORDER = (
    "explosion",  # a blast is coded by its means before anything else
    "unrest",  # crowds that attack; attacks beaten off: fighting, not an attack of the other side
    "custody",  # people taken, freed, surrendering: "seized", "took" of people before places
    "materiel",  # weapons found, things destroyed
    "territory",  # places taken and retaken; enemies expelled from them
    "justice",  # trials, expulsions: people "returned" before things
    "movement",  # troops and families that come and go, bases, handovers
    "operation",  # operations and their suspension: "raided" a house before attacked it
    "diplomacy",  # words: appeals, threats, talks, offices: "fired" a minister before fired at somebody
    "force",  # attacks, clashes, and last the bare harm (killed, wounded)
)


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules in the order in which they are tried."""
    return tuple(_rule(entry) for chapter in ORDER for entry in load(f"rules/{chapter}"))


def rule_for(predicate: Predicate) -> Rule | None:
    """Return the first rule that fits; null where the predicate tells no event."""
    able = _about(predicate.word, predicate.groups, predicate.nominal) if predicate.groups else ()
    return next((rule for rule in able if rule.fits(predicate)), None)


@lru_cache(maxsize=1 << 14)
def _about(word: str, groups: frozenset[str], nominal: bool) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.takes(word, groups, nominal=nominal))


def _rule(entry: dict[str, Any]) -> Rule:
    given = {key: _value(value) for key, value in entry.items()}
    if isinstance(entry.get("adjunct"), str):
        given["adjunct"] = frozenset({entry["adjunct"]})
    for nouns in {"words", "means", "doers", "unless", "reached_nouns"} & given.keys():
        given[nouns] = given[nouns] | {plural(word) for word in given[nouns]}
    for examples in ("examples", "counter_examples"):
        given[examples] = tuple(entry[examples])
    return Rule(**given)


def _value(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value
