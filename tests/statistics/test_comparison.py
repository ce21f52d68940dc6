"""Three answers, and the number of cases that would tell."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sales_metrics.statistics.comparison import adjusted, against_the_rest, needed, pooled_p, two


def test_the_three_answers_and_too_few() -> None:
    assert two(56, 70, 48, 80, delta=0.03).answer == "differs"
    assert two(500, 1000, 505, 1000, delta=0.05).answer == "same"
    assert two(5, 20, 7, 20, delta=0.10).answer == "cannot_tell"
    assert two(9, 9, 0, 100, delta=0.10).answer == "too_few"


def test_a_proven_difference_that_is_too_small_to_matter_is_the_same() -> None:
    found = two(50_500, 100_000, 50_000, 100_000, delta=0.03)
    assert found.low > 0
    assert found.answer == "same"


def test_only_an_open_question_has_a_needed_number() -> None:
    assert two(56, 70, 48, 80, delta=0.03).needed is None
    found = two(5, 20, 9, 20, delta=0.20)
    # 88 of each would tell, and 20 are there.
    assert needed(0.25, 0.45) == 88
    assert found.needed == 68
    assert two(0, 0, 1, 10, delta=0.1).needed is None


@pytest.mark.parametrize(
    ("one", "other", "n"),
    [(0.45, 0.25, 88), (0.40, 0.20, 81), (0.45, 0.175, 43), (0.10, 0.15, 681), (0.1, 0.2, 195)],
)
def test_cases_per_group_for_eighty_percent_power(one: float, other: float, n: int) -> None:
    # Cohen 1988, ch. 6; the same numbers come from statsmodels' NormalIndPower.
    assert needed(one, other) == n


def test_equal_shares_are_never_told_apart() -> None:
    assert needed(0.3, 0.3) is None


def test_benjamini_hochberg_on_their_own_fifteen_p_values() -> None:
    # Benjamini and Hochberg (1995), section 3: four of fifteen are rejected at 0.05.
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    p += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0]
    q = adjusted(p)
    assert (q <= 0.05).sum() == 4
    np.testing.assert_allclose(q[:4], [0.0015, 0.003, 0.0095, 0.035625])


def test_q_is_adjusted_over_the_known_p_alone() -> None:
    q = adjusted([0.01, np.nan, 0.04])
    np.testing.assert_allclose(q, [0.02, np.nan, 0.04])
    assert adjusted([]).size == 0


def test_one_manager_against_the_rest() -> None:
    table = against_the_rest([60, 30, 31, 29, 3], [100, 100, 100, 100, 5], delta=0.10)
    assert table["answer"].tolist() == ["differs", "cannot_tell", "cannot_tell", "cannot_tell", "too_few"]
    assert table.loc[0, "rest"] == pytest.approx(93 / 305)
    assert table["q"].isna().tolist() == [False, False, False, False, True]
    # Ten points from what the rest have, on the side where a row stands, less the cases that it has.
    assert table["needed"].isna().tolist() == [True, False, False, False, False]
    each = needed(123 / 305 - 0.10, 123 / 305)
    assert each is not None
    assert table.loc[1, "needed"] == each - 100
    late = needed(150 / 400 + 0.10, 150 / 400)
    assert late is not None
    assert table.loc[4, "needed"] == late - 5


def test_many_equal_managers_seldom_differ() -> None:
    rng = np.random.default_rng(3)
    differing = sum(
        "differs" in set(against_the_rest(rng.binomial(88, 0.1, 10), [88] * 10, delta=0.03)["answer"])
        for _ in range(200)
    )
    assert differing / 200 < 0.10


def test_nobody_and_one_alone_are_not_compared() -> None:
    assert against_the_rest([], [], delta=0.1).empty
    alone = against_the_rest([3], [10], delta=0.1)
    assert alone["answer"].tolist() == ["too_few"]
    assert alone["needed"].isna().all()


def test_the_score_test_of_a_fourfold_table() -> None:
    # The square of z is Pearson's chi-square: 20/50 against 10/50 gives 4.7619.
    assert pooled_p(20, 50, 10, 50) == pytest.approx(0.02909633)
    assert pooled_p(0, 10, 0, 10) == pytest.approx(1.0)
    assert np.isnan(pooled_p(0, 0, 1, 10))


@given(st.integers(10, 80), st.integers(10, 80), st.data())
def test_turning_the_comparison_round_changes_only_the_sign(n1: int, n2: int, data: st.DataObject) -> None:
    k1, k2 = data.draw(st.integers(0, n1)), data.draw(st.integers(0, n2))
    one, other = two(k1, n1, k2, n2, delta=0.1), two(k2, n2, k1, n1, delta=0.1)
    assert one.answer == other.answer
    assert one.difference == pytest.approx(-other.difference)
    assert one.low == pytest.approx(-other.high)


def test_rows_of_different_questions_are_compared_within_their_own() -> None:
    k, n = np.array([60, 30, 31, 10, 40, 12]), np.array([100, 100, 100, 50, 100, 60])
    step = np.array(["one", "two", "one", "two", "one", "two"])
    joint = against_the_rest(k, n, delta=0.1, within=step)
    for label in ("one", "two"):
        mine = step == label
        alone = against_the_rest(k[mine], n[mine], delta=0.1)
        np.testing.assert_allclose(joint.loc[mine, "rest"], alone["rest"])
        np.testing.assert_allclose(joint.loc[mine, "p"], alone["p"])
    np.testing.assert_allclose(joint["q"], adjusted(joint["p"]))
