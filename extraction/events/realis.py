"""Realis: whether an act happened, goes on, is planned, was prevented, denied or only alleged."""

from extraction.clauses.grammar import words
from extraction.clauses.predicate import Predicate
from extraction.clauses.sense import PERSONS, sense
from extraction.events.event import Status
from extraction.events.nominal import nominal
from extraction.events.rule import HARM, Rule
from extraction.events.verbal import verbal
from extraction.mentions.noun import noun
from extraction.sentences.sentence import Sentence

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_UNTIL = frozenset({"once", "until", "till"})
"""With the present tense these open a condition: "once the troops are withdrawn"."""
_BEFALLING = frozenset({"die", "find"})
"""What nobody plans: that some "will die", or that bodies will be found."""
_BUT = frozenset({"but", "however", "unsuccessfully"})
_MOVING = frozenset({"aircraft", "vehicle"})
_ON_PURPOSE = frozenset({"bomb", "drone", "drones", "explosive", "explosives", "laden", "packed", "suicide"})
_RUNNING = frozenset({"armed_clash", "operation", "protest", "riot"})
"""What goes on for a while, so that other things are dated by its beginning."""
_TAKEN = frozenset({"territory_seized", "territory_regained"})
_SAID = frozenset({"accusation", "appeal", "appointment", "threat"})
"""Acts of words: "he does not blame" denies nothing that could have happened."""


def status(predicate: Predicate, rule: Rule, sentence: Sentence) -> Status | None:
    """Return the status of the act; null where the text only talks of it (condition, aim, habit, general trend)."""
    if rule.kind == "accusation" and predicate.introduced_by == "whom":
        return None  # "two men whom it accused of spying" are who they are, and accused before
    if _conditional(predicate) or _by_accident(predicate, rule):
        return None
    if rule.kind in _RUNNING and predicate.introduced_by == "since" and not _named_operation(predicate):
        return None  # "640 strikes since the campaign began", "closed since fighting broke out"
    if (
        _habitual(predicate, sentence)
        or _trend(predicate, sentence)
        or _since(predicate, sentence)
        or _charged(predicate, sentence)
    ):
        return None
    found = nominal(predicate, rule) if predicate.nominal else verbal(predicate)
    if rule.kind in _TAKEN and _in_vain(predicate, rule, sentence, found):
        return "prevented"
    if found is None or (found == "denied" and rule.kind in _SAID):
        return None
    if found == "planned" and rule.kind == HARM and rule.group in _BEFALLING:
        return None
    if rule.status == "prevented":
        return "prevented" if found == "occurred" else found
    return "alleged" if found == "occurred" and _hedged(predicate, sentence) else found


def _named_operation(predicate: Predicate) -> bool:
    phrases = (*predicate.agents, *predicate.patients, *([predicate.phrase] if predicate.phrase is not None else []))
    return any(phrase.mention("operation") is not None for phrase in phrases)


def _in_vain(predicate: Predicate, rule: Rule, sentence: Sentence, found: Status | None) -> bool:
    """Whether a place was not taken: who "tried to seize the airport" has not, nor who "failed to capture the town".

    What an army tries is an advance that may go on, unless "but" follows.
    """
    verb, parent = predicate.verb, predicate.parent
    if verb is None or parent is None or verb.form != "infinitive":
        return False
    if found is None:
        return parent.lemma == "fail" and parent.past and not parent.negated
    tried = found == "occurred" and parent.lemma in words("try_verbs")
    return tried and (rule.kind == "territory_seized" or any(t.norm in _BUT for t in sentence.tokens[verb.last :]))


def _by_accident(predicate: Predicate, rule: Rule) -> bool:
    """Whether nobody did the harm on purpose."""
    return (rule.kind == HARM and _mishap(predicate)) or (rule.group == "kill" and _crashed(predicate))


def _hedged(predicate: Predicate, sentence: Sentence) -> bool:
    """Whether a word before the act doubts it."""
    if sentence.norms.isdisjoint(words("hedges")):
        return False
    return any(_hedges(sentence, i) for i in range(predicate.first))


def _hedges(sentence: Sentence, i: int) -> bool:
    """Whether the word at `i` doubts the act and not who somebody is: "the alleged attack", "an alleged smuggler"."""
    norm = sentence.tokens[i].norm
    if norm not in words("hedges"):
        return False
    described = noun(sentence.tokens[i + 1].norm) if norm == "alleged" and i + 1 < len(sentence.tokens) else None
    return described is None or not described.classes & PERSONS


def _conditional(predicate: Predicate) -> bool:
    """Whether the act is only a condition: "if they attack", "once the troops are withdrawn"."""
    pending = predicate.introduced_by in _UNTIL and predicate.verb is not None and not predicate.verb.past
    return pending or predicate.introduced_by in _CONDITIONS


def _habitual(predicate: Predicate, sentence: Sentence) -> bool:
    """Whether the act is what somebody does as a rule: "routinely conducts patrols"."""
    verb = predicate.verb
    if verb is None or predicate.dates or sentence.norms.isdisjoint(words("habit_adverbs")):
        return False
    return not words("habit_adverbs").isdisjoint(sentence.words[max(verb.first - 1, 0) : verb.last])


def _trend(predicate: Predicate, sentence: Sentence) -> bool:
    """Whether the acts are only said to come more or less often: "an increase in attacks"."""
    if predicate.phrase is None or predicate.phrase.first < 2:
        return False
    trend, preposition = sentence.tokens[predicate.phrase.first - 2 : predicate.phrase.first]
    return preposition.norm == "in" and trend.norm in words("trend_nouns")


def _charged(predicate: Predicate, sentence: Sentence) -> bool:
    """Whether the acts only say what somebody is held to have done: "a leader responsible for several attacks"."""
    phrase = predicate.phrase
    if phrase is None or phrase.first < 2 or phrase.determiner in words("definite"):
        return False
    charge, preposition = sentence.tokens[phrase.first - 2 : phrase.first]
    return preposition.norm in ("for", "in", "of", "to", "with") and charge.norm in words("charges")


def _since(predicate: Predicate, sentence: Sentence) -> bool:
    """Whether the acts are uncounted ones of a whole period: "have carried out a string of attacks since 2017"."""
    phrase, verb = predicate.phrase, predicate.verb
    if phrase is None or phrase.noun is None or not phrase.noun.plural or phrase.number is not None:
        return False
    done = verb is not None and verb.perfect and not verb.passive
    return done and any(token.norm == "since" for token in sentence.tokens[predicate.last :])


def _crashed(predicate: Predicate) -> bool:
    """Whether an aircraft or car killed by an accident: "a helicopter crashed, killing two"; drones are made to."""
    fell = predicate.parent is not None and predicate.parent.lemma in ("collide", "crash")
    return fell and any(sense(p).classes & _MOVING and _ON_PURPOSE.isdisjoint(p.norms) for p in predicate.agents)


def _mishap(predicate: Predicate) -> bool:
    """Whether it was an illness, an accident or the weather that did the harm."""
    phrases = [
        *predicate.agents,
        *(p for word, group in predicate.adjuncts if word in ("in", "by", "of", "from") for p in group),
    ]
    return any(phrase.head in words("mishaps") for phrase in phrases)
