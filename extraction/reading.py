"""Reading: all that the extractor found in one document."""

from dataclasses import dataclass

from extraction.events.event import Event
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Reading:
    """Sentences, mentions and events of one document, and the digest of the rules and lexicon that read them."""

    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    ruleset_version: str
