"""An outlet file for the site of the tests."""

from pathlib import Path

from tests.web.server import Site

START = {"feeds": "feed.xml", "sitemaps": "sitemap.xml", "sections": "news"}


def write_outlet(folder: Path, site: Site, *, start: tuple[str, ...] = ("feeds",), **more: object) -> Path:
    """Write `local.yml`, an enabled outlet that begins at the named kinds of start point, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    fields = {
        "title": "Local Paper",
        "publisher": "Nobody",
        "language": "en",
        "licence": "invented",
        "enabled": "true",
        "local": "true",
        "delay": 0,
        **{kind: f"[{site.url}/{START[kind]}]" for kind in start},
        "take": r"[/news/\d+]",
        **more,
    }
    path = folder / "local.yml"
    path.write_text("".join(f"{name}: {value}\n" for name, value in fields.items()))
    return path
