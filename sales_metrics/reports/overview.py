"""The overview: five key figures with target, change and trend, and the two series the meeting begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.declaration import Metric
from ..model.panel import Card, Drill, Empty, Panel, Verdict
from ..model.period import Period
from ..model.text import Text
from ..model.unit import Better, Unit
from ..statistics.difference import square_and_add
from ..text.dates import period_name
from ..text.metrics import target_text, value_text
from ..text.numbers import counts, interval_percent, signed_percent
from .context import Context
from .funnel_steps import steps_panel
from .revenue import revenue_panel
from .shares import rows_of
from .surveys_by_week import weeks_panel
from .win_rate_months import month_panel

CARDS: Final = 5
CANDIDATES: Final = (
    ("revenue", ""),
    ("won_amount", "funnel"),
    ("win_rate", "funnel"),
    ("average_won_deal", "funnel"),
    ("meetings_per_day", ""),
    ("survey_coverage", "surveys"),
    ("sales_cycle", "funnel"),
    ("calls_per_day", ""),
    ("sales_per_client", ""),
)
"""In the order in which they are wanted, each with the page that tells more; the first five that the data allow."""
MONTHS_OF_TREND: Final = 13

WAS: Final = Text(
    ru="{sign} было {before} ({period})", en="{sign} was {before} ({period})", bg="{sign} беше {before} ({period})"
)
SAME_DAYS: Final = Text(ru="столько же дней: {period}", en="as many days: {period}", bg="толкова дни: {period}")
NO_BEFORE: Final = Text(ru="сравнить не с чем", en="nothing to compare with", bg="няма с какво да се сравни")
OF_TARGET: Final = Text(ru="цель {target}", en="target {target}", bg="цел {target}")
NO_CASES: Final = Text(ru="нет случаев", en="no cases", bg="няма случаи")
SIGNS: Final = {
    Verdict.BETTER: "▲",
    Verdict.WORSE: "▼",
    Verdict.SAME: "=",
    Verdict.CANNOT_TELL: "?",
    Verdict.NONE: "",
}


def overview(context: Context) -> tuple[Panel, ...]:
    """Return the pictures below the cards, of those that the data allow."""
    # What is set on the funnel's own page stays there: the overview asks nothing and shows what holds by default.
    steps = replace(steps_panel(replace(context, choices=MappingProxyType({}))), choices=())
    made = (steps, month_panel(context), revenue_panel(context), weeks_panel(context))
    return tuple(panel for panel in made if not isinstance(panel.picture, Empty)) or made[:1]


def cards(context: Context) -> tuple[Panel, ...]:
    """Return at most five key figures, for the chosen period or else for the last whole month of the data."""
    period = chosen_period(context)
    there = [(METRICS[key], page) for key, page in CANDIDATES if _can_be_shown(METRICS[key], context)]
    # Revenue and won amount are two answers to one question; orders, where there are any, are the better one.
    keys = {metric.key for metric, _ in there}
    there = [(metric, page) for metric, page in there if not (metric.key == "won_amount" and "revenue" in keys)]
    return tuple(_card(metric, page, period, context) for metric, page in there[:CARDS])


def same_days(period: Period, today: date) -> Period | None:
    """Return the period before; of one that is still running only as many days as have passed of this one."""
    previous = period.previous()
    if previous is None or period.start is None or period.end is None or previous.start is None:
        return previous
    if period.end <= today or today < period.start:
        return previous
    end = previous.start + (today - period.start)
    return Period(previous.start, min(end, previous.end or end))


def _can_be_shown(metric: Metric, context: Context) -> bool:
    # A working day has no channel: a number per day says nothing of a filter by channel, and stands aside.
    narrowed = all(name in metric.breakdowns for name in context.filters.where)
    return narrowed and not metric.missing(context.tables)


def chosen_period(context: Context) -> Period:
    """Return the period of the filters if it has both ends, else the last month that is over by the data's end."""
    if context.filters.period.bounded:
        return context.filters.period
    first = context.today.replace(day=1)
    this = Period.month(f"{first:%Y-%m}")
    if this.end == context.today:
        return this
    return this.previous() or this


def _card(metric: Metric, page: str, period: Period, context: Context) -> Panel:
    unfinished = bool(period.end and period.end > context.today)
    previous = same_days(period, context.today)
    now = _measured(metric, period, context)
    before = _measured(metric, previous, context) if previous else None
    verdict = compared(metric, now, before)
    picture = Card(
        value_text=_value(metric, now, context)
        if now.enough and not pd.isna(now.value)
        else counts_or_none(now, context),
        line="\n".join(
            part
            for part in (_counted(metric, now, context), _line(metric, before, now, previous, verdict, context))
            if part
        ),
        verdict=verdict,
        series=_series(metric, period, context),
        target=metric.target,
        unfinished=unfinished,
        drill=Drill(metric.key, part="total" if "total" in metric.kind.parts else "n"),
        page=page,
    )
    return Panel(
        f"overview.{metric.key}", metric.name.in_(context.language), period_name(period, context.language), picture
    )


def _measured(metric: Metric, period: Period, context: Context) -> Any:
    found = metric.measure(context.tables, filters=replace(context.filters, period=period))
    return rows_of(found)[0]


def _value(metric: Metric, row: Any, context: Context) -> str:
    value = None if pd.isna(row.value) else float(row.value)
    return value_text(value, metric.unit, context.language, context.currency)


def counts_or_none(row: Any, context: Context) -> str:
    """Return the bare counts of a share that is below its gate, or a dash."""
    return counts(row.k, row.n, context.language) if "k" in row._fields and row.n else "—"


def _counted(metric: Metric, row: Any, context: Context) -> str:
    if metric.unit is Unit.SHARE and row.enough:
        return f"{counts(row.k, row.n, context.language)} {interval_percent(row.low, row.high, context.language)}"
    return "" if row.n else context.say(NO_CASES)


def compared(metric: Metric, now: Any, before: Any) -> Verdict:
    """Return whether a number moved for the better, for the worse, or cannot be told; totals are not judged."""
    if before is None or metric.better is Better.NEITHER or not (now.enough and before.enough):
        return Verdict.NONE
    if any(pd.isna(part) for part in (now.value, now.low, before.value, before.low)):
        return Verdict.NONE
    low, high = square_and_add(now.value, now.low, now.high, before.value, before.low, before.high)
    if low <= 0 <= high:
        return Verdict.CANNOT_TELL
    risen = low > 0
    return Verdict.BETTER if risen == (metric.better is Better.HIGHER) else Verdict.WORSE


def _line(
    metric: Metric, before: Any, now: Any, previous: Period | None, verdict: Verdict, context: Context
) -> str:
    target = (
        context.say(OF_TARGET, target=target_text(metric.target, metric.unit, context.language))
        if metric.target is not None
        else ""
    )
    if before is None or previous is None or not before.n or pd.isna(before.value):
        return target or context.say(NO_BEFORE)
    sign = SIGNS[verdict]
    if verdict is Verdict.NONE and before.value and not pd.isna(now.value):
        sign = signed_percent(now.value / before.value - 1, context.language)
    name = period_name(previous, context.language)
    if context.filters.period.bounded and previous != context.filters.period.previous():
        name = context.say(SAME_DAYS, period=name)
    was = context.say(WAS, sign=sign, before=_value(metric, before, context), period=name).strip()
    return f"{was}\n{target}" if target else was


def _series(metric: Metric, period: Period, context: Context) -> tuple[float | None, ...]:
    end = min(period.end or context.today, context.today)
    first = _months_before(end, MONTHS_OF_TREND - 1)
    found = metric.measure(
        context.tables, by=("month",), filters=replace(context.filters, period=Period(first, end))
    )
    by_month = {pd.Timestamp(row.month).date(): row for row in rows_of(found) if not pd.isna(row.month)}
    values: list[float | None] = []
    for back in range(MONTHS_OF_TREND - 1, -1, -1):
        row = by_month.get(_months_before(end, back))
        values.append(float(row.value) if row is not None and row.enough and not pd.isna(row.value) else None)
    return tuple(values)


def _months_before(day: date, months: int) -> date:
    place = day.year * 12 + day.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)
