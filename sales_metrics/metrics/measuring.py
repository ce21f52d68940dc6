"""From a metric, a breakdown and filters to a small frame: one SQL text per shape of question, compiled once.

The text holds neither values nor the viewer: values come in as one-column tables that are bound when it is asked,
and so do the viewer's rows. Compiling costs some ten milliseconds a metric, more than many a query.

The five ways to ask (parts, parts or facts worked further, cases, whole rows) stand together, for they narrow
facts in one way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import ibis
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pandas as pd

from ..engine import Given, Tables, placeholder
from ..model.tables import TABLES
from .dimensions import DIMENSIONS, TIME, attached, row_columns
from .filters import Filters, Value
from .kept import KEPT
from .values import as_kind, is_null

if TYPE_CHECKING:
    from .declaration import Metric

__all__ = ["TIME", "cases", "measure", "rows", "worked_on"]

KEY: Final = "_key"
TABLE: Final = "_table"
DATE: Final = "_date"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The shape of one condition on a dimension: whether named values pass, and whether nulls do."""

    dimension: str
    named: bool
    null: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """All about filters that the text of a query depends on."""

    start: bool
    end: bool
    narrowings: tuple[Narrowing, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A compiled question: its text, the tables it names, and the type of each dimension it is narrowed by.

    `whole` are the columns of whole numbers: DuckDB sums them in 128 bits, which a frame would hold as floats.
    """

    sql: str
    tables: tuple[str, ...]
    kinds: Mapping[str, str]
    whole: tuple[str, ...]


def measure(metric: Metric, tables: Tables, by: tuple[str, ...], filters: Filters) -> pd.DataFrame:
    """Return the parts and values of a metric per group; see `Metric.measure`."""
    groups = tuple(name for name in dict.fromkeys(by) if name not in metric.along)
    metric.admitted((*groups, *filters.where))
    filters = replace(filters, period=metric.kind.days(filters.period))
    inside = {name: values for name, values in filters.where.items() if name not in metric.along}
    conditions = list(inside.items())
    plan = _measured(metric, tables.engine.dialect, groups, _shape(filters, conditions))
    frame = _asked(plan, tables, filters, conditions, many="client" in groups)
    frame = frame.astype(dict.fromkeys(plan.whole, "int64"))
    category = tuple(metric.along)
    answer = metric.kind.answer(frame, groups, category)
    for name in category:
        if name in filters.where:
            answer = answer[_among(answer[name], filters.where[name])]
    # Two categories may stand at one place; their names then decide, and not the engine.
    places = [place or name for name, place in metric.along.items()]
    order = list(dict.fromkeys((*groups, *places, *category)))
    ordered = answer.sort_values(order, na_position="last", kind="stable") if order else answer
    return ordered.drop(columns=[place for place in metric.along.values() if place]).reset_index(drop=True)


def worked_on(
    metric: Metric,
    tables: Tables,
    by: tuple[str, ...],
    filters: Filters,
    then: Callable[[ir.Table, tuple[str, ...]], ir.Table],
    *,
    summed: bool,
) -> pd.DataFrame:
    """Return what `then` makes of the parts per group or, if not `summed`, of the facts themselves.

    See `Metric.refined` and `Metric.folded`.
    """
    metric.admitted((*by, *filters.where))
    conditions = list(filters.where.items())
    plan = _worked_on(metric, tables.engine.dialect, by, _shape(filters, conditions), then, summed)
    return _asked(plan, tables, filters, conditions)


def cases(
    metric: Metric, tables: Tables, filters: Filters, columns: tuple[str, ...], part: str, earliest: int | None
) -> pd.DataFrame:
    """Return some columns of the facts behind a part; see `Metric.cases`."""
    metric.admitted(tuple(filters.where))
    filters = replace(filters, period=metric.kind.days(filters.period))
    conditions = list(filters.where.items())
    plan = _cases(metric, tables.engine.dialect, columns, part, earliest, _shape(filters, conditions))
    return _asked(plan, tables, filters, conditions)


def rows(
    metric: Metric, tables: Tables, filters: Filters, where: Mapping[str, Value | tuple[Value, ...]], part: str
) -> pd.DataFrame:
    """Return the rows behind one part of one group; see `Metric.rows`."""
    metric.admitted((*filters.where, *where))
    filters = replace(filters, period=metric.kind.days(filters.period))
    group = ((name, value if isinstance(value, tuple) else (value,)) for name, value in where.items())
    conditions = [*filters.where.items(), *group]
    if part not in (*metric.kind.shown, *metric.also):
        raise ValueError(f"{metric.key} has no part {part}")
    conditions = [
        (name, values) for name, values in conditions if part not in metric.kind.whole or name not in metric.along
    ]
    shape = _shape(filters, conditions)
    found = []
    for table in (*metric.counted, *([""] if metric.kind.bare else [])):
        plan = _listed(metric, tables.engine.dialect, table, part, shape)
        frame = _asked(plan, tables, filters, conditions)
        brought = tables.present(table) if table else frozenset(frame.columns)
        found.append(frame[[name for name in frame.columns if name.startswith("_") or name in brought]])
    full = [frame for frame in found if len(frame)] or found[:1]
    together = pd.concat(full, ignore_index=True)
    return together.sort_values([DATE, KEY], ascending=[False, True], ignore_index=True, kind="stable")


@lru_cache(maxsize=4096)
def _measured(metric: Metric, dialect: str, groups: tuple[str, ...], shape: Shape) -> Plan:
    facts = _narrowed(metric, (*groups, *(one.dimension for one in shape.narrowings)), shape)
    places = [place for place in metric.along.values() if place]
    answer = metric.kind.added_up(facts, (*groups, *metric.along), metric.also, places)
    parts = (*metric.kind.parts, *metric.also)
    return _compiled(answer, facts, shape, dialect, parts)


@lru_cache(maxsize=512)
def _worked_on(
    metric: Metric,
    dialect: str,
    groups: tuple[str, ...],
    shape: Shape,
    then: Callable[[ir.Table, tuple[str, ...]], ir.Table],
    summed: bool,
) -> Plan:
    facts = _narrowed(metric, (*groups, *(one.dimension for one in shape.narrowings)), shape)
    given = metric.kind.added_up(facts, (*groups, *metric.along), metric.also, ()) if summed else facts
    return _compiled(then(given, groups), facts, shape, dialect)


@lru_cache(maxsize=256)
def _cases(
    metric: Metric, dialect: str, columns: tuple[str, ...], part: str, earliest: int | None, shape: Shape
) -> Plan:
    own = tuple(name for name in columns if name not in DIMENSIONS)
    facts = _narrowed(metric, (*own, *(one.dimension for one in shape.narrowings)), shape)
    found = facts.filter(metric.kind.behind(facts, part))
    if earliest is not None:
        found = found.order_by(ibis.asc(metric.dated_by), ibis.asc(KEY)).limit(earliest)
    return _compiled(found.select(*columns), facts, shape, dialect)


@lru_cache(maxsize=4096)
def _listed(metric: Metric, dialect: str, table: str, part: str, shape: Shape) -> Plan:
    facts = _narrowed(metric, tuple(one.dimension for one in shape.narrowings), shape)
    key = [name for name in (KEY, TABLE, *metric.along) if name in facts.columns]
    cases = metric.kind.settled(facts, key, (*metric.kind.parts, *metric.also), metric.dated_by)
    cases = cases.filter(metric.kind.behind(cases, part))
    if table and TABLE in cases.columns:
        cases = cases.filter(cases[TABLE] == table)
    shown = [name for name in (*metric.kind.parts, *metric.also, *metric.along) if name in cases.columns]
    marked = {f"_{name}": cases[name] for name in shown} | {
        DATE: cases[metric.dated_by].cast("date"),
        TABLE: ibis.literal(table or None, type="string"),
    }
    if table:
        listed = cases.select(KEY, **marked).inner_join(placeholder(table), KEY)
    else:
        own = [
            name for name in TABLES[metric.counted[0]].column_keys if name in cases.columns and name not in shown
        ]
        listed = cases.filter(cases[KEY].isnull()).select(KEY, *own, **marked)
    return _compiled(listed, facts, shape, dialect)


def _narrowed(metric: Metric, names: tuple[str, ...], shape: Shape) -> ir.Table:
    wanted = tuple(dict.fromkeys(name for name in names if name not in metric.along))
    facts = attached(_facts(metric, wanted), wanted, metric.dated_by)
    day = facts[metric.dated_by].cast("date")
    conditions = [_condition(facts, one, place) for place, one in enumerate(shape.narrowings)]
    if shape.start:
        conditions.append(day >= _values("from_day", "date").as_scalar())
    if shape.end:
        conditions.append(day <= _values("to_day", "date").as_scalar())
    return facts.filter(conditions) if conditions else facts


def _facts(metric: Metric, names: Sequence[str]) -> ir.Table:
    inputs = []
    for name in metric.given:
        kept = KEPT.get(name)
        whole = kept.unbound() if kept else placeholder(name)
        table = (kept.rows_of or name) if kept else name
        columns = [*metric.needs.get(table, ()), *metric.uses.get(table, ())]
        if table in metric.counted:
            columns += [KEY, *(column for wanted in names for column in row_columns(wanted, table))]
            columns += [column for column in whole.columns if column not in TABLES[table].column_keys]
        given = whole.select(*dict.fromkeys(columns)) if columns else whole
        if table in metric.counted and len(metric.counted) > 1:
            given = given.mutate(**{TABLE: ibis.literal(table)})
        inputs.append(given)
    return metric.kind.prepared(metric.formula(*inputs))


def _condition(facts: ir.Table, one: Narrowing, place: int) -> ir.BooleanValue:
    column = facts[one.dimension]
    passed = ibis.literal(False)
    if one.named:
        passed = column.isin(_values(f"in{place}", str(column.type())))
    if one.null:
        passed = (passed | column.isnull()) if one.named else column.isnull()
    return passed


def _values(name: str, kind: str) -> ir.Column:
    return ibis.table({"value": kind}, name=name).value


def _compiled(answer: ir.Table, facts: ir.Table, shape: Shape, dialect: str, parts: Sequence[str] = ()) -> Plan:
    named = {table.name for table in answer.op().find(ops.UnboundTable)}
    given = {"from_day", "to_day"} | {f"in{place}" for place in range(len(shape.narrowings))}
    kinds = {f"in{place}": str(facts[one.dimension].type()) for place, one in enumerate(shape.narrowings)}
    whole = tuple(part for part in parts if answer[part].type().is_integer())
    return Plan(str(ibis.to_sql(answer, dialect=dialect)), tuple(sorted(named - given)), kinds, whole)


def _shape(filters: Filters, conditions: Sequence[tuple[str, Sequence[Value]]]) -> Shape:
    narrowings = tuple(
        Narrowing(name, any(not is_null(value) for value in values), any(map(is_null, values)))
        for name, values in conditions
    )
    return Shape(filters.period.start is not None, filters.period.end is not None, narrowings)


def _asked(
    plan: Plan,
    tables: Tables,
    filters: Filters,
    conditions: Sequence[tuple[str, Sequence[Value]]],
    *,
    many: bool = True,
) -> pd.DataFrame:
    for name in plan.tables:
        if name in KEPT:
            KEPT[name].make(tables)
    return tables.ask(plan.sql, plan.tables, _given(plan, filters, conditions), many=many)


def _given(plan: Plan, filters: Filters, conditions: Sequence[tuple[str, Sequence[Value]]]) -> dict[str, Given]:
    given = {}
    for place, (_, values) in enumerate(conditions):
        named = [value for value in values if not is_null(value)]
        if named:
            kind = plan.kinds[f"in{place}"]
            given[f"in{place}"] = Given(kind, [as_kind(value, kind) for value in named])
    for name, day in (("from_day", filters.period.start), ("to_day", filters.period.end)):
        if day is not None:
            given[name] = Given("date", [day])
    return given


def _among(column: pd.Series[Any], values: Sequence[Value]) -> pd.Series[bool]:
    named = [value for value in values if not is_null(value)]
    passed = column.isin(named)
    return passed | column.isna() if len(named) < len(values) else passed
