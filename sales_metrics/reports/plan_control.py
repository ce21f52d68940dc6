"""The plan of a department or a region: what was to be reached by which day, and whether it was.

The fact is measured by the metric that the measure names, over the days up to the control date and never beyond the
last day of the data, so it is the figure that other pages show for these days.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS, Metric, PerDay
from ..metrics.dimensions import sources
from ..metrics.filters import Filters
from ..metrics.plan_targets import control_figures_in
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel, Verdict
from ..model.period import Period
from ..model.unit import Better, Unit
from ..text.dates import day
from ..text.metrics import value_text
from ..text.numbers import counts, k_of_n, money, money_scale, number, percent
from . import plan_beside_words as words
from .context import Context, remembered
from .missing import missing_panel
from .shares import rows_of

KEY: Final = "plans.control"
PERCENT_ABOVE: Final = 2.0
"""A share beyond this was meant in percent."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One control figure: whether its day has come, its target and fact (`None`: unknown), and how it reads."""

    on: date
    come: bool
    met: bool | None
    cells: tuple[str, ...]
    drill: Drill


def control_panel(context: Context) -> Panel:
    """Return a row per control figure, the earliest day first."""
    title, metric = context.say(words.CONTROL_NAME), METRICS["control_figures_set"]
    absent = missing_panel(KEY, title, metric, words.CONTROL_WOULD, context)
    if absent:
        return absent
    rows = control_figures_in(context.tables)
    if rows.empty:
        return Panel(KEY, title, "", Empty(context.say(words.CONTROL_NONE), context.say(words.CONTROL_HINT)))
    names = _named()
    figures = [_figure(row, names.get(str(row.measure).strip().casefold()), context) for row in rows_of(rows)]
    judged = [one.met for one in figures if one.come and one.met is not None]
    ahead = [one.on for one in figures if not one.come]
    if judged:
        title = context.say(words.CONTROL_TITLE, share=counts(sum(judged), len(judged), context.language))
    elif ahead and not any(one.come for one in figures):
        title = context.say(words.CONTROL_AHEAD, day=day(min(ahead), context.language))
    else:
        title = context.say(words.CONTROL_UNKNOWN)
    aligned = (Align.LEFT, Align.LEFT, Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT)
    columns = tuple(
        ListColumn(context.say(head), align) for head, align in zip(words.CONTROL_HEADS, aligned, strict=True)
    )
    listed = tuple(ListRow(one.cells, one.drill, _verdict(one)) for one in figures)
    subtitle = context.say(words.CONTROL_SUBTITLE, day=day(context.today, context.language))
    return Panel(
        KEY, title, subtitle, Listing(columns, listed), f"{context.say(words.CONTROL_FOOT)} {context.as_of}"
    )


def _named() -> dict[str, Metric]:
    """Return the metrics by key and by name in any language, whatever the case."""
    return {said.casefold(): metric for metric in METRICS.values() for said in (metric.key, *metric.name.all())}


def _verdict(one: Figure) -> Verdict:
    if not one.come or one.met is None:
        return Verdict.NONE
    return Verdict.BETTER if one.met else Verdict.WORSE


def _figure(row: Any, metric: Metric | None, context: Context) -> Figure:
    on = row.due_on.date()
    whose = tuple(str(part) for part in (row.team, row.region) if not pd.isna(part))
    said = (", ".join(whose) or context.say(words.EVERYBODY), row.target)
    measured = None if metric is None else _measured(row, metric, context)
    if metric is None or measured is None:
        return _typed(row, on, said, metric, context)
    period, where, drill = measured
    come, unit = on <= context.today, metric.unit
    target = None if pd.isna(row.target) else float(row.target)
    if unit is Unit.SHARE and target is not None and target > PERCENT_ABOVE:
        target /= 100
    found = _measure(context, metric.key, period, tuple(where.items()))
    fact = None if pd.isna(found.value) or not found.n or not found.enough else float(found.value)
    met = None if fact is None or target is None else _met(fact, target, metric.better)
    if not found.n:
        state = context.say(words.NOTHING) if come else context.say(words.TO_COME)
    elif fact is None:
        n = counts(found.k, found.n, context.language) if hasattr(found, "k") else number(found.n, context.language)
        state = context.say(words.FEW, n=n)
    else:
        state = _state(come, met, fact, target, metric.better, context)
    shown = [_said(value, unit, max(target or 0, fact or 0), context) for value in (target, fact)]
    if fact is not None and unit is Unit.SHARE and hasattr(found, "k"):
        shown[1] = k_of_n(found.k, found.n, context.language)
    name = metric.name.in_(context.language)
    return Figure(on, come, met, (day(on, context.language), name, said[0], *shown, state), drill)


def _measured(
    row: Any, metric: Metric, context: Context
) -> tuple[Period, dict[str, tuple[str | None, ...]], Drill] | None:
    """Return the days and the groups that a figure is of, with the way there; `None` if it cannot be measured."""
    on = row.due_on.date()
    start = date(on.year, 1, 1) if pd.isna(row.from_on) else row.from_on.date()
    end = min(on, context.today)
    if metric.along or metric.missing(context.tables) or start > end:
        return None
    period = Period(start, end)
    where: dict[str, tuple[str | None, ...]] = {}
    for name in ("team", "region"):
        wanted = getattr(row, name)
        if pd.isna(wanted):
            continue
        if name not in metric.breakdowns_in(context.tables):
            return None
        where[name] = tuple(one for one in _known(context, name, metric.counted) if _within(one, str(wanted)))
    part = "k" if isinstance(metric.kind, PerDay) else "n"
    return period, where, Drill(metric.key, MappingProxyType(dict(where)), part, period, unfiltered=True)


@remembered
def _measure(
    context: Context, key: str, period: Period, where: tuple[tuple[str, tuple[str | None, ...]], ...]
) -> Any:
    """Return the one row of a metric over some days and groups, whatever the filters of the page."""
    return rows_of(METRICS[key].measure(context.tables, filters=Filters(period, dict(where))))[0]


@remembered
def _known(context: Context, name: str, counted: tuple[str, ...]) -> tuple[str, ...]:
    """Return the teams or regions that the data have."""
    tables = context.tables
    found: set[str] = set()
    for table, column in sources(name, counted):
        if column in tables.present(table):
            values = tables.fetch(tables[table].select(value=tables[table][column]).distinct())["value"]
            found |= {str(value) for value in values.dropna()}
    return tuple(sorted(found))


def _within(place: str, wanted: str) -> bool:
    """Whether a place is the wanted one or lies in it: "Munster / County Cork" lies in "Munster"."""
    place, wanted = place.strip().casefold(), wanted.strip().casefold()
    return place == wanted or place.startswith(f"{wanted} /")


def _met(fact: float, target: float, better: Better) -> bool:
    return fact <= target + 1e-9 if better is Better.LOWER else fact >= target - 1e-9


def _state(
    come: bool, met: bool | None, fact: float, target: float | None, better: Better, context: Context
) -> str:
    if target is None:
        return context.say(words.NO_FIGURE)
    state = context.say(words.TO_COME if not come else words.MET if met else words.NOT_MET)
    if better is Better.LOWER or target <= 0:
        return state
    # What falls short is never written as the whole.
    short = not met and round(fact / target, 2) >= 1
    share = percent(min(fact / target, 0.999) if short else fact / target, context.language, 1 if short else 0)
    return context.say(words.PART, state=state, share=share)


def _said(value: float | None, unit: Unit, largest: float, context: Context) -> str:
    """Return a figure or a fact, both sums of a row in one unit and exact enough to tell them apart."""
    if value is None:
        return "–"
    if unit is Unit.MONEY:
        scale = money_scale(largest)
        return money(value, context.language, context.currency, scale=scale, decimals=2 if scale else 0)
    return value_text(value, unit, context.language, context.currency)


def _typed(row: Any, on: date, said: tuple[str, Any], metric: Metric | None, context: Context) -> Figure:
    """Return a figure that only a person can measure, or whose days have not begun."""
    come, lang = on <= context.today, context.language
    target = None if pd.isna(row.target) else float(row.target)
    fact = None if pd.isna(row.fact) else float(row.fact)
    met = None if fact is None or target is None else _met(fact, target, metric.better if metric else Better.HIGHER)
    if fact is None:
        state = context.say(words.UNMEASURED if come else words.TO_COME)
    else:
        state = _state(come, met, fact, target, metric.better if metric else Better.HIGHER, context)
    typed = "–" if fact is None else context.say(words.TYPED, fact=_plain(fact, context))
    name = str(row.measure) if metric is None else metric.name.in_(lang)
    cells = (day(on, lang), name, said[0], "–" if target is None else _plain(target, context), typed, state)
    where = {
        "measure": str(row.measure),
        "of_team": None if pd.isna(row.team) else str(row.team),
        "region": None if pd.isna(row.region) else str(row.region),
    }
    drill = Drill("control_figures_set", MappingProxyType(where), "n", Period(on, on), unfiltered=True)
    return Figure(on, come, met, cells, drill)


def _plain(value: float, context: Context) -> str:
    return number(value, context.language, 0 if value.is_integer() else 2)
