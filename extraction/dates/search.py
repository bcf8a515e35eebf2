"""Search: where in a sentence the rules find wordings of dates."""

import re
from collections.abc import Iterator, Sequence

from extraction.dates.rule import FIGURE, YEAR_CUE, Rule
from extraction.dates.wording import RULES
from extraction.sentences.sentence import Sentence

_BY_CUE = {cue: [n for n, rule in enumerate(RULES) if cue in rule.cues] for rule in RULES for cue in rule.cues}
_CUES = frozenset(_BY_CUE)
_SLASH = frozenset("/")


def matches(sentence: Sentence) -> Iterator[tuple[re.Match[str], Rule]]:
    """Yield all matches of each rule in turn, from left to right; each begins at one of the tokens before a cue."""
    for rule, cues in cued(sentence):
        end = 0
        for start in [sentence.starts[index] - sentence.start for index in _starts(sentence, rule, cues)]:
            if start >= end and (match := rule.pattern.match(sentence.text, start)):
                end = match.end()
                yield match, rule


def cued(sentence: Sentence) -> Iterator[tuple[Rule, Sequence[int]]]:
    """Yield each rule that may find something in the sentence, with the indices of the tokens that are its cues."""
    figures = _figures(sentence)
    cues = [*(_CUES & sentence.norms), *([YEAR_CUE] if figures else ())]
    for number in sorted({number for cue in cues for number in _BY_CUE[cue]}):
        rule = RULES[number]
        if _may_begin(sentence, rule):
            yield rule, figures if figures and YEAR_CUE in rule.cues else sentence.where(rule.cues)


def _may_begin(sentence: Sentence, rule: Rule) -> bool:
    if not rule.openers or not rule.openers.isdisjoint(sentence.norms):
        return True
    return FIGURE in rule.openers and bool(sentence.figures)


def _starts(sentence: Sentence, rule: Rule, cues: Sequence[int]) -> list[int]:
    """Return the indices of the tokens with which a wording of the rule may begin."""
    if not rule.openers:
        return sorted({index for cue in cues for index in range(max(0, cue - rule.reach), cue + 1)})
    opening = sentence.where(rule.openers)
    if FIGURE in rule.openers and sentence.figures:
        opening = sorted({*opening, *sentence.figures})
    return [index for index in opening if any(index <= cue <= index + rule.reach for cue in cues)]


def _figures(sentence: Sentence) -> Sequence[int]:
    """Return the indices of the figures of four digits and of the slashes."""
    found = [index for index in sentence.figures if _is_figure(sentence.words[index])]
    return sorted([*found, *sentence.where(_SLASH)]) if "/" in sentence.norms else found


def _is_figure(word: str) -> bool:
    return len(word) > 3 and word[:4].replace(".", "").isdecimal()
