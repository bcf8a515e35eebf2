"""Short name: the surname, kunya or other name by which a document speaks of a person again."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from extraction.mentions.mention import Mention
from extraction.mentions.noun import noun
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Sentence, Token
from extraction.sentences.token import tokenize

_PLACED = frozenset({"in", "near", "nearby", "at", "into", "around", "outside", "towards", "toward", "through"})
_THINGS = frozenset({"place", "building", "time", "act", "vehicle", "hideout", "weapon", "institution"})


def short_names(found: Sequence[Mention]) -> dict[tuple[str, ...], Mention]:
    """Return the person that each shorter or other name stands for, where it stands for one only."""
    bearers: dict[tuple[str, ...], dict[str, Mention]] = {}
    for mention in found:
        words = norms(mention.name)
        parts = {norms(alias) for alias in mention.aliases}
        if len(words) > 1:
            parts |= {words[-1:], words[-2:] if words[-2] in ("al", "el", "bin") else words[-1:]}
            parts |= {words[:2]} if words[0] in ("abu", "abou", "umm") else set()
        for part in parts - {words}:
            bearers.setdefault(part, {})[mention.name] = mention
    for mention in found:  # who has one name only, unless it is part of another's
        bearers.setdefault(norms(mention.name), {mention.name: mention})
    return {part: next(iter(named.values())) for part, named in bearers.items() if part and len(named) == 1}


def with_short(
    sentences: Sequence[Sentence],
    found: list[Mention],
    short: dict[tuple[str, ...], Mention],
    taken: dict[int, list[Mention]],
) -> list[Mention]:
    """Return the mentions found, and those by a short name in words that neither they nor `taken` hold, in order."""
    matcher = Matcher((" ".join(part), mention) for part, mention in short.items())
    by_sentence: dict[int, list[Mention]] = {s.index: [] for s in sentences}
    for mention in found:
        by_sentence[mention.sentence].append(mention)
    everyone: list[Mention] = []
    for sentence in sentences:
        here = by_sentence[sentence.index]
        busy = [*here, *taken[sentence.index]]
        for first, last, whole in matcher.within(sentence):
            free = all(last <= m.first or first >= m.last for m in busy)
            if free and sentence.tokens[last - 1].capital and not is_place(sentence.tokens, first, last):
                words = sentence.wording(first, last)
                here.append(replace(whole, sentence=sentence.index, first=first, last=last, wording=words))
        everyone += sorted(here, key=lambda m: m.first)
    return everyone


def is_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether the words before, inside or after the name say that it is no person's."""
    before = tokens[max(0, first - 2) : first]
    if before and (before[-1].norm in _PLACED or (before[-1].norm == "of" and _is_thing(before[0]))):
        return True
    return any(map(_is_thing, tokens[max(first, last - 1) : last + 1]))


def _is_thing(token: Token) -> bool:
    word = noun(token.norm)
    return word is not None and bool(word.classes & _THINGS)


@lru_cache(maxsize=1 << 14)
def norms(name: str) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(token.norm for token in tokenize(name))
