"""Bounds, weights and intervals against published figures and what follows by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sales_metrics.statistics.nonresponse import (
    critical,
    mean_bounds,
    mean_of_scores,
    net_score,
    representativity,
    share_bounds,
    share_interval,
    weighted,
)


@pytest.mark.parametrize(
    ("k", "answered", "n", "low", "high"),
    [(21, 64, 106, 0.198, 0.594), (10, 10, 100, 0.10, 1.00), (81, 90, 100, 0.81, 0.91), (0, 0, 5, 0, 1)],
)
def test_bounds_of_a_share(k: int, answered: int, n: int, low: float, high: float) -> None:
    assert share_bounds(k, answered, n) == pytest.approx((low, high), abs=5e-4)


def test_bounds_of_a_mean_and_of_nothing() -> None:
    assert mean_bounds(4.5 * 90, 90, 100) == pytest.approx((4.15, 4.55))
    assert np.isnan(share_bounds(0, 0, 0)).all()
    assert np.isnan(share_interval(0, 0, 0)).all()


@given(st.integers(0, 300), st.integers(0, 300), st.integers(0, 300))
def test_the_bounds_hold_whatever_the_unasked_think(satisfied: int, unsatisfied: int, unasked: int) -> None:
    n = satisfied + unsatisfied + unasked
    if not n:
        return
    low, high = share_bounds(satisfied, satisfied + unsatisfied, n)
    assert high - low == pytest.approx(unasked / n)
    for of_them in (0, unasked // 2, unasked):
        assert low - 1e-9 <= (satisfied + of_them) / n <= high + 1e-9
    wide_low, wide_high = share_interval(satisfied, satisfied + unsatisfied, n)
    assert wide_low <= low + 1e-9
    assert wide_high >= high - 1e-9


def test_imbens_and_manski() -> None:
    assert critical(0) == pytest.approx(1.960, abs=5e-4)
    assert critical(50) == pytest.approx(1.645, abs=5e-4)
    assert share_interval(81, 90, 100) == pytest.approx((0.7455, 0.9571), abs=5e-4)


def test_weights_make_up_for_a_cell_that_is_asked_less() -> None:
    # Small clients: 10 of 100 asked, 5 satisfied; large ones: 50 of 100 asked, 45 satisfied. Truth .5 and .9.
    found = weighted([5, 45], [10, 50], [100, 100])
    assert found.value == pytest.approx(0.7)
    assert found.effective == pytest.approx(200**2 / (10**2 * 10 + 2**2 * 50))
    assert weighted([0], [0], [40]).effective == 0


def test_small_cells_are_laid_together_and_weights_are_trimmed() -> None:
    assert weighted([2, 0], [2, 0], [3, 3]).value == pytest.approx(1.0)
    # 1 of 1000 would weigh 1000, the median answer weighs 1: it is held to 10.
    assert weighted([0, 100], [1, 100], [1000, 100]).value == pytest.approx(100 / 110)


def test_weights_do_not_repair_what_hangs_on_satisfaction_itself() -> None:
    # Everybody satisfied is asked, nobody else: any weights say 1, the bounds do not.
    assert weighted([50, 20], [50, 20], [100, 100]).value == 1.0
    assert share_bounds(70, 70, 200) == pytest.approx((0.35, 1.0))


def test_representativity() -> None:
    assert representativity([90, 90], [100, 100], 0.8).indicator == pytest.approx(1.0)
    # Chances .1 and .5: a spread of .2 round .3.
    found = representativity([10, 50], [100, 100], 0.5)
    assert found.indicator == pytest.approx(0.6)
    assert found.bias == pytest.approx(0.4 * 0.5 / (2 * 0.3))


def test_net_score() -> None:
    assert net_score(30, 70, 100, added=0) == pytest.approx((0.147, 0.453), abs=5e-4)
    low, high = net_score(30, 70, 100)
    assert (low, high) == pytest.approx((0.1406, 0.4420), abs=5e-4)
    assert np.isnan(net_score(0, 0, 0)).all()


@pytest.mark.parametrize(
    ("n", "added", "covers"), [(10, 0, 0.8835), (10, 3, 0.9442), (20, 0, 0.860), (20, 3, 0.956)]
)
def test_how_often_the_interval_of_a_net_score_holds_the_truth(n: int, added: float, covers: float) -> None:
    p, d = np.meshgrid(np.arange(n + 1), np.arange(n + 1))
    fits = p + d <= n
    p, d = p[fits], d[fits]
    low, high = net_score(p - d, p + d, n, added=added)
    chance = stats.multinomial.pmf(np.stack([p, n - p - d, d], axis=1), n, [0.80, 0.15, 0.05])
    assert chance[(low <= 0.75) & (high >= 0.75)].sum() == pytest.approx(covers, abs=5e-3)


def test_the_mean_of_scores_is_repeatable_and_holds_the_mean() -> None:
    once, again = (mean_of_scores([2, 3, 5, 30, 60], [1, 2, 3, 4, 5]) for _ in range(2))
    assert once == again
    assert once[0] < 4.43 < once[1]
    assert np.isnan(mean_of_scores([1, 0], [1, 2])).all()
