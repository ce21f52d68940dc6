"""Pictures of numbers over time: a series with its target, and the card of a key figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .marks import Drill, Verdict


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a series. An unfinished one is drawn hollow and not joined."""

    label: str
    value: float | None
    text: str
    drill: Drill
    low: float | None = None
    high: float | None = None
    under: str = ""
    """A second label under the axis: how many cases the period has."""
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Trend:
    """A series over time with its target; `words` holds "unfinished", and "axis" and "under" for the two rows."""

    points: tuple[Point, ...]
    share: bool
    """Whether the values are shares, which are written in percent on the axis."""
    axis_texts: tuple[tuple[float, str], ...] = ()
    """Ticks: where, and what is written there."""
    target: float | None = None
    target_text: str = ""
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure: value, the line under it, and a small series; the panel's title is its name."""

    value_text: str
    line: str
    verdict: Verdict
    series: tuple[float | None, ...]
    target: float | None
    unfinished: bool
    drill: Drill
    page: str = ""
    """The page that tells more."""
