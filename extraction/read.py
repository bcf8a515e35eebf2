"""Read: the cascade from a document to its events, a stage a line."""

from collections.abc import Sequence
from hashlib import sha256

from extraction.clauses.chunk import Parts
from extraction.clauses.clause import Antecedent, predicates
from extraction.clauses.cut import chunks
from extraction.clauses.grammar import act_words
from extraction.clauses.predicate import Predicate
from extraction.clauses.separable import separated
from extraction.clauses.tag import tags
from extraction.dates.dateline import anchor
from extraction.dates.heading import headed, headings, period
from extraction.dates.period import Anchor
from extraction.dates.when import dates
from extraction.document import Document
from extraction.events.belong import belong
from extraction.events.cast import Cast
from extraction.events.compose import compose
from extraction.events.conflict import PLAIN, tells_conflict
from extraction.events.denier import deniers
from extraction.events.draft import Draft
from extraction.events.inherit import date_by_headings, inherit_days, inherit_places
from extraction.events.merge import stories
from extraction.events.recall import recall
from extraction.events.sieve import passes
from extraction.events.telling import drafts
from extraction.lexicon import version
from extraction.mentions.actor import actors
from extraction.mentions.mention import Mention, When
from extraction.mentions.nationality import nationalities
from extraction.mentions.noun import nouns
from extraction.mentions.operation import operations
from extraction.mentions.person import people
from extraction.numbers.number import numbers
from extraction.places.gazetteer import gazetteer
from extraction.places.place import places
from extraction.places.place_anaphor import anaphor
from extraction.reading import Reading
from extraction.sentences.sentence import Sentence
from extraction.sentences.split import split


def read(document: Document) -> Reading:
    """Return sentences, mentions and events of a document."""
    sentences = split(document.title, document.text)
    base = anchor(document.published_at, document.published_precision, sentences)
    mentions = find_mentions(sentences, base)
    by_sentence = group(sentences, mentions)
    cast = Cast(mentions, deniers(sentences, mentions))
    kinds = None if tells_conflict(sentences, mentions) else PLAIN
    told: list[Draft] = []
    acts = Acts(by_sentence)
    for sentence in sentences:
        inside = by_sentence[sentence.index]
        if passes(sentence, inside, kinds):
            told += drafts(sentence, acts.clauses(sentence), inside)
        else:
            acts.pass_over(sentence)
    if kinds is not None:
        told = [draft for draft in told if draft.kind in kinds]
    told_days = [m for m in mentions if m.type == "date"]
    date_by_headings(told, headed(told_days, sentences))
    recall(told, sentences, mentions)
    joined = stories([(draft, cast.participants(draft)) for draft in told])
    inherit_places(joined, mentions, sentences)
    inherit_days(joined, period(mentions, sentences, base), base)
    belong(joined, mentions, sentences)
    events = tuple(compose(document.document_id, story, sentences) for story in joined)
    return Reading(sentences, tuple(mentions), events, ruleset())


def ruleset() -> str:
    """Return the digest (12 hex digits) of all that a reading depends on: lexicon, extractor's code and gazetteer."""
    return sha256(f"{version()} {gazetteer().edition}".encode()).hexdigest()[:12]


def find_mentions(sentences: Sequence[Sentence], base: Anchor | None) -> list[Mention]:
    """Return all mentions of a document in order. `base` is the day that relative dates count from."""
    named = operations(sentences)
    named += actors(sentences)
    named += people(sentences, named)
    named += [m for s in sentences for m in nationalities(s)]
    spots = places(sentences, named)
    found = outside(named, spots) + spots
    found += find_dates(sentences, base)
    for sentence in sentences:
        found += numbers(sentence)
    found += anaphor(sentences, found)
    return sorted(found, key=lambda m: (m.sentence, m.first, -m.last))


def find_dates(sentences: Sequence[Sentence], base: Anchor | None) -> list[Mention]:
    """Return the dates of a document, each read with the one before it in mind."""
    found: list[Mention] = []
    previous: When | None = None
    for sentence in sentences:
        read_dates = dates(sentence, base, previous)
        previous = next((m.when for m in reversed(read_dates) if m.when is not None and m.when.start), previous)
        found += read_dates
    return headings(found, sentences, base)


def outside(named: Sequence[Mention], spots: Sequence[Mention]) -> list[Mention]:
    """Return the mentions that are no part of a place's name ("San Francisco Gotera")."""
    covered = {(m.sentence, index) for m in spots for index in range(m.first, m.last)}
    inside = [m.type in ("person", "actor") and (m.sentence, m.first) in covered for m in named]
    return [m for m, is_inside in zip(named, inside, strict=True) if not is_inside]


def group(sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Return the mentions of each sentence, by its index."""
    found: list[list[Mention]] = [[] for _ in sentences]
    for mention in mentions:
        found[mention.sentence].append(mention)
    return found


class Acts:
    """Parses the sentences of a document in order, and those passed over only once one asks for the last act."""

    def __init__(self, mentions: Sequence[Sequence[Mention]]) -> None:
        self._mentions = mentions
        self._passed_over: list[Sentence] = []
        self._last: str | None = None

    def pass_over(self, sentence: Sentence) -> None:
        """Leave a sentence for later."""
        if not sentence.norms.isdisjoint(act_words()):
            self._passed_over.append(sentence)

    def clauses(self, sentence: Sentence) -> list[Predicate]:
        """Return who did what to whom in a sentence."""
        found = clauses(sentence, self._mentions[sentence.index], self._antecedent)
        last = next((p.word for p in reversed(found) if p.nominal), None)
        if last is not None:
            self._last, self._passed_over = last, []
        return found

    def _antecedent(self) -> str | None:
        before, self._passed_over = self._passed_over, []
        for sentence in before:
            self.clauses(sentence)
        return self._last


def clauses(sentence: Sentence, mentions: Sequence[Mention], antecedent: Antecedent) -> list[Predicate]:
    """Return who did what to whom in one sentence."""
    named = nouns(sentence)
    covering = cover(sentence, mentions)
    is_noun, opens_noun = [False] * len(sentence.tokens), [False] * len(sentence.tokens)
    for first, last, _ in named:
        is_noun[first:last] = [True] * (last - first)
        opens_noun[first : last - 1] = [True] * (last - first - 1)
    tagged = tags(sentence.tokens, covering, is_noun, opens_noun)
    ends = {last: (first, noun) for first, last, noun in named}
    apart = separated(sentence.words, sentence.norms, tagged)
    parts = Parts(sentence.tokens, sentence.words, tagged, covering, ends, apart)
    return predicates(chunks(parts), antecedent, terse=sentence.part != "body")


_PRECEDENCE = {
    name: rank for rank, name in enumerate(("person", "actor", "operation", "place", "nationality", "date", "number"))
}


def cover(sentence: Sentence, mentions: Sequence[Mention]) -> list[Mention | None]:
    """Return for each token the mention that names it; where several do, names come before dates and numbers."""
    covering: list[Mention | None] = [None] * len(sentence.tokens)
    for mention in sorted(mentions, key=lambda m: (_PRECEDENCE[m.type], m.first - m.last)):
        if not any(covering[mention.first : mention.last]):
            covering[mention.first : mention.last] = [mention] * (mention.last - mention.first)
    return covering
