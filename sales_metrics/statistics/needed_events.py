"""Back from a target to the work that it takes: how many meetings, how many calls, and with what assurance.

The least number of events n with P(at least the target comes of n) >= assurance. That a target divided by the
rate is reached with a probability of little over a half is what these numbers are for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from scipy import special, stats

from .intervals import LEVEL, jeffreys

ASSURANCES: Final = (0.5, 0.8, 0.9)
DRAWS: Final = 4_000
SEED: Final = 20_260_101
MOST: Final = 10_000_000
"""Beyond so many events there is no answer: the record is too poor for the target."""

Step = tuple[float, float]
"""The record of one step: k successes of n events."""


def needed_at_rate(target: int, rate: float, assurance: float) -> int | None:
    """Return how many events are needed when the rate is known (negative binomial); `None` beyond `MOST`."""
    if not 0 < rate <= 1:
        return None
    return _least(lambda n: float(stats.binom.sf(target - 1, n, rate)), target, assurance)


def needed_from_record(target: int, k: float, n: float, assurance: float) -> int | None:
    """Return how many events are needed when the rate is known by its record, k of n, alone (beta-binomial).

    `None` when k is 0, since the mean of 1 / rate is infinite then and any number would be the prior's own; also
    where there are more successes than events, and beyond `MOST`.
    """
    if k <= 0 or k > n:
        return None
    return _least(
        lambda events: float(stats.betabinom.sf(target - 1, events, k + 0.5, n - k + 0.5)), target, assurance
    )


def needed_over_steps(
    target: int, steps: Sequence[Step], assurances: Sequence[float] = ASSURANCES, *, seed: int = SEED
) -> tuple[int | None, ...]:
    """Return how many events of the first step are needed for the target after the last, for each assurance.

    The rates of the steps are drawn from their posteriors (Jeffreys prior) and multiplied. The draws are a Latin
    hypercube (McKay, Beckman and Conover 1979, Technometrics 21:239), one in each of as many equal strata, which
    makes few of them enough; the seed makes the answer repeatable.
    All `None` under the conditions of `needed_from_record` for any step.
    """
    if any(k <= 0 or k > n for k, n in steps):
        return (None,) * len(assurances)
    rng = np.random.default_rng(seed)
    rates = np.ones(DRAWS)
    for k, n in steps:
        strata = (rng.permutation(DRAWS) + rng.random(DRAWS)) / DRAWS
        rates *= stats.beta.ppf(strata, k + 0.5, n - k + 0.5)
    return tuple(
        _least(lambda n: float(special.betainc(target, n - target + 1, rates).mean()), target, assurance)
        for assurance in assurances
    )


def least_without_success(target: int, n: float, level: float = LEVEL) -> int:
    """Return how many events are needed at the very least when none of n succeeded: at the rate's upper bound."""
    high = float(jeffreys(0, n, level)[1]) if n else 1.0
    return int(np.ceil(target / high))


def _least(chance: Callable[[int], float], target: int, assurance: float) -> int | None:
    """Return the least n from the target on whose chance, which grows with n, reaches the assurance."""
    if target <= 0:
        return 0
    low, high = target - 1, target
    while chance(high) < assurance:
        low, high = high, high * 2
        if high > MOST:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if chance(middle) >= assurance else (middle, high)
    return high
