"""Implied: which side must have done an act, or had it done to it, where the sentence does not say."""

from collections.abc import Collection

from extraction.events.draft import Draft
from extraction.events.event import ParticipantRole

_SEIZING = frozenset({"arrest", "weapons_seizure", "hideout_destroyed", "ordnance_disposal", "territory_regained"})
_STATE_ACTS = _SEIZING | {"operation", "deployment", "air_strike"}
_AGAINST_ARMED = frozenset(
    {"operation", "air_strike", "arrest", "territory_regained", "hideout_destroyed", "armed_clash"}
)
_ARMED_ACTS = frozenset({"ied_explosion", "suicide_bombing", "attack", "territory_seized", "abduction", "execution"})
_BARE_HARM = ("kill.", "injure.", "die", "dead", "deaths", "injuries")
"""Rules of bare harm: that somebody was killed does not say that the other side did it."""


def implied(draft: Draft, roles: Collection[str]) -> list[tuple[ParticipantRole, str]]:
    """Return the roles that nobody told fills, each with the side, `state` or `armed`, that must fill it."""
    found: list[tuple[ParticipantRole, str]] = []
    if "actor" not in roles and draft.agent_role == "actor" and not draft.rule.startswith(_BARE_HARM):
        if draft.kind in _STATE_ACTS:
            found.append(("actor", "state"))
        elif draft.kind in _ARMED_ACTS:
            found.append(("actor", "armed"))
    if "target" not in roles and draft.kind in _AGAINST_ARMED and draft.patient_role != "actor":
        found.append(("target", "armed"))
    return found
