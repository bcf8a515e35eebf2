"""Nation: whose arms did it: the country's of an adjective, "Russian missiles", or a force's, "army helicopters"."""

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.sense import Sense
from extraction.events.owner import force_in
from extraction.mentions.nationality import country_name

_ARMS = frozenset({"aircraft", "weapon"})


def nation_of(phrase: Phrase, meaning: Sense) -> str | None:
    """The country whose guns or aircraft did it, or whose act it is by its adjective alone: "a Turkish strike"."""
    nationality = phrase.mention("nationality")
    if nationality is None or nationality.country_code is None or meaning.named is not None:
        return None
    alone = phrase.noun is None and (nationality.first, nationality.last) == (phrase.first, phrase.last)
    return country_name(nationality.country_code, article=False) if alone or meaning.classes & _ARMS else None


def whose_arms(phrase: Phrase, meaning: Sense) -> Phrase | None:
    """Return the force or government before its arms, which acts: "army helicopters", "junta jets"; else null."""
    if meaning.named is not None or not meaning.classes & _ARMS:
        return None
    named = len(phrase.noun.lemma.split()) if phrase.noun is not None else 1  # "fighter jets" name no fighter
    return force_in(phrase, phrase.last - named, words("states"))
