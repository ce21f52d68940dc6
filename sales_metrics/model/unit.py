"""In what a number is measured, and which direction of it is good."""

from __future__ import annotations

from enum import Enum


class Unit(Enum):
    """The unit of a metric; the text layer decides how each is written."""

    COUNT = "count"
    MONEY = "money"
    SHARE = "share"
    """A share is 0..1 everywhere; it is written in percent."""
    DAYS = "days"
    PER_DAY = "per_day"
    """Cases per working day of one manager."""
    PER_CLIENT = "per_client"


class Better(Enum):
    """Which direction of a number is good news."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"
