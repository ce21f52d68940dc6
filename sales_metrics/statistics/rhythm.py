"""When a client's silence is longer than its own rhythm allows.

A client with n gaps of S days together is taken to order at a rate that is its own, drawn like everybody's from one
gamma distribution; the next gap then follows a Lomax distribution, whose quantile is right however few gaps there
are. "Three times the mean gap" is not: with one gap it raises a false alarm in one case of four. Regular buyers are
judged by Student's predictive quantile of the logarithm of their gaps, which notices sooner. Simple rules of this
kind do as well as models (Wübben and von Wangenheim 2008, J. Marketing 72(3):82).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import optimize, special, stats

Floats = npt.NDArray[np.float64]

REGULAR_FROM: Final = 5
"""Gaps from which a client can be called regular."""
REGULAR_SPREAD: Final = 0.6
"""Greatest standard deviation of the logarithm of gaps at which it is: that of chance orders is 1.28."""
LEAST_SPREAD: Final = 0.1
"""Gaps that are all alike by luck would allow no day of delay at all."""
LEAST_CLIENTS: Final = 10
"""With fewer clients of two orders and more nothing is learnt from the others."""
LEAST_RETURNED: Final = 20
"""With fewer second orders the time to a second order is not known well enough."""


@dataclass(frozen=True, slots=True)
class Prior:
    """How rates differ among clients: gamma with this shape, and `days` as its inverse scale. Zeros: not known."""

    shape: float = 0.0
    days: float = 0.0


def fitted(gaps: npt.ArrayLike, days: npt.ArrayLike) -> Prior:
    """Return the prior under which gaps (count) over `days` (their sum) are most likely.

    Clients without a gap are left out. With fewer than ten such clients nothing is learnt, and the prior of
    zeros lets every client speak for itself.
    """
    n, total = np.asarray(gaps, dtype=np.float64), np.asarray(days, dtype=np.float64)
    n, total = n[n > 0], total[n > 0]
    if n.size < LEAST_CLIENTS:
        return Prior()
    centre = float(np.log(total.sum() / n.sum()))

    def loss(logs: Floats) -> float:
        shape, scale = np.exp(logs[0]), np.exp(logs[0] + logs[1])
        rising = special.gammaln(shape + n) - special.gammaln(shape)
        return -float(np.sum(rising - shape * np.log1p(total / scale) - n * np.log(scale + total)))

    # The second coordinate is the logarithm of the typical gap, which keeps the two apart.
    bounds = [(np.log(0.3), np.log(200.0)), (centre - 4, centre + 4)]
    found = optimize.minimize(loss, np.array([np.log(2.0), centre]), method="L-BFGS-B", bounds=bounds)
    shape, scale = np.exp(found.x[0]), np.exp(found.x[0] + found.x[1])
    return Prior(float(shape), float(scale))


def chance_quantile(gaps: npt.ArrayLike, days: npt.ArrayLike, level: float, prior: Prior = Prior()) -> Floats:
    """Return the silence in days that the next gap outlasts with probability 1 - level, for orders by chance.

    (days + S) ((1 - level) ** (-1 / (shape + n)) - 1); NaN without gaps and prior.
    """
    n, total = np.asarray(gaps, dtype=np.float64), np.asarray(days, dtype=np.float64)
    strength = n + prior.shape
    power = np.divide(-np.log1p(-level), strength, out=np.full(strength.shape, np.nan), where=strength > 0)
    return np.asarray((prior.days + total) * np.expm1(np.minimum(power, 700)), dtype=np.float64)


def regular_quantile(gaps: npt.ArrayLike, mean: npt.ArrayLike, spread: npt.ArrayLike, level: float) -> Floats:
    """Return the same for regular buyers, from mean and sample deviation of the logarithm of n >= 2 gaps.

    exp(mean + t(n - 1, level) * spread * sqrt(1 + 1 / n)); NaN with fewer than two gaps.
    """
    n = np.asarray(gaps, dtype=np.float64)
    enough = n >= 2
    quantile = stats.t.ppf(level, np.where(enough, n - 1, 1))
    wide = np.maximum(np.asarray(spread, dtype=np.float64), LEAST_SPREAD) * np.sqrt(1 + 1 / np.maximum(n, 1))
    return np.where(enough, np.exp(np.asarray(mean, dtype=np.float64) + quantile * wide), np.nan)


def return_quantile(waited: npt.ArrayLike, returned: npt.ArrayLike, level: float) -> float:
    """Return the days within which `level` of those who ever ordered a second time did so.

    `waited` runs from the first order to the second, or to the last day of the data where none has come yet; those
    still waiting count as long as they did (Kaplan and Meier 1958). NaN with fewer than twenty second orders.
    """
    time, came = np.asarray(waited, dtype=np.float64), np.asarray(returned, dtype=bool)
    if came.sum() < LEAST_RETURNED:
        return float("nan")
    times, events = np.unique(time[came], return_counts=True)
    at_risk = time.size - np.searchsorted(np.sort(time), times, side="left")
    done = 1 - np.cumprod(1 - events / at_risk)
    return float(times[np.searchsorted(done, level * done[-1] - 1e-12)])


def limits(
    frame: dict[str, Any], level: float, prior: Prior, second: float
) -> tuple[Floats, npt.NDArray[np.bool_]]:
    """Return for every client the silence that is too long, and whether it is judged as a regular buyer.

    `frame` holds arrays: `gaps` (count), `days` (their sum), `mean_log` and `spread_log`. `second` is the limit of
    clients with one order; where it is NaN, what the prior says of anybody holds.
    """
    gaps = np.asarray(frame["gaps"], dtype=np.float64)
    spread = np.nan_to_num(np.asarray(frame["spread_log"], dtype=np.float64), nan=np.inf)
    regular = (gaps >= REGULAR_FROM) & (spread <= REGULAR_SPREAD)
    found = chance_quantile(gaps, frame["days"], level, prior)
    own = regular_quantile(gaps, np.nan_to_num(np.asarray(frame["mean_log"], dtype=np.float64)), spread, level)
    found = np.where(regular, own, found)
    if not np.isnan(second):
        found = np.where(gaps == 0, second, found)
    return found, regular
