"""Revenue month by month, for whoever keeps orders."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Drill, Panel, Point, Trend
from ..model.text import Text
from ..text.dates import month_of_year, month_on_axis
from ..text.numbers import money, money_scale, number, signed_percent
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of

MONTHS_SHOWN: Final = 18
NAME: Final = Text(ru="Выручка по месяцам", en="Revenue by month", bg="Приходи по месеци")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, как выручка меняется от месяца к месяцу.",
    en="You would see how revenue moves from month to month.",
    bg="Тук ще се вижда как приходите се менят от месец на месец.",
)
TITLE: Final = Text(
    ru="{month}: выручка {money}, {change} к прошлому месяцу",
    en="{month}: revenue of {money}, {change} on the month before",
    bg="{month}: приходи {money}, {change} спрямо предишния месец",
)
FIRST: Final = Text(ru="{month}: выручка {money}", en="{month}: revenue of {money}", bg="{month}: приходи {money}")
SUBTITLE: Final = Text(
    ru="Сумма заказов за вычетом возвратов, по дате заказа, {period}",
    en="Orders less returns, by order date, {period}",
    bg="Поръчки без връщанията, по дата на поръчка, {period}",
)
ORDERS: Final = Text(ru="заказов", en="orders", bg="поръчки")
RUNNING: Final = Text(ru="месяц идёт", en="month in progress", bg="месецът тече")
FOOT: Final = Text(
    ru="Полый кружок: месяц не закончен, с прошлыми его не сравнивают.",
    en="A hollow dot: the month is not over and is not compared.",
    bg="Празно кръгче: месецът не е приключил и не се сравнява.",
)


def revenue_panel(context: Context) -> Panel:
    """Return revenue by month of ordering; the title compares the last two whole months."""
    metric, title, key = METRICS["revenue"], context.say(NAME), "overview.revenue_months"
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    months = metric.measure(context.tables, by=("month",), filters=context.filters)
    months = months[months["month"].notna() & (months["n"] > 0)].tail(MONTHS_SHOWN)
    if months.empty:
        return nothing_panel(key, title, context)
    scale = money_scale(float(months["total"].abs().max()))
    points = tuple(_point(row, scale, context) for row in rows_of(months))
    words = {"unfinished": context.say(RUNNING), "under": context.say(ORDERS), "axis": ""}
    ticks = tuple(
        (value, money(value, context.language, context.currency, scale=scale)) for value in _ticks(months)
    )
    picture = Trend(points, share=False, axis_texts=ticks, words=MappingProxyType(words))
    foot = f"{context.say(FOOT)} {context.as_of}"
    return Panel(key, _title(months, context), context.say(SUBTITLE, period=context.period), picture, foot)


def unfinished_month(month: date, today: date) -> bool:
    """Whether a month, given by its first day, is not over on the day on which the data ends."""
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return (following - today).days > 1


def _ticks(months: pd.DataFrame) -> list[float]:
    top = float(months["total"].max())
    step = 10.0 ** (len(str(int(max(top, 1)))) - 1)
    step = step / 2 if top / step < 3 else step
    return [step * at for at in range(int(top / step) + 2)]


def _point(row: Any, scale: int, context: Context) -> Point:
    month = pd.Timestamp(row.month).date()
    worth = money(float(row.total), context.language, context.currency, scale=scale)
    return Point(
        label=month_on_axis(month, context.language),
        value=float(row.total),
        text=f"{month_of_year(month, context.language)}: {worth}",
        drill=Drill("revenue", MappingProxyType({"month": month.isoformat()}), "total"),
        under=number(row.n, context.language),
        unfinished=unfinished_month(month, context.today),
    )


def _title(months: pd.DataFrame, context: Context) -> str:
    full = [row for row in rows_of(months) if not unfinished_month(pd.Timestamp(row.month).date(), context.today)]
    if not full:
        return context.say(NAME)
    name = month_of_year(pd.Timestamp(full[-1].month).date(), context.language)
    parts = {
        "month": name[:1].upper() + name[1:],
        "money": money(float(full[-1].total), context.language, context.currency),
    }
    if len(full) < 2 or not full[-2].total:
        return context.say(FIRST, **parts)
    change = signed_percent(full[-1].total / full[-2].total - 1, context.language)
    return context.say(TITLE, **parts, change=change)
