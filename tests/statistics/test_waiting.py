"""The median of waits of which some still go on, against published data."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.statistics.waiting import median_wait

WEEKS = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
OVER = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]
CONTROL = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]


def test_the_weeks_of_freireich_1963() -> None:
    # Freireich and others (1963), Blood 21:699; the bounds are by the log-minus-log transformation.
    median, low, high = median_wait(WEEKS, OVER)
    assert (median, low) == (23, 13)
    assert math.isnan(high)
    assert median_wait(CONTROL, [1] * 21) == (8, 4, 11)


def test_rows_may_stand_for_several_cases() -> None:
    found = median_wait([3, 5, 9, 4], [1, 1, 0, 1], [2, 3, 4, 0])
    assert found[:2] == median_wait([3, 3, 5, 5, 5, 9, 9, 9, 9], [1, 1, 1, 1, 1, 0, 0, 0, 0])[:2]
    assert found[0] == 5


@pytest.mark.parametrize(("days", "over"), [([], []), ([4, 9], [0, 0])])
def test_nobody_and_nobody_done_have_no_median(days: list[int], over: list[int]) -> None:
    assert all(map(math.isnan, median_wait(days, over)))


@given(st.lists(st.integers(0, 300), min_size=1, max_size=40))
def test_when_all_waits_are_over_it_is_the_ordinary_median(days: list[int]) -> None:
    median, low, high = median_wait(days, np.ones(len(days)))
    assert median == sorted(days)[(len(days) - 1) // 2]
    assert math.isnan(low) or low <= median
    assert math.isnan(high) or high >= median
