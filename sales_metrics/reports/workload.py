"""Workload: how many contacts a working day each manager has, and with how many clients."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Drill, Panel
from ..model.text import Text
from ..text.numbers import number
from ..text.plural import CLIENTS, counted
from .activity_scope import together, undivided_days_panel
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of

KEY: Final = "activity.workload"
ROWS_SHOWN: Final = 30
NAME: Final = Text(ru="Нагрузка", en="Workload", bg="Натоварване")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, сколько контактов в день и сколько клиентов приходится на менеджера.",
    en="You would see how many contacts a day and how many clients each manager has.",
    bg="Тук ще се вижда колко контакта на ден и колко клиенти има всеки мениджър.",
)
TITLE: Final = Text(
    ru="От {least} до {most} контакта в рабочий день на менеджера; клиентов от {few} до {many}",
    en="From {least} to {most} contacts per working day of a manager, with {few} to {many} clients",
    bg="От {least} до {most} контакта на работен ден на мениджър; клиенти от {few} до {many}",
)
TITLE_ONE: Final = Text(
    ru="{who}: {most} контакта в рабочий день, {clients}",
    en="{who}: {most} contacts per working day, {clients}",
    bg="{who}: {most} контакта на работен ден, {clients}",
)
SUBTITLE: Final = Text(
    ru="Контакты всех видов на рабочий день менеджера, по дате проведения, {period}",
    en="Contacts of all kinds per working day of a manager, by the day they were held, {period}",
    bg="Контакти от всички видове на работен ден на мениджъра, по дата на провеждане, {period}",
)
HEADING: Final = Text(ru="контактов в рабочий день", en="contacts per working day", bg="контакти на работен ден")
ASIDE: Final = Text(ru="клиентов с контактами", en="clients contacted", bg="клиенти с контакти")
FOOT: Final = Text(
    ru="Черта: среднее всех вместе. Рабочие дни: без выходных, праздников и отсутствий.",
    en="Tick: the average of all together. Working days are without weekends, holidays and absences.",
    bg="Черта: средното за всички заедно. Работните дни са без почивни дни, празници и отсъствия.",
)


def workload_panel(context: Context) -> Panel:
    """Return contacts per working day and clients contacted per manager."""
    metric, title = METRICS["contacts_per_day"], context.say(NAME)
    clients = METRICS["contacts_per_client"]
    absent = (
        missing_panel(KEY, title, metric, WOULD_SHOW, context)
        or missing_panel(KEY, title, clients, WOULD_SHOW, context)
        or undivided_days_panel(KEY, title, metric, context)
    )
    if absent:
        return absent
    found = metric.measure(context.tables, ("manager",), context.filters)
    found = found[found["n"] > 0].sort_values("value", ascending=False, kind="stable")
    if found.empty or not found["k"].sum():
        return nothing_panel(KEY, title, context)
    many = clients.measure(context.tables, ("manager",), context.filters).set_index("manager")["n"]
    whole = together(metric, found)
    found = found.assign(clients=found["manager"].map(many).fillna(0).astype("int64")).head(ROWS_SHOWN)
    bars = tuple(_bar(row, float(whole.value), len(found) > 1, context) for row in rows_of(found))
    return Panel(
        KEY,
        _title(found, context),
        context.say(SUBTITLE, period=context.period),
        Bars(bars, context.say(HEADING), context.say(ASIDE)),
        f"{context.say(FOOT)} {context.as_of}",
    )


def _bar(row: Any, average: float, several: bool, context: Context) -> Bar:
    return Bar(
        label=str(row.manager),
        value=float(row.value),
        text=number(float(row.value), context.language, 1),
        drill=Drill("contacts_per_day", MappingProxyType({"manager": str(row.manager)}), "k"),
        aside=counted(int(row.clients), context.language, CLIENTS),
        tick=average if several else None,
    )


def _title(found: pd.DataFrame, context: Context) -> str:
    language = context.language
    values = {
        "least": number(float(found["value"].min()), language, 1),
        "most": number(float(found["value"].max()), language, 1),
    }
    if len(found) == 1:
        row = rows_of(found)[0]
        clients = counted(int(row.clients), language, CLIENTS)
        return context.say(TITLE_ONE, who=str(row.manager), clients=clients, **values)
    few, many = (number(int(found["clients"].agg(how)), language) for how in ("min", "max"))
    return context.say(TITLE, few=few, many=many, **values)
