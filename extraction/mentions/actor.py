"""Actor: organisations, forces, governments and groups that a document names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from extraction.lexicon import load
from extraction.mentions.acronym import introductions
from extraction.mentions.mention import Mention
from extraction.mentions.organisation import Organisation, named_bodies, national_bodies
from extraction.mentions.roster import Actor, Claim, roster
from extraction.mentions.theatre import theatre
from extraction.sentences.capital import shouting
from extraction.sentences.fold import undotted
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Sentence

_HOME = 2  # a document's word for an entry's own country counts twice one for a country where it acts too


def actors(sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the actors a document names, as mentions that do not overlap, in order.

    An acronym that the text introduces means its full name throughout. Where several actors claim a name, the countries
    and words of the document decide; a shared acronym that nothing decides keeps its wording as name, and no entity.
    """
    war = _War(sentences)
    found = {s.index: _in_sentence(s, war) for s in sentences}
    introduced = _introduced(sentences, found)
    if introduced:
        for sentence in sentences:
            found[sentence.index] = _apply(sentence, found[sentence.index], introduced)
    return [mention for sentence in sentences for mention in found[sentence.index]]


class _War:
    """What a document says of where it plays; read only once a name asks for it."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._countries: Counter[str] | None = None
        self._known: dict[Actor, int] = {}

    def evidence(self, actor: Actor) -> int:
        """Return how strongly the document points to where the actor is, or has its cues."""
        if actor not in self._known:
            self._known[actor] = self._evidence(actor)
        return self._known[actor]

    def _evidence(self, actor: Actor) -> int:
        if self._countries is None:
            self._countries = theatre(self._sentences)
        count = sum(self._countries[code] for code in actor.theatre)
        if actor.country is not None:
            count += _HOME * self._countries[actor.country]
        if actor.cues:
            cues = _cues(actor.cues)
            count += _HOME * sum(1 for sentence in self._sentences for _ in cues.within(sentence))
        return count


def _in_sentence(sentence: Sentence, war: _War) -> list[Mention]:
    known = list(_known(sentence, war))
    bodies = [_of_body(sentence, body) for body in (*national_bodies(sentence), *named_bodies(sentence))]
    if not bodies:
        return known  # the roster's names never overlap
    owners = {m.last + 1: m for m in known if m.last < len(sentence.tokens) and sentence.tokens[m.last].norm == "s"}
    bodies = [replace(b, category=owners[b.first].category) if b.first in owners else b for b in bodies]
    return _apart([*known, *bodies])


def _known(sentence: Sentence, war: _War) -> Iterator[Mention]:
    loud = shouting(sentence)
    for first, last, claims in roster().within(sentence):
        words = sentence.wording(first, last)
        if loud and words.lower() in _word_acronyms():
            continue
        fitting = [c for c in claims if loud or not c.cased or c.alias == undotted(words)]
        actor = _resolve(fitting, war)
        if actor is not None:
            yield _mention(sentence, first, last, actor)
        elif len(fitting) > 1 and words.isupper() and all(c.kind == "local" for c in fitting):
            yield _undecided(sentence, first, last, fitting)


def _resolve(claims: Iterable[Claim], war: _War) -> Actor | None:
    """Return whom a name means: its holder everywhere, unless the document speaks more of a local holder's war."""
    holder: Actor | None = None
    local: list[Actor] = []
    for claim in claims:
        if claim.actor is not None and claim.kind == "local":
            local.append(claim.actor)
        elif claim.actor is not None:
            holder = claim.actor
    if not local:
        return holder
    best = max(local, key=war.evidence)
    return best if war.evidence(best) > (war.evidence(holder) if holder is not None else 0) else holder


def _undecided(sentence: Sentence, first: int, last: int, claims: Sequence[Claim]) -> Mention:
    categories = {c.actor.category for c in claims if c.actor is not None}
    words = sentence.wording(first, last)
    category = categories.pop() if len(categories) == 1 else None
    return Mention("actor", sentence.index, first, last, words, words, category=category)


def _mention(sentence: Sentence, first: int, last: int, actor: Actor) -> Mention:
    return Mention(
        type="actor",
        sentence=sentence.index,
        first=first,
        last=last,
        name=actor.name,
        wording=sentence.wording(first, last),
        category=actor.category,
        country_code=actor.country,
        entity=actor.name,
    )


def _of_body(sentence: Sentence, body: Organisation) -> Mention:
    words = sentence.wording(body.first, body.last)
    country = body.country_code
    return Mention("actor", sentence.index, body.first, body.last, body.name, words, body.category, country)


def _apart(mentions: Iterable[Mention]) -> list[Mention]:
    """Return mentions none of which overlaps another: the longest first, among equals the lexicon's."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.first - m.last, m.entity is None)):
        if taken.isdisjoint(range(mention.first, mention.last)):
            taken.update(range(mention.first, mention.last))
            kept.append(mention)
    return sorted(kept, key=lambda m: m.first)


def _introduced(sentences: Sequence[Sentence], found: dict[int, list[Mention]]) -> dict[str, Mention]:
    """Return for each acronym that the text introduces the mention it stands for, the acronym among its aliases."""
    meant: dict[str, Mention] = {}
    for sentence in sentences:
        for new in introductions(sentence):
            full = next((m for m in found[sentence.index] if m.last == new.last and m.first <= new.first), None)
            if full is None:
                name = sentence.wording(new.first, new.last)
                full = Mention("actor", sentence.index, new.first, new.last, name, name, category="other")
            aliases = tuple(dict.fromkeys((*full.aliases, new.acronym)))
            meant.setdefault(new.acronym, replace(full, aliases=aliases))
    return meant


def _apply(sentence: Sentence, found: list[Mention], introduced: dict[str, Mention]) -> list[Mention]:
    mine = [m for m in introduced.values() if m.sentence == sentence.index]
    spans = {(m.first, m.last) for m in mine}
    kept = mine + [m for m in found if (m.first, m.last) not in spans and m.wording not in introduced]
    for at, token in enumerate(sentence.tokens):
        full = introduced.get(token.text)
        if full is not None:
            short = replace(full, sentence=sentence.index, first=at, last=at + 1, wording=token.text)
            kept.append(short)
    return _apart(kept)


@cache
def _cues(words: tuple[str, ...]) -> Matcher[None]:
    return Matcher((word, None) for word in words)


@cache
def _word_acronyms() -> frozenset[str]:
    return frozenset(load("not_actors")["words"])
