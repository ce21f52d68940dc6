"""How the win rate moves from month to month."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Panel, Trend
from ..model.text import Text
from .context import BY_CLOSING, Context
from .missing import missing_panel, nothing_panel
from .month_shares import last_month_title, share_point
from .revenue import unfinished_month
from .shares import rows_of
from .win_rates import SUBTITLE_WON, nothing_lost

MONTHS_SHOWN: Final = 18

MONTHS_NAME: Final = Text(ru="Доля выигранных по месяцам", en="Win rate by month", bg="Дял спечелени по месеци")
WOULD_SHOW_MONTHS: Final = Text(
    ru="Здесь будет видно, как доля выигранных меняется от месяца к месяцу.",
    en="You would see how the win rate moves from month to month.",
    bg="Тук ще се вижда как дялът спечелени се мени от месец на месец.",
)
MONTH_ROSE: Final = Text(
    ru="{month}: выиграно {share}; это больше, чем за предыдущие месяцы",
    en="{month}: {share} won, more than in the months before",
    bg="{month}: спечелени {share}; повече от предишните месеци",
)
MONTH_FELL: Final = Text(
    ru="{month}: выиграно {share}; это меньше, чем за предыдущие месяцы",
    en="{month}: {share} won, less than in the months before",
    bg="{month}: спечелени {share}; по-малко от предишните месеци",
)
MONTH_SAME: Final = Text(
    ru="{month}: выиграно {share}; от прежних месяцев доказанно не отличается",
    en="{month}: {share} won; not proven to differ from the months before",
    bg="{month}: спечелени {share}; не е доказано, че се различава от предишните",
)
RUNNING: Final = Text(ru="месяц идёт", en="month in progress", bg="месецът тече")
CLOSED: Final = Text(ru="закрыто сделок", en="deals closed", bg="приключени сделки")
FOOT_MONTHS: Final = Text(
    ru="Серая черта: 95 % интервал. Полый кружок: месяц не закончен.",
    en="Grey line: 95% interval. A hollow dot: the month is not over.",
    bg="Сива черта: 95% интервал. Празно кръгче: месецът не е приключил.",
)


def month_panel(context: Context) -> Panel:
    """Return the win rate by month of closing, and whether the last whole month differs from those before."""
    metric, key, title = METRICS["win_rate"], "funnel.months", context.say(MONTHS_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW_MONTHS, context) or nothing_lost(key, title, context)
    if absent:
        return absent
    months = metric.measure(context.tables, by=("month",), filters=context.filters)
    months = months[months["month"].notna() & (months["n"] > 0)].tail(MONTHS_SHOWN)
    if months.empty:
        return nothing_panel(key, title, context)
    rows = [(pd.Timestamp(row.month).date(), row) for row in rows_of(months)]
    running = {month for month, _ in rows if unfinished_month(month, context.today)}
    picture = Trend(
        points=tuple(share_point(row, at, metric.key, context, unfinished=at in running) for at, row in rows),
        share=True,
        words=MappingProxyType({"unfinished": context.say(RUNNING), "under": context.say(CLOSED), "axis": ""}),
    )
    subtitle = context.say(SUBTITLE_WON, date=context.say(BY_CLOSING), period=context.period)
    full = [row for month, row in rows if month not in running]
    title = last_month_title(full, context, name=MONTHS_NAME, rose=MONTH_ROSE, fell=MONTH_FELL, same=MONTH_SAME)
    return Panel(key, title, subtitle, picture, f"{context.say(FOOT_MONTHS)} {context.as_of}")
