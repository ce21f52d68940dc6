"""Tables of counts, groups by categories: which cells stand out, and which category is really the main one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from scipy import stats

from .comparison import adjusted
from .intervals import newcombe

SEED: Final = 20_260_101
_DRAWS: Final = 9_999


@dataclass(frozen=True, slots=True)
class Association:
    """Pearson's chi-square of a table. `exact` says that p comes from permutations, the counts being small.

    All are NaN when fewer than two groups or two categories have any cases.
    """

    statistic: float
    degrees: int
    p: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Main:
    """The most frequent category, whether it beats the runner-up beyond chance, and the p of that."""

    category: object
    verified: bool
    p: float


def chi_square(counts: pd.DataFrame, *, seed: int = SEED) -> Association:
    """Test whether the categories are distributed alike in all groups.

    Where an expected count is under 1, or more than a fifth of them under 5 (Cochran 1954, Biometrics 10:417),
    p is that of 9 999 random tables with the same margins; the seed makes it repeatable.
    """
    used = counts.loc[counts.sum(axis=1) > 0, counts.sum(axis=0) > 0]
    if min(used.shape, default=0) < 2:
        return Association(np.nan, 0, np.nan, exact=False)
    plain = stats.chi2_contingency(used.to_numpy(dtype=np.float64), correction=False)
    expected = plain.expected_freq
    small = bool((expected < 1).any() or (expected < 5).mean() > 0.2)
    p = float(plain.pvalue)
    if small:
        method = stats.PermutationMethod(n_resamples=_DRAWS, rng=np.random.default_rng(seed))
        p = float(stats.chi2_contingency(used.to_numpy(dtype=np.int64), correction=False, method=method).pvalue)
    return Association(float(plain.statistic), int(plain.dof), p, small)


def residuals(counts: pd.DataFrame) -> pd.DataFrame:
    """Return the adjusted standardised residual of each cell: about normal when groups are alike.

    Haberman (1973), Biometrics 29:205; Agresti, Categorical Data Analysis, section 3.3. Undefined (NaN) where a
    group or a category holds all cases or none.
    """
    table = counts.to_numpy(dtype=np.float64)
    total = table.sum()
    rows, columns = table.sum(axis=1, keepdims=True), table.sum(axis=0, keepdims=True)
    expected = rows * columns / total if total else table
    spread = np.sqrt(expected * (1 - rows / total) * (1 - columns / total)) if total else table
    found = (table - expected) / np.where(spread > 0, spread, np.nan)
    return pd.DataFrame(found, index=counts.index, columns=counts.columns)


def cells(counts: pd.DataFrame, *, gate: int = 20, alpha: float = 0.10) -> pd.DataFrame:
    """Return every cell of a table of groups by categories, judged against all other groups together.

    A row per cell: group, category, k, n, share, rest, difference with Newcombe's 95 % bounds low and high,
    residual, p, q and `differs`. q is Benjamini and Hochberg's over the cells of groups with at least `gate`
    cases; the other groups have NaN. `differs` is +1 or -1 where q is under `alpha` and the bounds leave out
    0, otherwise 0.
    """
    wide = residuals(counts)
    group_n = counts.sum(axis=1)
    category_k = counts.sum(axis=0)
    total = float(counts.to_numpy().sum())
    records = [
        (
            group,
            category,
            counts.loc[group, category],
            group_n[group],
            category_k[category],
            wide.loc[group, category],
        )
        for group in counts.index
        for category in counts.columns
    ]
    found = pd.DataFrame(records, columns=["group", "category", "k", "n", "all_k", "residual"])
    k, n = found["k"].to_numpy(dtype=np.float64), found["n"].to_numpy(dtype=np.float64)
    rest_k, rest_n = found["all_k"].to_numpy(dtype=np.float64) - k, total - n
    p = np.where(n >= gate, 2 * stats.norm.sf(np.abs(found["residual"].to_numpy(dtype=np.float64))), np.nan)
    q = adjusted(p)
    low, high = newcombe(k, n, rest_k, rest_n)
    share, rest = k / np.where(n > 0, n, np.nan), rest_k / np.where(rest_n > 0, rest_n, np.nan)
    proven = (q < alpha) & ((low > 0) | (high < 0))
    return found.drop(columns="all_k").assign(
        share=share,
        rest=rest,
        difference=share - rest,
        low=low,
        high=high,
        p=p,
        q=q,
        differs=np.where(proven, np.sign(share - rest), 0).astype("int64"),
    )


def main_category(counts: pd.Series[int], *, alpha: float = 0.05) -> Main | None:
    """Return the most frequent category and whether it is proven to be: `None` when there are no cases.

    The first is tested against the second given their sum, two-sided, which keeps the level although the first
    was picked after looking (Hung and Fithian 2019, Ann. Stat. 47:758). A tie is never verified.
    """
    ranked = counts[counts > 0].sort_values(ascending=False, kind="stable")
    if ranked.empty:
        return None
    top = int(ranked.iloc[0])
    second = int(ranked.iloc[1]) if len(ranked) > 1 else 0
    p = float(stats.binomtest(top, top + second, 0.5).pvalue)
    return Main(ranked.index[0], top > second and p <= alpha, p)
