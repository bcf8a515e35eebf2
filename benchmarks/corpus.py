"""Corpus: invented articles, and HTML pages around them, the same for the same seed.

python -m benchmarks.corpus FOLDER [--pages 1000] [--smallest 20000] [--largest 300000] [--seed 1]
"""

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from random import Random
from string import Formatter

import yaml

WORDS = 400
"""Words of an article's body, at least."""
SITES = 12
"""Invented outlets that the pages are spread over."""
EVENTS_AMONG_SENTENCES = 0.6
SCRIPT_SHARE = 0.78
"""Share of a page's furniture that is script and style. Calibrated: with it the speed of the whole job to bare
trafilatura is near that on real news pages; with more markup, comparing its extractors costs trafilatura more."""


@dataclass(frozen=True, slots=True)
class Article:
    """One invented article."""

    title: str
    author: str
    published_at: datetime
    paragraphs: tuple[str, ...]


@cache
def phrases() -> dict[str, list[str]]:
    """The lists of `phrases.yaml`."""
    return {name: [str(item) for item in items] for name, items in yaml.safe_load(_phrases_text()).items()}


def _phrases_text() -> str:
    return files("benchmarks").joinpath("phrases.yaml").read_text(encoding="utf-8")


def sentence(kind: str, random: Random) -> str:
    """One sentence of a kind (`event`, `filler`, `headline`), its slots filled at random."""
    text = random.choice(phrases()[kind])
    while "{" in text:
        slots = dict.fromkeys(slot for _, slot, _, _ in Formatter().parse(text) if slot)  # in order: no set is
        text = text.format(
            **{s: str(random.randint(2, 99)) if s == "n" else random.choice(phrases()[s]) for s in slots}
        )
    return text[0].upper() + text[1:]


def article(seed: int, number: int) -> Article:
    """Article `number` of a corpus: a title and paragraphs of two to four sentences, `WORDS` words or a few more."""
    random = Random(f"{seed}/{number}")
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < WORDS:
        sentences.append(sentence("event" if random.random() < EVENTS_AMONG_SENTENCES else "filler", random))
    paragraphs = []
    while sentences:
        cut = random.randint(2, 4)
        paragraphs.append(" ".join(sentences[:cut]))
        sentences = sentences[cut:]
    published_at = datetime(2019, 6, 1, 8, tzinfo=UTC) + timedelta(minutes=random.randrange(525_600))
    return Article(sentence("headline", random), random.choice(phrases()["name"]), published_at, tuple(paragraphs))


def page(seed: int, number: int, size: int) -> str:
    """The HTML of article `number` with furniture up to about `size` characters."""
    random = Random(f"{seed}/{number}/page")
    made = article(seed, number)
    site = f"outlet{number % SITES}.example"
    body = "\n".join(f"<p>{escape(p, quote=False)}</p>" for p in made.paragraphs)
    spare = max(0, size - len(body) - 2_000)
    scripts = _fill(int(spare * SCRIPT_SHARE), lambda: _script(random))
    teased = number % 4 == 0
    cards = _fill(int(spare * (1 - SCRIPT_SHARE)), lambda: _card(site, teased, random))
    talk = "".join(_comment(random) for _ in range(random.randint(3, 30))) if number % 4 in (1, 2) else ""
    menu = "".join(f'<li><a href="/{p.lower()}">{p}</a></li>' for p in phrases()["province"])
    when, title = made.published_at.isoformat(), escape(made.title)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {site}</title>
<link rel="canonical" href="https://{site}/{number}">
{_metadata(made, site, number)}
{scripts}</head><body>
<header class="top"><a href="/">{site}</a><nav class="menu"><ul>{menu}</ul></nav></header>
<main><article class="post"><h1>{title}</h1><div class="byline">{escape(made.author)}
<time datetime="{when}">{when[:10]}</time></div>
<div class="entry-content">
{body}
</div><div class="share"><a href="#">Share on Facebook</a> <a href="#">Share on Twitter</a></div></article>
<section class="discussion">{talk}</section></main>
<aside class="sidebar related"><h2>More stories</h2>{cards}</aside>
<footer class="site-footer"><p>Copyright {site}. We use cookies.</p></footer></body></html>
"""


def _metadata(made: Article, site: str, number: int) -> str:
    """What the head says of the article: a third of the sites has Open Graph, a third JSON-LD, a third nothing."""
    when = made.published_at.isoformat()
    if number % 3 == 0:
        return (
            f'<meta property="og:title" content="{escape(made.title)}"><meta property="og:site_name" content="{site}">'
            f'<meta property="article:published_time" content="{when}">'
        )
    if number % 3 == 1:
        told = {"@type": "NewsArticle", "headline": made.title, "datePublished": when, "author": made.author}
        return f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **told})}</script>'
    return ""


def _fill(size: int, make: Callable[[], str]) -> str:
    parts, length = [], 0
    while length < size:
        parts.append(make())
        length += len(parts[-1])
    return "\n".join(parts)


def _script(random: Random) -> str:
    settings = ",".join(f'"slot{random.randrange(10**6)}":{{"w":{random.randrange(999)},"on":true}}' for _ in range(60))
    return f"<script>window.config=Object.assign(window.config||{{}},{{{settings}}});</script>"


def _comment(random: Random) -> str:
    told = escape(" ".join(sentence("filler", random) for _ in range(random.randint(1, 4))))
    return f'<div class="reply"><b>reader{random.randrange(999)}</b><div class="reply__text"><p>{told}</p></div></div>'


def _card(site: str, teased: bool, random: Random) -> str:
    title, number = escape(sentence("headline", random)), random.randrange(10**6)
    summary = f'<p class="card__text">{escape(sentence("event", random))}</p>' if teased else ""
    return (
        f'<div class="card card--{number % 7}" data-id="{number}"><a class="card__link" href="https://{site}/{number}">'
        f'<img class="card__image" src="https://img.{site}/{number}.jpg?w=320&amp;h=180" alt="" loading="lazy">'
        f'<h3 class="card__title">{title}</h3></a>{summary}'
        f'<span class="card__meta">{number % 59} minutes ago</span></div>'
    )


def sizes(seed: int, smallest: int, largest: int) -> Iterator[int]:
    """Sizes of pages in characters, without end: evenly spread between the two."""
    random = Random(f"{seed}/sizes")
    while True:
        yield random.randint(smallest, largest)


def write(folder: Path, pages: int, smallest: int, largest: int, seed: int) -> int:
    """Write pages as `000000.html`, … into a folder; return their size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for number, size in zip(range(pages), sizes(seed, smallest, largest), strict=False):
        content = page(seed, number, size).encode()
        (folder / f"{number:06}.html").write_bytes(content)
        written += len(content)
    return written


def main() -> None:
    """Write a corpus to look at."""
    parser = argparse.ArgumentParser(description="Write invented news pages.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1_000)
    parser.add_argument("--smallest", type=int, default=20_000)
    parser.add_argument("--largest", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    written = write(options.folder, options.pages, options.smallest, options.largest, options.seed)
    print(f"{options.pages} pages, {written / 1e6:.1f} MB in {options.folder}")


if __name__ == "__main__":
    main()
