"""Whether those for whom something was done on a day changed more than others of their kind round the same days.

Members of one kind are compared with each other only: a large client's ordinary swing would drown a small one's
growth. The test is Fisher's (1935, The Design of Experiments): within every kind the days are given to other
members, each choice as likely as the real one if nothing happened. The interval holds the effects that it does not
reject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, inf, nan, perm
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.stats import norm

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

DRAWS: Final = 4_000
"""How many choices are drawn, with a seed: the p of 5 % is then known to half a point."""
MOST_WAYS: Final = 10**12
LEAST_DRAWS: Final = 1_000
MOST_PICKS: Final = 2_000_000
"""So many members in all choices together are looked up in a tenth of a second for each figure."""
MOST_CELLS: Final = 500_000
"""Beyond so many numbers it is quicker to draw every choice by itself than all at once."""
POWER: Final = 0.8


@dataclass(frozen=True, slots=True)
class Kind:
    """The members of one kind: what each had before and after each day, members x days, the chosen ones first.

    `day_of` says for each of the chosen, in their order, which column is its own day.
    """

    name: str
    before: Floats
    after: Floats
    day_of: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Change:
    """How much more the chosen changed than the others of their kind, weighted by the chosen of each kind.

    `own` and `others` are the two mean changes, `before` and `others_before` the levels from which they go, all
    four with the weights of the chosen. `kinds` are those that have both. `p` is two-sided, `least_p` the smallest
    that it could be with so few. `chosen` and `compared` count the members of these kinds; `alone` are chosen ones
    without anybody of their kind beside them, who are left out. All numbers are NaN and the bounds infinite where
    no kind has both.
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


def choices(kinds: Sequence[Kind], *, draws: int = DRAWS, seed: int = 0) -> list[Ints]:
    """Return random choices among the members of every kind that tells anything, one choice in each row.

    For several figures of the same kinds, which differ in no size. Of very many chosen fewer choices are drawn, but
    never less than a thousand of those asked for: `MOST_PICKS` bounds the memory.
    """
    telling = _telling(kinds)
    used = sum(len(one.day_of) for one in telling)
    most = max(MOST_PICKS // max(used, 1), LEAST_DRAWS)
    rng = np.random.default_rng(seed)
    return [_choices(len(one.before), len(one.day_of), min(draws, most), rng) for one in telling]


def change_by_strata(
    kinds: Sequence[Kind],
    *,
    level: float = 0.95,
    draws: int = DRAWS,
    seed: int = 0,
    picks: Sequence[Ints] | None = None,
) -> Change:
    """Compare the chosen round their own days with the others of their kind, averaged over these days.

    An effect t takes t off whatever the chosen changed by. The statistic of a choice d is then A(d) - t B(d), so
    the choices reject t from (A - A(d)) / (1 - B(d)) on, and the bounds are quantiles of these ratios. `picks` are
    the `choices` of these kinds where they have been drawn before; `draws` and `seed` then say nothing.
    """
    telling = _telling(kinds)
    used = sum(len(one.day_of) for one in telling)
    alone = sum(len(one.day_of) for one in kinds) - used
    if not used:
        return Change(nan, -inf, inf, nan, nan, nan, nan, nan, nan, (), 0, 0, alone)
    picks = choices(kinds, draws=draws, seed=seed) if picks is None else picks
    draws = len(picks[0])
    drawn, overlap = np.zeros(draws), np.zeros(draws)
    means, ways = np.zeros(4), 1
    for one, taken in zip(telling, picks, strict=True):
        k, n = len(one.day_of), len(one.before)
        change = one.after - one.before
        counts = np.bincount(one.day_of, minlength=change.shape[1]) / k
        alike = change @ counts
        mine = np.arange(k)
        means += (k / used) * np.array(
            [
                change[mine, one.day_of].mean(),
                alike[k:].mean(),
                one.before[mine, one.day_of].mean(),
                (one.before[k:] @ counts).mean(),
            ]
        )
        ways = min(ways * perm(n, k), MOST_WAYS)
        rest = (alike.sum() - alike[taken].sum(axis=1)) / (n - k)
        drawn += (k / used) * (change[taken, one.day_of].mean(axis=1) - rest)
        among = (taken < k).sum(axis=1)
        overlap += (k / used) * (among / k - (k - among) / (n - k))
    own, others, before, others_before = (float(mean) for mean in means)
    effect = own - others
    # A choice that comes to the same in another order differs in its last digit only.
    close = 1e-9 * (1 + abs(effect))
    upper = (1 + np.sum(drawn >= effect - close)) / (draws + 1)
    lower = (1 + np.sum(drawn <= effect + close)) / (draws + 1)
    tail = (1 - level) / 2
    bounds = (-inf, inf)
    other = overlap < 1 - 1e-9
    if 1 / ways <= tail and other.any():
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
        before=before,
        others_before=others_before,
        kinds=tuple(one.name for one in telling),
        chosen=used,
        compared=sum(len(one.before) for one in telling) - used,
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


def _telling(kinds: Sequence[Kind]) -> list[Kind]:
    """Return the kinds that have both chosen members and others."""
    return [one for one in kinds if 0 < len(one.day_of) < len(one.before)]


def _choices(n: int, k: int, draws: int, rng: np.random.Generator) -> Ints:
    """Return `draws` choices of k out of n in random order, one in each row."""
    if n * draws <= MOST_CELLS:
        return np.argsort(rng.random((draws, n)), axis=1)[:, :k].astype(np.int64)
    return np.array([rng.choice(n, size=k, replace=False) for _ in range(draws)], dtype=np.int64)
