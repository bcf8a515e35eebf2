"""Furniture: the invented pieces of HTML that stand around an article, built like those of real pages."""

from collections.abc import Callable
from html import escape
from random import Random

from benchmarks.article import phrases, sentence


def menu(site: str, random: Random) -> str:
    """A list of links, as menus and footers have them."""
    names = [f"{place} {topic}" for place in phrases()["province"] for topic in phrases()["thing"]]
    items = "".join(
        f'<li id="menu-item-{random.randrange(10**5)}" class="menu__item menu__item--section menu__item--depth-{n}">'
        f'<a class="menu__link menu__link--depth-{n % 3}" data-track="menu-{n}" '
        f'href="https://www.{site}/section/{n}/{name.lower().replace(" ", "-")}/">{_maybe_span(name, random)}</a></li>'
        for n, name in enumerate(random.sample(names, random.randint(4, 14)))
    )
    return (
        f'<div class="menu menu--level-{random.randint(1, 3)}"><ul class="menu__list" role="menu">{items}</ul></div>\n'
    )


def _maybe_span(name: str, random: Random) -> str:
    return f'<span class="menu__label">{name.title()}</span>' if random.random() < 0.2 else name.title()


def card(site: str, random: Random) -> str:
    """Another story of the site: picture, section, headline, time; one in four has a teaser."""
    title, number = escape(sentence("headline", random)), random.randrange(10**6)
    link = f"https://www.{site}/{number % 97}/{number}/{'-'.join(title.lower().split())}"
    image = f"https://img.{site}/{number}"
    teaser = f'<p class="card__text">{escape(sentence("filler", random))}</p>' if number % 4 == 0 else ""
    source = f'<source media="(min-width: 600px)" srcset="{image}.webp?w=640 640w">' if number % 3 == 0 else ""
    bare = f'<noscript><img src="{image}.jpg" alt=""></noscript>' if number % 4 == 1 else ""
    what = "article" if number % 5 == 0 else "div"
    return f"""
        <{what} class="card card--{number % 7} grid__cell grid__cell--{number % 5}" data-id="{number}" data-kind="story"
          data-component="card" data-view="{number:032x}">
          <div class="card__media"><a href="{link}" aria-hidden="true" tabindex="-1">{source}<img class="card__image"
            src="{image}.jpg?w=320&amp;h=180&amp;fit=crop" srcset="{image}.jpg?w=320 320w, {image}.jpg?w=640 640w,
            {image}.jpg?w=960 960w, {image}.jpg?w=1280 1280w"
            sizes="(min-width: 960px) 25vw, (min-width: 600px) 50vw, 100vw"
            alt="{title}" width="320" height="180" loading="lazy" decoding="async"></a>{bare}</div>
          <div class="card__body">
            <div class="card__kicker">{random.choice(phrases()["province"])}</div>
            <h3 class="card__title"><a class="card__link" href="{link}" data-track='{{"place":"card-{number % 59}",
              "story":{number},"list":"{site}/latest","kind":"headline"}}'>{title}</a></h3>
            {teaser}<div class="card__meta">
            <span class="card__time" data-time="{number}">{number % 59} minutes ago</span>
            <span class="card__author">{random.choice(phrases()["name"])}</span></div>
          </div>
        </{what}>
"""


def advert(site: str, random: Random) -> str:
    """A place for an advertisement with the script that fills it."""
    number = random.randrange(10**6)
    hidden = ' style="display: none"' if number % 3 == 0 else ""
    return f"""
      <!-- slot {number} -->
      <div class="slot slot--{number % 9}" data-slot="{number}"{hidden}><div class="slot__label">Advertisement</div>
        <div class="slot__frame" id="slot-{number}" data-sizes="[[300,250],[728,90],[970,250]]"
          data-path="/{number}/{site}/news/article"
          data-targeting="kind=article&amp;place={number % 9}&amp;page={number:x}">
          <script>window.slots=window.slots||[];slots.push('slot-{number}');</script></div></div>
"""


def icons(site: str, random: Random) -> str:
    """Links with drawn icons, as for sharing."""
    items = "".join(
        f'<li class="share__item"><a class="share__link share__link--{n}" href="https://share{n}.example/?u={site}" '
        f'rel="nofollow noopener" target="_blank"><svg class="icon" width="24" height="24" viewBox="0 0 24 24" '
        f'aria-hidden="true"><path d="{_outline(random)}"></path><path d="{_outline(random)}"></path></svg>'
        f'<span class="visually-hidden">Share {n}</span></a></li>'
        for n in range(random.randint(2, 6))
    )
    return f'<div class="share"><ul class="share__list">{items}</ul></div>\n'


def _outline(random: Random) -> str:
    digits = f"{random.getrandbits(1_300):0390d}"
    return "M" + "l".join(
        f"{digits[n : n + 2]}.{digits[n + 2 : n + 4]} {digits[n + 4 : n + 6]}" for n in range(0, 390, 6)
    )


def form(site: str, random: Random) -> str:
    """A form to search or to subscribe with."""
    options = "".join(f'<option value="{n}">{name}</option>' for n, name in enumerate(phrases()["month"]))
    number = random.randrange(10**4)
    return (
        f'<form class="form" action="https://www.{site}/do/{number}" method="post"><div class="form__row">'
        f'<label for="f{number}">E-mail</label><input id="f{number}" type="email" name="mail" required>'
        f'<input type="hidden" name="token" value="{number}"><select name="month">{options}</select>'
        '<button class="button" type="submit"><i class="button__icon"></i>Subscribe</button></div></form>\n'
    )


def reply(site: str, random: Random) -> str:  # noqa: ARG001
    """What a reader has to say."""
    told = escape(" ".join(sentence("filler", random) for _ in range(random.randint(1, 2))))
    return (
        f'<div class="reply" id="reply-{random.randrange(10**6)}"><div class="reply__head"><strong>reader'
        f'{random.randrange(999)}</strong> <em>says</em></div><div class="reply__text"><p>{told}</p></div></div>\n'
    )


PIECES: dict[Callable[[str, Random], str], int] = {menu: 16, card: 52, advert: 60, icons: 8, form: 3, reply: 4}
"""Every kind of piece with how often it comes: so are tags in the proportions that they have on real pages."""


def pieces(site: str, elements: int, random: Random) -> dict[Callable[[str, Random], str], list[str]]:
    """Pieces of all kinds, by kind, of about `elements` elements together."""
    made: dict[Callable[[str, Random], str], list[str]] = {kind: [] for kind in PIECES}
    left = elements
    while left > 0:
        (kind,) = random.choices(list(PIECES), PIECES.values())
        made[kind].append(kind(site, random))
        left -= count(made[kind][-1])
    return made


def count(html: str) -> int:
    """How many elements a piece of HTML has that ends every one of them but void ones."""
    return html.count("<") - html.count("</")


def scripts(size: int, random: Random) -> list[str]:
    """Scripts and style sheets of about `size` bytes together, small and large ones."""
    made: list[str] = []
    left = size
    while left > 0:
        made.append(
            random.choice((_settings, _program, _styles))(random, min(left, random.randint(300, size // 8 + 600)))
        )
        left -= len(made[-1])
    return made


def _settings(random: Random, size: int) -> str:
    slots = ",".join(f'"slot{random.randrange(10**6)}":{{"w":{n % 999},"on":true}}' for n in range(size // 34))
    return f"<script>window.config=Object.assign(window.config||{{}},{{{slots}}});</script>\n"


def _program(random: Random, size: int) -> str:
    calls = "".join(
        f'function f{random.randrange(10**6)}(e,t){{var n=document.querySelector("#a{n}");return n&&e>{n}?t(n):null}}'
        for n in range(size // 95)
    )
    return f"<script>!function(){{{calls}}}();</script>\n"


def _styles(random: Random, size: int) -> str:
    rules = "".join(
        f".c{random.randrange(10**6)}{{display:flex;margin:{n % 40}px auto;color:#{n % 4096:03x}}}"
        for n in range(size // 58)
    )
    return f"<style>{rules}</style>\n"
