"""Whether a difference holds within strata: two managers may differ only because their clients do.

A difference of the whole that vanishes or turns round within every segment is Simpson's paradox (Simpson 1951,
J. R. Stat. Soc. B 13:238), and advice that follows from it is advice about the segment.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
from statsmodels.stats.contingency_tables import StratifiedTable

Within = Literal["holds", "vanishes", "turns", "unknown"]


@dataclass(frozen=True, slots=True)
class Stratified:
    """One comparison within strata: the test's statistic, its p, the common odds ratio, and what became of it.

    `strata` counts those that say anything: both sides and both outcomes have cases there. With none of them
    the numbers are NaN and the answer is "unknown".
    """

    statistic: float
    p: float
    odds_ratio: float
    strata: int
    answer: Within


def within_strata(
    k1: npt.ArrayLike, n1: npt.ArrayLike, k2: npt.ArrayLike, n2: npt.ArrayLike, *, alpha: float = 0.05
) -> Stratified:
    """Compare k1 of n1 with k2 of n2 stratum by stratum; the arrays have one value per stratum.

    The test is Mantel and Haenszel's (1959, J. Natl. Cancer Inst. 22:719) with the correction for continuity,
    the odds ratio their common one. "holds": proven, and on the side on which the pooled shares differ; "turns":
    proven on the other side; "vanishes": not proven within strata.
    """
    k1, n1, k2, n2 = (np.asarray(values, dtype=np.float64) for values in (k1, n1, k2, n2))
    outcome, missing = k1 + k2, n1 + n2 - k1 - k2
    telling = (n1 > 0) & (n2 > 0) & (outcome > 0) & (missing > 0)
    if not telling.any():
        return Stratified(math.nan, math.nan, math.nan, 0, "unknown")
    tables = np.array([[k1, n1 - k1], [k2, n2 - k2]])[:, :, telling]
    found = StratifiedTable(tables)
    test = found.test_null_odds(correction=True)
    ratio = _common_odds(tables)
    pooled = k1.sum() / n1.sum() - k2.sum() / n2.sum()
    answer: Within = "vanishes"
    if test.pvalue <= alpha and ratio != 1:
        answer = "holds" if (ratio > 1) == (pooled > 0) else "turns"
    return Stratified(float(test.statistic), float(test.pvalue), ratio, int(telling.sum()), answer)


def _common_odds(tables: npt.NDArray[np.float64]) -> float:
    # Not taken from the library, which warns where nobody on one side lacks the outcome: the ratio is infinite.
    total = tables.sum(axis=(0, 1))
    over = float((tables[0, 0] * tables[1, 1] / total).sum())
    under = float((tables[0, 1] * tables[1, 0] / total).sum())
    return over / under if under else math.inf if over else math.nan
