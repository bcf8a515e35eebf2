"""Start: what the script `sitrep` runs: the command line, and one line where Ctrl-C comes while it is imported."""

import sys


def main() -> None:
    """Run the command line; Ctrl-C before a command has begun ends it with 130."""
    try:
        from cli.main import main as run

        run()
    except KeyboardInterrupt:
        print("sitrep: interrupted", file=sys.stderr)
        sys.exit(130)
