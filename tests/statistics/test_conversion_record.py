"""Records against a standard: worked values, and what shrinking does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sales_metrics.statistics.conversion_record import (
    JEFFREYS,
    LARGEST_WORTH,
    Prior,
    chance_above,
    chance_of_at_least,
    fitted_prior,
    shrunken,
)

STANDARD = 4 / 15
# Tarone (1982): tumours in 71 groups of rats; Gelman et al., Bayesian Data Analysis, table 5.1.
TUMOURS = [
    *(14 * [0] + 8 * [1] + 9 * [2] + [1, 5, 2, 5, 3, 2, 7, 7, 3, 3, 2, 9, 10] + 7 * [4]),
    *[10, 4, 4, 4, 5, 11, 12, 5, 5, 6, 5, 6, 6, 6, 6, 16, 15, 15, 9, 4],
]
RATS = [
    *[20, 20, 20, 20, 20, 20, 20, 19, 19, 19, 19, 18, 18, 17, 20, 20, 20, 20, 19, 19, 18, 18, 25, 24, 23, 20],
    *[20, 20, 20, 20, 20, 10, 49, 19, 46, 27, 17, 49, 47, 20, 20, 13, 48, 50, 20, 20, 20, 20, 20, 20, 20, 48],
    *[19, 19, 19, 22, 46, 49, 20, 20, 23, 19, 22, 20, 20, 20, 52, 46, 47, 24, 14],
]


def test_the_prior_of_the_rat_tumours_is_the_published_one() -> None:
    assert (sum(TUMOURS), sum(RATS)) == (267, 1739)
    assert fitted_prior(TUMOURS, RATS) == pytest.approx((2.3416, 14.1148), rel=1e-3)


@pytest.mark.parametrize(
    ("k", "n", "p", "allowed"),
    [(4, 10, 0.26, False), (8, 20, 0.14, False), (20, 50, 0.028, True), (40, 100, 0.003, True)],
)
def test_ten_calls_are_granted_on_a_long_record_only(k: int, n: int, p: float, allowed: bool) -> None:
    assert stats.binomtest(k, n, STANDARD, alternative="greater").pvalue == pytest.approx(p, abs=0.005)
    assert (chance_above(STANDARD, k, n) >= 0.95) is allowed


@pytest.mark.parametrize(("k", "n", "expected"), [(4, 10, 0.289), (88, 220, 0.375)])
def test_a_short_record_is_drawn_to_the_standard(k: int, n: int, expected: float) -> None:
    mean, low, high = shrunken(k, n, Prior.worth(50, STANDARD))
    assert mean == pytest.approx(expected, abs=0.0006)
    assert low < mean < high


@pytest.mark.parametrize(
    ("wanted", "attempts", "rate", "expected"),
    [(4, 10, 0.4, 0.618), (88, 220, 0.4, 0.526), (4, 15, STANDARD, 0.597)],
)
def test_a_known_rate_still_leaves_every_day_to_chance(
    wanted: int, attempts: int, rate: float, expected: float
) -> None:
    # A record of a hundred million cases is as good as a known rate.
    assert chance_of_at_least(wanted, attempts, rate * 1e8, 1e8) == pytest.approx(expected, abs=0.0006)


def test_groups_that_do_not_differ_give_a_bounded_prior() -> None:
    found = fitted_prior([30] * 8, [100] * 8)
    assert found.a + found.b == pytest.approx(LARGEST_WORTH, rel=0.01)
    assert found.a / (found.a + found.b) == pytest.approx(0.3, abs=0.01)


@pytest.mark.parametrize(
    ("k", "n"), [([], []), ([1, 2], [5, 5]), ([0, 0, 0], [5, 5, 5]), ([1, 0, 0, 0], [2, 0, 0, 0])]
)
def test_too_little_to_learn_from_leaves_the_prior_open(k: list[int], n: list[int]) -> None:
    assert fitted_prior(k, n) == JEFFREYS


@given(st.integers(0, 50), st.integers(0, 50), st.floats(1, 200), st.floats(0.05, 0.95))
def test_the_shrunken_rate_lies_between_the_record_and_the_prior(
    k: int, more: int, worth: float, rate: float
) -> None:
    n = k + more
    mean, _, _ = shrunken(k, n, Prior.worth(worth, rate))
    own = k / n if n else rate
    assert min(own, rate) - 1e-9 <= mean <= max(own, rate) + 1e-9


def test_a_manager_like_the_standard_is_seldom_granted_less() -> None:
    rng = np.random.default_rng(3)
    records = rng.binomial(60, STANDARD, 2_000)
    granted = np.mean([chance_above(STANDARD, int(k), 60) >= 0.95 for k in records])
    assert granted < 0.07
