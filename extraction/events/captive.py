"""Captive: people taken and then killed by the same hands, which is one execution: "seized six men and shot them"."""

from collections.abc import Sequence
from itertools import takewhile

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import noun_groups, words
from extraction.clauses.sense import sense
from extraction.events.draft import Draft
from extraction.events.party import Party
from extraction.events.rule import HARM

_TAKINGS = frozenset({"abduction", "arrest"})
_TAKEN = frozenset({"abducted", "arrested"})
_DEADLY = frozenset({HARM, "execution"})
_FIGHTS = frozenset({"air_strike", "attack", "bomb", "clash", "operation", "shelling"})
_PLURAL = frozenset({"them", "they"})
_THEY = frozenset({"he", "she", "they", "man", "men", "suspect", "suspects"})
_WHILE = frozenset({"after", "as", "for", "when", "while"})
"""Words that open a clause on what the victim did: "shot him as he tried to flee"."""
_ENDS = frozenset({",", ";", "."})


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
    """Whether it came before the taking, in a fight or flight, or hit a limb or by chance: "shot him in the leg"."""
    predicate, tokens = told.predicate, told.sentence.tokens
    if predicate.first and tokens[predicate.first - 1].norm == "after":
        return True
    led_to = [p for lead, phrases in predicate.adjuncts if lead in ("in", "during", "by") for p in phrases]
    fought = any(not noun_groups().get(p.head, frozenset()).isdisjoint(_FIGHTS) for p in led_to)
    missed = any(p.head in words("limbs") or not words("misfires").isdisjoint(p.norms) for p in led_to)
    return fought or missed or _fled(told)


def _fled(told: Draft) -> bool:
    """Whether the next clause says of the victims that they fled: "as he tried to flee", "while resisting arrest"."""
    norms = told.sentence.words[told.predicate.last :]
    if words("fleeing").isdisjoint(norms):
        return False
    opener = next((i for i, norm in enumerate(norms) if norm in _WHILE), len(norms))
    clause = list(takewhile(lambda norm: norm not in _ENDS, norms[opener + 1 :]))
    subject = next((norm for norm in clause if norm != "the"), "")
    victims = _THEY | {p.head for p in told.patients}
    return (subject in victims or subject.endswith("ing")) and not words("fleeing").isdisjoint(clause)


def same_hands(taking: Draft, killing: Draft) -> bool:
    """Whether nobody is told to have killed them but who took them: not "kidnapped by rebels, killed by soldiers".

    "Their captors" and "the group" are the same.
    """
    killers = killing.agents if killing.agent_role == "actor" else []
    others = [p for p in killers if all(p is not taker for taker in taking.agents)]
    sides = {None, *(sense(p).side for p in taking.agents)}
    return all(p.determiner in words("definite") and not p.mentions and sense(p).side in sides for p in others)


def _same_victims(taking: Draft, told: Draft) -> bool:
    """Whether those killed are those taken: the same words, or a pronoun for them of what the same people did."""
    taken = {id(p) for p in taking.patients}
    doers, killers = {id(p) for p in taking.agents}, {id(p) for p in told.agents}
    if taking.kind == "abduction" and taken & {id(p) for p in told.patients}:
        return same_hands(taking, told)  # but not "captured and killed several insurgents"
    same_doers = taking.agents and doers == killers
    return bool(same_doers) and len(told.patients) == 1 and means(told.patients[0], taking.patients)


def means(pronoun: Phrase, taken: Sequence[Phrase]) -> bool:
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
