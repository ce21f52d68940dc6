"""Whether a training changed something: before and after of the trained against those who were not.

The unit is a manager, not a meeting: whoever was trained was trained as a whole. With few of them only a test that
asks how special this choice of people is can be honest, and it says at once how little one trained person proves.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

MOST_EXACT: Final = 20_000
"""Up to so many ways to choose the trained, all of them are tried; beyond, so many are drawn with a seed."""
DRAWS: Final = 40_000


@dataclass(frozen=True, slots=True)
class Effect:
    """Difference in differences: how much more the trained changed than the others did.

    `p` is one-sided: in which share of all choices of as many people the effect is at least as large. `least_p` is
    the smallest value that p could take at all with so few people. All NaN when either group is empty.
    """

    effect: float
    trained_change: float
    other_change: float
    p: float
    least_p: float


def difference_in_differences(
    before: npt.ArrayLike, after: npt.ArrayLike, trained: npt.ArrayLike, *, seed: int = 0
) -> Effect:
    """Compare the mean change of the trained with that of the others, by permuting who was trained.

    One entry per manager; people with an undefined side are left out. Fisher (1935), The Design of Experiments;
    for few treated groups MacKinnon and Webb (2020), Journal of Econometrics 218:435.
    """
    change = np.asarray(after, dtype=np.float64) - np.asarray(before, dtype=np.float64)
    chosen = np.asarray(trained, dtype=bool)
    known = ~np.isnan(change)
    change, chosen = change[known], chosen[known]
    n, k = len(change), int(chosen.sum())
    if not 0 < k < n:
        nothing = float("nan")
        return Effect(nothing, nothing, nothing, nothing, nothing)
    effect = _gap(change[chosen].sum(), change.sum(), k, n)
    ways = comb(n, k)
    # A sum that differs from the observed one in its last digit only is the same choice in another order.
    close = 1e-9 * (1 + abs(effect))
    if ways <= MOST_EXACT:
        sums = np.array([change[list(who)].sum() for who in combinations(range(n), k)])
        p = float(np.mean(_gap(sums, change.sum(), k, n) >= effect - close))
    else:
        rng = np.random.default_rng(seed)
        order = rng.permuted(np.tile(change, (DRAWS, 1)), axis=1)
        drawn = _gap(order[:, :k].sum(axis=1), change.sum(), k, n)
        p = float((1 + np.sum(drawn >= effect - close)) / (DRAWS + 1))
    others = (change.sum() - change[chosen].sum()) / (n - k)
    return Effect(float(effect), float(change[chosen].mean()), float(others), p, 1 / ways)


def effect_bounds(
    before: npt.ArrayLike, after: npt.ArrayLike, trained: npt.ArrayLike, *, level: float = 0.95, seed: int = 0
) -> tuple[float, float]:
    """Return the effects that the permutation test would not reject: an interval of the effect.

    An effect is tried by taking it off what the trained reached. Infinite where there are too few people for the
    test to reject anything at this level: five choices cannot be one in forty.
    """
    change = np.asarray(after, dtype=np.float64) - np.asarray(before, dtype=np.float64)
    chosen = np.asarray(trained, dtype=bool)
    found = difference_in_differences(before, after, trained, seed=seed)
    tail = (1 - level) / 2
    if np.isnan(found.effect) or found.least_p > tail:
        return -np.inf, np.inf
    reach = 4 * float(np.nanmax(change) - np.nanmin(change)) + 1e-9

    def one_sided(effect: float, sign: float) -> float:
        moved = sign * (change - effect * chosen)
        return difference_in_differences(np.zeros(len(moved)), moved, chosen, seed=seed).p

    def edge(sign: float) -> float:
        # From the estimate, where nothing is rejected, outwards to where everything is.
        inside, outside = found.effect, found.effect - sign * reach
        for _ in range(40):
            middle = (inside + outside) / 2
            if one_sided(middle, sign) > tail:
                inside = middle
            else:
                outside = middle
        return inside

    return edge(1.0), edge(-1.0)


def posterior_effect(
    trained: tuple[tuple[int, int], tuple[int, int]],
    others: tuple[tuple[int, int], tuple[int, int]],
    *,
    seed: int = 0,
    draws: int = 200_000,
) -> Floats:
    """Return draws of the difference in differences of two shares, (k, n) before and after in each group.

    Under Jeffreys' prior for each of the four shares; for one trained person, where no permutation can prove
    anything, it says at least how large the effect may be.
    """
    rng = np.random.default_rng(seed)
    sides = [rng.beta(k + 0.5, n - k + 0.5, draws) for k, n in (*trained, *others)]
    result: Floats = (sides[1] - sides[0]) - (sides[3] - sides[2])
    return result


def _gap(chosen: Any, total: float, k: int, n: int) -> Any:
    return chosen / k - (total - chosen) / (n - k)
