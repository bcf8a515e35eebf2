"""Rules: the order in which they are tried. The first that fits a predicate applies."""

from functools import cache

from extraction.clause import Predicate
from extraction.rule import Rule
from extraction.rules.diplomacy import DIPLOMACY
from extraction.rules.explosion import EXPLOSIONS
from extraction.rules.force import FORCE
from extraction.rules.order import ORDER

RULES: tuple[Rule, ...] = (
    *EXPLOSIONS,  # a blast is coded by its means before anything else
    *ORDER,  # arrests, seizures, territory, troops: acts that also look like attacks ("seized", "raided")
    *FORCE,  # attacks, clashes, and last the bare harm (killed, wounded)
    *DIPLOMACY,  # words: appeals, threats, talks, offices
)


@cache
def _by_group() -> dict[str, tuple[tuple[int, Rule], ...]]:
    groups = {rule.group for rule in RULES}
    return {group: tuple((i, rule) for i, rule in enumerate(RULES) if rule.group == group) for group in groups}


def rule_for(predicate: Predicate) -> Rule | None:
    """Return the first rule that fits; null where the predicate tells no event."""
    candidates = sorted(
        (pair for group in predicate.groups for pair in _by_group().get(group, ())), key=lambda pair: pair[0]
    )
    return next((rule for _, rule in candidates if rule.fits(predicate)), None)
