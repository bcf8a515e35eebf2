"""Rules: those of `lexicon/rules/`, and the order in which they are tried. The first that fits a predicate applies."""

from functools import cache
from typing import Any

from extraction.clauses.clause import Predicate
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
    groups = predicate.groups
    if not groups:
        return None
    candidates = sorted(pair for group in groups for pair in _by_group().get(group, ()))
    return next((rules()[i] for i, _ in candidates if rules()[i].fits(predicate)), None)


@cache
def _by_group() -> dict[str, tuple[tuple[int, str], ...]]:
    found: dict[str, list[tuple[int, str]]] = {}
    for i, rule in enumerate(rules()):
        found.setdefault(rule.group, []).append((i, rule.name))
    return {group: tuple(entries) for group, entries in found.items()}


def _rule(entry: dict[str, Any]) -> Rule:
    given = {key: _value(value) for key, value in entry.items()}
    for nouns in {"words", "means", "doers"} & given.keys():
        given[nouns] = given[nouns] | {plural(word) for word in given[nouns]}
    for examples in ("examples", "counter_examples"):
        given[examples] = tuple(entry[examples])
    return Rule(**given)


def _value(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value
