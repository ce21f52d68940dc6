"""Whether a score tells two kinds of cases apart: the area under the ROC curve.

The area is the chance that a case of one kind has a higher score than a case of the other, a tie counting half: 0.5
tells nothing, 1 tells everything. Its interval is that of Hanley and McNeil (1982), Radiology 143:29.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

from .comparison import POWER, Answer
from .intervals import LEVEL

NOTHING: Final = 0.5
"""The area of a score that says nothing."""
_EQUIVALENCE: Final = 0.90
_MOST: Final = 10_000_000


@dataclass(frozen=True, slots=True)
class Area:
    """An area with its interval and what it says of the score; `needed` is the number of cases of each kind.

    The answer "differs" means that the score tells the kinds apart (in the wrong direction below 0.5), "same" that
    it is practically no better than a coin.
    """

    value: float
    low: float
    high: float
    answer: Answer
    needed: int | None


def area(scores: npt.ArrayLike, yes: npt.ArrayLike, no: npt.ArrayLike) -> float:
    """Return the area from how many cases of either kind have each score; NaN without a case of one kind."""
    levels, at = np.unique(np.asarray(scores, dtype=np.float64), return_inverse=True)
    ups = np.bincount(at, weights=np.asarray(yes, dtype=np.float64), minlength=len(levels))
    downs = np.bincount(at, weights=np.asarray(no, dtype=np.float64), minlength=len(levels))
    pairs = ups.sum() * downs.sum()
    if not pairs:
        return math.nan
    below = np.concatenate([[0.0], downs.cumsum()[:-1]])
    return float((ups * (below + downs / 2)).sum() / pairs)


def standard_error(value: float, yes: float, no: float) -> float:
    """Return the standard error of an area from so many cases of either kind; NaN without any.

    An area of 0 or 1 would be sure from a single pair; it is judged as if half a pair were on the other side.
    """
    if min(yes, no) <= 0 or math.isnan(value):
        return math.nan
    margin = 1 / (2 * yes * no)
    value = min(max(value, margin), 1 - margin)
    first, second = value / (2 - value), 2 * value**2 / (1 + value)
    spread = value * (1 - value) + (yes - 1) * (first - value**2) + (no - 1) * (second - value**2)
    return math.sqrt(max(spread, 0.0) / (yes * no))


def interval(value: float, yes: float, no: float, level: float = LEVEL) -> tuple[float, float]:
    """Return the bounds of an area, kept within 0..1; NaN without a case of one kind."""
    half = float(stats.norm.ppf(0.5 + level / 2)) * standard_error(value, yes, no)
    if math.isnan(half):
        return math.nan, math.nan
    return max(value - half, 0.0), min(value + half, 1.0)


def judged(value: float, yes: float, no: float, *, delta: float, gate: int = 10) -> Area:
    """Return what an area says: whether it lies beyond 0.5, or within `delta` of it by two one-sided tests.

    Below `gate` cases of either kind the answer is "too_few".
    """
    low, high = interval(value, yes, no)
    answer: Answer = "too_few"
    if min(yes, no) >= max(gate, 1):
        near_low, near_high = interval(value, yes, no, _EQUIVALENCE)
        answer = "cannot_tell"
        if NOTHING - delta < near_low and near_high < NOTHING + delta:
            answer = "same"
        elif low > NOTHING or high < NOTHING:
            answer = "differs"
    return Area(value, low, high, answer, None if answer in ("differs", "same") else needed(delta))


def needed(delta: float, *, power: float = POWER, level: float = LEVEL) -> int | None:
    """Return how many cases of each kind would show an area of 0.5 + delta; `None` where no number would do."""
    if not 0 < delta <= NOTHING:
        return None
    reach = float(stats.norm.ppf(0.5 + level / 2) + stats.norm.ppf(power))
    low, high = 1, _MOST
    while low < high:
        middle = (low + high) // 2
        enough = reach * standard_error(NOTHING + delta, middle, middle) <= delta
        low, high = (low, middle) if enough else (middle + 1, high)
    return low if low < _MOST else None
