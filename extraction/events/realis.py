"""Realis: whether an act happened, goes on, is planned, was prevented, denied or only alleged; and totals."""

from extraction.clauses.chunk import Phrase, VerbGroup
from extraction.clauses.grammar import verb_groups, words
from extraction.clauses.predicate import Predicate
from extraction.events.discourse import says
from extraction.events.event import Scope, Status
from extraction.events.rule import HARM, Rule, agents_of, patients_of
from extraction.events.sense import sense
from extraction.sentences.sentence import Sentence

_CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
_UNTIL = frozenset({"once", "until", "till"})
"""With the present tense these open a condition: "once the troops are withdrawn"."""
_DUE = frozenset({"due", "set", "ready", "about"})
_HABITS = frozenset({"for", "of", "against", "from", "without", "about", "despite", "to", "toward", "towards", "than"})
_SAID = frozenset({"accusation", "appeal", "appointment", "threat"})
"""Acts of words: "he does not blame" denies nothing that could have happened."""
_LOOMING = frozenset({"arrest", "conviction", "deportation"})
"""What one "faces" before it happens."""
_NONE: frozenset[str] = frozenset()
_HARM = frozenset({"kill", "injure", "die", "destroy"})
_LARGE = 20
"""From here on an open figure in the present perfect is a running total."""


def status(predicate: Predicate, rule: Rule, sentence: Sentence) -> Status | None:
    """Return the status of the act; null where the text only talks of it (condition, aim, habit, general trend)."""
    if rule.kind == "accusation" and predicate.introduced_by == "whom":
        return None  # "two men whom it accused of spying" are who they are, and accused before
    if _conditional(predicate) or (rule.kind == HARM and _mishap(predicate)) or _trend(predicate, sentence):
        return None
    found = _nominal(predicate, rule) if predicate.nominal else _verbal(predicate)
    if found is None or (found == "denied" and rule.kind in _SAID):
        return None
    if rule.status == "prevented":
        return "prevented" if found == "occurred" else found
    if found == "occurred" and any(token.norm in words("hedges") for token in sentence.tokens[: predicate.first]):
        return "alleged"
    return found


def _conditional(predicate: Predicate) -> bool:
    """Whether the act is only a condition: "if they attack", "once the troops are withdrawn"."""
    pending = predicate.introduced_by in _UNTIL and predicate.verb is not None and not predicate.verb.past
    return pending or predicate.introduced_by in _CONDITIONS


def _trend(predicate: Predicate, sentence: Sentence) -> bool:
    """Whether the acts are only said to come more or less often: "an increase in attacks"."""
    if predicate.phrase is None or predicate.phrase.first < 2:
        return False
    noun, preposition = sentence.tokens[predicate.phrase.first - 2 : predicate.phrase.first]
    return preposition.norm == "in" and noun.norm in words("trend_nouns")


def _mishap(predicate: Predicate) -> bool:
    """Whether it was an illness, an accident or the weather that did the harm."""
    phrases = [
        *predicate.agents,
        *(p for word, group in predicate.adjuncts if word in ("in", "by", "of", "from") for p in group),
    ]
    return any(phrase.head in words("mishaps") for phrase in phrases)


def _verbal(predicate: Predicate) -> Status | None:
    verb, parent = predicate.verb, predicate.parent
    if verb is None:
        return None
    if verb.negated:
        return "denied" if verb.past or verb.form == "finite" else None
    if verb.future:
        return "planned"
    if verb.unreal:
        return "planned" if verb.would and predicate.introduced_by == "that" else None
    if verb.form == "infinitive":
        return _infinitive(verb, parent, predicate)
    if verb.form == "ing" and (predicate.introduced_by in _HABITS or predicate.describes):
        return None
    if verb.form == "ing" and parent is not None:
        if parent.lemma in words("deny_verbs"):
            return "denied"
        if parent.lemma in words("plan_verbs") - words("actual_verbs"):
            return "planned" if parent.lemma in ("plan", "consider", "prepare", "plot", "propose") else "occurred"
        return "planned" if parent.future else "occurred"
    return "ongoing" if verb.progressive and not verb.past else "occurred"


def _infinitive(verb: VerbGroup, parent: VerbGroup | None, predicate: Predicate) -> Status | None:
    controller = predicate.controller
    while controller is not None and controller.of is not None and controller.head not in words("aim_nouns"):
        controller = controller.of
    if controller is not None and controller.head in words("decided_nouns"):
        return "occurred"
    if parent is not None and controller is not None and controller.head in words("plot_nouns"):
        return "prevented" if parent.lemma in words("foil_verbs") and not (parent.negated or parent.unreal) else None
    aims = any(phrase.head in words("aim_nouns") for phrase in predicate.agents)
    if parent is None or aims or (controller is not None and controller.head in words("aim_nouns")):
        return None
    lemma = parent.lemma
    if parent.negated or lemma in words("fail_verbs"):
        return None
    if lemma in words("actual_verbs"):
        if parent.future:
            return "planned"
        return "ongoing" if lemma == "continue" and not parent.past else "occurred"
    if lemma in words("try_verbs"):
        return "occurred" if parent.past else None
    due = controller is not None and controller.head in _DUE
    if lemma == "be" and parent.form == "finite" and (due or verb.first - parent.last <= 1):
        return "planned"
    return "planned" if lemma in words("plan_verbs") else None


def _nominal(predicate: Predicate, rule: Rule) -> Status | None:
    verb, phrase = predicate.verb, predicate.phrase
    if phrase is None or phrase.determiner in words("generic_openers"):
        return None
    if verb is None or predicate.role is None:
        return "occurred" if rule.role == "alone" or _specific(predicate) else None
    if predicate.role == "adjunct":
        return _adjunct(predicate, verb, rule)
    if predicate.role == "object":
        return _object(predicate, rule)
    return _subject(predicate, verb, rule)


def _adjunct(predicate: Predicate, verb: VerbGroup, rule: Rule) -> Status | None:
    """An act in a adjunct is told where it is specific, does harm ("killed in bombings"), or is claimed."""
    if rule.role == "adjunct":
        return _verbal(_as_verb(predicate))
    if verb.lemma in words("talk_verbs"):
        return None
    specific = _specific(predicate)
    if verb.lemma in words("claim_verbs"):
        known = predicate.phrase is not None and predicate.phrase.determiner in words("definite")
        return "occurred" if specific or known else None
    harms = rule.kind != "operation" and verb_groups().get(verb.lemma, _NONE) & _HARM
    return _verbal(_as_verb(predicate)) if harms or (specific and not verb.unreal) else None


def _subject(predicate: Predicate, verb: VerbGroup, rule: Rule) -> Status | None:
    """An act that is the subject: it happens, is done (passive of a light verb), or does something and is specific."""
    specific = _specific(predicate) or bool(rule.governed)
    done = verb.passive and verb.lemma in words("light_verbs")
    happens = verb.lemma in words("happen_verbs")
    if verb.unreal or not (specific or done or happens) or (verb.form == "infinitive" and not specific):
        return None
    if verb.negated:
        return "denied" if happens else None
    if verb.passive and verb.lemma in words("prevent_verbs") and rule.kind != "operation":
        return "prevented"
    if verb.future:
        return "planned" if happens or verb.passive or verb.lemma in words("light_verbs") else "occurred"
    return "ongoing" if verb.progressive and not verb.past else "occurred"


def _as_verb(predicate: Predicate) -> Predicate:
    return Predicate(
        predicate.word,
        predicate.groups,
        False,
        predicate.first,
        predicate.last,
        verb=predicate.verb,
        parent=predicate.parent,
        introduced_by=predicate.introduced_by,
        controller=predicate.controller,
        agents=predicate.agents,
    )


def _object(predicate: Predicate, rule: Rule) -> Status | None:
    """An act that is the object: of a verb that carries it, plans it, prevents it, denies it or claims it."""
    verb = predicate.verb
    if verb is None:
        return None
    lemma, specific, own = verb.lemma, _specific(predicate), _verbal(_as_verb(predicate))
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


def scope(predicate: Predicate, sentence: Sentence) -> Scope:
    """Return whether the act is told with a running or background figure ("so far 80", "has flown over 900")."""
    verb = predicate.verb
    if verb is not None and verb.perfect and not predicate.dates and any(_open(p) for p in _counted(predicate)):
        return "period_total"
    if verb is not None and verb.perfect and "since" in sentence.norms:
        return "period_total"
    running = not sentence.norms.isdisjoint(("has", "have")) and says(sentence, "running")
    return "period_total" if running or says(sentence, "total") else "single"


def _counted(predicate: Predicate) -> tuple[Phrase, ...]:
    return (*predicate.patients, predicate.phrase) if predicate.phrase is not None else predicate.patients


def _open(phrase: Phrase) -> bool:
    """A figure that is large and open above: "over 900"."""
    number = phrase.number.number if phrase.number is not None else None
    return number is not None and number.high is None and (number.low or 0) >= _LARGE
