"""Checked against Newcombe's published differences of shares, which are a special case."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.statistics.difference import square_and_add
from sales_metrics.statistics.intervals import wilson


def of_shares(k: int, n: int, other_k: int, other_n: int) -> tuple[float, float]:
    low, high = wilson([k, other_k], [n, other_n])
    return square_and_add(k / n, low[0], high[0], other_k / other_n, low[1], high[1])


@pytest.mark.parametrize(
    ("counts", "bounds"),
    [
        # Newcombe (1998), Stat. Med. 17:873, table II, method 10
        ((56, 70, 48, 80), (0.0524, 0.3339)),
        ((9, 10, 3, 10), (0.1705, 0.8090)),
        ((5, 56, 0, 29), (-0.0381, 0.1926)),
        ((0, 10, 0, 20), (-0.1611, 0.2775)),
        ((10, 10, 0, 20), (0.6791, 1.0)),
    ],
)
def test_shares_give_newcombes_interval(counts: tuple[int, int, int, int], bounds: tuple[float, float]) -> None:
    assert of_shares(*counts) == pytest.approx(bounds, abs=5e-5)


def test_an_undefined_estimate_gives_an_undefined_interval() -> None:
    assert all(map(math.isnan, square_and_add(math.nan, 0, 1, 0.5, 0.4, 0.6)))


@given(*[st.floats(-100, 100)] * 2, *[st.floats(0, 10)] * 4)
def test_turning_the_difference_round_turns_the_interval_round(
    value: float, other: float, below: float, above: float, other_below: float, other_above: float
) -> None:
    one = (value, value - below, value + above)
    two = (other, other - other_below, other + other_above)
    low, high = square_and_add(*one, *two)
    assert low <= value - other <= high
    assert square_and_add(*two, *one) == pytest.approx((-high, -low))
