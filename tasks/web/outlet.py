"""Outlet: a publisher whose pages are fetched, as one file of `sources/` describes it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Self

import yaml
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from tasks.errors import UserError

Pattern = re.Pattern[str]


class Outlet(BaseModel):
    """One outlet. Times in seconds.

    `local` allows its requests to reach this machine and its network, and nothing else: it is meant for tests.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]*$")]
    title: str
    publisher: str
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    country: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] | None = None
    licence: str
    enabled: bool = False
    local: bool = False
    feeds: tuple[AnyHttpUrl, ...] = ()
    sitemaps: tuple[AnyHttpUrl, ...] = ()
    sections: tuple[AnyHttpUrl, ...] = ()
    pages: tuple[AnyHttpUrl, ...] = ()
    """URLs of pages themselves, for a list that is complete."""
    take: tuple[Pattern, ...] = ()
    """A URL is taken where one of these is found in it; all are, where there is none."""
    leave: tuple[Pattern, ...] = ()
    delay: Annotated[float, Field(ge=0)] = 5.0
    """Least time from one request to the next on one host; robots.txt can only make it longer."""
    connections: Annotated[int, Field(ge=1, le=64)] = 1
    """Requests that one host may be asked to answer at a time."""
    every: Annotated[int, Field(ge=60)] | None = None
    """From one scheduled harvest of it alone to the next; null where it is harvested together with the others."""
    daily_limit: Annotated[int, Field(ge=1)] = 500
    expected: Annotated[int, Field(ge=0)] = 0
    """Articles that it publishes a day, on the whole."""
    expected_because: str = ""

    @field_validator("feeds", "sitemaps", "sections", "pages")
    @classmethod
    def _without_password(cls, urls: tuple[AnyHttpUrl, ...]) -> tuple[AnyHttpUrl, ...]:
        for url in urls:
            if url.username or url.password:
                raise ValueError("a URL must hold no user name or password")
        return urls

    @model_validator(mode="after")
    def _can_be_fetched(self) -> Self:
        if not (self.feeds or self.sitemaps or self.sections or self.pages):
            raise ValueError("it names no start point: feeds, sitemaps, sections or pages")
        if self.expected and not self.expected_because:
            raise ValueError("expected_because must say where the expected number comes from")
        if not self.local and (self.delay < 1 or self.connections > 1):
            raise ValueError("only a local outlet may have a delay below one second or several connections")
        return self

    def wants(self, url: str) -> bool:
        """Tell whether a URL is one of the outlet's articles, by its patterns."""
        taken = not self.take or any(pattern.search(url) for pattern in self.take)
        return taken and not any(pattern.search(url) for pattern in self.leave)


def outlets(folder: Path) -> tuple[Outlet, ...]:
    """Return the outlets that a folder describes, by name.

    Raises:
        UserError: there is no such folder, or a file that does not describe an outlet; one line names file and field.
    """
    if not folder.is_dir():
        raise UserError(f"no folder of outlets at {folder}: make one, or set SITREP_SOURCES_DIR")
    return tuple(_outlet(path) for path in sorted(folder.glob("*.yml")))


def strays(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that look like outlets and are not taken, such as `paper.yaml` and `paper.YML`."""
    found = (path for path in sorted(folder.iterdir()) if path.suffix.lower() in (".yaml", ".yml"))
    return tuple(path for path in found if path.suffix != ".yml")


def chosen(folder: Path, names: Sequence[str]) -> tuple[Outlet, ...]:
    """Return the outlets of these names; without names those that are enabled.

    Raises:
        UserError: a name that no file bears, or none named and none enabled.
    """
    known = {outlet.name: outlet for outlet in outlets(folder)}
    if strangers := [name for name in names if name not in known]:
        there = f"there are {', '.join(known) or 'none'}{_stray(folder, strangers[0])}"
        raise UserError(f"no outlet {strangers[0]} in {folder}: {there}")
    wanted = dict.fromkeys(names) if names else [name for name, outlet in known.items() if outlet.enabled]
    found = tuple(known[name] for name in wanted)
    if not found:
        raise UserError(f"no outlet is enabled in {folder}: name one, or set `enabled: true` in its file")
    return found


def _stray(folder: Path, name: str) -> str:
    """Return the words for a file that would be the outlet of a name if it ended as it should; else none."""
    found = [path for path in strays(folder) if path.stem == name]
    return f" ({found[0].name} is not taken: call it {name}.yml)" if found else ""


def _outlet(path: Path) -> Outlet:
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        if not isinstance(content, dict):
            raise UserError(f"{path}: it must hold the fields of an outlet")
        return Outlet(name=path.stem, **{key: value for key, value in content.items() if key != "name"})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "outlet"
        raise UserError(f"{path}: {where}: {first['msg'].removeprefix('Value error, ')}") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UserError(f"{path}: not a YAML file: {' '.join(str(error).split())}") from None
