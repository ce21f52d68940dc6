"""How long a wait lasts when some are still waiting."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
from scipy import stats

from .incidence import incidence
from .intervals import LEVEL, Bounds, Floats


def median_wait(
    days: npt.ArrayLike, over: npt.ArrayLike, counts: npt.ArrayLike | None = None
) -> tuple[float, float, float]:
    """Return the day by which half have stopped waiting, and its 95 % interval: (median, low, high).

    `days` are those waited so far, `over` is 1 where the wait has ended and 0 where it still goes on, `counts` how
    many cases a row stands for. Kaplan and Meier (1958), J. Am. Stat. Assoc. 53:457; the interval is that of
    Brookmeyer and Crowley (1982), Biometrics 38:29. Whatever the data do not reach is NaN: the median where more
    than half still wait, the high bound where too few waits have ended late.
    """
    waits = incidence(days, over, counts=counts, kinds=1)
    # With one cause the error of the share that has ended is Greenwood's of the share that still waits.
    low, high = _bands(waits.open, waits.errors[0])
    median, earliest, latest = (_first_at_half(waits.times, line) for line in (waits.open, low, high))
    return median, earliest, latest


def _bands(share: Floats, error: Floats) -> Bounds:
    """Return the 95 % band of a curve by the log-minus-log transformation; NaN where the curve is 1 or 0."""
    inside = (share > 0) & (share < 1)
    safe = np.where(inside, share, 0.5)
    reach = stats.norm.ppf(0.5 + LEVEL / 2) * np.where(inside, error, 0.0) / (safe * -np.log(safe))
    low, high = safe ** np.exp(reach), safe ** np.exp(-reach)
    # At 0 nobody waits any longer, which no band can soften.
    end = np.where(share <= 0, 0.0, np.nan)
    return np.where(inside, low, end), np.where(inside, high, np.nan)


def _first_at_half(times: Floats, line: Floats) -> float:
    reached = np.flatnonzero(line <= 0.5 + 1e-12)
    return float(times[reached[0]]) if len(reached) else math.nan
