"""Where a count will end."""

from __future__ import annotations

import numpy as np
import pytest

from sales_metrics.statistics.pace import FEWEST_DAYS, outlook


def test_too_short_a_record_gives_no_forecast() -> None:
    assert outlook([3] * (FEWEST_DAYS - 1), [1] * (FEWEST_DAYS - 1), 5, 10, 20) is None
    assert outlook([15, 15], [5, 5], 5, 10, 20) is not None


def test_a_period_that_is_over_is_what_it_is() -> None:
    for done, chance in ((19.0, 0.0), (20.0, 1.0)):
        found = outlook([20] * 6, [5] * 6, 0, done, 20)
        assert found is not None
        assert (found.low, found.high, found.chance) == (done, done, chance)


def test_a_plan_that_is_reached_stays_reached() -> None:
    found = outlook([0] * 6, [5] * 6, 5, 20, 20)
    assert found is not None
    assert found.chance == 1


def test_a_steady_pace_ends_where_it_leads() -> None:
    found = outlook([20] * 12, [5] * 12, 10, 40, 80)
    assert found is not None
    # Forty are to come, give or take the root of forty and of the sixth that the record leaves open.
    assert found.low == pytest.approx(40 + 40 - 1.28 * (40 * 7 / 6) ** 0.5, abs=1.5)
    assert found.high == pytest.approx(40 + 40 + 1.28 * (40 * 7 / 6) ** 0.5, abs=1.5)
    assert found.chance == pytest.approx(0.53, abs=0.04)


def test_days_of_uneven_work_widen_the_forecast() -> None:
    steady, uneven = outlook([20] * 12, [5] * 12, 10, 40, 80), outlook([0, 40] * 6, [5] * 12, 10, 40, 80)
    assert steady is not None
    assert uneven is not None
    assert uneven.high - uneven.low > steady.high - steady.low


@pytest.mark.parametrize("rate", [0.3, 4.0])
def test_four_intervals_of_five_hold_what_comes(rate: float) -> None:
    rng = np.random.default_rng(5)
    held = []
    for _ in range(800):
        found = outlook(rng.poisson(rate * 5, 12), [5] * 12, 12, 0, 1)
        assert found is not None
        held.append(found.low <= rng.poisson(rate * 12) <= found.high)
    # Counts are whole, so an interval holds rather more than it promises when they are small.
    assert 0.78 <= np.mean(held) <= 0.95
