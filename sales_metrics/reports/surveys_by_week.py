"""Are completed orders asked after, week by week: the series alone, and what the page shares of it."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Drill, Panel, Point, Trend
from ..model.text import Text
from ..text.dates import week_label
from ..text.numbers import counts, number, percent
from ..text.plural import WEEKS, counted
from .context import BY_COMPLETION, Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of, share_of, share_text

WEEKS_SHOWN: Final = 16
NAME: Final = Text(ru="Охват опросами", en="Survey coverage", bg="Обхват на анкетите")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, после каких выполненных заказов клиента не спросили.",
    en="You would see after which completed orders nobody asked the client.",
    bg="Тук ще се вижда след кои изпълнени поръчки клиентът не е попитан.",
)
STREAK: Final = Text(
    ru="{weeks} подряд опрашиваем меньше {target}; в последнюю {last}",
    en="{weeks} in a row under {target}; the last one {last}",
    bg="{weeks} подред под {target}; в последната {last}",
)
UNDER: Final = Text(
    ru="На прошлой неделе опросили {last}: это меньше {target}",
    en="Last week {last} were asked: under {target}",
    bg="Миналата седмица са попитани {last}: под {target}",
)
MET: Final = Text(
    ru="На прошлой неделе опросили {last}: цель {target} выполнена",
    en="Last week {last} were asked: the target of {target} is met",
    bg="Миналата седмица са попитани {last}: целта {target} е изпълнена",
)
SUBTITLE_WEEKS: Final = Text(
    ru="Доля опрошенных от выполненных заказов, {date}, последние {weeks} из выбранного: {period}",
    en="Share of completed orders asked after, {date}, the last {weeks} of: {period}",
    bg="Дял на анкетираните от изпълнените поръчки, {date}, последните {weeks} от: {period}",
)
TARGET: Final = Text(ru="Цель {target}", en="Target {target}", bg="Цел {target}")
RUNNING: Final = Text(ru="неделя идёт", en="week in progress", bg="седмицата тече")
COMPLETED: Final = Text(ru="выполнено заказов", en="orders completed", bg="изпълнени поръчки")
WEEK: Final = Text(ru="неделя года", en="week of the year", bg="седмица от годината")
FOOT: Final = Text(
    ru="Серая черта: 95 % интервал. Полый кружок: неделя не закончена, с прошлыми её не сравнивают. "
    "Заказ считается один раз, сколько бы анкет по нему ни было.",
    en="Grey line: 95% interval. A hollow dot: the week is not over and is not compared. "
    "An order counts once, however many questionnaires it has.",
    bg="Сива черта: 95% интервал. Празно кръгче: седмицата не е приключила и не се сравнява. "
    "Поръчката се брои веднъж, колкото и анкети да има.",
)
UNCALLED: Final = Text(
    ru="После {orders} не позвонил никто; самому старому {days} дн.",
    en="Nobody has called after {orders}; the oldest has waited {days} days",
    bg="След {orders} никой не се е обадил; най-старата чака {days} дни",
)


def meets(k: float, n: float) -> bool:
    """Whether k of n is at least the target; compared in whole orders, since 0.9 has no exact binary form."""
    tenths = round(10 * (METRICS["survey_coverage"].target or 0))
    return 10 * k >= tenths * n


def weeks_panel(context: Context) -> Panel:
    """Return coverage by week of completion against the target."""
    metric, title, key = METRICS["survey_coverage"], context.say(NAME), "surveys.weeks"
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    weeks = metric.measure(context.tables, by=("week",), filters=context.filters)
    weeks = weeks[weeks["week"].notna() & (weeks["n"] > 0)].tail(WEEKS_SHOWN)
    if weeks.empty:
        return nothing_panel(key, title, context)
    points = tuple(point(row, context) for row in rows_of(weeks))
    target = metric.target or 0.0
    picture = Trend(
        points=points,
        share=True,
        target=target,
        target_text=context.say(TARGET, target=percent(target, context.language)),
        words=MappingProxyType(
            {"unfinished": context.say(RUNNING), "under": context.say(COMPLETED), "axis": context.say(WEEK)}
        ),
    )
    subtitle = context.say(
        SUBTITLE_WEEKS,
        date=context.say(BY_COMPLETION),
        weeks=counted(len(points), context.language, WEEKS),
        period=context.period,
    )
    return Panel(key, _weeks_title(weeks, context), subtitle, picture, f"{context.say(FOOT)} {context.as_of}")


def unfinished_week(monday: date, today: date) -> bool:
    """Whether the week that begins on `monday` is not over on the day on which the data ends."""
    return today < monday + timedelta(days=6)


def point(row: Any, context: Context) -> Point:
    """Return a week of coverage as a point of a series."""
    share, monday = share_of(row), pd.Timestamp(row.week).date()
    return Point(
        label=str(monday.isocalendar().week),
        value=share.value,
        text=f"{week_label(monday, context.language)}: {share_text(share, context.language, interval=True)}",
        drill=Drill("survey_coverage", MappingProxyType({"week": monday.isoformat()}), "n"),
        low=share.low,
        high=share.high,
        under=number(share.n, context.language),
        unfinished=unfinished_week(monday, context.today),
    )


def _weeks_title(weeks: pd.DataFrame, context: Context) -> str:
    full = [row for row in rows_of(weeks) if not unfinished_week(pd.Timestamp(row.week).date(), context.today)]
    target = percent(METRICS["survey_coverage"].target, context.language)
    if not full:
        return context.say(NAME)
    last = full[-1]
    said = counts(last.k, last.n, context.language)
    if meets(last.k, last.n):
        return context.say(MET, last=said, target=target)
    streak = next((at for at, row in enumerate(reversed(full)) if meets(row.k, row.n)), len(full))
    if streak < 2:
        return context.say(UNDER, last=said, target=target)
    return context.say(STREAK, weeks=counted(streak, context.language, WEEKS), target=target, last=said)
