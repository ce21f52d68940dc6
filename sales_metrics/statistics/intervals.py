"""Confidence intervals from counts and sums, for whole columns at once.

Every function takes numbers or arrays and returns two float arrays `(low, high)`, with NaN where the quantity is
undefined (n = 0, or too few cases for a spread). The level is 0.95 unless given.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import stats

Floats = npt.NDArray[np.float64]
Bounds = tuple[Floats, Floats]

LEVEL: Final = 0.95


def wilson(k: npt.ArrayLike, n: npt.ArrayLike, level: float = LEVEL) -> Bounds:
    """Score interval of a share, k of n.

    Wilson (1927), J. Am. Stat. Assoc. 22:209; recommended by Newcombe (1998), Stat. Med. 17:857, and by Brown,
    Cai and DasGupta (2001), Stat. Sci. 16:101. Undefined when n is 0.
    """
    k, n = np.broadcast_arrays(_floats(k), _positive(n))
    z = float(stats.norm.ppf(0.5 + level / 2))
    share = k / n
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    low = np.where(k == 0, 0.0, np.clip(middle - half, 0, 1))
    high = np.where(k == n, 1.0, np.clip(middle + half, 0, 1))
    return np.where(np.isnan(n), np.nan, low), np.where(np.isnan(n), np.nan, high)


def jeffreys(k: npt.ArrayLike, n: npt.ArrayLike, level: float = LEVEL) -> Bounds:
    """Equal-tailed posterior interval of a share under the Beta(1/2, 1/2) prior, closed at 0 and at 1.

    Brown, Cai and DasGupta (2001), Stat. Sci. 16:101. Undefined when n is 0.
    """
    k, n = np.broadcast_arrays(_floats(k), _positive(n))
    tail = (1 - level) / 2
    low = np.where(k == 0, 0.0, stats.beta.ppf(tail, k + 0.5, n - k + 0.5))
    high = np.where(k == n, 1.0, stats.beta.ppf(1 - tail, k + 0.5, n - k + 0.5))
    return np.where(np.isnan(n), np.nan, low), np.where(np.isnan(n), np.nan, high)


def newcombe(
    k1: npt.ArrayLike, n1: npt.ArrayLike, k2: npt.ArrayLike, n2: npt.ArrayLike, level: float = LEVEL
) -> Bounds:
    """Interval of the difference of two independent shares, k1/n1 - k2/n2, from their score intervals.

    Method 10 of Newcombe (1998), Stat. Med. 17:873. Undefined when either n is 0.
    """
    one, other = _floats(k1) / _positive(n1), _floats(k2) / _positive(n2)
    low1, high1 = wilson(k1, n1, level)
    low2, high2 = wilson(k2, n2, level)
    difference = one - other
    low = difference - np.sqrt((one - low1) ** 2 + (high2 - other) ** 2)
    high = difference + np.sqrt((high1 - one) ** 2 + (other - low2) ** 2)
    return low, high


def garwood(k: npt.ArrayLike, exposure: npt.ArrayLike, level: float = LEVEL) -> Bounds:
    """Exact interval of a Poisson rate: k events in an exposure (working days, for one).

    Garwood (1936), Biometrika 28:437. Undefined when the exposure is 0.
    """
    k, exposure = np.broadcast_arrays(_floats(k), _positive(exposure))
    tail = (1 - level) / 2
    low = np.where(k == 0, 0.0, stats.chi2.ppf(tail, 2 * np.maximum(k, 0.5)) / 2) / exposure
    high = stats.chi2.ppf(1 - tail, 2 * (k + 1)) / 2 / exposure
    return low, high


def student(total: npt.ArrayLike, squares: npt.ArrayLike, n: npt.ArrayLike, level: float = LEVEL) -> Bounds:
    """Interval of a mean from the sum, the sum of squares and the count of the values.

    "Student" (1908), Biometrika 6:1. Undefined when n is below 2.
    """
    total, squares = _floats(total), _floats(squares)
    count = _floats(n)
    count = np.where(count < 2, np.nan, count)
    mean = total / count
    # A sum of squares loses digits against the square of the sum: a spread of nothing may come out below zero.
    variance = np.maximum(squares - count * mean**2, 0) / (count - 1)
    half = stats.t.ppf(0.5 + level / 2, count - 1) * np.sqrt(variance / count)
    return mean - half, mean + half


def _floats(values: npt.ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)


def _positive(values: npt.ArrayLike) -> Any:
    array = _floats(values)
    return np.where(array > 0, array, np.nan)
