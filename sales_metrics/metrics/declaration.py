"""A number declared once: what it is called, what it means, what it needs, and how its facts are found.

The formula of a metric is a function of tables (Ibis expressions) that returns facts, one row per case: for a rate
`k` and `n` of each closed deal, for a sum its `total`. It never groups. The kind adds facts up, so one definition
gives the total, any breakdown, any trend and the rows behind each, and these cannot disagree. Columns named in
`also` are summed beside the parts.

Long for what is said of each field and each way to ask, not for what is done.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from inspect import signature
from types import MappingProxyType
from typing import Any

import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from ..model.period import Period
from ..model.text import Text
from ..model.unit import Better, Unit
from . import measuring
from .dimensions import NotBrokenDownError, available, sources
from .filters import ALL, Filters, Value
from .kinds import Kind, MeanPer, Share

Formula = Callable[..., ir.Table]
NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Example:
    """A case that can be checked by hand: tables as text, columns parted by "|", a blank cell is null.

    `answer` is the value in total, or the value per category where the metric always has one.
    """

    given: Mapping[str, str]
    answer: float | Mapping[Any, float]
    period: Period = field(default_factory=Period)

    def frames(self) -> dict[str, pd.DataFrame]:
        """Return the given tables as frames of text."""
        return {name: _frame(text) for name, text in self.given.items()}


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Metric:
    """One number of the product. Made by `@metric`; see the module's docstring."""

    key: str
    kind: Kind
    name: Text
    definition: Text
    unit: Unit
    better: Better
    needs: Mapping[str, tuple[str, ...]]
    dated_by: str
    source: str
    example: Example
    formula: Formula
    uses: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    """Columns that refine the number and without which it is still right for what is there."""
    target: float | None = None
    along: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    """Columns of the facts by which the number is always split, and the column that says their order, if any."""
    also: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    """The tables whose rows are the cases; by default the first of `needs`."""
    only: tuple[str, ...] | None = None
    """The dimensions that make sense, where not all that the rows have do."""
    dated_as: Text | None = None
    """What the date is called where it is not a column of the table whose rows are counted."""

    def __repr__(self) -> str:
        return f"<Metric {self.key}>"

    @cached_property
    def counted(self) -> tuple[str, ...]:
        """The tables whose rows are the cases."""
        return self.counts or (next(iter(self.needs)),)

    @cached_property
    def given(self) -> tuple[str, ...]:
        """The tables that the formula is given, in its own order."""
        return tuple(signature(self.formula).parameters)

    @cached_property
    def breakdowns(self) -> tuple[str, ...]:
        """Every dimension that the number can be split by, if the data have it."""
        found = available(self.counted) if self.only is None else self.only
        return tuple(dict.fromkeys((*found, *self.along)))

    def breakdowns_in(self, tables: Tables) -> tuple[str, ...]:
        """Return the dimensions for which these tables really have a column."""
        return tuple(
            name
            for name in self.breakdowns
            if name in self.along
            or name in measuring.TIME
            or any(column in tables.present(table) for table, column in sources(name, self.counted))
        )

    def missing(self, tables: Tables) -> tuple[tuple[str, str], ...]:
        """Return the (table, column) pairs that the number needs and that no file has brought."""
        return tuple(
            (table, column)
            for table, columns in self.needs.items()
            for column in columns
            if column not in tables.present(table)
        )

    def measure(self, tables: Tables, by: Sequence[str] = (), filters: Filters = ALL) -> pd.DataFrame:
        """Return one row per group: the columns of `by` and `along`, the parts, value, low, high, enough.

        `value`, `low` and `high` are NaN where undefined; `enough` is false below the kind's gate, where only
        the parts should be shown. A group that is not stated is a null. Rows are in the order of the groups,
        nulls last; without groups there is exactly one row. Raises `NotBrokenDownError` for a dimension that
        the number does not have.
        """
        return measuring.measure(self, tables, tuple(by), filters)

    def refined(
        self,
        tables: Tables,
        by: tuple[str, ...],
        filters: Filters,
        then: Callable[[ir.Table, tuple[str, ...]], ir.Table],
    ) -> pd.DataFrame:
        """Return what `then` makes of the parts per group, worked out on the engine, in no order.

        For what only comes of very many groups. `then` gets the table of parts and the names of the groups; it
        must be a function of a module, for which the query is compiled once. Raises `NotBrokenDownError`.
        """
        return measuring.worked_on(self, tables, by, filters, then, summed=True)

    def cases(
        self,
        tables: Tables,
        filters: Filters,
        columns: tuple[str, ...],
        part: str = "n",
        earliest: int | None = None,
    ) -> pd.DataFrame:
        """Return the cases behind a part, with these columns of its facts and none else, in no order.

        For lists that are picked from many cases: unlike `rows` it carries no whole rows along. With `earliest`
        only so many come, in the order of days and then of keys, undated ones last.
        """
        return measuring.cases(self, tables, filters, columns, part, earliest)

    def gathered(self, answer: pd.DataFrame, by: Sequence[str] = ()) -> pd.DataFrame:
        """Return an answer of `measure` added up to fewer of its groups, as if it had been asked for these.

        Only for kinds whose parts add up: raises `TypeError` for a mean per unit and for a share, where a unit
        stands in several groups or n is a group's own.
        """
        if isinstance(self.kind, (MeanPer, Share)):
            raise TypeError(f"parts of {self.key} do not add up")
        parts = [*self.kind.parts, *self.also]
        groups = list(dict.fromkeys((*by, *self.along)))
        whole = answer[[*groups, *parts]]
        summed = (
            whole.groupby(groups, dropna=False, as_index=False)[parts].sum() if groups else whole.sum().to_frame().T
        )
        return self.kind.answer(summed.astype(answer[parts].dtypes.to_dict()), tuple(by), tuple(self.along))

    def folded(
        self,
        tables: Tables,
        by: tuple[str, ...],
        filters: Filters,
        then: Callable[[ir.Table, tuple[str, ...]], ir.Table],
    ) -> pd.DataFrame:
        """Return what `then` makes of the facts themselves, worked out on the engine, in no order.

        For what does not come of sums, such as the last day of each group, or for several such things at once. It
        gets the facts with the columns of `by`, and is otherwise as in `refined`. Raises `NotBrokenDownError`.
        """
        return measuring.worked_on(self, tables, by, filters, then, summed=False)

    def rows(
        self,
        tables: Tables,
        filters: Filters = ALL,
        where: Mapping[str, Value | tuple[Value, ...]] = MappingProxyType({}),
        part: str = "n",
    ) -> pd.DataFrame:
        """Return the rows behind one part of one group, newest first.

        `where` names the group, `None` meaning "not stated"; a tuple lets any of its values through. The answer
        has the columns that files brought to the table, and beside them `_table`, `_key`, `_date` (the date the
        metric goes by) and each part under "_" and its name: their sum is the part (`kind.recounted`). Raises
        `NotBrokenDownError`.
        """
        return measuring.rows(self, tables, filters, where, part)

    def __call__(
        self,
        tables: Tables | Mapping[str, pd.DataFrame],
        by: Sequence[str] = (),
        period: Period | None = None,
        where: Mapping[str, tuple[Value, ...]] | None = None,
    ) -> pd.DataFrame:
        """Measure pandas frames, or tables, in one call; otherwise as `measure`."""
        found = tables if isinstance(tables, Tables) else Tables.of_frames(tables)
        return self.measure(found, by, Filters(period or Period(), where or {}))

    def admitted(self, names: Sequence[str]) -> None:
        """Raise `NotBrokenDownError` for the first dimension that the number does not have."""
        for name in names:
            if name not in self.breakdowns:
                raise NotBrokenDownError(self.key, name)


def metric(
    *,
    kind: Kind,
    name: Text,
    definition: Text,
    unit: Unit,
    better: Better,
    needs: Mapping[str, tuple[str, ...]],
    dated_by: str,
    source: str,
    example: Example,
    uses: Mapping[str, tuple[str, ...]] = NOTHING,
    target: float | None = None,
    along: Mapping[str, str | None] | None = None,
    also: tuple[str, ...] = (),
    counts: tuple[str, ...] = (),
    only: tuple[str, ...] | None = None,
    dated_as: Text | None = None,
) -> Callable[[Formula], Metric]:
    """Turn a formula into the metric of the same name."""

    def declared(formula: Formula) -> Metric:
        return Metric(
            key=formula.__name__,
            kind=kind,
            name=name,
            definition=definition,
            unit=unit,
            better=better,
            needs=needs,
            dated_by=dated_by,
            source=source,
            example=example,
            formula=formula,
            uses=uses,
            target=target,
            along=along or {},
            also=also,
            counts=counts,
            only=only,
            dated_as=dated_as,
        )

    return declared


def _frame(text: str) -> pd.DataFrame:
    lines = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    head, *body = lines
    return pd.DataFrame([[cell or None for cell in line] for line in body], columns=head, dtype=object)
