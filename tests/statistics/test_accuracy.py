"""Scores of forecasts, each against a value that can be worked out by hand or was published."""

from __future__ import annotations

import math

import numpy as np
import pytest

from sales_metrics.statistics.accuracy import coverage_band, mase, pinball, smape
from sales_metrics.statistics.conformal import LEAST, half_width, rolling_errors

PAST = (8, 11, 9, 13, 10, 12, 9, 15)


@pytest.mark.parametrize(("period", "scored"), [(1, 0.38043), (4, 1.0)])
def test_mase_is_in_units_of_the_naive_miss(period: int, scored: float) -> None:
    assert mase((10, 12, 9, 14), (11, 11, 10, 12), PAST, period) == pytest.approx(scored, abs=1e-5)


def test_mase_has_no_unit_in_too_short_or_too_calm_a_past() -> None:
    assert math.isnan(mase((1,), (2,), PAST, 8))
    assert math.isnan(mase((1,), (2,), (5, 5, 5), 1))


def test_smape_by_hand() -> None:
    assert smape((100, 0), (50, 0)) == pytest.approx((2 * 50 / 150 + 0) / 2)


def test_pinball_weighs_both_sides() -> None:
    assert pinball((10,), (6,), 0.9) == pytest.approx(3.6)
    assert pinball((6,), (10,), 0.9) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("n", "low", "high"),
    [(12, 0.58, 1.00), (24, 0.62, 0.96), (36, 0.67, 0.92), (60, 0.70, 0.90), (120, 0.72, 0.87)],
)
def test_how_far_honest_coverage_strays(n: int, low: float, high: float) -> None:
    assert coverage_band(n, 0.8) == pytest.approx((low, high), abs=0.0055)


def test_no_interval_covers_anything() -> None:
    assert coverage_band(0, 0.8) == (0.0, 1.0)


@pytest.mark.parametrize("level", [0.8, 0.9, 0.95])
def test_an_interval_is_finite_only_with_enough_errors(level: float) -> None:
    assert math.isinf(half_width([1.0] * (LEAST[level] - 1), level))
    assert half_width([1.0] * LEAST[level], level) == 1.0


def test_the_rank_of_the_error_that_is_taken() -> None:
    assert half_width([3, -1, 2, -4], 0.8) == 4
    assert half_width(range(1, 10), 0.8) == 8


def test_conformal_intervals_cover_as_promised() -> None:
    rng = np.random.default_rng(3)
    held = [abs(error[-1]) <= half_width(error[:-1], 0.8) for error in rng.standard_t(3, (3000, 20))]
    assert np.mean(held) == pytest.approx(0.8, abs=0.02)


def test_an_origin_sees_nothing_of_what_comes_after() -> None:
    seen = []

    def last(values: np.ndarray, horizon: int) -> np.ndarray:
        seen.append(values.tolist())
        return np.repeat(values[-1], horizon)

    errors = rolling_errors([1, 2, 4, 8], last, 2, first=2)
    assert seen == [[1, 2], [1, 2, 4]]
    assert errors[0].tolist() == [2, 6]
    assert errors[1][0] == 4
    assert np.isnan(errors[1][1])
    assert rolling_errors([1, 2], last, 2, first=2).shape == (0, 2)
