"""Recall: the figure of people told before and meant again: "12 pupils were taken … The pupils were freed"."""

from collections.abc import Iterator, Sequence
from functools import cache

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.sense import PERSONS, sense
from extraction.events.draft import Draft
from extraction.events.event import Quantity, spanned
from extraction.events.party import PERSONAL, Party, side_of
from extraction.events.rules import rules
from extraction.mentions.mention import Mention
from extraction.mentions.noun import noun
from extraction.sentences.sentence import Sentence

_REACH = 4
"""Words between a number and its noun: "five heavily armed masked men"."""


def recall(drafts: Sequence[Draft], sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
    """Give each act done to "the pupils" the number of pupils told before it, where only one number was told."""
    asking = [(draft, phrase) for draft in drafts if not draft.parties for phrase in _known(draft)]
    if not asking:
        return
    counted = list(_counted(sentences, mentions))
    for draft, phrase in asking:
        before = [told for told in counted if told[0] == phrase.head and told[1].sentence < draft.sentence.index]
        figures = {(mention.number.low, mention.number.high) for _, mention, _ in before if mention.number is not None}
        if len(figures) == 1 and not draft.parties:
            draft.parties.append(_party(_roles()[draft.rule], phrase, *before[-1][1:], sentences))


def _known(draft: Draft) -> Iterator[Phrase]:
    """The people of an act that are meant as told before, and are many."""
    if _roles().get(draft.rule) not in PERSONAL or draft.scope != "single":
        return
    for phrase in draft.patients:
        plural = phrase.noun is not None and phrase.noun.plural and phrase.number is None
        if plural and phrase.determiner in words("definite") and phrase.of is None and sense(phrase).classes & PERSONS:
            yield phrase


def _counted(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> Iterator[tuple[str, Mention, int]]:
    """The nouns of people told with a number above one: the noun, its number, and where the words end."""
    for mention in mentions:
        if mention.type != "number" or mention.name != "count" or mention.number is None:
            continue
        tokens = sentences[mention.sentence].tokens
        for at in range(mention.last, min(mention.last + _REACH, len(tokens))):
            found = noun(tokens[at].norm)
            if found is not None and found.plural and found.classes & PERSONS and (mention.number.low or 0) > 1:
                yield found.lemma, mention, at + 1
            if found is not None or tokens[at].norm == "of" or not tokens[at].text[0].isalpha():
                break  # "two of the pupils" are not all of them


def _party(role: str, phrase: Phrase, mention: Mention, last: int, sentences: Sequence[Sentence]) -> Party:
    sentence = sentences[mention.sentence]
    number = mention.number
    assert number is not None
    quantity = Quantity(
        role=role,
        low=number.low,
        high=number.high,
        approximate=number.approximate,
        counted=sentence.wording(mention.last, last),
        wording=sentence.wording(mention.first, last),
        span=spanned(sentence, mention.first, last),
    )
    return Party(quantity, phrase, side_of(phrase))


@cache
def _roles() -> dict[str, str]:
    """What the people of each rule are counted as."""
    return {rule.name: rule.quantity for rule in rules() if rule.quantity is not None and rule.agent_role != "target"}
