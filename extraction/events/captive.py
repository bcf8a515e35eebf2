"""Captive: people taken and then killed by the same hands, which is one execution: "seized six men and shot them"."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import noun_groups, words
from extraction.events.draft import Draft
from extraction.events.party import Party
from extraction.events.rule import HARM

_TAKINGS = frozenset({"abduction", "arrest"})
_TAKEN = frozenset({"abducted", "arrested"})
_DEADLY = frozenset({HARM, "execution"})
_FIGHTS = frozenset({"air_strike", "attack", "bomb", "clash", "operation", "shelling"})
_PLURAL = frozenset({"them", "they"})


def put_to_death(acts: list[Draft]) -> list[Draft]:
    """Join the killing of those who were taken in the same sentence to their taking, which becomes an execution."""
    if len(acts) < 2 or all(told.kind not in _TAKINGS for told in acts):
        return acts
    kept: list[Draft] = []
    for told in acts:
        taking = next((d for d in reversed(kept) if d.kind in _TAKINGS), None) if _kills(told) else None
        if taking is None or taking.status != told.status or not _same_victims(taking, told):
            kept.append(told)
            continue
        taking.kind = "execution"
        taking.parties += _killed(taking, told)
        held = {id(m) for _, m in taking.places}
        taking.places += [(role, m) for role, m in told.places if id(m) not in held]
        taking.dates = taking.dates or told.dates
    return kept


def _kills(told: Draft) -> bool:
    """Whether a verb tells that somebody was killed, or that captives were fired at: "and shot them"."""
    if told.predicate.nominal or told.status != "occurred" or otherwise(told):
        return False
    deadly = told.kind in _DEADLY and "injure" not in told.predicate.groups
    return deadly or (told.kind == "attack" and told.predicate.word == "shoot")


def otherwise(told: Draft) -> bool:
    """Whether it came before the taking, in a fight or flight, or hurt only a limb: "after shooting him in the leg"."""
    predicate, tokens = told.predicate, told.sentence.tokens
    if predicate.first and tokens[predicate.first - 1].norm in ("after", "before"):
        return True
    led_to = {p.head for lead, phrases in predicate.adjuncts if lead in ("in", "during", "by") for p in phrases}
    fled = any(token.norm in words("fleeing") for token in tokens[predicate.last :])
    fought = any(not noun_groups().get(head, frozenset()).isdisjoint(_FIGHTS) for head in led_to)
    return fled or fought or not led_to.isdisjoint(words("limbs"))


def _same_victims(taking: Draft, told: Draft) -> bool:
    """Whether those killed are those taken: the same words, or a pronoun for them of what the same people did."""
    taken = {id(p) for p in taking.patients}
    doers, killers = {id(p) for p in taking.agents}, {id(p) for p in told.agents}
    if taking.kind == "abduction" and taken & {id(p) for p in told.patients}:
        return killers <= doers  # but not "captured and killed several insurgents"
    same_doers = taking.agents and doers == killers
    return bool(same_doers) and len(told.patients) == 1 and _means(told.patients[0], taking.patients)


def _means(pronoun: Phrase, taken: Sequence[Phrase]) -> bool:
    """Whether the pronoun agrees in number with those taken."""
    if not pronoun.pronoun or not taken:
        return False
    plural = len(taken) > 1 or taken[0].noun is None or taken[0].noun.plural
    return plural if pronoun.head in _PLURAL else len(taken) == 1 and pronoun.head in ("him", "her")


def _killed(taking: Draft, told: Draft) -> list[Party]:
    """How many were killed: as many as were taken, where they are only a pronoun."""
    own = [p for p in told.parties if not p.phrase.pronoun]
    if own or not any(p.pronoun for p in told.patients):
        return own
    taken = [p for p in taking.parties if p.quantity.role in _TAKEN]
    return [Party(p.quantity._replace(role="killed"), p.phrase, p.side) for p in taken]
