"""What verdicts and intervals promise, tried out on departments whose truth is known; seeded, so it cannot waver.

Coverage is added up over every count that can occur, not drawn, so it is exact; error rates are drawn.
"""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from sales_metrics.statistics.comparison import against_the_rest, two
from sales_metrics.statistics.intervals import garwood, newcombe, wilson

MARGIN = 0.02
CHANCES = np.arange(0.05, 0.951, 0.01)


def coverage_of_wilson(n: int) -> float:
    """Return how often the interval of n cases holds the truth, on average over true shares from 5 to 95 %."""
    k = np.arange(n + 1)
    low, high = wilson(k, n)
    held = [stats.binom.pmf(k, n, p)[(low <= p) & (p <= high)].sum() for p in CHANCES]
    return float(np.mean(held))


@pytest.mark.parametrize("n", [10, 20, 50, 100, 300])
def test_wilson_holds_the_truth_as_often_as_it_says(n: int) -> None:
    assert coverage_of_wilson(n) == pytest.approx(0.95, abs=MARGIN)


@pytest.mark.parametrize(("n", "p", "held"), [(20, 0.1, 0.957), (10, 0.05, 0.914)])
def test_wilson_in_a_small_group_as_worked_out_elsewhere(n: int, p: float, held: float) -> None:
    # Exact coverage at these two points; Wald's interval would hold the truth in .876 and .400 of cases.
    k = np.arange(n + 1)
    low, high = wilson(k, n)
    assert stats.binom.pmf(k, n, p)[(low <= p) & (p <= high)].sum() == pytest.approx(held, abs=5e-4)


@pytest.mark.parametrize(("n1", "n2"), [(15, 15), (30, 60), (40, 200), (100, 100)])
def test_newcombe_holds_the_true_difference_as_often_as_it_says(n1: int, n2: int) -> None:
    k1, k2 = np.meshgrid(np.arange(n1 + 1), np.arange(n2 + 1), indexing="ij")
    low, high = newcombe(k1, n1, k2, n2)
    held = []
    for p1 in np.arange(0.1, 0.91, 0.1):
        for p2 in np.arange(0.1, 0.91, 0.1):
            chance = np.outer(
                stats.binom.pmf(np.arange(n1 + 1), n1, p1), stats.binom.pmf(np.arange(n2 + 1), n2, p2)
            )
            held.append(chance[(low <= p1 - p2) & (p1 - p2 <= high)].sum())
    assert np.mean(held) == pytest.approx(0.95, abs=MARGIN)


@pytest.mark.parametrize("expected", [5.0, 20.0, 100.0])
def test_garwood_never_promises_too_much(expected: float) -> None:
    k = np.arange(int(expected * 4) + 20)
    low, high = garwood(k, 1)
    assert stats.poisson.pmf(k, expected)[(low <= expected) & (expected <= high)].sum() >= 0.95


@pytest.mark.parametrize(("n", "p"), [(20, 0.3), (60, 0.1), (150, 0.5), (400, 0.3)])
def test_two_equal_managers_are_told_apart_no_more_often_than_stated(n: int, p: float) -> None:
    # Every pair of counts that can occur, by its chance: five in a hundred is what a 95 % interval promises.
    chance = stats.binom.pmf(np.arange(n + 1), n, p)
    likely = np.flatnonzero(chance > 1e-4)[:: max(n // 100, 1)]
    told = total = 0.0
    for k1 in likely:
        for k2 in likely:
            weight = chance[k1] * chance[k2]
            total += weight
            told += weight * (two(float(k1), n, float(k2), n, delta=0.05).answer == "differs")
    assert told / total <= 0.05 + MARGIN


@pytest.mark.parametrize(("managers", "n", "p"), [(2, 60, 0.3), (8, 60, 0.2), (30, 150, 0.6)])
def test_in_a_department_of_equals_hardly_ever_does_anybody_differ(managers: int, n: int, p: float) -> None:
    rng = np.random.default_rng(20)
    drawn = rng.binomial(n, p, (200, managers))
    false_alarms = sum(
        (against_the_rest(k, [n] * managers, delta=0.05)["answer"] == "differs").any() for k in drawn
    )
    # Two hundred draws of a rate of 5 % stray by a point and a half; two of these are allowed for.
    assert false_alarms / 200 <= 0.05 + 2 * 0.0154


def test_of_those_that_are_said_to_differ_hardly_any_do_not() -> None:
    # The rest of an ordinary manager wins 45 % as well: three lie above it and three below.
    rng = np.random.default_rng(21)
    truth = np.array([0.45] * 24 + [0.65] * 3 + [0.25] * 3)
    wrong: list[float] = []
    found = 0
    for _ in range(100):
        answers = (
            against_the_rest(rng.binomial(120, truth), [120] * 30, delta=0.05)["answer"].to_numpy() == "differs"
        )
        wrong.append(float(answers[:24].sum() / max(answers.sum(), 1)))
        found += int(answers[24:].sum())
    assert np.mean(wrong) <= 0.05 + MARGIN
    assert found > 0.8 * 600, "a test that finds nobody would pass as well"
