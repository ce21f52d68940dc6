"""Which reasons the whole department hears, whether one of them is really the main one, and what they cost."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from ..model.panel import Bar, Bars, Panel
from ..model.text import Text
from ..text.numbers import k_of_n, money, money_scale, number, percent
from .context import BY_CLOSING, Context
from .refusal_columns import BLANK, REST, Column, tabulated
from .refusal_view import View, drill_to, reason_name, stop_title
from .shares import roughly

TOP: Final = Text(
    ru="Чаще всего отказывают по причине {reason}: {share}",
    en="The most frequent reason is {reason}: {share}",
    bg="Най-честата причина е {reason}: {share}",
)
TOP_BLANK: Final = Text(
    ru="Чаще всего причина отказа не записана: {share}",
    en="Most often the reason is not on record: {share}",
    bg="Най-често причината за отказа не е записана: {share}",
)
OPEN: Final = Text(
    ru="Какая причина главная, {first} или {second}, пока не видно: нужно ещё {n}",
    en="Which of {first} and {second} is the main reason cannot be told: {n} more refusals needed",
    bg="Коя е главната причина, {first} или {second}, още не личи: нужни са още {n}",
)
TIED: Final = Text(
    ru="Какая причина главная, {first} или {second}, не видно: они одинаково часты",
    en="Which of {first} and {second} is the main reason cannot be told: equally frequent",
    bg="Коя е главната причина, {first} или {second}, не личи: еднакво чести са",
)
FEW: Final = Text(
    ru="Записана одна причина, {reason}, и отказов мало: {share}",
    en="One reason is on record, {reason}, in few refusals: {share}",
    bg="Записана е една причина, {reason}, и отказите са малко: {share}",
)
NO_REASON: Final = Text(
    ru="Ни у одного отказа не записана причина",
    en="No refusal has a reason on record",
    bg="Нито един отказ няма записана причина",
)
SUBTITLE_BARS: Final = Text(
    ru="Отказы по причинам, {date}, {period}. Рядом: сумма сделок",
    en="Refusals by reason, {date}, {period}. Beside them: the money of the deals",
    bg="Откази по причини, {date}, {period}. Отстрани: сумата на сделките",
)
COUNT_HEAD: Final = Text(ru="отказов", en="refusals", bg="откази")
MONEY_HEAD: Final = Text(ru="на сумму", en="worth", bg="на стойност")
FOOT: Final = Text(
    ru="Главной причина названа, только если её перевес над второй доказан (двусторонняя проверка, 5 %). «Не "
    "указана» и «другое» не отбрасываются.",
    en="A reason is called the main one only where its lead over the second is proven (two-sided, 5%). “Not "
    "stated” and “other” are never dropped.",
    bg="Причина се нарича главна само ако преднината ѝ пред втората е доказана (двустранна проверка, 5%). „Не е "
    "посочена“ и „друго“ никога не се изпускат.",
)


def reasons_panel(view: View, context: Context) -> Panel:
    """Return the reasons of the whole department with the money that went with them."""
    sums = view.sums
    worth = tabulated(view.found, "manager", view.columns, "amount").sum()
    scale = money_scale(float(worth.abs().max() or 0))
    shown = sorted(view.columns, key=lambda one: (one.code == REST, -int(sums[one.code])))
    shown = [one for one in shown if sums[one.code]]
    bars = tuple(_bar(one, at == 0, sums, worth, scale, context) for at, one in enumerate(shown))
    subtitle = context.say(SUBTITLE_BARS, date=context.say(BY_CLOSING), period=context.period)
    picture = Bars(bars, context.say(COUNT_HEAD), context.say(MONEY_HEAD))
    foot = f"{context.say(FOOT)} {context.as_of}"
    return Panel("refusals.reasons", _title(view, context), subtitle, picture, foot)


def _bar(
    column: Column, first: bool, sums: pd.Series[Any], worth: pd.Series[Any], scale: int, context: Context
) -> Bar:
    k, amount = float(sums[column.code]), float(worth[column.code])
    return Bar(
        label=column.label,
        value=k,
        text=f"{number(k, context.language)} · {percent(k / float(sums.sum()), context.language)}",
        drill=drill_to(column),
        aside=money(amount, context.language, context.currency, scale=scale) if amount else "",
        accent=first and not column.untold,
        strong=first,
        unknown=column.code == BLANK,
    )


def _title(view: View, context: Context) -> str:
    language, sums = context.language, view.sums
    total = int(sums.sum())
    if sums.idxmax() == BLANK:
        return context.say(TOP_BLANK, share=k_of_n(int(sums[BLANK]), total, language))
    stopped = stop_title(sums, view, context)
    if stopped:
        return stopped
    main = view.main_of(sums)
    if main is None:
        return context.say(NO_REASON)
    first = view.column(str(main.category))
    share = k_of_n(int(sums[first.code]), total, language)
    name = reason_name(first, context)
    if main.verified:
        return context.say(TOP, reason=name, share=share)
    if main.runner_up is None:
        return context.say(FEW, reason=name, share=share)
    second = reason_name(view.column(str(main.runner_up)), context)
    if main.needed is None:
        return context.say(TIED, first=name, second=second)
    return context.say(OPEN, first=name, second=second, n=roughly(main.needed, context.language))
