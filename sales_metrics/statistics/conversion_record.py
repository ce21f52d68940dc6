"""What a record of k out of n says about a conversion: shrunken towards others, against a standard, and ahead.

The conversion has a beta distribution; a prior is a pair (a, b), worth a + b cases of the rate a / (a + b).
"""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import optimize, special, stats

from .intervals import LEVEL

LARGEST_WORTH: Final = 50.0
"""The most cases that a prior may be worth: groups that do not differ would give an endless one, which no record
could ever move."""
FEWEST_GROUPS: Final = 3


class Prior(NamedTuple):
    """A beta distribution of a conversion before its record is seen: `a` successes, `b` failures, both above 0."""

    a: float
    b: float

    @classmethod
    def worth(cls, cases: float, rate: float) -> Prior:
        """Return the prior that counts like so many cases of this rate."""
        return cls(cases * rate, cases * (1 - rate))


JEFFREYS: Final = Prior(0.5, 0.5)
"""What is assumed where nothing is known: Jeffreys (1946), Proc. R. Soc. A 186:453."""


def fitted_prior(k: npt.ArrayLike, n: npt.ArrayLike) -> Prior:
    """Return the prior under which the records of several groups are most likely (beta-binomial).

    The empirical Bayes of Gelman et al., Bayesian Data Analysis (3rd ed.), section 5.3. Groups without cases say
    nothing; with fewer than three others, or none with or without a success, it is `JEFFREYS`. A prior is worth
    `LARGEST_WORTH` cases at most.
    """
    k, n = np.asarray(k, dtype=np.float64), np.asarray(n, dtype=np.float64)
    k, n = k[n > 0], n[n > 0]
    if len(n) < FEWEST_GROUPS or not 0 < k.sum() < n.sum():
        return JEFFREYS

    def unlikely(at: npt.NDArray[np.float64]) -> float:
        rate, worth = float(special.expit(at[0])), float(np.exp(at[1]))
        prior = Prior.worth(worth, rate)
        found = special.betaln(k + prior.a, n - k + prior.b) - special.betaln(prior.a, prior.b)
        return -float(found.sum())

    start = [float(special.logit(k.sum() / n.sum())), np.log(20.0)]
    bounds = [(-12.0, 12.0), (np.log(0.2), np.log(LARGEST_WORTH))]
    found = optimize.minimize(unlikely, start, method="L-BFGS-B", bounds=bounds)
    return Prior.worth(float(np.exp(found.x[1])), float(special.expit(found.x[0])))


def shrunken(k: float, n: float, prior: Prior = JEFFREYS, level: float = LEVEL) -> tuple[float, float, float]:
    """Return the posterior mean of the conversion, 0..1, and its equal-tailed interval: (mean, low, high).

    k of n succeeded; with n = 0 it is what the prior says alone.
    """
    posterior = stats.beta(prior.a + k, prior.b + n - k)
    tail = (1 - level) / 2
    return float(posterior.mean()), float(posterior.ppf(tail)), float(posterior.ppf(1 - tail))


def chance_above(rate: float, k: float, n: float, prior: Prior = JEFFREYS) -> float:
    """Return the probability that the conversion is higher than `rate`."""
    return float(stats.beta.sf(rate, prior.a + k, prior.b + n - k))


def chance_of_at_least(wanted: int, attempts: int, k: float, n: float, prior: Prior = JEFFREYS) -> float:
    """Return the probability of at least `wanted` successes in so many attempts to come (beta-binomial).

    The record so far is k of n; 1 where nothing is wanted, 0 where more is wanted than attempted.
    """
    return float(stats.betabinom.sf(wanted - 1, attempts, prior.a + k, prior.b + n - k))
