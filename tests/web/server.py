"""A small web server on loopback, with a site of invented articles that behaves, and corners that do not."""

import gzip
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from zlib import crc32

import brotli

Answer = tuple[int, dict[str, str], bytes]
HTML = {"Content-Type": "text/html; charset=utf-8"}
XML = {"Content-Type": "application/xml"}


def article(number: int, version: int = 1) -> bytes:
    """Return an invented article; a later version tells of one death more."""
    dead = number % 7 + version
    title = f"Blast kills {dead} in Kirkuk, report {number}"
    return f"""<html lang="en"><head><title>{title}</title>
<meta property="article:published_time" content="2020-03-{number % 28 + 1:02}T08:00:00Z"></head><body><article>
<h1>{title}</h1>
<p>A roadside bomb killed {dead} soldiers near Kirkuk on Tuesday, the police said in report {number} of the year.</p>
<p>Nobody has claimed the attack so far, and the road was closed for hours while sappers looked for more.</p>
</article></body></html>""".encode()


class Site:
    """What the server knows: pages by path, and the log of what was asked for, with its time."""

    def __init__(self, articles: int = 5, delay: float = 0.0) -> None:
        self.articles, self.delay = articles, delay
        self.versions: Counter[int] = Counter()
        self.gone: set[int] = set()
        self.robots = "User-agent: *\nDisallow: /private\n"
        self.log: list[tuple[float, str]] = []
        self.corners: dict[str, Callable[[Handler], None]] = {}
        self.url = ""

    def answer(self, path: str) -> Answer:
        """Return the answer of the site that behaves."""
        name = path.partition("?")[0]
        if name == "/robots.txt":
            return 200, {"Content-Type": "text/plain"}, self.robots.encode()
        if name == "/feed.xml":
            feed = self._feed()
            return 200, {"Content-Type": "application/rss+xml", "ETag": f'"{crc32(feed)}"'}, feed
        if name == "/sitemap.xml":
            maps = "".join(f"<sitemap><loc>{self.url}/sitemap-{n}.xml.gz</loc></sitemap>" for n in (0, 1))
            return 200, XML, f"<?xml version='1.0'?><sitemapindex>{maps}</sitemapindex>".encode()
        if name.startswith("/sitemap-"):
            return 200, {"Content-Type": "application/gzip"}, gzip.compress(self._sitemap(int(name[9])))
        if name == "/news":
            links = "".join(f"<a href='/news/{n}'>Report {n}</a>" for n in range(self.articles))
            return 200, HTML, f"<html><body>{links}<a href='https://elsewhere.example/'>x</a></body></html>".encode()
        if name.startswith("/news/"):
            number = int(name.removeprefix("/news/").partition("/")[0])
            if number in self.gone:
                return 410, HTML, b"gone"
            return (
                200,
                {**HTML, "ETag": f'"{number}-{self.versions[number]}"'},
                article(number, 1 + self.versions[number]),
            )
        return 404, HTML, b"<html><body>nothing here</body></html>"

    def _feed(self) -> bytes:
        items = "".join(
            f"<item><link>{self.url}/news/{n}?utm_source=feed</link>"
            f"<pubDate>Sun, {n % 28 + 1:02} Mar 2020 08:00:00 GMT</pubDate></item>"
            for n in range(self.articles)
        )
        return f"<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{items}</channel></rss>".encode()

    def _sitemap(self, half: int) -> bytes:
        urls = "".join(f"<url><loc>{self.url}/news/{n}</loc></url>" for n in range(self.articles) if n % 2 == half)
        return f"<?xml version='1.0'?><urlset>{urls}</urlset>".encode()


class Handler(BaseHTTPRequestHandler):
    """Answers for the site of its server."""

    protocol_version = "HTTP/1.1"
    site: ClassVar[Site]

    def do_GET(self) -> None:
        self.site.log.append((time.time(), self.path))
        time.sleep(self.site.delay)
        corner = self.site.corners.get(self.path.partition("?")[0])
        if corner is not None:
            corner(self)
            return
        status, headers, body = self.site.answer(self.path)
        if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        elif self.path.endswith("?brotli"):  # whether it was asked for or not
            headers, body = {**headers, "Content-Encoding": "br"}, brotli.compress(body)
        elif "gzip" in self.headers.get("Accept-Encoding", "") and self.path.endswith("1"):
            headers, body = {**headers, "Content-Encoding": "gzip"}, gzip.compress(body, mtime=0)
        self.reply(status, headers, body)

    def do_POST(self) -> None:
        self.do_GET()

    def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
        """Send a whole answer."""
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that have seen enough."""


@contextmanager
def serving(site: Site, context: ssl.SSLContext | None = None) -> Iterator[Site]:
    """Serve a site on loopback, over TLS with a context."""
    handler = type("SiteHandler", (Handler,), {"site": site})
    server = _Server(("127.0.0.1", 0), handler)
    if context is not None:
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.url = f"http{'s' if context else ''}://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
