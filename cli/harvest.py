"""`sitrep harvest`: fetch what outlets offer, from the command line."""

import sys
from datetime import UTC, datetime
from typing import Annotated, cast

import typer

from cli.output import write
from cli.report import show_report
from cli.running import running
from flows.orchestration import api_url, prepare
from settings import Settings
from tasks.harvest import Harvest
from tasks.web.errand import Harvested, Wish


def harvest(
    names: Annotated[
        list[str] | None, typer.Argument(help="Outlets, as their files are named.", metavar="NAME")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(help="Leave out links that say to be older.", formats=["%Y-%m-%d"])
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Most pages to fetch of one outlet.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be fetched.")] = False,
    refetch: Annotated[bool, typer.Option("--refetch", help="Fetch what is kept already, too.")] = False,
) -> None:
    """Fetch new pages of outlets, archive them and read them into the warehouse.

    Without names all outlets that are enabled in `sources/`. Start points (feeds, sitemaps, sections) are looked
    through for new pages; pages that are kept are asked for again after an hour, six hours, a day and a week. What a
    run that was stopped had fetched is taken in by the next one. Ends with 0, or 1 where nothing could be read.
    """
    wish = Wish(since.replace(tzinfo=UTC) if since else None, limit, dry_run, refetch)
    with running():
        found = _as_flow(names or [], wish) if api_url() and not dry_run else _at_once(names or [], wish)
    _show(found, dry_run)
    if not (found.report and found.report.read) and all(map(nothing_read, found.outlets)):
        raise typer.Exit(1)


def nothing_read(found: Harvested) -> bool:
    """Tell whether nothing of an outlet could be read: no start point, or no page though some were new."""
    unread = (found.outcomes and found.fresh) or (found.troubles and not found.offered)
    return bool(unread) and not any(found.outcomes.get(outcome) for outcome in READ)


def _at_once(names: list[str], wish: Wish) -> Harvest:
    from tasks.harvest import harvest as take_steps
    from tasks.ingest import AtOnce

    return take_steps(names, wish, Settings(), AtOnce())


def _as_flow(names: list[str], wish: Wish) -> Harvest:
    from tasks.web.outlet import chosen

    # On a schedule it is no mistake that no outlet is enabled, here it is; and here every one that is enabled is meant
    names = [outlet.name for outlet in chosen(Settings().sources_dir, names)]
    prepare()
    from flows.harvest import harvest as flow

    return cast(Harvest, flow(names, since=wish.since, limit=wish.limit, refetch=wish.refetch))


def _show(found: Harvest, dry_run: bool) -> None:
    if dry_run:
        for outlet in found.outlets:
            for link in outlet.links:
                print(link)
    else:
        columns = ("outlet", "offered", "asked for", *OUTCOMES)
        write(columns, [(o.outlet, o.offered, len(o.links), *_counts(o)) for o in found.outlets])
    for line in (line for outlet in found.outlets for line in outlet.troubles):
        print(f"sitrep: {line}", file=sys.stderr)
    if found.report is not None:
        show_report(found.report)


def _counts(found: Harvested) -> list[int]:
    return [found.outcomes.get(outcome, 0) for outcome in OUTCOMES]


READ = ("fetched", "unchanged", "gone")
OUTCOMES = (*READ, "refused", "failed")
