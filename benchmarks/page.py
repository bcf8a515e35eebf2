"""Page: an invented article in the HTML of an invented outlet."""

import json
from html import escape
from random import Random

from benchmarks import furniture
from benchmarks.article import Article, article, phrases
from benchmarks.furniture import advert, card, form, icons, menu, reply
from benchmarks.shape import Shape

SITES = 12
"""Invented outlets that the pages are spread over."""
WITHOUT_JSON_LD = 9
"""One page in so many says nothing of itself in JSON-LD. Nearly all say it in Open Graph."""


def page(seed: int, number: int, shape: Shape) -> str:
    """The HTML of article `number`, of about the given shape."""
    random = Random(f"{seed}/{number}/page")
    made, site = article(seed, number, shape.words), f"outlet{number % SITES}.example"
    head = _head(made, site, number, random)
    body = _body(made, site, random)
    around = furniture.pieces(site, shape.elements - furniture.count(head + body) - 40, random)
    programs = furniture.scripts(shape.script_bytes, random)
    cut, menus = len(programs) // 3, around[menu]
    cards, adverts = around[card], around[advert]
    top, side, below = ("".join(part) for part in (menus[::2], cards[::2] + adverts[::2], cards[1::2] + adverts[1::2]))
    talk, foot = "".join(around[reply]), "".join(menus[1::2] + around[form])
    share = around[icons]
    return f"""<!DOCTYPE html>
<html lang="en" class="no-js">
<head>{head}{"".join(programs[:cut])}</head>
<body class="single single-post postid-{number}"><div id="page" class="site"><div class="site__inner">
<header class="top" role="banner"><div class="top__row"><a class="logo" href="/"><span>{site}</span></a>
<nav class="nav" aria-label="Main">{top}</nav></div>{"".join(share[2:])}</header>
<div class="content"><div class="content__wrap"><div class="row"><div class="col col--main"><main id="main">
<article class="post type-post" id="post-{number}"><header class="post__header"><h1 class="post__title">{escape(made.title)}
</h1><div class="byline"><span class="byline__name">By {escape(made.author)}</span> {_time(made)}</div>
{"".join(share[:1])}</header>
<div class="post__body"><div class="entry-content">
{body}
</div></div><footer class="post__footer">{"".join(share[1:2])}</footer></article>
<section class="discussion">{talk}</section><section class="more"><h2>More stories</h2><div class="grid">{below}</div>
</section></main></div><aside class="sidebar"><h2>Latest</h2><div class="sidebar__inner">{side}</div></aside>
</div></div></div>
<footer class="bottom"><div class="bottom__row">{foot}</div><p>Copyright {site}. We use cookies.</p></footer>
{"".join(programs[cut:])}</div></div></body></html>
"""


def _time(made: Article) -> str:
    when = made.published_at.isoformat()
    return f'<time class="byline__time" datetime="{when}">{made.published_at:%B %d, %Y}</time>'


def _body(made: Article, site: str, random: Random) -> str:
    """Paragraphs, some with a link or a stressed word; between them a picture, subheadings and advertisements."""
    parts: list[str] = []
    for number, paragraph in enumerate(made.paragraphs):
        words = escape(paragraph, quote=False).split()
        if random.random() < 0.4:
            at = random.randrange(len(words))
            link = f'<a href="https://www.{site}/tag/{number}" rel="tag">{words[at]}</a>'
            words[at] = link if random.random() < 0.7 else f"<strong>{words[at]}</strong>"
        parts.append(f"<p>{' '.join(words)}</p>")
        if number % 12 == 7:
            parts += [f"<h2>{random.choice(phrases()['topic']).capitalize()}</h2>", advert(site, random)]
    image = f"https://img.{site}/{random.randrange(10**6)}.jpg"
    parts.insert(1, f'<figure class="figure"><img src="{image}?w=1200" srcset="{image}?w=600 600w" alt="" width="1200">'
                 f"<figcaption>Photograph: {escape(made.author)}</figcaption></figure>")  # fmt: skip
    return "\n".join(parts)


def _head(made: Article, site: str, number: int, random: Random) -> str:
    """What a page says of itself, and what it loads."""
    when, title, about = made.published_at.isoformat(), escape(made.title), escape(made.paragraphs[0][:150])
    told = {
        "og:title": title,
        "og:description": about,
        "og:type": "article",
        "og:url": f"https://www.{site}/{number}",
        "og:site_name": site,
        "article:published_time": when,
    }
    named = {f"x-outlet-{n}": str(random.randrange(10**9)) for n in range(28)} | {"description": about, "viewport": "a"}
    metas = [f'<meta property="{name}" content="{value}">' for name, value in told.items()]
    metas += [f'<meta name="{name}" content="{value}">' for name, value in named.items()]
    links = [
        f'<link rel="preload" as="script" href="https://static.{site}/assets/{random.getrandbits(96):024x}.js">'
        for _ in range(24)
    ]
    canonical = f'<link rel="canonical" href="https://www.{site}/{number}">'
    lines = ['<meta charset="utf-8">', f"<title>{title} | {site}</title>", canonical, *metas, *links]
    if number % WITHOUT_JSON_LD:
        lines.append(_linked_data(made, site))
    return "\n".join(lines)


def _linked_data(made: Article, site: str) -> str:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": made.title,
        "datePublished": made.published_at.isoformat(),
        "author": {"@type": "Person", "name": made.author},
        "publisher": {"@type": "Organization", "name": site},
    }
    return f'<script type="application/ld+json">{json.dumps(told)}</script>'
