"""Count: how many a noun phrase stands for, by the codebook's table."""

from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.sense import PERSONS, measures, sense
from extraction.events.event import Quantity, Span, spanned
from extraction.sentences.sentence import Sentence

BARE_PLURAL = 2.0
"""What a plural without a number stands for at least (codebook, "Numbers that are not exact")."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our", "all"})


def quantities(role: str, phrases: Sequence[Phrase], sentence: Sentence) -> list[Quantity]:
    """Return one quantity of `role` for each phrase that says how many; a bare plural shares the number before it."""
    found: list[Quantity] = []
    for phrase in phrases:
        quantity = _quantity(role, phrase, sentence, bare=not found)
        if quantity is not None:
            found.append(quantity)
    return found


def _quantity(role: str, phrase: Phrase, sentence: Sentence, *, bare: bool) -> Quantity | None:
    counted = (
        phrase.of
        if phrase.of is not None
        and not _owned(phrase)
        and (phrase.noun is None or not sense(phrase).classes & PERSONS or phrase.head in ("member", "element"))
        else phrase
    )
    holds = measures(phrase) or not sense(phrase).classes & PERSONS or phrase.head in words("households")
    inner = phrase.of.number if phrase.of is not None and holds else None
    noun, own = phrase.noun, phrase.number
    counts = own is not None and (noun is None or (noun.plural and bool(noun.classes & PERSONS)))
    mention = inner if inner is not None and not counts else own  # "17 members of a group", but "a group of 17"
    low: float | None
    high: float | None
    approximate = False
    if mention is not None and mention.number is not None:
        low, high, approximate = mention.number.low, mention.number.high, mention.number.approximate
    else:
        implied = _implied(phrase, bare=bare)
        if implied is None:
            return None
        low, high = implied
    return Quantity(
        role=role, low=low, high=high, approximate=approximate, counted=counted_words(counted, phrase, sentence),
        wording=wording(phrase, sentence), span=span(phrase, sentence),
    )  # fmt: skip


def _owned(phrase: Phrase) -> bool:
    """Whether "of" names whose the things are: "23 caves of the Islamic State", "three hideouts of the rebels"."""
    if phrase.noun is None or phrase.of is None:
        return False
    if phrase.of.noun is None:
        return bool(phrase.of.mention("actor"))
    things = bool(phrase.noun.classes & {"building", "hideout", "vehicle", "weapon"})
    return things and bool(sense(phrase.of).classes & PERSONS)


def _implied(phrase: Phrase, *, bare: bool) -> tuple[float, float | None] | None:
    """What a phrase without a number stands for: a named person or a singular one, a bare plural two or more."""
    if phrase.pronoun:
        return (1.0, 1.0) if phrase.norms[0] in ("he", "she", "him", "her", "himself", "herself") else None
    meaning = sense(phrase)
    person = phrase.mention("person") is not None or (
        phrase.apposition is not None and phrase.apposition.mention("person") is not None
    )
    if person:
        return 1.0, 1.0
    if phrase.head == "others" and phrase.determiner is None:
        return BARE_PLURAL, None
    measured = any(m.type == "number" and m.name not in ("count", "article") for m in phrase.mentions)
    if phrase.noun is None or measured or "money" in phrase.noun.classes:
        return None
    if phrase.head in words("bodies") and phrase.determiner is not None:
        return 1.0, 1.0  # "his body", "the body of the mayor"
    if not phrase.noun.plural and meaning.classes & (
        PERSONS | {"weapon", "explosive", "hideout", "vehicle", "building"}
    ):
        return (1.0, 1.0) if phrase.determiner is not None or meaning.classes & PERSONS else None
    if phrase.noun.plural and bare and phrase.determiner not in _DEFINITE and not meaning.classes & {"place", "force"}:
        return BARE_PLURAL, None
    return None


def counted_words(counted: Phrase, phrase: Phrase, sentence: Sentence) -> str | None:
    """Return who or what is counted, without number and article: "ISF soldiers"; null for a bare number."""
    first = counted.first
    if counted.number is not None and counted.number.first == first:
        first = counted.number.last
    elif counted.determiner is not None:
        first += 1
    if first < counted.last and not sentence.tokens[first].text[0].isalnum():
        first += 1  # an opening quote
    if first >= counted.last and counted.of is not None:
        return counted_words(counted.of, phrase, sentence)
    if first >= counted.last:
        return None
    words = sentence.wording(first, counted.last)
    if phrase.apposition is not None and phrase.mention("person") is not None and phrase.apposition.noun is not None:
        return f"{counted_words(phrase.apposition, phrase.apposition, sentence)} {words}"
    return words


def wording(phrase: Phrase, sentence: Sentence) -> str:
    """Return the phrase as the text has it, its "of" complement included."""
    return sentence.wording(phrase.first, _end(phrase))


def span(phrase: Phrase, sentence: Sentence) -> Span:
    """Return where the phrase stands, its "of" complement and apposition included."""
    return spanned(sentence, phrase.first, _end(phrase))


def _end(phrase: Phrase) -> int:
    last = phrase
    while last.of is not None or last.apposition is not None:
        last = last.apposition or last.of or last
    return max(phrase.last, last.last)
