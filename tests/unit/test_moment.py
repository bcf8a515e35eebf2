from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasks.moment import read_moment


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("2020-02-09T22:30:00+03:00", datetime(2020, 2, 9, 19, 30, tzinfo=UTC), "second"),
        ("2020-02-09T22:30:00.123Z", datetime(2020, 2, 9, 22, 30, tzinfo=UTC), "second"),
        ("2020-02-09 22:30", datetime(2020, 2, 9, 22, 30, tzinfo=UTC), "day"),
        ("20200209", datetime(2020, 2, 9, tzinfo=UTC), "day"),
        ("Sun, 09 Feb 2020 22:30:00 GMT", datetime(2020, 2, 9, 22, 30, tzinfo=UTC), "second"),
        ("February 9th, 2020 at 10:30 pm", datetime(2020, 2, 9, 22, 30, tzinfo=UTC), "day"),
        ("9 Sept. 2020", datetime(2020, 9, 9, tzinfo=UTC), "day"),
        ("2/29/2020", datetime(2020, 2, 29, tzinfo=UTC), "day"),
        ("29.02.2020", datetime(2020, 2, 29, tzinfo=UTC), "day"),
    ],
)
def test_what_is_read(text: str, at: datetime, precision: str) -> None:
    found = read_moment(text)
    assert found is not None
    assert (found.at, found.precision) == (at, precision)


UNREADABLE = ["", "soon", "03/04/2020", "2020-02-31", "2020-13-01", "31 June 2020", "2020", "12:30"]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_not(text: str) -> None:
    assert read_moment(text) is None


@given(
    st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2100, 1, 1)).map(
        lambda at: at.replace(microsecond=0)
    )
)
def test_any_iso_time_comes_back(at: datetime) -> None:
    found = read_moment(at.isoformat() + "Z")
    assert found is not None
    assert found.at == at.replace(tzinfo=UTC)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    found = read_moment(text)
    assert found is None or found.at.tzinfo is UTC
