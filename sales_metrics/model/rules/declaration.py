"""What a rule declares about itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..text import Text
from ..unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A number that a company may set for itself, and what holds until it does.

    `low` and `high` bound what can be set; `source` says where the default comes from. Shares are 0..1.
    """

    key: str
    title: Text
    default: float
    unit: Unit
    low: float
    high: float
    source: str = ""

    def __post_init__(self) -> None:
        # "14" days is a whole number to Python and a number like any other to a table.
        for name in ("default", "low", "high"):
            object.__setattr__(self, name, float(getattr(self, name)))
        if not self.low <= self.default <= self.high:
            raise ValueError(f"the default of {self.key} lies outside its own bounds")
