"""Before and after against a control: published numbers, and the error rate that is promised."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy import stats

from sales_metrics.statistics.before_after import (
    difference_in_differences,
    effect_bounds,
    posterior_effect,
)
from sales_metrics.statistics.shrinkage import Prior, shrunken

BEFORE = (7, 9, 8, 10, 12, 9, 11, 8, 10, 9)
AFTER = (14, 13, 15, 11, 12, 10, 10, 9, 11, 8)
FIRST_THREE = (True,) * 3 + (False,) * 7


def test_three_of_ten_by_all_hundred_and_twenty_choices() -> None:
    found = difference_in_differences(BEFORE, AFTER, FIRST_THREE)
    assert found.effect == pytest.approx(5.714, abs=0.001)
    assert found.p == pytest.approx(1 / 120)
    assert found.least_p == pytest.approx(1 / 120)
    assert found.trained_change - found.other_change == pytest.approx(found.effect)


def test_two_states_and_their_wages() -> None:
    # Card and Krueger (1994), Am. Econ. Rev. 84:772, table 3: jobs per restaurant in New Jersey and Pennsylvania.
    found = difference_in_differences((20.44, 23.33), (21.03, 21.17), (True, False))
    assert found.trained_change == pytest.approx(0.59)
    assert found.other_change == pytest.approx(-2.16)
    assert found.effect == pytest.approx(2.75)


@pytest.mark.parametrize(
    ("k", "n", "least"), [(1, 6, 0.167), (1, 20, 0.05), (2, 10, 0.022), (3, 10, 0.0083), (3, 6, 0.05)]
)
def test_how_little_a_few_can_prove(k: int, n: int, least: float) -> None:
    trained = [True] * k + [False] * (n - k)
    found = difference_in_differences([0.0] * n, [float(chosen) for chosen in trained], trained)
    assert found.least_p == pytest.approx(least, abs=0.0005)
    assert found.p == pytest.approx(least, abs=0.0005)


def test_the_exact_p_is_that_of_another_implementation() -> None:
    change = np.array(AFTER, float) - np.array(BEFORE)
    peer = stats.permutation_test(
        (change[:3], change[3:]),
        lambda one, other: one.mean() - other.mean(),
        alternative="greater",
        n_resamples=np.inf,
    )
    assert difference_in_differences(BEFORE, AFTER, FIRST_THREE).p == pytest.approx(peer.pvalue)


def test_with_many_people_a_seeded_draw_of_choices_is_tried() -> None:
    rng = np.random.default_rng(1)
    before, after = rng.random(40), rng.random(40)
    trained = [at < 20 for at in range(40)]
    first, again = (difference_in_differences(before, after, trained, seed=4) for _ in range(2))
    assert first == again
    change = after - before
    peer = stats.ttest_ind(change[:20], change[20:], alternative="greater").pvalue
    assert first.p == pytest.approx(peer, abs=0.02)


def test_the_bounds_hold_what_the_test_does_not_reject() -> None:
    low, high = effect_bounds(BEFORE, AFTER, FIRST_THREE)
    assert low < 5.714 < high
    assert low == pytest.approx(3, abs=0.01), "there the least of the three meets the best of the others"
    change = np.array(AFTER, float) - np.array(BEFORE) - np.where(FIRST_THREE, low - 0.02, 0)
    assert difference_in_differences(np.zeros(10), change, FIRST_THREE).p <= 0.025
    change = np.array(AFTER, float) - np.array(BEFORE) - np.where(FIRST_THREE, low + 0.02, 0)
    assert difference_in_differences(np.zeros(10), change, FIRST_THREE).p > 0.025


def test_one_person_alone_bounds_nothing() -> None:
    assert effect_bounds(BEFORE, AFTER, (True,) + (False,) * 9) == (-math.inf, math.inf)


def test_the_bounds_cover_the_true_effect_as_often_as_stated() -> None:
    rng = np.random.default_rng(8)
    trained = [True] * 4 + [False] * 5
    held = []
    for change in rng.standard_normal((100, 9)):
        low, high = effect_bounds(np.zeros(9), change + 2.0 * np.array(trained), trained)
        held.append(low <= 2.0 <= high)
    assert np.mean(held) >= 0.93


@pytest.mark.parametrize("trained", [(True, True), (False, False)])
def test_without_a_control_nothing_is_said(trained: tuple[bool, bool]) -> None:
    assert math.isnan(difference_in_differences((1, 2), (3, 4), trained).p)


def test_people_with_an_unknown_side_are_left_out() -> None:
    found = difference_in_differences((*BEFORE, math.nan), (*AFTER, 1), (*FIRST_THREE, True))
    assert found == difference_in_differences(BEFORE, AFTER, FIRST_THREE)


def test_a_training_without_effect_is_called_one_as_often_as_stated() -> None:
    rng = np.random.default_rng(2)
    trained = [True, True, True, *[False] * 5]
    said = []
    for before, after in rng.binomial(88, 0.1, (600, 2, 8)) / 88.0:
        said.append(difference_in_differences(before, after, trained).p <= 0.1)
    assert np.mean(said) <= 0.1 + 0.025


def test_the_difference_of_two_improvements_of_a_share() -> None:
    drawn = posterior_effect(((8, 88), (16, 88)), ((60, 616), (66, 616)))
    assert np.median(drawn) == pytest.approx(0.080, abs=0.002)
    assert np.quantile(drawn, [0.05, 0.95]) == pytest.approx([-0.0084, 0.1701], abs=0.003)
    assert np.mean(drawn > 0) == pytest.approx(0.932, abs=0.004)


def test_what_the_worst_three_do_next_if_nothing_is_done() -> None:
    rng = np.random.default_rng(3)
    true = rng.beta(9, 81, (4000, 10))
    before = rng.binomial(88, true)
    worst = np.argsort(before, axis=1)[:, :3]
    chosen = np.take_along_axis(before, worst, axis=1)
    really = np.take_along_axis(true, worst, axis=1).mean()
    assert chosen.mean() / 88 < 0.6 * 0.1
    expected = shrunken(np.column_stack([chosen.ravel(), 88 - chosen.ravel()]), Prior((9.0, 81.0), 0.0))
    assert expected[:, 0].mean() == pytest.approx(really, abs=0.001)
