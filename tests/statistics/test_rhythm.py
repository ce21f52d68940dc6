"""The limits of silence against values worked out by hand, and against orders drawn by chance."""

from __future__ import annotations

import numpy as np
import pytest

from sales_metrics.statistics.rhythm import (
    Prior,
    chance_quantile,
    fitted,
    limits,
    regular_quantile,
    return_quantile,
)

COUNTS = np.array([1, 2, 3, 5, 10, 50])


def test_limits_for_gaps_of_thirty_days() -> None:
    assert chance_quantile(COUNTS, 30 * COUNTS, 0.95).round().tolist() == [570, 208, 154, 123, 105, 93]
    shared = chance_quantile(COUNTS, 30 * COUNTS, 0.95, Prior(2, 60))
    assert shared.round().tolist() == [154, 134, 123, 112, 102, 93]
    assert chance_quantile([1e7], [30e7], 0.95)[0] == pytest.approx(30 * np.log(20), abs=1e-3)


def test_without_gaps_and_prior_nothing_is_known() -> None:
    assert np.isnan(chance_quantile([0], [0], 0.95)[0])
    assert np.isnan(regular_quantile([1], [3.4], [0.2], 0.95)[0])
    assert fitted([1, 2], [30, 60]) == Prior()


def test_a_regular_buyer_is_missed_sooner() -> None:
    # t(4, .95) = 2.132; exp(ln 30 + 2.132 * .3 * sqrt(1.2)) = 60.5
    assert regular_quantile([5], [np.log(30)], [0.3], 0.95)[0] == pytest.approx(60.45, abs=0.05)
    found, regular = limits(
        {"gaps": [5, 5, 0], "days": [150, 150, 0], "mean_log": [np.log(30)] * 3, "spread_log": [0.3, 1.3, np.nan]},
        0.95,
        Prior(),
        77.0,
    )
    assert regular.tolist() == [True, False, False]
    assert found == pytest.approx([60.45, 123.1, 77], abs=0.1)


def test_the_prior_is_found_again() -> None:
    rng = np.random.default_rng(5)
    rate = rng.gamma(2, 1 / 60, 4000)
    gaps = rng.integers(1, 8, 4000)
    prior = fitted(gaps, rng.gamma(gaps, 1 / rate))
    assert prior.shape == pytest.approx(2, rel=0.1)
    assert prior.days == pytest.approx(60, rel=0.12)


@pytest.mark.parametrize("gaps", [1, 2, 5])
def test_false_alarms_come_as_often_as_promised(gaps: int) -> None:
    rng = np.random.default_rng(gaps)
    rate = rng.gamma(2, 1 / 60, 20_000)
    seen = rng.exponential(1 / rate[:, None], (20_000, gaps + 1))
    past, following = seen[:, :gaps], seen[:, gaps]
    prior = fitted(np.full(20_000, gaps), past.sum(axis=1))
    logs = np.log(past)
    known = {
        "gaps": np.full(20_000, gaps),
        "days": past.sum(axis=1),
        "mean_log": logs.mean(axis=1),
        "spread_log": logs.std(axis=1, ddof=1) if gaps > 1 else np.full(20_000, np.nan),
    }
    limit, _ = limits(known, 0.95, prior, float("nan"))
    assert (following > limit).mean() == pytest.approx(0.05, abs=0.01)
    assert (following > 3 * past.mean(axis=1)).mean() > 0.09


def test_false_alarms_of_regular_buyers() -> None:
    rng = np.random.default_rng(9)
    logs = np.log(rng.gamma(10, 3, (20_000, 9)))
    limit = regular_quantile(np.full(20_000, 8), logs[:, :8].mean(axis=1), logs[:, :8].std(axis=1, ddof=1), 0.95)
    assert (np.exp(logs[:, 8]) > limit).mean() == pytest.approx(0.042, abs=0.01)


def test_the_time_to_a_second_order() -> None:
    days = np.arange(1, 21)
    assert return_quantile(days, np.ones(20), 0.8) == 16
    assert return_quantile(days, np.ones(20), 0.95) == 19
    # Those who never came back do not move the share of those who did, when they waited to the end.
    assert return_quantile([*days, *[400] * 50], [1] * 20 + [0] * 50, 0.95) == 19
    assert np.isnan(return_quantile([1, 2], [1, 1], 0.95))
