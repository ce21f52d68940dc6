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
    pairs = who * (int(what.max(initial=0)) + 1) + what
    order = np.lexsort((when, pairs))
    who, when, pairs = who[order], when[order], pairs[order]
    again = np.concatenate(([False], pairs[1:] == pairs[:-1]))[: len(pairs)]
    # A thing counts for the spans that begin after it was there last, and neither too late nor too early.
    least = when - span
    least[again] = np.maximum(least[again], when[:-1][again[1:]])
    inner = np.argsort(days, kind="stable")
    starts = np.asarray(days, dtype=np.int64)[inner]
    found = []
    for first in (-span, 0):
        opens, closes = (np.searchsorted(starts + first, edge, side="right") for edge in (least, when))
        wide = len(starts) + 1
        steps = [np.bincount(who * wide + edge, minlength=many * wide) for edge in (opens, closes)]
        counts = np.cumsum((steps[0] - steps[1]).reshape(many, wide), axis=1)[:, :-1]
        side = np.empty(counts.shape)
        side[:, inner] = counts
        found.append(side)
    return found[0], found[1]
