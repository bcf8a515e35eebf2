"""`sitrep replay`: stored documents read anew under the current rules."""

from typing import Annotated, cast

import typer

from cli.output import write
from cli.running import running
from flows.orchestration import api_url, prepare
from settings import Settings
from tasks.replay_report import COLUMNS, Replay, counts, differences, headline


def replay(
    every: Annotated[bool, typer.Option("--all", help="Read every document, whichever rules have read it.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
) -> None:
    """Read stored documents anew under the current rules, and say what that changes.

    Only documents that other rules have read: a newer release, a changed lexicon, more places. No page is fetched or
    cleaned again. What an event said before is in `event_changes` and `events_as_of`.
    """
    with running():
        done = _as_flow(every) if api_url() and not dry_run else _at_once(every, dry_run)
    write(("what", "count"), counts(done))
    if done.changes:
        print()
        write(COLUMNS, differences(done))
    print(f"\n{headline(done)}")
    for line in done.warnings:
        print(line)


def _at_once(every: bool, dry_run: bool) -> Replay:
    from tasks.ingest import AtOnce
    from tasks.replay import replay as take_steps

    return take_steps(Settings(), AtOnce(), every=every, rehearse=dry_run)


def _as_flow(every: bool) -> Replay:
    from tasks.warehouse import require_warehouse

    require_warehouse(Settings())  # on a schedule it is no mistake that nothing is loaded yet, here it is
    prepare()
    from flows.replay import replay as flow

    return cast(Replay, flow(every=every))
