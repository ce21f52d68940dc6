"""Two stretches side by side, against sums worked out by hand."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.statistics.client_growth import (
    MOVES,
    breadths,
    grew,
    moves,
    rarefied,
    retention,
    retention_intervals,
    unchanged,
)

BEFORE = [100, 200, 50, 80, 0, 0, 60]
NOW = [150, 120, 0, 80, 70, 40, 63]
EARLIER = [True, True, True, True, False, True, True]
SUMS = st.integers(-5_000, 50_000).map(lambda cents: cents / 100)


def test_seven_clients_lead_from_490_to_523() -> None:
    found = moves(BEFORE, NOW, EARLIER)
    changes = np.array(NOW) - np.array(BEFORE)
    by = {move: changes[found == move].sum() for move in MOVES}
    assert by == {"new": 70, "reactivated": 40, "expansion": 53, "contraction": -80, "churn": -50, "returns": 0}
    assert sum(BEFORE) + sum(by.values()) == sum(NOW) == 523


def test_what_the_base_is_worth_now() -> None:
    found = retention(BEFORE, NOW)
    assert found.net == pytest.approx(413 / 490)
    assert found.gross == pytest.approx(360 / 490)
    assert found.logo == pytest.approx(0.8)
    low, high = retention_intervals(BEFORE, NOW, seed=1)
    assert low.net < found.net < high.net
    assert low.gross < found.gross < high.gross <= 1
    assert retention_intervals(BEFORE, NOW, seed=1) == (low, high)
    assert np.isnan(retention([], []).net)


@pytest.mark.parametrize(("threshold", "count"), [(0.0, 2), (0.05, 1), (0.10, 1)])
def test_the_lost_stay_among_those_who_might_have_grown(threshold: float, count: int) -> None:
    assert grew(BEFORE, NOW, threshold).sum() == count


@given(st.lists(st.tuples(SUMS, SUMS, st.booleans()), max_size=30))
def test_the_moves_add_up_to_the_penny(clients: list[tuple[float, float, bool]]) -> None:
    before = np.array([client[0] for client in clients], dtype=float)
    now = np.array([client[1] for client in clients], dtype=float)
    earlier = [client[2] for client in clients]
    found = moves(before, now, earlier)
    change = now - before
    parted = sum(round(float(change[found == move].sum()), 2) for move in MOVES)
    assert float(before.sum()) + parted == pytest.approx(float(now.sum()), abs=0.001)
    assert (change[(found == "churn") | (found == "contraction")] < 0).all()
    assert (change[(found == "new") | (found == "reactivated") | (found == "expansion")] > 0).all()


def test_with_nothing_changed_less_than_half_seem_to_grow() -> None:
    rng = np.random.default_rng(5)
    size = 4_000
    before, now = (np.array([rng.lognormal(0, 0.6, n).sum() for n in rng.poisson(4, size)]) for _ in range(2))
    found = unchanged(before, now, 0.0, seed=3)
    assert found.share == pytest.approx(0.49, abs=0.015)
    assert unchanged(before, now, 0.10, seed=3).share == pytest.approx(0.45, abs=0.015)
    assert found.low < grew(before, now, 0.0).sum() / (before > 0).sum() < found.high
    assert unchanged(before, before * 1.3, 0.05, seed=3).p < 0.001
    assert np.isnan(unchanged([], [], 0.0, seed=3).share)


def test_breadth_at_an_equal_number_of_purchases() -> None:
    assert rarefied([1, 1], 1) == pytest.approx(1)
    assert rarefied([1, 1], 2) == pytest.approx(1.5)
    assert rarefied([3, 1], 2) == pytest.approx((1 - 1 / 16) + (1 - 9 / 16))
    assert rarefied([], 5) == 0


def test_breadth_of_groups_is_the_sum_over_their_clients() -> None:
    client, group, counts = [0, 0, 1, 2, 2, 2, 1], [0, 0, 0, 1, 1, 1, 1], [3, 1, 2, 1, 1, 2, 5]
    found = breadths(client, group, counts, 2)
    # Client 1 buys in both groups, and is one of each.
    assert found.clients.tolist() == [2, 2]
    assert found.groups.tolist() == [3, 4]
    by_hand = [rarefied([3, 1], 2) + rarefied([2], 2), rarefied([1, 1, 2], 2) + rarefied([5], 2)]
    assert found.rarefied.tolist() == pytest.approx(by_hand)
    assert not len(breadths([], [], [], 2).clients)
