"""How the true shares of groups are spread, and what each share probably is."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sales_metrics.statistics.shrinkage import beta_binomial, dirichlet_multinomial, shrunken

# Tarone (1982), as in Gelman et al., Bayesian Data Analysis, table 5.1: tumours of n rats in 71 groups, with the
# group of the experiment itself last.
TUMOURS = """
0/20 0/20 0/20 0/20 0/20 0/20 0/20 0/19 0/19 0/19 0/19 0/18 0/18 0/17 1/20 1/20 1/20 1/20 1/19 1/19 1/18 1/18
2/25 2/24 2/23 2/20 2/20 2/20 2/20 2/20 2/20 1/10 5/49 2/19 5/46 3/27 2/17 7/49 7/47 3/20 3/20 2/13 9/48 10/50
4/20 4/20 4/20 4/20 4/20 4/20 4/20 10/48 4/19 4/19 4/19 5/22 11/46 12/49 5/20 5/20 6/23 5/19 6/22 6/20 6/20 6/20
16/52 15/47 15/46 9/24 4/14
"""
# Efron and Morris (1975), J. Am. Stat. Assoc. 70:311: hits in the first 45 at bats, and the rest of the season.
HITS = np.array([18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7])
SEASON = np.array(
    [
        0.346,
        0.298,
        0.276,
        0.222,
        0.273,
        0.270,
        0.263,
        0.210,
        0.269,
        *(0.230, 0.264, 0.256, 0.303, 0.264, 0.226, 0.286, 0.316, 0.2),
    ]
)


def test_rat_tumours() -> None:
    k, n = np.array([pair.split("/") for pair in TUMOURS.split()], dtype=float).T
    assert (len(k), k.sum(), n.sum()) == (71, 267, 1739)
    prior = beta_binomial(k, n)
    assert prior.weights == pytest.approx((2.3416, 14.1148), abs=1e-4)
    assert prior.log_likelihood == pytest.approx(-156.5689, abs=1e-4)


def test_shrunken_batting_averages_foretell_the_season_better() -> None:
    counts = np.column_stack([HITS, 45 - HITS])
    smooth = shrunken(counts, beta_binomial(HITS, np.full(18, 45)))[:, 0]
    assert ((HITS / 45 - SEASON) ** 2).sum() == pytest.approx(0.0755, abs=1e-4)
    assert ((smooth - SEASON) ** 2).sum() == pytest.approx(0.0229, abs=1e-4)


def test_a_profile_of_two_categories_is_a_share() -> None:
    k, n = np.array([3, 9, 14, 30, 2]), np.array([20, 30, 40, 60, 25])
    assert dirichlet_multinomial(np.column_stack([k, n - k])) == beta_binomial(k, n)


def test_equal_profiles_are_drawn_wholly_to_the_middle() -> None:
    counts = np.array([[30, 20, 10], [31, 19, 10], [29, 21, 10]])
    prior = dirichlet_multinomial(counts)
    assert prior.strength > 1e4
    np.testing.assert_allclose(shrunken(counts, prior), [[1 / 2, 1 / 3, 1 / 6]] * 3, atol=0.005)


def test_a_category_that_nobody_has_weighs_nothing() -> None:
    prior = dirichlet_multinomial([[8, 0, 2], [3, 0, 9], [1, 0, 14]])
    assert prior.weights[1] == 0
    assert shrunken([[8, 0, 2]], prior)[0, 1] == 0


@pytest.mark.parametrize("counts", [np.zeros((0, 3)), np.zeros((2, 2)), [[5, 0], [7, 0]]])
def test_what_cannot_be_fitted_is_undefined(counts: object) -> None:
    prior = dirichlet_multinomial(np.asarray(counts))
    assert np.isnan(prior.weights).all()
    assert np.isnan(prior.log_likelihood)


PROFILES = st.lists(st.lists(st.integers(0, 40), min_size=3, max_size=3), min_size=2, max_size=6)


@settings(max_examples=40, deadline=None)
@given(PROFILES)
def test_a_shrunken_share_lies_between_the_own_one_and_the_prior_mean(profiles: list[list[int]]) -> None:
    counts = np.array(profiles, dtype=float)
    counts[:, 0] += 1
    prior = dirichlet_multinomial(counts)
    if np.isnan(prior.strength):
        return
    smooth, own = shrunken(counts, prior), counts / counts.sum(axis=1, keepdims=True)
    middle = np.array(prior.weights) / prior.strength
    np.testing.assert_allclose(smooth.sum(axis=1), 1)
    assert (smooth >= np.minimum(own, middle) - 1e-9).all()
    assert (smooth <= np.maximum(own, middle) + 1e-9).all()
