"""Write `far-fronts.warc.gz`: a small web archive of invented pages, the same bytes at every run.

    python samples/make_warc.py

One gzip member a record, as crawlers write them: a `warcinfo`, then for each page a `request` and a `response`;
also an image and a page that is gone, which hold no document.
"""

import gzip
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

ARCHIVE = Path(__file__).with_name("far-fronts.warc.gz")
CRAWLED = "2021-08-17T03:12:00Z"
PIXEL = bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")


class Reply(NamedTuple):
    """What a server answered: the address, the status line, the media type and the body."""

    url: str
    status: str
    media_type: str
    body: bytes


def record(kind: str, url: str | None, media_type: str, block: bytes) -> bytes:
    """One WARC record as one gzip member; its id is made from the kind and the address."""
    head = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{kind} {url}')}>",
        "WARC-Date": CRAWLED,
        "WARC-Target-URI": url,
        "Content-Type": media_type,
        "Content-Length": str(len(block)),
    }
    lines = ["WARC/1.0", *(f"{name}: {value}" for name, value in head.items() if value), "", ""]
    return gzip.compress("\r\n".join(lines).encode() + block + b"\r\n\r\n", mtime=0)


def request(reply: Reply) -> bytes:
    """The request that the reply answers."""
    host, _, path = reply.url.removeprefix("https://").partition("/")
    block = f"GET /{path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: sample-crawler\r\n\r\n".encode()
    return record("request", reply.url, "application/http; msgtype=request", block)


def response(reply: Reply) -> bytes:
    """The reply as it came over the wire."""
    head = f"HTTP/1.1 {reply.status}\r\nContent-Type: {reply.media_type}\r\nContent-Length: {len(reply.body)}\r\n\r\n"
    return record("response", reply.url, "application/http; msgtype=response", head.encode() + reply.body)


def article(url: str, title: str, published: str, author: str, text: str, beside: str) -> Reply:
    """A page of one of the two outlets: paragraphs of `text` are parted by blank lines; `beside` is furniture."""
    host = url.split("/")[2]
    outlet = {"euphratesmonitor.example": "Euphrates Monitor", "archipelago.example": "Archipelago Today"}[host]
    paragraphs = "\n".join(f"<p>{p.strip()}</p>" for p in dedent(text).strip().split("\n\n"))
    body = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - {outlet}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{outlet}">
<meta name="author" content="{author}"><meta itemprop="datePublished" content="{published}">
<link rel="canonical" href="{url}"></head>
<body><header><a href="/">{outlet}</a><nav><a href="/front">Front page</a> <a href="/archive">Archive</a></nav></header>
<main><article><h1>{title}</h1><p class="meta">{author}, <time datetime="{published}">{published[:10]}</time></p>
{paragraphs}
</article><section class="more"><h2>More stories</h2><ul><li><a href="#">{beside}</a></li></ul></section></main>
<footer>Copyright {outlet}. This site uses cookies.</footer></body></html>
"""
    return Reply(url, "200 OK", "text/html; charset=utf-8", body.encode())


QAIM = article(
    "https://euphratesmonitor.example/2020/03/qaim-blast",
    "Blast tears through Qaim sheep market",
    "2020-03-05T15:40:00+03:00",
    "Monitor staff",
    """
    An explosion at the sheep market of Qaim killed or wounded 30 people on Thursday morning, the town's mayor said.

    The mayor, Sattar al-Dulaimawi, said that a man had blown himself up between the pens. He did not know how many of
    the victims had died. A nurse counted at least eight bodies.

    The Islamic State claimed the bombing in a statement and said that it had killed 40 members of the tribal forces,
    although no fighters were in the market.

    The tribal forces closed the roads into the town. In the evening they detained two men in the village of Rumanah
    on suspicion that they had driven the bomber to the market.
    """,
    "Two drown as ferry turns over near Hit",
)
KHANAQIN = article(
    "https://euphratesmonitor.example/2020/02/khanaqin-second-bomb",
    "Second bomb in a week on Khanaqin road",
    "2020-02-09T20:05:00+03:00",
    "Monitor staff",
    """
    For the second Sunday in a row a bomb has hit the police on the road from Khanaqin to Bani Zayd in Diyala.

    One officer was killed and two were hurt this time, a police source said. Another bomb was found near by and made
    safe.

    A week ago, on February 2, three policemen died on the same road. The farmers of the area have asked for the return
    of the Peshmerga, who left the town in 2017.
    """,
    "Gunmen kill ferryman and his son near Rawah",
)
SULU = article(
    "https://archipelago.example/nation/patikul-clash",
    "Troops, Abu Sayyaf clash in Patikul; 5 dead",
    "2019-09-14T11:20:00+08:00",
    "Lorna Dimaculit",
    """
    ZAMBOANGA CITY - Army scout rangers clashed with around 30 Abu Sayyaf bandits in Patikul, Sulu, on Friday, leaving
    three bandits and two soldiers dead, the Western Mindanao Command said.

    The firefight in the village of Tanum Laut lasted 45 minutes. Six soldiers were wounded and were flown to Jolo by
    helicopter.

    The troops recovered four high-powered rifles and rescued a fisherman who had been held captive since May.

    Two FA-50 jets stood by but did not drop bombs, a spokesman said. Some 200 families left their homes.
    """,
    "Typhoon leaves 14 dead in Cagayan",
)
CATATUMBO = article(
    "https://archipelago.example/world/colombia-catatumbo",
    "Colombian rebels free engineer after 40 days",
    "2020-06-20T08:00:00+08:00",
    "Archipelago Today with agency reports",
    """
    Rebels of the National Liberation Army (ELN) released an oil engineer in the Catatumbo region of Norte de Santander
    on Thursday, the Red Cross said. The man, 61, had been kidnapped on May 9 near Tibu.

    Hours earlier army engineers defused a cylinder bomb on the road to Cucuta. The army blamed the ELN, which did not
    comment.

    The government has ruled out talks until the group frees all its captives. Police say that it is holding eight
    people.
    """,
    "Fire in Manila slum kills three children",
)
REPLIES = (
    QAIM,
    Reply("https://euphratesmonitor.example/pixel.gif", "200 OK", "image/gif", PIXEL),
    KHANAQIN,
    Reply("https://euphratesmonitor.example/2020/02/removed", "404 Not Found", "text/html", b"<h1>Not found</h1>"),
    SULU,
    CATATUMBO,
)


def main() -> None:
    """Write the archive beside this script."""
    software = record(
        "warcinfo", None, "application/warc-fields", b"software: samples/make_warc.py\r\nformat: WARC\r\n"
    )
    ARCHIVE.write_bytes(software + b"".join(request(reply) + response(reply) for reply in REPLIES))


if __name__ == "__main__":
    main()
