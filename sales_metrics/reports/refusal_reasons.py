"""Which reasons the whole department hears, and what they cost."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Drill, Panel
from ..model.text import Text
from ..text.numbers import k_of_n, money, money_scale, number, percent, quoted
from .context import BY_CLOSING, Context
from .shares import rows_of

NOT_STATED: Final = Text(ru="Не указана", en="Not stated", bg="Не е посочена")
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
SUBTITLE_BARS: Final = Text(
    ru="Отказы по причинам, {date}, {period}. Рядом: сумма сделок",
    en="Refusals by reason, {date}, {period}. Beside them: the money of the deals",
    bg="Откази по причини, {date}, {period}. Отстрани: сумата на сделките",
)
COUNT_HEAD: Final = Text(ru="отказов", en="refusals", bg="откази")
MONEY_HEAD: Final = Text(ru="на сумму", en="worth", bg="на стойност")


def reasons_panel(context: Context) -> Panel:
    """Return the reasons of the whole department with the money that went with them."""
    found = METRICS["refusals"].measure(context.tables, filters=context.filters)
    found = found.sort_values("k", ascending=False, kind="stable")
    scale = money_scale(float(found["amount"].abs().max() or 0))
    bars = tuple(_bar(row, at == 0, scale, context) for at, row in enumerate(rows_of(found)))
    top = rows_of(found)[0]
    share = k_of_n(top.k, top.n, context.language)
    title = (
        context.say(TOP_BLANK, share=share)
        if pd.isna(top.reason)
        else context.say(TOP, reason=quoted(str(top.reason).lower(), context.language), share=share)
    )
    subtitle = context.say(SUBTITLE_BARS, date=context.say(BY_CLOSING), period=context.period)
    picture = Bars(bars, context.say(COUNT_HEAD), context.say(MONEY_HEAD))
    return Panel("refusals.reasons", title, subtitle, picture, context.as_of)


def _bar(row: Any, first: bool, scale: int, context: Context) -> Bar:
    blank = bool(pd.isna(row.reason))
    return Bar(
        label=context.say(NOT_STATED) if blank else str(row.reason),
        value=float(row.k),
        text=f"{number(row.k, context.language)} · {percent(row.value, context.language)}",
        drill=reason_drill({"reason": None if blank else str(row.reason)}),
        aside=money(float(row.amount), context.language, context.currency, scale=scale) if row.amount else "",
        accent=first and not blank,
        strong=first,
        unknown=blank,
    )


def reason_drill(where: dict[str, str | None]) -> Drill:
    """Return the way to the refusals of one group."""
    return Drill("refusals", MappingProxyType(where), "k")
