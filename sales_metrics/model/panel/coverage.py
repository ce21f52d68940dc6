"""How many were asked, and between which bounds the answer of all lies: two plots over the same weeks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .marks import Drill
from .over_time import Point


@dataclass(frozen=True, slots=True)
class Within:
    """A share among those who answered, and the bounds for all: if none, and if every one, of the rest has it."""

    value: float
    least: float
    most: float
    text: str
    drill: Drill


@dataclass(frozen=True, slots=True)
class Coverage:
    """Weeks of coverage above, and below them the share among the asked with its bounds.

    `within` has a place for each point, `None` where nobody answered or the week is not over. `words`: "asked" and
    "within", the heads of the two plots; "unfinished", "axis" and "under" as of a trend; "most", "value" and
    "least", what stands at the ends of the bounds of the last week that has them.
    """

    points: tuple[Point, ...]
    within: tuple[Within | None, ...]
    target: float | None = None
    target_text: str = ""
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
