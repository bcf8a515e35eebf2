"""Verbal: the status that its verb gives an act: tense, mood, negation, and the verb on which it hangs."""

from extraction.clauses.chunk import Phrase, VerbGroup
from extraction.clauses.grammar import noun_groups, words
from extraction.clauses.predicate import Predicate
from extraction.events.event import Status

_HABITS = frozenset(
    {"at", "for", "of", "against", "from", "without", "about", "despite", "to", "toward", "towards", "than"}
)


def verbal(predicate: Predicate) -> Status | None:
    """Return what its verb says of the act; null where it is only talked of."""
    verb, parent = predicate.verb, predicate.parent
    if verb is None:
        return None
    if verb.negated:
        return "denied" if verb.past or verb.form == "finite" else None
    if verb.form == "finite" and parent is not None and parent.lemma in words("deny_verbs"):
        return "occurred" if parent.negated else "denied"
    wished = verb.form == "finite" and parent is not None and parent.lemma in words("demand_verbs")
    if wished and not (verb.past or verb.perfect):
        return None  # "demanded that the government release them"
    if verb.is_to and _aims(predicate):
        return None
    if verb.future or promised(predicate):
        return "planned"
    if verb.unreal:
        return None
    if verb.form == "infinitive":
        heads = predicate.terse and parent is None and bool(predicate.agents)  # "Army to leave Kidal"
        return "planned" if heads else _infinitive(verb, parent, predicate)
    if verb.form == "ing" and (parent is not None or predicate.introduced_by in _HABITS or predicate.describes):
        return _participle(predicate, parent)
    return "ongoing" if verb.progressive and not verb.past else "occurred"


def promised(predicate: Predicate) -> bool:
    """Whether "would" tells what somebody says will happen: "said they would leave", "they would leave, he said"."""
    verb, said = predicate.verb, predicate.parent
    if verb is None or not verb.would or verb.perfect:
        return False
    hoped = said is not None and said.lemma in words("wish_verbs")
    return predicate.reported or (predicate.introduced_by == "that" and not hoped)


def _participle(predicate: Predicate, parent: VerbGroup | None) -> Status | None:
    if parent is None or predicate.introduced_by in _HABITS or predicate.describes:
        return None
    if parent.lemma in words("deny_verbs"):
        return "denied"
    if parent.lemma in words("plan_verbs") - words("actual_verbs"):
        return "planned" if parent.lemma in ("plan", "consider", "prepare", "plot", "propose") else "occurred"
    return "planned" if parent.future else "occurred"


def _enabled(controller: Phrase, parent: VerbGroup | None) -> bool:
    """Whether something has let it happen: "the sweep made it possible to recover 12 rifles"."""
    made = controller.head == "possible" and parent is not None and parent.lemma == "make"
    return made and parent is not None and parent.past and not (parent.negated or parent.unreal)


def _aims(predicate: Predicate) -> bool:
    """Whether it is only what an aim is: "the mission of the unit is to secure the town"."""
    return any(phrase.head in words("aim_nouns") for phrase in predicate.agents)


def _is_aim_of(controller: Phrase) -> bool:
    """Whether what is told behind it is only its aim: "the need to", "resumed an offensive to retake the town"."""
    return controller.head in words("aim_nouns") or "operation" in noun_groups().get(controller.head, frozenset())


def _signed(controller: Phrase, parent: VerbGroup) -> bool:
    """Whether who does it has bound himself to it: "signed a commitment to cease hostilities"."""
    pledged = controller.head in words("pledge_nouns") and parent.lemma in words("agreement_verbs")
    return pledged and parent.form == "finite" and not (parent.negated or parent.unreal or parent.future)


def _infinitive(verb: VerbGroup, parent: VerbGroup | None, predicate: Predicate) -> Status | None:
    controller = predicate.controller
    while controller is not None and controller.of is not None and controller.head not in words("aim_nouns"):
        controller = controller.of
    if controller is not None and (controller.head in words("decided_nouns") or _enabled(controller, parent)):
        return "occurred"
    if parent is not None and controller is not None and controller.head in words("plot_nouns"):
        return "prevented" if parent.lemma in words("foil_verbs") and not (parent.negated or parent.unreal) else None
    if parent is not None and controller is not None and _signed(controller, parent):
        return "planned"
    if parent is None or _aims(predicate) or (controller is not None and _is_aim_of(controller)):
        return None
    return _under(verb, parent, controller)


def _under(verb: VerbGroup, parent: VerbGroup, controller: Phrase | None) -> Status | None:
    """What the verb on which an infinitive hangs says of it: "began to withdraw", "claimed to have killed"."""
    lemma = parent.lemma
    if parent.negated or lemma in words("fail_verbs"):
        return None
    if lemma in words("crowd_means_verbs") and verb.lemma in words("crowd_verbs"):
        return "occurred" if parent.past else None  # "fired tear gas to disperse protesters"
    if verb.perfect and controller is None and lemma in words("holding_verbs"):
        return "alleged" if lemma in words("doubting_verbs") else "occurred"
    if lemma in words("actual_verbs"):
        if parent.future:
            return "planned"
        return "ongoing" if lemma == "continue" and not parent.past else "occurred"
    gassed = lemma == "fire" and controller is not None and not words("crowd_arms").isdisjoint(controller.norms)
    used = (lemma == "use" or gassed) and controller is not None and not parent.passive  # "used rockets to destroy"
    if used or lemma in words("try_verbs"):
        return "occurred" if parent.past else None
    if lemma == "be" and parent.form == "finite" and verb.first - parent.last <= 1:
        return "planned"
    return "planned" if lemma in words("plan_verbs") - words("aim_verbs") else None
