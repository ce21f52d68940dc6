"""Pictures of shares: the steps of a funnel, a heat map, bars, and groups compared with one another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .marks import Drill, Share, Verdict


@dataclass(frozen=True, slots=True)
class Step:
    """One stage of a funnel.

    `onward` is the conversion to the next stage, `None` at the last. `lost` and `open` are those that went no
    further; with `onward.k` they add up to `count`. `before` is the conversion of the previous period.
    """

    label: str
    count: int
    money: float | None
    money_text: str
    drill: Drill
    onward: Share | None = None
    lost: int = 0
    open: int = 0
    before: Share | None = None
    verdict: Verdict = Verdict.NONE
    lost_drill: Drill | None = None
    unfinished: bool = False
    """Whether not all cases have had the time that is given to reach this stage; it is drawn hollow."""


@dataclass(frozen=True, slots=True)
class Funnel:
    """Stages from first to last; `words` are column heads and templates that stand for the picture's own."""

    steps: tuple[Step, ...]
    words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a heat map: k of the n of its row. `differs` is +1 more often, -1 less often, 0 not proven."""

    share: Share
    drill: Drill
    differs: int = 0
    text: str = ""
    """What is written in place of the count, where k is no count but money."""
    beside: str = ""
    """What is written beside it in place of the share, which then only shades the cell."""


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One row of a heat map; `filled` is false below the gate, where only counts are shown."""

    label: str
    cells: tuple[Cell, ...]
    total_text: str
    filled: bool = True
    apart: bool = False
    """Whether the row is the whole department, set apart from the rest."""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Shares within rows, with counts in the cells."""

    columns: tuple[str, ...]
    rows: tuple[HeatRow, ...]
    row_name: str = ""
    """What one row is: asked for where a narrow screen shows one at a time."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One horizontal bar: its value, what is written at its end, and a second text in the column beside it."""

    label: str
    value: float
    text: str
    drill: Drill
    aside: str = ""
    tick: float | None = None
    """A reference drawn as a tick on the bar: the department's share, or a target."""
    accent: bool = False
    strong: bool = False
    unknown: bool = False
    """Whether the bar stands for "not stated", which is hatched."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Horizontal bars, longest first unless the order has a meaning."""

    bars: tuple[Bar, ...]
    heading: str = ""
    aside_heading: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """One row of a comparison: a share with its interval, and the verdict in words."""

    label: str
    share: Share
    text: str
    verdict: Verdict
    verdict_text: str
    drill: Drill
    apart: bool = False
    aside: str = ""
    """A second line under the figures."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Shares with intervals against a reference and a band of practical sameness round it."""

    dots: tuple[Dot, ...]
    reference: float | None
    reference_text: str
    band: float = 0.0
    differences: bool = False
    """Whether value, low and high are differences of two shares, -1..1, which are written in points."""
