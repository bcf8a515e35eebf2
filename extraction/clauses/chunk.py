"""Chunk: noun phrases, verb groups and the small words between them, in the order of the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from extraction.clauses.grammar import phrasal_verbs, verb_forms, verb_groups, words
from extraction.clauses.tag import Tag
from extraction.mentions.mention import Mention
from extraction.mentions.noun import PEOPLE, Noun
from extraction.sentences.sentence import Token

Form = Literal["finite", "infinitive", "ing", "ed"]
_NOMINAL = frozenset({"DET", "NUM", "N", "ADJ", "NAME", "NAT", "POSS"})
_VERBAL = frozenset({"V", "AUX", "MODAL", "TO"})
_BE = words("be") | words("get")
_FUTURE, _UNREAL, _NEGATIONS = words("future"), words("unreal"), words("negations")
_PAST = frozenset({"was", "were", "had"})
_NO_PARTS: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: tokens `first` up to `last`, its head noun and the mentions in it."""

    tag: ClassVar[Tag] = ""
    word: ClassVar[str] = ""
    """Empty, as it is no mark."""
    first: int
    last: int
    norms: tuple[str, ...]
    noun: Noun | None
    """The head, where the lexicon knows it."""
    head: str
    """The head word, folded; also of an unknown noun."""
    mentions: tuple[Mention, ...] = ()
    number: Mention | None = None
    determiner: str | None = None
    pronoun: bool = False
    of: "Phrase | None" = None
    """What follows its "of", where there is one."""
    apposition: "Phrase | None" = None
    meaning: object | None = None
    """What `extraction.events.sense.sense` found it to stand for; kept, because many rules ask."""

    def mention(self, *types: str) -> Mention | None:
        """Return the last mention of one of these types; null where there is none."""
        for mention in reversed(self.mentions):
            if mention.type in types:
                return mention
        return None


@dataclass(slots=True, eq=False)
class VerbGroup:
    """A verb with its auxiliaries: "will soon be sent" is future, passive, `send`."""

    tag: ClassVar[Tag] = ""
    word: ClassVar[str] = ""
    """Empty, as it is no mark."""
    first: int
    last: int
    lemma: str
    """Base form with its particle: "carry out"."""
    form: Form
    passive: bool = False
    future: bool = False
    unreal: bool = False
    would: bool = False
    perfect: bool = False
    negated: bool = False
    past: bool = False
    progressive: bool = False
    base: bool = False
    """Its first word is a bare base form: after "and" it can share the "to" of an infinitive."""


@dataclass(slots=True, eq=False)
class Mark:
    """A word between phrases: preposition, conjunction, punctuation, relative, subordinator or date."""

    first: int
    last: int
    tag: Tag
    word: str


Chunk = Phrase | VerbGroup | Mark


@dataclass(slots=True, eq=False)
class Parts:
    """What the chunker is given of one sentence."""

    tokens: Sequence[Token]
    words: tuple[str, ...]
    """Their folded words."""
    tags: Sequence[Tag]
    mentions: Sequence[Mention | None]
    nouns: dict[int, tuple[int, Noun]] = field(default_factory=dict)
    """By the index after a noun's last token: its first token and the noun."""
    separated: dict[int, str] = field(default_factory=dict)
    """By the index of a verb whose particle stands behind its object: the whole verb."""


def chunks(parts: Parts) -> list[Chunk]:
    """Cut a tagged sentence into chunks; adverbs vanish, all else is kept in order."""
    found: list[Chunk] = []
    i, tags = 0, parts.tags
    while i < len(tags):
        tag = tags[i]
        chunk: Chunk | None = None
        if tag in _VERBAL:
            chunk = _verb_group(parts, i)
        elif tag == "PRON":
            norm = parts.words[i]
            chunk = Phrase(i, i + 1, (norm,), None, norm, pronoun=True)
        elif tag in _NOMINAL and tag != "POSS":
            chunk = _phrase(parts, i)
        elif tag not in ("ADV", "NEG"):
            chunk = Mark(i, i + 1, tag, parts.words[i])
        if chunk is not None:
            found.append(chunk)
        i = chunk.last if chunk is not None else i + 1
    return found


def _phrase(parts: Parts, first: int) -> Phrase:
    last = _phrase_end(parts, first)
    inside = tuple([m for i, m in enumerate(parts.mentions[first:last], first) if m is not None and m.first == i])
    noun = parts.nouns[last][1] if last in parts.nouns else None
    named = parts.mentions[last - 1]
    if named is not None and named.type not in ("number", "nationality") and not _are_people(noun, named):
        noun = None
    if noun is None and named is None:
        noun = _titled(parts, first, last)
    number = None
    for mention in inside:
        if mention.type == "number" and mention.name in ("count", "article"):
            number = mention
            break
    norms = parts.words[first:last]
    opener = norms[0] if parts.tags[first] == "DET" else None
    head = noun.lemma if noun is not None else norms[-1]
    return Phrase(first, last, norms, noun, head, inside, number, opener)


def _titled(parts: Parts, first: int, last: int) -> Noun | None:
    """The noun before a name that nothing knows: "sheikh Ghazi al-Marfadi"; null where there is none."""
    for end in range(last - 1, first, -1):
        if end in parts.nouns and not parts.nouns[end][1].plural:
            return parts.nouns[end][1]
        if parts.tokens[end].text[0].islower() and parts.words[end] not in ("al", "el", "bin", "ibn", "de", "del"):
            return None
    return None


def _are_people(noun: Noun | None, named: Mention) -> bool:
    """Whether the name itself ends in a noun of people: "Tamil rebels"."""
    return named.type == "actor" and noun is not None and noun.plural and bool(noun.classes & PEOPLE)


def _phrase_end(parts: Parts, first: int) -> int:
    """A phrase ends before a determiner or count that would open another, and at the end of its nominal words."""
    tags, i, solid = parts.tags, first, False
    while i < len(tags) and (tags[i] in _NOMINAL or _describes_noun(tags, i, first)):
        mention = parts.mentions[i]
        if tags[i] == "ADV":
            i += 1
            continue
        if solid and _brackets_acronym(parts, i + 1):
            i += 4
            continue
        if mention is not None and mention.first == i:
            opens = mention.type == "number" and mention.name in ("count", "article") and not parts.tokens[i].glued
            if solid and opens and tags[i - 1] != "POSS":
                break
            solid = solid or mention.type != "number"
            i = mention.last + (3 if solid and _brackets_acronym(parts, mention.last) else 0)
            continue
        if tags[i] == "DET" and solid and tags[i - 1] != "POSS":
            break
        if tags[i] in ("POSS", "ADJ") and _stands_last(parts, i) and (solid or tags[i] == "POSS"):
            break
        solid = solid or tags[i] in ("N", "NAME")
        i += 1
    return max(i, first + 1)


def _stands_last(parts: Parts, i: int) -> bool:
    """Whether nothing nominal follows the word at `i`, nor is it a noun itself: "a leader responsible for"."""
    return (i + 1 >= len(parts.tags) or parts.tags[i + 1] not in _NOMINAL) and i + 1 not in parts.nouns


def _brackets_acronym(parts: Parts, i: int) -> bool:
    """Whether "(IED)" stands at `i` inside a phrase that goes on behind it: "an explosive device (IED) commander"."""
    if i + 3 >= len(parts.words) or parts.words[i] != "(" or parts.words[i + 2] != ")":
        return False
    return parts.tokens[i + 1].text.isupper() and parts.tags[i + 3] == "N"


def _describes_noun(tags: Sequence[Tag], i: int, first: int) -> bool:
    """Whether a date or adverb stands inside the phrase: "the 2015 attack", "six heavily armed men"."""
    if tags[i] == "ADV":
        return i > first and tags[i - 1] in ("DET", "NUM", "ADJ") and tags[i + 1 : i + 2] == ["ADJ"]
    return tags[i] == "DATE" and _dates_noun(tags, i)


def _dates_noun(tags: Sequence[Tag], i: int) -> bool:
    """Whether the date at `i` only describes the noun behind it: "the 2015 attack"."""
    if tags[i] != "DATE" or tags[i - 1] not in ("DET", "ADJ", "DATE"):
        return False
    return i + 1 < len(tags) and (tags[i + 1] in ("N", "POSS", "ADJ") or _dates_noun(tags, i + 1))


def _verb_group(parts: Parts, first: int) -> VerbGroup:
    tags, words = parts.tags, parts.words
    head = _verb_head(parts, first)
    lemma, last = _lemma(parts, head)
    auxiliaries = [words[j] for j in range(first, head) if tags[j] in _VERBAL]
    form = verb_forms().get(words[head]) if tags[head] == "V" else None
    pieces = form.parts if form is not None else _NO_PARTS
    group = VerbGroup(first, last, lemma, _form(tags[first], words[first], pieces, bool(auxiliaries)))
    group.negated = not _NEGATIONS.isdisjoint(words[first:last]) or (last - first > 1 and "NEG" in tags[first:last])
    group.past = "past" in pieces or words[head] in _PAST
    if auxiliaries:
        _assist(group, auxiliaries, pieces)
    else:
        group.base = "base" in pieces
    return group


def _verb_head(parts: Parts, first: int) -> int:
    """The index of the verb that the words from `first` lead to, or of the last auxiliary where none follows."""
    tags, head = parts.tags, first
    for i in range(first, len(tags)):
        tag = tags[i]
        if tag not in _VERBAL:
            if tag not in ("ADV", "NEG"):
                break
        elif tag == "TO" and i > first and parts.words[i - 1] != "able":
            break
        else:
            head = i
            if tag == "V":
                break
    return head


def _assist(group: VerbGroup, auxiliaries: Sequence[str], pieces: frozenset[str]) -> None:
    """Set what the auxiliaries say of their verb."""
    be = not _BE.isdisjoint(auxiliaries)
    group.passive = be and "participle" in pieces
    group.progressive = be and "ing" in pieces
    group.future = not _FUTURE.isdisjoint(auxiliaries)
    group.unreal = not _UNREAL.isdisjoint(auxiliaries)
    group.would = "would" in auxiliaries
    group.perfect = "has" in auxiliaries or "have" in auxiliaries
    group.past = group.past or not _PAST.isdisjoint(auxiliaries)


def _form(tag: Tag, norm: str, pieces: frozenset[str], with_auxiliary: bool) -> Form:
    if tag == "TO":
        return "infinitive"
    if with_auxiliary or tag in ("AUX", "MODAL"):
        return "ing" if norm in ("being", "having") else "finite"
    if "ing" in pieces:
        return "ing"
    return "ed" if "participle" in pieces else "finite"


def _lemma(parts: Parts, head: int) -> tuple[str, int]:
    norm = parts.words[head]
    if parts.tags[head] != "V":
        name = next((n for n in ("be", "have", "do") if norm in words(n)), norm)
        back = f"{name} {parts.words[head + 1]}" if head + 1 < len(parts.words) else name
        return (back, head + 2) if back in verb_groups() else (name, head + 1)
    if head in parts.separated:
        return parts.separated[head], head + 1
    lemma = verb_forms()[norm].lemma
    for particles in phrasal_verbs().get(lemma, ()):
        end = head + 1 + len(particles)
        if parts.words[head + 1 : end] == particles:
            return " ".join((lemma, *particles)), end
    marked = f"{parts.words[head - 1]} {lemma}" if head else lemma
    return (marked if marked in verb_groups() else lemma), head + 1  # "sexually assaulted", "gang-raped"
