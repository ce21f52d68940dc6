"""Who lies outside the spread of the colleagues: neither chance nor a trifle stands out."""

from __future__ import annotations

import numpy as np
import pytest

from sales_metrics.statistics.peers import against_peers, shared_out, together


def test_one_far_from_the_rest_stands_out_and_nobody_else() -> None:
    found = against_peers([20, 22, 18, 21, 90], [100] * 5, delta=0.03)
    assert found["differs"].tolist() == [0, 0, 0, 0, 1]
    assert found["peers"].iloc[4] == pytest.approx(0.205)


def test_a_distance_under_delta_never_stands_out() -> None:
    found = against_peers([20_000, 20_000, 20_000, 22_000], [1_000_000] * 4, delta=0.03)
    assert found["differs"].tolist() == [0, 0, 0, 0]
    assert abs(found["z"].iloc[3]) < 3.5 * 0.002 / 0.03 + 0.01


def test_a_team_that_differs_by_nature_points_at_nobody() -> None:
    found = against_peers([10, 30, 50, 70, 90], [100] * 5, delta=0.03)
    assert (found["differs"] == 0).all()


def test_few_cases_and_few_peers_are_not_compared() -> None:
    few = against_peers([5, 1, 1, 1], [9, 100, 100, 100], delta=0.03)
    assert np.isnan(few["z"].iloc[0])
    alone = against_peers([90, 1, 1], [100] * 3, delta=0.03)
    assert alone["z"].isna().all()
    assert (alone["differs"] == 0).all()
    nothing = against_peers([0], [0], delta=0.03)
    assert np.isnan(nothing["share"].iloc[0])


def test_alike_managers_are_set_apart_as_seldom_as_promised() -> None:
    rng = np.random.default_rng(7)
    marked = [
        (against_peers(rng.binomial(400, 0.2, 8), [400] * 8, delta=0.03)["differs"] != 0).any() for _ in range(300)
    ]
    assert np.mean(marked) < 0.05


def test_indicators_are_summed_with_one_weight_and_none_decides_alone() -> None:
    assert together([[100.0, np.nan], [2.0, 3.0], [-100.0, 0.0]]).tolist() == [6.0, 5.0, -6.0]


def test_checks_are_shared_out_whole() -> None:
    assert shared_out(10, [6.0, 3.0, -5.0, np.nan]).tolist() == [7, 3, 0, 0]
    assert shared_out(10, [-1.0, 0.0]).tolist() == [0, 0]
    assert shared_out(1, [1.0, 1.0]).tolist() == [1, 0]
    assert shared_out(0, [1.0]).tolist() == [0]
