"""How good a forecast was, once the truth is known.

Truths and forecasts are arrays of equal length, at least 1, in one unit. What is returned is in that unit, unless
it is said to be a share or a ratio.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

Floats = npt.NDArray[np.float64]

YEAR: Final = 12


def mase(actual: npt.ArrayLike, forecast: npt.ArrayLike, past: npt.ArrayLike, period: int = YEAR) -> float:
    """Return the mean absolute error in units of what the same month a period before would have missed.

    1 is as good as that, below is better: Hyndman and Koehler (2006), International Journal of Forecasting 22:679.
    The unit is taken from `past` alone. NaN when `past` has no pair a period apart, or never changed.
    """
    known = np.asarray(past, dtype=np.float64)
    if len(known) <= period:
        return float("nan")
    unit = float(np.abs(known[period:] - known[:-period]).mean())
    if unit == 0:
        return float("nan")
    return float(np.abs(_floats(actual) - _floats(forecast)).mean()) / unit


def smape(actual: npt.ArrayLike, forecast: npt.ArrayLike) -> float:
    """Return the symmetric mean absolute percentage error, 0..2; a pair of zeros counts as no error.

    Makridakis and Hibon (2000), International Journal of Forecasting 16:451; there in percent, 0..200.
    """
    truth, said = _floats(actual), _floats(forecast)
    size = np.abs(truth) + np.abs(said)
    error = np.abs(truth - said)
    return float(np.mean(np.divide(2 * error, size, out=np.zeros_like(error), where=size > 0)))


def pinball(actual: npt.ArrayLike, forecast: npt.ArrayLike, level: float) -> float:
    """Return the mean loss of a quantile forecast: what lies above it costs `level`, below it 1 - `level`.

    Koenker and Bassett (1978), Econometrica 46:33; 0 is perfect. `level`, 0..1, is the quantile that was forecast.
    """
    above = _floats(actual) - _floats(forecast)
    return float(np.mean(np.maximum(level * above, (level - 1) * above)))


def coverage_band(n: int, nominal: float, level: float = 0.95) -> tuple[float, float]:
    """Return between which shares the coverage of `n` intervals lies by chance alone if they are honest.

    The central region of the binomial law; `(0, 1)` for no intervals.
    """
    if n == 0:
        return 0.0, 1.0
    low, high = stats.binom.interval(level, n, nominal)
    return float(low) / n, float(high) / n


def _floats(values: npt.ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)
