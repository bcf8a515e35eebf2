"""Sieve: which sentences can tell an event at all, by their words and mentions alone. The others are not parsed.

What a rule asks of an act is boiled down to marks that words and mentions of the sentence must bear: a noun of one of
the classes asked for, a verb that may govern it, a preposition. A sentence passes where it holds a trigger and all the
marks that one of the trigger's rules asks for. The sieve is wide: what stays behind has no act that a rule takes.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from extraction.clauses.grammar import carried_words, happening_words, noun_groups, verb_groups, words
from extraction.clauses.grammar import forms_of_verb as forms
from extraction.clauses.sense import SIDES, person_endings
from extraction.events.rule import Rule
from extraction.events.rules import rules
from extraction.mentions.mention import Mention
from extraction.mentions.noun import PEOPLE, vocabulary
from extraction.sentences.fold import fold
from extraction.sentences.plural import plural
from extraction.sentences.sentence import Sentence
from extraction.sentences.token import tokenize

_MENTIONED: Mapping[str, tuple[str, ...]] = {
    "actor": ("actor",),
    "person": ("person", "named"),
    "nationality": ("civilian", "person"),
    "number": ("counted",),
    "place": ("place", "named_place"),
}
"""The classes that a phrase can owe to a mention in it (see `extraction.clauses.sense`)."""

Ask = frozenset[str]
"""What a rule asks for, one of which is enough: classes of nouns, sides (`side:armed`), words (`word:against`)."""


class _Telling(NamedTuple):
    """What must stand beside the word of a trigger: its other words, and the marks that a rule asks for, as bits."""

    others: frozenset[str]
    marks: int


def passes(sentence: Sentence, mentions: Sequence[Mention], kinds: frozenset[str] | None = None) -> bool:
    """Whether a rule may take an act of the sentence; of `kinds` only, unless null. `mentions` are the sentence's."""
    if any(mention.type == "operation" for mention in mentions) or _asks_back(sentence.norms):
        return True
    norms, (triggers, tellings) = sentence.norms, _tellings(kinds)
    asked = {marks for word in norms & triggers for others, marks in tellings[word] if others <= norms}
    if not asked or 0 in asked:
        return bool(asked)
    borne = 0
    for norm in norms:
        borne |= _of_word(norm)
    for mention in mentions:
        borne |= _of_mention(mention.type, mention.name, mention.category)
    return any(marks & borne == marks for marks in asked)


def _asks_back(norms: frozenset[str]) -> bool:
    """Whether "one", "the last" may stand for an act named before: "the last was carried out in Kabul"."""
    if norms.isdisjoint(words("ones")):
        return False
    carried = not norms.isdisjoint(words("be") | words("get")) and not norms.isdisjoint(carried_words())
    return carried or not norms.isdisjoint(happening_words())


def asked(rule: Rule) -> Iterator[Ask]:
    """Yield what must all be found in a sentence for the rule to take an act of it."""
    yield from (classes for classes in (rule.patient, rule.agent, rule.reached) if classes)
    yield from (frozenset({f"side:{side}"}) for side in (rule.patient_side, rule.agent_side) if side is not None)
    for heads in (rule.means, rule.doers, rule.reached_nouns):
        if heads:
            yield frozenset(f"word:{tokenize(head)[-1].norm}" for head in heads)
    for names in (rule.governed, {rule.purpose} - {None}):
        if names:
            verbs = {part for name in names for verb in words(name) for part in (verb.split()[0], verb.split()[-1])}
            yield frozenset(f"word:{form}" for verb in verbs for form in forms(verb))
    if rule.freight:
        ways = words("bound_verbs") | words("haul_verbs") | words("carry_verbs")
        yield frozenset({"drug"} | {f"word:{form}" for way in ways for form in forms(way)})
    given = "to" in rule.adjunct and not rule.words.isdisjoint(words("give_verbs"))  # "gave the rebels helicopters"
    if rule.adjunct and "as" not in rule.adjunct and not given:  # nor "was named commander" its "as"
        yield frozenset(f"word:{adjunct.split()[-1]}" for adjunct in rule.adjunct)


@cache
def _asks() -> tuple[tuple[Rule, frozenset[Ask]], ...]:
    return tuple((rule, frozenset(asked(rule))) for rule in rules())


@cache
def _bits() -> dict[Ask, int]:
    every = dict.fromkeys(ask for _, asks in _asks() for ask in asks)
    return {ask: 1 << number for number, ask in enumerate(every)}


@cache
def _marks() -> dict[str, int]:
    """By class, side and word the marks that it bears, as bits."""
    found: dict[str, int] = defaultdict(int)
    for ask, bit in _bits().items():
        for name in ask:
            found[name] |= bit
    return found


@lru_cache(maxsize=1 << 16)  # a text says the same words again and again
def _of_word(norm: str) -> int:
    """Return the marks that a folded word can bear, as bits."""
    names = {f"word:{norm}", *_noun_names().get(norm, ())}
    if norm.endswith(person_endings()) or norm in _people() or not names.isdisjoint(PEOPLE):
        names.add("person")
    if norm in words("persons"):
        names.add("pronoun")
    if norm == "them":
        names.add("person")  # "all of them"
    if norm in words("held"):
        names.add("held")
    if norm in _in_both_numbers("flyers"):
        names.add("aircraft")
    if norm in words("armed_adjectives"):
        names.add("side:armed")
    if norm == "pro":
        names.add("side:state")
    return _sum(names)


@lru_cache(maxsize=1 << 12)
def _of_mention(kind: str, name: str, category: str | None) -> int:
    """Return the marks that a mention can bear, as bits."""
    names = {*_MENTIONED.get(kind, ())}
    if kind in ("actor", "person"):
        names.add(f"side:{SIDES.get(category or '')}")
    if kind == "actor" and fold(name) in words("allies"):
        names.add("side:state")
    return _sum(names)


def _sum(names: set[str]) -> int:
    marks = 0
    for name in names:
        marks |= _marks().get(name, 0)
    return marks


@cache
def _noun_names() -> dict[str, set[str]]:
    """By the last word of each noun its classes and its side."""
    found: dict[str, set[str]] = defaultdict(set)
    for norms, noun in vocabulary().items():
        found[norms[-1]] |= noun.classes | {f"side:{SIDES.get(noun.category or '')}"}
    return found


@cache
def _in_both_numbers(name: str) -> frozenset[str]:
    return words(name) | {plural(word) for word in words(name)}


@cache
def _people() -> frozenset[str]:
    return words("persons") | _in_both_numbers("rests")


@cache
def _tellings(kinds: frozenset[str] | None) -> tuple[frozenset[str], dict[str, tuple[_Telling, ...]]]:
    """A word of each trigger; by it what must stand beside it."""
    able = _able(kinds)
    found: dict[str, set[_Telling]] = defaultdict(set)
    for verb, groups in verb_groups().items():
        first, *particles = verb.split()
        for marks in _marks_asked(able, verb, groups, nominal=False):
            for form in forms(first):
                found[form].add(_Telling(frozenset(particles), marks))
            if len(particles) == 1:  # "sexually assault" and the like
                for form in forms(particles[0]) - {particles[0]}:
                    found[form].add(_Telling(frozenset({first}), marks))
    for noun, groups in noun_groups().items():
        head = _head(noun)
        for marks in _marks_asked(able, noun, groups, nominal=True):
            found[head].add(_Telling(frozenset(noun.split()) - {head}, marks))
    return frozenset(found), {word: _least(told) for word, told in found.items()}


def _least(told: set[_Telling]) -> tuple[_Telling, ...]:
    """Leave out what asks for all that another asks for, and more: where it passes, the other does."""
    kept: list[_Telling] = []
    for one in sorted(told, key=lambda telling: (len(telling.others), telling.marks.bit_count())):
        if not any(other.others <= one.others and other.marks & one.marks == other.marks for other in kept):
            kept.append(one)
    return tuple(kept)


_Able = Mapping[str, Sequence[tuple[Rule, int]]]
"""Rules by their group, each with the marks that it asks for."""


def _able(kinds: frozenset[str] | None) -> _Able:
    found: dict[str, list[tuple[Rule, int]]] = defaultdict(list)
    for rule, asks in _asks():
        if kinds is None or rule.kind in kinds:
            found[rule.group].append((rule, sum(_bits()[ask] for ask in asks)))
    return found


def _marks_asked(able: _Able, word: str, groups: frozenset[str], *, nominal: bool) -> set[int]:
    """What each rule asks for that can take this trigger, as bits."""
    held = (entry for group in groups for entry in able.get(group, ()))
    return {marks for rule, marks in held if rule.takes(word, groups, nominal=nominal)}


def _head(noun: str) -> str:
    """The word of a trigger noun that every telling of it has and few others: "sit" of "sit in"."""
    first, *_, last = (*noun.split(), noun.split()[-1])
    return first if last in words("prepositions") else last
