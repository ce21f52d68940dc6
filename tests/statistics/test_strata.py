"""Differences that hold, vanish or turn within strata."""

from __future__ import annotations

import numpy as np
import pytest

from sales_metrics.statistics.strata import within_strata

# Bickel, Hammel and O'Connell (1975), Science 187:398: admitted and all applicants of the six largest departments.
MEN = np.array([[512, 825], [353, 560], [120, 325], [138, 417], [53, 191], [22, 373]])
WOMEN = np.array([[89, 108], [17, 25], [202, 593], [131, 375], [94, 393], [24, 341]])


def test_berkeley() -> None:
    assert MEN.sum(axis=0)[0] / MEN.sum(axis=0)[1] == pytest.approx(0.445, abs=1e-3)
    assert WOMEN.sum(axis=0)[0] / WOMEN.sum(axis=0)[1] == pytest.approx(0.304, abs=1e-3)
    found = within_strata(*MEN.T, *WOMEN.T)
    assert found.statistic == pytest.approx(1.4269, abs=1e-4)
    assert found.p == pytest.approx(0.2323, abs=1e-4)
    assert found.odds_ratio == pytest.approx(0.9046968, abs=1e-7)
    assert (found.strata, found.answer) == (6, "vanishes")


def test_a_difference_that_is_there_in_every_stratum_holds() -> None:
    assert within_strata([30, 20], [50, 50], [15, 8], [50, 50]).answer == "holds"


def test_a_difference_that_turns_within_strata() -> None:
    # Each stratum: the first is behind (10 against 20 %, 80 against 95 %); pooled it is ahead, having the rich one.
    found = within_strata([10, 720], [100, 900], [180, 95], [900, 100])
    assert found.answer == "turns"
    assert found.odds_ratio < 1


def test_strata_of_one_side_alone_say_nothing() -> None:
    apart = within_strata([20, 0], [30, 0], [0, 5], [0, 30])
    assert (apart.strata, apart.answer) == (0, "unknown")
    assert np.isnan(apart.p)
    assert within_strata([20, 3], [30, 0], [10, 5], [30, 30]).strata == 1


def test_a_side_without_exceptions_has_an_infinite_ratio() -> None:
    found = within_strata([30], [30], [10], [30])
    assert found.odds_ratio == np.inf
    assert found.answer == "holds"
