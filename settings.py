"""Settings: from the environment (`SITREP_…`), else `sitrep.toml`, else the defaults below."""

import os
from difflib import get_close_matches
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

PREFIX = "SITREP_"
FILE = "sitrep.toml"

FOLLOWS = "default_factory_not_called"
"""What is said of a default that hangs on a setting which is wrong itself."""

Source = Literal["default", "environment", "sitrep.toml"]


class SettingsError(Exception):
    """A setting that does not hold; the message is one line that names the variable or the key."""


class Settings(BaseSettings):
    """What a user may set. Sizes in bytes, times in seconds.

    Raises:
        SettingsError: a value is wrong, a key of `sitrep.toml` is unknown, or that file is not TOML.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, toml_file=FILE, frozen=True, extra="forbid")

    data_dir: Path = Field(Path("data"), description="Folder of the warehouse, staging and published copies.")
    inbox: Path = Field(
        default_factory=lambda data: data["data_dir"] / "inbox" if "data_dir" in data else Path("data/inbox"),
        description="Drop folder that the scheduled ingest reads; `inbox` in the data folder unless set.",
    )
    gazetteer_dir: Path = Field(
        default_factory=lambda data: data["data_dir"] / "gazetteer" if "data_dir" in data else Path("data/gazetteer"),
        description="Folder of imported places and their index; `gazetteer` in the data folder unless set.",
    )
    cache_dir: Path = Field(
        default_factory=lambda: Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser()) / "sitrep",
        description="Folder of the index of the places that Sitrep knows itself, the same for all data folders.",
    )
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=1,
        description="Processes that clean and extract; one a processor unless set.",
    )
    runner: Literal["process", "dask"] = Field(
        "process", description="What cleans and extracts: processes on this machine, or the workers of a Dask cluster."
    )
    dask_address: str = Field(
        "", description="Address of the scheduler of that cluster; without one, a cluster is started on this machine."
    )
    staging_dir: str = Field(
        "", description="Far folder (s3://…) that batches go through where workers and loader share no disk."
    )
    batch_size: int = Field(200, ge=1, description="Pages a batch.")
    page_limit: int = Field(10_000_000, ge=1, description="Largest page that is read, in bytes.")
    page_seconds: float = Field(20.0, gt=0, description="Longest time one page may take before its worker is killed.")
    worker_memory: int = Field(
        2_000_000_000, ge=100_000_000, description="Memory above which a worker is replaced, in bytes."
    )
    sources_dir: Path = Field(Path("sources"), description="Folder of the outlets that `sitrep harvest` fetches from.")
    contact: str = Field(
        "", description="Address (mail or web) under which publishers can reach you; sent with every request."
    )
    archive_bytes: int = Field(
        1_000_000_000, ge=1_000, description="Size at which an archive file is full and another one is begun."
    )
    backup_dir: Path = Field(
        default_factory=lambda data: data["data_dir"] / "backup" if "data_dir" in data else Path("data/backup"),
        description="Folder of back-ups, best on another disk; `backup` in the data folder unless set.",
    )
    export_dir: Path = Field(
        default_factory=lambda data: data["data_dir"] / "export" if "data_dir" in data else Path("data/export"),
        description="Folder of what is exported every week; `export` in the data folder unless set.",
    )
    group_reads: bool = Field(False, description="Whether the group may read the published copy, and nothing else.")
    notify_url: SecretStr = Field(
        SecretStr(""), description="Address, in Apprise's form, that is told when something is wrong."
    )
    notify_command: str = Field(
        "", description="Command that is run when something is wrong: text on its input, subject in SITREP_SUBJECT."
    )
    silent_hours: int = Field(48, ge=1, description="Hours without a new document after which something is wrong.")
    server_host: str = Field("127.0.0.1", description="Address that the server of `sitrep up` listens on.")
    server_port: int = Field(4200, ge=1, le=65_535, description="Port that it listens on.")
    server_auth: SecretStr = Field(
        SecretStr(""), description="user:password that the server asks for; needed where others can reach it."
    )
    keep_days: int = Field(
        30, ge=1, description="Days that the server keeps runs with their logs and artifacts; events two days at most."
    )
    query_seconds: float = Field(60.0, gt=0, description="Longest time an ad-hoc query may run.")
    query_memory: str = Field(
        "2GB", pattern=r"^\d+(\.\d+)? ?[KMGT]i?B$", description="Memory an ad-hoc query may use, such as 500MB or 2GB."
    )

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except (TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{FILE}: not valid TOML: {error}") from None
        except ValidationError as error:
            wrong = [one for one in error.errors() if one["type"] != FOLLOWS]
            raise SettingsError("; ".join(_told(one, given=values) for one in wrong)) from None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Environment before `sitrep.toml` before defaults."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def sources() -> dict[str, Source]:
    """Return where the value of each setting comes from, in the order of the settings."""
    in_file = TomlConfigSettingsSource(Settings)()
    return {
        name: "environment" if variable(name) in _environment() else "sitrep.toml" if name in in_file else "default"
        for name in Settings.model_fields
    }


def strangers() -> list[str]:
    """Return the `SITREP_…` variables of the environment that are no setting, sorted: they have no effect."""
    known = {variable(name) for name in Settings.model_fields}
    return sorted(name for name in _environment() if name.startswith(PREFIX) and name not in known)


def variable(name: str) -> str:
    """Return the environment variable of a setting: `data_dir` is `SITREP_DATA_DIR`."""
    return PREFIX + name.upper()


def _environment() -> set[str]:
    return {name.upper() for name in os.environ}


def _told(error: ErrorDetails, given: dict[str, Any]) -> str:
    name = str(error["loc"][0])
    if error["type"] == "extra_forbidden":
        near = get_close_matches(name, Settings.model_fields, n=1)
        return f"{FILE}: {name} is not a setting" + (f"; did you mean {near[0]}?" if near else "")
    places = {name: name in given, variable(name): variable(name) in _environment(), f"{FILE}: {name}": True}
    where = next(place for place, holds in places.items() if holds)
    meaning = Settings.model_fields[name].description
    value = "of no use" if Settings.model_fields[name].annotation is SecretStr else repr(error["input"])
    return f"{where} is {value}: {error['msg'][:1].lower()}{error['msg'][1:]} ({meaning})"
