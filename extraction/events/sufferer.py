"""Sufferer: to whom an act is done, by its verb or noun and the prepositions that follow."""

from extraction.clauses.chunk import Phrase
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import GROUPS, PERSONS, sense
from extraction.events.doer import INTRANSITIVE

_OPPOSED = {
    "clash": ("with", "against"),
    "meet": ("with",),
    "threaten": ("against",),
    "arson": ("to",),
    "escape": ("from",),
    "fall": ("to",),
}
_WITHIN = ("comprising", "containing")
_CARGO = frozenset({"drug", "explosive", "money", "weapon"})
_TOLLS = ("toll", "death toll")
_OPPOSED_BY_WORD = {
    "come under": ("from",), "take fire": ("from",), "open fire": ("on", "at"), "fire": ("on", "at"),
    "slit the throat": ("of",), "cut the throat": ("of",),
    "point": ("at",), "lay the blame": ("on",),
}  # fmt: skip


def patients_of(predicate: Predicate) -> tuple[Phrase, ...]:
    """Return to whom the act is done: the grammar's patients, or what a noun of act has after "of", "against"."""
    if predicate.sufferers is None:
        predicate.sufferers = _patients_of(predicate)
    return predicate.sufferers


def _patients_of(predicate: Predicate) -> tuple[Phrase, ...]:
    if not predicate.nominal or predicate.phrase is None:
        if "appeal" in predicate.groups:
            return _asked(predicate)
        return predicate.patients + _contents(predicate) or _opposed(predicate)
    found: list[Phrase] = list(predicate.patients)
    if predicate.phrase.of is not None and not predicate.groups & INTRANSITIVE:
        found.append(predicate.phrase.of)
    for preposition, phrases in predicate.adjuncts:
        if not found and _names_target(preposition, predicate):
            found += [p for p in phrases if not sense(p).classes & {"time"}]
    return tuple(found)


def _contents(predicate: Predicate) -> tuple[Phrase, ...]:
    """What was in it or among it of what was found: "a cache containing 12 rifles", "a dhow with 2,000 rifles"."""
    if "find" not in predicate.groups:
        return ()
    whole = any(p.number is not None for p in predicate.patients)  # "50 weapons, including 12 rifles" are 50
    within = _WITHIN if whole else (*_WITHIN, "including")
    told = (p for word, phrases in predicate.adjuncts if word in within for p in phrases)
    things = tuple(p for p in told if not sense(p).classes & (PERSONS | GROUPS))
    carries = any(sense(p).classes & {"vehicle", "hideout"} for p in predicate.patients)
    cargo = (p for word, phrases in predicate.adjuncts if word == "with" and carries for p in phrases)
    return things + tuple(p for p in cargo if sense(p).classes & _CARGO)


def _opposed(predicate: Predicate) -> tuple[Phrase, ...]:
    """Whom a verb without object is done to: "clashed with", "regained control of"; of "fell to" who took it."""
    told = [way for group, way in _OPPOSED.items() if group in predicate.groups]
    told = [way for word, way in _OPPOSED_BY_WORD.items() if predicate.word.startswith(word)] or told
    told += [("of",)] if predicate.word.endswith(" control") else []
    asked = {preposition for way in told for preposition in way}
    return tuple(p for preposition, phrases in predicate.adjuncts if preposition in asked for p in phrases)


def _asked(predicate: Predicate) -> tuple[Phrase, ...]:
    """Of whom something is demanded: the object where it is somebody, else what follows "from", "on", "to"."""
    if any(sense(p).classes & (PERSONS | GROUPS | {"named_place"}) for p in predicate.patients):
        return predicate.patients
    return next((phrases for preposition, phrases in predicate.adjuncts if preposition in ("from", "on", "to")), ())


def _names_target(preposition: str, predicate: Predicate) -> bool:
    """Which preposition names the target depends on the act: "hunt for", "clashes between", "deaths among"."""
    if predicate.word in _TOLLS:
        return preposition in ("to", "at", "as")
    if preposition == "between":
        return bool(predicate.groups & {"clash", "meet", "agree", "ceasefire"})
    if preposition == "for":
        return predicate.word in ("hunt", "search", "manhunt", "search operation")
    if preposition == "to":
        return bool(predicate.groups & {"suspend", "convict"})
    if preposition == "in":
        return "suspend" in predicate.groups
    if preposition in ("among", "amongst"):
        return bool(predicate.groups & {"kill", "injure", "die"})
    return preposition in ("against", "on", "at")
