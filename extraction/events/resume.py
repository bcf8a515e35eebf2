"""Resume: a sentence that goes on about the violence told right before it, under another word or only by its toll."""

from extraction.clauses.grammar import words
from extraction.events.contrast import own_places
from extraction.events.discourse import cues, says
from extraction.events.draft import Draft
from extraction.events.story import VIOLENT, Story

_BLASTS = frozenset({"ied_explosion", "suicide_bombing", "air_strike", "shelling", "grenade_attack", "chemical_attack"})


_TOLLED = VIOLENT | _BLASTS | {"territory_seized", "territory_regained", "execution", "riot", "protest"}


def means_again(story: Story, draft: Draft) -> bool:
    """Whether a definite "the attack", "the blast" stands for the violence of another kind that the story tells."""
    phrase = draft.predicate.phrase
    if phrase is None or phrase.determiner not in words("definite") or phrase.head not in cues("again"):
        return False
    return story.kind in (_BLASTS if draft.kind == "ied_explosion" else VIOLENT | _BLASTS)


def is_toll(story: Story, draft: Draft) -> bool:
    """Whether a bare harm with no doer, place or day of its own is what the violence told right before it cost."""
    last = story.tellings[-1].sentence
    follows = last.paragraph == draft.sentence.paragraph or last.index + 1 == draft.sentence.index
    reported = draft.rule == "toll"  # "the death toll rose to 14 on Tuesday" tells no day of the deaths
    own = bool(own_places(draft.places) or (draft.dates and not reported))
    own = own or (bool(draft.agents) and draft.agent_role == "actor")
    alike = draft.scope == story.lead.scope and draft.status == "occurred" and story.lead.status != "planned"
    return (
        draft.bare_harm and follows and alike and not own and last.part == "body"
        and story.kind in _TOLLED and not says(draft.sentence, "apart")
    )  # fmt: skip
