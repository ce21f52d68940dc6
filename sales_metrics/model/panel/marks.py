"""What a mark of any picture carries: its verdict, its share with the interval, and the way to its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from ..period import Period


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
    MORE = "more"
    """More often than the others, proven, where neither more nor less is a merit."""
    LESS = "less"
    """Less often than the others, proven."""


@dataclass(frozen=True, slots=True)
class Drill:
    """The way from a mark to its rows: a metric, the group that the mark stands for, and which part of it.

    `where` maps a dimension to its value, `None` meaning "not stated", or to several of which a row has one.
    `part` is "n" for all cases that were counted, "k" for those with the outcome, "total" for the rows of a sum,
    "rest" for n without k. `period`, if given, takes the place of the period of the filters: a mark may stand for
    other days than the page does.
    """

    metric: str
    where: Mapping[str, str | tuple[str | None, ...] | None] = field(default_factory=lambda: MappingProxyType({}))
    part: str = "n"
    period: Period | None = None
    unfiltered: bool = False
    """Whether the mark stands for all that the viewer may see, whatever the filters, as a sample does."""


@dataclass(frozen=True, slots=True)
class Share:
    """k of n with its interval; `value`, `low` and `high` are `None` when n is 0 or under the gate."""

    k: float
    n: float
    value: float | None = None
    low: float | None = None
    high: float | None = None
