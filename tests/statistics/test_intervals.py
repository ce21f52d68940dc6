"""Check values of the papers, a second implementation (statsmodels), and the laws of intervals."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

from sales_metrics.statistics.intervals import garwood, jeffreys, newcombe, student, wilson

COUNTS = st.integers(1, 300).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_in_newcombe_1998_table_1(k: int, n: int, low: float, high: float) -> None:
    assert np.round(wilson(k, n), 4).tolist() == [low, high]


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(81, 263, 0.2545, 0.3656), (15, 148, 0.0604, 0.1576), (0, 20, 0.0, 0.1166), (1, 29, 0.0037, 0.1501)],
)
def test_jeffreys_on_the_same_counts(k: int, n: int, low: float, high: float) -> None:
    assert np.round(jeffreys(k, n), 4).tolist() == [low, high]


@pytest.mark.parametrize(
    ("one", "other", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0),
        ((10, 10), (0, 10), 0.6075, 1.0),
    ],
)
def test_newcombe_as_in_newcombe_1998_table_2(
    one: tuple[int, int], other: tuple[int, int], low: float, high: float
) -> None:
    assert np.round(newcombe(*one, *other), 4).tolist() == [low, high]


@given(COUNTS)
def test_wilson_and_jeffreys_agree_with_statsmodels_and_hold_the_share(case: tuple[int, int]) -> None:
    k, n = case
    low, high = wilson(k, n)
    assert low <= k / n <= high
    np.testing.assert_allclose((low, high), proportion_confint(k, n, method="wilson"), atol=1e-9)
    inside = 0 < k < n
    if inside:
        np.testing.assert_allclose(jeffreys(k, n), proportion_confint(k, n, method="jeffreys"), atol=1e-9)


@given(COUNTS)
def test_the_other_side_is_the_mirror(case: tuple[int, int]) -> None:
    k, n = case
    low, high = wilson(k, n)
    other_low, other_high = wilson(n - k, n)
    np.testing.assert_allclose((low, high), (1 - other_high, 1 - other_low), atol=1e-9)


def test_garwood_on_five_events() -> None:
    # Garwood (1936), Biometrika 28:437: five events, 95 %: 1.62 to 11.67.
    assert np.round(garwood(5, 1), 2).tolist() == [1.62, 11.67]
    assert np.round(garwood(0, 1), 4).tolist() == [0.0, 3.6889]
    assert np.round(garwood(5, 10), 3).tolist() == [0.162, 1.167]


def test_student_from_sums_is_student_from_values() -> None:
    values = np.array([3.0, 5.0, 10.0, 6.0])
    expected = stats.t.interval(0.95, 3, loc=values.mean(), scale=stats.sem(values))
    np.testing.assert_allclose(student(values.sum(), (values**2).sum(), 4), expected)


def test_student_of_equal_values_has_no_width() -> None:
    low, high = student(0.3, 0.1 * 0.1 * 3, 3)
    assert low == pytest.approx(0.1)
    assert high == pytest.approx(0.1)


def test_what_is_undefined_is_nan_and_arrays_keep_their_places() -> None:
    assert np.isnan(wilson(0, 0)).all()
    assert np.isnan(jeffreys(0, 0)).all()
    assert np.isnan(garwood(0, 0)).all()
    assert np.isnan(student(5, 25, 1)).all()
    assert np.isnan(newcombe(0, 0, 1, 10)).all()
    low, _ = wilson([0, 15, 0], [0, 148, 20])
    assert np.isnan(low).tolist() == [True, False, False]
    assert [bound.size for bound in wilson([], [])] == [0, 0]
