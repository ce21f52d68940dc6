"""Concentration and classes against values that can be worked out by hand or are published."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.statistics.concentration import (
    abc,
    by_chance,
    effective_number,
    gini,
    left_out,
    lorenz,
    scores,
    variation,
    xyz,
)

AMOUNTS = [26, 19, 12, 9, 7, 6, 5, 4, 3, 3, 2, 2, 1, 1]
SOME = st.lists(st.integers(0, 1000), min_size=1, max_size=40).filter(any)


def test_known_values() -> None:
    assert gini([1, 2, 3, 4, 5]) == pytest.approx(0.266667, abs=1e-6)
    assert gini([1, 2, 3, 4, 5], corrected=True) == pytest.approx(1 / 3)
    assert gini([0, 0, 0, 0, 1]) == pytest.approx(0.8)
    assert gini([0, 0, 0, 0, 1], corrected=True) == pytest.approx(1)
    assert effective_number([30, 30, 20, 20]) == pytest.approx(1 / 0.26)
    assert 1 / effective_number([10, 9, 12, 15, 12, 11, 15, 16]) == pytest.approx(0.1296)
    assert effective_number(AMOUNTS) == pytest.approx(7.06, abs=0.005)
    assert gini(AMOUNTS) == pytest.approx(0.4943, abs=5e-5)


def test_nothing_to_share_is_undefined() -> None:
    for nothing in ([], [0, 0], [-5]):
        assert np.isnan(gini(nothing))
        assert np.isnan(effective_number(nothing))


def test_one_client_left_out_at_a_time() -> None:
    low, high = left_out(AMOUNTS, effective_number)
    each = [effective_number(np.delete(AMOUNTS, place)) for place in range(len(AMOUNTS))]
    assert (low, high) == pytest.approx((min(each), max(each)))
    assert all(np.isnan(left_out([3], effective_number)))


@given(SOME)
def test_concentration_keeps_its_bounds(amounts: list[int]) -> None:
    n = len(amounts)
    assert 1 - 1e-9 <= effective_number(amounts) <= n + 1e-9
    assert -1e-9 <= gini(amounts) <= 1 - 1 / n + 1e-9
    assert effective_number(amounts) == pytest.approx(effective_number([7 * amount for amount in amounts]))


def test_abc_goes_by_the_share_before_a_client() -> None:
    assert "".join(abc([85, 5, 4, 3, 2, 1])) == "ABBBCC"
    assert "".join(abc([40, 25, 15, 8, 6, 3, 2, 1])) == "AAABBBCC"
    assert "".join(abc([1, 85, 5, 4, 3, 2])) == "CABBBC"
    assert "".join(abc([10, 10])) == "AA"


@given(SOME)
def test_equal_clients_share_a_class_and_the_largest_is_in_a(amounts: list[int]) -> None:
    classes = abc(amounts)
    assert classes[int(np.argmax(amounts))] == "A"
    for amount in set(amounts):
        assert len({classes[at] for at, other in enumerate(amounts) if other == amount}) == 1


def test_variation_is_that_of_the_sample() -> None:
    assert variation([10, 11, 9, 10, 10, 12]) == pytest.approx(0.1, abs=1e-4)
    assert np.std([0, 0, 30, 0, 0, 30]) / 10 == pytest.approx(1.414, abs=1e-3)


def test_intermittent_comes_before_the_other_classes() -> None:
    steady = [10, 11, 9, 10, 10, 10] * 2
    wavy = [10, 13, 7, 10, 12, 8] * 2
    wild = [10, 20, 5, 10, 18, 6] * 2
    rare = [0, 0, 30, 0, 0, 30] * 2
    assert "".join(xyz([steady, wavy, wild, rare, [0] * 12])) == "XYZII"
    with pytest.raises(ValueError, match="twelve"):
        xyz([[1, 2, 3]])


def test_equal_clients_get_equal_scores() -> None:
    assert scores([1] * 70 + [2] * 30).tolist() == [2] * 70 + [5] * 30
    assert scores([1, 2, 3, 4, 5]).tolist() == [1, 2, 3, 4, 5]


def test_eighty_of_twenty_is_one_shape_of_pareto() -> None:
    corners = np.linspace(0, 1, 10_001)
    alpha = np.log(5) / np.log(4)
    assert alpha == pytest.approx(1.16096, abs=5e-6)
    amounts = np.diff(1 - (1 - corners) ** (1 - 1 / alpha))
    assert np.sort(amounts)[-2_000:].sum() == pytest.approx(0.8, abs=1e-6)
    assert gini(amounts) == pytest.approx(0.75647, abs=1e-4)


def test_the_corners_of_the_curve() -> None:
    across, up = lorenz([3, 1, 0, -5])
    assert across.tolist() == [0, 0.25, 0.5, 0.75, 1]
    assert up.tolist() == [0, 0, 0, 0.25, 1]
    assert not len(lorenz([0, -1])[0])


@given(SOME)
def test_the_curve_is_convex_ends_at_the_whole_and_holds_the_gini(amounts: list[int]) -> None:
    across, up = lorenz(amounts)
    assert (across[0], up[0], across[-1], up[-1]) == (0, 0, 1, 1)
    assert (np.diff(up, 2) >= -1e-9).all()
    area = float(np.sum(np.diff(across) * (up[:-1] + up[1:]) / 2))
    assert 1 - 2 * area == pytest.approx(gini(amounts), abs=1e-9)


def test_few_orders_vary_by_chance() -> None:
    assert by_chance([48, 192, 0], 12) == pytest.approx([0.5, 0.25, np.inf])
    counts = np.random.default_rng(1).poisson(4, size=(4_000, 48))
    assert np.median(variation(counts)) == pytest.approx(0.5, abs=0.01)


def test_a_client_on_the_bound_of_z_is_put_there_almost_every_second_time() -> None:
    demand = np.random.default_rng(2).normal(100, 25, size=(20_000, 12))
    assert np.mean(xyz(demand) == "Z") == pytest.approx(0.45, abs=0.01)
