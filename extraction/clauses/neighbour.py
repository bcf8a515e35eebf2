"""Neighbour: words whose part of speech is another beside their neighbour: "late on Saturday", "are due to"."""

from collections.abc import Sequence

from extraction.clauses.grammar import verb_forms, verb_groups, words
from extraction.clauses.word_class import CURRENCIES, OPENS_OBJECT, Tag
from extraction.mentions.mention import Mention
from extraction.sentences.sentence import Token

_SOLID = frozenset({"N", "NAME", "?"})
_LEADING = words("compass") | words("leanings")
_ADVERBIAL = words("due") | words("beside_adverbs")
_LEANING = _ADVERBIAL | _LEADING | words("ranks") | CURRENCIES | {"armed"}
"""Every word that `by_neighbour` asks for: it is told of no other, unless a number or beside a hyphen."""


def leaning(tokens: Sequence[Token], raw: Sequence[Tag]) -> list[int]:
    """Return the indices of the words whose tag the neighbours may change: few, so that the others cost nothing."""
    pairs = zip(tokens, tokens[1:], raw, strict=False)
    return [
        i
        for i, (token, after, tag) in enumerate(pairs)
        if token.glued or after.glued or tag == "NUM" or token.norm in _LEANING
    ]


def by_neighbour(i: int, tokens: Sequence[Token], raw: list[Tag], mentions: Sequence[Mention | None]) -> None:
    """Change the tag of a word that means something else beside its neighbour."""
    token, after = tokens[i], tokens[i + 1]
    before = raw[i - 1] if i else "START"
    if token.norm == "armed" and after.norm == "with":
        raw[i] = "V"  # "men armed with rifles"
    elif after.glued and not token.glued and f"{token.norm} {_base(after)}" in verb_groups():
        raw[i] = "ADV"  # "soldiers gang-raped 12 women"
    elif token.norm in _LEADING and before in _SOLID:
        _lead(i, tokens, raw)
    elif raw[i] in ("P", "CC") and (token.glued or after.glued):
        raw[i] = "N" if token.glued else "ADJ"  # hit-and-run, mopping-up operations; off-duty, under-age
    elif raw[i] == "ADV" and token.norm in words("ranks") and before == "DET" and raw[i + 1] in OPENS_OBJECT:
        raw[i] = "ADJ"  # "a first contingent"
    elif token.norm in _ADVERBIAL:
        _adverb(i, tokens, raw, before)
    elif raw[i] == "NUM":
        _number(i, tokens, raw, mentions[i])
    elif token.text in CURRENCIES and raw[i + 1] == "NUM" and before != "DET":
        raw[i] = "NUM"  # "pledged $40 million"


def _adverb(i: int, tokens: Sequence[Token], raw: list[Tag], before: Tag) -> None:
    """Make adverbs of words that are so only beside their neighbour."""
    norm, after = tokens[i].norm, raw[i + 1]
    if norm in ("early", "late"):
        if after in ("DATE", "P"):
            raw[i] = "ADV"  # "wounded late on Saturday"
    elif norm in ("all", "both"):
        if before == "AUX" and after == "?":
            raw[i] = "ADV"  # "they were all killed"
    elif norm == "at":
        if tokens[i + 1].norm in words("hours"):
            raw[i : i + 2] = ["ADV", "ADV"]  # "at dawn rangers began to search"
    elif before in ("AUX", "ADV", "NEG") and after == "TO":
        raw[i] = "ADV"  # "talks are due to resume"


def _number(i: int, tokens: Sequence[Token], raw: list[Tag], mention: Mention | None) -> None:
    """Change the tag of a number that counts nothing: of a model in the plural, of an age between commas."""
    if tokens[i].glued and tokens[i].norm.endswith("s"):
        raw[i] = "N"  # "B-52s bombed Taliban lines"
    elif i and tokens[i - 1].text == "," and _is_age(mention):
        raw[i] = "PUNCT"  # "Omar Said, 37, was shot"


def _base(token: Token) -> str | None:
    form = verb_forms().get(token.norm)
    return form.lemma if form is not None else None


def _lead(i: int, tokens: Sequence[Token], raw: list[Tag]) -> None:
    """Make prepositions of a compass point with its "of", "an operation north of the town", and of "loyal to"."""
    if tokens[i].norm in words("leanings"):
        raw[i] = "P" if tokens[i + 1].norm in ("to", "with") else raw[i]
        return
    last = i + 1 if tokens[i + 1].glued and tokens[i + 1].norm in words("compass") else i
    if last + 1 < len(tokens) and tokens[last + 1].norm == "of":
        raw[i : last + 1] = ["ADV"] * (last - i) + ["P"]


def _is_age(mention: Mention | None) -> bool:
    return mention is not None and mention.type == "number" and mention.name == "age"
