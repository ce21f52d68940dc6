"""Tables of counts, groups by categories: which cells stand out, and which category is really the main one."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from .comparison import POWER, Answer, adjusted, more_needed
from .intervals import LEVEL, Floats, newcombe

SEED: Final = 20_260_101
"""Of every permutation here; who repeats the draw gets the same p."""
DRAWS: Final = 9_999
_AT_ONCE: Final = 200_000
"""How many cells are drawn in one go, so that a large table does not fill the memory."""
_EQUIVALENCE: Final = 0.90
_SMALL: Final = 5
"""Of fewer expected cases the normal curve says too much."""


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
    """The most frequent category, whether it beats the runner-up beyond chance, and the p of that.

    `runner_up` is `None` when all cases are of one category. `needed` is about how many more cases would verify
    the first if shares stay as they are; `None` once it is verified, and when the two are equally frequent.
    """

    category: object
    verified: bool
    p: float
    runner_up: object = None
    needed: int | None = None


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
    statistic, p = float(plain.statistic), float(plain.pvalue)
    if small:
        p = _permuted(used.to_numpy(dtype=np.int64), expected, statistic, seed)
    return Association(statistic, int(plain.dof), p, small)


def _permuted(table: npt.NDArray[np.int64], expected: Floats, statistic: float, seed: int) -> float:
    """Return the share of random tables with the same margins that lie as far out, this one among them."""
    rng = np.random.default_rng(seed)
    draw = stats.random_table(table.sum(axis=1), table.sum(axis=0))
    most, left, beyond = max(1, _AT_ONCE // table.size), DRAWS, 0
    while left:
        drawn = draw.rvs(min(most, left), random_state=rng)
        found = ((drawn - expected) ** 2 / expected).sum(axis=(1, 2))
        # Sums of the same terms in another order may differ in the last digit.
        beyond += int((found >= statistic * (1 - 1e-9)).sum())
        left -= len(drawn)
    return (beyond + 1) / (DRAWS + 1)


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


def cells(counts: pd.DataFrame, *, gate: int = 20, alpha: float = 0.10, delta: float = 0.0) -> pd.DataFrame:
    """Return every cell of a table of groups by categories, judged against all other groups together.

    A row per cell: group, category, k, n, share, rest, difference with the bounds low and high, residual, p, q,
    answer, needed, differs. p is that of the adjusted residual, or where fewer than 5 cases are expected that of
    the hypergeometric distribution, doubled; q is Benjamini and Hochberg's over the cells of groups with at least
    `gate` cases beside as many others. All other groups have NaN and the answer "too_few".

    The bounds are Newcombe's of the difference. Where R of m cells were picked out by q under `alpha`, their level
    is 1 - alpha * R / m, though never under 95 % (Benjamini and Yekutieli 2005, J. Am. Stat. Assoc. 100:71).
    "same" means that the 90 % interval lies within -delta..+delta; "differs" that q is under `alpha` and the bounds
    leave out 0. `differs` is +1 or -1 for that answer, otherwise 0. `needed` is how many more cases the group would
    take to tell a difference of `delta`, where that is not told; null where it has them already or delta is 0.
    """
    wide = residuals(counts)
    group_n, category_k = counts.sum(axis=1), counts.sum(axis=0)
    total = float(counts.to_numpy().sum())
    found = pd.DataFrame(
        {
            "group": np.repeat(counts.index.to_numpy(dtype=object), counts.shape[1]),
            "category": np.tile(counts.columns.to_numpy(dtype=object), counts.shape[0]),
            "k": counts.to_numpy().ravel(),
            "n": np.repeat(group_n.to_numpy(), counts.shape[1]),
            "residual": wide.to_numpy().ravel(),
        }
    )
    k, n = found["k"].to_numpy(dtype=np.float64), found["n"].to_numpy(dtype=np.float64)
    rest_k = np.tile(category_k.to_numpy(dtype=np.float64), counts.shape[0]) - k
    rest_n = total - n
    enough = (n >= gate) & (rest_n >= gate)
    p = np.where(enough, _cell_p(k, n, rest_k, rest_n, found["residual"].to_numpy(dtype=np.float64)), np.nan)
    q = adjusted(p)
    picked, judged = int((q < alpha).sum()), int((~np.isnan(p)).sum())
    level = max(LEVEL, 1 - alpha * picked / judged) if picked else LEVEL
    low, high = newcombe(k, n, rest_k, rest_n, level)
    share, rest = k / np.where(n > 0, n, np.nan), rest_k / np.where(rest_n > 0, rest_n, np.nan)
    near_low, near_high = newcombe(k, n, rest_k, rest_n, _EQUIVALENCE)
    same = (near_low > -delta) & (near_high < delta)
    proven = (q < alpha) & ((low > 0) | (high < 0)) & ~same
    answer = np.select([~enough, same, proven], ["too_few", "same", "differs"], "cannot_tell")
    told: tuple[Answer, ...] = ("same", "differs")
    open_ = ~np.isin(answer, told) & ~np.isnan(rest)
    return found.assign(
        share=share,
        rest=rest,
        difference=share - rest,
        low=low,
        high=high,
        p=p,
        q=q,
        answer=answer,
        needed=_more(rest, np.nan_to_num(share - rest), n, open_, delta),
        differs=np.where(proven, np.sign(share - rest), 0).astype("int64"),
    )


def _cell_p(k: Floats, n: Floats, rest_k: Floats, rest_n: Floats, residual: Floats) -> Floats:
    all_k, all_n = k + rest_k, n + rest_n
    with np.errstate(invalid="ignore", divide="ignore"):
        least = np.minimum(n, rest_n) * np.minimum(all_k, all_n - all_k) / all_n
    tails = np.minimum(stats.hypergeom.cdf(k, all_n, all_k, n), stats.hypergeom.sf(k - 1, all_n, all_k, n))
    exact = np.where(np.isnan(residual), np.nan, np.minimum(1.0, 2 * tails))
    p: Floats = np.where(least < _SMALL, exact, 2 * stats.norm.sf(np.abs(residual)))
    return p


def _more(
    rest: Floats, difference: Floats, n: Floats, wanted: npt.NDArray[np.bool_], delta: float
) -> pd.Series[int]:
    more: list[int | None] = []
    for there, apart, have, asked in zip(rest, difference, n, wanted, strict=True):
        more.append(more_needed(float(there), float(apart), delta, have) if asked and delta else None)
    return pd.Series(more, dtype="Int64")


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
    verified = top > second and p <= alpha
    more = None if verified else _cases_to_verify(top, second, int(ranked.sum()), alpha)
    return Main(ranked.index[0], verified, p, ranked.index[1] if len(ranked) > 1 else None, more)


def _cases_to_verify(top: int, second: int, total: int, alpha: float) -> int | None:
    """Return how many more cases would verify the first in four of five repetitions, shares staying as they are."""
    share = top / (top + second)
    apart = share - 0.5
    if apart <= 0:
        return None
    # Of a binomial share against a half (Fleiss, Levin and Paik 2003, ch. 2); a share of 1 has no spread.
    reach = stats.norm.ppf(1 - alpha / 2) * 0.5 + stats.norm.ppf(POWER) * math.sqrt(share * (1 - share))
    pair = max((reach / apart) ** 2, 1 - math.log2(alpha))
    return max(1, math.ceil(float(pair) * total / (top + second)) - total)
