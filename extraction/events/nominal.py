"""Nominal: the status of an act that a noun names: "claimed the attack", "a raid was foiled"."""

from extraction.clauses.chunk import VerbGroup
from extraction.clauses.grammar import verb_groups, words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense
from extraction.events.doer import agents_of
from extraction.events.event import Status
from extraction.events.rule import Rule
from extraction.events.sufferer import patients_of
from extraction.events.verbal import promised, verbal

_NONE: frozenset[str] = frozenset()
_HARM = frozenset({"kill", "injure", "die", "destroy"})
_LOOMING = frozenset({"arrest", "conviction", "deportation"})
"""What one "faces" before it happens."""
_BLASTS = frozenset({"air_strike", "bomb", "device", "grenade", "rounds", "shelling", "suicide"})
"""Groups of acts that wreck things: a bomb derails a train, while "strikes derailed the reform"."""
_RUNNING = frozenset({"be under way", "be underway"})


def nominal(predicate: Predicate, rule: Rule) -> Status | None:
    """Return the status of an act that a noun names, by its verb and how specific it is; null where it is only talk."""
    verb, phrase = predicate.verb, predicate.phrase
    if phrase is None or phrase.determiner in words("generic_openers"):
        return None
    if verb is not None and rule.kind == "ceasefire" and verb.lemma in words("breach_verbs"):
        return None  # "Israel violated the ceasefire", "the truce was broken"
    if verb is None or predicate.role is None:
        return "occurred" if rule.role == "alone" or _specific(predicate) else None
    if predicate.role == "adjunct":
        return _adjunct(predicate, verb, rule)
    if predicate.role == "object":
        return _object(predicate, rule)
    return _subject(predicate, verb, rule)


def _adjunct(predicate: Predicate, verb: VerbGroup, rule: Rule) -> Status | None:
    """An act in an adjunct is told where it is specific, does harm ("killed in bombings"), or is claimed."""
    if rule.role == "adjunct":
        return verbal(predicate)
    if verb.lemma in words("talk_verbs") or (verb.lemma in words("wish_verbs") and predicate.led_by == "for"):
        return None
    if predicate.led_by == "over" or (predicate.led_by == "against" and _protests(verb)):
        return None  # why somebody was wanted or marched
    specific = _specific(predicate)
    if verb.lemma in words("claim_verbs"):
        known = predicate.phrase is not None and predicate.phrase.determiner in words("definite")
        return "occurred" if specific or known else None
    harms = rule.kind != "operation" and (verb_groups().get(verb.lemma, _NONE) & _HARM or predicate.deadly)
    return verbal(predicate) if harms or (specific and not verb.unreal) else None


def _happens(verb: VerbGroup, rule: Rule) -> bool:
    """Whether its verb says so: "broke out", "was under way", of a blast also "knocked out"."""
    return verb.lemma in words("happen_verbs") or (rule.group in _BLASTS and verb.lemma in words("blast_verbs"))


def _protests(verb: VerbGroup) -> bool:
    return "protest" in verb_groups().get(verb.lemma, _NONE)


def _subject(predicate: Predicate, verb: VerbGroup, rule: Rule) -> Status | None:
    """An act that is the subject: it happens, is done (passive of a light verb), or does something and is specific."""
    specific = _specific(predicate) or bool(rule.governed)
    done = verb.passive and verb.lemma in words("light_verbs")
    happens = _happens(verb, rule)
    comes = happens or verb.passive or verb.lemma in words("light_verbs") | words("extent_verbs")
    if (verb.unreal and not promised(predicate)) or not (specific or done or happens):
        return None
    if verb.form == "infinitive" and not specific:
        return None
    if verb.negated:
        return "denied" if happens else None
    if verb.passive and verb.lemma in words("prevent_verbs") and rule.kind != "operation":
        return "prevented"
    if verb.future or verb.would:
        return "planned" if comes else "occurred"
    if verb.passive and verb.lemma in words("schedule_verbs"):
        return "planned"
    runs = verb.progressive or verb.lemma in _RUNNING
    return "ongoing" if runs and not verb.past else "occurred"


def _object(predicate: Predicate, rule: Rule) -> Status | None:
    """An act that is the object: of a verb that carries it, plans it, prevents it, denies it or claims it."""
    verb = predicate.verb
    if verb is None:
        return None
    lemma, specific, own = verb.lemma, _specific(predicate), verbal(predicate)
    if lemma == "face" and rule.kind in _LOOMING:
        return None
    if lemma in words("intend_verbs"):
        return "planned" if specific else None
    if rule.governed or lemma in words("light_verbs") | words("suffer_verbs"):
        return "occurred" if lemma == "claim" and not verb.unreal else own
    if lemma in words("wish_verbs"):
        return None
    if lemma in words("prevent_verbs"):
        return "prevented" if specific and own == "occurred" else None
    if lemma in words("deny_verbs"):
        return "denied"
    return own if specific and own != "prevented" else None


def _specific(predicate: Predicate) -> bool:
    """A noun of act tells an event where doer or victim and place, date, number or article are told."""
    phrase = predicate.phrase
    if phrase is None:
        return False
    placed = any(
        sense(p).classes & {"place", "named_place"} or p.mention("place")
        for _, phrases in predicate.adjuncts
        for p in phrases
    )
    told = (
        bool(predicate.dates)
        or placed
        or phrase.mention("place") is not None
        or phrase.mention("operation") is not None
    )
    named = any(
        sense(p).side is not None or sense(p).named is not None
        for p in (*agents_of(predicate), *patients_of(predicate))
    )
    single = phrase.noun is None or not phrase.noun.plural
    counted = phrase.number is not None or phrase.determiner in words("definite")
    counted = counted or (single and (predicate.terse or phrase.determiner is not None or bool(phrase.mentions)))
    return (told and (named or counted)) or (named and counted)
