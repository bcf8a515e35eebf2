"""Tally: the figures of one event, brought together from its tellings so that nobody is counted twice."""

from collections.abc import Sequence

from extraction.events.discourse import adds, points_back
from extraction.events.party import Party, is_thing


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
    found, met = list(before), list[Party]()
    for party in told:
        if not _settle(found, met, party, retold=retold):
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


def _settle(found: list[Party], met: list[Party], party: Party, *, retold: bool) -> bool:
    """Bring one party of a later telling into the known ones; false where it contradicts them.

    `met` are those known of whom this telling has spoken already: "the commander and several insurgents".
    """
    if _takes_in(party, found):
        found[:] = [party]
        return True
    more = adds(party.phrase) or bool(met)
    alike = [(i, known) for i, known in enumerate(found) if _alike(known, party) and known not in met]
    if more and len(found) == 1 and not adds(found[0].phrase):
        alike = []
    for i, known in alike:
        if party.exact and party.low > 1 and (known.vague or (known.quantity.high is None and party.low >= known.low)):
            found[i] = party
        if _agree(known, party):
            met += [known] if known.exact and points_back(party.phrase) else []
            return True
    if not more and (alike or ((retold or points_back(party.phrase)) and _among(found, party))):
        met += [known for known in found if known.exact and known.low == party.low][:1]
        return not alike
    if not (more or _things(party) or _distinct(found, party)):
        return False
    found.append(party)
    return True


def _takes_in(party: Party, found: Sequence[Party]) -> bool:
    """Whether "both men" are all who were told one by one, and somebody more."""
    whole = party.exact and party.phrase.norms[0] in ("all", "both")
    return whole and all(p.exact and not _things(p) for p in found) and sum(p.low for p in found) < party.low


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


def _among(found: Sequence[Party], party: Party) -> bool:
    """Whether a definite "the leader" can be one of the people counted."""
    return any(not _things(known) and known.low >= party.low for known in found)


def _distinct(found: Sequence[Party], party: Party) -> bool:
    """Whether the party is told as somebody else: named by his part where the others are anybody, or the reverse."""
    return all(known.anybody != party.anybody for known in found)
