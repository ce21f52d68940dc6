"""Round places for the ticks of an axis."""

from __future__ import annotations

import math
from typing import Final

_STEPS: Final = (1, 2, 2.5, 5, 10)


def ticks_between(low: float, high: float, most: int) -> list[float]:
    """Return at most `most` round places (steps of 1, 2, 2.5 or 5 times a power of ten) from `low` to `high`.

    Fewer than two where the stretch is empty.
    """
    if not high > low or most < 1:
        return [low]
    power = 10.0 ** math.floor(math.log10((high - low) / most))
    for step in (power * factor for factor in (*_STEPS, 20, 50)):
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        if last - first + 1 <= most:
            return [round(step * at, 12) for at in range(first, last + 1)]
    return [low]


def padded(low: float, high: float, share: float, floor: float, ceiling: float) -> tuple[float, float]:
    """Return the stretch widened by `share` of itself at both ends, but not beyond the two bounds."""
    room = (high - low) * share
    return max(floor, low - room), min(ceiling, high + room)
