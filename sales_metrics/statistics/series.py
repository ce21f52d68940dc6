"""Forecasts of a monthly series: four simple methods, and what they say together.

Each method is one that published comparisons have found hard to beat on short business series. Their median is
what is shown: it needs no fitted weights, and one method that runs away does not take it along (Petropoulos and
Svetunkov 2020, International Journal of Forecasting 36:110, on medians of simple models).
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from statsmodels.tsa.forecasting.theta import ThetaModel
from statsmodels.tsa.holtwinters import Holt, SimpleExpSmoothing

from .seasonality import YEAR, Floats, repeated, seasonal_factors

LEAST: Final = 6
"""With fewer months than this there is no series to speak of, and nothing is forecast."""

Method = Callable[[Floats, int], Floats]


def seasonal_naive(values: npt.ArrayLike, horizon: int, period: int = YEAR) -> Floats:
    """Return the values of the same months a year before; of a shorter series its last value, repeated.

    `values` are a month each, at least one; what is returned has the length `horizon`.
    """
    series = np.asarray(values, dtype=np.float64)
    year = series[-period:] if len(series) >= period else series[-1:]
    result: Floats = np.resize(year, horizon)
    return result


def smoothed(series: Floats, horizon: int) -> Floats:
    """Simple exponential smoothing, ETS(A,N,N): the level goes on as it is. Returns `horizon` values."""
    return _fitted(lambda: SimpleExpSmoothing(series, initialization_method="estimated").fit().forecast(horizon))


def damped(series: Floats, horizon: int) -> Floats:
    """Exponential smoothing with a damped trend, ETS(A,Ad,N). Returns `horizon` values.

    Gardner and McKenzie (1985), Management Science 31:1237.
    """
    return _fitted(
        lambda: Holt(series, damped_trend=True, initialization_method="estimated").fit().forecast(horizon)
    )


def theta(series: Floats, horizon: int) -> Floats:
    """The theta method, without seasons of its own. Returns `horizon` values.

    Assimakopoulos and Nikolopoulos (2000), International Journal of Forecasting 16:521.
    """
    return _fitted(lambda: ThetaModel(series, period=YEAR, deseasonalize=False).fit().forecast(horizon))


METHODS: Final[Mapping[str, Method]] = MappingProxyType({"smoothed": smoothed, "damped": damped, "theta": theta})
"""Methods for a series without seasons; `seasonal_naive` is the fourth voice."""


def forecasts(values: npt.ArrayLike, horizon: int) -> dict[str, Floats]:
    """Return what each method expects of the next `horizon` months, by its name, and "combined", their median.

    Values are taken as evenly spaced months without gaps. A series that has never been negative gets no negative
    forecast. A constant series goes on; where a method cannot be fitted it is left out. Raises `ValueError` for
    fewer than `LEAST` values, or when one of them is not finite.
    """
    series = np.asarray(values, dtype=np.float64)
    if len(series) < LEAST or not np.isfinite(series).all():
        raise ValueError(f"a forecast needs at least {LEAST} months, all of them known")
    voices = {"seasonal_naive": seasonal_naive(series, horizon)}
    if float(series.std()) > 0:
        factors = seasonal_factors(series)
        adjusted = series / repeated(factors, 0, len(series))
        ahead = repeated(factors, len(series), horizon)
        # The smoothers search in steps of about one: a series in millions or in thousandths is brought there.
        scale = float(np.abs(adjusted).mean()) or 1.0
        for name, method in METHODS.items():
            found = method(adjusted / scale, horizon) * scale * ahead
            if np.isfinite(found).all():
                voices[name] = found
    if (series >= 0).all():
        voices = {name: np.maximum(voice, 0.0) for name, voice in voices.items()}
    return {**voices, "combined": np.median(list(voices.values()), axis=0)}


def _fitted(fit: Callable[[], Any]) -> Floats:
    # That a search stopped at a flat place is no reason to say nothing, and nothing that a reader could act on.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return np.asarray(fit(), dtype=np.float64)
