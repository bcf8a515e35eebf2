"""What a user can type or set stands in the README."""

from pathlib import Path

import pytest

from cli.main import COMMANDS, command
from settings import Settings, variable
from tasks.source import ENDINGS

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_readme(name: str) -> None:
    assert f"sitrep {name}" in README
    whole = command(name)
    inner = getattr(whole, "commands", {})
    assert [part for part in inner if f"sitrep {name} {part}" not in README] == []
    parameters = [parameter for part in (whole, *inner.values()) for parameter in part.params]
    options = [option for parameter in parameters for option in parameter.opts if option.startswith("--")]
    assert [option for option in options if f"`{option}" not in README] == []


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_readme(name: str) -> None:
    assert f"`{name}`" in README
    assert variable(name).startswith("SITREP_")


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_ending_that_is_read_is_in_the_readme(ending: str) -> None:
    assert f"`{ending}`" in README
