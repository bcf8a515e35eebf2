"""Clean text: title and article of a page that comes as plain text, a whole page dumped or an article alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate

from tasks.byline import bylined
from tasks.draft import Draft, RefusedError
from tasks.furniture import Furniture, fold, is_furniture, is_site_name, is_teaser, lines_of, site_of, without_glue
from tasks.headline import is_byline, is_headline, is_soup, repeats, words_of
from tasks.listing import lists_text
from tasks.page import Page

_WORTH, _UNCLOSED, _SEPARATES = 8, -5, -20
"""What a line of a dump is worth to the article: its words above 8, at most -5 where no stop closes it (a headline of
another article), -20 where it is furniture. On 204 real dumps the result changes little around these values."""
_PARAGRAPH = 40
_SHORTEST, _TABS, _REACH = 3, 3, 150
_TAKEN_UP = 0.5
_MENU_WORDS, _MENU_RUN, _MENU_LINES, _MENU_SHARE = 5, 8, 12, 0.2
_PROSE = 12
_REPRINTED = 0.3
_CLOSED = re.compile(r"[.!?…\"”’)\]]$")


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    words: int
    repeated: bool
    """Other articles hold it too."""
    furniture: bool
    """It says what furniture says."""

    @property
    def kept(self) -> bool:
        return not self.repeated and not self.furniture


def clean_text(page: Page, text: str, furniture: Furniture) -> Draft:
    """Return title, paragraphs and date of a text page.

    A dump of a whole page (menus and footers: many short lines) keeps the run of lines that is worth most: sentences
    count for it, short lines and furniture against it. The title is the last headline before that run. Any other text
    is an article alone: it keeps everything but furniture, and its first line is the title where it looks like one.

    Raises:
        RefusedError: the page is a listing.
    """
    raw = [without_glue(line) for line in lines_of(text)]
    lines = _judge(raw, site_of(page), furniture)
    dump = _is_dump(raw)
    title, body = _from_dump(lines) if dump else _from_article(lines)
    if lists_text([title, *body[:1], *([] if dump else raw[:_TABS])], body):
        raise RefusedError("listing page", "teasers of articles, no article of its own")
    if page.title:
        body = body[1:] if body and fold(body[0]) == fold(page.title) else body
    published = bylined(raw, title, body, page.fetched_at or datetime.now(UTC))
    return Draft(tuple(body), "text/lines", title=page.title or title, published=published)


def _judge(raw: Sequence[str], site: str, furniture: Furniture) -> list[_Line]:
    """Mark what lines others repeat and which are furniture. Repeated prose is none where much of it is: a reprint."""
    repeated = [furniture.repeats(site, line) for line in raw]
    counts = [len(line.split()) for line in raw]
    shared = sum(count for count, again in zip(counts, repeated, strict=True) if again and count >= _PROSE)
    reprint = shared > _REPRINTED * sum(count for count in counts if count >= _PROSE)
    return [
        _Line(line, count, again and not (reprint and count >= _PROSE), _is_apart(line, site))
        for line, again, count in zip(raw, repeated, counts, strict=True)
    ]


def _is_apart(line: str, site: str) -> bool:
    return is_furniture(line) or is_soup(line) or is_site_name(line, site)


def _is_dump(raw: Sequence[str]) -> bool:
    menu = [len(line.split()) <= _MENU_WORDS and not _CLOSED.search(line) for line in raw]
    longest = max(accumulate(menu, lambda run, short: run + 1 if short else 0, initial=0))
    return longest >= _MENU_RUN or sum(menu) >= max(_MENU_LINES, _MENU_SHARE * len(raw))


def _from_dump(lines: Sequence[_Line]) -> tuple[str | None, list[str]]:
    start, end = _best_run([_worth(line) for line in lines])
    body = [line.text for line in lines[start:end] if line.kept]
    words = set(words_of(" ".join(body)))
    before = [line.text for index, line in enumerate(lines[:start]) if line.kept or index < _TABS]
    title = _title_before(before, words)
    if title is not None:
        between = [text for text in before[before.index(title) + 1 :] if not is_byline(text)]
        return title, [text for text in between if len(text.split()) >= _PROSE] + body
    if len(body) > 1 and is_headline(body[0]):
        return body[0], body[1:]
    return _title_before([line.text for line in lines[:start] if not line.furniture], words), body


def _worth(line: _Line) -> int:
    if not line.kept:
        return _SEPARATES
    worth = line.words - _WORTH
    return worth if _CLOSED.search(line.text) or line.words > _PARAGRAPH else min(worth, _UNCLOSED)


def _title_before(before: Sequence[str], body: set[str]) -> str | None:
    """Return the title among the lines before the text, or null: a headline whose words the text takes up.

    One that another line holds as well (the tab title, a share line) comes first; else the last one, or the one
    within two lines above it, since a standfirst follows its title.
    """
    before = [*before[:_TABS], *before[_TABS:][-_REACH:]]
    taken = [
        (i, text)
        for i, text in enumerate(before)
        if _SHORTEST < len(text.split()) <= _PARAGRAPH and not is_byline(text) and _taken_up(text, body)
    ]
    for i, text in reversed(taken):
        if any(repeats(other, text) for j, other in enumerate(before) if j != i):
            return text
    headlines = [(i, text) for i, text in taken if is_headline(text)]
    if not headlines:
        return None
    last, text = headlines[-1]
    return next((above for i, above in headlines if last - 2 <= i < last), text)


def _best_run(worths: Sequence[int]) -> tuple[int, int]:
    """Return start and end of the consecutive worths with the greatest sum."""
    best, start, end, total, begin = 0, 0, 0, 0, 0
    for index, worth in enumerate(worths):
        if total <= 0:
            total, begin = 0, index
        total += worth
        if total > best:
            best, start, end = total, begin, index + 1
    return start, end


def _from_article(lines: Sequence[_Line]) -> tuple[str | None, list[str]]:
    prose = [index for index, line in enumerate(lines) if line.words >= _PROSE and _CLOSED.search(line.text)]
    first, last = (prose[0], prose[-1]) if prose else (len(lines), -1)
    kept = [line for i, line in enumerate(lines) if not (line.furniture or _is_label(line, i - first, i - last))]
    kept = kept[_teasers(kept) :]
    if len(kept) > 1 and is_headline(kept[0].text) and not is_byline(kept[0].text):
        return kept[0].text, [line.text for line in kept[1:]]
    return None, [line.text for line in kept]


def _is_label(line: _Line, after_first: int, after_last: int) -> bool:
    """Tell whether a repeated line labels the page, above its first sentence (few words) or below its last.

    A date, a number or a sentence is never dropped.
    """
    if not line.repeated or re.search(r"\d|[.!?]$", line.text):
        return False
    return after_last > 0 or (after_first < 0 and line.words <= _MENU_WORDS + 1)


def _teasers(lines: Sequence[_Line]) -> int:
    """Return how many lines at the head belong to another article, teased before the title.

    A teaser breaks off; or it is repeated elsewhere, or the text does not take up its words, while a headline and one
    more line still stand between it and the first paragraph.
    """
    for index, line in enumerate(lines[:2]):
        if is_teaser(line.text) and index + 1 < len(lines):
            return index + 1
    head = next((index for index, line in enumerate(lines) if line.words >= _PARAGRAPH), 0)
    if head <= 2:
        return 0
    body = set(words_of(" ".join(line.text for line in lines[head:])))
    own = [not line.repeated and is_headline(line.text) and _taken_up(line.text, body) for line in lines[: head - 1]]
    foreign = lines[0].repeated or not _taken_up(lines[0].text, body)
    return own.index(True) if foreign and True in own else 0


def _taken_up(headline: str, body: set[str]) -> bool:
    words = {word for word in words_of(headline) if len(word) > _SHORTEST}
    return bool(words) and len(words & body) >= _TAKEN_UP * len(words)
