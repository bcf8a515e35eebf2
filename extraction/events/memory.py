"""Memory: who acted and who was harmed before, as a document is read: whom "they", "he", "his body" mean."""

from bisect import bisect_right
from collections.abc import Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.events.count import span, wording
from extraction.events.event import Participant, ParticipantRole
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

SIDES_OF = {"state_forces": "state", "police": "state", "coalition": "state", "insurgent": "armed", "militia": "armed"}


class Memory:
    """Who was told last in a document, by what they did or suffered."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._people = [m for m in mentions if m.type == "person"]
        self._people_at = [m.sentence for m in self._people]
        self.last: dict[str, Participant] = {}
        self.beside: dict[str, list[Participant]] = {}
        """By side who acted last together: an operation of two forces makes the arrests that follow."""
        self.harmed: Participant | None = None
        """To whom something was done last: what "they were freed" means."""
        self.victim: Participant | None = None
        """The one person to whom something was done last: what "he was freed" means."""

    def remember(self, found: Sequence[Participant]) -> None:
        """Keep who acted and to whom it was done."""
        doers = [(SIDES_OF.get(p.category or ""), p) for p in found if p.role == "actor"]
        self.beside |= {side: [p for s, p in doers if s == side] for side, _ in doers if side is not None}
        for participant in found:
            side = SIDES_OF.get(participant.category or "")
            if participant.role == "actor" and side is not None:
                self.last.pop(side, None)  # who acted last stands last
                self.last[side] = participant
            elif participant.role == "target" and participant.span is not None and participant.category is not None:
                self.harmed = participant

    def meant_by(
        self, role: ParticipantRole, phrase: Phrase, sentence: Sentence, doers: Sequence[Participant]
    ) -> Participant | None:
        """Return whom a pronoun means that stands in `role` beside `doers`; null where nobody was told."""
        norm = phrase.of.norms[0] if phrase.of is not None else phrase.norms[0]
        if norm in ("he", "him", "his", "she", "her", "himself"):
            return self._one(role, phrase, sentence)
        if norm not in ("they", "them", "themselves", "we"):
            return None
        harmed = [self.harmed] if role == "target" and self.harmed is not None else []
        sides = {SIDES_OF.get(p.category or "") for p in doers} - {None}
        others = (p for p in (*harmed, *reversed(self.last.values())) if SIDES_OF.get(p.category or "") not in sides)
        told = (p for p in others if all(p.name != doer.name for doer in doers))
        meant = next(told, None)
        where = span(phrase, sentence)
        return meant._replace(role=role, wording=wording(phrase, sentence), span=where) if meant is not None else None

    def _one(self, role: ParticipantRole, phrase: Phrase, sentence: Sentence) -> Participant | None:
        """Whom "he" means: the person named last, or to whom something was done after that."""
        before, where = bisect_right(self._people_at, sentence.index), span(phrase, sentence)
        told = self.victim.span.sentence if self.victim is not None and self.victim.span is not None else -1
        if role == "target" and self.victim is not None and (not before or told > self._people_at[before - 1]):
            return self.victim._replace(wording=phrase.norms[0], span=where)
        if not before:
            return None
        named = self._people[before - 1]
        return Participant(role, named.name, phrase.norms[0], named.category, named.country_code, where)


def names_nobody(phrase: Phrase) -> bool:
    """Whether others must tell whom the phrase means: "they", "two of them", "his body"."""
    of_them = phrase.noun is None and phrase.of is not None and phrase.of.norms == ("them",)
    return phrase.pronoun or of_them or phrase.head in words("bodies")
