"""Mark: the wordings of facts, shown in their sentence."""

from collections.abc import Iterable
from typing import NamedTuple


class Mark(NamedTuple):
    """A wording and its span in the text of the document; in the title it has none."""

    wording: str
    char_start: int | None
    char_end: int | None


def marked(sentence: str, marks: Iterable[Mark], text: str, styled: bool) -> str:
    """Return the sentence with each wording bold and underlined, or in brackets where there is no style.

    Wordings that overlap are marked as one; one that does not stand in the sentence is left out.
    """
    opening, closing = ("\x1b[1;4m", "\x1b[0m") if styled else ("[", "]")
    shown, done = "", 0
    for start, end in _joined(span for mark in marks if (span := _within(sentence, mark, text))):
        shown += f"{sentence[done:start]}{opening}{sentence[start:end]}{closing}"
        done = end
    return shown + sentence[done:]


def _within(sentence: str, mark: Mark, text: str) -> tuple[int, int] | None:
    """Where the mark stands in the sentence: the last one of these words that begins before it is its sentence."""
    if mark.char_start is None or mark.char_end is None:
        start = sentence.find(mark.wording)
        end = start + len(mark.wording)
    else:
        begin = text.rfind(sentence, 0, mark.char_start + len(sentence))
        start, end = mark.char_start - begin, mark.char_end - begin
        if begin < 0:
            return None
    return (start, end) if 0 <= start < end <= len(sentence) else None


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
