"""`sitrep up`: the scheduled service on this machine."""

from settings import Settings


def up() -> None:
    """Run what is scheduled: Prefect's server, a worker and all deployments, until Ctrl-C or `sitrep down`."""
    from service.up import up as run

    run(Settings(), lambda line: print(f"sitrep: {line}", flush=True))
