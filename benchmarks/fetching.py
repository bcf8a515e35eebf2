"""Fetching: a site harvested, up to its archive, or asked for by httpx alone with as many connections.

python -m benchmarks.fetching harvest|httpx URL PAGES CONNECTIONS
"""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import httpx

from settings import Settings
from tasks.harvest import fetch_all
from tasks.web.errand import Wish
from tasks.web.outlet import Outlet


def harvested(url: str, connections: int) -> int:
    """Find the pages of the site, fetch them with no pause between, archive each; return how many were fetched."""
    fields = {"title": "Bench", "publisher": "Nobody", "language": "en", "licence": "invented", "local": True}
    limits = {"delay": 0, "connections": connections, "daily_limit": 1_000_000}
    outlet = Outlet.model_validate({"name": "bench", "sitemaps": [f"{url}/sitemap.xml"], **fields, **limits})
    with TemporaryDirectory() as data:
        (done,) = fetch_all([outlet], {"bench": "Sitrep/bench"}, Wish(), Settings(data_dir=Path(data)))
    return done.outcomes["fetched"]


def bare(url: str, pages: int, connections: int) -> int:
    """Ask for the same pages with httpx and keep nothing; return how many came."""

    def lane(number: int) -> int:
        with httpx.Client(http2=True) as client:
            return sum(client.get(f"{url}/news/{n}").status_code == 200 for n in range(number, pages, connections))

    with ThreadPoolExecutor(connections) as threads:
        return sum(threads.map(lane, range(connections)))


def main() -> None:
    """Print pages and seconds; what is imported is the same for both and not counted."""
    side, url, *counts = sys.argv[1:]
    pages, connections = map(int, counts)
    began = perf_counter()
    done = harvested(url, connections) if side == "harvest" else bare(url, pages, connections)
    print(json.dumps({"done": done, "seconds": perf_counter() - began}))


if __name__ == "__main__":
    main()
