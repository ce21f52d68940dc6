"""Money on the axis of a chart: round ticks in one unit, and amounts that leave the unit to the text beside."""

from __future__ import annotations

from typing import Final

import numpy as np

from ..text.numbers import money, number
from .context import Context

_FACTORS: Final = (1, 2, 2.5, 5, 10)
_MOST: Final = 5


def money_ticks(top: float, scale: int, context: Context) -> tuple[tuple[float, str], ...]:
    """Return at most six round amounts from 0 to `top` with their texts; none where there is nothing to show."""
    if not top > 0:
        return ()
    power = 10.0 ** np.floor(np.log10(top / 4))
    step = next(float(power * factor) for factor in _FACTORS if top / (power * factor) <= _MOST)
    places = [step * at for at in range(int(top / step) + 1)]
    return tuple(
        (place, money(place, context.language, context.currency, scale=scale) if place else "0") for place in places
    )


def bare(value: float, scale: int, context: Context) -> str:
    """Return an amount in a unit (a power of ten) without naming it: the unit is said once, behind another."""
    return number(value / 10**scale, context.language, 1 if scale >= 6 else 0)
