"""What became of clients between two equal stretches of time: who came, grew, shrank and left.

Fader, Hardie and Ross (2022), The Customer-Base Audit, look at a client base through two periods in this way. Of a
client only two sums count, before and now; the base are those who bought for more than nothing before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

MOVES: Final = ("new", "reactivated", "expansion", "contraction", "churn", "returns")
"""What can have become of a client, besides nothing at all; "returns" are those who only sent goods back."""
LEAST: Final = 0.005
"""Half of the smallest coin: sums closer than this are the same."""


def moves(before: npt.ArrayLike, now: npt.ArrayLike, earlier: npt.ArrayLike) -> npt.NDArray[Any]:
    """Return what became of each client, "same" where nothing did.

    `earlier` says who had bought before the first stretch: without a base they are "reactivated", else "new".
    The changes of all clients, now - before, are parted by it without rest, so they add up to the difference.
    """
    before, now = np.asarray(before, dtype=np.float64), np.asarray(now, dtype=np.float64)
    known = np.asarray(earlier, dtype=np.bool_)
    base, buys = before > LEAST, now > LEAST
    found = np.select(
        [
            np.abs(now - before) < LEAST,
            base & ~buys,
            base & (now > before),
            base,
            buys & known,
            buys,
        ],
        ["same", "churn", "expansion", "contraction", "reactivated", "new"],
        default="returns",
    )
    return np.asarray(found, dtype=object)


@dataclass(frozen=True, slots=True)
class Retention:
    """What is left of the base: `net` of its money with growth, `gross` without, `logo` of its clients.

    Shares of what it was before. `net` may exceed 1; both are below 0 where more came back than was bought. NaN
    without a base.
    """

    net: float
    gross: float
    logo: float


def retention(before: npt.ArrayLike, now: npt.ArrayLike) -> Retention:
    """Return net and gross revenue retention and the share of the base that still buys.

    `before` and `now` are the sums of each client, in one order; clients outside the base do not count.
    """
    before, now = _of_base(before, now)
    if not len(before):
        return Retention(np.nan, np.nan, np.nan)
    opening = before.sum()
    return Retention(
        float(now.sum() / opening),
        float(np.minimum(before, now).sum() / opening),
        float((now > LEAST).mean()),
    )


def retention_intervals(
    before: npt.ArrayLike, now: npt.ArrayLike, *, seed: int, draws: int = 1000
) -> tuple[Retention, Retention]:
    """Return the 95 % bounds of `retention` by drawing clients of the base anew, both sums of a client together.

    With many clients fewer draws are made, since the bounds then hardly move; NaN below two clients.
    """
    before, now = _of_base(before, now)
    size = len(before)
    if size < 2:
        nothing = Retention(np.nan, np.nan, np.nan)
        return nothing, nothing
    rng = np.random.default_rng(seed)
    sums = np.column_stack([before, now, np.minimum(before, now), now > LEAST])
    draws = max(200, min(draws, 4_000_000 // size))
    drawn = np.empty((draws, 4))
    for at in range(draws):
        drawn[at] = np.bincount(rng.integers(0, size, size), minlength=size) @ sums
    ratios = np.column_stack([drawn[:, 1] / drawn[:, 0], drawn[:, 2] / drawn[:, 0], drawn[:, 3] / size])
    low, high = np.quantile(ratios, [0.025, 0.975], axis=0)
    return Retention(*map(float, low)), Retention(*map(float, high))


def grew(before: npt.ArrayLike, now: npt.ArrayLike, threshold: float) -> Bools:
    """Return who of all clients bought before and now buys for more than the threshold above that.

    A rise of exactly the threshold is none, however it is rounded in binary.
    """
    before, now = np.asarray(before, dtype=np.float64), np.asarray(now, dtype=np.float64)
    grown: Bools = (before > LEAST) & (now > before * (1 + threshold) * (1 + 1e-12))
    return grown


@dataclass(frozen=True, slots=True)
class Benchmark:
    """The share that would have grown had nothing changed, its 95 % range, and how rare what was seen is then.

    `p` is two-sided: the part of the permutations whose share lies as far from the mean of all as the one seen.
    """

    share: float
    low: float
    high: float
    p: float


def unchanged(
    before: npt.ArrayLike, now: npt.ArrayLike, threshold: float, *, seed: int, draws: int = 2000
) -> Benchmark:
    """Return the share of growing clients when before and now are swapped at random within each client.

    Purchases vary by themselves, so without any change roughly 40 to 50 % of clients "grow". Clients with the same
    answer in both orders are alike, so that their swaps are drawn together: the same permutation test, at the cost
    of a few binomial draws. All NaN when nobody bought in either stretch.
    """
    before, now = np.asarray(before, dtype=np.float64), np.asarray(now, dtype=np.float64)
    kept = (before > LEAST, grew(before, now, threshold))
    swapped = (now > LEAST, grew(now, before, threshold))
    kinds, sizes = np.unique(np.column_stack([*kept, *swapped]).astype(np.int64), axis=0, return_counts=True)
    rng = np.random.default_rng(seed)
    base, grown = np.zeros(draws), np.zeros(draws)
    for (based, grows, based_then, grows_then), size in zip(kinds, sizes, strict=True):
        turned = rng.binomial(size, 0.5, draws)
        base += (size - turned) * based + turned * based_then
        grown += (size - turned) * grows + turned * grows_then
    if not base.any() or not kept[0].any():
        return Benchmark(np.nan, np.nan, np.nan, np.nan)
    shares = grown[base > 0] / base[base > 0]
    mean = float(shares.mean())
    seen = kept[1].sum() / kept[0].sum()
    beyond = int((np.abs(shares - mean) >= abs(seen - mean) - 1e-12).sum())
    low, high = np.quantile(shares, [0.025, 0.975])
    return Benchmark(mean, float(low), float(high), (beyond + 1) / (len(shares) + 1))


@dataclass(frozen=True, slots=True)
class Breadths:
    """By group: how many clients, how many kinds they bought, and how many in an equal number of purchases."""

    clients: npt.NDArray[np.int64]
    groups: npt.NDArray[np.int64]
    rarefied: Floats


def rarefied(counts: npt.ArrayLike, purchases: float) -> float:
    """Return how many kinds would be met in so many purchases: the sum of 1 - (1 - p)^n over kinds; 0 for none.

    The more a client buys the more groups are met by chance alone; at an equal number of purchases clients can be
    compared (Hurlbert 1971, The nonconcept of species diversity, Ecology 52:577).
    """
    found = np.asarray(counts, dtype=np.float64)
    total = found.sum()
    return float((1 - (1 - found / total) ** purchases).sum()) if total > 0 else 0.0


def breadths(client: npt.ArrayLike, group: npt.ArrayLike, counts: npt.ArrayLike, purchases: float) -> Breadths:
    """Return for each group of clients how many kinds they bought, and `rarefied` of each, added up.

    `client` and `group` are whole numbers from 0 and `counts` says how often the client bought one kind within the
    group; a kind that comes twice for a client and group counts as two. A client in two groups is one of each.
    """
    of, inside = np.asarray(client, dtype=np.int64), np.asarray(group, dtype=np.int64)
    found = np.asarray(counts, dtype=np.float64)
    many = int(inside.max()) + 1 if inside.size else 0
    units, unit = np.unique(of * max(many, 1) + inside, return_inverse=True)
    whole = np.bincount(unit, found, minlength=len(units))
    met = 1 - (1 - found / whole[unit]) ** purchases
    return Breadths(
        clients=np.bincount(units % max(many, 1), minlength=many),
        groups=np.bincount(inside, minlength=many),
        rarefied=np.bincount(inside, met, minlength=many).astype(np.float64),
    )


def _of_base(before: npt.ArrayLike, now: npt.ArrayLike) -> tuple[Floats, Floats]:
    before, now = np.asarray(before, dtype=np.float64), np.asarray(now, dtype=np.float64)
    base = before > LEAST
    return before[base], now[base]
