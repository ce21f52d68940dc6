"""The area under the curve against figures of the literature, against counting pairs, and its laws."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.statistics.discrimination import area, interval, judged, needed, standard_error

COUNTS = st.lists(
    st.tuples(st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.integers(0, 4), st.integers(0, 4)), min_size=1
)


def test_the_standard_errors_of_hanley_and_mcneil() -> None:
    assert standard_error(0.893, 51, 58) == pytest.approx(0.0325, abs=0.0001)
    assert standard_error(0.8, 20, 60) == pytest.approx(0.0637, abs=0.0001)
    assert interval(0.8, 20, 60) == pytest.approx((0.675, 0.925), abs=0.0005)


def test_an_area_by_hand() -> None:
    # Three won at 1, 1, 0 against two lost at 1, 0: of six pairs two are won, three are ties.
    assert area([1, 0], [2, 1], [1, 1]) == pytest.approx((2 + 3 / 2) / 6)
    assert math.isnan(area([1, 0], [2, 1], [0, 0]))


@given(COUNTS)
def test_the_area_is_the_share_of_pairs_in_the_right_order(counts: list[tuple[float, int, int]]) -> None:
    won = [score for score, yes, _ in counts for _ in range(yes)]
    lost = [score for score, _, no in counts for _ in range(no)]
    found = area(*zip(*counts, strict=True))
    pairs = [(1.0 if high > low else 0.5 if high == low else 0.0) for high, low in product(won, lost)]
    assert math.isnan(found) if not pairs else found == pytest.approx(sum(pairs) / len(pairs))
    if pairs:
        low, high = interval(found, len(won), len(lost))
        assert 0 <= low <= found <= high <= 1
        turned = area([-score for score, _, _ in counts], *([part[at] for part in counts] for at in (1, 2)))
        assert turned == pytest.approx(1 - found)


def test_three_answers_and_too_few() -> None:
    assert judged(0.7, 100, 100, delta=0.05).answer == "differs"
    assert judged(0.3, 100, 100, delta=0.05).answer == "differs"
    assert judged(0.5, 5000, 5000, delta=0.05).answer == "same"
    open_ = judged(0.53, 100, 100, delta=0.05)
    assert (open_.answer, open_.needed) == ("cannot_tell", needed(0.05))
    assert judged(0.9, 9, 100, delta=0.05).answer == "too_few"


def test_so_many_cases_show_the_difference_and_one_less_does_not() -> None:
    n = needed(0.1)
    assert n is not None
    reach = 1.95996 + 0.84162
    assert reach * standard_error(0.6, n, n) <= 0.1 < reach * standard_error(0.6, n - 1, n - 1) + 1e-4
    assert needed(0.0) is None
