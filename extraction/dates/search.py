"""Search: where in a sentence the rules find wordings of dates."""

import re
from collections.abc import Iterator, Sequence

from extraction.dates.rule import YEAR_CUE, Rule
from extraction.dates.wording import RULES
from extraction.sentences.sentence import Sentence

_BY_CUE = {cue: [n for n, rule in enumerate(RULES) if cue in rule.cues] for rule in RULES for cue in rule.cues}
_CUES = frozenset(_BY_CUE)
_SLASH = frozenset("/")


def matches(sentence: Sentence) -> Iterator[tuple[re.Match[str], Rule]]:
    """Yield all matches of each rule in turn, from left to right; each begins at one of the tokens before a cue."""
    for rule, cues in cued(sentence):
        starts = sorted({index for cue in cues for index in range(max(0, cue - rule.reach), cue + 1)})
        end = 0
        for start in [sentence.starts[index] - sentence.start for index in starts]:
            if start >= end and (match := rule.pattern.match(sentence.text, start)):
                end = match.end()
                yield match, rule


def cued(sentence: Sentence) -> Iterator[tuple[Rule, Sequence[int]]]:
    """Yield each rule that may find something in the sentence, with the indices of the tokens that are its cues."""
    figures = _figures(sentence)
    cues = [*(_CUES & sentence.norms), *([YEAR_CUE] if figures else ())]
    for number in sorted({number for cue in cues for number in _BY_CUE[cue]}):
        rule = RULES[number]
        yield rule, figures if figures and YEAR_CUE in rule.cues else sentence.where(rule.cues)


def _figures(sentence: Sentence) -> Sequence[int]:
    """Return the indices of the figures of four digits and of the slashes."""
    found = [index for index in sentence.figures if _is_figure(sentence.words[index])]
    return sorted([*found, *sentence.where(_SLASH)]) if "/" in sentence.norms else found


def _is_figure(word: str) -> bool:
    return len(word) > 3 and word[:4].replace(".", "").isdecimal()
