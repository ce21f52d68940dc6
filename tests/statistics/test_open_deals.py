"""Open deals as a distribution, against the exact law of five small deals."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.statistics.open_deals import brier, expectation, number_won, reliability, simulated

CHANCES = (0.1, 0.1, 0.3, 0.5, 0.8)
AMOUNTS = (100_000, 40_000, 60_000, 30_000, 20_000)
EITHER = st.sampled_from((0.0, 1.0))


def exact(level: float) -> float:
    """Return a quantile of the sum by writing out all 32 outcomes."""
    outcomes = []
    for won in product((0, 1), repeat=5):
        chance = np.prod([p if hit else 1 - p for p, hit in zip(CHANCES, won, strict=True)])
        outcomes.append((float(np.dot(won, AMOUNTS)), float(chance)))
    sums, weights = zip(*sorted(outcomes), strict=True)
    return float(sums[int(np.searchsorted(np.cumsum(weights), level - 1e-12))])


def test_mean_and_spread_by_hand() -> None:
    mean, spread = expectation(CHANCES, AMOUNTS)
    assert mean == pytest.approx(63_000)
    assert spread == pytest.approx(45_706, abs=1)


def test_how_many_are_won() -> None:
    assert number_won(CHANCES) == pytest.approx([0.0567, 0.3204, 0.4174, 0.1784, 0.0259, 0.0012], abs=5e-5)
    assert number_won([]).tolist() == [1.0]


def test_the_simulated_quantiles_are_the_exact_ones() -> None:
    sums = simulated(CHANCES, AMOUNTS, seed=1, draws=100_000)
    for level, value in ((0.1, 20_000), (0.5, 50_000), (0.9, 120_000)):
        assert exact(level) == value
        assert np.quantile(sums, level, method="inverted_cdf") == value
    assert np.mean(sums >= 63_000) == pytest.approx(0.377, abs=0.005)


def test_a_common_shock_widens_and_keeps_the_mean() -> None:
    many = [0.3] * 60, [10.0] * 60
    calm, shaken = (simulated(*many, seed=2, shock=shock, draws=40_000) for shock in (0.0, 0.8))
    assert shaken.mean() == pytest.approx(calm.mean(), rel=0.02)
    assert shaken.std() > 2 * calm.std()


def test_what_is_certain_stays_certain() -> None:
    assert set(simulated([0, 1, 1], [5, 7, 11], seed=1, shock=2.0, draws=50)) == {18.0}
    assert not simulated([], [], seed=1, draws=5).any()


def test_bands_with_too_few_deals_are_merged_and_none_is_dropped() -> None:
    stated = [0.1] * 3 + [0.3] * 20 + [0.9] * 4
    won = [0] * 3 + [1] * 5 + [0] * 15 + [1, 1, 0, 0]
    bands = reliability(stated, won)
    assert [(k, n) for _, k, n in bands] == [(7, 27)]
    bands = reliability(stated * 4, won * 4)
    assert [(k, n) for _, k, n in bands] == [(0, 12), (20, 80), (8, 16)]
    assert reliability([], []) == []


@given(st.lists(st.tuples(st.floats(0, 1), EITHER), max_size=80))
def test_every_deal_stands_in_one_band(deals: list[tuple[float, float]]) -> None:
    bands = reliability([said for said, _ in deals], [won for _, won in deals])
    assert sum(n for _, _, n in bands) == len(deals)
    assert sum(k for _, k, _ in bands) == sum(won for _, won in deals)


def test_the_score_of_stated_chances() -> None:
    assert brier([1, 0, 0.5], [1, 0, 1]) == pytest.approx(0.25 / 3)
    assert np.isnan(brier([], []))
