"""What falls into two equal spans round each of several days: before and after, client by client."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


def sums_round(
    who: npt.ArrayLike, when: npt.ArrayLike, worth: npt.ArrayLike, many: int, days: npt.ArrayLike, span: int
) -> tuple[Floats, Floats]:
    """Return the sums of the `span` days before each day and of the `span` days from it on, `many` x days.

    One entry of `who` (0 to many - 1), `when` (a day as a whole number) and `worth` per case.
    """
    who, when = np.asarray(who, dtype=np.int64), np.asarray(when, dtype=np.int64)
    order = np.argsort(when, kind="stable")
    who, when, worth = who[order], when[order], np.asarray(worth, dtype=np.float64)[order]
    found = []
    for first in (-span, 0):
        start, end = (np.searchsorted(when, np.asarray(days) + edge) for edge in (first, first + span))
        sums = [np.bincount(who[a:b], worth[a:b], minlength=many) for a, b in zip(start, end, strict=True)]
        found.append(np.array(sums, dtype=np.float64).reshape(len(sums), many).T)
    return found[0], found[1]


def kinds_round(
    who: npt.ArrayLike, when: npt.ArrayLike, what: npt.ArrayLike, many: int, days: npt.ArrayLike, span: int
) -> tuple[Floats, Floats]:
    """Return how many different things there are in the same spans; `what` is a whole number from 0 per thing."""
    who, when = np.asarray(who, dtype=np.int64), np.asarray(when, dtype=np.int64)
    what = np.asarray(what, dtype=np.int64)
    order = np.argsort(when, kind="stable")
    who, when, what = who[order], when[order], what[order]
    things = int(what.max(initial=0)) + 1
    found = []
    for first in (-span, 0):
        start, end = (np.searchsorted(when, np.asarray(days) + edge) for edge in (first, first + span))
        pairs = who * things + what
        there = [np.bincount(pairs[a:b], minlength=many * things) > 0 for a, b in zip(start, end, strict=True)]
        sums = [one.reshape(many, things).sum(axis=1) for one in there]
        found.append(np.array(sums, dtype=np.float64).reshape(len(sums), many).T)
    return found[0], found[1]
