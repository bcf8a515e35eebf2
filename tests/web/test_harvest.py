"""From a site that behaves to the published warehouse, and what a second harvest finds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator
from typer.testing import CliRunner
from warcio.archiveiterator import ArchiveIterator as OtherIterator

from cli import main
from settings import Settings
from tasks.backup import back_up
from tasks.errors import UserError
from tasks.harvest import harvest
from tasks.ingest import AtOnce
from tasks.restore import restore
from tasks.warehouse import reading
from tasks.web.errand import Wish
from tasks.web.shelf import archived
from tests.web.outlets import write_outlet
from tests.web.server import Site, article, serving

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site(articles=6)) as served:
        yield served


@pytest.fixture
def settings(tmp_path: Path, empty: Callable[[Settings], None]) -> Settings:
    made = Settings(data_dir=tmp_path / "data", sources_dir=tmp_path / "sources", workers=1)
    empty(made)
    return made


def run(settings: Settings, **wish: Any) -> tuple[dict[str, int], Any]:
    found = harvest([], Wish(**wish), settings, AtOnce())
    return found.outlets[0].outcomes, found.report


def ask(settings: Settings, query: str) -> list[tuple[Any, ...]]:
    with reading(settings) as con:
        return con.execute(query).fetchall()


def asked(site: Site, part: str = "/news/") -> list[str]:
    return [path for _, path in site.log if part in path]


@pytest.mark.parametrize("start", ["feeds", "sitemaps", "sections"])
def test_every_kind_of_start_point_leads_to_the_same_documents(site: Site, settings: Settings, start: str) -> None:
    write_outlet(settings.sources_dir, site, start=(start,))
    outcomes, report = run(settings)
    assert outcomes == {"fetched": 6}
    assert report.new == 6
    urls = ask(settings, "select url from documents order by url")
    assert urls == [(f"{site.url}/news/{n}",) for n in range(6)]


def test_a_second_harvest_asks_for_nothing_again(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site, start=("feeds", "sitemaps", "sections"))
    run(settings)
    before = len(asked(site))
    assert run(settings) == ({}, None)
    assert before == len(asked(site)) == 6


def test_what_was_fetched_after_a_backup_comes_back_without_a_request(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site)
    run(settings)
    made = back_up(settings)
    site.articles = 9
    run(settings)
    restore(made.name, settings)
    assert ask(settings, "select count(*) from documents") == [(6,)]
    before = len(asked(site))
    _, report = run(settings)
    assert (report.new, len(asked(site))) == (3, before)
    counted = "select count(*), count(distinct url) from fetches where outcome = 'fetched' and not is_list"
    assert ask(settings, counted) == [(9, 9)]
    assert archived(f"{site.url}/news/8", settings).content == article(8)


def test_what_was_fetched_can_be_had_again(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site)
    run(settings)
    assert archived(f"{site.url}/news/1", settings).content == article(1)
    ((document,),) = ask(settings, f"select document_id from documents where url = '{site.url}/news/2'")
    assert archived(str(document), settings).content == article(2)
    with pytest.raises(UserError, match="nothing is archived"):
        archived(f"{site.url}/news/99", settings)


def test_any_tool_reads_the_archive(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site)
    run(settings)
    (archive,) = (settings.data_dir / "archive").glob("local-*.warc.gz")
    expected = ["warcinfo"] + ["response", "request", "metadata"] * 6
    assert kinds(archive) == expected
    others = []
    with archive.open("rb") as file:
        for record in OtherIterator(file, check_digests="raise"):
            others.append(record.rec_type)
            if record.rec_type == "response":
                assert record.content_stream().read() == article(int(record.rec_headers["WARC-Target-URI"][-1]))
    assert others == expected


def kinds(archive: Path) -> list[str]:
    with archive.open("rb") as file:
        return [str(record.headers["WARC-Type"]) for record in ArchiveIterator(file, parse_http=False)]


def test_changed_and_vanished_pages_are_seen(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site)
    run(settings)
    site.versions[3] += 1
    site.gone.add(4)
    outcomes, report = run(settings, refetch=True)
    assert outcomes == {"fetched": 5, "gone": 1}
    assert (report.new, report.changed) == (0, 1)
    title = "Blast kills 5 in Kirkuk, report 3"
    assert ask(settings, f"select title from documents where url = '{site.url}/news/3'") == [(title,)]
    outcome = f"select outcome from fetches where url = '{site.url}/news/4' order by fetches.at"
    assert ask(settings, outcome) == [("fetched",), ("gone",)]
    gone = "select url, status, title from gone_documents where gone_at > last_seen_at"
    assert ask(settings, gone) == [(f"{site.url}/news/4", 410, "Blast kills 5 in Kirkuk, report 4")]
    assert ask(settings, "select count(*) from latest_events where page_gone_at is not null") == [(1,)]
    ((removed, added),) = ask(settings, "select removed, added from document_changes")
    assert ("killed 4" in removed[0], "killed 5" in added[0], len(removed), len(added)) == (True, True, 1, 1)
    both = [kind for archive in (settings.data_dir / "archive").glob("local-*.warc.gz") for kind in kinds(archive)]
    assert both.count("revisit") == 4  # the others, which have not changed, are not kept twice
    assert archived(f"{site.url}/news/2", settings).content == article(2)
    assert archived(f"{site.url}/news/3", settings).content == article(3, 2)


def test_start_points_are_archived_and_asked_for_only_if_they_changed(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site, start=("feeds", "sections"))
    assert run(settings, limit=2)[0] == {"fetched": 2}
    feed = archived(f"{site.url}/feed.xml", settings).content
    assert len(ask(settings, "select 1 from documents")) == 2
    assert b"<item>" in feed
    assert run(settings)[0] == {"fetched": 4}  # by the feed as it is in the archive
    told = "select outcome, status from fetches where is_list and url like '%feed.xml' order by fetches.at"
    assert ask(settings, told) == [("fetched", 200), ("unchanged", 304)]
    assert archived(f"{site.url}/feed.xml", settings).content == feed


def test_robots_are_obeyed_and_its_refusals_told(site: Site, settings: Settings) -> None:
    site.robots = "User-agent: *\nDisallow: /news/2\n"
    write_outlet(settings.sources_dir, site)
    outcomes, _ = run(settings)
    assert outcomes == {"fetched": 5, "refused": 1}
    assert f"{site.url}/news/2" not in asked(site)
    assert ask(settings, "select reason from fetches where outcome = 'refused'") == [("robots",)]


def test_robots_are_asked_about_redirects_too(site: Site, settings: Settings) -> None:
    site.robots = "User-agent: *\nDisallow: /private\n"
    site.corners["/news/1"] = lambda handler: handler.reply(302, {"Location": "/private/1"}, b"")
    site.corners["/news/2"] = lambda handler: handler.reply(302, {"Location": "http://169.254.169.254/"}, b"")
    write_outlet(settings.sources_dir, site)
    assert run(settings)[0] == {"fetched": 4, "refused": 2}
    assert asked(site, "/private") == []
    told = ask(settings, "select url, reason, status from fetches where outcome = 'refused' order by url")
    assert told == [(f"{site.url}/news/1", "robots", 302), (f"{site.url}/news/2", "forbidden address", 302)]


def test_robots_and_every_try_are_archived(site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tasks.web.fetch.time.sleep", lambda _: None)
    site.corners["/news/1"] = lambda handler: handler.reply(500, {}, b"")
    write_outlet(settings.sources_dir, site)
    run(settings)
    assert archived(f"{site.url}/robots.txt", settings).content == site.robots.encode()
    tries = len(asked(site, "/news/1"))
    (archive,) = archives(settings)
    assert (tries, kinds(archive).count("response")) == (3, 5 + tries)


def archives(settings: Settings) -> list[Path]:
    return sorted((settings.data_dir / "archive").glob("local-*.warc.gz"))


def test_short_runs_go_on_with_the_last_archive_and_a_full_one_is_left(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site)
    for limit in (1, 2, 1):
        run(settings, limit=limit)
    (archive,) = archives(settings)
    assert kinds(archive) == ["warcinfo"] + ["response", "request", "metadata"] * 4
    small = settings.model_copy(update={"archive_bytes": archive.stat().st_size})
    run(small)
    assert [kinds(path).count("response") for path in archives(settings)] == [4, 2]
    assert ask(settings, "select count(*), count(distinct fetch_id) from fetches where not is_list") == [(6, 6)]
    assert [archived(f"{site.url}/news/{n}", settings).content == article(n) for n in range(6)] == [True] * 6


def test_an_archive_is_full_at_its_size(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site)
    run(settings.model_copy(update={"archive_bytes": 3_000}))
    sizes = [path.stat().st_size for path in archives(settings)]
    assert len(sizes) > 1
    assert max(sizes) < 3_000 + 2_000  # and the records of one page more


def test_what_a_dying_run_left_in_the_last_archive_is_cut_off_before_it_goes_on(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site)
    run(settings, limit=2)
    (archive,) = archives(settings)
    whole = archive.read_bytes()
    archive.write_bytes(whole + whole[:500])
    archive.with_name(f"{archive.name}.pending").touch()
    assert run(settings)[0] == {"fetched": 4}
    assert archives(settings) == [archive]
    assert kinds(archive) == ["warcinfo"] + ["response", "request", "metadata"] * 6
    assert archive.read_bytes().startswith(whole)


def test_a_list_that_changed_without_a_new_page_is_remembered(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site, leave="[/news/5]")
    run(settings)
    site.articles = 5  # of which the last one was not wanted
    for _ in range(2):
        assert run(settings) == ({}, None)
    told = "select outcome from fetches where url like '%feed.xml' order by fetches.at"
    assert ask(settings, told) == [("fetched",), ("fetched",)]  # the third is not published: it says nothing new


def test_a_robots_file_that_cannot_be_read_closes_the_host(site: Site, settings: Settings) -> None:
    site.corners["/robots.txt"] = lambda handler: handler.reply(404, {}, b"")
    write_outlet(settings.sources_dir, site)
    assert run(settings)[0] == {"fetched": 6}
    site.corners["/robots.txt"] = lambda handler: handler.reply(500, {}, b"")
    for kept in (settings.data_dir / "harvest" / "robots").iterdir():
        kept.unlink()
    assert run(settings, refetch=True) == ({}, None)


def test_limits_and_dry_runs(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site, daily_limit=5)
    found = harvest([], Wish(dry_run=True, limit=4), settings, AtOnce())
    assert len(found.outlets[0].links) == 4
    assert asked(site) == []
    assert run(settings, limit=2)[0] == {"fetched": 2}
    assert run(settings)[0] == {"fetched": 3}
    assert run(settings)[0] == {}


def test_a_start_point_that_cannot_be_read_is_told(site: Site, settings: Settings) -> None:
    site.corners["/feed.xml"] = lambda handler: handler.reply(200, {"Content-Type": "text/html"}, b"<p>moved</p>")
    write_outlet(settings.sources_dir, site)
    (outlet,) = harvest([], Wish(), settings, AtOnce()).outlets
    assert outlet.troubles == (f"{site.url}/feed.xml: not a feed: neither RSS, Atom, RDF nor JSON Feed",)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("harvest", ["local", *"0000000"]),
        ("harvest --dry-run", []),
        ("sources test local", ["0", "links", "offered;", "none", "to", "fetch", "now"]),
    ],
)
def test_where_nothing_can_be_read_the_command_ends_with_1(
    command: str, told: list[str], site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITREP_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("SITREP_SOURCES_DIR", str(settings.sources_dir))
    monkeypatch.setattr("cli.harvest.api_url", lambda: None)
    write_outlet(settings.sources_dir, site)
    site.corners["/feed.xml"] = lambda handler: handler.reply(404, {}, b"")
    done = CliRunner().invoke(main.app, command.split())
    assert (done.exit_code, done.stderr.count(f"sitrep: {site.url}/feed.xml: ")) == (1, 1)
    assert done.stdout.split()[-8:] == told
    del site.corners["/feed.xml"]
    assert CliRunner().invoke(main.app, command.split()).exit_code == 0


def test_pages_that_fail_end_the_command_with_1_where_they_are_new(
    site: Site, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITREP_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("SITREP_SOURCES_DIR", str(settings.sources_dir))
    monkeypatch.setenv("SITREP_ARCHIVE_BYTES", "1000")  # each run writes an archive of its own
    monkeypatch.setattr("cli.harvest.api_url", lambda: None)
    write_outlet(settings.sources_dir, site)
    run(settings)
    site.corners["/news/2"] = lambda handler: handler.reply(403, {}, b"")
    monkeypatch.setattr("tasks.web.ledger.is_due", lambda kept, _: kept.url.endswith("/news/2"))
    done = CliRunner().invoke(main.app, ["harvest"])
    assert ["local", "6", *"100001"] in [line.split() for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    site.articles += 1
    site.corners["/news/6"] = site.corners["/news/2"]
    assert CliRunner().invoke(main.app, ["harvest"]).exit_code == 1


def test_without_a_contact_nothing_public_is_fetched(site: Site, settings: Settings) -> None:
    write_outlet(settings.sources_dir, site, local="false", delay=1)
    with pytest.raises(UserError, match="SITREP_CONTACT"):
        run(settings)
