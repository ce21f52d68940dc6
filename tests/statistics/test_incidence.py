"""Cumulative incidence against published figures, a second library, a hand count, and simulated truth."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.duration.survfunc import CumIncidenceRight, SurvfuncRight

from sales_metrics.statistics.incidence import Incidence, incidence

RELAPSE, DEATH = 1, 2
TRANSPLANTS = np.array(
    [
        *[(0, 13, 2), (0, 1, 1), (0, 72, 0), (0, 7, 2), (0, 8, 2), (1, 67, 0), (0, 9, 2), (0, 5, 2), (1, 70, 0)],
        *[(1, 4, 0), (1, 7, 0), (1, 68, 0), (0, 1, 2), (1, 10, 2), (1, 7, 2), (1, 3, 1), (1, 4, 1), (1, 4, 1)],
        *[(1, 3, 1), (1, 3, 1), (0, 22, 2), (1, 8, 1), (1, 2, 2), (0, 0, 2), (0, 0, 1), (0, 35, 0), (1, 35, 0)],
        *[(0, 4, 2), (0, 14, 2), (0, 26, 2), (0, 3, 2), (1, 2, 0), (1, 8, 0), (1, 32, 0), (0, 12, 1)],
    ]
)
"""35 patients: disease, months, end. Scrucca, Santucci and Aversa (2007), Bone Marrow Transplant. 40:381."""

# Deals: (2, won) (3, lost) (3, open) (5, won) (6, open) (8, lost).
HAND = ([2, 3, 3, 5, 6, 8], [1, 2, 0, 1, 0, 2])


def of_patients(disease: int | None = None) -> Incidence:
    some = TRANSPLANTS if disease is None else TRANSPLANTS[TRANSPLANTS[:, 0] == disease]
    return incidence(some[:, 1], some[:, 2])


def test_the_published_transplants_come_out() -> None:
    found = of_patients()
    assert [found.at(month, RELAPSE) for month in (6, 12, 72)] == pytest.approx(
        [0.20493, 0.27284, 0.27284], abs=5e-6
    )
    assert [found.at(month, DEATH) for month in (6, 12, 24, 72)] == pytest.approx(
        [0.17579, 0.34076, 0.44614, 0.48127], abs=5e-6
    )
    assert 1 - found.open_at(72) == pytest.approx(0.75411, abs=5e-6)
    assert found.errors[:, -1] == pytest.approx([0.07809, 0.09002], abs=5e-6)


@pytest.mark.parametrize(("disease", "relapse", "death"), [(0, 0.1765, 0.7059), (1, 0.3682, 0.2057)])
def test_the_published_transplants_come_out_by_disease(disease: int, relapse: float, death: float) -> None:
    found = of_patients(disease)
    assert (found.at(60, RELAPSE), found.at(60, DEATH)) == pytest.approx((relapse, death), abs=5e-5)


def test_lost_as_censored_would_promise_too_much() -> None:
    months, ends = TRANSPLANTS[:, 1], TRANSPLANTS[:, 2]
    naive = [1 - incidence(months, ends == cause, kinds=1).open_at(72) for cause in (RELAPSE, DEATH)]
    assert naive == pytest.approx([0.32966, 0.62819], abs=5e-6)
    assert sum(naive) > 1 - of_patients().open_at(72)


def test_six_deals_counted_by_hand() -> None:
    found = incidence(*HAND)
    assert [found.at(day, 1) for day in (1, 2, 4, 5, 99)] == pytest.approx([0, 1 / 6, 1 / 6, 7 / 18, 7 / 18])
    assert [found.at(day, 2) for day in (2, 3, 7, 8)] == pytest.approx([0, 1 / 6, 1 / 6, 11 / 18])
    assert found.at_risk.tolist() == [6, 5, 3, 2, 1]
    # Of the 4/6 open after day 3, 7/18 - 1/6 are won by day 5.
    assert found.chance(1, age=3, within=2) == pytest.approx((7 / 18 - 1 / 6) / (4 / 6))
    assert found.chance(1, age=8, within=2) is None


def test_rows_may_stand_for_many_cases() -> None:
    days, ends, times = [2, 3, 3, 5], [1, 2, 0, 1], [4, 1, 3, 2]
    whole = incidence(np.repeat(days, times), np.repeat(ends, times))
    counted = incidence(days, ends, counts=times)
    assert counted.shares == pytest.approx(whole.shares)
    assert counted.errors == pytest.approx(whole.errors)


def test_the_remissions_of_freireich_come_out() -> None:
    ended = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    watched = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    found = incidence([*ended, *watched], [1] * len(ended) + [0] * len(watched), kinds=1)
    steps = [found.open_at(week) for week in (6, 7, 10, 13, 16, 22, 23)]
    assert steps == pytest.approx([0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482], abs=5e-5)
    assert found.ended_by(0.5) == 23
    assert found.ended_by(0.6) is None


def test_a_case_watched_late_is_not_at_risk_before() -> None:
    found = incidence([5, 8, 10, 12], [1, 1, 0, 1], entry=[0, 6, 0, 9], kinds=1)
    assert found.open.tolist() == pytest.approx([0.5, 0.25, 0.25, 0])
    assert found.at_risk.tolist() == [2, 2, 2, 1]


@pytest.mark.parametrize("seed", range(3))
def test_a_second_library_agrees(seed: int) -> None:
    rng = np.random.default_rng(seed)
    days, ends = rng.integers(1, 30, 80), rng.integers(0, 3, 80)
    ours, theirs = incidence(days, ends), CumIncidenceRight(days, ends)
    for cause in (1, 2):
        assert [ours.at(day, cause) for day in theirs.times] == pytest.approx(theirs.cinc[cause - 1])
    entry = rng.integers(0, days)
    late = incidence(days, ends > 0, entry=entry, kinds=1)
    other = SurvfuncRight(days, ends > 0, entry=entry)
    assert [late.open_at(day) for day in other.surv_times] == pytest.approx(other.surv_prob)


@pytest.mark.parametrize("only", [0, 1, 2])
def test_a_cause_that_never_occurs_has_a_share_of_nothing(only: int) -> None:
    found = incidence([1, 2, 2, 4], [only] * 4)
    for cause in (1, 2):
        assert found.at(9, cause) == (1.0 if cause == only else 0.0)
    low, high = found.bounds()
    assert np.isnan(low[1 - (only == 2)]).any()
    assert low.shape == high.shape == (2, 3)


def test_nothing_in_is_nothing_out() -> None:
    found = incidence([], [])
    assert (found.at(5, 1), found.open_at(5), found.ended_by(0.5)) == (0.0, 1.0, None)
    assert found.chance(1, 0, 5) == 0.0


CASES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 2)), min_size=1, max_size=40)


@settings(max_examples=60, deadline=None)
@given(CASES)
def test_won_lost_and_open_make_a_whole(cases: list[tuple[int, int]]) -> None:
    days, ends = zip(*cases, strict=True)
    found = incidence(days, ends)
    assert found.shares.sum(axis=0) + found.open == pytest.approx(np.ones(len(found.times)))
    assert (np.diff(found.shares, axis=1) >= -1e-12).all()
    low, high = found.bounds()
    known = ~np.isnan(low)
    assert (low[known] <= found.shares[known] + 1e-12).all()
    assert (high[known] >= found.shares[known] - 1e-12).all()


@settings(max_examples=60, deadline=None)
@given(CASES)
def test_without_open_cases_it_is_a_plain_share_with_its_binomial_error(cases: list[tuple[int, int]]) -> None:
    days, ends = (np.array(column) for column in zip(*cases, strict=True))
    ends = np.maximum(ends, 1)
    found = incidence(days, ends)
    for cause in (1, 2):
        plain = np.array([((days <= day) & (ends == cause)).mean() for day in found.times])
        assert found.shares[cause - 1] == pytest.approx(plain, abs=1e-12)
        assert found.errors[cause - 1] == pytest.approx(np.sqrt(plain * (1 - plain) / len(days)), abs=1e-7)


def test_intervals_cover_the_truth_within_two_points_of_what_they_say() -> None:
    rng = np.random.default_rng(20261120)
    rounds, deals, by = 1500, 120, 60.0
    won_rate, lost_rate = 0.008, 0.017
    both = won_rate + lost_rate
    # In whole days, as deals are recorded: an end on day d is an end within (d - 1, d].
    truth = won_rate / both * (1 - math.exp(-both * by))
    covered = 0
    for _ in range(rounds):
        ends = np.ceil(rng.exponential(1 / both, deals))
        watched = rng.integers(20, 200, deals)
        cause = np.where(rng.random(deals) < won_rate / both, 1, 2)
        found = incidence(np.minimum(ends, watched), np.where(ends <= watched, cause, 0))
        place = int(np.searchsorted(found.times, by, side="right")) - 1
        low, high = found.bounds()
        covered += bool(low[0, place] <= truth <= high[0, place])
    assert covered / rounds == pytest.approx(0.95, abs=0.02)


def test_everything_that_has_ended_has_no_interval_though_its_steps_miss_one_by_a_digit() -> None:
    days, ends = [0, 0, 1, 1, 1, 2, 2, 2, 3], [0, 1, 0, 1, 1, 0, 0, 1, 1]
    found = incidence(days, ends)
    assert 1 - 1e-12 < found.shares[0][-1] < 1
    low, high = found.bounds()
    assert np.isnan((low[0][-1], high[0][-1])).all()
    assert not np.isnan(low[0][:-1]).any()
