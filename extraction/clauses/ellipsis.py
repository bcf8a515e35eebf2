"""Ellipsis: what is told once for several: a verb for places, each with its number, a noun for the numbers of verbs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.scan import Scan
from extraction.clauses.sense import PERSONS, sense

_AT = frozenset({"in", "at", "near", "outside", "around"})
_PARTED = frozenset({"kill", "die", "injure", "arrest", "abduct", "release", "destroy", "find", "execute", "displace"})
"""Groups of verbs whose victims can be told place by place."""


def parted(told: Predicate, scan: Scan, i: int) -> list[Predicate]:
    """Return the acts that the verb at `i` (`told`) stands for beside its own, and leave it its own place."""
    counted = _counted(told)
    if counted is None or counted.number is None or not told.groups & _PARTED:
        return []
    found = [
        _again(told, phrase, (word, (place,)))
        for phrase, word, place in _places(scan, i)
        if phrase.first > counted.last and _like(phrase, counted)
    ]
    if found:
        first = found[0].first
        kept = [(word, tuple(p for p in phrases if p.first < first)) for word, phrases in told.adjuncts]
        kept = [(word, phrases) for word, phrases in kept if phrases]
        if not any(word in _AT for word, _ in kept):
            return []
        told.adjuncts = kept
        _part_dates([told, *found])
    return found


def _part_dates(parts: Sequence[Predicate]) -> None:
    """Give each part the dates told behind it; those without any keep what the verb has before its first part."""
    dates, firsts = parts[0].dates, [part.first for part in parts[1:]]
    shared = [date for date in dates if date.first < firsts[0]] or dates
    for part, first, last in zip(parts[1:], firsts, [*firsts[1:], None], strict=True):
        part.dates = [d for d in dates if d.first > first and (last is None or d.first < last)] or shared
    parts[0].dates = shared


def exchanged(told: Predicate) -> list[Predicate]:
    """Return the release of those for whom others were freed: "freed two soldiers in exchange for five rebels"."""
    if "release" not in told.groups:
        return []
    swaps = told.word in words("swap_verbs")
    for word, phrases in told.adjuncts:
        if word == "for" and swaps and any(sense(p).classes & PERSONS for p in phrases):
            again = replace(
                told, first=phrases[0].first, last=phrases[-1].last, adjuncts=[], doers=None, sufferers=None
            )
            again.agents, again.patients = (), phrases
            return [again]
        swaps = swaps or (word == "in" and any(p.head in words("swaps") for p in phrases))
    return []


def lend_nouns(told: Sequence[Predicate]) -> None:
    """Give a bare number the noun of whom the verb before is done to: "killed nine rebels and captured two"."""
    verbs = [predicate for predicate in told if not predicate.nominal]
    for before, predicate in pairwise(verbs):
        people = [p for p in before.patients if p.noun is not None and p.noun.plural and p.noun.classes & PERSONS]
        joined = predicate.agents and list(map(id, predicate.agents)) == list(map(id, before.agents))
        joined = joined or (_befell(before) and _befell(predicate))  # "nine were killed and three captured"
        for phrase in predicate.patients if joined and len(people) == len(before.patients) == 1 else ():
            if phrase.noun is None and phrase.of is None and _is_number(phrase):
                phrase.noun, phrase.head, phrase.meaning = people[0].noun, people[0].head, None
                phrase.norms = (*phrase.norms, people[0].norms[-1])


def _befell(predicate: Predicate) -> bool:
    """Whether the verb is passive and its people stand before it."""
    verb = predicate.verb
    if verb is None or not (verb.passive or verb.form == "ed"):
        return False
    return bool(predicate.patients) and predicate.patients[0].first < verb.first


def _is_number(phrase: Phrase) -> bool:
    number = phrase.number
    return number is not None and (number.first, number.last) == (phrase.first, phrase.last)


def _counted(told: Predicate) -> Phrase | None:
    """Whose number the verb tells: its only object, or of a verb without object its only subject."""
    phrases = told.agents if told.word in words("intransitive_verbs") else told.patients
    return phrases[0] if len(phrases) == 1 else None


def _places(scan: Scan, i: int) -> Iterator[tuple[Phrase, str, Phrase]]:
    """Each number or people behind a comma or "and" with a place right behind it, up to the next verb."""
    for j in range(i + 2, len(scan.chunks) - 2):
        if scan.verbs[j] is not None or scan.tag(j) in ("REL", "SUB"):
            return
        phrase, place = scan.phrases[j], scan.phrases[j + 2]
        listed = scan.tag(j - 1) == "CC" or scan.word(j - 1) in (",", ";")
        if phrase is None or place is None or not listed or scan.word(j + 1) not in _AT:
            continue
        if phrase.number is not None and place.mention("place") is not None and phrase.mention("place") is None:
            yield phrase, scan.word(j + 1), place


def _like(phrase: Phrase, counted: Phrase) -> bool:
    """Whether a phrase counts the same sort: a bare number, people beside people, houses beside houses."""
    one, other = sense(phrase).classes, sense(counted).classes
    return "counted" in one or bool(one & other) or bool(one & PERSONS and other & (PERSONS | {"counted"}))


def _again(told: Predicate, phrase: Phrase, place: tuple[str, tuple[Phrase, ...]]) -> Predicate:
    again = replace(told, first=phrase.first, last=phrase.last, adjuncts=[place], doers=None, sufferers=None)
    if told.word in words("intransitive_verbs"):
        again.agents = (phrase,)
    else:
        again.patients = (phrase,)
    return again
