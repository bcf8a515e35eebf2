from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tasks.rotation import DAYS, FORM, MONTHS, WEEKS, kept

NIGHTS = [(datetime(2020, 1, 1, 3, tzinfo=UTC) + timedelta(days=n)).strftime(FORM) for n in range(800)]


def test_two_years_of_nights_leave_days_weeks_and_months() -> None:
    stay = kept(NIGHTS)
    assert set(NIGHTS[-DAYS:]) <= stay
    assert min(stay).startswith("202104")
    assert len(stay) <= DAYS + WEEKS + MONTHS


@given(st.sets(st.sampled_from(NIGHTS)))
def test_what_is_dropped_never_comes_back_and_the_last_always_stays(names: set[str]) -> None:
    stay = kept(names)
    assert stay <= names
    assert kept(stay) == stay
    assert not names or max(names) in stay


def test_night_after_night_the_same_stay_as_at_once() -> None:
    there: set[str] = set()
    for name in NIGHTS:
        there = kept(there | {name})
    assert there == kept(NIGHTS)
