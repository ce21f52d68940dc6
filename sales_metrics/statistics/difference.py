"""The interval of a difference of two independent estimates, when each comes with an interval of its own."""

from __future__ import annotations

from math import sqrt


def square_and_add(
    value: float, low: float, high: float, other: float, other_low: float, other_high: float
) -> tuple[float, float]:
    """Return the interval of `value - other`, at the level of the two intervals that are given.

    The method of variance estimates recovery: Zou and Donner (2008), Stat. Med. 27:1693. With score intervals
    of two shares it is Newcombe's hybrid interval. Works for any estimates, also where the intervals are not
    symmetric. NaN in, NaN out.
    """
    difference = value - other
    below = sqrt((value - low) ** 2 + (other_high - other) ** 2)
    above = sqrt((high - value) ** 2 + (other - other_low) ** 2)
    return difference - below, difference + above
