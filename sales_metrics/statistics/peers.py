"""How far each person's share lies from the peers', allowing both for chance and for people being different.

With many records the smallest difference is beyond chance, so a test of equality would point at half the team. What
is asked here is whether somebody lies far outside the spread of the colleagues themselves.
"""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from .intervals import Floats

FAR: Final = 3.5
"""From which distance on a value stands out (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers)."""
LEAST_PEERS: Final = 3
_TO_SIGMA: Final = 1.4826
_MOST: Final = 6.0


def against_peers(k: npt.ArrayLike, n: npt.ArrayLike, *, delta: float, gate: int = 10) -> pd.DataFrame:
    """Compare each share with the median of the others' shares; a row each: share, peers, z, differs.

    z is the distance in units of a spread that is made of three: the others' median absolute deviation, brought to
    the scale of a standard deviation; the chance error of a share of n cases (both as in the funnel plot with
    overdispersion, Spiegelhalter 2005, Stat. Med. 24:1185, with robust estimates); and delta / 3.5, so that no
    distance under `delta`, the smallest that is worth a question, stands out however many cases there are.
    `differs` is +1 or -1 where z is 3.5 or more either way, otherwise 0. With fewer than `gate` cases, or fewer
    than three others that have as many, peers and z are NaN and `differs` is 0.
    """
    k, n = np.asarray(k, dtype=np.float64), np.asarray(n, dtype=np.float64)
    share = k / np.where(n > 0, n, np.nan)
    enough = n >= max(gate, 1)
    peers, z = np.full(k.shape, np.nan), np.full(k.shape, np.nan)
    for at in np.flatnonzero(enough):
        others = enough.copy()
        others[at] = False
        if others.sum() < LEAST_PEERS:
            continue
        middle = float(np.median(share[others]))
        spread = _TO_SIGMA * float(np.median(np.abs(share[others] - middle)))
        # A median of 0 or 1 would leave no room for chance: half a case more and less is granted.
        room = 0.5 / (n[at] + 1)
        likely = min(max(middle, room), 1 - room)
        peers[at] = middle
        z[at] = (share[at] - middle) / np.sqrt(spread**2 + likely * (1 - likely) / n[at] + (delta / FAR) ** 2)
    differs = np.where(np.abs(np.nan_to_num(z)) >= FAR, np.sign(np.nan_to_num(z)), 0).astype("int64")
    return pd.DataFrame({"share": share, "peers": peers, "z": z, "differs": differs})


def together(z: npt.ArrayLike) -> Floats:
    """Return the sum of the indicators of each person, all of the same weight; persons by rows.

    Each counts at most six spreads either way, so that no single one decides; one that is not known (NaN) counts
    nothing. An equal-weight sum does as well on known cases as more elaborate ways (Schwanhäuser, Sakshaug and
    Kosyakova 2022, Public Opin. Q. 86:51). It says where to check, and nothing about anybody.
    """
    known = np.nan_to_num(np.asarray(z, dtype=np.float64))
    result: Floats = np.clip(known, -_MOST, _MOST).sum(axis=1)
    return result


def shared_out(checks: int, scores: npt.ArrayLike) -> npt.NDArray[np.int64]:
    """Share a number of checks out in proportion to the scores above 0, by largest remainders.

    Nobody gets any where no score is above 0. Ties go to the first.
    """
    weights = np.clip(np.nan_to_num(np.asarray(scores, dtype=np.float64)), 0, None)
    if not weights.sum() or checks <= 0:
        return np.zeros(weights.shape, dtype=np.int64)
    exact = checks * weights / weights.sum()
    given: npt.NDArray[np.int64] = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - given), kind="stable")
    given[order[: checks - int(given.sum())]] += 1
    return given
