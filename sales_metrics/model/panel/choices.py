"""What a reader may set on a panel: one of several, a day, an amount. The choice lives in the address.

A report reads what was set from its context and puts the question on its panel, so that whoever draws the panel
knows what to offer. Keys are unique within the product, since a link carries them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Pick:
    """One of several: `options` are codes with their words, `chosen` is the code in force."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day between the first and the last."""

    key: str
    label: str
    chosen: date
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Amount:
    """A number between `low` and `high` in steps; `slider` where trying out matters more than exactness."""

    key: str
    label: str
    chosen: float
    low: float
    high: float
    step: float
    slider: bool = False


Choice = Pick | Day | Amount
