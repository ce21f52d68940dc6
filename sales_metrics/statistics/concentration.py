"""How much hangs on few: shares, effective number, Gini, and the classes of ABC, XYZ and RFM.

Amounts are those of clients, one each. Amounts at or below zero (more returned than bought) count as zero where a
share is meant: nobody depends on a client that brings nothing.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

INTERMITTENT_GAP: Final = 1.32
INTERMITTENT_SPREAD: Final = 0.49
"""Syntetos and Boylan (2005), The accuracy of intermittent demand estimates, Int. J. Forecasting 21:303."""


def effective_number(amounts: npt.ArrayLike) -> float:
    """Return how many equal clients would be as concentrated: 1 / sum of squared shares; NaN without any amount.

    The Hill number of order 2 (Hill 1973, Diversity and evenness, Ecology 54:427).
    """
    shares = shares_of(amounts)
    return float(1.0 / np.sum(shares**2)) if shares.size else float("nan")


def gini(amounts: npt.ArrayLike, *, corrected: bool = False) -> float:
    """Return the Gini coefficient, 0 (all equal) to 1 - 1/n; NaN without any amount.

    `corrected` multiplies by n / (n - 1), so that one client with everything is 1 however few there are.
    """
    values = np.sort(_positive(amounts))
    n, total = values.size, values.sum()
    if not total or (corrected and n < 2):
        return float("nan")
    ranks = 2 * np.arange(1, n + 1) - n - 1
    found = float((ranks * values).sum() / (n * total))
    return found * n / (n - 1) if corrected else found


def lorenz(amounts: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Return the corners of the Lorenz curve: shares of clients, the smallest first, and of what they bring.

    n + 1 corners from (0, 0) to (1, 1); both arrays are empty without any amount. The curve is convex, and twice
    the area between it and the diagonal is `gini`. Lorenz (1905), Methods of measuring the concentration of
    wealth, Publ. Am. Stat. Assoc. 9:209.
    """
    values = np.sort(_positive(amounts))
    total = values.sum()
    if not total:
        return np.array([]), np.array([])
    reached = np.concatenate(([0.0], np.cumsum(values) / total))
    reached[-1] = 1.0
    return np.linspace(0.0, 1.0, values.size + 1), reached


def shares_of(amounts: npt.ArrayLike) -> Floats:
    """Return each client's share of the whole, in the order given; empty when there is nothing to share."""
    values = _positive(amounts)
    total = values.sum()
    return np.asarray(values / total, dtype=np.float64) if total else np.array([])


def left_out(amounts: npt.ArrayLike, number: Any) -> tuple[float, float]:
    """Return the least and the greatest value that `number` takes when any one client is left out.

    An interval by resampling clients is poor for tails as heavy as those of revenue; this range makes no claim but
    what it says. Equal amounts are left out once. NaN with fewer than two clients.
    """
    values = np.sort(_positive(amounts))
    if values.size < 2:
        return float("nan"), float("nan")
    # The extremes come from leaving out one of the ends, or one of the few that weigh most.
    places = sorted({0, *range(max(values.size - 20, 0), values.size)})
    found = [float(number(np.delete(values, place))) for place in places]
    return min(found), max(found)


def abc(amounts: npt.ArrayLike, a: float = 0.80, b: float = 0.95) -> npt.NDArray[np.str_]:
    """Return "A", "B" or "C" per client, in the order given.

    A client belongs to A when the share of all larger ones, before it, is under `a`; so the first is always in A.
    Clients of one amount share a class: that of the first of them.
    """
    values = _positive(amounts)
    if not values.size:
        return np.array([], dtype=np.str_)
    order = np.argsort(-values, kind="stable")
    ordered = values[order]
    total = values.sum() or 1.0
    before = np.concatenate(([0.0], np.cumsum(ordered)[:-1])) / total
    _, first, same = np.unique(-ordered, return_index=True, return_inverse=True)
    before = before[first][same]
    # Sums of floats may end a hair under the bound they meet.
    classes = np.where(before < a - 1e-9, "A", np.where(before < b - 1e-9, "B", "C"))
    found = np.empty(values.size, dtype="<U1")
    found[order] = np.where(ordered > 0, classes, "C")
    return found


def variation(demand: npt.ArrayLike, axis: int = -1) -> Floats:
    """Return the coefficient of variation over periods, of the sample (n - 1); NaN where nothing was bought."""
    values = np.asarray(demand, dtype=np.float64)
    mean = values.mean(axis=axis)
    spread = values.std(axis=axis, ddof=1)
    return np.asarray(np.divide(spread, mean, out=np.full(np.shape(mean), np.nan), where=mean > 0))


def xyz(demand: npt.ArrayLike, x: float = 0.10, y: float = 0.25) -> npt.NDArray[np.str_]:
    """Return "X", "Y", "Z" or "I" per row of demand by period (rows clients, columns periods).

    "I" is intermittent, decided first: on average more than 1.32 periods between purchases, or sizes that vary too
    much to be called a rhythm (squared variation over 0.49). Raises `ValueError` below 12 periods.
    """
    values = np.asarray(demand, dtype=np.float64)
    periods = values.shape[1]
    if periods < 12:
        raise ValueError("XYZ needs twelve periods or more")
    bought = (values > 0).sum(axis=1)
    gap = periods / np.maximum(bought, 1)
    mean = np.divide(values.sum(axis=1), bought, out=np.zeros(len(values)), where=bought > 0)
    squares = np.where(values > 0, (values - mean[:, None]) ** 2, 0.0).sum(axis=1) / np.maximum(bought, 1)
    sizes = np.divide(squares, mean**2, out=np.zeros(len(values)), where=mean > 0)
    spread = variation(values)
    smooth = np.where(spread <= x + 1e-9, "X", np.where(spread <= y + 1e-9, "Y", "Z"))
    found: npt.NDArray[np.str_] = np.where((gap > INTERMITTENT_GAP) | (sizes > INTERMITTENT_SPREAD), "I", smooth)
    return found


def by_chance(orders: npt.ArrayLike, periods: int) -> Floats:
    """Return the coefficient of variation that chance alone gives counts of so few orders; infinite without any.

    Orders that come at random (Poisson) vary by 1 / sqrt(mean per period): 48 orders in 12 months by 0.5.
    """
    mean = np.asarray(orders, dtype=np.float64) / periods
    return np.asarray(np.divide(1.0, np.sqrt(mean), out=np.full(np.shape(mean), np.inf), where=mean > 0))


def scores(values: npt.ArrayLike, levels: int = 5) -> npt.NDArray[np.int64]:
    """Return scores 1..levels by percentile rank, the greatest the best; equal values get the same score."""
    series = pd.Series(np.asarray(values, dtype=np.float64))
    if series.empty:
        return np.array([], dtype=np.int64)
    ranks = series.rank(method="average", pct=True).to_numpy()
    return np.asarray(np.clip(np.ceil(ranks * levels - 1e-9), 1, levels), dtype=np.int64)


def _positive(amounts: npt.ArrayLike) -> Floats:
    return np.maximum(np.nan_to_num(np.asarray(amounts, dtype=np.float64)), 0.0)
