"""What open deals are likely to bring: a distribution, since the sum of chances times amounts says too little."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import stats

Floats = npt.NDArray[np.float64]

DRAWS: Final = 20_000


def expectation(chances: npt.ArrayLike, amounts: npt.ArrayLike) -> tuple[float, float]:
    """Return mean and standard deviation of the sum won, deals taken as independent of one another.

    Chances are 0..1, one a deal, amounts in money; both are 0 without deals.
    """
    p, value = _floats(chances), _floats(amounts)
    return float(p @ value), float(np.sqrt((p * (1 - p)) @ value**2))


def number_won(chances: npt.ArrayLike) -> Floats:
    """Return the chance of winning exactly 0, 1, ... all of n deals: n + 1 values, the Poisson-binomial law."""
    p = _floats(chances)
    if not len(p):
        return np.ones(1)
    pmf: Floats = stats.poisson_binom.pmf(np.arange(len(p) + 1), p)
    return pmf


def simulated(
    chances: npt.ArrayLike, amounts: npt.ArrayLike, *, seed: int, shock: float = 0.0, draws: int = DRAWS
) -> Floats:
    """Return `draws` possible sums won.

    `shock` is how far all chances move together in one run, as the standard deviation of a shift of their log
    odds: a good or a bad quarter is one for every deal, and without it the sum looks far surer than it is. The
    mean is kept: the shifts are balanced so that each chance is met on average to within their curvature. Chances
    of 0 and 1 stay what they are.
    """
    p, value = _floats(chances), _floats(amounts)
    rng = np.random.default_rng(seed)
    total = np.zeros(draws)
    moved = rng.standard_normal(draws) * shock
    for chance, worth in zip(p, value, strict=True):
        if 0 < chance < 1 and shock > 0:
            # So placed, the logistic of a normal has the wanted mean nearly exactly: MacKay (1992), Neural
            # Computation 4:720.
            centre = np.log(chance / (1 - chance)) * np.sqrt(1 + np.pi * shock**2 / 8)
            at = 1 / (1 + np.exp(-(centre + moved)))
        else:
            at = np.full(draws, chance)
        total += worth * (rng.random(draws) < at)
    return total


def reliability(
    stated: npt.ArrayLike,
    won: npt.ArrayLike,
    edges: npt.ArrayLike = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
    least: int = 10,
) -> list[tuple[float, int, int]]:
    """Return (mean stated chance, won, all) for bands of stated chances, the lowest first.

    A band with fewer than `least` deals is merged with the next one, the last with the one before: dropped is
    nothing. An empty list for no deals.
    """
    said, ended = _floats(stated), _floats(won)
    bands = np.clip(np.digitize(said, _floats(edges)[1:-1], right=False), 0, None)
    groups: list[tuple[Floats, Floats]] = []
    for band in range(len(_floats(edges)) - 1):
        inside = bands == band
        if groups and len(groups[-1][0]) < least:
            groups[-1] = (np.r_[groups[-1][0], said[inside]], np.r_[groups[-1][1], ended[inside]])
        else:
            groups.append((said[inside], ended[inside]))
    if len(groups) > 1 and len(groups[-1][0]) < least:
        last = groups.pop()
        groups[-1] = (np.r_[groups[-1][0], last[0]], np.r_[groups[-1][1], last[1]])
    return [(float(one.mean()), int(other.sum()), len(one)) for one, other in groups if len(one)]


def brier(stated: npt.ArrayLike, won: npt.ArrayLike) -> float:
    """Return the mean squared distance of stated chances from what came: Brier (1950), Mon. Weather Rev. 78:1.

    0 is perfect, .25 is what "one half" always gets; NaN for no deals.
    """
    said = _floats(stated)
    return float(np.mean((said - _floats(won)) ** 2)) if len(said) else float("nan")


def _floats(values: npt.ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)
