"""The kinds of numbers: how facts are added up, what the value is, and how sure one may be of it.

A formula returns facts, one row per case; a kind adds them up into parts, and takes the value from the parts alone.
Parts of different groups can therefore be added, and a slice cannot disagree with its total. All kinds stand
together, since the laws over them are read side by side.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import ibis.expr.types as ir
import numpy as np
import pandas as pd

from ..model.period import Period
from ..statistics import intervals, nonresponse


@dataclass(frozen=True, slots=True)
class Kind(ABC):
    """What all kinds share. `gate` is the n from which a value means something; `enough` says so in the answer."""

    gate: int = 0
    parts: ClassVar[tuple[str, ...]] = ("n",)

    @property
    def shown(self) -> tuple[str, ...]:
        """The parts of an answer."""
        return self.parts

    whole: ClassVar[frozenset[str]] = frozenset()
    """Parts that belong to the group whatever the category."""
    bare: ClassVar[bool] = False
    """Whether some facts stand for no row of a table, as a working day without any call does."""

    def days(self, period: Period) -> Period:
        """Return the days whose facts count for a period: those of the period itself."""
        return period

    def settled(self, facts: ir.Table, key: Sequence[str], parts: Sequence[str], dated_by: str) -> ir.Table:
        """Return the facts that stand behind a number as they are listed: each for itself."""
        del key, parts, dated_by
        return facts

    def prepared(self, facts: ir.Table) -> ir.Table:
        """Add the parts that a formula may leave out: every fact is one case."""
        return facts if "n" in facts.columns else facts.mutate(n=1)

    def added_up(self, facts: ir.Table, by: Sequence[str], also: Sequence[str], order: Sequence[str]) -> ir.Table:
        """Sum the parts of the facts within groups; `order` are columns that only say where a group stands."""
        return summed(facts, by, (*self.parts, *also), order)

    def completed(self, frame: pd.DataFrame, groups: Sequence[str], category: Sequence[str]) -> pd.DataFrame:
        """Add the parts that follow from other parts of the answer. `category` are the inner columns of a group."""
        del groups, category
        return frame

    @abstractmethod
    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return the value and its interval for every row of parts; NaN where undefined."""

    def answer(self, frame: pd.DataFrame, groups: Sequence[str], category: Sequence[str]) -> pd.DataFrame:
        """Return the parts with `value`, `low`, `high` and `enough` beside them."""
        frame = self.completed(frame, groups, category)
        value, (low, high) = self.read(frame)
        return frame.assign(value=value, low=low, high=high, enough=frame["n"] >= self.gate)

    def behind(self, facts: ir.Table, part: str) -> ir.BooleanValue:
        """Return which facts stand behind a part: those that add something to it."""
        return (facts[part] != 0).fill_null(False)

    def recounted(self, rows: pd.DataFrame, part: str) -> float:
        """Return what the rows behind a part add up to: the part itself, if all is well."""
        return float(rows[f"_{part}"].sum())


@dataclass(frozen=True, slots=True)
class Rate(Kind):
    """k of n cases, with Wilson's interval. Undefined when n is 0."""

    gate: int = 10
    parts: ClassVar[tuple[str, ...]] = ("k", "n")

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return k / n."""
        return _ratio(frame, "k"), intervals.wilson(frame["k"], frame["n"])


@dataclass(frozen=True, slots=True)
class Share(Kind):
    """The share of one category among all cases of its group, with Wilson's interval.

    k counts the cases of the category, n those of the group whatever their category.
    """

    gate: int = 10
    parts: ClassVar[tuple[str, ...]] = ("n",)
    whole: ClassVar[frozenset[str]] = frozenset({"n"})

    @property
    def shown(self) -> tuple[str, ...]:
        """The parts of an answer."""
        return ("k", "n")

    def completed(self, frame: pd.DataFrame, groups: Sequence[str], category: Sequence[str]) -> pd.DataFrame:
        """Turn the counts of categories into k, and add the group's n."""
        k = frame["n"]
        names = list(groups)
        n = k.groupby([frame[name] for name in names], dropna=False).transform("sum") if names else k.sum()
        place = list(frame.columns).index("n")
        frame = frame.assign(n=n)
        frame.insert(place, "k", k)
        return frame

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return k / n."""
        return _ratio(frame, "k"), intervals.wilson(frame["k"], frame["n"])

    def behind(self, facts: ir.Table, part: str) -> ir.BooleanValue:
        """Return the cases of the category for k, of the group for n."""
        return (facts["n" if part == "k" else part] != 0).fill_null(False)

    def recounted(self, rows: pd.DataFrame, part: str) -> float:
        """Return the number of cases behind k or n, or the sum of any other part."""
        return float(rows["_n" if part == "k" else f"_{part}"].sum())


@dataclass(frozen=True, slots=True)
class PerDay(Kind):
    """Events per working day of a manager, with the exact Poisson interval. Undefined when n is 0.

    k counts the events, n the manager-days: two managers in one week make ten. Under a week of days nothing is
    judged, since the days of one week are not alike.
    """

    gate: int = 5
    parts: ClassVar[tuple[str, ...]] = ("k", "n")
    bare: ClassVar[bool] = True

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return k / n."""
        return _ratio(frame, "k"), intervals.garwood(frame["k"], frame["n"])


@dataclass(frozen=True, slots=True)
class Total(Kind):
    """A sum over n cases. It is what it is, so it has no interval; the sum of nothing is 0."""

    parts: ClassVar[tuple[str, ...]] = ("total", "n")

    def behind(self, facts: ir.Table, part: str) -> ir.BooleanValue:
        """Return all cases for the sum as for n: an amount of 0 is a case."""
        return (facts["n" if part == "total" else part] != 0).fill_null(False)

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return the sum."""
        nothing = np.full(len(frame), np.nan)
        return frame["total"].astype("float64"), (nothing, nothing)


@dataclass(frozen=True, slots=True)
class Balance(Total):
    """What is there at the end of a period: all that came in until then less all that went out.

    A fact is a movement: `n` is 1 for a case that comes, -1 for one that goes, and 0 where only its worth changes.
    The start of the period plays no part. Split by time it is what each span added, and the spans still add up.
    """

    def days(self, period: Period) -> Period:
        """Return all days until the end of the period."""
        return Period(None, period.end)

    def settled(self, facts: ir.Table, key: Sequence[str], parts: Sequence[str], dated_by: str) -> ir.Table:
        """Return one fact per case: what its movements come to, dated by the last of them."""
        sums = {part: facts[part].sum() for part in parts}
        return facts.group_by(list(key)).agg(**sums, **{dated_by: facts[dated_by].max()})

    def behind(self, facts: ir.Table, part: str) -> ir.BooleanValue:
        """Return the cases that have not gone; where only worth has changed, those whose worth did."""
        if part == "total":
            return (facts["n"] != 0) | (facts["total"].abs() >= LEAST_SUM)
        return (facts[part] != 0).fill_null(False)


LEAST_SUM = 0.005
"""Half of the smallest coin: sums that should cancel leave less than this."""


@dataclass(frozen=True, slots=True)
class DailyTotal(Total):
    """A sum over working days of managers: n counts the days, which stand for no row of a table."""

    bare: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Yield(Kind):
    """Events per attempt where an event is a row of its own: meetings per call. Undefined when n is 0.

    The interval is Wilson's, as of a share, as long as there are no more events than attempts; beyond, it is the
    exact Poisson interval of their ratio.
    """

    gate: int = 10
    parts: ClassVar[tuple[str, ...]] = ("k", "n")

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return k / n."""
        k, n = frame["k"].to_numpy(dtype="float64"), frame["n"].to_numpy(dtype="float64")
        low, high = intervals.wilson(np.minimum(k, n), n)
        more = k > n
        if more.any():
            low[more], high[more] = intervals.garwood(k[more], n[more])
        return _ratio(frame, "k"), (low, high)


@dataclass(frozen=True, slots=True)
class PartOfSum(Kind):
    """The part of a sum of money that some of its cases bring: k of n, both sums, without an interval.

    Every case counts into n with its amount, and into k with as much of it as belongs to the part. Undefined unless
    n is above zero: of a sum that returns have eaten up there are no parts.
    """

    parts: ClassVar[tuple[str, ...]] = ("k", "n")

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return k / n."""
        nothing = np.full(len(frame), np.nan)
        return _ratio(frame, "k"), (nothing, nothing)


@dataclass(frozen=True, slots=True)
class Mean(Kind):
    """The mean of n values, with Student's interval from n = 2. Undefined when n is 0.

    A fact whose `total` is null is no case. `squares` is the sum of the squared values, from which a spread can
    be had for any group.
    """

    gate: int = 2
    parts: ClassVar[tuple[str, ...]] = ("total", "n", "squares")

    def prepared(self, facts: ir.Table) -> ir.Table:
        """Count the facts that have a value, and square the values."""
        if "n" not in facts.columns:
            facts = facts.mutate(n=facts.total.notnull().cast("int64"))
        total = facts.total.cast("float64")
        return facts.mutate(squares=total * total)

    def behind(self, facts: ir.Table, part: str) -> ir.BooleanValue:
        """Return all facts with a value for the sum as for n."""
        return (facts["n" if part in self.parts else part] != 0).fill_null(False)

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return total / n."""
        return _ratio(frame, "total"), intervals.student(frame["total"], frame["squares"], frame["n"])


@dataclass(frozen=True, slots=True)
class NetScore(Mean):
    """The share of those for less that of those against: `total` is 1, 0 or -1. Undefined when n is 0.

    The interval is the adjusted Wald one, since the mean of three values is far from normal in small groups.
    """

    gate: int = 10

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return total / n."""
        return _ratio(frame, "total"), nonresponse.net_score(frame["total"], frame["squares"], frame["n"])


@dataclass(frozen=True, slots=True)
class MeanPer(Kind):
    """The mean sum per distinct unit, such as orders per client, with Student's interval over the units.

    n counts the units of a group, so a client who bought from two managers is a unit of both, and the n of
    the slices may add up to more than the total's. Facts without a unit must not be there.
    """

    gate: int = 2
    unit: str = "client"
    parts: ClassVar[tuple[str, ...]] = ("total", "n", "squares")

    def added_up(self, facts: ir.Table, by: Sequence[str], also: Sequence[str], order: Sequence[str]) -> ir.Table:
        """Sum within units first, then over the units: two stages, which no engine counts wrong."""
        inner = list(dict.fromkeys((*by, self.unit)))
        units = summed(facts, inner, ("total", *also), order)
        units = units.mutate(n=1, squares=units.total.cast("float64") * units.total)
        return summed(units, by, (*self.parts, *also), order)

    def read(self, frame: pd.DataFrame) -> tuple[pd.Series[float], intervals.Bounds]:
        """Return total / n."""
        return _ratio(frame, "total"), intervals.student(frame["total"], frame["squares"], frame["n"])

    def behind(self, facts: ir.Table, part: str) -> ir.BooleanValue:
        """Return all facts for every part of the kind."""
        return (facts["n" if part in self.parts else part] != 0).fill_null(False)

    def recounted(self, rows: pd.DataFrame, part: str) -> float:
        """Return the number of distinct units for n, the sum of squared units for squares, else the sum."""
        if part == "n":
            return float(rows[self.unit].nunique())
        if part == "squares":
            return float((rows.groupby(self.unit)["_total"].sum() ** 2).sum())
        return float(rows[f"_{part}"].sum())


def summed(facts: ir.Table, by: Sequence[str], parts: Sequence[str], order: Sequence[str] = ()) -> ir.Table:
    """Sum columns within groups; no rows sum to 0. Whole numbers stay whole, everything else becomes a float."""
    sums = {}
    for part in parts:
        whole = facts[part].type().is_integer() or facts[part].type().is_boolean()
        sums[part] = facts[part].sum().coalesce(0).cast("int64" if whole else "float64")
    sums |= {name: facts[name].min() for name in order}
    return facts.group_by(list(by)).agg(**sums) if by else facts.agg(**sums)


def _ratio(frame: pd.DataFrame, part: str) -> pd.Series[float]:
    count = frame["n"].astype("float64")
    return frame[part].astype("float64") / count.where(count > 0)
