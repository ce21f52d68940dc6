"""The board: meetings of yesterday, today, tomorrow and this week, with what came of them.

Half of the module is its sentences in three languages, which stand beside what they name.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Drill, Empty, Listing, ListRow, Panel, Pick, Verdict
from ..model.period import Period
from ..model.tables import TABLES
from ..model.text import Text
from ..text.dates import day as day_text
from ..text.dates import day_on_axis, period_text
from ..text.numbers import counts, k_of_n, number
from .activity_scope import together, within, working_days
from .context import Context
from .missing import missing_panel
from .rates import BLANK, WHOLE
from .shares import rows_of, share_of, share_text

KEY: Final = "activity.board"
KEY_MEETINGS: Final = "activity.meetings"
MOST: Final = 400
"""Meetings that are listed one by one."""

NAME: Final = Text(ru="Доска встреч", en="The board of meetings", bg="Табло на срещите")
NAME_MEETINGS: Final = Text(ru="Встречи по одной", en="Meetings one by one", bg="Срещите една по една")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, сколько встреч назначено, проведено и перенесено вчера, сегодня и завтра.",
    en="You would see how many meetings were set, held and moved yesterday, today and tomorrow.",
    bg="Тук ще се вижда колко срещи са определени, проведени и преместени вчера, днес и утре.",
)
ASK_DAY: Final = Text(ru="День", en="Day", bg="Ден")
DAYS: Final = {
    "yesterday": Text(ru="вчера, {day}", en="yesterday, {day}", bg="вчера, {day}"),
    "before": Text(
        ru="прошлый рабочий день, {day}", en="last working day, {day}", bg="последния работен ден, {day}"
    ),
    "today": Text(ru="сегодня, {day}", en="today, {day}", bg="днес, {day}"),
    "tomorrow": Text(ru="завтра, {day}", en="tomorrow, {day}", bg="утре, {day}"),
    "next": Text(
        ru="следующий рабочий день, {day}", en="next working day, {day}", bg="следващия работен ден, {day}"
    ),
    "week": Text(ru="эта неделя, {day}", en="this week, {day}", bg="тази седмица, {day}"),
}
NONE: Final = Text(
    ru="На {day} в данных нет ни одной встречи",
    en="The data hold no meeting for {day}",
    bg="За {day} в данните няма среща",
)
OTHER_DAY: Final = Text(
    ru="Выберите другой день или снимите фильтр",
    en="Choose another day or clear a filter",
    bg="Изберете друг ден или махнете филтър",
)
TITLE_DONE: Final = Text(
    ru="{day}: проведено встреч {held} из {planned} назначенных, согласием закончились {agreed}",
    en="{day}: {held} meetings held, {planned} had been set; {agreed} ended in agreement",
    bg="{day}: проведени {held} срещи при {planned} определени; със съгласие завършиха {agreed}",
)
TITLE_AHEAD: Final = Text(
    ru="{day}: назначено встреч {planned}",
    en="{day}: {planned} meetings are set",
    bg="{day}: определени срещи {planned}",
)
TITLE_WEEK: Final = Text(
    ru="За неделю проведено встреч: {held}, без результата {waiting}, перенесено {moved}",
    en="This week {held} meetings were held, {waiting} have no result yet, {moved} were moved",
    bg="Тази седмица: проведени {held} срещи, {waiting} без резултат, преместени {moved}",
)
SUBTITLE: Final = Text(
    ru="Встречи по назначенному дню и по дате проведения, {period}",
    en="Meetings by the day they were set for and the day they were held, {period}",
    bg="Срещи по определения ден и по дата на провеждане, {period}",
)
HEADS: Final = (
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Назначено", en="Set", bg="Определени"),
    Text(ru="Проведено", en="Held", bg="Проведени"),
    Text(ru="Перенесено", en="Moved", bg="Преместени"),
    Text(ru="Нет результата", en="No result yet", bg="Без резултат"),
    Text(ru="Согласие", en="Agreed", bg="Съгласие"),
    Text(ru="Согласие за 90 дней", en="Agreed in 90 days", bg="Съгласие за 90 дни"),
)
HEADS_MEETINGS: Final = (
    Text(ru="Время", en="Time", bg="Час"),
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Место", en="Place", bg="Място"),
    Text(ru="Что с встречей", en="What became of it", bg="Какво стана"),
    Text(ru="Результат", en="Result", bg="Резултат"),
    Text(ru="Следующий шаг", en="Next step", bg="Следваща стъпка"),
)
STATES: Final = {
    "held": Text(ru="проведена", en="held", bg="проведена"),
    "moved": Text(ru="перенесена", en="moved", bg="преместена"),
    "waiting": Text(ru="назначена", en="set", bg="определена"),
    "overdue": Text(ru="результат не внесён", en="no result entered", bg="няма въведен резултат"),
}
TITLE_MEETINGS: Final = Text(
    ru="{day}: встреч на доске {n}", en="{day}: {n} meetings on the board", bg="{day}: срещи на таблото {n}"
)
TITLE_OVERDUE: Final = Text(
    ru="{day}: у {overdue} из {n} встреч не внесён результат",
    en="{day}: {overdue} of {n} meetings have no result entered",
    bg="{day}: при {overdue} от {n} срещи няма въведен резултат",
)
FOOT: Final = Text(
    ru="Перенесённая встреча стоит на доске и того дня, на который была назначена. Результаты берутся из выгрузок: "
    "«сегодня» – последний день данных. Согласие за 90 дней: доля согласий среди проведённых встреч.",
    en="A moved meeting also stands on the board of the day it had been set for. Results come with the exports: "
    "“today” is the last day of the data. Agreed in 90 days: the share of agreements among meetings held.",
    bg="Преместената среща стои и на таблото на деня, за който е била определена. Резултатите идват с експортите: "
    "„днес“ е последният ден от данните. Съгласие за 90 дни: дял на съгласията от проведените срещи.",
)
FOOT_MOST: Final = Text(ru="Показаны первые {n}.", en="Shown are the first {n}.", bg="Показани са първите {n}.")


def board_panel(context: Context) -> Panel:
    """Return how many meetings each manager has set, held and moved on the chosen day or in the week."""
    metric, title = METRICS["meetings_on_board"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    pick, period, name = _chosen(context)
    found = metric.measure(context.tables, ("manager",), within(context, period))
    found = found[found["n"] > 0].sort_values("total", ascending=False, kind="stable")
    subtitle = context.say(SUBTITLE, period=period_text(period, context.language))
    if found.empty:
        return _no_meeting(KEY, title, subtitle, pick, name, context)
    recent = within(context, Period(context.today - timedelta(days=89), context.today))
    effectiveness = METRICS["meeting_effectiveness"]
    told = not effectiveness.missing(context.tables)
    lately = effectiveness.measure(context.tables, ("manager",), recent) if told else pd.DataFrame()
    shares = {_name(row.manager): row for row in rows_of(lately)}
    whole = together(metric, found)
    everybody = together(effectiveness, lately) if told else None
    rows = [_row(context.say(WHOLE), whole, everybody, {}, period, context)] if len(found) > 1 else []
    rows += [
        _row(
            _name(row.manager) or context.say(BLANK),
            row,
            shares.get(_name(row.manager)),
            {"manager": _name(row.manager)},
            period,
            context,
        )
        for row in rows_of(found)
    ]
    columns = context.columns(HEADS, right=range(1, len(HEADS)))
    return Panel(
        KEY,
        _title(pick.chosen, name, whole, context),
        subtitle,
        Listing(columns, tuple(rows), 16),
        f"{context.say(FOOT)} {context.as_of}",
        (pick,),
    )


def meetings_panel(context: Context) -> Panel:
    """Return the meetings of the chosen day one by one, in the order of time."""
    metric, title = METRICS["meetings_on_board"], context.say(NAME_MEETINGS)
    absent = missing_panel(KEY_MEETINGS, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    pick, period, name = _chosen(context)
    found = metric.rows(context.tables, within(context, period), part="total")
    subtitle = context.say(SUBTITLE, period=period_text(period, context.language))
    if found.empty:
        # The question stands on the board above; here it would be asked a second time.
        return replace(_no_meeting(KEY_MEETINGS, title, subtitle, pick, name, context), choices=())
    for column in ("planned_at", "held_at", "manager", "client", "place", "result", "next_step", "next_on"):
        if column not in found:
            found[column] = None
    found["_at"] = found["planned_at"].combine_first(found["held_at"])
    found = found.sort_values(["_at", "manager", "client"], kind="stable", na_position="last")
    states = [_state(row, context) for row in found.to_dict("records")]
    shown = list(zip(found.head(MOST).to_dict("records"), states, strict=False))
    overdue = sum(state == "overdue" for state in states)
    figures = {"day": _capital(name), "n": number(len(found), context.language)}
    text = TITLE_OVERDUE if overdue else TITLE_MEETINGS
    columns = context.columns(HEADS_MEETINGS, wide=len(HEADS_MEETINGS) - 1)
    foot = [context.say(FOOT_MOST, n=number(MOST, context.language))] if len(found) > MOST else []
    return Panel(
        KEY_MEETINGS,
        context.say(text, overdue=number(overdue, context.language), **figures),
        subtitle,
        Listing(columns, tuple(_meeting(row, state, period, context) for row, state in shown)),
        " ".join([*foot, context.as_of]),
    )


def _chosen(context: Context) -> tuple[Pick, Period, str]:
    """Return the question of the day, the days that the answer stands for, and how they are called."""
    today, language = context.today, context.language
    days = working_days(context)
    before = max((day for day in days if day < today), default=today - timedelta(days=1))
    after = min((day for day in days if day > today), default=today + timedelta(days=1))
    monday = today - timedelta(days=today.weekday())
    week = Period(monday, monday + timedelta(days=6))
    periods = {
        "yesterday": Period(before, before),
        "today": Period(today, today),
        "tomorrow": Period(after, after),
        "week": week,
    }
    words = {
        "yesterday": _worded("yesterday" if today - before == timedelta(days=1) else "before", before, context),
        "today": _worded("today", today, context),
        "tomorrow": _worded("tomorrow" if after - today == timedelta(days=1) else "next", after, context),
        "week": context.say(DAYS["week"], day=period_text(week, language)),
    }
    pick = context.pick("activity.day", context.say(ASK_DAY), tuple(words.items()), "today")
    return pick, periods[pick.chosen], words[pick.chosen]


def _worded(word: str, on: date, context: Context) -> str:
    return context.say(DAYS[word], day=day_on_axis(on, context.language))


def _no_meeting(key: str, title: str, subtitle: str, pick: Pick, name: str, context: Context) -> Panel:
    empty = Empty(context.say(NONE, day=name), context.say(OTHER_DAY))
    return Panel(key, title, subtitle, empty, choices=(pick,))


def _title(code: str, name: str, whole: Any, context: Context) -> str:
    parts = ("planned", "held", "moved", "agreed", "waiting")
    figures = {part: number(float(getattr(whole, part)), context.language) for part in parts}
    if code == "week":
        return context.say(TITLE_WEEK, **figures)
    text = TITLE_AHEAD if code == "tomorrow" else TITLE_DONE
    return context.say(text, day=_capital(name), **figures)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(
    label: str, row: Any, lately: Any, where: dict[str, str | None], period: Period, context: Context
) -> ListRow:
    language = context.language
    agreed = counts(row.agreed, row.held, language) if row.held else "—"
    cells = (
        label,
        *(number(float(part), language) for part in (row.planned, row.held, row.moved, row.waiting)),
        agreed if row.held < 10 else k_of_n(row.agreed, row.held, language),
        share_text(share_of(lately), language) if lately is not None and lately.n else "—",
    )
    drill = Drill("meetings_on_board", MappingProxyType(where), "total", period)
    return ListRow(cells, drill)


def _state(row: Mapping[Hashable, Any], context: Context) -> str:
    if row["_held"]:
        return "held"
    if row["_moved"]:
        return "moved"
    return "overdue" if pd.Timestamp(row["_date"]).date() <= context.today else "waiting"


def _meeting(row: Mapping[Hashable, Any], state: str, period: Period, context: Context) -> ListRow:
    at = row["_at"]
    time = "" if pd.isna(at) else f"{pd.Timestamp(at):%H:%M}"
    on = pd.Timestamp(row["_date"]).date()
    if period.start != period.end:
        time = f"{day_on_axis(on, context.language)} {time}".strip()
    client, manager = _name(row["client"]), _name(row["manager"])
    step = [_name(row["next_step"]) or ""]
    if not pd.isna(row["next_on"]):
        step.append(day_text(pd.Timestamp(row["next_on"]).date(), context.language))
    cells = (
        time,
        manager or context.say(BLANK),
        client or context.say(BLANK),
        _word("place", row["place"], context),
        context.say(STATES[state]),
        _word("result", row["result"], context),
        ", ".join(part for part in step if part),
    )
    drill = Drill(
        "meetings_on_board", MappingProxyType({"manager": manager, "client": client}), "total", Period(on, on)
    )
    return ListRow(cells, drill, Verdict.CANNOT_TELL if state == "overdue" else Verdict.NONE)


def _word(column: str, code: Any, context: Context) -> str:
    """Return the word for a code of a column of contacts; nothing for a blank."""
    if code is None or pd.isna(code):
        return ""
    choices = {choice.code: choice.title for choice in TABLES["contacts"].column(column).choices}
    return context.say(choices[code]) if code in choices else str(code)


def _name(value: Any) -> str | None:
    return None if value is None or pd.isna(value) else str(value)
