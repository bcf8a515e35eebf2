"""Confidence: how likely a careful coder would have coded the event too, by what its text leaves untold."""

from functools import cache
from math import exp

from extraction.events.story import Story
from extraction.lexicon import load

LEAST, MOST = 0.01, 0.99


def doubts(story: Story) -> tuple[str, ...]:
    """Return what speaks against a story, by the names of `lexicon/confidence.yaml`, in its order."""
    lead = story.lead
    told = {
        "no place": not story.places,
        "place inherited": story.inherited,
        "no doer": all(p.role != "actor" for p in story.participants),
        "doer implied": any(p.role == "actor" and p.span is None for p in story.participants),
        "told once": len(story.tellings) == 1,
        "only in a heading": all(draft.sentence.part != "body" for draft in story.tellings),
        "named by a noun": lead.predicate.nominal and lead.predicate.role != "object",
        "no figure": not story.parties,
        "not real": lead.status not in ("occurred", "ongoing"),
        "vague kind": story.kind in load("confidence")["vague_kinds"],
    }
    return tuple(name for name in _weights() if told[name])


def confidence(found: tuple[str, ...]) -> float:
    """Return the share of events with these doubts that a careful coder has too, from 0.01 to 0.99.

    A logistic regression on hand-coded texts; `docs/confidence.md` says how it was made and how far it holds.
    """
    score = load("confidence")["base"] + sum(_weights()[name] for name in found)
    return round(min(max(1 / (1 + exp(-score)), LEAST), MOST), 2)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = load("confidence")["doubts"]
    return weights
