"""What the meetings of a department are likely to bring: a predictive simulation of contracts and their money.

For every manager three things are uncertain and drawn anew in each run: how many meetings a working day has, how
often a meeting ends in a contract, and what a contract is worth. What the draws add up to is the forecast; its
quantiles are read from the draws of a person, a team or the whole company, never added up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

DRAWS: Final = 10_000
_PRIOR: Final = 0.5
"""Events and days that the rate of meetings starts with, and wins and losses that a share starts with: Jeffreys."""


@dataclass(frozen=True, slots=True)
class Seller:
    """What is known of one manager.

    `meetings` were held on `days` working days. Of `tried` meetings `won` ended in a contract; where meetings are
    too young to have had their time, `tried` counts each by the share of its time, so it need not be whole.
    `amounts` are the contracts the next ones are drawn from, and `doubt` is the variance of their true mean over
    its square (`None`: as their number allows). `ahead` is the number of working days to come, each
    counted by the share of its contracts that close within the horizon. `waiting` counts the meetings already held
    without a contract so far by three shares: which part of their contracts has come by now, which will have come
    when the horizon begins, and which when it ends.
    """

    name: str
    meetings: float
    days: float
    won: float
    tried: float
    amounts: Sequence[float]
    ahead: float
    waiting: Mapping[tuple[float, float, float], int] = field(default_factory=lambda: MappingProxyType({}))
    doubt: float | None = None


@dataclass(frozen=True, slots=True)
class Prior:
    """The team as the starting point of a person: its share, and how many cases of evidence that is worth.

    A weight of 0 leaves a person with Jeffreys' half a win and half a loss.
    """

    share: float = 0.5
    weight: float = 0.0


def simulate(
    sellers: Sequence[Seller],
    *,
    seed: int,
    draws: int = DRAWS,
    prior: Prior = Prior(),
    dispersion: float = 1.0,
) -> dict[str, Floats]:
    """Return `draws` possible sums of contracts for each seller, by name.

    Meetings a day ~ Gamma(1/2 + meetings, days), widened by `dispersion` (variance over mean of daily counts, at
    least 1); chance of a contract ~ Beta from the prior and the record; contracts to come are Poisson, since a
    Poisson number of meetings thinned by that chance is; contracts from meetings already held are binomial; their
    money is drawn with replacement. A seller without any working day, or without an amount to draw from, brings
    nothing. The same seed gives the same draws, whatever the order of the sellers.
    """
    return {
        seller.name: _one(
            # A stream of its own for each name, so that another person more or less changes nobody's numbers.
            seller,
            np.random.default_rng([seed, *seller.name.encode()]),
            draws,
            prior,
            max(dispersion, 1.0),
        )
        for seller in sellers
    }


def _one(seller: Seller, rng: np.random.Generator, draws: int, prior: Prior, dispersion: float) -> Floats:
    if seller.days <= 0 or not len(seller.amounts):
        return np.zeros(draws)
    rate = rng.gamma((_PRIOR + seller.meetings) / dispersion, dispersion / seller.days, draws)
    chance = chances(seller.won, seller.tried, rng, draws, prior)
    contracts = rng.poisson(rate * chance * seller.ahead)
    for (by_now, by_start, by_end), count in seller.waiting.items():
        # A meeting that has not brought a contract yet has lost that part of its chance.
        left = chance * (by_end - by_start) / (1 - chance * by_now)
        contracts = contracts + rng.binomial(count, left)
    return money(contracts, seller.amounts, rng, seller.doubt)


def chances(won: float, tried: float, rng: np.random.Generator, draws: int, prior: Prior = Prior()) -> Floats:
    """Return `draws` draws of the chance that a meeting ends in a contract, given the record and the team.

    Beta with Jeffreys' half a win and half a loss, the team's share times its weight, and the record added up; more
    wins than tries count as no failure.
    """
    alpha = _PRIOR + prior.share * prior.weight + won
    beta = _PRIOR + (1 - prior.share) * prior.weight + max(tried - won, 0.0)
    drawn: Floats = rng.beta(alpha, beta, draws)
    return drawn


def money(
    contracts: Ints, amounts: Sequence[float], rng: np.random.Generator, doubt: float | None = None
) -> Floats:
    """Return the worth of so many contracts each, drawn with replacement from the amounts.

    Their mean is known only as well as `doubt` says, or else their number allows, and differs from draw to draw by
    as much.
    """
    drawn = rng.choice(np.asarray(amounts, dtype=np.float64), int(contracts.sum()))
    ends = np.cumsum(contracts)
    total = np.concatenate([[0.0], np.cumsum(drawn)])
    sums = total[ends] - total[ends - contracts]
    result: Floats = sums * _level(amounts, len(contracts), rng, doubt)
    return result


def _level(amounts: Sequence[float], draws: int, rng: np.random.Generator, doubt: float | None) -> Floats:
    """Return how far the true mean of contracts may lie from that of the known ones, as factors round 1.

    Drawing from a few contracts as if they were all that can come would make the forecast surer than it is.
    """
    known = np.asarray(amounts, dtype=np.float64)
    spread = 0.0 if doubt is None else doubt
    if doubt is None and len(known) > 1 and known.mean() > 0:
        spread = float(known.var(ddof=1) / known.mean() ** 2) / len(known)
    return rng.gamma(1 / spread, spread, draws) if spread > 0 else np.ones(draws)


def expected(seller: Seller, prior: Prior = Prior()) -> float:
    """Return the mean of the simulation of a seller without meetings already held, in closed form."""
    if seller.days <= 0 or not len(seller.amounts):
        return 0.0
    rate = (_PRIOR + seller.meetings) / seller.days
    alpha = _PRIOR + prior.share * prior.weight + seller.won
    beta = _PRIOR + (1 - prior.share) * prior.weight + max(seller.tried - seller.won, 0.0)
    return rate * alpha / (alpha + beta) * seller.ahead * float(np.mean(seller.amounts))
