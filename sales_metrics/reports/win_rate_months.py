"""How the win rate moves from month to month."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Drill, Panel, Point, Trend, Verdict
from ..model.text import Text
from ..statistics.comparison import two
from ..text.dates import month_name, month_of_year
from ..text.numbers import k_of_n, number
from .context import BY_CLOSING, Context
from .missing import missing_panel, nothing_panel
from .revenue import unfinished_month
from .shares import rows_of, share_of, share_text, verdict_of
from .win_rates import SUBTITLE_WON, band_of, nothing_lost

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
    picture = Trend(
        points=tuple(_month_point(row, context) for row in rows_of(months)),
        share=True,
        words=MappingProxyType({"unfinished": context.say(RUNNING), "under": context.say(CLOSED), "axis": ""}),
    )
    subtitle = context.say(SUBTITLE_WON, date=context.say(BY_CLOSING), period=context.period)
    return Panel(
        key, _months_title(months, context), subtitle, picture, f"{context.say(FOOT_MONTHS)} {context.as_of}"
    )


def _month_point(row: Any, context: Context) -> Point:
    share, month = share_of(row), pd.Timestamp(row.month).date()
    label = month_name(month.month, context.language)
    return Point(
        label=f"{label} {month.year}" if month.month == 1 else label,
        value=share.value,
        text=f"{month_of_year(month, context.language)}: {share_text(share, context.language, interval=True)}",
        drill=Drill("win_rate", MappingProxyType({"month": month.isoformat()})),
        low=share.low,
        high=share.high,
        under=number(share.n, context.language),
        unfinished=unfinished_month(month, context.today),
    )


def _months_title(months: pd.DataFrame, context: Context) -> str:
    full = [row for row in rows_of(months) if not unfinished_month(pd.Timestamp(row.month).date(), context.today)]
    if not full or not full[-1].enough:
        return context.say(MONTHS_NAME)
    last, earlier = full[-1], full[:-1]
    month = month_of_year(pd.Timestamp(last.month).date(), context.language)
    said = k_of_n(last.k, last.n, context.language)
    month = month[:1].upper() + month[1:]
    before = (sum(row.k for row in earlier), sum(row.n for row in earlier))
    if not before[1]:
        return context.say(MONTHS_NAME)
    judged = two(last.k, last.n, *before, delta=band_of(before[0] / before[1]))
    text = {Verdict.BETTER: MONTH_ROSE, Verdict.WORSE: MONTH_FELL}.get(
        verdict_of(judged.answer, judged.difference), MONTH_SAME
    )
    return context.say(text, month=month, share=said)
