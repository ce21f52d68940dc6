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


@dataclass(frozen=True, slots=True)
class Drill:
    """The way from a mark to its rows: a metric, the group that the mark stands for, and which part of it.

    `where` maps a dimension to its value, `None` meaning "not stated". `part` is "n" for all cases that were
    counted, "k" for those with the outcome, "total" for the rows of a sum, "rest" for n without k. `period`, if
    given, takes the place of the period of the filters: a mark may stand for other days than the page does.
    """

    metric: str
    where: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    part: str = "n"
    period: Period | None = None
    unfiltered: bool = False
    """Whether the mark stands for rows whatever the filters, as the frame that a sample is drawn from."""


@dataclass(frozen=True, slots=True)
class Share:
    """k of n with its interval; `value`, `low` and `high` are `None` when n is 0 or under the gate."""

    k: float
    n: float
    value: float | None = None
    low: float | None = None
    high: float | None = None
