"""Chunk: noun phrases, verb groups and the small words between them, in the order of the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from extraction.clauses.grammar import words
from extraction.clauses.word_class import Tag
from extraction.mentions.mention import Mention
from extraction.mentions.noun import Noun
from extraction.sentences.sentence import Token

Form = Literal["finite", "infinitive", "ing", "ed"]


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
    """What `extraction.clauses.sense.sense` found it to stand for; kept, because many rules ask."""

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
    is_to: bool = False
    """It says what is to come, "troops are to leave", or what an aim is, "the mission is to secure the town"."""
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


def finite(chunk: Chunk | None) -> bool:
    """Whether the chunk is a verb with its own subject and tense."""
    return isinstance(chunk, VerbGroup) and chunk.form == "finite"


def participle(chunk: Chunk | None) -> bool:
    """Whether the chunk is a participle without an auxiliary: "disguised", "carrying"."""
    return isinstance(chunk, VerbGroup) and chunk.form in ("ed", "ing")


def likens(chunk: Chunk | None) -> bool:
    """Whether the chunk is a participle that "as" goes with: "disguised as", not "stopped as a truce began"."""
    return isinstance(chunk, VerbGroup) and participle(chunk) and chunk.lemma in words("likening_verbs")


def names_place(chunk: Chunk | None) -> bool:
    """Whether the chunk is a phrase that ends in the name of a place."""
    return isinstance(chunk, Phrase) and bool(chunk.mentions) and chunk.mentions[-1].type == "place"
