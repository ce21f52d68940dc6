"""By what a number can be split: columns of its own rows, of the client, of the manager, and time.

A dimension of the client ("segment") is taken from the row itself where the row states it, and otherwise from the
clients table by the client's name. That join adds no rows: where two rows of the clients table bear one name, the
last value in the alphabet speaks for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import ibis
import ibis.expr.types as ir

from ..engine import placeholder
from ..model.tables import TABLES, Kind

TIME: Final[Mapping[str, str]] = MappingProxyType({"day": "D", "week": "W", "month": "M", "quarter": "Q"})
"""Spans of time, each named by its first day; weeks begin on Monday."""

_SPLITTING: Final = frozenset({Kind.NAME, Kind.LABEL, Kind.CHOICE, Kind.YES_NO, Kind.ID, Kind.CURRENCY})


@dataclass(frozen=True, slots=True)
class Dimension:
    """Where a dimension's value comes from: columns of the row itself, then a column reached through a link."""

    own: tuple[str, ...] = ()
    through: str = ""
    """"clients" by the client's name, or "managers" by the manager's."""
    column: str = ""

    @property
    def link(self) -> str:
        """The column of the row that leads there."""
        return self.through.removesuffix("s")


DIMENSIONS: Final[Mapping[str, Dimension]] = MappingProxyType(
    {"channel": Dimension(("source", "channel"), "clients", "channel_first")}
    | {
        name: Dimension((name,), "clients", name)
        for name in ("segment", "size", "priority", "region", "industry", "holding", "city")
    }
    | {name: Dimension((), "managers", name) for name in ("team", "head")}
)
"""Dimensions that are more than a column. Any other name stands for the column of the row itself."""


class NotBrokenDownError(LookupError):
    """A metric cannot be split by, or narrowed to, a dimension."""

    def __init__(self, metric: str, dimension: str) -> None:
        super().__init__(f"{metric} cannot be broken down by {dimension}")
        self.metric = metric
        self.dimension = dimension


def dimension(name: str) -> Dimension:
    """Return how a dimension is found."""
    return DIMENSIONS.get(name, Dimension((name,)))


def available(tables: Sequence[str]) -> tuple[str, ...]:
    """Return every dimension that rows of one of these tables have, time first."""
    found = dict.fromkeys(TIME)
    for name in DIMENSIONS:
        if any(row_columns(name, table) for table in tables):
            found[name] = None
    for table in tables:
        for column in TABLES[table].columns:
            if column.kind in _SPLITTING:
                found[column.key] = None
    return tuple(found)


def row_columns(name: str, table: str) -> tuple[str, ...]:
    """Return the columns of a table's own rows that a dimension is found by; empty when it has none."""
    has = TABLES[table].column_keys
    one = dimension(name)
    return tuple(column for column in (*one.own, one.link) if column in has)


def sources(name: str, tables: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the (table, column) pairs out of which any one is enough to tell a dimension's values."""
    one = dimension(name)
    own = tuple((table, column) for table in tables for column in one.own if column in TABLES[table].column_keys)
    return (*own, (one.through, one.column)) if one.through else own


def attached(facts: ir.Table, names: Iterable[str], dated_by: str) -> ir.Table:
    """Add dimensions to facts, each as a column of its own name. Time goes by the column `dated_by`."""
    wanted = [name for name in names if name not in TIME]
    spans = [name for name in names if name in TIME]
    for through in ("clients", "managers"):
        linked = [
            name for name in wanted if dimension(name).through == through and dimension(name).link in facts.columns
        ]
        if linked:
            facts = _linked(facts, through, linked)
    values = {name: _value(facts, name) for name in wanted if name in DIMENSIONS}
    days = {name: facts[dated_by].cast("date").truncate(TIME[name]).cast("date") for name in spans}
    return facts.mutate(**values, **days) if values or days else facts


def _linked(facts: ir.Table, through: str, names: Sequence[str]) -> ir.Table:
    link = through.removesuffix("s")
    far = placeholder(through)
    far = far.group_by(_link=far[link]).agg(**{f"_{name}": far[dimension(name).column].max() for name in names})
    return facts.left_join(far, facts[link] == far["_link"]).drop("_link")


def _value(facts: ir.Table, name: str) -> ir.Value:
    one = dimension(name)
    columns = [column for column in (*one.own, f"_{name}") if column in facts.columns]
    return ibis.coalesce(*(facts[column] for column in columns))
