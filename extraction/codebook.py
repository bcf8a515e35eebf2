"""Codebook: the kinds of event, where each stands in ACLED's and PLOVER's schemes, and the codes of the slots."""

from dataclasses import dataclass
from functools import cache

from extraction.lexicon import load

Pair = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of event. Each pair is (type, sub-type or mode), null where the scheme has no place for it."""

    name: str
    tells: str
    acled: Pair
    acled_civilians: Pair
    plover: Pair
    plover_planned: Pair


@cache
def kinds() -> dict[str, Kind]:
    """Return all kinds of `lexicon/codebook.yaml` by name, in the codebook's order."""
    return {name: _kind(name, entry) for name, entry in load("codebook")["kinds"].items()}


def codes(name: str) -> dict[str, str]:
    """Return the codes of one closed list of `lexicon/codebook.yaml` with their meanings, in its order."""
    return {str(code): str(meaning) for code, meaning in load("codebook")[name].items()}


def _kind(name: str, entry: dict[str, object]) -> Kind:
    acled, plover = _pair(entry.get("acled")), _pair(entry.get("plover"))
    civilians = _pair(entry["acled_civilians"]) if "acled_civilians" in entry else acled
    planned = _pair(entry["plover_planned"]) if "plover_planned" in entry else plover
    return Kind(name, str(entry["tells"]), acled, civilians, plover, planned)


def _pair(value: object) -> Pair:
    return (value[0], value[1]) if isinstance(value, list) else (None, None)
