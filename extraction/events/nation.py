"""Nation: the country that an adjective makes the doer: "a Turkish drone strike", "Russian missiles"."""

from extraction.clauses.chunk import Phrase
from extraction.clauses.sense import Sense
from extraction.mentions.nationality import country_name

ARMS = frozenset({"aircraft", "weapon"})
"""Classes of nouns for what a force fights with."""


def nation_of(phrase: Phrase, meaning: Sense) -> str | None:
    """The country whose guns or aircraft did it, or whose act it is by its adjective alone: "a Turkish strike"."""
    nationality = phrase.mention("nationality")
    if nationality is None or nationality.country_code is None or meaning.named is not None:
        return None
    alone = phrase.noun is None and (nationality.first, nationality.last) == (phrase.first, phrase.last)
    return country_name(nationality.country_code, article=False) if alone or meaning.classes & ARMS else None
