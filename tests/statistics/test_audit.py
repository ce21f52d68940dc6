"""Sizes of samples and bounds after them, against published tables and against many simulated audits."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales_metrics.statistics.audit import (
    Bounds,
    bounds,
    bounds_with_unanswered,
    corrected,
    draw,
    frame_hash,
    number_of,
    size,
)

RATES = (0.01, 0.02, 0.05, 0.10, 0.20)


@pytest.mark.parametrize(
    ("population", "sizes"),
    [
        (100, (95, 78, 45, 25, 13)),
        (200, (155, 105, 51, 27, 13)),
        (500, (225, 129, 56, 28, 14)),
        (1000, (258, 138, 57, 29, 14)),
        (None, (299, 149, 59, 29, 14)),
    ],
)
def test_sizes_are_those_of_the_tables(population: int | None, sizes: tuple[int, ...]) -> None:
    assert tuple(size(population, rate) for rate in RATES) == sizes


def test_a_month_of_88_meetings() -> None:
    assert [size(88, rate) for rate in (0.05, 0.10, 0.20, 0.30)] == [39, 24, 13, 8]
    assert [size(88, rate, 0.8) for rate in (0.05, 0.10, 0.20, 0.30)] == [24, 14, 7, 5]


@pytest.mark.parametrize("population", [100, 200, 500, 1000])
@pytest.mark.parametrize("rate", RATES)
def test_the_formula_of_cannon_and_roe_agrees_within_one(population: int, rate: float) -> None:
    """(1 - (1 - confidence)^(1/D)) (N - (D - 1) / 2), of which the exact size is never further than one record."""
    marked = max(math.ceil(round(rate * population, 9)), 1)
    assert abs(size(population, rate) - (1 - 0.05 ** (1 / marked)) * (population - (marked - 1) / 2)) <= 1


def test_a_whole_number_of_marked_records_is_not_rounded_up() -> None:
    assert 0.07 * 100 > 7, "in binary, which is what the size must not fall for"
    assert size(100, 0.07) == size(100, 0.065) > size(100, 0.075)


def test_nothing_to_check_needs_no_sample() -> None:
    assert size(0, 0.1) == 0
    assert size(50, 0.0) == 0
    assert size(50, 1.0) == 1
    with pytest.raises(ValueError, match="shares"):
        size(50, 1.5)


@given(st.integers(1, 400), st.floats(0.01, 0.99), st.floats(0.5, 0.99))
@settings(max_examples=60, deadline=None)
def test_the_size_is_the_smallest_that_finds_one(population: int, rate: float, confidence: float) -> None:
    n = size(population, rate, confidence)
    marked = max(math.ceil(round(rate * population, 9)), 1)

    def missed(drawn: int) -> float:
        return math.comb(population - marked, drawn) / math.comb(population, drawn)

    assert missed(n) <= 1 - confidence + 1e-9
    assert n == 1 or missed(n - 1) > 1 - confidence - 1e-9


@pytest.mark.parametrize(
    ("found", "sample", "population", "answer"),
    [(0, 10, 88, (0, 21)), (0, 24, 88, (0, 8)), (2, 10, 88, (4, 43)), (0, 51, 200, (0, 9)), (10, 10, 10, (10, 10))],
)
def test_bounds_after_an_audit(found: int, sample: int, population: int, answer: tuple[int, int]) -> None:
    assert bounds(found, sample, population) == Bounds(*answer)


def test_what_cannot_be_is_refused() -> None:
    for wrong in ((3, 2, 10), (1, 12, 10), (-1, 5, 10)):
        with pytest.raises(ValueError, match="fit"):
            bounds(*wrong)


@pytest.mark.parametrize("marked", [0, 4, 9, 30])
def test_each_bound_holds_as_often_as_it_says(marked: int) -> None:
    rng = np.random.default_rng(marked)
    draws = rng.hypergeometric(marked, 88 - marked, 24, 4000)
    known = {int(found): bounds(int(found), 24, 88) for found in np.unique(draws)}
    above = np.mean([known[int(found)].high >= marked for found in draws])
    below = np.mean([known[int(found)].low <= marked for found in draws])
    assert above >= 0.94
    assert below >= 0.94


def test_silence_widens_the_bounds_both_ways() -> None:
    plain, wide = bounds(1, 12, 60), bounds_with_unanswered(1, 12, 6, 60)
    assert wide.high == bounds(7, 18, 60).high > plain.high
    assert wide.low == bounds(1, 18, 60).low <= plain.low


@pytest.mark.parametrize(("share", "true"), [(0.10, 0.0588), (0.05, 0.0), (0.20, 0.1765), (0.0, 0.0), (1.0, 1.0)])
def test_the_correction_for_wrong_answers(share: float, true: float) -> None:
    assert corrected(share, 0.90, 0.95) == pytest.approx(true, abs=5e-5)


def test_answers_that_say_nothing_correct_nothing() -> None:
    assert math.isnan(corrected(0.2, 0.5, 0.5))
    assert math.isnan(corrected(math.nan, 0.9, 0.95))


def test_a_draw_can_be_repeated_and_depends_on_its_seed() -> None:
    frame = [str(place) for place in range(88)]
    one = draw(frame, (2026, 10, number_of("Ann")), 24, 12)
    assert one == draw(frame, (2026, 10, number_of("Ann")), 24, 12)
    assert one != draw(frame, (2026, 11, number_of("Ann")), 24, 12)
    assert one != draw(frame, (2026, 10, number_of("Bob")), 24, 12)
    assert len({*one.sample, *one.reserve}) == 36
    short = draw(frame[:10], (1,), 8, 12)
    assert sorted((*short.sample, *short.reserve)) == list(range(10))


def test_every_record_is_as_likely_to_be_drawn() -> None:
    frame = [str(place) for place in range(20)]
    drawn = np.zeros(20)
    for month in range(1500):
        drawn[list(draw(frame, (2026, month), 5, 0).sample)] += 1
    assert np.abs(drawn / 1500 - 0.25).max() < 0.05


def test_whoever_changes_the_frame_changes_its_hash() -> None:
    assert frame_hash(["a", "b"]) == frame_hash(["a", "b"])
    assert len({frame_hash(frame) for frame in (["a", "b"], ["b", "a"], ["a"], ["a", "b", "c"])}) == 4
