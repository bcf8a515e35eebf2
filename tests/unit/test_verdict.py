import pytest

from benchmarks.measure import Spread
from benchmarks.plot import targets
from benchmarks.verdict import Verdict


@pytest.mark.parametrize(
    ("figure", "sense", "target", "better"),
    [
        (6, "at least", 3, 2.0),
        (6, "at most", 3, 0.5),
        (0, "at most", 3, float("inf")),
        (0, "at most", 0, 1.0),
        (3, "at most", 0, 0.0),
        (0, "at least", 3, 0.0),
    ],
)
def test_how_many_times_better_a_figure_is_though_one_is_zero(
    figure: float, sense: str, target: float, better: float
) -> None:
    verdict = Verdict("what", "on", Spread.of([figure]), sense, target)
    assert verdict.better == better
    assert "what</text>" in targets(["t"], [("what", verdict.better)])
