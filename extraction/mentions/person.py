"""Person: the people a document names, each under one name from first to last."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extraction.lexicon import load
from extraction.mentions.affiliation import affiliation, described
from extraction.mentions.befallen import befallen, befalling
from extraction.mentions.mention import Mention
from extraction.mentions.name import given, kunya, opening_words, run, title
from extraction.mentions.nationality import nationalities
from extraction.mentions.noun import noun
from extraction.mentions.shortname import is_place, norms, short_names, with_short
from extraction.sentences.capital import headline
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Sentence, Token

_OPENERS = frozenset(",(-–—")
_NICKNAME = 4  # words between quotation marks that are still a nickname
_COMPLEMENT = 9  # words of an office after "for" or "of": "Minister for the Middle East"
_LEADS = frozenset({"after", "at", "before", "during", "for", "from", "in", "near", "of", "on", "since", "to", "until"})
"""Words before a day or place rather than a person."""
_AT = frozenset({"around", "in", "near", "outside"})
"""Words after which a kunya is a place: "in Umm Rihan", "near Abu Sidra", but not "shot at Abu Bakr"."""
_QUOTES = frozenset("\"“”‘’'")


def people(sentences: Sequence[Sentence], taken: Sequence[Mention]) -> list[Mention]:
    """Return the named persons of a document, as mentions that overlap neither each other nor a longer one in `taken`.

    The wording holds the titles in capitals before the name, the name does not. A later surname, first part of a kunya
    or other name reads as the full name, where only one person of the document bears it. Names first met in a headline
    are left out: its capitals mark no names.
    """
    by_sentence: dict[int, list[Mention]] = {s.index: [] for s in sentences}
    for mention in taken:
        by_sentence[mention.sentence].append(mention)
    found = [m for s in sentences for m in _in_sentence(s, by_sentence[s.index])]
    short = short_names(found)
    full = [replace(m, name=short[norms(m.name)].name) if norms(m.name) in short else m for m in found]
    return _one_side(with_short(sentences, full, short, by_sentence) if short else full)


def _in_sentence(sentence: Sentence, taken: Sequence[Mention]) -> list[Mention]:
    tokens, found = sentence.tokens, []
    named: list[Mention] | None = None
    if headline(sentence):
        return [_known(sentence, *hit) for hit in _famous().within(sentence) if tokens[hit[0]].capital]
    end = 0
    for at in _starts(sentence):
        span = _span(tokens, at) if at >= end and tokens[at].text[0].isalpha() else None
        if span is None or _covered(span, taken) or (span[3] and is_place(tokens, span[0], span[2])):
            continue
        if named is None:
            named = [*taken, *nationalities(sentence)]
        mention = _mention(sentence, span, named)
        found.append(mention)
        end = mention.last
    return found


def _starts(sentence: Sentence) -> list[int]:
    """Return where a person may be told: at words that open a name or a title; where words beside tell, at capitals."""
    starts = sentence.where(_openers())
    return starts if sentence.norms.isdisjoint(_tellers()) else sorted({*sentence.capitals, *starts})


_Span = tuple[int, int, int, bool, str | None]
"""First token of the titles, first and last of the name, whether no rank or office speaks for it, category by title."""


def _span(tokens: Sequence[Token], at: int) -> _Span | None:
    famous = _famous().at(tokens, at)
    if famous is not None and any(token.capital for token in tokens[at : famous[0]]):
        return at, at, famous[0], False, None
    if not tokens[at].capital:
        return _introduced(tokens, at)
    rank = title(tokens, at)
    if rank is not None:
        start = rank.last if run(tokens, rank.last) > rank.last else _after_office(tokens, rank.last)
        return (at, start, run(tokens, start), rank.category is None, rank.category) if start is not None else None
    last = run(tokens, at)
    if last == at + 1 and _alone(tokens, at):
        return at, at, last, True, None
    if at and kunya(tokens[at]) and last == at + 2 and tokens[at - 1].norm in _AT:
        return None
    if last <= at + 1 or not (
        kunya(tokens[at]) or given(tokens[at]) or described(tokens, last) or befallen(tokens, at, last)
    ):
        return None
    return at, at, last, not kunya(tokens[at]), None


def _alone(tokens: Sequence[Token], at: int) -> bool:
    """Return whether one word is a person's whole name: "said Karim, a smuggler," but not "on Monday, a smuggler"."""
    if not at or tokens[at - 1].norm in _LEADS or not tokens[at - 1].text.isalpha():
        return False
    word = tokens[at]
    return noun(word.norm) is None and not word.text.isupper() and described(tokens, at + 1)


def _after_office(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the name begins after an office with its field: "Minister for the Middle East, Jo Ray"."""
    if at >= len(tokens) or tokens[at].norm not in ("for", "of"):
        return None
    for comma in range(at + 1, min(at + _COMPLEMENT, len(tokens) - 1)):
        if tokens[comma].text == ",":
            return comma + 1 if run(tokens, comma + 1) > comma + 2 else None
    return None


def _introduced(tokens: Sequence[Token], at: int) -> _Span | None:
    """Return the name after a word such as "leader," or "identified as", where it has no title of its own."""
    found = _introducers().at(tokens, at)
    if found is None:
        return None
    first = found[0]
    if first < len(tokens) and tokens[first].text == ",":
        first += 1
    if (
        first >= len(tokens)
        or not tokens[first].capital
        or title(tokens, first) is not None
        or _famous().at(tokens, first)
    ):
        return None
    last = run(tokens, first)
    single = last == first + 1 and (noun(tokens[first].norm) is not None or tokens[first].text.isupper())
    return (first, first, last, True, None) if last > first and not single else None


def _covered(span: _Span, taken: Sequence[Mention]) -> bool:
    first, last = span[0], span[2]
    return any(m.first < last and m.last > first and (m.last - m.first >= last - span[1] or span[3]) for m in taken)


def _mention(sentence: Sentence, span: _Span, named: Sequence[Mention]) -> Mention:
    tokens, (start, first, last, _, category) = sentence.tokens, span
    famous = _famous().at(tokens, first)
    if famous is not None and famous[0] == last:
        return replace(_known(sentence, first, last, famous[1]), first=start, wording=sentence.wording(start, last))
    last, name, aliases = _nicknamed(sentence, first, last)
    side, country = affiliation(tokens, start, last, named)
    aliases += _also_known(sentence, last)
    words = sentence.wording(start, last)
    return Mention("person", sentence.index, start, last, name, words, side or category, country, aliases=aliases)


def _nicknamed(sentence: Sentence, first: int, last: int) -> tuple[int, str, tuple[str, ...]]:
    """Take a nickname in quotation marks inside the name out of it: 'Omar "the Fox" Said'."""
    tokens = sentence.tokens
    if last < len(tokens) and tokens[last].text in _QUOTES:
        for end in range(last + 2, min(last + 2 + _NICKNAME, len(tokens))):
            if tokens[end].text in _QUOTES:
                rest = run(tokens, end + 1)
                if rest > end + 1:
                    name = f"{sentence.wording(first, last)} {sentence.wording(end + 1, rest)}"
                    return rest, name, (sentence.wording(last + 1, end),)
    return last, sentence.wording(first, last), ()


def _also_known(sentence: Sentence, last: int) -> tuple[str, ...]:
    """Return the other name that follows: ", also known as X", "(aka X)", "alias 'X'"."""
    tokens = sentence.tokens
    at = last
    while at < len(tokens) and tokens[at].text in _OPENERS:
        at += 1
    found = _aka().at(tokens, at) if at < len(tokens) else None
    if found is None:
        return ()
    first = found[0]
    while first < len(tokens) and (tokens[first].text in _QUOTES or tokens[first].text in ".:,"):
        first += 1
    rank = title(tokens, first) if first < len(tokens) else None
    end = run(tokens, rank.last if rank else first)
    return (sentence.wording(first, end),) if end > first else ()


def _one_side(found: Sequence[Mention]) -> list[Mention]:
    """Give each person category and country as told where first they are told."""
    sides: dict[str, str] = {}
    homes: dict[str, str] = {}
    for mention in found:
        if mention.category is not None:
            sides.setdefault(mention.name, mention.category)
        if mention.country_code is not None:
            homes.setdefault(mention.name, mention.country_code)
    return [replace(m, category=sides.get(m.name), country_code=homes.get(m.name)) for m in found]


def _known(sentence: Sentence, first: int, last: int, entry: dict[str, str]) -> Mention:
    words = sentence.wording(first, last)
    name, country = entry["name"], entry.get("country")
    return Mention("person", sentence.index, first, last, name, words, entry["category"], country, entity=name)


@cache
def _famous() -> Matcher[dict[str, str]]:
    return Matcher((name, entry) for entry in load("people") for name in (entry["name"], *entry.get("aliases", ())))


@cache
def _introducers() -> Matcher[None]:
    return Matcher((word, None) for word in load("titles")["introducers"])


@cache
def _openers() -> frozenset[str]:
    """Return the words that a person's name can follow or begin with, where nothing behind or before it tells it."""
    return frozenset(_famous().openers | _introducers().openers | opening_words())


@cache
def _tellers() -> frozenset[str]:
    """Return what beside any words in capitals can tell that they are a name: a description, what befalls people."""
    return befalling() | {","}


@cache
def _aka() -> Matcher[None]:
    return Matcher((word, None) for word in load("titles")["aka"])
