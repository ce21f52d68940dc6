"""How one figure of client development has moved from quarter to quarter, with its interval and its goal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.development import purchases
from ..model.panel import Drill, Panel, Point, Trend
from ..model.period import Period
from ..statistics.client_growth import LEAST, grew
from ..statistics.intervals import student, wilson
from ..text.dates import period_name
from ..text.numbers import k_of_n, money, number, percent
from . import development_trend_words as words
from .attention_waiting import EVER
from .context import Context
from .development_base import COMPARED, first_day
from .development_goals import goals_in
from .development_words import FIGURES
from .missing import missing_panel, nothing_panel
from .shares import rows_of

KEY: Final = "development.trend"
SHOWN: Final = 8
FEW: Final = 10
"""With fewer clients than this a quarter has no interval."""
ROMAN: Final = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class Quarter:
    """The figure of one quarter: value, interval (NaN for few), what it is in words, how many clients or orders."""

    start: date
    value: float
    low: float
    high: float
    text: str
    n: int
    drill: Drill


def trend_panel(context: Context) -> Panel:
    """Return the figure that was picked, quarter by quarter; a running quarter is hollow."""
    title = context.say(words.NAME)
    absent = missing_panel(KEY, title, METRICS[COMPARED], words.WOULD_SHOW, context)
    if absent:
        return absent
    told = [name for name in _FIGURES if not METRICS[_FIGURES[name][0]].missing(context.tables)]
    options = tuple((name, context.say(_name(name))) for name in told)
    pick = context.pick("development.figure", context.say(words.ASK), options, told[0])
    figure = _FIGURES[pick.chosen][1]
    quarters = [one for one in figure(context) if not np.isnan(one.value)][-SHOWN:]
    if not quarters:
        return replace(nothing_panel(KEY, title, context), choices=(pick,))
    share = pick.chosen in words.SHARES
    goal = _goal(pick.chosen, context)
    said = {"unfinished": context.say(words.RUNNING), "axis": "", "under": context.say(words.UNDER[pick.chosen])}
    picture = Trend(
        points=tuple(_point(one, context) for one in quarters),
        share=share,
        target=goal,
        target_text="" if goal is None else context.say(words.GOAL, goal=_said(pick.chosen, goal, context)),
        words=MappingProxyType(said),
    )
    full = [one for one in quarters if not _running(one.start, context)]
    if full:
        parts = {"quarter": period_name(_quarter(full[-1].start), context.language), "value": full[-1].text}
        title = context.say(words.TITLE, figure=context.say(_name(pick.chosen)), **parts)
    subtitle = context.say(words.SUBTITLE[pick.chosen])
    foot = f"{context.say(words.FOOT)} {context.as_of}"
    return Panel(KEY, title, subtitle, picture, foot, (pick,))


def _name(figure: str) -> Any:
    return words.REVENUE if figure == "revenue" else FIGURES[figure]


def _orders(context: Context) -> Iterator[Quarter]:
    for row in _by_quarter("sales_per_client", context):
        text = number(row.value, context.language, 1)
        drill = _way("sales_per_client", row.quarter)
        yield _made(row.quarter, row.value, row.low, row.high, text, int(row.n), drill)


def _revenue(context: Context) -> Iterator[Quarter]:
    for row in _by_quarter("sales_per_client", context):
        value = row.revenue / row.n if row.n else np.nan
        text = money(value, context.language, context.currency)
        yield _made(row.quarter, value, np.nan, np.nan, text, int(row.n), _way("sales_per_client", row.quarter))


def _groups(context: Context) -> Iterator[Quarter]:
    found = purchases(context.tables, replace(context.filters, period=EVER), "quarter").dropna(subset=["quarter"])
    per = found.groupby(["quarter", "client"], as_index=False).agg(groups=("product_group", "nunique"))
    for quarter, mine in per.groupby("quarter"):
        sums, n = mine["groups"], len(mine)
        low, high = student([sums.sum()], [(sums**2).sum()], [n])
        text = number(sums.mean(), context.language, 1)
        yield _made(quarter, sums.mean(), low[0], high[0], text, n, _way("order_value_by_group", quarter))


def _satisfied(context: Context) -> Iterator[Quarter]:
    for row in _by_quarter("satisfied", context):
        value = row.k / row.n if row.n else np.nan
        text = k_of_n(row.k, row.n, context.language)
        yield _made(row.quarter, value, row.low, row.high, text, int(row.n), _way("satisfied", row.quarter))


def _grown(context: Context) -> Iterator[Quarter]:
    first, threshold = first_day(context), context.rule("growth_threshold")
    filters = replace(context.filters, period=EVER)
    found = METRICS[COMPARED].measure(context.tables, by=("quarter", "client"), filters=filters)
    found = found[found["quarter"].notna() & found["client"].notna() & (found["before"] > LEAST)]
    for quarter, base in found.groupby("quarter"):
        start = pd.Timestamp(str(quarter)).date()
        # A year before, the whole quarter must be there; and it grows only once it is over.
        if first is None or start.replace(year=start.year - 1) < first or _running(start, context):
            continue
        k, n = int(grew(base["before"], base["now"], threshold).sum()), len(base)
        low, high = (float(bound) for bound in wilson(k, n))
        where: dict[str, Any] = {"quarter": start.isoformat(), "client": tuple(sorted(base["client"].astype(str)))}
        drill = Drill(COMPARED, MappingProxyType(where), "n", EVER)
        yield _made(quarter, k / n, low, high, k_of_n(k, n, context.language), n, drill)


def _by_quarter(key: str, context: Context) -> list[Any]:
    filters = replace(context.filters, period=EVER)
    found = METRICS[key].measure(context.tables, by=("quarter",), filters=filters)
    return rows_of(found[found["quarter"].notna()])


def _way(key: str, quarter: Any) -> Drill:
    return Drill(key, MappingProxyType({"quarter": pd.Timestamp(quarter).date().isoformat()}), "n", EVER)


def _made(quarter: Any, value: float, low: float, high: float, text: str, n: int, drill: Drill) -> Quarter:
    known = n >= FEW
    start = pd.Timestamp(quarter).date()
    return Quarter(start, float(value), low if known else np.nan, high if known else np.nan, text, n, drill)


def _quarter(start: date) -> Period:
    following = date(start.year + (start.month + 2) // 12, (start.month + 2) % 12 + 1, 1)
    return Period(start, following - timedelta(days=1))


def _running(start: date, context: Context) -> bool:
    end = _quarter(start).end
    return end is not None and end > context.today


def _point(one: Quarter, context: Context) -> Point:
    at = (one.start.month - 1) // 3
    label = context.say(words.ON_AXIS, roman=ROMAN[at], n=str(at + 1), year=f"{one.start.year % 100:02}")
    return Point(
        label=label,
        value=one.value,
        text=f"{period_name(_quarter(one.start), context.language)}: {one.text}",
        drill=one.drill,
        low=None if np.isnan(one.low) else float(one.low),
        high=None if np.isnan(one.high) else float(one.high),
        under=number(one.n, context.language),
        unfinished=_running(one.start, context),
    )


def _goal(figure: str, context: Context) -> float | None:
    """Return the goal of everybody for the figure, where the table of goals has one."""
    if not context.tables.present("targets"):
        return None
    goals, _ = goals_in(context)
    return next((one.value for one in goals if one.figure == figure and one.segment is None), None)


def _said(figure: str, value: float, context: Context) -> str:
    return percent(value, context.language) if figure in words.SHARES else number(value, context.language, 1)


_FIGURES: Final[dict[str, tuple[str, Callable[[Context], Iterator[Quarter]]]]] = {
    "orders": ("sales_per_client", _orders),
    "revenue": ("sales_per_client", _revenue),
    "groups": ("order_value_by_group", _groups),
    "grown": (COMPARED, _grown),
    "satisfied": ("satisfied", _satisfied),
}
"""The figures that can be followed: the number that they come from, and how."""
