"""What the ring-round says about all meetings of the month: exact bounds, a correction, and what silence allows."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.ring_answers import answers_of
from ..model.panel import Drill, Listing, ListRow, Panel
from ..model.text import Text
from ..statistics.audit import bounds, bounds_with_unanswered, corrected
from ..text.numbers import counts, number, percent
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of

NAME: Final = Text(ru="Что показал обзвон", en="What the ring-round says", bg="Какво показа обзвъняването")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, сколько встреч могло не состояться: загрузите заполненный бланк обзвона.",
    en="You would see how many meetings may not have been: upload the filled-in form of the ring-round.",
    bg="Тук ще се вижда колко срещи може да не са били: качете попълнената бланка от обзвъняването.",
)
TITLE_NONE: Final = Text(
    ru="Все ответившие подтвердили встречи: {share}",
    en="Everybody who answered confirmed the meeting: {share}",
    bg="Всички отговорили потвърдиха срещата: {share}",
)
TITLE_SOME: Final = Text(
    ru="Не подтверждены встречи: {share} ответивших",
    en="Meetings not confirmed: {share} who answered",
    bg="Непотвърдени срещи: {share} отговорили",
)
SUBTITLE: Final = Text(
    ru="Случайная выборка встреч: ответы клиентов и границы для всех встреч месяца, каждая с надёжностью "
    "{confidence}",
    en="Random sample of meetings: clients' answers, and bounds for all meetings of the month, each with a "
    "confidence of {confidence}",
    bg="Случайна извадка от срещи: отговори на клиентите и граници за всички срещи от месеца, всяка с надеждност "
    "{confidence}",
)
FOOT: Final = Text(
    ru="Границы точные, по гипергеометрическому распределению. Поправка считает, что встречу, которой не было, "
    "не подтвердят в {sense}, а состоявшуюся подтвердят в {spec} случаев: даже {ten} честных встреч дают хотя "
    "бы один отказ с вероятностью {chance}. Последний столбец: границы, если о недозвонах и «не помнит» "
    "неизвестно ничего. Проверки сверх выборки не входят.",
    en="Bounds are exact, by the hypergeometric distribution. The correction takes it that a meeting that never "
    "was is denied in {sense} and one that was is confirmed in {spec} of cases: even {ten} honest meetings give "
    "a denial or more with a chance of {chance}. Last column: bounds if nothing is known of those not reached "
    "or who do not remember. Checks beyond the sample stay out.",
    bg="Границите са точни, по хипергеометричното разпределение. Поправката приема, че несъстояла се среща се "
    "отрича в {sense}, а проведена се потвърждава в {spec} от случаите: дори {ten} честни срещи дават поне едно "
    "отричане с вероятност {chance}. Последна колона: граници, ако за неоткритите и непомнещите не се знае "
    "нищо. Проверките извън извадката не влизат.",
)
HEADS: Final = (
    Text(ru="Менеджер", en="Manager", bg="Мениджър"),
    Text(ru="Выборка", en="Sample", bg="Извадка"),
    Text(ru="Не подтвердили", en="Not confirmed", bg="Непотвърдени"),
    Text(ru="Не ответили", en="No answer", bg="Без отговор"),
    Text(ru="Из всех встреч месяца", en="Of all the month's meetings", bg="От всички срещи за месеца"),
    Text(ru="С поправкой", en="Corrected", bg="С поправка"),
    Text(ru="С неответившими", en="With the unanswered", bg="С неотговорилите"),
)
RANGE: Final = Text(ru="{low}–{high} из {n}", en="{low}–{high} of {n}", bg="{low}–{high} от {n}")
UNKNOWN_SIZE: Final = Text(
    ru="не указано, из скольких", en="of how many is not stated", bg="не е посочено от колко"
)


def results_panel(context: Context) -> Panel:
    """Return what the answers to each sample say, manager by manager in alphabetical order."""
    metric, key, title = METRICS["ring_denied"], "records.results", context.say(NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = answers_of(context.tables, context.filters)
    if found.empty:
        return nothing_panel(key, title, context)
    language = context.language
    columns = context.columns(HEADS, right=range(1, len(HEADS)))
    rows = tuple(_row(row, context) for row in rows_of(found))
    denied, answered = int(found["denied"].sum()), int((found["denied"] + found["confirmed"]).sum())
    title = context.say(TITLE_SOME if denied else TITLE_NONE, share=counts(denied or answered, answered, language))
    specificity = context.rule("answer_specificity")
    foot = context.say(
        FOOT,
        sense=percent(context.rule("answer_sensitivity"), language),
        spec=percent(specificity, language),
        ten=number(10, language),
        chance=percent(1 - specificity**10, language),
    )
    subtitle = context.say(SUBTITLE, confidence=percent(context.rule("ring_confidence"), language))
    return Panel(key, title, subtitle, Listing(columns, rows), f"{foot} {context.as_of}")


def _row(row: Any, context: Context) -> ListRow:
    language, confidence = context.language, context.rule("ring_confidence")
    answered, silent = int(row.denied + row.confirmed), int(row.silent)
    exact = fixed = manski = ""
    if pd.isna(row.frame_size):
        exact = context.say(UNKNOWN_SIZE)
    elif answered:
        population = max(int(row.frame_size), answered + silent)
        exact = _range(bounds(int(row.denied), answered, population, confidence), population, context)
        manski = _range(
            bounds_with_unanswered(int(row.denied), answered, silent, population, confidence), population, context
        )
    if answered:
        true = corrected(
            row.denied / answered, context.rule("answer_sensitivity"), context.rule("answer_specificity")
        )
        fixed = percent(true, language, 1)
    label = f"{row.manager} · {row.sample_id}" if row.sample_id else str(row.manager)
    cells = (
        label,
        number(answered + silent, language),
        counts(row.denied, answered, language),
        number(silent, language),
        exact,
        fixed,
        manski,
    )
    where = {"manager": str(row.manager), "sample_id": row.sample_id}
    return ListRow(cells, Drill("ring_denied", MappingProxyType(where)))


def _range(found: Any, population: int, context: Context) -> str:
    figures = {"low": found.low, "high": found.high, "n": population}
    said = context.say(RANGE, **{name: number(value, context.language) for name, value in figures.items()})
    return f"{said} ({percent(found.high / population, context.language)})"
