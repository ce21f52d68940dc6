"""What open deals are likely to bring: a distribution, since the sum of chances times amounts says too little."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

DRAWS: Final = 20_000


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


def brier(stated: npt.ArrayLike, won: npt.ArrayLike) -> float:
    """Return the mean squared distance of stated chances from what came: Brier (1950), Mon. Weather Rev. 78:1.

    0 is perfect, .25 is what "one half" always gets; NaN for no deals.
    """
    said = _floats(stated)
    return float(np.mean((said - _floats(won)) ** 2)) if len(said) else float("nan")


def _floats(values: npt.ArrayLike) -> Floats:
    return np.asarray(values, dtype=np.float64)
