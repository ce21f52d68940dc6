"""How shares grow with time while many cases are still open: cumulative incidence, and time until an end.

A case that is open when the data end is neither won nor lost: all that is known is that it lasted so long. The
share won by an age (Aalen and Johansen 1978, Scand. J. Stat. 5:141) counts it as long as it was watched, and a
lost case as one that cannot be won any more. One minus Kaplan and Meier with the lost as censored would promise
too much: its shares of won and lost add up to more than one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import stats

from .intervals import LEVEL, Floats

OPEN = 0
"""The code of a case that has not ended."""


@dataclass(frozen=True, slots=True)
class Incidence:
    """Step functions of age: at each of `times`, ascending, something ended or was seen for the last time.

    `at_risk` are the cases watched just before each time, `open` the share that has not ended by then (Kaplan and
    Meier 1958, J. Am. Stat. Assoc. 53:457), `shares` the share that has ended with each cause: one row a cause,
    from cause 1. At every time they add up to 1 with `open`. `errors` are the standard errors of `shares`.
    """

    times: Floats
    at_risk: Floats
    open: Floats
    shares: Floats
    errors: Floats

    def at(self, time: float, cause: int) -> float:
        """Return the share that has ended with a cause by a time; 0 before the first."""
        place = int(np.searchsorted(self.times, time, side="right")) - 1
        return float(self.shares[cause - 1, place]) if place >= 0 else 0.0

    def open_at(self, time: float) -> float:
        """Return the share still open just after a time; 1 before the first."""
        place = int(np.searchsorted(self.times, time, side="right")) - 1
        return float(self.open[place]) if place >= 0 else 1.0

    def bounds(self, level: float = LEVEL) -> tuple[Floats, Floats]:
        """Return the interval of `shares` on the scale of log(-log), which stays between 0 and 1.

        Kalbfleisch and Prentice (1980), The Statistical Analysis of Failure Time Data. Undefined (NaN) while
        nothing has ended with the cause, and where everything has.
        """
        z = float(stats.norm.ppf(0.5 + level / 2))
        # A sum of steps that comes to one may fall short of it in the last binary digit.
        share = np.where((self.shares > 0) & (self.shares < 1 - 1e-12), self.shares, np.nan)
        spread = z * self.errors / (share * np.log(share))
        return share ** np.exp(-spread), share ** np.exp(spread)

    def ended_by(self, share: float) -> float | None:
        """Return the first time by which at least `share` of the cases has ended; `None` if never reached."""
        reached = np.flatnonzero(self.open <= 1 - share + 1e-12)
        return float(self.times[reached[0]]) if len(reached) else None

    def chance(self, cause: int, age: float, within: float) -> float | None:
        """Return the chance that a case still open at an age ends with a cause within so much more time.

        `None` where no case is left open at that age. (F(age + within) - F(age)) / open(age).
        """
        left = self.open_at(age)
        return (self.at(age + within, cause) - self.at(age, cause)) / left if left > 0 else None


def incidence(
    times: npt.ArrayLike,
    causes: npt.ArrayLike,
    *,
    counts: npt.ArrayLike | None = None,
    entry: npt.ArrayLike | None = None,
    kinds: int = 2,
) -> Incidence:
    """Return the cumulative incidence of each cause 1..`kinds`; cause 0 is a case that is still open.

    `times` are ages at the end or at the last look, `counts` how many cases a row stands for, `entry` the age
    from which a case was watched (it counts at times after that one). Ties are taken as they are: an end and a
    last look at one time leave the case at risk of that end. A cause that never occurs has a share of 0. The
    variance is that of Dinse and Larson (1986), Biometrika 73:379. No rows give arrays of length 0.
    """
    age, cause = np.asarray(times, np.float64), np.asarray(causes, np.int64)
    weight = np.ones_like(age) if counts is None else np.asarray(counts, np.float64)
    grid, place = np.unique(age, return_inverse=True)
    ended = np.zeros((kinds, len(grid)))
    for kind in range(1, kinds + 1):
        np.add.at(ended[kind - 1], place[cause == kind], weight[cause == kind])
    seen = np.bincount(place, weight, len(grid)) if len(grid) else np.zeros(0)
    at_risk = seen[::-1].cumsum()[::-1]
    if entry is not None:
        late = np.asarray(entry, np.float64)
        order = np.argsort(late, kind="stable")
        later = np.append(weight[order][::-1].cumsum()[::-1], 0.0)
        # A case that is watched from an age on is at risk after it, not at it.
        at_risk = at_risk - later[np.searchsorted(late[order], grid, side="left")]
    all_ended = ended.sum(axis=0)
    risk = np.where(at_risk > 0, at_risk, 1.0)
    survived = np.cumprod(1 - all_ended / risk)
    before = np.append(1.0, survived[:-1]) if len(grid) else survived
    shares = np.cumsum(before * ended / risk, axis=1)
    return Incidence(grid, at_risk, survived, shares, _errors(shares, before, ended, all_ended, risk))


def _errors(shares: Floats, before: Floats, ended: Floats, all_ended: Floats, risk: Floats) -> Floats:
    """Return the standard errors; each sum over earlier times is expanded, so that one pass is enough."""
    left = risk - all_ended
    hazard = np.where(left > 0, all_ended / (risk * np.where(left > 0, left, 1.0)), 0.0)
    mixed = before * ended / risk**2
    own = np.cumsum(before**2 * (risk - ended) * ended / risk**3, axis=1)

    def summed(values: Any) -> Any:
        return np.cumsum(values, axis=-1)

    quadratic = shares**2 * summed(hazard) - 2 * shares * summed(shares * hazard) + summed(shares**2 * hazard)
    crossed = shares * summed(mixed) - summed(shares * mixed)
    variance: Floats = quadratic + own - 2 * crossed
    return np.sqrt(np.maximum(variance, 0.0))
