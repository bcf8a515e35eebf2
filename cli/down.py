"""`sitrep down`: the scheduled service ended."""

from settings import Settings

PATIENCE = 60.0
"""Seconds in which the service may end."""


def down() -> None:
    """End the service that `sitrep up` started on this data folder."""
    from service.up import down as end

    print("sitrep: down" if end(Settings(), PATIENCE) else "sitrep: nothing was up")
