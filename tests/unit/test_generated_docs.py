"""The generated pages of docs/ are as the lexicon says now."""

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parents[2] / "docs"
_SPEC = spec_from_file_location("docs_build", _FOLDER / "build.py")
assert _SPEC is not None
assert _SPEC.loader is not None
_BUILD = module_from_spec(_SPEC)
_SPEC.loader.exec_module(_BUILD)


@pytest.mark.parametrize("name", sorted(_BUILD.PAGES))
def test_a_generated_page_is_fresh(name: str) -> None:
    assert (_FOLDER / name).read_text(encoding="utf-8") == _BUILD.PAGES[name](), "stale: run `make docs`"
