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
WITHOUT_PUBLISHED_TIME = 4
"""One page in so many leaves its time out of Open Graph."""


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
<article class="post type-post" id="post-{number}"><header class="post__header">
<h1 class="post__title">{escape(made.title)}</h1>
<div class="byline"><span class="byline__name">By {escape(made.author)}</span> {_time(made)}</div>
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
    """Paragraphs; between them pictures, subheadings, links to other stories and advertisements."""
    parts: list[str] = []
    for number, paragraph in enumerate(made.paragraphs):
        parts.append(f"<p>{_marked(paragraph, site, random)}</p>")
        if number % 8 == 0:
            parts.append(_figure(made, site, random))
        if number % 6 == 3:
            parts += [f'<div class="also">{card(site, random)}</div>', advert(site, random)]
        if number % 12 == 7:
            parts.append(f"<h2>{random.choice(phrases()['topic']).capitalize()}</h2>")
    return "\n".join(parts)


def _marked(paragraph: str, site: str, random: Random) -> str:
    """A paragraph with a link or a stressed word here and there."""
    words = escape(paragraph, quote=False).split()
    for at in range(random.randrange(40), len(words), 60):
        mark = random.choice(("a", "a", "a", "strong", "em"))
        told = f' href="https://www.{site}/tag/{at}" rel="tag"' if mark == "a" else ""
        words[at] = f"<{mark}{told}>{words[at]}</{mark}>"
    return " ".join(words)


def _figure(made: Article, site: str, random: Random) -> str:
    image = f"https://img.{site}/{random.randrange(10**6)}.jpg"
    return (
        f'<figure class="figure"><div class="figure__frame"><picture><source srcset="{image}?w=600 600w">'
        f'<img src="{image}?w=1200" alt="{escape(made.title)}" width="1200" height="800"></picture></div>'
        f'<figcaption class="figure__caption">{escape(made.title)}. <span>Photograph: {escape(made.author)}</span>'
        "</figcaption></figure>"
    )


def _head(made: Article, site: str, number: int, random: Random) -> str:
    """What a page says of itself, and what it loads."""
    when, title, about = made.published_at.isoformat(), escape(made.title), escape(made.paragraphs[0][:150])
    told = {
        "og:title": title,
        "og:description": about,
        "og:type": "article",
        "og:url": f"https://www.{site}/{number}",
        "og:site_name": site,
    }
    if number % WITHOUT_PUBLISHED_TIME:
        told["article:published_time"] = when
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
    """The article, its outlet and the way to it, with all the repetition that is usual."""
    logo = {"@type": "ImageObject", "url": f"https://img.{site}/logo.png", "width": 600, "height": 60}
    outlet = {
        "@type": "Organization",
        "@id": f"https://www.{site}/#o",
        "name": site,
        "logo": logo,
        "sameAs": [site] * 6,
    }
    told = {
        "@type": "NewsArticle",
        "headline": made.title,
        "description": made.paragraphs[0],
        "datePublished": made.published_at.isoformat(),
        "dateModified": made.published_at.isoformat(),
        "author": {"@type": "Person", "name": made.author, "url": f"https://www.{site}/by/{len(made.author)}"},
        "publisher": outlet,
        "image": [logo] * 4,
        "keywords": phrases()["town"],
    }
    steps = [{"@type": "ListItem", "position": n, "name": n, "item": f"https://www.{site}/{n}/"} for n in range(1, 5)]
    way = {"@type": "BreadcrumbList", "itemListElement": steps}
    graph = {"@context": "https://schema.org", "@graph": [told, outlet, {"@type": "WebSite", "publisher": outlet}, way]}
    return f'<script type="application/ld+json">{json.dumps(graph)}</script>'
