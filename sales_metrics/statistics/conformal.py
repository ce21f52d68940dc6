"""Intervals from the errors that a method has really made, instead of from what its model believes."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

LEAST: Final = {0.5: 1, 0.8: 4, 0.9: 9, 0.95: 19}
"""How many errors an interval of each level needs: with fewer, its honest end is infinity."""


def half_width(errors: npt.ArrayLike, level: float) -> float:
    """Return how far either side an interval of this level must reach, from the sizes of past errors.

    The ceil((n + 1) * level)-th smallest absolute error: Vovk, Gammerman and Shafer (2005), Algorithmic Learning in
    a Random World, sec. 2.2; infinite when there are too few errors for the level. Nothing is assumed of their law
    but that the next error is of the same kind.
    """
    sizes = np.sort(np.abs(np.asarray(errors, dtype=np.float64)))
    # A level such as 0.8 is a little more than itself in binary, which must not cost a whole rank.
    rank = ceil((len(sizes) + 1) * level - 1e-9)
    return float(sizes[rank - 1]) if 1 <= rank <= len(sizes) else float("inf")


def rolling_errors(
    values: npt.ArrayLike,
    forecast: Callable[[Floats, int], Floats],
    horizon: int,
    first: int,
) -> Floats:
    """Return the errors (truth less forecast) of forecasts made at every month from the `first` on.

    One row per origin, one column per month ahead; NaN where the truth is not known yet. `forecast` is given the
    values up to the origin and the horizon, so it cannot look ahead: Tashman (2000), International Journal of
    Forecasting 16:437. No rows when the series is not longer than `first`.
    """
    series = np.asarray(values, dtype=np.float64)
    rows = []
    for origin in range(first, len(series)):
        said = forecast(series[:origin], horizon)
        truth = np.full(horizon, np.nan)
        known = series[origin : origin + horizon]
        truth[: len(known)] = known
        rows.append(truth - said)
    return np.array(rows, dtype=np.float64).reshape(len(rows), horizon)
