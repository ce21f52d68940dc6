"""Conversion by the month in which deals were started, each month given the same time."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.pace import pace_of
from ..model.panel import Drill, Panel, Point, Trend
from ..model.text import Text
from ..text.dates import day, month_of_year, month_on_axis
from ..text.numbers import number
from ..text.plural import DAYS, counted
from .context import BY_CREATION, Context
from .missing import missing_panel, nothing_panel
from .month_shares import last_month_title, share_point
from .revenue import unfinished_month
from .shares import rows_of

KEY: Final = "pipeline.months"
MONTHS_SHOWN: Final = 18
NAME: Final = Text(
    ru="Конверсия по месяцу начала", en="Conversion by starting month", bg="Конверсия по месец на започване"
)
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, какая часть начатых сделок выиграна за равный срок.",
    en="You would see what share of the deals started was won within the same time.",
    bg="Тук ще се вижда каква част от започнатите сделки е спечелена в еднакъв срок.",
)
SUBTITLE: Final = Text(
    ru="Выиграно за {days} из начатых сделок, {date}, {period}",
    en="Won within {days} of the deals started, {date}, {period}",
    bg="Спечелени до {days} от започнатите сделки, {date}, {period}",
)
ROSE: Final = Text(
    ru="{month}: выиграно {share} начатых; это больше, чем из начатых раньше",
    en="{month}: {share} of those started were won, more than of those before",
    bg="{month}: спечелени {share} от започнатите; повече от по-ранните",
)
FELL: Final = Text(
    ru="{month}: выиграно {share} начатых; это меньше, чем из начатых раньше",
    en="{month}: {share} of those started were won, less than of those before",
    bg="{month}: спечелени {share} от започнатите; по-малко от по-ранните",
)
SAME: Final = Text(
    ru="{month}: выиграно {share} начатых; доказанной разницы с прежними нет",
    en="{month}: {share} of those started were won; no proven difference from before",
    bg="{month}: спечелени {share} от започнатите; няма доказана разлика с по-ранните",
)
YOUNG: Final = Text(ru="срок ещё не вышел", en="still within the window", bg="срокът още тече")
STARTED: Final = Text(ru="сделок", en="deals", bg="сделки")
FOOT: Final = Text(
    ru="Срок {days}: за столько выиграны девять из десяти выигранных сделок, но не меньше {least}; его можно "
    "задать. Полый кружок: у части сделок месяца срок не вышел, считаны те, у кого вышел. Месяцы без кружка ещё "
    "рано считать: начаты после {day}.",
    en="The window is {days}: nine in ten of the won deals were won in that time, {least} at least; it can be set. "
    "A hollow dot: part of the month is still within it, and only the rest is counted. Months without a dot are "
    "too young: started after {day}.",
    bg="Срокът е {days}: в него са спечелени девет от десет спечелени сделки, но поне {least}; може да се зададе. "
    "Празно кръгче: част от месеца е още в срока и се брои само останалото. Месеците без кръгче са твърде млади: "
    "започнати след {day}.",
)
FOOT_SET: Final = Text(
    ru="Срок {days} задан в правилах. Полый кружок: у части сделок месяца срок не вышел, считаны те, у кого вышел. "
    "Месяцы без кружка ещё рано считать: начаты после {day}.",
    en="The window of {days} is set in the rules. A hollow dot: part of the month is still within it, and only the "
    "rest is counted. Months without a dot are too young: started after {day}.",
    bg="Срокът от {days} е зададен в правилата. Празно кръгче: част от месеца е още в срока и се брои само "
    "останалото. Месеците без кръгче са твърде млади: започнати след {day}.",
)


def months_panel(context: Context) -> Panel:
    """Return the conversion of each starting month; the title judges the last one that has had its time."""
    metric, title = METRICS["window_conversion"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, by=("month",), filters=context.filters)
    started = METRICS["followed_deals"].measure(context.tables, by=("month",), filters=context.filters)
    started = started[started["month"].notna() & (started["n"] > 0)].tail(MONTHS_SHOWN)
    if started.empty:
        return nothing_panel(KEY, title, context)
    window = pace_of(context.tables).window
    cut = context.today - timedelta(days=window)
    had = {pd.Timestamp(row.month).date(): row for row in rows_of(found) if row.n and not pd.isna(row.month)}
    points, full = [], []
    for row in rows_of(started):
        month = pd.Timestamp(row.month).date()
        young = unfinished_month(month, cut)
        points.append(_point(month, had.get(month), row, context, young=young))
        if month in had and not young:
            full.append(had[month])
    days = counted(window, context.language, DAYS)
    words = {"unfinished": context.say(YOUNG), "under": context.say(STARTED), "axis": ""}
    least = counted(int(context.rule("conversion_window_least")), context.language, DAYS)
    foot = FOOT_SET if context.rule("conversion_window") else FOOT
    said = context.say(foot, days=days, least=least, day=day(cut, context.language))
    return Panel(
        key=KEY,
        title=last_month_title(full, context, name=NAME, rose=ROSE, fell=FELL, same=SAME),
        subtitle=context.say(SUBTITLE, days=days, date=context.say(BY_CREATION), period=context.period),
        picture=Trend(points=tuple(points), share=True, words=MappingProxyType(words)),
        foot=f"{said} {context.as_of}",
    )


def _point(month: date, row: Any, started: Any, context: Context, *, young: bool) -> Point:
    if row is not None:
        return share_point(row, month, "window_conversion", context, unfinished=young)
    # Nobody has had the whole window: the month is there with its deals, and without a share.
    text = f"{month_of_year(month, context.language)}: {context.say(YOUNG)}"
    drill = Drill("followed_deals", MappingProxyType({"month": month.isoformat()}))
    under = number(started.n, context.language)
    return Point(month_on_axis(month, context.language), None, text, drill, under=under, unfinished=True)
