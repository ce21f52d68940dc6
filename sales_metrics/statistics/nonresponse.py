"""What answers of some say about all: bounds that assume nothing, and estimates that assume much.

Whoever was not asked may think anything. The bounds of Manski (1989), J. Hum. Resour. 24:343, put the worst and the
best in the place of what is not known; nothing inside them can be ruled out by the data. Weights lead to one number
at the price of an assumption that cannot be checked: that within a cell the unasked are like the asked.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize, stats

from .intervals import LEVEL, Bounds, Floats

SMALLEST_CELL: Final = 5
"""A cell with fewer cases, or fewer answers than one, is laid together with the other small ones."""
TRIM: Final = 10.0
"""No answer counts for more than this many times the median answer."""
DRAWS: Final = 2000
SEED: Final = 20260101


@dataclass(frozen=True, slots=True)
class Weighted:
    """An estimate under weights; `effective` is how many equal answers it is worth. NaN and 0 without answers."""

    value: float
    effective: float


@dataclass(frozen=True, slots=True)
class Representativity:
    """How evenly the cases were asked: `indicator` is 1 when all cells were asked alike; `bias` bounds the error.

    `bias` is the largest error of the share among the asked as far as the cells can explain it, at most 1.
    """

    indicator: float
    bias: float


def share_bounds(k: npt.ArrayLike, answered: npt.ArrayLike, n: npt.ArrayLike) -> Bounds:
    """Return the bounds of a share of n cases of which only `answered` are known and k of them have the outcome.

    The width is the share that did not answer. Undefined (NaN) when n is 0.
    """
    return mean_bounds(k, answered, n, lowest=0.0, highest=1.0)


def mean_bounds(
    total: npt.ArrayLike, answered: npt.ArrayLike, n: npt.ArrayLike, *, lowest: float = 1.0, highest: float = 5.0
) -> Bounds:
    """Return the bounds of a mean on a scale from `lowest` to `highest`; `total` is the sum of the answers."""
    total, answered, n = (np.asarray(values, dtype=np.float64) for values in (total, answered, n))
    n = np.where(n > 0, n, np.nan)
    unknown = n - answered
    return (total + unknown * lowest) / n, (total + unknown * highest) / n


def critical(width: float, level: float = LEVEL) -> float:
    """Return c of Imbens and Manski (2004), Econometrica 72:1845, for bounds `width` standard errors apart.

    It solves Φ(c + width) − Φ(−c) = level: 1.960 for a point, 1.645 for bounds far apart.
    """

    def missed(c: float) -> float:
        return float(stats.norm.cdf(c + width) - stats.norm.cdf(-c)) - level

    return float(optimize.brentq(missed, 0.0, 10.0))


def share_interval(k: float, answered: float, n: float, level: float = LEVEL) -> tuple[float, float]:
    """Return the interval that holds the true share with the given chance, the n cases being a sample.

    It is wider than the bounds, by about 1.645 standard errors at either end. NaN when n is 0.
    """
    low, high = (float(bound) for bound in share_bounds(k, answered, n))
    if math.isnan(low):
        return low, high
    errors = [math.sqrt(bound * (1 - bound) / n) for bound in (low, high)]
    c = critical((high - low) / max(errors), level) if max(errors) > 0 else 0.0
    return max(low - c * errors[0], 0.0), min(high + c * errors[1], 1.0)


def weighted(total: npt.ArrayLike, answered: npt.ArrayLike, n: npt.ArrayLike) -> Weighted:
    """Return the mean answer with each cell weighing as much as it has cases; one value per cell in each array.

    The ratio estimate of Hájek (1971): every answer weighs n / answered of its cell, trimmed at ten medians. Cells
    of fewer than five cases or without an answer are taken together; what still has no answer is left out.
    """
    total, answered, n = (np.asarray(values, dtype=np.float64) for values in (total, answered, n))
    small = (n < SMALLEST_CELL) | (answered < 1)
    total, answered, n = (np.append(values[~small], values[small].sum()) for values in (total, answered, n))
    told = answered > 0
    if not told.any():
        return Weighted(math.nan, 0.0)
    total, answered, n = total[told], answered[told], n[told]
    weights = n / answered
    weights = np.minimum(weights, TRIM * _median(weights, answered))
    mass = float((weights * answered).sum())
    return Weighted(float((weights * total).sum()) / mass, mass**2 / float((weights**2 * answered).sum()))


def representativity(asked: npt.ArrayLike, n: npt.ArrayLike, share: float) -> Representativity:
    """Return the R-indicator of cells and the largest bias of a `share` among the asked that they allow.

    Schouten, Cobben and Bethlehem (2009), Surv. Methodol. 35:101: R = 1 − 2 S(ρ), bias ≤ (1 − R) S(y) / (2 ρ̄).
    NaN without a case.
    """
    asked, n = (np.asarray(values, dtype=np.float64) for values in (asked, n))
    asked, n = asked[n > 0], n[n > 0]
    if not n.size:
        return Representativity(math.nan, math.nan)
    chances, mean = asked / n, float(asked.sum() / n.sum())
    spread = math.sqrt(float((n * (chances - mean) ** 2).sum() / n.sum()))
    bias = spread * math.sqrt(share * (1 - share)) / mean if mean > 0 else 1.0
    return Representativity(1 - 2 * spread, min(bias, 1.0))


def net_score(
    net: npt.ArrayLike, either: npt.ArrayLike, n: npt.ArrayLike, level: float = LEVEL, added: float = 3.0
) -> Bounds:
    """Return the interval of a net share, promoters less detractors; `net` is P − D, `either` P + D, of n.

    The adjusted Wald interval of Rocks (2016), Am. Stat. 70:365: a quarter of `added` more promoters and as many
    detractors, and `added` more answers; with 0 it is Wald's own. Undefined when n is 0.
    """
    net, either, n = (np.asarray(values, dtype=np.float64) for values in (net, either, n))
    count = np.where(n > 0, n + added, np.nan)
    middle, outside = net / count, (either + added / 2) / count
    half = float(stats.norm.ppf(0.5 + level / 2)) * np.sqrt(np.maximum(outside - middle**2, 0) / count)
    return np.maximum(middle - half, -1.0), np.minimum(middle + half, 1.0)


def mean_of_scores(counts: npt.ArrayLike, scores: npt.ArrayLike, level: float = LEVEL) -> tuple[float, float]:
    """Return the bootstrap interval (percentiles) of the mean of scores, `counts` answers of each.

    Draws whole samples from the answers; the seed is fixed, so the answer can be repeated. NaN below 2 answers.
    """
    counts, scores = np.asarray(counts, dtype=np.int64), np.asarray(scores, dtype=np.float64)
    n = int(counts.sum())
    if n < 2:
        return math.nan, math.nan
    drawn = np.random.default_rng(SEED).multinomial(n, counts / n, size=DRAWS) @ scores / n
    low, high = np.quantile(drawn, [0.5 - level / 2, 0.5 + level / 2])
    return float(low), float(high)


def _median(weights: Floats, answered: Floats) -> float:
    order = np.argsort(weights)
    reached = np.cumsum(answered[order]) >= answered.sum() / 2
    return float(weights[order][np.argmax(reached)])
