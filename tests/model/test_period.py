"""Periods are closed at both ends, and a month is followed back by a month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.model.period import Period

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def test_a_month_knows_its_last_day() -> None:
    assert Period.month("2028-02") == Period(date(2028, 2, 1), date(2028, 2, 29))
    assert Period.month("2026-12") == Period(date(2026, 12, 1), date(2026, 12, 31))


def test_both_ends_belong_to_it() -> None:
    march = Period.month("2026-03")
    assert march.holds(date(2026, 3, 1))
    assert march.holds(date(2026, 3, 31))
    assert not march.holds(date(2026, 4, 1))
    assert not march.holds(date(2026, 2, 28))


def test_whole_months_are_followed_back_by_whole_months() -> None:
    assert Period.month("2026-03").previous() == Period.month("2026-02")
    third_quarter = Period(date(2026, 7, 1), date(2026, 9, 30))
    assert third_quarter.previous() == Period(date(2026, 4, 1), date(2026, 6, 30))


def test_other_stretches_are_followed_back_by_as_many_days() -> None:
    assert Period(date(2026, 3, 10), date(2026, 3, 16)).previous() == Period(date(2026, 3, 3), date(2026, 3, 9))


def test_an_open_end_has_no_previous() -> None:
    assert Period(date(2026, 1, 1), None).previous() is None
    assert Period().everything


def test_it_does_not_run_backwards() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Period(date(2026, 2, 1), date(2026, 1, 1))


@given(DAYS, st.integers(0, 800))
def test_the_previous_period_ends_the_day_before(start: date, length: int) -> None:
    period = Period(start, start + timedelta(days=length))
    before = period.previous()
    assert before is not None
    assert before.end == start - timedelta(days=1)
    assert before.start is not None
    assert before.start <= before.end
