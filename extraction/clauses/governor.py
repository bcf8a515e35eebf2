"""Governor: the verb that governs a noun of act, and what the act takes from it: "carried out an attack"."""

from collections.abc import Sequence
from functools import cache

from extraction.clauses.chunk import Phrase
from extraction.clauses.dead import victims
from extraction.clauses.grammar import noun_groups, words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import sense

_HARM = frozenset({"kill", "injure"})
_HARMS = _HARM | {"die"}
_SETTLED = frozenset({"agree", "ceasefire"})
_STRIKES = frozenset({"idle", "protest"})
_CROWDED = _STRIKES | {"riot"}
"""Groups of acts that are crushed by others and not fought off by who then stands for them."""
_WHERE = frozenset({"place", "named_place"})
_COSTING = frozenset({"in", "by", "from"})
_NONE: frozenset[str] = frozenset()


def govern(predicate: Predicate, phrase: Phrase, verbs: Sequence[Predicate]) -> None:
    """Find the verb that governs the phrase, and what the act takes from it."""
    for verb in sorted(verbs, key=lambda v: _rank(phrase, v)):
        role = _role(phrase, verb)
        if role == "adjunct" and "aid" in predicate.groups and _makes_up(phrase, verb):
            role = "object"
        if role is not None:
            predicate.verb, predicate.role, predicate.parent = verb.verb, role, verb.parent
            predicate.led_by = next((w for w, told in verb.adjuncts if any(p is phrase for p in told)), None)
            predicate.introduced_by, predicate.controller = verb.introduced_by, verb.controller
            predicate.deadly = role == "adjunct" and predicate.led_by in _COSTING and any(map(_is_harm, verb.patients))
            predicate.reported = verb.reported
            predicate.adjuncts += [
                (word, phrases)
                for word, phrases in verb.adjuncts
                if word != "by" and phrase not in phrases and (word, phrases) not in predicate.adjuncts
            ]
            _lend(role, predicate, phrase, verb)
            return


def _is_harm(phrase: Phrase) -> bool:
    """Whether the phrase names deaths or wounds: "the death of 23 people"."""
    return bool(noun_groups().get(phrase.head, _NONE) & _HARMS)


def _lend(role: str, predicate: Predicate, phrase: Phrase, verb: Predicate) -> None:
    """Give the act what its verb tells of it: who does it, to whom it is done, where."""
    reach = words("extent_verbs" if "operation" in predicate.groups else "reach_verbs")  # a truce includes its sides
    covered = verb.patients if role == "subject" and verb.word in reach else ()
    if any(sense(p).classes & _WHERE for p in covered):
        predicate.adjuncts.append(("in", covered))  # "the next phase will cover the hills"
    if role == "object" and verb.word in words("suffer_verbs"):
        predicate.patients = verb.agents
    elif role == "adjunct" and _befalls(verb):
        predicate.patients = verb.patients
    elif role == "adjunct" and any(word == "on" and phrase in told for word, told in verb.adjuncts):
        predicate.agents = verb.agents if verb.word in words("state_verbs") else predicate.agents
    elif role == "adjunct" and "held" in predicate.groups:
        _hold(predicate, phrase, verb)
    elif _does(role, predicate, phrase, verb) or _intends(role, predicate, verb):
        predicate.agents = verb.agents
    if role == "object" and predicate.word == "dead" and phrase.norms[-1] == "dead":
        predicate.patients = victims(phrase, verb.patients)


def _rank(phrase: Phrase, verb: Predicate) -> tuple[bool, bool, bool]:
    """How near the verb is to govern the phrase, the nearest first."""
    return not _relates(phrase, verb), verb.describes or verb.controller is phrase, _befell(phrase, verb)


def _relates(phrase: Phrase, verb: Predicate) -> bool:
    """Whether the verb of a relative clause says what the act did: "twin bombings that killed 38"."""
    harms = bool(verb.groups & _HARM) or verb.word in words("cause_verbs")
    return harms and verb.introduced_by in ("that", "which") and verb.agents == (phrase,)


def _befell(phrase: Phrase, verb: Predicate) -> bool:
    """Whether a participle behind the phrase says what was done to it: "a truce brokered by Egypt came into force"."""
    told = verb.verb is not None and verb.verb.form == "ed" and phrase in verb.patients
    return told and verb.word not in words("claim_verbs")


def _makes_up(phrase: Phrase, verb: Predicate) -> bool:
    """Whether the phrase says what the money is that is given: "gave $2 million in emergency aid"."""
    money = any("money" in sense(p).classes for p in verb.patients)
    return money and any(word == "in" and phrase in phrases for word, phrases in verb.adjuncts)


def _befalls(verb: Predicate) -> bool:
    """Whether the act befalls the verb's object: "put him on trial", "he was given a life sentence"."""
    given = verb.verb is not None and verb.verb.passive and verb.word in words("give_verbs")
    return given or verb.word in words("put_verbs")


def _hold(predicate: Predicate, phrase: Phrase, verb: Predicate) -> None:
    """Whose a place is: it is "in the hands of", "under the control of", or they are "in control of" it.

    Whose it was is background, not news.
    """
    if verb.verb is None or (verb.word in words("state_verbs") and verb.verb.past):
        return
    inside = any(word == "in" and phrase in phrases for word, phrases in verb.adjuncts)
    if inside and predicate.word == "control":
        predicate.agents, predicate.patients = verb.agents, (phrase.of,) if phrase.of is not None else ()
    else:
        predicate.patients = verb.agents


def _does(role: str, predicate: Predicate, phrase: Phrase, verb: Predicate) -> bool:
    """Whether who does the verb does the act: it carries the act out, or claims it."""
    if role == "object":
        if predicate.groups & _HARMS and verb.word in words("declare_verbs"):
            return False  # "the ministry announced the death of a captain"
        beaten_off = verb.word in words("repel_verbs") and not predicate.groups & _CROWDED
        return beaten_off or verb.word in words("light_verbs") | _own_verbs(predicate.groups)
    if role == "adjunct":
        shared = verb.word in words("share_verbs") and any(
            word == "in" and phrase in told for word, told in verb.adjuncts
        )
        return shared or verb.word in words("claim_verbs") | words("consent_verbs")
    return phrase in verb.patients and verb.word in words("done_verbs") | _own_verbs(predicate.groups)


@cache
def _own_verbs(groups: frozenset[str]) -> frozenset[str]:
    """Return the verbs that only who does an act of these groups does with it: "signed a deal", "observed a strike"."""
    settled = words("agreement_verbs") - words("mediating_verbs") if groups & _SETTLED else _NONE
    kept = words("truce_verbs") | words("declare_verbs") if "ceasefire" in groups else _NONE
    return settled | kept | (words("observe_verbs") | words("declare_verbs") if groups & _STRIKES else _NONE)


def _intends(role: str, predicate: Predicate, verb: Predicate) -> bool:
    """Whether who plans an operation will carry it out; the attacks that somebody plans are mostly who he is."""
    return role == "object" and "operation" in predicate.groups and verb.word in words("intend_verbs")


def _role(phrase: Phrase, verb: Predicate) -> str | None:
    if verb.verb is not None and verb.agents and phrase in verb.agents and phrase.first > verb.verb.first:
        return "adjunct"
    passive = phrase in verb.patients and verb.verb is not None and phrase.first < verb.verb.first
    if phrase in verb.agents or passive:
        return "subject"
    if phrase in verb.patients:
        return "object"
    return "adjunct" if any(phrase in phrases for _, phrases in verb.adjuncts) else None
