"""Records worth a question: each indicator against colleagues, and one person's indicators with their evidence.

Nothing here is a finding about a person. Managers stand in alphabetical order, every mark opens into its records,
and beside each indicator stands what would explain it as well.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Cell, Drill, HeatMap, HeatRow, Listing, ListRow, Panel, Share
from ..model.text import Text
from ..text.numbers import k_of_n, number, percent, points
from ..text.plural import MEETINGS, counted
from .context import BY_HOLDING, Context
from .discipline import DEPARTMENT, room_text, share, shown_of
from .missing import missing_panel, nothing_panel
from .questioned import GATE, INDICATORS, Indicator, absent, measured
from .shares import rows_of

NAME: Final = Text(ru="Вопросы к записям", en="Records worth a question", bg="Въпроси към записите")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, о каких записях стоит спросить: чем они отличаются от записей коллег и на каких "
    "встречах.",
    en="You would see which records are worth a question: how they differ from colleagues' records, and on "
    "which meetings.",
    bg="Тук ще се вижда за кои записи си струва да се попита: по какво се различават от тези на колегите и при "
    "кои срещи.",
)
TITLE_ONE: Final = Text(
    ru="Вопросы к записям: {who}, {n} из {all} показателей",
    en="Records worth a question: {who}, {n} of {all} indicators",
    bg="Въпроси към записите: {who}, {n} от {all} показателя",
)
TITLE_MANY: Final = Text(
    ru="Вопросы есть к записям {n} из {all} менеджеров; показателей с отличием – {cells}",
    en="Records of {n} of {all} managers are worth a question, in {cells} places",
    bg="Въпроси има към записите на {n} от {all} мениджъри, на {cells} места",
)
TITLE_NONE: Final = Text(
    ru="Ничьи записи не отличаются от записей коллег сверх обычного разброса",
    en="Nobody's records differ from colleagues' beyond the usual spread",
    bg="Ничии записи не се различават от тези на колегите извън обичайното",
)
SUBTITLE: Final = Text(
    ru="Встречи и записи, о которых стоит спросить: число и доля, {date}, {period}. По алфавиту; справа – "
    "состоявшиеся встречи",
    en="Meetings and records worth a question: number and share, {date}, {period}. In alphabetical order; at "
    "the right, meetings held",
    bg="Срещи и записи, за които си струва да се попита: брой и дял, {date}, {period}. По азбучен ред; вдясно – "
    "проведени срещи",
)
FOOT: Final = Text(
    ru="Рамка ↑: доля выше, чем у коллег, дальше их обычного разброса и не меньше чем на {delta}; меньше {gate} "
    "случаев не сравниваются. Отличие – повод спросить, а не вывод: у каждого есть и обычное объяснение.",
    en="A frame ↑: the share is above the colleagues', beyond their usual spread and by {delta} or more; fewer "
    "than {gate} cases are not compared. A difference is a reason to ask and no conclusion: each has an "
    "ordinary explanation, too.",
    bg="Рамка ↑: делът е над този на колегите, извън обичайната им разлика и поне с {delta}; под {gate} случая "
    "не се сравняват. Разликата е повод за въпрос, а не извод: всяка има и обикновено обяснение.",
)
NOT_JUDGED: Final = Text(
    ru="Не хватает столбцов для показателей: {names}.",
    en="Columns are missing for: {names}.",
    bg="Липсват колони за: {names}.",
)
ADVICE: Final = Text(
    ru="Что делать: открыть строки, спросить менеджера, как они появились, и обзвонить клиентов по случайной "
    "выборке ниже. До ответов ничего не доказано.",
    en="What to do: open the rows, ask the manager how they came about, and ring clients from the random sample "
    "below. Until there are answers nothing is proven.",
    bg="Какво да се направи: отворете редовете, попитайте мениджъра как са се появили и се обадете на клиенти "
    "от случайната извадка по-долу. Преди отговорите нищо не е доказано.",
)
PERSON: Final = Text(ru="Менеджер", en="Manager", bg="Мениджър")
PERSON_NAME: Final = Text(
    ru="Показатели одного менеджера", en="One manager's indicators", bg="Показатели на един мениджър"
)
PERSON_TITLE: Final = Text(
    ru="{who}: спросить о {n} из {all} показателей",
    en="{who}: {n} of {all} indicators to ask about",
    bg="{who}: {n} от {all} показателя, за които да се попита",
)
PERSON_NONE: Final = Text(
    ru="{who}: вопросов к записям нет, как и у коллег",
    en="{who}: no question, the records are like the colleagues'",
    bg="{who}: няма въпроси, записите са като на колегите",
)
PERSON_SUBTITLE: Final = Text(
    ru="Доля своих записей с вопросом и середина по коллегам, {date}, {period}",
    en="Share of own records with a question, and the middle of the colleagues', {date}, {period}",
    bg="Дял на собствените записи с въпрос и средата на колегите, {date}, {period}",
)
PERSON_FOOT: Final = Text(
    ru="Это подборка для разговора, а не оценка человека. Отметьте строку, чтобы увидеть сами записи.",
    en="This is a collection for a talk and no judgement of a person. Tick a row to see the records themselves.",
    bg="Това е подборка за разговор, а не оценка на човек. Отбележете ред, за да видите самите записи.",
)
HEADS: Final = (
    Text(ru="Показатель", en="Indicator", bg="Показател"),
    Text(ru="Свои записи", en="Own records", bg="Свои записи"),
    Text(ru="Коллеги", en="Colleagues", bg="Колеги"),
    Text(ru="Что видно", en="What is seen", bg="Какво се вижда"),
    Text(ru="Чем ещё объясняется", en="What explains it too", bg="С какво още се обяснява"),
)
ASK: Final = Text(ru="чаще коллег – спросить", en="more often – ask", bg="по-често – да се попита")
LIKE: Final = Text(ru="как у коллег", en="like colleagues", bg="като колегите")
FEW: Final = Text(ru="мало данных", en="too few", bg="малко данни")


def questions_panels(context: Context) -> tuple[Panel, ...]:
    """Return the indicators of everybody, and those of one manager."""
    metric = METRICS["meetings_usual_number"]
    heads = (("records.questions", context.say(NAME)), ("records.person", context.say(PERSON_NAME)))
    gone = [missing_panel(key, title, metric, WOULD_SHOW, context) for key, title in heads]
    if any(gone):
        return tuple(panel for panel in gone if panel)
    found = measured(context)
    if found.empty:
        return tuple(nothing_panel(key, title, context) for key, title in heads)
    return (questions_panel(found, context), person_panel(found, context))


def questions_panel(found: pd.DataFrame, context: Context) -> Panel:
    """Return managers by indicators, those beyond the spread of the colleagues framed."""
    key = "records.questions"
    shown = [one for one in INDICATORS if one.metric in set(found["metric"])]
    picture = HeatMap(tuple(context.say(one.name) for one in shown), _rows(found, shown, context))
    delta = points(context.rule("question_difference"), context.language)
    foot = [context.say(FOOT, delta=delta, gate=number(GATE, context.language)), *_missing(context)]
    foot += [*room_text(found, context), context.as_of]
    subtitle = context.say(SUBTITLE, date=context.say(BY_HOLDING), period=context.period)
    advice = (context.say(ADVICE),) if (found["differs"] > 0).any() else ()
    return Panel(key, _title(found, len(shown), context), subtitle, picture, " ".join(foot), advice=advice)


def person_panel(found: pd.DataFrame, context: Context) -> Panel:
    """Return the indicators of one manager, who is chosen above them, with what would explain each as well."""
    key = "records.person"
    names = sorted(set(found["manager"].astype(str)), key=str.casefold)
    asked = found[found["differs"] > 0].groupby("manager")["differs"].sum()
    pick = context.pick(
        "records_person",
        context.say(PERSON),
        tuple((name, name) for name in names),
        names[0] if asked.empty else str(asked.idxmax()),
    )
    own = {str(row.metric): row for row in rows_of(found[found["manager"] == pick.chosen])}
    shown = [one for one in INDICATORS if one.metric in own]
    n = sum(own[one.metric].differs > 0 for one in shown)
    said = number(n, context.language), number(len(shown), context.language)
    title = context.say(PERSON_TITLE if n else PERSON_NONE, who=pick.chosen, n=said[0], all=said[1])
    rows = tuple(_line(own[one.metric], one, pick.chosen, context) for one in shown)
    columns = context.columns(HEADS, right=(1, 2), wide=4)
    subtitle = context.say(PERSON_SUBTITLE, date=context.say(BY_HOLDING), period=context.period)
    foot = f"{context.say(PERSON_FOOT)} {context.as_of}"
    return Panel(key, title, subtitle, Listing(columns, rows), foot, choices=(pick,))


def _rows(found: pd.DataFrame, shown: list[Indicator], context: Context) -> tuple[HeatRow, ...]:
    own = {(str(row.manager), str(row.metric)): row for row in rows_of(found)}
    sums = {str(row.metric): row for row in rows_of(found.groupby("metric", as_index=False)[["k", "n"]].sum())}
    whole = tuple(
        Cell(share(sums[one.metric].k, sums[one.metric].n, GATE), Drill(one.metric, part=one.part)) for one in shown
    )
    meetings = found[found["metric"] == "meetings_usual_number"].set_index("manager")["n"]
    total = counted(float(meetings.sum()), context.language, MEETINGS)
    made = [HeatRow(context.say(DEPARTMENT), whole, total, apart=True)]
    for manager in shown_of(found):
        cells = tuple(_cell(own.get((manager, one.metric)), manager, one) for one in shown)
        made.append(HeatRow(manager, cells, number(float(meetings.get(manager, 0)), context.language)))
    return tuple(made)


def _cell(row: Any, manager: str, one: Indicator) -> Cell:
    drill = Drill(one.metric, MappingProxyType({"manager": manager}), one.part)
    return Cell(Share(0.0, 0.0), drill) if row is None else Cell(share(row.k, row.n, GATE), drill, int(row.differs))


def _line(row: Any, one: Indicator, manager: str, context: Context) -> ListRow:
    language = context.language
    known = not pd.isna(row.peers)
    seen = context.say(FEW if not known else ASK if row.differs > 0 else LIKE)
    cells = (
        context.say(one.name),
        k_of_n(row.k, row.n, language) if row.n >= GATE else context.say(FEW),
        percent(row.peers, language) if known else "",
        seen,
        context.say(one.explains),
    )
    return ListRow(cells, Drill(one.metric, MappingProxyType({"manager": manager}), one.part))


def _title(found: pd.DataFrame, indicators: int, context: Context) -> str:
    language = context.language
    asked = found[found["differs"] > 0].groupby("manager")["differs"].sum()
    if asked.empty:
        return context.say(TITLE_NONE)
    if len(asked) == 1:
        n, every = number(int(asked.iloc[0]), language), number(indicators, language)
        return context.say(TITLE_ONE, who=str(asked.index[0]), n=n, all=every)
    parts = {"n": len(asked), "all": found["manager"].nunique(), "cells": int(asked.sum())}
    return context.say(TITLE_MANY, **{name: number(value, language) for name, value in parts.items()})


def _missing(context: Context) -> list[str]:
    gone = [context.say(one.name) for one in absent(context) if one.metric != "ring_denied"]
    return [context.say(NOT_JUDGED, names=", ".join(gone))] if gone else []
