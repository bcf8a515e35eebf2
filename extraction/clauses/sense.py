"""Sense: what kind of thing a noun phrase stands for, and on whose side it is."""

from dataclasses import dataclass
from functools import cache

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.mentions.mention import Mention
from extraction.mentions.noun import PEOPLE
from extraction.sentences.fold import fold

PERSONS = PEOPLE | {"person"}
FORCES = frozenset({"force", "coalition_force", "police_force", "militia", "group"})
GROUPS = FORCES | {"institution", "actor"}
_FIGURES = {"count": "counted", "article": "counted", "money": "money"}
"""By what a bare number is of the class of its phrase: "nine", "$40 million"."""
SIDES = {
    "state_forces": "state",
    "police": "state",
    "coalition": "state",
    "government": "state",
    "insurgent": "armed",
    "militia": "armed",
    "civilians": "civilian",
}
"""By category the side on which somebody stands; others stand on none."""


@dataclass(slots=True, unsafe_hash=True)
class Sense:
    """Classes of a phrase (of `lexicon/nouns.yaml`, and `actor`, `named`, `counted`), its side and its namer."""

    classes: frozenset[str]
    side: str | None
    """`state`, `armed`, `civilian` or null."""
    category: str | None
    country_code: str | None
    named: Mention | None
    """The actor or person that names it."""


NOBODY = Sense(frozenset(), None, None, None, None)
"""What a pronoun stands for that means no persons."""


def sense(phrase: Phrase) -> Sense:
    """Return what the phrase stands for; its "of" complement decides where the head only measures ("members of")."""
    if not isinstance(phrase.meaning, Sense):
        phrase.meaning = _sense(phrase)
    return phrase.meaning


def _sense(phrase: Phrase) -> Sense:
    inner = sense(phrase.of) if phrase.of is not None and measures(phrase) else None
    own = _own(phrase)
    shared = phrase.head in words("shares")  # "all of them"
    if inner is not None and phrase.of is not None and phrase.of.pronoun and ("counted" in own.classes or shared):
        return Sense(own.classes | {"person", "pronoun"}, inner.side, inner.category, inner.country_code, inner.named)
    if inner is None:
        if (
            phrase.of is not None
            and own.named is None
            and own.category != "civilians"
            and own.classes & (PERSONS | GROUPS | {"aircraft"})
        ):
            outer = _own(phrase.of)
            if outer.named is not None and outer.named.type == "actor":
                return Sense(
                    own.classes, outer.side, outer.category, outer.country_code or own.country_code, outer.named
                )
        return own
    return Sense(
        own.classes | inner.classes if phrase.noun else inner.classes,
        inner.side or own.side,
        inner.category or own.category,
        inner.country_code or own.country_code,
        inner.named or own.named,
    )


def measures(phrase: Phrase) -> bool:
    """Whether the head only measures what its "of" names: "members of", "dozens of", "a group of"."""
    return phrase.noun is None or phrase.head in words("measures") or phrase.pronoun


def _classes(phrase: Phrase) -> set[str]:
    """What the phrase is by its noun, its names, or being a mere number or pronoun."""
    classes: set[str] = set(phrase.noun.classes) if phrase.noun is not None else set()
    actor, person = phrase.mention("actor"), phrase.mention("person")
    if phrase.noun is None:
        if actor is not None and actor.last == phrase.last:
            classes.add("actor")
        if person is not None:
            classes |= {"person", "named"}
        nation = phrase.mention("nationality")
        if nation is not None and nation.last == phrase.last and (phrase.number is not None or phrase.determiner):
            classes |= {"civilian", "person"} if phrase.number is not None else {"person"}
        if phrase.head.endswith(person_endings()) and not phrase.mentions[1:]:
            classes.add("person")
        classes |= {_FIGURES[m.name] for m in phrase.mentions if m.last == phrase.last and m.name in _FIGURES}
        if phrase.mention("place") is not None and actor is None and person is None:
            classes |= {"place", "named_place"}
    if phrase.pronoun and phrase.head in words("persons"):
        classes.add("pronoun")
    if classes & PERSONS or phrase.head in words("rests") or (phrase.pronoun and phrase.head in words("persons")):
        classes.add("person")
    return classes


@cache
def person_endings() -> tuple[str, ...]:
    """Return how words end that name people: "policemen"."""
    return tuple(words("person_endings"))


def _category(phrase: Phrase, classes: set[str]) -> str | None:
    """The category of its noun, unless a name in the phrase tells better: "Taliban commandos", "army chief X"."""
    actor, person = phrase.mention("actor"), phrase.mention("person")
    category = phrase.noun.category if phrase.noun is not None else None
    if category is None and classes & {"group", "leader"} and words("armed_adjectives") & set(phrase.norms):
        category = "insurgent"
    rebel = "force" in classes and words("rebel_adjectives") & set(phrase.norms)
    if rebel and words("against").isdisjoint(phrase.norms):  # nor "an anti-rebel unit"
        category = "insurgent"
    forces = actor is not None and SIDES.get(actor.category or "") is not None and actor.category != "government"
    keeps = category in ("state_forces", "police") and "leader" not in classes and not forces
    if actor is not None and category != "civilians" and not (keeps and category != actor.category):
        return actor.category or category
    return (person.category or category) if person is not None else category


def _own(phrase: Phrase) -> Sense:
    if phrase.head in words("flyers") and any(mention.name == "designation" for mention in phrase.mentions):
        return Sense(frozenset({"aircraft"}), None, None, None, None)
    described = phrase.apposition
    actor, person = phrase.mention("actor"), phrase.mention("person")
    nationality = phrase.mention("nationality")
    classes = _classes(phrase)
    if "institution" in classes and actor is not None and actor.category in ("state_forces", "police"):
        home = actor.country_code  # a military court is no force
        return Sense(frozenset(classes), "state", "government", home, person)
    if actor is not None and phrase.head in words("courts") and SIDES.get(actor.category or "") == "armed":
        return Sense(frozenset(classes), None, actor.category, actor.country_code, actor)  # it judges, and fights not
    if classes & PERSONS and not words("held").isdisjoint(phrase.norms[:-1]):
        classes.add("held")
    category = _category(phrase, classes)
    country = next((m.country_code for m in (actor, nationality, person) if m is not None and m.country_code), None)
    named = person or actor
    if category is None and named is None and "civilian" in classes:
        category = "civilians"  # "two Spaniards"
    if described is not None:
        other = _own(described)
        classes |= other.classes
        category, country, named = category or other.category, country or other.country_code, named or other.named
        if person is None and other.named is not None and other.named.type == "person":
            named = other.named
    return Sense(frozenset(classes), _side(phrase, category, actor), category, country, named)


def _side(phrase: Phrase, category: str | None, actor: Mention | None) -> str | None:
    """On whose side it is: militias that fight for a state stand on its side, "pro-government fighters" too."""
    loyal = "pro" in phrase.norms and not words("states").isdisjoint(phrase.norms)
    if loyal or (actor is not None and fold(actor.name) in words("allies")):
        return "state"
    return SIDES.get(category or "")
