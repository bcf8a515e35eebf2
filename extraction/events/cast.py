"""Cast: whom the phrases of a document mean: "the soldiers", "they", an act whose doer is not named again."""

from collections import Counter
from collections.abc import Collection, Sequence

from extraction.clauses.chunk import Phrase
from extraction.clauses.grammar import words
from extraction.clauses.sense import GROUPS, PERSONS, Sense, sense
from extraction.events.count import span, wording
from extraction.events.discourse import points_back
from extraction.events.draft import Draft
from extraction.events.event import Participant, ParticipantRole
from extraction.events.implied import implied
from extraction.events.memory import SIDES_OF, Memory, names_nobody
from extraction.events.nation import nation_of, whose_arms
from extraction.events.party import PERSONAL
from extraction.events.thing import things
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence

_BETWEEN_STATES = frozenset({"appeal", "meeting", "agreement", "ceasefire", "sanction", "accusation", "threat", "aid"})
"""Kinds in which a place can stand for its government as the target."""


class Cast:
    """The actors of one document: who is named how often on which side, and who acted last."""

    def __init__(self, mentions: Sequence[Mention], deniers: Collection[str] = ()) -> None:
        """`deniers` say that they had no hand in it: nothing is laid at their door unless a sentence does so."""
        actors = [m for m in mentions if m.type == "actor" and m.name not in deniers]
        self.names = Counter((SIDES_OF.get(m.category or ""), m.name) for m in actors)
        self.by_name = {m.name: m for m in actors}
        self.owners = [m for m in mentions if m.type in ("actor", "nationality") or _is_country(m)]
        """What "its fighters" can be of, in the order of the text."""
        self.speaks_for = {side: self._foremost(side) for side in ("state", "armed")}
        self.memory = Memory(mentions)
        self.heads: dict[str, Participant] = {}
        """By head noun who was last told so with a name: what "the leader" means."""

    def _foremost(self, side: str) -> Mention | None:
        """The actor that speaks for a side in this document: the one named most, where it is clearly ahead."""
        ranked = [(name, n) for (s, name), n in self.names.most_common() if s == side]
        if not ranked or (len(ranked) > 1 and ranked[0][1] <= ranked[1][1]):
            return None
        return self.by_name[ranked[0][0]]

    def participants(self, draft: Draft) -> list[Participant]:
        """Return who took part in a draft, named as the document lets it; remember who acted."""
        found: list[Participant] = []
        told: tuple[tuple[ParticipantRole | None, list[Phrase]], ...] = (
            (draft.agent_role, draft.agents),
            (draft.patient_role, draft.patients),
            (draft.patient_role, draft.members),
            ("claimant", draft.claimants),
            ("target", draft.sought),
            ("supporter", draft.supporters),
        )
        for role, phrases in told:
            if role is not None:
                doers = [p for p in found if p.role == "actor"]
                found += [p for phrase in phrases if (p := self._participant(role, phrase, draft, doers)) is not None]
        names = {p.name for p in found if p.role == "actor"}
        found = [p for p in found if p.role != "target" or p.name not in names]  # nobody does it to himself
        found += self._implied(draft, {p.role for p in found}, {p.name for p in found})
        found += things(draft, {p.role for p in found})
        self.memory.remember(found)
        return found

    def _participant(
        self, role: ParticipantRole, phrase: Phrase, draft: Draft, doers: Sequence[Participant]
    ) -> Participant | None:
        sentence = draft.sentence
        phrase = _victim(phrase)
        meaning = sense(phrase)
        if "named_place" in meaning.classes and role == "target" and draft.kind not in _BETWEEN_STATES:
            return None
        if names_nobody(phrase):
            return self.memory.meant_by(role, phrase, sentence, doers)
        force = self._force(phrase, meaning, sentence) if role == "actor" else None
        if force is not None:
            return force
        if not (
            meaning.classes & (PERSONS | GROUPS | {"named", "actor", "named_place"})
            or meaning.named is not None
            or meaning.side
            or (_is_word(phrase) and any(p.phrase is phrase and p.quantity.role in PERSONAL for p in draft.parties))
        ):
            return None
        if meaning.classes & {"act", "aircraft"} and meaning.named is None:
            return None
        others = {p.name for p in doers} if role == "target" else set()
        name, category, country = self._name(phrase, meaning, others, sentence)
        found = Participant(role, name, wording(phrase, sentence), category, country, span(phrase, sentence))
        if meaning.named is not None or phrase.mention("nationality") is not None:
            self.heads[phrase.head] = found
        if role == "target" and phrase.noun is not None and not phrase.noun.plural and meaning.classes & PERSONS:
            self.memory.victim = found
        return found

    def _force(self, phrase: Phrase, meaning: Sense, sentence: Sentence) -> Participant | None:
        """The forces of a nation or of whom the arms told are: "Russian missiles", "army helicopters"; else null."""
        where = span(phrase, sentence)
        nation = nation_of(phrase, meaning)
        if nation is not None:
            told = wording(phrase, sentence)
            return Participant("actor", nation, told, "state_forces", meaning.country_code, where)
        whose = whose_arms(phrase, meaning)
        if whose is None:
            return None
        name, category, country = self._name(whose, sense(whose), set(), sentence)
        category = category if category in SIDES_OF else "state_forces"
        return Participant("actor", name, wording(phrase, sentence), category, country, where)

    def _owner(self, phrase: Phrase, meaning: Sense, sentence: Sentence) -> Mention | None:
        """The armed body told right before whose people the phrase means: "the rebels said its fighters"."""
        whose = phrase.of or phrase  # "two of its fighters"
        if whose.determiner not in ("its", "their") or meaning.category not in SIDES_OF:
            return None
        before = [m for m in self.owners if m.sentence == sentence.index and m.last <= phrase.first]
        return before[-1] if before and before[-1].category in SIDES_OF else None

    def _name(
        self, phrase: Phrase, meaning: Sense, others: set[str], sentence: Sentence
    ) -> tuple[str, str | None, str | None]:
        place = phrase.mention("place")
        if "named_place" in meaning.classes and place is not None:
            return place.name, "government", place.place.country_code if place.place is not None else None
        if meaning.named is not None:
            return meaning.named.name, meaning.category, meaning.country_code
        owner = self._owner(phrase, meaning, sentence)
        if owner is not None:
            return owner.name, owner.category, owner.country_code
        force = SIDES_OF.get(meaning.category or "")
        stands_for = self.speaks_for.get(force) if force is not None and meaning.country_code is None else None
        if stands_for is not None and stands_for.category != meaning.category and force == "state":
            stands_for = None  # police are not the army, nor local soldiers the foreign mission
        if stands_for is not None and stands_for.name in others:
            stands_for = None
        if stands_for is not None and (force == "state" or phrase.determiner in ("the", "these", "those", "this")):
            return stands_for.name, stands_for.category, stands_for.country_code
        told = self.heads.get(phrase.head) if points_back(phrase) else None
        if told is not None:
            return told.name, told.category, told.country_code
        nationality = phrase.mention("nationality")
        inner = phrase.of if phrase.noun is None and phrase.of is not None and not phrase.of.pronoun else phrase
        head = inner.norms[-1]
        if nationality is not None and nationality.last == inner.last:
            return nationality.wording, meaning.category, meaning.country_code
        return (
            (f"{nationality.wording} {head}" if nationality is not None else head),
            meaning.category,
            meaning.country_code,
        )

    def _implied(self, draft: Draft, roles: set[str], names: set[str]) -> list[Participant]:
        """Who must have done it, or had it done to them, though this sentence does not say."""
        stand_ins = (self._stand_ins(role, side, draft.kind) for role, side in implied(draft, roles))
        return [found for told in stand_ins for found in told if found.name not in names]

    def _stand_ins(self, role: ParticipantRole, side: str, kind: str) -> list[Participant]:
        memory = self.memory
        if role == "actor" and side in memory.last and memory.last[side].name in self.by_name:
            return [p._replace(role=role, span=None) for p in memory.beside[side] if p.name in self.by_name]
        named = self.speaks_for[side]
        if named is None or (kind == "air_strike" and named.category == "police"):
            return []
        return [Participant(role, named.name, named.wording, named.category, named.country_code)]


def _is_country(mention: Mention) -> bool:
    return mention.place is not None and mention.place.feature == "country"


def _is_word(phrase: Phrase) -> bool:
    """Whether the phrase has a head word of its own, and is no bare number: "three organists", not "three"."""
    return phrase.of is None and (phrase.number is None or phrase.number.last < phrase.last)


def _victim(phrase: Phrase) -> Phrase:
    """Who was found dead: "the body of a teacher"."""
    return phrase.of if phrase.head in words("bodies") and phrase.of is not None else phrase
