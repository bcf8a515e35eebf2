"""Article: an invented news article, the same for the same seed and number."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from random import Random
from string import Formatter

import yaml

WORDS = 400
"""Words of an article where nothing else is asked for."""
EVENTS_AMONG_SENTENCES = 0.25
"""The rest is background, quotes and context, as in news on conflict: some 7 events in 400 words."""
NEWEST = datetime(2024, 6, 1, tzinfo=UTC)
EVERY = timedelta(hours=4)
"""One article is published in so much time, so that a larger corpus tells of more years and not of busier days. With
the 40 places of `phrases.yaml` that is one report of an event a place and day, as of a place at war."""


@dataclass(frozen=True, slots=True)
class Article:
    """One invented article."""

    title: str
    author: str
    published_at: datetime
    paragraphs: tuple[str, ...]


@cache
def phrases() -> dict[str, list[str]]:
    """The lists of `phrases.yaml`."""
    text = files("benchmarks").joinpath("phrases.yaml").read_text(encoding="utf-8")
    return {name: [str(item) for item in items] for name, items in yaml.safe_load(text).items()}


def sentence(kind: str, random: Random) -> str:
    """One sentence of a kind (`event`, `filler`, `headline`), its slots filled at random."""
    text = random.choice(phrases()[kind])
    while "{" in text:
        slots = dict.fromkeys(slot for _, slot, _, _ in Formatter().parse(text) if slot)  # in order: no set is
        text = text.format(
            **{s: str(random.randint(2, 99)) if s == "n" else random.choice(phrases()[s]) for s in slots}
        )
    return text[0].upper() + text[1:]


def article(seed: int, number: int, words: int = WORDS) -> Article:
    """Article `number` of a corpus: a title and paragraphs of one to three sentences, `words` words or a few more."""
    random = Random(f"{seed}/{number}")
    sentences: list[str] = []
    told = 0
    while told < words:
        sentences.append(sentence("event" if random.random() < EVENTS_AMONG_SENTENCES else "filler", random))
        told += len(sentences[-1].split())
    paragraphs = []
    while sentences:
        cut = random.randint(1, 3)
        paragraphs.append(" ".join(sentences[:cut]))
        sentences = sentences[cut:]
    published_at = NEWEST - (number + random.random()) * EVERY
    return Article(sentence("headline", random), random.choice(phrases()["name"]), published_at, tuple(paragraphs))
