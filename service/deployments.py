"""Deployments: those of `prefect.yaml`, and a harvest of its own for each outlet that asks for one."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from service.place import ROOT, folder
from settings import Settings
from tasks.errors import UserError
from tasks.folder import private
from tasks.web.outlet import Outlet, outlets

COMMON = "harvest"
"""The deployment that the others are made after; it leaves their outlets out."""


def of_their_own(settings: Settings) -> tuple[Outlet, ...]:
    """Return the outlets that are enabled and harvested on a schedule of their own.

    None where the files of the outlets are not right: `sitrep doctor` says so, and the rest of the service goes on.
    """
    with suppress(UserError):
        return tuple(outlet for outlet in outlets(settings.sources_dir) if outlet.enabled and outlet.every)
    return ()


def name_of(outlet: Outlet) -> str:
    """Return the name of an outlet's deployment."""
    return f"{COMMON}-{outlet.name}"


def write(settings: Settings) -> tuple[Path, set[str]]:
    """Write all deployments to a file that Prefect can deploy from; return it and their names."""
    told: dict[str, Any] = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))
    common = next(one for one in told["deployments"] if one["name"] == COMMON)
    told["deployments"] += _harvests(common, of_their_own(settings))
    path = folder(settings) / "prefect.yaml"
    private(path.parent)
    path.write_text(yaml.safe_dump(told, sort_keys=False, allow_unicode=True), "utf-8")
    return path, {one["name"] for one in told["deployments"]}


def _harvests(common: dict[str, Any], found: Iterable[Outlet]) -> list[dict[str, Any]]:
    return [
        {
            **common,
            "name": name_of(outlet),
            "description": f"Fetch new pages of {outlet.title} on a schedule of its own (`every` in its file).",
            "parameters": {"names": [outlet.name]},
            "schedules": [{"interval": outlet.every, "slug": "of-its-own"}],
        }
        for outlet in found
    ]
