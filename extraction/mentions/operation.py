"""Operation: the named operations of a document, each under one name from first to last."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from extraction.lexicon import load
from extraction.mentions.mention import Mention
from extraction.mentions.nationality import adjective, countries
from extraction.mentions.noun import noun
from extraction.sentences.capital import headline
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Sentence, Token
from extraction.sentences.token import tokenize

_QUOTES = frozenset("\"“”‘’'«»")
_LONGEST = 6  # words of a name
_SHORT = 4  # letters up to which a name in capitals may be an abbreviation
_REACH = 10  # words between "operation" and "dubbed"
_TITLES = frozenset({"operation", "oplan"})
"""Words before a name that are no part of it; "Oplan" is Philippine for operation plan."""
_JOINERS = frozenset({"of", "the", "al"})
_BODIES = frozenset({"force", "group", "institution", "insurgent", "militia", "place"})
"""Classes of a noun that, in capitals before "operation", says whose or where it is: "the Ministry of Defence"."""


def operations(sentences: Sequence[Sentence]) -> list[Mention]:
    """Return the named operations: "Operation Iron Oak", "an offensive dubbed 'Iron Oak'", later a bare "Iron Oak".

    `name` has no "Operation" before it; `aliases` are the translations or originals that the text puts in brackets. A
    name is first read where capitals mark names, not in a headline; bare, it is then found everywhere. An operation
    that is a force of its own ("Inherent Resolve") is read only with "Operation" before it: bare, it is an actor.
    """
    found = [m for s in sentences if not _openers().isdisjoint(s.norms) and not headline(s) for m in _introduced(s)]
    names = _names(found)
    matcher = _matcher(tuple(names.items()))
    aliases = _aliases(found)
    by_sentence: dict[int, list[Mention]] = {s.index: [] for s in sentences}
    for mention in found:
        by_sentence[mention.sentence].append(mention)
    told: list[Mention] = []
    for sentence in sentences:
        here = by_sentence[sentence.index]
        here += [m for m in _bare(sentence, matcher) if not any(m.first < o.last and m.last > o.first for o in here)]
        told += [replace(m, aliases=aliases.get(m.name, ())) for m in sorted(here, key=lambda m: m.first)]
    return told


def _introduced(sentence: Sentence) -> Iterator[Mention]:
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.norm in _TITLES and (span := _after(sentence, at + 1, token.capital)) is not None:
            yield _mention(sentence, at, *span)
        elif (name := _name_at(tokens, at)) is not None and (span := _after(sentence, name, True)) is not None:
            yield _mention(sentence, span[0], *span)
        elif token.norm in _deeds() and at and (span := _before(sentence, at)) is not None:
            quoted = tokens[at - 1].text in _QUOTES
            yield _as_mention(sentence, span[0] - quoted, at + 1, sentence.wording(*span), ())


def _name_at(tokens: Sequence[Token], at: int) -> int | None:
    """Where a name begins that a deed is called by, or in quotes of which a phase is told: "a phase of 'Oak'"."""
    if tokens[at].norm in _calls():
        return at + 1 if _speaks_of_operation(tokens, at) else None
    quoted = at + 2 < len(tokens) and tokens[at + 1].norm == "of" and tokens[at + 2].text in _QUOTES
    return at + 2 if quoted and tokens[at].norm in _phases() else None


def _speaks_of_operation(tokens: Sequence[Token], at: int) -> bool:
    """Return whether the noun before the word, places apart, is a deed: "an offensive in the hills dubbed …"."""
    for token in reversed(tokens[max(0, at - _REACH) : at]):
        if token.norm in _deeds():
            return True
        word = noun(token.norm)
        if word is not None and "place" not in word.classes:
            return False
    return False


def _after(sentence: Sentence, at: int, sure: bool) -> tuple[int, int] | None:
    """Return the tokens of the name at `at`, in quotation marks or in capitals; null where there is none."""
    tokens = sentence.tokens
    if at >= len(tokens):
        return None
    if tokens[at].norm in _TITLES:
        at += 1
    if at < len(tokens) and tokens[at].text in _QUOTES:
        end = next((i for i in range(at + 1, min(at + 2 + _LONGEST, len(tokens))) if tokens[i].text in _QUOTES), None)
        return (at + 1, end) if end is not None and end > at + 1 and tokens[at + 1].capital else None
    last = _run(tokens, at, sure)
    if last == at or (not sure and any(first == at for first, _, _ in countries(sentence))):
        return None
    return at, last


def _before(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Return the tokens of the name that ends before the deed at `at`: “the 'Iron Oak' operation”, "Wrath of Oak"."""
    tokens = sentence.tokens
    first = at - 1
    if tokens[first].text in _QUOTES:
        reach = range(first - 2, max(-1, first - 2 - _LONGEST), -1)
        opening = next((i for i in reach if tokens[i].text in _QUOTES), None)
        return (opening + 1, first) if opening is not None and tokens[opening + 1].capital else None
    while first and (tokens[first - 1].capital or tokens[first - 1].norm in _JOINERS):
        first -= 1
    if tokens[first].norm == "the":
        first += 1
    of = next((i for i in range(first + 1, at - 1) if tokens[i].norm == "of"), None)
    if of is None or at - first > _LONGEST or not tokens[first].capital or not tokens[at - 1].capital:
        return None
    head = noun(tokens[of - 1].norm)
    return None if head is not None and head.classes & _BODIES else (first, at)


def _run(tokens: Sequence[Token], first: int, sure: bool) -> int:
    """Return where the run in capitals ends; where not `sure`, its first word must be none that begins sentences."""
    last = first
    for at in range(first, min(first + _LONGEST, len(tokens))):
        word = tokens[at]
        if word.capital and word.norm not in (_outside() if at == first and not sure else _calendar()):
            last = at + 1
        elif at == first or not (word.glued or word.text.isdecimal() or word.norm in _JOINERS):
            break
    return last


def _mention(sentence: Sentence, start: int, first: int, last: int) -> Mention:
    tokens = sentence.tokens
    name, end, aliases = sentence.wording(first, last), last, ()
    if end < len(tokens) and tokens[end].text in _QUOTES:
        end += 1
    if end < len(tokens) and tokens[end].text == "(":
        close = next((i for i in range(end + 1, min(end + 2 + _LONGEST, len(tokens))) if tokens[i].text == ")"), None)
        end += end + 1 < len(tokens) and tokens[end + 1].text in _QUOTES
        inner = tokens[end + 1 : close] if close is not None else ()
        if inner and close is not None and inner[0].capital and not inner[0].text.isdecimal():
            alias = sentence.wording(end + 1, close).strip("\"'“”‘’")
            return _as_mention(sentence, start, last, name, (alias,))
    return _as_mention(sentence, start, last, name, aliases)


def _as_mention(sentence: Sentence, first: int, last: int, name: str, aliases: tuple[str, ...]) -> Mention:
    words = sentence.wording(first, last)
    return Mention("operation", sentence.index, first, last, _canonical(name), words, aliases=aliases)


def _canonical(name: str) -> str:
    """The name as the lexicon has it; in small letters where the text shouts it."""
    known = _by_fold().get(name.casefold())
    return known or (name.title() if name.isupper() and len(name) > _SHORT else name)


def _names(found: Sequence[Mention]) -> dict[str, str]:
    """Return what the document's operations are called when "Operation" is not said, with the name each stands for."""
    names = {called: m.name for m in found for called in (m.name, *m.aliases)}
    return {called: name for called, name in names.items() if called.casefold() not in _bodies() and _telling(called)}


def _telling(name: str) -> bool:
    words = tokenize(name)
    return len(words) > 1 or (len(words) == 1 and noun(words[0].norm) is None)


def _aliases(found: Sequence[Mention]) -> dict[str, tuple[str, ...]]:
    told: dict[str, tuple[str, ...]] = {}
    for mention in found:
        told[mention.name] = tuple(dict.fromkeys((*told.get(mention.name, ()), *mention.aliases)))
    return told


def _bare(sentence: Sentence, matcher: Matcher[str]) -> Iterator[Mention]:
    for first, last, name in matcher.within(sentence):
        if all(t.capital or t.norm in _JOINERS or not t.text.isalpha() for t in sentence.tokens[first:last]):
            yield _as_mention(sentence, first, last, name, ())


@cache
def _outside() -> frozenset[str]:
    return frozenset(load("organisations")["outside"]).union(adjective(code).lower() for code in load("nationalities"))


@cache
def _calendar() -> frozenset[str]:
    return frozenset(load("organisations")["calendar"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(name.casefold() for name in load("operations")["bodies"])


@cache
def _openers() -> frozenset[str]:
    return _calls() | _TITLES | _deeds() | _phases()


@cache
def _calls() -> frozenset[str]:
    return frozenset(load("operations")["calls"])


@cache
def _phases() -> frozenset[str]:
    return frozenset(load("operations")["phases"])


@cache
def _deeds() -> frozenset[str]:
    return frozenset(load("operations")["deeds"])


@cache
def _listed() -> tuple[tuple[str, str], ...]:
    listed = load("operations")["names"]
    return tuple((called, name) for name, others in listed.items() for called in (name, *others))


@cache
def _by_fold() -> dict[str, str]:
    return {called.casefold(): name for called, name in _listed()}


@lru_cache(maxsize=256)  # most documents name no operation, many name one that another does
def _matcher(told: tuple[tuple[str, str], ...]) -> Matcher[str]:
    """Find the operations of the lexicon and those that a document tells."""
    return Matcher([*_listed(), *told])
