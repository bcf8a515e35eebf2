"""Extent: how large it is: an operation's phases, axes, cleared villages and supporters, a force before and after."""

from collections.abc import Iterator, Sequence
from functools import cache

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense
from extraction.events.count import quantities
from extraction.events.draft import Draft
from extraction.events.event import Quantity, spanned
from extraction.events.party import Party, parties
from extraction.lexicon import load
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

_GROUND = frozenset({"operation", "territory_regained"})
_SUPPORTED = _GROUND | {"air_strike", "armed_clash", "arrest", "territory_seized"}
_MOVED = frozenset({"deployment", "withdrawal"})
_STRENGTH = {"from": "strength_before", "to": "strength_after"}
_COMPANY = frozenset({"alongside", "together with"})


def fill_extent(told: Sequence[Draft], predicates: Sequence[Predicate], mentions: Sequence[Mention]) -> None:
    """Give an operation its phases and axes, what retakes places the villages, what moves troops their strength."""
    for draft in told:
        if draft.kind in _SUPPORTED:
            draft.supporters = [p for p in _supporters(draft, predicates) if sense(p).side is not None]
        if draft.kind == "territory_regained":
            draft.parties += _cleared(draft)
        if draft.kind in _MOVED:
            draft.parties += _strength(draft)
    host = next((d for d in told if d.kind == "operation"), None) or next((d for d in told if d.kind in _GROUND), None)
    if host is not None and not host.sentence.norms.isdisjoint(_words("phases") | _words("axes")):
        host.parties += _parts(host.sentence, mentions)


def _parts(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Party]:
    """The counts of phases and axes; "the third phase" says that there are three or more."""
    tokens = sentence.tokens
    counts = {m.last: m for m in mentions if m.type == "number" and m.name == "count" and m.number is not None}
    for i, token in enumerate(tokens):
        role = next((role for role in ("phases", "axes") if token.norm in _words(role)), None)
        count = counts.get(i) or counts.get(i - 1)
        if role is not None and count is not None and count.number is not None:
            low, high = count.number.low, count.number.high
            yield _party(role, sentence, count.first, i + 1, low, high)
        elif role == "phases" and i and tokens[i - 1].norm in _ordinals():
            yield _party(role, sentence, i - 1, i + 1, _ordinals()[tokens[i - 1].norm], None)


def _party(role: str, sentence: Sentence, first: int, last: int, low: float | None, high: float | None) -> Party:
    tokens = sentence.tokens[first:last]
    place, wording = spanned(sentence, first, last), sentence.wording(first, last)
    phrase = Phrase(first, last, tuple(t.norm for t in tokens), None, tokens[-1].norm)
    return Party(Quantity(role=role, low=low, high=high, counted=role, wording=wording, span=place), phrase)


def _strength(draft: Draft) -> Iterator[Party]:
    """How strong a force was and is to be: "cut its force from 5,000 to 3,800 soldiers"."""
    for preposition, phrases in draft.predicate.adjuncts:
        told = [p for p in phrases if p.number is not None and p.of is None and (p.noun is None or _soldiers(p))]
        if preposition in _STRENGTH and draft.predicate.word in words("strength_verbs"):
            yield from parties(_STRENGTH[preposition], told, draft.sentence)


def _soldiers(phrase: Phrase) -> bool:
    return bool(sense(phrase).classes & {"force", "soldier"})


def _cleared(draft: Draft) -> list[Party]:
    villages = [p for p in draft.patients if p.head in _words("villages") and p.number is not None]
    counted = [p for p in villages if p.noun is not None and p.noun.plural]
    found = quantities("villages_cleared", counted, draft.sentence)
    return [Party(quantity, phrase) for quantity, phrase in zip(found, counted, strict=True)]


def _supporters(draft: Draft, predicates: Sequence[Predicate]) -> Iterator[Phrase]:
    """Who stands behind "alongside", "with the support of", or backs the doer: "troops backed by drones"."""
    for preposition, phrases in draft.predicate.adjuncts:
        if preposition in _COMPANY:
            yield from phrases
        if preposition == "with":
            yield from (p.of for p in phrases if p.of is not None and p.head in _words("support"))
    for predicate in predicates:
        if predicate.word in _words("backing") and any(p in draft.agents for p in predicate.patients):
            yield from predicate.agents


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("operations")[name])


@cache
def _ordinals() -> dict[str, float]:
    return {word: float(rank) for word, rank in load("operations")["ordinals"].items()}
