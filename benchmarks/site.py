"""Site: a local server of invented pages that takes its time over each.

python -m benchmarks.site PAGES SEED prints its address, and serves until its input ends.
"""

import asyncio
import sys
from random import Random

from benchmarks.page import page
from benchmarks.shape import small

SECONDS = 0.05
"""What it takes over each answer."""
DIFFERENT = 50
"""Pages that are made: the others repeat them, since what is measured is fetching."""


def answer(path: str, pages: int, bodies: list[bytes], host: str) -> tuple[str, bytes]:
    """Return type and body of what stands at a path: a sitemap, a robots.txt that allows all, or a page."""
    if path == "/robots.txt":
        return "text/plain", b""
    if path == "/sitemap.xml":
        urls = "".join(f"<url><loc>http://{host}/news/{number}</loc></url>" for number in range(pages))
        return "application/xml", f"<urlset>{urls}</urlset>".encode()
    return "text/html", bodies[int(path.rpartition("/")[2]) % len(bodies)]


async def main() -> None:
    """Serve one site."""
    pages, seed = map(int, sys.argv[1:])
    bodies = [page(seed, n, small(Random(f"{seed}/{n}/shape"))).encode() for n in range(min(pages, DIFFERENT))]

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await _head(reader):
            await asyncio.sleep(SECONDS)
            kind, body = answer(head.split()[1].decode(), pages, bodies, host)
            writer.write(
                f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
            )
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    host = "{}:{}".format(*server.sockets[0].getsockname())
    print(f"http://{host}", flush=True)
    await asyncio.to_thread(sys.stdin.read)


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return b""


if __name__ == "__main__":
    asyncio.run(main())
