"""Audit: what is known to be weak of what is locked. Ends with 0, 1 where something is, 3 where nothing is known.

`make audit`. It asks the database of advisories at PyPI; where that cannot be reached, it says so: that nothing was
found then means nothing.
"""

import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
UNKNOWN = 3


def main() -> int:
    """Ask about every package of the lock and print what is known."""
    command = [sys.executable, "-m", "pip_audit", "--format", "json", "--progress-spinner", "off"]
    command += ["--disable-pip", "--require-hashes", "--requirement", str(LOCK)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        why = done.stderr.strip().splitlines()[-1:] or [f"it ended with {done.returncode}"]
        print(f"audit: nothing is known: the database of advisories was not reached ({why[0][:200]})", file=sys.stderr)
        return UNKNOWN
    return told(found)


def told(found: list[dict[str, object]]) -> int:
    """Print each weakness and how many packages nothing is known of; return the code to end with."""
    weak = [(one["name"], one["version"], flaw) for one in found for flaw in _flaws(one)]
    for name, version, flaw in weak:
        print(f"{name} {version}: {flaw['id']}, mended in {', '.join(flaw['fix_versions']) or 'no release'}")
    unknown = sum("skip_reason" in one for one in found)
    print(f"audit: {len(found)} packages, {len(weak)} weaknesses known, {unknown} packages that nothing is known of")
    return 1 if weak else UNKNOWN if unknown else 0


def _flaws(one: dict[str, object]) -> list[dict[str, list[str]]]:
    found = one.get("vulns", [])
    assert isinstance(found, list)
    return found


if __name__ == "__main__":
    sys.exit(main())
