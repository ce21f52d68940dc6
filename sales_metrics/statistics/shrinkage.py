"""Shares drawn towards the whole: what a group's share would probably be if it had as many cases as all have.

The shares of few cases lie far from the whole by chance alone, so the highest and the lowest of many are nearly
always those of the smallest groups. Empirical Bayes takes the spread of the true shares from the data themselves,
and draws each share towards the middle by as much as its own number of cases leaves open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import optimize, special

Floats = npt.NDArray[np.float64]

_STRONGEST: Final = 1e7
"""Groups that differ by no more than chance have a prior without spread; this many cases stand for "all"."""

_STARTING_STRENGTH: Final = 30.0
_EXACT: Final = {"maxfun": 2000, "ftol": 1e-13, "xtol": 1e-10, "gtol": 1e-8}


@dataclass(frozen=True, slots=True)
class Prior:
    """How the true shares of groups are spread: Dirichlet weights, one per category, and the fit's log-likelihood.

    With two categories it is a beta distribution: (alpha, beta). The sum of the weights is the number of cases
    that the whole is worth beside a group's own.
    """

    weights: tuple[float, ...]
    log_likelihood: float

    @property
    def strength(self) -> float:
        """The number of cases that the whole counts for."""
        return float(sum(self.weights))


def beta_binomial(k: npt.ArrayLike, n: npt.ArrayLike) -> Prior:
    """Fit a beta distribution to the shares k of n of many groups by maximum likelihood.

    Skellam (1948), J. R. Stat. Soc. B 10:257. Groups without cases say nothing. The likelihood holds the
    binomial coefficients. Weights are NaN where nothing can be fitted: no cases, or all or none with the outcome.
    """
    k, n = np.asarray(k, dtype=np.float64), np.asarray(n, dtype=np.float64)
    return dirichlet_multinomial(np.column_stack([k, n - k]))


def dirichlet_multinomial(counts: npt.ArrayLike) -> Prior:
    """Fit a Dirichlet distribution to the profiles of groups (rows) over categories (columns).

    Mosimann (1962), Biometrika 49:65; by maximum likelihood over mean and strength. A category without any case
    has the weight 0. Weights are NaN when fewer than two categories have cases. Where groups differ by no more
    than chance, the strength is very large (ten million cases at most), and all are drawn wholly to the middle.
    """
    table = np.asarray(counts, dtype=np.float64)
    table = table[table.sum(axis=1) > 0] if table.size else table.reshape(0, 0)
    used = table.sum(axis=0) > 0
    if used.sum() < 2:
        return Prior((np.nan,) * table.shape[1], np.nan)
    seen = table[:, used]
    whole = seen.sum(axis=0) / seen.sum()
    start = np.log(whole * _STARTING_STRENGTH)
    # Of the solvers with bounds the one that calls no parallel algebra, which costs more than so small a problem.
    best = optimize.minimize(
        _loss, start, args=(seen,), jac=True, method="TNC", bounds=_bounds(seen), options=_EXACT
    )
    weights = np.zeros(table.shape[1])
    weights[used] = np.exp(best.x)
    n = seen.sum(axis=1)
    ways = special.gammaln(n + 1).sum() - special.gammaln(seen + 1).sum()
    return Prior(tuple(float(weight) for weight in weights), float(ways - best.fun))


def shrunken(counts: npt.ArrayLike, prior: Prior) -> Floats:
    """Return the expected true shares of each group (row): (weight + k) / (strength + n). NaN without a prior."""
    table = np.asarray(counts, dtype=np.float64)
    result: Floats = (table + np.asarray(prior.weights)) / (table.sum(axis=1, keepdims=True) + prior.strength)
    return result


def _loss(logs: Floats, counts: Floats) -> tuple[float, Floats]:
    weights = np.exp(logs)
    total, n = weights.sum(), counts.sum(axis=1)
    likelihood = (special.gammaln(total) - special.gammaln(n + total)).sum()
    likelihood += (special.gammaln(counts + weights) - special.gammaln(weights)).sum()
    slope = (special.digamma(total) - special.digamma(n + total)).sum()
    slopes = slope + (special.digamma(counts + weights) - special.digamma(weights)).sum(axis=0)
    return -float(likelihood), -slopes * weights


def _bounds(counts: Floats) -> list[tuple[float, float]]:
    return [(float(np.log(1e-6)), float(np.log(_STRONGEST)))] * counts.shape[1]
