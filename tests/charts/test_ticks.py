from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sales_metrics.charts.ticks import padded, ticks_between
from sales_metrics.charts.trend import spread


@pytest.mark.parametrize(
    ("low", "high", "most", "places"),
    [
        (0.13, 0.53, 5, [0.2, 0.3, 0.4, 0.5]),
        (0, 48e6, 5, [0, 1e7, 2e7, 3e7, 4e7]),
        (0, 1, 3, [0, 0.5, 1]),
        (0, 1, 5, [0, 0.25, 0.5, 0.75, 1]),
        (5, 5, 5, [5]),
    ],
)
def test_round_places(low: float, high: float, most: int, places: list[float]) -> None:
    assert ticks_between(low, high, most) == pytest.approx(places)


@given(st.floats(-1e9, 1e9), st.floats(1e-3, 1e9), st.integers(2, 6))
def test_never_too_many_and_never_outside(low: float, length: float, most: int) -> None:
    assume(low + length > low)
    places = ticks_between(low, low + length, most)
    assert 1 <= len(places) <= most
    assert all(low - length * 1e-6 <= place <= low + length * (1 + 1e-6) for place in places)


def test_padding_stops_at_the_bounds() -> None:
    assert padded(0.2, 0.4, 0.1, 0, 1) == pytest.approx((0.18, 0.42))
    assert padded(0.0, 1.0, 0.1, 0, 1) == (0, 1)


@given(
    st.lists(st.tuples(st.floats(0, 400), st.floats(15, 60)), min_size=1, max_size=5),
    st.booleans(),
)
def test_labels_are_moved_apart_and_the_pinned_one_stays(wanted: list[tuple[float, float]], pin: bool) -> None:
    middles, heights = [at for at, _ in wanted], [height for _, height in wanted]
    placed = spread(middles, heights, [pin and at == 0 for at in range(len(wanted))])
    if pin:
        assert placed[0] == middles[0]
    order = sorted(range(len(placed)), key=lambda at: placed[at])
    for one, other in itertools.pairwise(order):
        assert placed[other] - placed[one] >= (heights[one] + heights[other]) / 2 + 6 - 1e-6
