"""Development plans: the board of actions, their states, the questions left open, and who keeps the terms."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.development import (
    DONE,
    DROPPED,
    OVERDUE,
    POSTPONED,
    QUESTIONS,
    RUNNING,
    STATES,
    TO_CHECK,
    actions_behind,
)
from ..model.panel import Align, Bar, Bars, Drill, Empty, ListColumn, Listing, ListRow, Panel, Verdict
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import k_of_n, number
from ..text.plural import Forms, counted
from .attention_managers import names
from .attention_waiting import EVER, LISTED, MORE, as_of_today, text_of
from .context import Context
from .missing import missing_panel, nothing_panel
from .rates import compared
from .shares import rows_of

ACTIONS: Final = Forms(
    ru_one="действие",
    ru_few="действия",
    ru_many="действий",
    en_one="action",
    en_other="actions",
    bg_one="действие",
    bg_other="действия",
)
NAME: Final = Text(ru="Доска планов развития", en="Board of development plans", bg="Табло на плановете за развитие")
WOULD_SHOW: Final = Text(
    ru="Здесь будут действия планов развития: просроченные, к проверке, перенесённые с причиной, сделанные.",
    en="You would see the actions of development plans: overdue, to check, postponed with the reason, done.",
    bg="Тук ще са действията от плановете за развитие: просрочени, за контрол, отложени с причина, изпълнени.",
)
TITLE_LATE: Final = Text(
    ru="Просрочено {late} из открытых: {open}",
    en="{late} of {open} open actions are overdue",
    bg="Просрочени са {late} от {open} отворени действия",
)
TITLE_CALM: Final = Text(
    ru="Открытых действий: {open}; просроченных нет",
    en="{open} open actions, none of them overdue",
    bg="Отворени действия: {open}; няма просрочени",
)
SUBTITLE: Final = Text(
    ru="Действия планов развития по сроку, на {day}",
    en="Actions of development plans by the day they are due, as of {day}",
    bg="Действия от плановете за развитие по срок, към {day}",
)
FOOT: Final = Text(
    ru="▼ – просрочено. «К проверке» – дата контроля прошла, а действие не сделано. Последний столбец – результат "
    "или причина переноса, а у открытых – чего в плане не хватает.",
    en="▼ means overdue. “To check”: the check date has passed and the action is not done. The last column has the "
    "result or the reason of a delay, and of open actions what the plan leaves out.",
    bg="▼ значи просрочено. „За контрол“ – датата на контрол е минала, а действието не е изпълнено. В последната "
    "колона е резултатът или причината за отлагането, а при отворените – какво липсва в плана.",
)
SHOWN: Final = Text(ru="Что показать", en="What to show", bg="Какво да се покаже")
OPEN: Final = "open"
ALL_OPEN: Final = Text(ru="всё открытое", en="all that is open", bg="всички отворени")
COLUMNS: Final = (
    Text(ru="Срок", en="Due", bg="Срок"),
    Text(ru="Действие", en="Action", bg="Действие"),
    Text(ru="Клиент", en="Client", bg="Клиент"),
    Text(ru="Исполнитель", en="Owner", bg="Изпълнител"),
    Text(ru="Состояние", en="State", bg="Състояние"),
    Text(ru="Результат или чего не хватает", en="Result, or what is missing", bg="Резултат или какво липсва"),
)
STATE: Final = {
    OVERDUE: Text(ru="просрочено", en="overdue", bg="просрочено"),
    TO_CHECK: Text(ru="к проверке", en="to check", bg="за контрол"),
    RUNNING: Text(ru="в работе", en="under way", bg="в процес"),
    POSTPONED: Text(ru="перенесено", en="postponed", bg="отложено"),
    DONE: Text(ru="сделано", en="done", bg="изпълнено"),
    DROPPED: Text(ru="снято", en="dropped", bg="отпаднало"),
}
NO_REASON: Final = Text(ru="причина не указана", en="no reason given", bg="няма посочена причина")
LACKS: Final = Text(ru="не указано: {what}", en="not stated: {what}", bg="не е посочено: {what}")
QUESTION: Final = {
    "action": Text(ru="что сделать", en="what to do", bg="какво да се направи"),
    "owner": Text(ru="кто", en="who", bg="кой"),
    "due_on": Text(ru="когда", en="when", bg="кога"),
    "resources": Text(ru="какими средствами", en="with what means", bg="с какви средства"),
    "participants": Text(ru="с кем", en="with whom", bg="с кого"),
}
NONE_SUCH: Final = Text(ru="Таких действий нет", en="There are no such actions", bg="Няма такива действия")
NONE_HINT: Final = Text(ru="Выберите другое состояние.", en="Choose another state.", bg="Изберете друго състояние.")

STATES_NAME: Final = Text(ru="Состояние планов", en="State of the plans", bg="Състояние на плановете")
STATES_TITLE: Final = Text(
    ru="Сделано {share} действий планов развития",
    en="{share} of the actions of development plans are done",
    bg="Изпълнени са {share} от действията по плановете",
)
STATES_SUBTITLE: Final = Text(
    ru="Действия по состоянию на {day}, по сроку, {period}",
    en="Actions by their state on {day}, by the day they are due, {period}",
    bg="Действия по състояние към {day}, по срок, {period}",
)
QUESTIONS_NAME: Final = Text(
    ru="На что план не отвечает", en="What the plans leave out", bg="На какво планът не отговаря"
)
QUESTIONS_TITLE: Final = Text(
    ru="Чаще всего план не говорит, {question}: {share}",
    en="Most often a plan does not say {question}: {share}",
    bg="Най-често планът не казва {question}: {share}",
)
QUESTIONS_FULL: Final = Text(
    ru="Каждое действие отвечает на все пять вопросов",
    en="Every action answers all five questions",
    bg="Всяко действие отговаря на петте въпроса",
)
QUESTIONS_SUBTITLE: Final = Text(
    ru="Действия без ответа на вопрос, из всех не снятых, по сроку, {period}",
    en="Actions without an answer to the question, of all not dropped, by the day they are due, {period}",
    bg="Действия без отговор на въпроса, от всички неотпаднали, по срок, {period}",
)
OWNERS_NAME: Final = Text(ru="В срок, по исполнителям", en="In time, by owner", bg="В срок, по изпълнители")
OWNERS_SUBTITLE: Final = Text(
    ru="Доля действий, сделанных в срок, из сделанных и просроченных, по сроку, {period}",
    en="Share of actions done in time, of those done or past their day, by the day they are due, {period}",
    bg="Дял на действията, изпълнени в срок, от изпълнените и просрочените, по срок, {period}",
)
OWNERS_LESS: Final = Text(
    ru="{who}: действия планов реже, чем у остальных, сделаны в срок",
    en="{who}: actions are done in time less often than the rest's",
    bg="{who}: действията по-рядко от останалите са изпълнени в срок",
)
OWNERS_MORE: Final = Text(
    ru="{who}: действия планов чаще, чем у остальных, сделаны в срок",
    en="{who}: actions are done in time more often than the rest's",
    bg="{who}: действията по-често от останалите са изпълнени в срок",
)
OWNERS_ALIKE: Final = Text(
    ru="В срок {share}; никто доказанно не отличается от остальных",
    en="{share} in time; nobody is proven to differ from the rest",
    bg="В срок са {share}; за никого не е доказано, че се различава",
)


def plans(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page. The board is of the last day of the data, whatever the period."""
    return (board_panel(context), states_panel(context), questions_panel(context), owners_panel(context))


def board_panel(context: Context) -> Panel:
    """Return the actions to work through, the most pressing state first."""
    metric, key, title = METRICS["plan_actions"], "plans.board", context.say(NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    options = ((OPEN, context.say(ALL_OPEN)), *((code, context.say(STATE[code])) for code in STATES))
    pick = context.pick("plans.state", context.say(SHOWN), options, OPEN)
    every = actions_behind(context.tables, as_of_today(context))
    if every.empty:
        return nothing_panel(key, title, context)
    found = every[every["open"] if pick.chosen == OPEN else every["state"] == pick.chosen]
    if found.empty:
        return Panel(key, title, "", Empty(context.say(NONE_SUCH), context.say(NONE_HINT)), choices=(pick,))
    found = found.sort_values(["state", "due_on", "client"], kind="stable").drop_duplicates(["client", "action"])
    late = int((every["state"] == OVERDUE).sum())
    still = int(every["open"].sum())
    said = {"open": number(still, context.language), "late": number(late, context.language)}
    columns = tuple(ListColumn(context.say(head), Align.LEFT, wide=at == 5) for at, head in enumerate(COLUMNS))
    rows = tuple(_row(row, context) for row in rows_of(found.head(LISTED)))
    parts = [context.say(FOOT)]
    if len(found) > LISTED:
        shown, many = (number(n, context.language) for n in (LISTED, len(found)))
        parts.append(context.say(MORE, shown=shown, all=many))
    title = context.say(TITLE_LATE if late else TITLE_CALM, **said)
    subtitle = context.say(SUBTITLE, day=day(context.today, context.language))
    return Panel(key, title, subtitle, Listing(columns, rows), " ".join([*parts, context.as_of]), (pick,))


def _row(row: Any, context: Context) -> ListRow:
    named = {
        name: None if pd.isna(getattr(row, name)) else str(getattr(row, name)) for name in ("client", "action")
    }
    cells = (
        "" if pd.isna(row.due_on) else day(row.due_on.date(), context.language),
        text_of(row.action),
        text_of(row.client),
        text_of(row.owner),
        context.say(STATE[row.state]),
        _outcome(row, context),
    )
    drill = Drill("plan_actions", MappingProxyType({"state": row.state, **named}), "n", EVER)
    return ListRow(cells, drill, Verdict.WORSE if row.state == OVERDUE else Verdict.NONE)


def _outcome(row: Any, context: Context) -> str:
    result = text_of(row.result)
    if row.state in (DONE, DROPPED):
        return result
    if row.state == POSTPONED:
        return result or context.say(NO_REASON)
    lacks = [context.say(QUESTION[name]) for name in QUESTIONS if pd.isna(getattr(row, name))]
    return context.say(LACKS, what=", ".join(lacks)) if lacks else result


def states_panel(context: Context) -> Panel:
    """Return how many actions stand in which state."""
    metric, key, title = METRICS["plan_actions"], "plans.states", context.say(STATES_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=context.filters)
    if found.empty:
        return nothing_panel(key, title, context)
    bars = tuple(
        Bar(
            context.say(STATE[row.state]),
            float(row.n),
            counted(int(row.n), context.language, ACTIONS),
            Drill(metric.key, MappingProxyType({"state": row.state})),
            accent=row.state == OVERDUE,
        )
        for row in rows_of(found)
    )
    done = int(found.loc[found["state"] == DONE, "n"].sum())
    title = context.say(STATES_TITLE, share=k_of_n(done, int(found["n"].sum()), context.language))
    subtitle = context.say(STATES_SUBTITLE, day=day(context.today, context.language), period=context.period)
    return Panel(key, title, subtitle, Bars(bars), context.as_of)


def questions_panel(context: Context) -> Panel:
    """Return which of the five questions the plans leave open."""
    metric, key, title = METRICS["plan_questions"], "plans.questions", context.say(QUESTIONS_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=context.filters)
    if found.empty:
        return nothing_panel(key, title, context)
    found = found.assign(lack=found["n"] - found["k"])
    found = found.sort_values(["lack", "question"], ascending=[False, True], kind="stable")
    bars = tuple(
        Bar(
            context.say(QUESTION[row.question]),
            float(row.lack),
            k_of_n(row.lack, row.n, context.language),
            Drill(metric.key, MappingProxyType({"question": row.question}), "rest"),
            accent=not at,
        )
        for at, row in enumerate(rows_of(found[found["lack"] > 0]))
    )
    subtitle = context.say(QUESTIONS_SUBTITLE, period=context.period)
    if not bars:
        return Panel(key, title, "", Empty(context.say(QUESTIONS_FULL), context.as_of))
    title = context.say(QUESTIONS_TITLE, question=bars[0].label, share=bars[0].text)
    return Panel(key, title, subtitle, Bars(bars), context.as_of)


def owners_panel(context: Context) -> Panel:
    """Return the share of actions done in time, each owner against the rest."""
    metric, key, title = METRICS["actions_in_time"], "plans.owners", context.say(OWNERS_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    found = None if absent else compared(metric, context)
    if found is None:
        return absent or nothing_panel(key, title, context)
    if found.worse:
        title = context.say(OWNERS_LESS, who=names(found.worse, context))
    elif found.better:
        title = context.say(OWNERS_MORE, who=names(found.better, context))
    else:
        whole = found.picture.dots[0].share
        title = context.say(OWNERS_ALIKE, share=k_of_n(whole.k, whole.n, context.language))
    subtitle = context.say(OWNERS_SUBTITLE, period=context.period)
    return Panel(key, title, subtitle, found.picture, f"{found.foot} {context.as_of}")
