"""`sitrep down`: the scheduled service ended."""

from settings import Settings

PATIENCE = 60.0
"""Seconds in which the service may end."""


def down() -> None:
    """End the service that `sitrep up` started on this data folder."""
    from service.down import down as end

    was_up = end(Settings(), PATIENCE, lambda line: print(f"sitrep: {line}", flush=True))
    print("sitrep: down" if was_up else "sitrep: nothing was up")
