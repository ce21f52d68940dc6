"""Which manager hears which reason more often than the others."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from sales_metrics.statistics.association import cells, chi_square, main_category, residuals

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
