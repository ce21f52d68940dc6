"""Whether shares differ, with three answers: they differ, they are practically the same, or the data cannot tell.

`delta` is the smallest difference that would change a decision, and it decides what "practically the same" means:
the 90 % interval of the difference lies wholly within -delta..+delta (two one-sided tests, Schuirmann 1987, J.
Pharmacokinet. Biopharm. 15:657). A proven difference that is too small to matter is therefore "same".
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy import stats

from .intervals import LEVEL, Floats, newcombe

Answer = Literal["differs", "same", "cannot_tell", "too_few"]

POWER: Final = 0.8
_EQUIVALENCE: Final = 0.90


@dataclass(frozen=True, slots=True)
class Comparison:
    """The difference of two shares, its interval, what it says, and how many more cases would tell (`needed`)."""

    difference: float
    low: float
    high: float
    answer: Answer
    needed: int | None


def two(k1: float, n1: float, k2: float, n2: float, *, delta: float, gate: int = 10) -> Comparison:
    """Compare k1 of n1 with k2 of n2. Below `gate` cases on either side the answer is "too_few".

    `needed` is how many more cases the smaller side would need, unless the answer is "differs" or "same"; `None`
    too where it has as many already. It and the bounds are undefined (`None`, NaN) when a side is empty.
    """
    difference = k1 / n1 - k2 / n2 if n1 and n2 else math.nan
    low, high = (float(bound) for bound in newcombe(k1, n1, k2, n2))
    answer: Answer = "too_few"
    if min(n1, n2) >= max(gate, 1):
        near_low, near_high = (float(bound) for bound in newcombe(k1, n1, k2, n2, _EQUIVALENCE))
        answer = _answer(low, high, near_low, near_high, delta)
    told = answer in ("differs", "same") or math.isnan(difference)
    more = None if told else more_needed(k2 / n2, difference, delta, min(n1, n2))
    return Comparison(difference, low, high, answer, more)


def against_the_rest(
    k: npt.ArrayLike,
    n: npt.ArrayLike,
    *,
    delta: float,
    gate: int = 10,
    level: float = LEVEL,
    within: npt.ArrayLike | None = None,
) -> pd.DataFrame:
    """Compare the share of every row with that of all other rows together, allowing for their number.

    `within` labels the question that a row belongs to (the step of a funnel, say): the rest are then the other
    rows of the same label, while the allowance is still for all rows together.

    Returns a row each: share, rest, difference, low, high, p, q, answer, needed. p is of the pooled score test;
    q is its adjustment over the rows with at least `gate` cases (Benjamini and Hochberg 1995, J. R. Stat. Soc.
    B 57:289). Where rows were picked out by q, their intervals are widened to the level 1 - alpha * R / m, R
    of m being picked (Benjamini and Yekutieli 2005, J. Am. Stat. Assoc. 100:71). Rows under the gate get NaN
    for p and q and the answer "too_few". `needed` is how many more cases a row would need to be told apart, if
    it is not and has fewer (see `more_needed`).
    """
    k, n = np.asarray(k, dtype=np.float64), np.asarray(n, dtype=np.float64)
    labels = np.zeros(k.shape, dtype=np.int64) if within is None else np.unique(within, return_inverse=True)[1]
    others_k, others_n = (
        np.bincount(labels, weights=part)[labels] - part if part.size else part for part in (k, n)
    )
    enough = (n >= max(gate, 1)) & (others_n >= max(gate, 1))
    share, rest = _divided(k, n), _divided(others_k, others_n)
    p = np.where(enough, pooled_p(k, n, others_k, others_n), np.nan)
    q = adjusted(p)
    picked, shown = int(np.nansum(q <= 1 - level)), int(enough.sum())
    wide = 1 - (1 - level) * picked / shown if picked else level
    low, high = newcombe(k, n, others_k, others_n, wide)
    near = newcombe(k, n, others_k, others_n, _EQUIVALENCE)
    found = zip(low, high, *near, enough, q, strict=True)
    answers = [_row_answer(*row, delta=delta, alpha=1 - level) for row in found]
    untold = [answer in ("cannot_tell", "too_few") for answer in answers]
    needed = [
        more_needed(float(there), float(here - there), delta, have) if open_ and not np.isnan(there) else None
        for open_, here, there, have in zip(untold, np.nan_to_num(share), rest, n, strict=True)
    ]
    return pd.DataFrame(
        {
            "share": share,
            "rest": rest,
            "difference": share - rest,
            "low": low,
            "high": high,
            "p": p,
            "q": q,
            "answer": answers,
            "needed": pd.array(needed, dtype="Int64"),
        }
    )


def pooled_p(k1: npt.ArrayLike, n1: npt.ArrayLike, k2: npt.ArrayLike, n2: npt.ArrayLike) -> Floats:
    """Return the two-sided p of the score test of equal shares; 1 where nothing varies, NaN where n is 0."""
    k1, n1, k2, n2 = (np.asarray(values, dtype=np.float64) for values in (k1, n1, k2, n2))
    pooled = _divided(k1 + k2, n1 + n2)
    spread = np.sqrt(pooled * (1 - pooled) * (_divided(np.ones_like(n1), n1) + _divided(np.ones_like(n2), n2)))
    distance = np.abs(_divided(k1, n1) - _divided(k2, n2))
    z = np.where(spread > 0, distance / np.where(spread > 0, spread, 1.0), np.where(np.isnan(spread), np.nan, 0.0))
    result: Floats = 2 * stats.norm.sf(z)
    return result


def adjusted(p: npt.ArrayLike) -> Floats:
    """Return Benjamini and Hochberg's q of each p, over those that are not NaN."""
    p = np.asarray(p, dtype=np.float64)
    q = np.full(p.shape, np.nan)
    known = ~np.isnan(p)
    if known.any():
        q[known] = stats.false_discovery_control(p[known])
    return q


def needed(share: float, other: float, *, power: float = POWER, level: float = LEVEL) -> int | None:
    """Return how many cases each of two equal groups must have for two such shares to be told apart.

    By the arcsine transformation (Cohen 1988, Statistical Power Analysis, ch. 6), two-sided. `None` when the
    shares are equal.
    """
    effect = 2 * (math.asin(math.sqrt(share)) - math.asin(math.sqrt(other)))
    if effect == 0:
        return None
    reach = float(stats.norm.ppf(0.5 + level / 2) + stats.norm.ppf(power))
    return math.ceil(2 * (reach / effect) ** 2)


def needed_from(reference: float, difference: float, delta: float) -> int | None:
    """Return the n each at which `delta` away from the reference, on the side of the difference, would show."""
    aimed = reference - delta if difference < 0 else reference + delta
    if not 0 <= aimed <= 1:
        aimed = 2 * reference - aimed
    return needed(min(max(aimed, 0.0), 1.0), reference)


def _row_answer(
    low: float, high: float, near_low: float, near_high: float, enough: Any, q: float, *, delta: float, alpha: float
) -> Answer:
    if not enough:
        return "too_few"
    answer = _answer(low, high, near_low, near_high, delta)
    return "cannot_tell" if answer == "differs" and q > alpha else answer


def _answer(low: float, high: float, near_low: float, near_high: float, delta: float) -> Answer:
    if -delta < near_low and near_high < delta:
        return "same"
    return "differs" if low > 0 or high < 0 else "cannot_tell"


def _divided(over: Floats, under: Floats) -> Floats:
    return over / np.where(under > 0, under, np.nan)


def more_needed(reference: float, difference: float, delta: float, have: float) -> int | None:
    """Return how many cases beyond those it has a group would need for `needed_from`; `None` if it has them."""
    each = needed_from(reference, difference, delta)
    return None if each is None or each <= have else math.ceil(each - have)
