"""Which manager hears which reason more often than the others."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sales_metrics.statistics.association import cells, chi_square, main_category, residuals
from sales_metrics.statistics.intervals import newcombe

TWO_MANAGERS = pd.DataFrame(
    [[18, 9, 7, 6], [7, 19, 8, 6]], index=["A", "B"], columns=["budget", "interest", "price", "other"]
)


def test_adjusted_residuals_of_religion_by_education() -> None:
    # Agresti, Categorical Data Analysis, table 3.2: degree by religious beliefs.
    table = pd.DataFrame([[178, 138, 108], [570, 648, 442], [138, 252, 252]])
    expected = [[4.53, -2.55, -1.94], [2.55, 1.29, -3.99], [-6.81, 0.70, 6.25]]
    np.testing.assert_allclose(residuals(table).round(2), expected)
    found = chi_square(table)
    assert (round(found.statistic, 2), found.degrees, found.exact) == (69.16, 4, False)


def test_two_managers_who_hear_different_reasons() -> None:
    found = cells(TWO_MANAGERS).set_index(["group", "category"])
    assert found.loc[("A", "budget"), "residual"] == pytest.approx(2.6533, abs=1e-4)
    assert found.loc[("A", "budget"), "q"] == pytest.approx(0.0319, abs=1e-4)
    assert found.loc[("A", "interest"), "q"] == pytest.approx(0.0382, abs=1e-4)
    assert found["differs"].tolist() == [1, -1, 0, 0, -1, 1, 0, 0]
    assert found.loc[("A", "budget"), "rest"] == pytest.approx(7 / 40)
    overall = chi_square(TWO_MANAGERS)
    assert overall.statistic == pytest.approx(8.478, abs=1e-3)
    assert overall.p == pytest.approx(0.0371, abs=1e-4)


def test_the_same_shape_with_eight_refusals_each_cannot_tell() -> None:
    few = pd.DataFrame([[4, 2, 1, 1], [1, 4, 2, 1]], index=["A", "B"], columns=TWO_MANAGERS.columns)
    found = chi_square(few)
    assert found.exact
    assert found.p > 0.4
    assert chi_square(few) == found, "the same seed must give the same p"
    assert cells(few)["q"].isna().all(), "under the gate nothing is judged"
    assert (cells(few)["differs"] == 0).all()


def test_what_holds_everything_or_nothing_is_undefined() -> None:
    one = pd.DataFrame([[5, 0], [7, 0]], columns=["price", "other"])
    assert residuals(one).isna().all().all()
    assert np.isnan(chi_square(one).p)
    assert np.isnan(chi_square(pd.DataFrame()).statistic)
    assert cells(one)["differs"].tolist() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("first", "second", "p", "verified"),
    [(20, 10, 0.0987, False), (12, 8, 0.5034, False), (9, 3, 0.1460, False), (30, 10, 0.0022, True)],
)
def test_a_main_reason_must_beat_the_runner_up(first: int, second: int, p: float, verified: bool) -> None:
    found = main_category(pd.Series({"price": second, "budget": first, "other": 1}))
    assert found is not None
    assert (found.category, found.verified) == ("budget", verified)
    assert found.p == pytest.approx(p, abs=1e-4)


def test_no_refusals_have_no_main_reason() -> None:
    assert main_category(pd.Series({"price": 0})) is None
    only = main_category(pd.Series({"price": 8}))
    assert only is not None
    assert only.verified


def test_the_runner_up_is_named_with_the_refusals_that_would_tell() -> None:
    found = main_category(pd.Series({"price": 10, "budget": 20, "other": 15}))
    assert found is not None
    assert found.runner_up == "other"
    assert found.needed is not None
    tie = main_category(pd.Series({"price": 10, "budget": 10}))
    assert tie is not None
    assert (tie.verified, tie.needed) == (False, None)
    proven = main_category(pd.Series({"price": 30, "budget": 5}))
    assert proven is not None
    assert proven.needed is None


def test_the_refusals_that_would_tell_do_tell_in_four_of_five_cases() -> None:
    seen = pd.Series({"budget": 20, "price": 10, "other": 2})
    first = main_category(seen)
    assert first is not None
    assert first.needed is not None
    rng = np.random.default_rng(5)
    drawn = rng.multinomial(int(seen.sum()) + first.needed, seen / seen.sum(), size=600)
    verified = [bool((one := main_category(pd.Series(row))) and one.verified) for row in drawn]
    # The test is exact, the promise by the normal curve: it is kept to within a few points.
    assert 0.70 < np.mean(verified) < 0.88


def test_few_expected_cases_are_judged_exactly() -> None:
    # 3 of 20 against 0 of 180: the normal curve would say p < 0.0001, the hypergeometric says 2 * 0.00087.
    table = pd.DataFrame([[3, 17], [0, 180]], index=["A", "rest"], columns=["rare", "usual"])
    p = cells(table).set_index(["group", "category"]).loc[("A", "rare"), "p"]
    assert p == pytest.approx(2 * (20 * 19 * 18) / (200 * 199 * 198), rel=1e-9)


def test_a_difference_within_the_band_is_the_same_even_if_proven() -> None:
    table = pd.DataFrame([[2100, 7900], [1900, 8100]], columns=["price", "other"])
    assert cells(table)["answer"].tolist() == ["differs"] * 4
    judged = cells(table, delta=0.10)
    assert judged["answer"].tolist() == ["same"] * 4
    assert (judged["differs"] == 0).all()
    assert judged["needed"].isna().all()


def test_an_open_cell_says_how_many_more_refusals_it_takes() -> None:
    table = pd.DataFrame([[8, 22], [6, 24]], columns=["price", "other"])
    judged = cells(table, delta=0.10)
    assert (judged["answer"] == "cannot_tell").all()
    assert judged["needed"].min() > 100


def test_bounds_that_were_picked_out_are_wider() -> None:
    # One cell in twelve pairs differs: picked 4 of 24 cells, so the level is 1 - 0.1 * 4 / 24.
    counts = pd.DataFrame([[60, 20, 20], *[[20, 40, 40]] * 7])
    judged = cells(counts)
    picked = int((judged["q"] < 0.1).sum())
    one = judged.iloc[0]
    level = 1 - 0.1 * picked / len(judged)
    assert level > 0.95
    low, high = newcombe(60, 100, 140, 700, level)
    assert (one["low"], one["high"]) == (pytest.approx(float(low)), pytest.approx(float(high)))


@pytest.mark.parametrize("n", [25, 60])
def test_two_identical_managers_are_told_apart_at_most_as_often_as_stated(n: int) -> None:
    rng = np.random.default_rng(20_261_125)
    drawn = rng.multinomial(n, [0.35, 0.30, 0.20, 0.15], size=(400, 2))
    wrong = [bool((cells(pd.DataFrame(pair))["differs"] != 0).any()) for pair in drawn]
    # The stated rate is 10 %; three standard errors of 400 draws are 4.5 points.
    assert np.mean(wrong) < 0.10 + 0.045


def test_eight_identical_managers_lead_to_advice_at_most_as_often_as_stated() -> None:
    rng = np.random.default_rng(20_261_126)
    drawn = rng.multinomial(60, [0.35, 0.25, 0.15, 0.10, 0.08, 0.05, 0.02], size=(200, 8))
    wrong = [bool((cells(pd.DataFrame(one), delta=0.1)["differs"] > 0).any()) for one in drawn]
    assert np.mean(wrong) < 0.10 + 0.064


def test_identical_profiles_rarely_have_a_proven_main_reason_that_is_not_theirs() -> None:
    rng = np.random.default_rng(20_261_127)
    drawn = rng.multinomial(50, [0.3, 0.3, 0.25, 0.15], size=600)
    found = [main_category(pd.Series(row)) for row in drawn]
    assert np.mean([bool(one and one.verified) for one in found]) < 0.05 + 0.027
