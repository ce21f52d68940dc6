"""Pictures of a pipeline: how shares grow with the age of deals, and what changed between two days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from .marks import Drill


class Level(NamedTuple):
    """A share that holds from an age until the next; the interval is `None` where it is undefined."""

    age: float
    share: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """How the share of cases with one end grows with age; `text` stands at its end."""

    levels: tuple[Level, ...]
    text: str
    drill: Drill


@dataclass(frozen=True, slots=True)
class Watched:
    """How many cases are still followed at an age, which stands under the axis as `label`."""

    age: float
    label: str
    text: str
    drill: Drill


@dataclass(frozen=True, slots=True)
class Curves:
    """Won from below, lost from above, and what is between them still open.

    `until` is the age at which the curves end. `words` holds "axis" and "watched", the names of the two rows under
    the plot.
    """

    won: Curve
    lost: Curve
    open_text: str
    open_drill: Drill
    watched: tuple[Watched, ...]
    until: float
    words: Mapping[str, str]


class Part(Enum):
    """What a bar of a bridge stands for, which decides how it is drawn."""

    END = "end"
    """What there was at the first day, and what there is at the last."""
    IN = "in"
    MORE = "more"
    """Worth more than before, of what was there already."""
    LESS = "less"
    """Worth less than before, and still there."""
    WON = "won"
    LOST = "lost"
    ASIDE = "aside"
    """Gone without being won or lost."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Span:
    """One bar of a bridge. `value` is a level for the two ends and a signed change for all others."""

    label: str
    value: float
    text: str
    under: str
    drill: Drill
    part: Part


@dataclass(frozen=True, slots=True)
class Bridge:
    """From one level to another: the changes between the first and the last of `spans` add up to the difference.

    `inside` is a part of the last bar, with its own text.
    """

    spans: tuple[Span, ...]
    inside: Span | None = None
