"""Thing: the aircraft that did an act, and the building, hideout or vehicle that it was done to."""

from extraction.clauses.chunk import Phrase
from extraction.clauses.sense import sense
from extraction.events.count import counted_words, span, wording
from extraction.events.draft import Draft
from extraction.events.event import Participant, ParticipantRole
from extraction.sentences.sentence import Sentence

_HIT = frozenset({"building", "hideout", "vehicle"})
_BLASTS = ("air_strike", "shelling", "ied_explosion", "suicide_bombing", "grenade_attack")
_HITS = frozenset({*_BLASTS, "attack", "hideout_destroyed", "property_destruction"})
"""Kinds whose target can be a thing."""


def things(draft: Draft, roles: set[str]) -> list[Participant]:
    """What flew or was hit, where nobody is told or known to have done it or had it done to them."""
    found: list[Participant] = []
    if "actor" not in roles and draft.agent_role == "actor":
        found += [_thing("actor", p, draft.sentence) for p in draft.agents if "aircraft" in sense(p).classes]
    if "target" not in roles and draft.kind in _HITS and draft.patient_role == "target":
        driven = {"vehicle"} if draft.kind == "suicide_bombing" else set()  # it is the bomb itself
        found += [_thing("target", p, draft.sentence) for p in draft.patients if sense(p).classes & (_HIT - driven)]
    return found


def _thing(role: ParticipantRole, phrase: Phrase, sentence: Sentence) -> Participant:
    where = span(phrase, sentence)
    name = phrase.norms[-1]
    if name[0].isdecimal():  # "two F-16s"
        name = counted_words(phrase, phrase, sentence) or name
    return Participant(role=role, name=name, wording=wording(phrase, sentence), span=where)
