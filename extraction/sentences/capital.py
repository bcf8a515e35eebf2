"""Capitals: which words of a sentence begin with one, and whether that says anything there."""

from extraction.sentences.sentence import Sentence

_LONG = 4  # letters from which a word is written with a capital in a headline
_HEADLINE = 0.7


def shouting(sentence: Sentence) -> bool:
    """Return whether the sentence is written all in capitals, so that "IS" may be a verb."""
    return len(sentence.tokens) > 1 and sentence.text.isupper()


def headline(sentence: Sentence) -> bool:
    """Return whether nearly all long words bear a capital, as in a headline: capitals then mark no name."""
    if sentence.part == "body":
        return False
    words = [t for t in sentence.tokens[1:] if len(t.text) >= _LONG and t.text.isalpha()]
    return bool(words) and sum(token.capital for token in words) > _HEADLINE * len(words)
