"""Open deals as a distribution, against the exact law of five small deals."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from sales_metrics.statistics.open_deals import brier, simulated

CHANCES = (0.1, 0.1, 0.3, 0.5, 0.8)
AMOUNTS = (100_000, 40_000, 60_000, 30_000, 20_000)


def exact(level: float) -> float:
    """Return a quantile of the sum by writing out all 32 outcomes."""
    outcomes = []
    for won in product((0, 1), repeat=5):
        chance = np.prod([p if hit else 1 - p for p, hit in zip(CHANCES, won, strict=True)])
        outcomes.append((float(np.dot(won, AMOUNTS)), float(chance)))
    sums, weights = zip(*sorted(outcomes), strict=True)
    return float(sums[int(np.searchsorted(np.cumsum(weights), level - 1e-12))])


def test_the_simulated_quantiles_are_the_exact_ones() -> None:
    sums = simulated(CHANCES, AMOUNTS, seed=1, draws=100_000)
    for level, value in ((0.1, 20_000), (0.5, 50_000), (0.9, 120_000)):
        assert exact(level) == value
        assert np.quantile(sums, level, method="inverted_cdf") == value
    assert sums.mean() == pytest.approx(63_000, rel=0.01)
    assert sums.std() == pytest.approx(45_706, rel=0.01)
    assert np.mean(sums >= 63_000) == pytest.approx(0.377, abs=0.005)


def test_a_common_shock_widens_and_keeps_the_mean() -> None:
    many = [0.3] * 60, [10.0] * 60
    calm, shaken = (simulated(*many, seed=2, shock=shock, draws=40_000) for shock in (0.0, 0.8))
    assert shaken.mean() == pytest.approx(calm.mean(), rel=0.02)
    assert shaken.std() > 2 * calm.std()


def test_what_is_certain_stays_certain() -> None:
    assert set(simulated([0, 1, 1], [5, 7, 11], seed=1, shock=2.0, draws=50)) == {18.0}
    assert not simulated([], [], seed=1, draws=5).any()


def test_the_score_of_stated_chances() -> None:
    assert brier([1, 0, 0.5], [1, 0, 1]) == pytest.approx(0.25 / 3)
    assert np.isnan(brier([], []))
