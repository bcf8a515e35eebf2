"""Reports to try judgements on."""

from datetime import date
from typing import Any

from resolution.report import Figure, Party, Report, Spot, When

TUESDAY = date(2020, 8, 11)
QAIM = Spot("qaim", "Anbar", None, "IRQ", 34.37, 41.09, 1, label="Qaim", skeleton="km")
ANBAR = Spot("anbar", "Anbar", None, "IRQ", 33.4, 43.2, 3, province=True, label="Anbar", skeleton="anbr")
BOMBER = Party("bomber", "insurgent", named=False)
PEOPLE = Party("people", "civilians", named=False)


def on(day: date, published: date | None = None) -> When:
    return When("day", day.toordinal(), day.toordinal(), (published or day).toordinal())


def around(day: date) -> When:
    return When("around", day.toordinal(), day.toordinal(), day.toordinal())


def killed(low: float | None, high: float | None = None, counted: str = "people", **more: Any) -> Figure:
    return Figure("killed", counted, low, low if high is None else high, **more)


def at_least(low: float) -> Figure:
    return Figure("killed", "people", low, None)


def report(name: str, document: str | None = None, **slots: Any) -> Report:
    """A suicide bombing at Qaim on a Tuesday, ten killed, as one document of its own outlet tells it."""
    told: dict[str, Any] = {
        "event_id": name,
        "document_id": document or f"document of {name}",
        "original_id": document or f"document of {name}",
        "source": f"outlet of {name}",
        "kind": "suicide_bombing",
        "status": "occurred",
        "when": on(TUESDAY),
        "spots": (QAIM,),
        "actors": (BOMBER,),
        "targets": (PEOPLE,),
        "figures": (killed(10),),
        "operation": None,
        "headline": "",
        "words": frozenset(),
        "published_at": None,
        "precision": "day",
    }
    return Report(**(told | slots))
