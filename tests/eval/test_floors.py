"""What was once reached on real texts with hand-made answers stays reached: the floors of `floors.json`."""

import pytest

from tests.eval.score import SHARED, TRIALS, Trial, below, run

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the hand-coded texts (../shared) are absent")


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_no_figure_is_below_its_floor(trial: Trial) -> None:
    reached = run(trial)
    assert reached
    assert below(reached) == []
