"""What a report says: a message, a picture of it, and the way to the rows behind every mark.

A panel is finished in words and numbers and knows nothing of how it is drawn; the page, the workbook and the
slides draw the same one. Shares are 0..1, money is in the reporting currency, `None` is undefined.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType


class Verdict(Enum):
    """What a comparison can say."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    CANNOT_TELL = "cannot_tell"
    TOO_FEW = "too_few"
    """Below the number of cases from which a share is shown at all."""
    NONE = "none"
    """Nothing was compared."""


@dataclass(frozen=True, slots=True)
class Drill:
    """The way from a mark to its rows: a metric, the group that the mark stands for, and which part of it.

    `where` maps a dimension to its value, `None` meaning "not stated". `part` is "n" for all cases that were
    counted, "k" for those with the outcome, "total" for the rows of a sum.
    """

    metric: str
    where: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    part: str = "n"


@dataclass(frozen=True, slots=True)
class Share:
    """k of n with its interval; `value`, `low` and `high` are `None` when n is 0 or under the gate."""

    k: float
    n: float
    value: float | None = None
    low: float | None = None
    high: float | None = None


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
    """Stages from first to last; the words are column heads and templates in the reader's language."""

    steps: tuple[Step, ...]
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a heat map: k of the n of its row. `differs` is +1 more often, -1 less often, 0 not proven."""

    share: Share
    drill: Drill
    differs: int = 0


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


@dataclass(frozen=True, slots=True)
class Forest:
    """Shares with intervals against a reference and a band of practical sameness round it."""

    dots: tuple[Dot, ...]
    reference: float | None
    reference_text: str
    band: float = 0.0


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


@dataclass(frozen=True, slots=True)
class Empty:
    """Why there is nothing to draw, what would be seen, and what to do about it."""

    why: str
    would_show: str
    action: str = ""


Picture = Funnel | HeatMap | Bars | Forest | Trend | Card | Empty


@dataclass(frozen=True, slots=True)
class Panel:
    """One message with its picture. `key` is stable ("funnel.steps"); the words are in the reader's language."""

    key: str
    title: str
    subtitle: str
    picture: Picture
    foot: str = ""
