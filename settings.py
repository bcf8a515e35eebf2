"""Settings: from the environment (`SITREP_…`), else `sitrep.toml`, else the defaults below."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource


class Settings(BaseSettings):
    """What a user may set. Sizes in bytes, times in seconds."""

    model_config = SettingsConfigDict(env_prefix="SITREP_", toml_file="sitrep.toml", frozen=True, extra="forbid")

    data_dir: Path = Field(Path("data"), description="Folder of the warehouse, staging and published copies.")
    workers: int = Field(2, ge=1, description="Processes that clean and extract.")
    batch_size: int = Field(200, ge=1, description="Pages a batch.")
    page_limit: int = Field(10_000_000, ge=1, description="Largest page that is read, in bytes.")
    page_seconds: float = Field(20.0, gt=0, description="Longest time one page may take before its worker is killed.")
    worker_memory: int = Field(
        2_000_000_000, ge=100_000_000, description="Memory above which a worker is replaced, in bytes."
    )
    query_seconds: float = Field(60.0, gt=0, description="Longest time an ad-hoc query may run.")
    query_memory: str = Field("2GB", description="Memory an ad-hoc query may use.")
    inbox: Path = Field(Path("data/inbox"), description="Drop folder that the scheduled ingest reads.")

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
