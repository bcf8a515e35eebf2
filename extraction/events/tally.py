"""Tally: the figures of one event, brought together from its tellings so that nobody is counted twice."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.clauses.chunk import Phrase
from extraction.events.count import quantities, span
from extraction.events.discourse import adds, cues, points_back
from extraction.events.event import Quantity
from extraction.events.sense import GROUPS, PERSONS, sense
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


def gather(known: Sequence[Party], told: Sequence[Party], *, retold: bool = False) -> list[Party] | None:
    """Return the parties of an event after another telling of it; null where the figures contradict each other.

    Figures of different roles never meet, and within one sentence nobody is told twice. `retold` says that the later
    telling says who somebody of those counted was.
    """
    found: list[Party] = []
    for role in dict.fromkeys(p.quantity.role for p in (*known, *told)):
        mine = [p for p in known if p.quantity.role == role]
        other = [p for p in told if p.quantity.role == role]
        joined = [*mine, *other] if not (mine and other) else _join(mine, other, retold=retold)
        if joined is None:
            return None
        found += joined
    return found


def _join(known: list[Party], told: list[Party], *, retold: bool) -> list[Party] | None:
    here = {_sentence(party) for party in told}
    before, beside = [p for p in known if _sentence(p) not in here], [p for p in known if _sentence(p) in here]
    if beside:
        spans = {p.quantity.span for p in beside}
        told = [p for p in told if not points_back(p.phrase) and p.quantity.span not in spans]
    if not before or not told:
        return [*known, *told]
    if _counts_over(before, told):
        return [*beside, *(_better(p, before) for p in told)]
    if _counts_over(told, before):
        return known
    found = list(before)
    for party in told:
        if not _settle(found, party, retold=retold):
            return None
    return [*found, *beside]


def _sentence(party: Party) -> int | None:
    return party.quantity.span.sentence if party.quantity.span is not None else None


def _counts_over(known: list[Party], told: list[Party]) -> bool:
    """Whether a telling of several parties counts over again those that a known one gave as a whole."""
    whole = known[0]
    if len(known) > 1 or len(told) < 2 or not whole.anybody or whole.low < len(told):
        return False
    return whole.vague or (whole.exact and whole.low == sum(p.low for p in told))


def _better(party: Party, known: Sequence[Party]) -> Party:
    """The party itself, or the fuller wording that is known of it: "a Taliban leader" for "the leader"."""
    same = (k for k in known if k.phrase.head == party.phrase.head and k.low == party.low)
    return next(same, party) if points_back(party.phrase) else party


def _settle(found: list[Party], party: Party, *, retold: bool) -> bool:
    """Bring one party of a later telling into the known ones; false where it contradicts them."""
    more = adds(party.phrase)
    alike = [(i, known) for i, known in enumerate(found) if _alike(known, party)]
    if more and len(found) == 1 and not adds(found[0].phrase):
        alike = []
    for i, known in alike:
        if party.exact and party.low > 1 and (known.vague or (known.quantity.high is None and party.low >= known.low)):
            found[i] = party
        if _agree(known, party):
            return True
    if not more and (alike or ((retold or points_back(party.phrase)) and _among(found, party))):
        return not alike
    if not (more or _things(party) or _distinct(found, party)):
        return False
    found.append(party)
    return True


def _agree(known: Party, party: Party) -> bool:
    """Whether two figures of the same people can both be right."""
    if known.low == party.low or points_back(party.phrase):
        return True
    return (known.vague and party.low > 1) or (party.vague and known.low > 1) or not (known.exact and party.exact)


def _alike(known: Party, party: Party) -> bool:
    """Whether both can count the same: one head, or people of whom one of the phrases says nothing more."""
    if known.phrase.head == party.phrase.head:
        return True
    if _things(known) or _things(party):
        return False
    if points_back(party.phrase):
        return party.phrase.pronoun or (known.anybody and party.anybody)
    if known.anybody and party.anybody:
        return True
    return known.low == party.low > 1 and (known.anybody or party.anybody)


def _things(party: Party) -> bool:
    return is_thing(party.phrase)


def is_thing(phrase: Phrase) -> bool:
    """Whether the phrase counts things and not people."""
    found = sense(phrase).classes
    return bool(found) and not found & (PERSONS | GROUPS | {"counted", "casualty"}) and phrase.noun is not None


def _stays(phrase: Phrase) -> bool:
    """Whether it is something that does not move: the base that is left, not who leaves it."""
    return bool(sense(phrase).classes & {"building", "hideout", "place"})


def _among(found: Sequence[Party], party: Party) -> bool:
    """Whether a definite "the leader" can be one of the people counted."""
    return any(not _things(known) and known.low >= party.low for known in found)


def _distinct(found: Sequence[Party], party: Party) -> bool:
    """Whether the party is told as somebody else: named by his part where the others are anybody, or the reverse."""
    return all(known.anybody != party.anybody for known in found)
