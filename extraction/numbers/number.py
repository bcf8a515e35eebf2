"""Number: finds the numbers of a sentence, reads them as ranges and says what each is of."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from extraction.lexicon import load
from extraction.mentions.mention import Mention, Number
from extraction.numbers import cardinal
from extraction.numbers.cardinal import ARTICLES, ORDINAL_ENDS, SCALES, WORDS, Cardinal
from extraction.numbers.measure import name, unit
from extraction.numbers.range import between, widened
from extraction.sentences.match import Matcher
from extraction.sentences.sentence import Sentence, Token
from extraction.sentences.token import tokenize

_NUMBERS = load("numbers")
_QUALIFIERS: Matcher[str] = Matcher((w, kind) for kind, words in _NUMBERS["qualifiers"].items() for w in words)
_AFTER: Matcher[str] = Matcher((w, kind) for kind, words in _NUMBERS["after"].items() for w in words)
_NOT_A_NUMBER: Matcher[None] = Matcher((wording, None) for wording in _NUMBERS["not_a_number"])
_PREPOSITIONS = frozenset(_NUMBERS["prepositions"])
_PARTICLE_OF = {word: frozenset(verbs) for word, verbs in _NUMBERS["particle_of"].items()}
_CURRENCIES = frozenset(_NUMBERS["currencies"])
_AUXILIARIES = frozenset({"are", "had", "have", "were"})


def _second_words() -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for wording in chain(_NUMBERS["vague"], _NUMBERS["not_a_number"], *_NUMBERS["qualifiers"].values()):
        first, second = ([token.norm for token in tokenize(wording)] + [""])[:2]
        found[first].add(second)
    return found


_SECONDS = _second_words()
"""By the first word of the wordings their second ones: "as" goes on with "many", "much" and "few", "about" with ""."""
_ALONE = ARTICLES | WORDS.keys() | {"another", "between"} | {word for word in _SECONDS if "" in _SECONDS[word]}
"""Words that may begin a number, whatever follows."""
_WITH_SECOND = {word: frozenset(seconds) for word, seconds in _SECONDS.items() if word not in _ALONE}
_STARTS = _ALONE | _WITH_SECOND.keys()
_AFTER_ARTICLES = SCALES.keys() | _SECONDS["a"] | _SECONDS["an"]
"""Words with which an article begins another wording: "a dozen", "a total of"."""
_PREPOSITION_FROM = 4
_QUALIFIER_REACH = 8


class _Found(NamedTuple):
    """A number with its words: `core` where its value begins, `first` where its qualifier does."""

    first: int
    core: int
    last: int
    value: Cardinal
    kinds: frozenset[str]
    name: str | None = None


def numbers(sentence: Sentence) -> list[Mention]:
    """Find the numbers of a sentence, from left to right, none overlapping.

    Each mention spans the qualifier too ("at least 28") and not the unit; `name` says what the number is: `count`,
    `article` (a, an, another), `age`, `date`, `time`, `distance`, `area`, `money`, `percent`, `calibre`,
    `designation`, `weight`, `duration`, `medical`. Ordinals ("third", "71st") are no mentions.
    """
    tokens, mentions, end = sentence.tokens, [], 0
    for index in sorted({*sentence.where(_STARTS), *sentence.figures}):
        if index < end or not _begins(sentence.words, index):
            continue
        skipped = _NOT_A_NUMBER.at(tokens, index)
        found = _find(tokens, index)
        if found and (skipped is None or found.last > skipped[0]):
            mentions.append(_mention(sentence, found))
            end = found.last
        elif skipped:
            end = skipped[0]
    return mentions


def _begins(words: Sequence[str], index: int) -> bool:
    """Whether the word behind lets a number begin here: "in" before "excess", "at" before "least"."""
    seconds = _WITH_SECOND.get(words[index])
    return seconds is None or (index + 1 < len(words) and words[index + 1] in seconds)


def _mention(sentence: Sentence, found: _Found) -> Mention:
    return Mention(
        "number",
        sentence.index,
        found.first,
        found.last,
        found.name or name(sentence.tokens, found.core, found.last, found.value),
        sentence.wording(found.first, found.last),
        number=_number(found.value, found.kinds),
    )


def _number(value: Cardinal, kinds: frozenset[str]) -> Number:
    low: float
    low, high = value.low, value.high
    if "at_least" in kinds:
        high = None
    if "up_to" in kinds:
        low, high = 0, value.low if high is None else high
    return Number(float(low), None if high is None else float(high), "about" in kinds)


def _find(tokens: Sequence[Token], first: int) -> _Found | None:
    if tokens[first].norm in ARTICLES and (first + 1 == len(tokens) or tokens[first + 1].norm not in _AFTER_ARTICLES):
        found = _article(tokens, first, first, frozenset(), 0)
        return _with_tail(tokens, found) if found else None
    core, kinds, words = _qualifiers(tokens, first)
    found = _range(tokens, first) or _clock(tokens, first, core, kinds) or _value(tokens, first, core, kinds, words)
    if found is None and core > first:
        found = _value(tokens, first, first, frozenset(), 0)
    return _with_tail(tokens, found) if found else None


def _qualifiers(tokens: Sequence[Token], first: int) -> tuple[int, frozenset[str], int]:
    """Return the index after all qualifiers at `first` (and a sign of money), their kinds, and how many words."""
    core, kinds = first, set()
    while core < min(len(tokens), first + _QUALIFIER_REACH) and (found := _QUALIFIERS.at(tokens, core)):
        core = found[0]
        kinds.add(found[1])
    words = core - first
    if core > first and core < len(tokens) and tokens[core].norm in _CURRENCIES:
        core += 1
    return core, frozenset(kinds), words


def _value(tokens: Sequence[Token], first: int, core: int, kinds: frozenset[str], words: int) -> _Found | None:
    if core >= len(tokens):
        return None
    value = cardinal.read(tokens, core)
    if value is None:
        return _article(tokens, first, core, kinds, words)
    if value.suffix in ORDINAL_ENDS or _is_prepositional(tokens, first, core, value):
        return None
    if tokens[core].norm == "both" and _is_conjunction(tokens, value.last):
        return None
    value = widened(tokens, first, core, value)
    return _Found(first, core, value.last, value, kinds)


def _article(tokens: Sequence[Token], first: int, core: int, kinds: frozenset[str], words: int) -> _Found | None:
    """Read "a", "an", "another"; after a qualifier of two words ("at least a") too, as a count."""
    token = tokens[core]
    if (token.norm not in ARTICLES and token.norm != "another") or words == 1:
        return None
    if token.text == "A" and core and (tokens[core - 1].text.isalnum() or token.glued):  # Company A, F/A-18
        return None
    measured = unit(tokens, core + 1) or ("count" if kinds else "article")
    return _Found(first, core, core + 1, Cardinal(core + 1, 1, 1, 1), kinds, measured)


def _is_prepositional(tokens: Sequence[Token], first: int, core: int, value: Cardinal) -> bool:
    """Tell "fighting over two villages" and "handed over 20" from "over two dozen"."""
    word = tokens[first].norm
    if core != first + 1 or word not in _PREPOSITIONS:
        return False
    if first and tokens[first - 1].norm in _PARTICLE_OF.get(word, ()):
        return True
    return tokens[core].norm in WORDS and value.low < _PREPOSITION_FROM


def _is_conjunction(tokens: Sequence[Token], after: int) -> bool:
    """Tell "both police and army", "both Said, a farmer, and Omar" from "both men"."""
    following = [token.norm for token in tokens[after : after + 3]]
    if "and" in following:
        return following[0] not in _AUXILIARIES
    end = after
    while end < len(tokens) and tokens[end].capital:
        end += 1
    return after < end < len(tokens) and tokens[end].text == "," and any(t.norm == "and" for t in tokens[end:])


def _range(tokens: Sequence[Token], first: int) -> _Found | None:
    found = between(tokens, first)
    return _Found(first, found[0], found[1].last, found[1], frozenset()) if found else None


def _clock(tokens: Sequence[Token], first: int, core: int, kinds: frozenset[str]) -> _Found | None:
    """Read "14:30" as a time, "25/01/2013" as a date, "9/11" as a name: digits joined by one mark."""
    mark = tokens[core + 1].text if core + 1 < len(tokens) else ""
    value = cardinal.read(tokens, core) if mark in {":", "/"} and tokens[core].figure else None
    last = core + 1
    while last + 1 < len(tokens) and tokens[last].text == mark and tokens[last + 1].figure:
        if tokens[last].gap or tokens[last + 1].gap:
            break
        last += 2
    if value is None or last == core + 1:
        return None
    kind = "time" if mark == ":" else "date" if last - core == 5 else "designation"
    return _Found(first, core, last, value, kinds, kind)


def _with_tail(tokens: Sequence[Token], found: _Found) -> _Found:
    """Add "(2)" after "two", and a qualifier that stands after the number ("or more")."""
    last, kinds = found.last, found.kinds
    if last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")":
        again = cardinal.read(tokens, last + 1)
        last += 3 if again and again.last == last + 2 and again.low == found.value.low else 0
    after = _AFTER.at(tokens, last) if last < len(tokens) else None
    if after:
        last, kinds = after[0], kinds | {after[1]}
    return found._replace(last=last, kinds=kinds) if last != found.last else found
