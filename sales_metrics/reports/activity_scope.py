"""What the panels of daily work share: the measures, the period they look at, and the filters they can follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

import pandas as pd

from ..metrics.daily_plan import MEASURES
from ..metrics.declaration import Metric
from ..metrics.filters import Filters
from ..model.panel import Empty, Panel, Pick
from ..model.period import Period
from ..model.text import Text
from ..text.plural import CALLS, CONTRACTS, MEETINGS, Forms
from .context import BY_CLOSING, BY_HOLDING, Context

DIVISIONS: Final = {
    "segment": Text(ru="сегменту", en="segment", bg="сегмент"),
    "channel": Text(ru="каналу", en="channel", bg="канал"),
    "manager": Text(ru="менеджеру", en="manager", bg="мениджър"),
}
UNDIVIDED: Final = Text(
    ru="Рабочие дни не делятся по {what}: план и факт дня с этим фильтром не показать",
    en="Working days are not divided by {what}: the plan and fact of a day cannot be shown under this filter",
    bg="Работните дни не се делят по {what}: план и факт на ден не може да се покажат с този филтър",
)
CLEAR_IT: Final = Text(
    ru="Снимите этот фильтр слева", en="Clear this filter on the left", bg="Махнете този филтър отляво"
)
ASK_MEASURE: Final = Text(ru="Показатель", en="Measure", bg="Показател")
ASK_MANAGER: Final = Text(ru="Менеджер", en="Manager", bg="Мениджър")


@dataclass(frozen=True, slots=True)
class Measure:
    """One of the three things that are planned a day."""

    key: str
    title: Text
    of: Text
    """As it stands after "plan for"."""
    date: Text
    forms: Forms

    @property
    def metric(self) -> Metric:
        """The number that says what was really done."""
        return MEASURES[self.key]


THE_MEASURES: Final = (
    Measure(
        "calls",
        Text(ru="Звонки", en="Calls", bg="Обаждания"),
        Text(ru="звонков", en="calls", bg="обаждания"),
        BY_HOLDING,
        CALLS,
    ),
    Measure(
        "meetings",
        Text(ru="Встречи", en="Meetings", bg="Срещи"),
        Text(ru="встреч", en="meetings", bg="срещи"),
        BY_HOLDING,
        MEETINGS,
    ),
    Measure(
        "contracts",
        Text(ru="Договоры", en="Contracts", bg="Договори"),
        Text(ru="договоров", en="contracts", bg="договори"),
        BY_CLOSING,
        CONTRACTS,
    ),
)


def measure_choice(context: Context) -> tuple[Measure, Pick]:
    """Return the measure that the reader looks at, and the question."""
    options = tuple((one.key, context.say(one.title)) for one in THE_MEASURES)
    pick = context.pick("activity.measure", context.say(ASK_MEASURE), options, "meetings")
    return next(one for one in THE_MEASURES if one.key == pick.chosen), pick


def plan_period(context: Context) -> Period:
    """Return the period of the filters if it has both ends, else the month that the data end in."""
    if context.filters.period.bounded:
        return context.filters.period
    return Period.month(f"{context.today:%Y-%m}")


def within(context: Context, period: Period) -> Filters:
    """Return the filters with another period."""
    return replace(context.filters, period=period)


def undivided_days_panel(key: str, title: str, metric: Metric, context: Context) -> Panel | None:
    """Return the panel that says which filter a number per working day cannot follow, or `None` if it can all."""
    beyond = [name for name in context.filters.where if name not in metric.breakdowns]
    if not beyond:
        return None
    what = ", ".join(context.say(DIVISIONS[name]) if name in DIVISIONS else name for name in beyond)
    return Panel(key, title, context.period, Empty(context.say(UNDIVIDED, what=what), context.say(CLEAR_IT)))


def together(metric: Metric, found: pd.DataFrame) -> Any:
    """Return the row of all groups together: their parts added up, with value and interval as measured."""
    parts = [*metric.kind.shown, *metric.also]
    whole = pd.DataFrame([found[parts].sum()])
    return next(metric.kind.answer(whole, (), ()).itertuples(index=False))


def working_days(context: Context) -> list[date]:
    """Return the working days of the company's calendar, in order; empty when nothing is recorded."""
    found = context.tables.fetch(context.tables["calendar"])["day"]
    return sorted(pd.to_datetime(found).dt.date)
