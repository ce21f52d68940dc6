"""Where a running count will end: what is done, and what the usual pace adds in the days that are left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

LEVEL: Final = 0.80
FEWEST_DAYS: Final = 10
"""Days of record below which no forecast is made."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where a count will end: the bounds of the central interval, and the chance to reach the plan."""

    low: float
    high: float
    chance: float


def outlook(
    counts: npt.ArrayLike, days: npt.ArrayLike, days_left: int, done: float, plan: float, *, level: float = LEVEL
) -> Outlook | None:
    """Forecast a count from past stretches of so many working days; `None` with fewer than ten days in all.

    The pace has a gamma distribution (Jeffreys prior), so what is to come is negative binomial: for n days with K
    events, mean m = (K + 1/2) d / n over d days. Stretches that vary more than Poisson's (Pearson's chi-square over
    its degrees of freedom above 1) widen it in proportion, as in quasi-Poisson models (McCullagh and Nelder 1989,
    Generalized Linear Models, section 6.2).
    """
    past, worked = np.asarray(counts, dtype=np.float64), np.asarray(days, dtype=np.float64)
    past, worked = past[worked > 0], worked[worked > 0]
    n, total = float(worked.sum()), float(past.sum())
    if n < FEWEST_DAYS:
        return None
    if days_left <= 0:
        return Outlook(done, done, float(done >= plan))
    expected = worked * total / n
    free = max(len(past) - 1, 1)
    spread = max(1.0, float(((past - expected) ** 2 / expected).sum()) / free) if total else 1.0
    mean = (total + 0.5) * days_left / n
    variance = spread * (mean + mean**2 / (total + 0.5))
    coming = stats.nbinom(mean**2 / (variance - mean), mean / variance)
    tail = (1 - level) / 2
    missing = np.ceil(plan - done - 1e-9)
    return Outlook(
        done + float(coming.ppf(tail)),
        done + float(coming.ppf(1 - tail)),
        1.0 if missing <= 0 else float(coming.sf(missing - 1)),
    )
