"""How far a person's own amounts count, on numbers that can be worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.statistics.credibility import credibility, mixed

AMOUNTS = st.lists(st.floats(1, 1e6), min_size=1, max_size=8)


def test_two_people_by_hand() -> None:
    """Within: (2 + 2) / 2 = 2. Between: (2 * 4 + 2 * 4 - 2) / (4 - 8 / 4) = 7. Two amounts count 2 / (2 + 2/7)."""
    found = credibility([[1, 3], [5, 7]])
    assert (found.within, found.between) == pytest.approx((2, 7))
    assert found.share(2) == pytest.approx(0.875)
    assert found.share(0) == 0
    assert found.doubt(0) == pytest.approx(7 * (1 + 1 / 1.75))


def test_people_who_differ_by_no_more_than_chance_have_the_amounts_of_all() -> None:
    found = credibility([[1, 9], [2, 8]])
    assert found.between == 0
    assert found.share(50) == 0
    assert found.doubt(2) == pytest.approx(found.within / 4)


@pytest.mark.parametrize("groups", [[], [[]], [[5.0]], [[5.0], [6.0]]])
def test_single_amounts_tell_nobody_apart(groups: list[list[float]]) -> None:
    assert credibility(groups).between == credibility(groups).within == 0


def test_the_variances_are_found_again() -> None:
    rng = np.random.default_rng(5)
    found = [credibility([list(rng.normal(rng.normal(10, 2), 3, 6)) for _ in range(12)]) for _ in range(300)]
    assert np.mean([one.within for one in found]) == pytest.approx(9, rel=0.05)
    assert np.mean([one.between for one in found]) == pytest.approx(4, rel=0.1)


@given(AMOUNTS, AMOUNTS, st.floats(0, 0.95))
def test_a_mixture_holds_the_share_that_was_asked_for(own: list[float], others: list[float], share: float) -> None:
    pool = mixed(own, [*own, *others], share)
    repeated = len(pool) - len(own) - len(others)
    # Whole repetitions: at most half of one astray.
    wanted = share / (1 - share) * (len(own) + len(others))
    assert abs(repeated - wanted) <= len(own) / 2 + 1e-6
    assert set(pool) == {*own, *others}


def test_own_ones_alone_and_none_at_all() -> None:
    assert mixed([1.0, 2.0], [1.0, 2.0, 9.0], 1.0) == (1.0, 2.0)
    assert mixed([], [4.0], 0.7) == (4.0,)
