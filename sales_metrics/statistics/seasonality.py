"""The seasonal pattern of a monthly series: factors that are no larger than the data warrant."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

YEAR: Final = 12
"""Months in a year; the period of everything here unless it is given."""


def seasonal_factors(values: npt.ArrayLike, period: int = YEAR) -> Floats:
    """Return one factor per place in the period, beginning with the place of the first value; their mean is 1.

    Ratios to a centred moving average, averaged in logarithms and shrunk towards 1 by how far their spread
    exceeds what chance alone would give (James and Stein's idea as applied to seasons by Miller and Williams 2003,
    International Journal of Forecasting 19:669). All factors are 1 where a series has fewer than two ratios for
    every place (three periods and a month), or a value that is not positive.
    """
    series = np.asarray(values, dtype=np.float64)
    ones = np.ones(period)
    if len(series) < 3 * period or not (series > 0).all():
        return ones
    weights = np.r_[0.5, np.ones(period - 1), 0.5] / period
    level = np.convolve(series, weights, "valid")
    start = period // 2
    ratios = np.log(series[start : start + len(level)] / level)
    place = (np.arange(len(level)) + start) % period
    groups = [ratios[place == at] for at in range(period)]
    means = np.array([group.mean() for group in groups])
    noise = float(np.mean([group.var(ddof=1) / len(group) for group in groups]))
    spread = float(means.var(ddof=1))
    kept = max(0.0, 1 - noise / spread) if spread > 0 else 0.0
    factors = np.exp((means - means.mean()) * kept)
    result: Floats = factors / factors.mean()
    return result


def repeated(factors: Floats, start: int, length: int) -> Floats:
    """Return the factors of `length` months of which the first stands at place `start` of the series."""
    result: Floats = factors[(start + np.arange(length)) % len(factors)]
    return result
