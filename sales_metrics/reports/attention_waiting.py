"""Clients that wait longer than the norm of their priority: the list to work through, and how many by priority."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.attention import state_behind
from ..metrics.filters import Filters
from ..model.panel import Bar, Bars, Drill, Listing, ListRow, Panel
from ..model.period import Period
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import number
from ..text.plural import CLIENTS, DAYS, counted
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of, share_of, share_text

LISTED: Final = 300
"""A list longer than this is not worked through; the foot says how many more there are."""
EVER: Final = Period()

NAME: Final = Text(ru="Клиенты без внимания", en="Clients left without attention", bg="Клиенти без внимание")
WOULD_SHOW: Final = Text(
    ru="Здесь будет список клиентов, которые ждут контакта дольше нормы своего приоритета, с обещанным.",
    en="You would see the clients that wait longer than the norm of their priority, with what they were promised.",
    bg="Тук ще са клиентите, които чакат контакт по-дълго от нормата за приоритета си, с обещаното.",
)
FORGOTTEN: Final = Text(
    ru="{clients} приоритета A без контакта дольше {days} дн.",
    en="{clients} of priority A have heard nothing for over {days} days",
    bg="{clients} с приоритет A са без контакт повече от {days} дни",
)
WAITING: Final = Text(
    ru="{clients} без контакта дольше нормы; самый долгий срок {days}",
    en="{clients} waiting longer than the norm, the longest {days}",
    bg="{clients} без контакт по-дълго от нормата; най-дългото чакане е {days}",
)
UNCONTACTED: Final = Text(
    ru="{clients} без единого контакта в данных",
    en="{clients} without any contact on record",
    bg="{clients} без нито един контакт в данните",
)
NOBODY: Final = Text(
    ru="Никто не ждёт контакта дольше нормы своего приоритета",
    en="Nobody waits longer than the norm of their priority",
    bg="Никой не чака контакт по-дълго от нормата за приоритета си",
)
SUBTITLE: Final = Text(
    ru="Клиенты, ждущие дольше нормы, по дате последнего состоявшегося контакта, на {day}. Сначала те, кто ждёт "
    "дольше всего против нормы",
    en="Clients past the norm, by the day of the last contact held, as of {day}. First those that wait longest "
    "against the norm",
    bg="Клиенти над нормата, по дата на последния проведен контакт, към {day}. Първо тези, които чакат "
    "най-дълго спрямо нормата",
)
FOOT: Final = Text(
    ru="Норма между контактами: A – {a} дн., B – {b} дн., C и без приоритета – {c} дн.; её можно задать в "
    "правилах. Отметьте строку, чтобы увидеть контакты с клиентом.",
    en="The norm between contacts: A {a} days, B {b} days, C and no priority {c} days; it can be set in the "
    "rules. Tick a row to see the contacts with the client.",
    bg="Норма между контактите: A – {a} дни, B – {b} дни, C и без приоритет – {c} дни; задава се в правилата. "
    "Отбележете ред, за да видите контактите с клиента.",
)
MORE: Final = Text(
    ru="В списке первые {shown} из {all}.",
    en="Listed are the first {shown} of {all}.",
    bg="Показани са първите {shown} от {all}.",
)
COLUMNS: Final = (
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Приоритет", en="Priority", bg="Приоритет"),
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Последний контакт", en="Last contact", bg="Последен контакт"),
    Text(ru="Дней", en="Days", bg="Дни"),
    Text(ru="К норме", en="Against the norm", bg="Спрямо нормата"),
    Text(ru="Что обещано", en="What was promised", bg="Какво е обещано"),
)
NEVER: Final = Text(ru="не было", en="never", bg="няма")
PROMISED: Final = Text(ru="{what} – до {day}", en="{what} – by {day}", bg="{what} – до {day}")
PROMISED_DAY: Final = Text(ru="следующий шаг до {day}", en="a next step by {day}", bg="следваща стъпка до {day}")
PLANNED: Final = Text(ru="запланировано на {day}", en="planned for {day}", bg="планирано за {day}")
NO_STEP: Final = Text(ru="следующего шага нет", en="no next step", bg="няма следваща стъпка")
TIMES: Final = Text(ru="×{n}", en="×{n}", bg="×{n}")

PRIORITY_NAME: Final = Text(ru="Кто ждёт, по приоритету", en="Who waits, by priority", bg="Кой чака, по приоритет")
PRIORITY_TITLE: Final = Text(
    ru="Клиенты приоритета A, ждущие дольше нормы: {share}",
    en="Clients of priority A past their norm: {share}",
    bg="Клиенти с приоритет A над нормата: {share}",
)
PRIORITY_SUBTITLE: Final = Text(
    ru="Клиенты, ждущие дольше нормы, и сколько их из всех, на {day}",
    en="Clients past the norm, and of how many, as of {day}",
    bg="Клиенти над нормата и от колко общо, към {day}",
)
PRIORITY_LABEL: Final = Text(ru="{name}: {days} дн.", en="{name}: {days} days", bg="{name}: {days} дни")
NO_PRIORITY: Final = Text(ru="Без приоритета", en="No priority", bg="Без приоритет")
_RULES: Final = {"A": "attention_days_a", "B": "attention_days_b"}


def waiting_panel(context: Context) -> Panel:
    """Return the clients past the norm, the longest wait against the norm first; the never contacted at the end."""
    metric, key, title = METRICS["attention_in_norm"], "attention.waiting", context.say(NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = state_behind(metric, context.tables, as_of_today(context))
    if found.empty:
        return nothing_panel(key, title, context)
    found = found[found["k"] == 0]
    found = found.assign(ratio=found["waited"].astype("float64") / found["norm"])
    found = found.sort_values(["ratio", "client"], ascending=[False, True], na_position="last", kind="stable")
    columns = context.columns(COLUMNS, right=(4, 5), wide=6)
    rows = tuple(_row(row, context) for row in rows_of(found.head(LISTED)))
    subtitle = context.say(SUBTITLE, day=day(context.today, context.language))
    return Panel(key, _title(found, context), subtitle, Listing(columns, rows), _foot(len(found), context))


def as_of_today(context: Context) -> Filters:
    """Return the filters without their period: the state of a client is that of the last day."""
    return replace(context.filters, period=EVER)


def contacts_of(client: str) -> Drill:
    """Return the way to all contacts with a client."""
    return Drill("contacts_held", MappingProxyType({"client": client}), "n", EVER)


def promised(row: Any, context: Context) -> str:
    """Return what the last contact promised a client, or what is planned; "no next step" where it is neither."""
    language = context.language
    what = None if pd.isna(row.promised) else str(row.promised)
    if not pd.isna(row.promised_on):
        by = day(pd.Timestamp(row.promised_on).date(), language)
        return context.say(PROMISED, what=what, day=by) if what else context.say(PROMISED_DAY, day=by)
    if what:
        return what
    if not pd.isna(row.planned_on):
        return context.say(PLANNED, day=day(pd.Timestamp(row.planned_on).date(), language))
    return context.say(NO_STEP)


def last_contact(row: Any, context: Context) -> str:
    """Return the day of the last contact with a client."""
    return context.say(NEVER) if pd.isna(row.last_at) else day(pd.Timestamp(row.last_at).date(), context.language)


def text_of(value: object) -> str:
    """Return a name from a file, or nothing where there is none."""
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload]


def _row(row: Any, context: Context) -> ListRow:
    language = context.language
    waited = pd.isna(row.waited)
    cells = (
        str(row.client),
        text_of(row.priority),
        text_of(row.manager),
        last_contact(row, context),
        "" if waited else number(row.waited, language),
        "" if waited else context.say(TIMES, n=number(row.ratio, language, 1)),
        promised(row, context),
    )
    return ListRow(cells, contacts_of(str(row.client)))


def _title(found: pd.DataFrame, context: Context) -> str:
    language = context.language
    longest = context.rule("attention_days_c")
    forgotten = int(((found["priority"] == "A") & (found["waited"] > longest).fillna(False)).sum())
    if forgotten:
        clients = counted(forgotten, language, CLIENTS)
        return context.say(FORGOTTEN, clients=clients, days=number(longest, language))
    clients = counted(len(found), language, CLIENTS)
    if found.empty:
        return context.say(NOBODY)
    if found["waited"].isna().all():
        return context.say(UNCONTACTED, clients=clients)
    return context.say(WAITING, clients=clients, days=counted(float(found["waited"].max()), language, DAYS))


def _foot(many: int, context: Context) -> str:
    norms = {name: number(context.rule(f"attention_days_{name}"), context.language) for name in "abc"}
    parts = [context.say(FOOT, **norms)]
    if many > LISTED:
        shown, every = (number(n, context.language) for n in (LISTED, many))
        parts.append(context.say(MORE, shown=shown, all=every))
    return " ".join([*parts, context.as_of])


def priorities_panel(context: Context) -> Panel:
    """Return how many clients of each priority are past its norm."""
    metric, key, title = METRICS["attention_in_norm"], "attention.priorities", context.say(PRIORITY_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, by=("priority",), filters=as_of_today(context))
    found = found[found["n"] > 0]
    if found.empty:
        return nothing_panel(key, title, context)
    bars, first = [], ""
    for row in rows_of(found):
        name = None if pd.isna(row.priority) else str(row.priority)
        late = share_of(row._replace(k=row.n - row.k, value=1 - row.value, low=1 - row.high, high=1 - row.low))
        said = share_text(late, context.language)
        days = number(context.rule(_RULES.get(str(name), "attention_days_c")), context.language)
        label = context.say(PRIORITY_LABEL, name=name or context.say(NO_PRIORITY), days=days)
        drill = Drill(metric.key, MappingProxyType({"priority": name}), "rest", EVER)
        bars.append(Bar(label, late.k, said, drill, accent=name == "A", unknown=name is None))
        first = said if name == "A" else first
    title = context.say(PRIORITY_TITLE, share=first) if first else title
    subtitle = context.say(PRIORITY_SUBTITLE, day=day(context.today, context.language))
    return Panel(key, title, subtitle, Bars(tuple(bars)), context.as_of)
