"""BG/NBD: how likely a client is still one, if orders come by chance and a client may be lost after any of them.

Fader, Hardie and Lee (2005), Counting your customers the easy way, Marketing Science 24:275. For each client: x
repeat orders, the time t_x from the first order to the last, and the time T from the first to now. A client with
one order is alive for certain in this model, so it says nothing of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

Floats = npt.NDArray[np.float64]

LEAST_CLIENTS: Final = 300
"""With fewer clients the estimates wander too far: of random subsets of 120, one in six came out degenerate."""
RUNAWAY: Final = 5.0
"""An estimate beyond exp(5) or under exp(-5), time in units of the mean age, is one that has no best value."""


@dataclass(frozen=True, slots=True)
class Model:
    """Rates are gamma (r, alpha), chances of loss beta (a, b); alpha is in the unit of time of the data.

    Its methods take arrays with an entry a client: x, the time t_x of the last order, and the age T.
    """

    r: float
    alpha: float
    a: float
    b: float

    def log_likelihood(self, x: npt.ArrayLike, last: npt.ArrayLike, age: npt.ArrayLike) -> float:
        """Return the logarithm of the likelihood of all clients together."""
        x, last, age = (np.asarray(part, dtype=np.float64) for part in (x, last, age))
        r, alpha, a, b = self.r, self.alpha, self.a, self.b
        start = special.gammaln(r + x) - special.gammaln(r) + r * np.log(alpha)
        start += special.gammaln(a + b) + special.gammaln(b + x) - special.gammaln(b) - special.gammaln(a + b + x)
        alive = -(r + x) * np.log(alpha + age)
        # Both terms underflow for busy clients; their sum in logarithms does not.
        lost = np.where(
            x > 0, np.log(a) - np.log(b + np.maximum(x, 1) - 1) - (r + x) * np.log(alpha + last), -np.inf
        )
        return float(np.sum(start + np.logaddexp(alive, lost)))

    def alive(self, x: npt.ArrayLike, last: npt.ArrayLike, age: npt.ArrayLike) -> Floats:
        """Return the probability that each client has not been lost; 1 for those with one order."""
        x, last, age = (np.asarray(part, dtype=np.float64) for part in (x, last, age))
        odds = self.a / (self.b + np.maximum(x, 1) - 1)
        odds = odds * ((self.alpha + age) / (self.alpha + last)) ** (self.r + x)
        return np.asarray(1 / (1 + np.where(x > 0, odds, 0.0)), dtype=np.float64)

    def expected(self, t: float, x: npt.ArrayLike, last: npt.ArrayLike, age: npt.ArrayLike) -> Floats:
        """Return the number of orders to expect of each client in the next `t`; undefined where a = 1."""
        x, age = np.asarray(x, dtype=np.float64), np.asarray(age, dtype=np.float64)
        r, alpha, a, b = self.r, self.alpha, self.a, self.b
        series = special.hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + age + t))
        grown = 1 - ((alpha + age) / (alpha + age + t)) ** (r + x) * series
        found = (a + b + x - 1) / (a - 1) * grown * self.alive(x, last, age)
        return np.asarray(found, dtype=np.float64)


def fitted(x: npt.ArrayLike, last: npt.ArrayLike, age: npt.ArrayLike) -> Model | None:
    """Return the most likely model; `None` with fewer than 300 clients, or where the estimates run away."""
    x, last, age = (np.asarray(part, dtype=np.float64) for part in (x, last, age))
    if x.size < LEAST_CLIENTS or not (x > 0).any():
        return None
    # The unit of time is the mean age, which keeps alpha near the others in size.
    unit = float(age.mean()) or 1.0
    cases = np.column_stack([x, last / unit, age / unit])

    def loss(logs: Floats) -> float:
        return -Model(*np.exp(logs)).log_likelihood(*cases.T) / x.size

    bounds = [(-7.0, 7.0)] * 4
    found = optimize.minimize(loss, np.zeros(4), method="L-BFGS-B", bounds=bounds)
    # Where orders come more regularly than by chance, loss is estimated away altogether.
    if not np.isfinite(found.fun) or np.any(np.abs(found.x) > RUNAWAY):
        return None
    r, alpha, a, b = np.exp(found.x)
    return Model(float(r), float(alpha * unit), float(a), float(b))
