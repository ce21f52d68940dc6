"""The comparison within kinds: right by hand, blind to differences between kinds, honest about how few prove."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales_metrics.statistics.change_by_strata import change_by_strata, more_needed


def test_the_effect_is_the_gap_within_each_kind_weighted_by_the_chosen() -> None:
    # Large: +30 against a mean of +10; small: +3 and +5 against +1.
    found = change_by_strata(
        before=[100, 100, 100, 10, 10, 10],
        after=[130, 105, 115, 13, 15, 11],
        chosen=[True, False, False, True, True, False],
        kind=["large", "large", "large", "small", "small", "small"],
    )
    assert found.effect == pytest.approx((20 + 2 * 3) / 3)
    assert (found.own, found.others) == (pytest.approx(38 / 3), pytest.approx(12 / 3))
    assert found.before == pytest.approx(120 / 3)
    assert found.others_before == pytest.approx(120 / 3)
    assert found.kinds == ("large", "small")
    assert (found.chosen, found.compared, found.alone) == (3, 3, 0)
    assert found.least_p == pytest.approx(2 / 9)
    assert np.isinf(found.low)
    assert np.isinf(found.high)


def test_whoever_has_nobody_of_the_kind_beside_is_left_out() -> None:
    found = change_by_strata([1, 1, 1], [2, 5, 1], [True, True, False], ["a", "b", "a"])
    assert (found.effect, found.chosen, found.alone) == (1.0, 1, 1)
    nobody = change_by_strata([1], [2], [True], ["a"])
    assert np.isnan(nobody.effect)
    assert more_needed(nobody, 1.0) is None


def test_p_is_the_share_of_all_choices_that_come_as_far() -> None:
    change = np.array([9.0, 8.0, 1.0, 2.0, 3.0, 0.0, 4.0, 2.5])
    chosen = np.array([True, True, *[False] * 6])
    gaps = [change[list(who)].mean() - np.delete(change, list(who)).mean() for who in combinations(range(8), 2)]
    exact = np.mean(np.array(gaps) >= gaps[0] - 1e-9)
    found = change_by_strata(np.zeros(8), change, chosen, ["a"] * 8)
    assert found.p == pytest.approx(2 * exact, abs=0.02)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1_000), st.floats(-50, 50))
def test_a_shift_of_the_chosen_shifts_effect_and_bounds(seed: int, shift: float) -> None:
    rng = np.random.default_rng(seed)
    n = 40
    chosen, kind = rng.permutation(n) < 12, rng.integers(0, 2, n).astype(str)
    before, after = rng.gamma(2, 20, n), rng.gamma(2, 20, n)
    plain = change_by_strata(before, after, chosen, kind, draws=300)
    moved = change_by_strata(before, after + shift * chosen, chosen, kind, draws=300)
    for name in ("effect", "low", "high", "own"):
        assert getattr(moved, name) == pytest.approx(getattr(plain, name) + shift, abs=1e-6)
    assert plain.low <= plain.effect <= plain.high


def test_the_interval_holds_nothing_at_all_as_often_as_it_says() -> None:
    rng = np.random.default_rng(5)
    held = 0
    for _ in range(60):
        kind = np.repeat(["large", "small"], 30)
        scale = np.where(kind == "large", 100.0, 5.0)
        change = rng.normal(0, 1, 60) * scale
        chosen = np.zeros(60, dtype=bool)
        chosen[rng.choice(30, 8, replace=False)] = chosen[30 + rng.choice(30, 4, replace=False)] = True
        found = change_by_strata(np.zeros(60), change, chosen, kind, draws=400)
        held += found.low <= 0 <= found.high
    assert held >= 53  # 57 are expected; so few or fewer in one run of two hundred


def test_more_are_needed_for_less() -> None:
    rng = np.random.default_rng(2)
    found = change_by_strata(np.zeros(60), rng.normal(0, 10, 60), np.arange(60) < 12, ["a"] * 60)
    wide, narrow = more_needed(found, 10.0), more_needed(found, 2.0)
    assert wide is not None
    assert narrow is not None
    assert wide < narrow
    assert more_needed(found, 0.0) is None
