"""Chunk: noun phrases, verb groups and the small words between them, in the order of the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from extraction.clauses.grammar import phrasal_verbs, verb_forms, words
from extraction.clauses.tag import Tag
from extraction.mentions.mention import Mention
from extraction.mentions.noun import Noun
from extraction.sentences.sentence import Token

Form = Literal["finite", "infinitive", "ing", "ed"]
_NOMINAL = frozenset({"DET", "NUM", "N", "ADJ", "NAME", "NAT", "POSS"})
_VERBAL = frozenset({"V", "AUX", "MODAL", "TO"})


@dataclass(slots=True, eq=False)
class Phrase:
    """A noun phrase: tokens `first` up to `last`, its head noun and the mentions in it."""

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
    tags: Sequence[Tag]
    mentions: Sequence[Mention | None]
    nouns: dict[int, tuple[int, Noun]] = field(default_factory=dict)
    """By the index after a noun's last token: its first token and the noun."""


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
            norm = parts.tokens[i].norm
            chunk = Phrase(i, i + 1, (norm,), None, norm, pronoun=True)
        elif tag in _NOMINAL and tag != "POSS":
            chunk = _phrase(parts, i)
        elif tag not in ("ADV", "NEG"):
            chunk = Mark(i, i + 1, tag, parts.tokens[i].norm)
        if chunk is not None:
            found.append(chunk)
        i = chunk.last if chunk is not None else i + 1
    return found


def _phrase(parts: Parts, first: int) -> Phrase:
    last = _phrase_end(parts, first)
    inside = [m for i, m in enumerate(parts.mentions[first:last], first) if m is not None and m.first == i]
    noun = parts.nouns[last][1] if last in parts.nouns else None
    named = parts.mentions[last - 1]
    if named is not None and named.type not in ("number", "nationality"):
        noun = None
    number = next((m for m in inside if m.type == "number" and m.name in ("count", "article")), None)
    norms = tuple(token.norm for token in parts.tokens[first:last])
    opener = norms[0] if parts.tags[first] == "DET" else None
    head = noun.lemma if noun is not None else norms[-1]
    return Phrase(first, last, norms, noun, head, tuple(inside), number, opener)


def _phrase_end(parts: Parts, first: int) -> int:
    """A phrase ends before a determiner or count that would open another, and at the end of its nominal words."""
    tags, i, solid = parts.tags, first, False
    while i < len(tags) and (tags[i] in _NOMINAL or _dates_noun(tags, i)):
        mention = parts.mentions[i]
        if _brackets_acronym(parts, i + 1) and solid:
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
    if i + 3 >= len(parts.tokens) or parts.tokens[i].text != "(" or parts.tokens[i + 2].text != ")":
        return False
    return parts.tokens[i + 1].text.isupper() and parts.tags[i + 3] == "N"


def _dates_noun(tags: Sequence[Tag], i: int) -> bool:
    """Whether the date at `i` only describes the noun behind it: "the 2015 attack"."""
    if tags[i] != "DATE" or tags[i - 1] not in ("DET", "ADJ", "DATE"):
        return False
    return i + 1 < len(tags) and (tags[i + 1] in ("N", "POSS", "ADJ") or _dates_noun(tags, i + 1))


def _verb_group(parts: Parts, first: int) -> VerbGroup:
    tags, tokens = parts.tags, parts.tokens
    head, i = first, first
    while i < len(tags) and (tags[i] in _VERBAL or tags[i] in ("ADV", "NEG")):
        if tags[i] == "TO" and i > first and tokens[i - 1].norm != "able":
            break
        if tags[i] in _VERBAL:
            head = i
            if tags[i] == "V":
                break
        i += 1
    lemma, last = _lemma(parts, head)
    auxiliaries = [tokens[j].norm for j in range(first, head) if tags[j] in _VERBAL]
    form = verb_forms().get(tokens[head].norm)
    pieces = form.parts if form is not None and tags[head] == "V" else frozenset[str]()
    group = VerbGroup(first, last, lemma, _form(tags[first], tokens[first].norm, pieces, bool(auxiliaries)))
    be = any(word in words("be") or word in words("get") for word in auxiliaries)
    group.passive = be and "participle" in pieces
    group.progressive = be and "ing" in pieces
    group.future = any(word in words("future") for word in auxiliaries)
    group.unreal = any(word in words("unreal") for word in auxiliaries)
    group.would = "would" in auxiliaries
    group.perfect = bool({"has", "have"} & set(auxiliaries))
    group.negated = any(tags[j] == "NEG" or tokens[j].norm in words("negations") for j in range(first, last))
    group.base = not auxiliaries and "base" in pieces
    group.past = (
        "past" in pieces
        or bool({"was", "were", "had"} & set(auxiliaries))
        or tokens[head].norm in ("was", "were", "had")
    )
    return group


def _form(tag: Tag, norm: str, pieces: frozenset[str], with_auxiliary: bool) -> Form:
    if tag == "TO":
        return "infinitive"
    if with_auxiliary or tag in ("AUX", "MODAL"):
        return "ing" if norm in ("being", "having") else "finite"
    if "ing" in pieces:
        return "ing"
    return "ed" if "participle" in pieces else "finite"


def _lemma(parts: Parts, head: int) -> tuple[str, int]:
    norm = parts.tokens[head].norm
    if parts.tags[head] != "V":
        name = next((n for n in ("be", "have", "do") if norm in words(n)), norm)
        return name, head + 1
    lemma = verb_forms()[norm].lemma
    for particles in phrasal_verbs().get(lemma, ()):
        end = head + 1 + len(particles)
        if tuple(token.norm for token in parts.tokens[head + 1 : end]) == particles:
            return " ".join((lemma, *particles)), end
    return lemma, head + 1
