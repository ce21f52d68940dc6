"""How much work a target takes: worked values, and that the assurance is what it says."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sales_metrics.statistics.needed_events import (
    ASSURANCES,
    least_without_success,
    needed_at_rate,
    needed_from_record,
    needed_over_steps,
)


def test_eleven_contracts_at_one_in_eight() -> None:
    assert [needed_at_rate(11, 0.125, assurance) for assurance in ASSURANCES] == [86, 108, 121]
    # The division that everybody makes gives 88 meetings, which are enough in 55 cases of 100 only.
    assert stats.binom.sf(10, 88, 0.125) == pytest.approx(0.55, abs=0.01)


@pytest.mark.parametrize(
    ("k", "n", "expected"), [(5, 40, [83, 129, 165]), (11, 88, [85, 119, 142]), (55, 440, [85, 110, 126])]
)
def test_a_short_record_asks_for_more_meetings(k: int, n: int, expected: list[int]) -> None:
    assert [needed_from_record(11, k, n, assurance) for assurance in ASSURANCES] == expected


def test_calls_for_eleven_contracts_by_simulation() -> None:
    found = needed_over_steps(11, [(88, 330), (11, 88)])
    for mine, expected in zip(found, (321, 452, 545), strict=True):
        assert mine == pytest.approx(expected, rel=0.015)
    assert found == needed_over_steps(11, [(88, 330), (11, 88)])


@pytest.mark.parametrize(("rate", "expected"), [(0.4, 13), (4 / 15, 20)])
def test_calls_for_four_meetings_in_four_days_of_five(rate: float, expected: int) -> None:
    assert needed_at_rate(4, rate, 0.8) == expected


def test_without_a_success_there_is_only_a_bound() -> None:
    assert needed_from_record(11, 0, 40, 0.8) is None
    assert needed_over_steps(11, [(88, 330), (0, 88)]) == (None, None, None)
    assert least_without_success(11, 40) > 11 / 0.1
    assert least_without_success(11, 0) == 11


def test_more_successes_than_events_are_no_rate() -> None:
    assert needed_from_record(5, 12, 10, 0.8) is None
    assert needed_at_rate(5, 0.0, 0.8) is None


def test_nothing_is_needed_for_nothing_and_a_hopeless_target_has_no_answer() -> None:
    assert needed_from_record(0, 5, 40, 0.9) == 0
    assert needed_at_rate(1_000, 1e-6, 0.9) is None


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 60), st.integers(1, 50), st.integers(0, 200), st.sampled_from(ASSURANCES))
def test_the_number_is_the_least_that_will_do(target: int, k: int, more: int, assurance: float) -> None:
    n = k + more
    found = needed_from_record(target, k, n, assurance)
    if found is None:
        return
    chance = stats.betabinom(found, k + 0.5, n - k + 0.5).sf(target - 1)
    assert chance >= assurance - 1e-9
    if found > target:
        assert stats.betabinom(found - 1, k + 0.5, n - k + 0.5).sf(target - 1) < assurance


def test_the_assurance_is_kept_in_the_long_run() -> None:
    rng = np.random.default_rng(8)
    # The rate comes from the prior, the record from the rate: then the promise holds on average exactly.
    rates = rng.beta(0.5, 0.5, 3_000)
    k = rng.binomial(60, rates)
    asked = [(needed_from_record(6, int(one), 60, 0.8), rate) for one, rate in zip(k, rates, strict=True) if one]
    kept = [rng.binomial(n, rate) >= 6 for n, rate in asked if n is not None]
    assert 0.78 <= np.mean(kept) <= 0.95
