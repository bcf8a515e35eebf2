"""`sitrep publish`: what is loaded made readable."""

from settings import Settings


def publish() -> None:
    """Publish what the work database holds; a run does it by itself at its end."""
    from tasks.publish import publish as make_readable

    print(f"warehouse: {make_readable(Settings())}")
