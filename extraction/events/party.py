"""Party: the people or things that one phrase of an event counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.clauses.chunk import Phrase
from extraction.clauses.sense import GROUPS, PERSONS, sense
from extraction.events.count import quantities, span
from extraction.events.discourse import adds, cues
from extraction.events.event import Quantity
from extraction.sentences.sentence import Sentence

PERSONAL = frozenset({"killed", "injured", "arrested", "abducted", "released", "deported"})
"""Roles that count people only."""
_MOVED = frozenset({"withdrawn", "deployed"})
_VAGUE = 5
"""Largest lowest figure of a wording without a number ("a large number"), by the codebook's table."""


@dataclass(frozen=True, slots=True, eq=False)
class Party:
    """The people or things that one phrase counts."""

    quantity: Quantity
    phrase: Phrase
    side: str | None = None
    """On which side they are; null where the words do not say ("individuals")."""

    @property
    def low(self) -> float:
        """The lowest figure; 0 where open."""
        return self.quantity.low or 0

    @property
    def exact(self) -> bool:
        """Whether the wording gives one number."""
        return self.quantity.low is not None and self.quantity.low == self.quantity.high

    @property
    def vague(self) -> bool:
        """Whether the wording gives no number at all: "several", "a group of", a bare plural."""
        quantity = self.quantity
        return quantity.high is None and not quantity.approximate and 1 < self.low <= _VAGUE

    @property
    def anybody(self) -> bool:
        """Whether the phrase says nothing of them but their side: "suspects", "insurgents"."""
        phrase, inner = self.phrase, self.phrase.of
        if inner is not None and phrase.noun is None and not inner.pronoun:
            phrase = inner
        number = phrase.number
        bare = phrase.noun is None and number is not None and number.last == phrase.last
        return bare or phrase.head.rsplit(" ", 1)[-1] in cues("anybody") | cues("more")


def parties(role: str, phrases: Sequence[Phrase], sentence: Sentence) -> list[Party]:
    """Return the phrases that say how many, each with its figure.

    Not counted: nobody ("no women"), a second word for the same person ("a leader and facilitator"), things beside
    people ("detained two men and weapons"). Whoever is told on top of others counts on his own ("and other militants").
    """
    found: list[Party] = []
    listed: list[Phrase] = []
    for i, phrase in enumerate(phrases):
        second = i > 0 and _same_person(phrases[i - 1], phrase)
        thing = is_thing(phrase) and "act" not in sense(phrase).classes
        beside = thing and (role in PERSONAL or (role in _MOVED and _stays(phrase)))
        beside = beside or (role == "participants" and phrase.number is None)
        if second or beside or phrase.determiner == "no":
            continue
        if adds(phrase):
            found += [Party(q, phrase, side_of(phrase)) for q in quantities(role, [phrase], sentence)]
        else:
            listed.append(phrase)
    by_span = {span(phrase, sentence): phrase for phrase in listed}
    told = [(q, by_span[q.span]) for q in quantities(role, listed, sentence) if q.span is not None]
    found += [Party(q, phrase, side_of(phrase)) for q, phrase in told]
    return sorted(found, key=lambda party: party.phrase.first)


def side_of(phrase: Phrase) -> str | None:
    """Return on which side the people of a phrase are; null where it does not say: "individuals", "two men"."""
    side = sense(phrase).side
    return None if side == "civilian" and phrase.head in cues("anybody") else side


def _same_person(before: Phrase, phrase: Phrase) -> bool:
    """Whether a bare singular only says more of the one before it: "a leader and facilitator"."""
    bare = phrase.noun is not None and not phrase.noun.plural and phrase.determiner is None and phrase.number is None
    single = before.determiner is not None and (before.noun is None or not before.noun.plural)
    return bare and single and not phrase.mentions


def is_thing(phrase: Phrase) -> bool:
    """Whether the phrase counts things and not people."""
    found = sense(phrase).classes
    return bool(found) and not found & (PERSONS | GROUPS | {"counted", "casualty"}) and phrase.noun is not None


def _stays(phrase: Phrase) -> bool:
    """Whether it is something that does not move: the base that is left, not who leaves it."""
    return bool(sense(phrase).classes & {"building", "hideout", "place"})
