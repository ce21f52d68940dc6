"""Whether those whom something was done for changed more than others of their own kind.

Clients of one kind are compared with each other only: a large client's ordinary swing would drown a small one's
growth. The test is Fisher's (1935, The Design of Experiments) with the choice made anew within every kind; the
interval holds the effects that it does not reject.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, comb, inf, nan
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

DRAWS: Final = 4_000
"""How many choices are drawn, with a seed: the p of 5 % is then known to half a point."""
MOST_WAYS: Final = 1e12
MOST_CELLS: Final = 4_000_000
"""Beyond so many numbers it is quicker to draw every choice by itself than all at once."""
POWER: Final = 0.8


@dataclass(frozen=True, slots=True)
class Change:
    """How much more the chosen changed than the others of their kind, weighted by the chosen of each kind.

    `own` and `others` are the two mean changes, `before` and `others_before` the levels from which they go, all
    four with the weights of the chosen. `kinds` are those that have both. `p` is two-sided,
    `least_p` the smallest that it could be with so few. `chosen` and `compared` count those in kinds that have
    both; `alone` are chosen ones without anybody of their kind beside them, who are left out. All numbers are NaN
    and the bounds infinite where no kind has both.
    """

    effect: float
    low: float
    high: float
    p: float
    least_p: float
    own: float
    others: float
    before: float
    others_before: float
    kinds: tuple[str, ...]
    chosen: int
    compared: int
    alone: int


def change_by_strata(
    before: npt.ArrayLike,
    after: npt.ArrayLike,
    chosen: npt.ArrayLike,
    kind: npt.ArrayLike,
    *,
    level: float = 0.95,
    draws: int = DRAWS,
    seed: int = 0,
) -> Change:
    """Compare the change of the chosen with that of the others within kinds; one entry per client.

    Every choice of as many clients within every kind is as likely as the real one if nothing happened. For an
    effect t, the statistic of a choice d is A(d) - t B(d), so the choices reject it from (A - A(d)) / (1 - B(d))
    on, and the bounds are quantiles of these ratios.
    """
    change = np.asarray(after, dtype=np.float64) - np.asarray(before, dtype=np.float64)
    start, mine = np.asarray(before, dtype=np.float64), np.asarray(chosen, dtype=bool)
    names, strata = np.unique(np.asarray(kind, dtype=str), return_inverse=True)
    members = [np.flatnonzero(strata == one) for one in range(strata.max(initial=-1) + 1)]
    telling = [one for one in members if 0 < mine[one].sum() < len(one)]
    used = int(sum(mine[one].sum() for one in telling))
    alone = int(mine.sum()) - used
    if not used:
        return Change(nan, -inf, inf, nan, nan, nan, nan, nan, nan, (), 0, 0, alone)
    rng = np.random.default_rng(seed)
    drawn, overlap = np.zeros(draws), np.zeros(draws)
    own = others = own_before = others_before = 0.0
    ways = 1.0
    for one in telling:
        values, flags = change[one], mine[one]
        k, n = int(flags.sum()), len(one)
        weight = k / used
        own += weight * float(values[flags].mean())
        others += weight * float(values[~flags].mean())
        own_before += weight * float(start[one][flags].mean())
        others_before += weight * float(start[one][~flags].mean())
        ways = min(ways * comb(n, k), MOST_WAYS)
        picks = _choices(n, k, draws, rng)
        drawn += weight * _gap(values[picks].sum(axis=1), values.sum(), k, n)
        overlap += weight * _gap(flags[picks].sum(axis=1), float(k), k, n)
    effect = own - others
    # A choice that comes to the same in another order differs in its last digit only.
    close = 1e-9 * (1 + abs(effect))
    upper = (1 + np.sum(drawn >= effect - close)) / (draws + 1)
    lower = (1 + np.sum(drawn <= effect + close)) / (draws + 1)
    tail = (1 - level) / 2
    bounds = (-inf, inf)
    if 1 / ways <= tail:
        other = overlap < 1 - 1e-9
        ratios = (effect - drawn[other]) / (1 - overlap[other])
        low, high = np.quantile(ratios, [tail, 1 - tail])
        bounds = (float(low), float(high))
    return Change(
        effect,
        *bounds,
        p=float(min(1.0, 2 * min(upper, lower))),
        least_p=min(1.0, 2 / ways),
        own=own,
        others=others,
        before=own_before,
        others_before=others_before,
        kinds=tuple(str(names[strata[one[0]]]) for one in telling),
        chosen=used,
        compared=int(sum(len(one) for one in telling)) - used,
        alone=alone,
    )


def more_needed(found: Change, difference: float, *, level: float = 0.95) -> int | None:
    """Return how many more of the chosen it takes to see a `difference`, at four chances in five.

    From the width of the interval, which shrinks with the root of their number while the others are many. `None`
    where there is no interval to go by or no difference to look for.
    """
    width = found.high - found.low
    if not np.isfinite(width) or difference <= 0:
        return None
    z = float(norm.ppf((1 + level) / 2))
    needed = found.chosen * (width / (2 * z) * (z + float(norm.ppf(POWER))) / difference) ** 2
    return max(ceil(needed) - found.chosen, 0)


def _choices(n: int, k: int, draws: int, rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """Return `draws` choices of k out of n, one in each row."""
    if n * draws <= MOST_CELLS:
        return np.argpartition(rng.random((draws, n)), k - 1, axis=1)[:, :k].astype(np.int64)
    return np.array([rng.choice(n, size=k, replace=False, shuffle=False) for _ in range(draws)], dtype=np.int64)


def _gap(chosen: npt.NDArray[np.float64], total: float, k: int, n: int) -> npt.NDArray[np.float64]:
    return np.asarray(chosen / k - (total - chosen) / (n - k), dtype=np.float64)
