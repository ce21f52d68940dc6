"""Pictures of what is to come: a fan round a forecast, and a product of factors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .marks import Drill


@dataclass(frozen=True, slots=True)
class Spread:
    """What may come, as quantiles of a predictive distribution: the middle, and bands of 50, 80 and 95 %."""

    low95: float
    low80: float
    low50: float
    middle: float
    high50: float
    high80: float
    high95: float


@dataclass(frozen=True, slots=True)
class FanPoint:
    """One moment of a running total: the fact up to it, or what may come by then; the plan runs through both.

    `label` is written under the axis where it is not empty and finds room; that of a `landmark`, such as the first
    month of a year, before the others. A fact opens into its rows.
    """

    fact: float | None = None
    drill: Drill | None = None
    spread: Spread | None = None
    plan: float | None = None
    label: str = ""
    text: str = ""
    landmark: bool = False


@dataclass(frozen=True, slots=True)
class Fan:
    """A running total up to today and the fan of what it may become; `today` is the place of the last fact.

    `words` hold finished texts: "plan", "forecast", "band80", "band95", "fact", "today", "unfinished". The bands
    begin at the last fact, which is hollow when its week is not over.
    """

    points: tuple[FanPoint, ...]
    today: int
    unfinished: bool = False
    axis_texts: tuple[tuple[float, str], ...] = ()
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Factor:
    """One factor of a product: what it is, its value in words, where it comes from, its rows and how many."""

    label: str
    value_text: str
    note: str
    drill: Drill | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """Factors that multiply to a result, for a calculation that anybody can follow."""

    factors: tuple[Factor, ...]
    label: str
    value_text: str
    note: str = ""
