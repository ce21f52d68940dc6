"""Coverage week by week over the bounds that it leaves for satisfaction: the headline of the page."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Coverage, Drill, Panel, Within
from ..statistics.nonresponse import share_bounds
from ..text.dates import week_label
from ..text.numbers import counts, k_of_n, number, percent
from ..text.plural import WEEKS, counted
from . import survey_words as words
from .context import BY_COMPLETION, Context
from .missing import nothing_panel
from .shares import rows_of
from .surveys_by_week import (
    COMPLETED,
    RUNNING,
    TARGET,
    WEEK,
    WEEKS_SHOWN,
    meets,
    point,
    unfinished_week,
    weeks_panel,
)

KEY: Final = "surveys.bounds"
GATE: Final = 10


def bounds_panel(context: Context) -> Panel:
    """Return coverage by week with the bounds under it; without ratings coverage alone."""
    satisfied = METRICS["satisfied"]
    if satisfied.missing(context.tables):
        return weeks_panel(context)
    metric, language = METRICS["survey_coverage"], context.language
    asked = metric.measure(context.tables, by=("week",), filters=context.filters)
    asked = asked[asked["week"].notna() & (asked["n"] > 0)].tail(WEEKS_SHOWN)
    if asked.empty:
        return nothing_panel(KEY, context.say(words.BOUNDS_NAME), context)
    rated = satisfied.measure(context.tables, by=("week",), filters=context.filters).set_index("week")
    rows = rows_of(asked)
    within = tuple(_within(row.week, rated.loc[row.week], context) for row in rows)
    target = percent(metric.target, language)
    picture = Coverage(
        points=tuple(point(row, context) for row in rows),
        within=within,
        target=metric.target,
        target_text=context.say(TARGET, target=target),
        words=MappingProxyType(
            {
                "asked": context.say(words.HEAD_ASKED),
                "within": context.say(words.HEAD_WITHIN),
                "unfinished": context.say(RUNNING),
                "axis": context.say(WEEK),
                "under": context.say(COMPLETED),
                "most": context.say(words.END_MOST),
                "value": context.say(words.END_VALUE),
                "least": context.say(words.END_LEAST),
            }
        ),
    )
    subtitle = context.say(
        words.BOUNDS_SUBTITLE,
        date=context.say(BY_COMPLETION),
        weeks=counted(len(rows), language, WEEKS),
        period=context.period,
    )
    foot = f"{context.say(words.BOUNDS_FOOT)} {context.as_of}"
    return Panel(KEY, _title(rows, within, target, context), subtitle, picture, foot)


def _within(week: Any, row: pd.Series[Any], context: Context) -> Within | None:
    monday = pd.Timestamp(week).date()
    if unfinished_week(monday, context.today) or row["completed"] < GATE or not row["n"]:
        return None
    low, high = (float(bound) for bound in share_bounds(row["k"], row["n"], row["completed"]))
    language = context.language
    said = context.say(
        words.WEEK_SATISFIED,
        week=week_label(monday, language),
        share=k_of_n(float(row["k"]), float(row["n"]), language),
        low=number(low * 100, language),
        high=percent(high, language),
    )
    drill = Drill("satisfied", MappingProxyType({"week": monday.isoformat()}))
    return Within(float(row["value"]), low, high, said, drill)


def _title(rows: list[Any], within: tuple[Within | None, ...], target: str, context: Context) -> str:
    full = [
        (row, bounds)
        for row, bounds in zip(rows, within, strict=True)
        if not unfinished_week(pd.Timestamp(row.week).date(), context.today)
    ]
    last, bounds = full[-1] if full else (None, None)
    if last is None or bounds is None:
        return weeks_panel(context).title
    language = context.language
    said = {"low": number(bounds.least * 100, language), "high": percent(bounds.most, language), "target": target}
    if meets(last.k, last.n):
        return context.say(words.BOUNDS_MET, **said)
    streak = next((at for at, (row, _) in enumerate(reversed(full)) if meets(row.k, row.n)), len(full))
    if streak < 2:
        return context.say(words.BOUNDS_UNDER, last=counts(last.k, last.n, language), **said)
    return context.say(words.BOUNDS_STREAK, weeks=counted(streak, language, WEEKS), **said)
