"""How the share of a reason moves from month to month or quarter to quarter, and whether it has really changed.

More than half of the module is words in three languages.
"""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Panel, Pick, Point, Trend
from ..model.period import Period
from ..model.text import Text
from ..statistics.association import cells
from ..statistics.intervals import wilson
from ..text.dates import month_name, month_of_year, period_name
from ..text.numbers import counts, interval_percent, k_of_n, number, percent
from ..text.plural import REFUSALS, counted
from .context import BY_CLOSING, Context
from .missing import nothing_panel
from .refusal_columns import BLANK, REST, Column, tabulated
from .refusal_view import GATE, View, drill_to, reason_name, row_of, stop_title
from .revenue import unfinished_month

KEY: Final = "refusals.months"
SHOWN: Final = {"month": 18, "quarter": 12}
RATE_GATE: Final = 10
"""With fewer refusals in a period than this no share is drawn."""

NAME: Final = Text(ru="Причины отказов во времени", en="Reasons over time", bg="Причините във времето")
REASON_LABEL: Final = Text(ru="Причина", en="Reason", bg="Причина")
SPAN_LABEL: Final = Text(ru="Шаг", en="Step", bg="Стъпка")
SPANS: Final = {
    "month": Text(ru="месяцы", en="months", bg="месеци"),
    "quarter": Text(ru="кварталы", en="quarters", bg="тримесечия"),
}
ROSE: Final = Text(
    ru="{when}: {reason} {share}; это больше, чем раньше ({before})",
    en="{when}: {reason} {share}, more than before ({before})",
    bg="{when}: {reason} {share}; повече от преди ({before})",
)
FELL: Final = Text(
    ru="{when}: {reason} {share}; это меньше, чем раньше ({before})",
    en="{when}: {reason} {share}, less than before ({before})",
    bg="{when}: {reason} {share}; по-малко от преди ({before})",
)
SAME: Final = Text(
    ru="{when}: {reason} {share}; практически как раньше",
    en="{when}: {reason} {share}, practically as before",
    bg="{when}: {reason} {share}; практически както преди",
)
OPEN: Final = Text(
    ru="{when}: {reason} {share}; изменилась ли доля, пока не видно",
    en="{when}: {reason} {share}; cannot tell yet whether it changed",
    bg="{when}: {reason} {share}; още не личи дали делът се е променил",
)
FEW: Final = Text(
    ru="{when}: {n}, судить о переменах рано",
    en="{when}: {n}, too few to judge a change",
    bg="{when}: {n}, рано е да се съди за промени",
)
ONLY: Final = Text(
    ru="Сравнить пока не с чем: нужны два законченных периода",
    en="Nothing to compare with yet: it takes two complete periods",
    bg="Още няма с какво да се сравни: нужни са два приключили периода",
)
ALSO: Final = Text(
    ru="Доказанно изменилось и другое: {reasons}.",
    en="Proven to have changed as well: {reasons}.",
    bg="Доказано са се променили и: {reasons}.",
)
ALSO_ITEM: Final = Text(
    ru="{reason}, было {before}, стало {now}",
    en="{reason}, was {before}, is {now}",
    bg="{reason}, беше {before}, стана {now}",
)
SUBTITLE: Final = Text(
    ru="{reason}: доля среди всех отказов, {date}, {period}",
    en="{reason}: share of all refusals, {date}, {period}",
    bg="{reason}: дял от всички откази, {date}, {period}",
)
QUARTER_ON_AXIS: Final = Text(ru="{roman} кв.", en="Q{number}", bg="{roman} трим.")
RUNNING: Final = {
    "month": Text(ru="месяц идёт", en="month in progress", bg="месецът тече"),
    "quarter": Text(ru="квартал идёт", en="quarter in progress", bg="тримесечието тече"),
}
UNDER: Final = Text(ru="всего отказов", en="refusals in all", bg="откази общо")
FOOT: Final = Text(
    ru="Серая черта: 95 % интервал. Полый кружок: период не закончен и не сравнивается. Последний законченный "
    "период сравнивается со всеми показанными до него, с поправкой на число причин; нужно не меньше {gate} "
    "отказов.",
    en="Grey line: 95% interval. A hollow dot: the period is not over and is not compared. The last whole period "
    "is compared with all those shown before it, corrected for the number of reasons; it takes at least {gate} "
    "refusals.",
    bg="Сива черта: 95% интервал. Празно кръгче: периодът не е приключил и не се сравнява. Последният приключил "
    "период се сравнява с всички показани преди него, с поправка за броя причини; нужни са поне {gate} отказа.",
)


def months_panel(view: View, context: Context) -> Panel:
    """Return the share of one reason by month or quarter, and whether the last whole one differs from before."""
    spans = tuple((code, context.say(title)) for code, title in SPANS.items())
    span = context.pick("refusal_span", context.say(SPAN_LABEL), spans, "month")
    found = METRICS["refusals"].measure(context.tables, by=(span.chosen,), filters=context.filters)
    found = found[found[span.chosen].notna()]
    if found.empty:
        return nothing_panel(KEY, context.say(NAME), context)
    table = tabulated(found, span.chosen, view.columns)
    table.index = pd.to_datetime(table.index)
    table = table.sort_index().tail(SHOWN[span.chosen])
    judged = _judged(table, span.chosen, view, context)
    pick = _reason(judged, view, context)
    column = view.column(_code(pick.chosen))
    months = zip(table.index, table[column.code], table.sum(axis=1), strict=True)
    picture = Trend(
        points=tuple(_point(day.date(), int(k), int(n), column, span.chosen, context) for day, k, n in months),
        share=True,
        words=MappingProxyType(
            {"unfinished": context.say(RUNNING[span.chosen]), "under": context.say(UNDER), "axis": ""}
        ),
    )
    subtitle = context.say(SUBTITLE, reason=column.label, date=context.say(BY_CLOSING), period=context.period)
    return Panel(
        KEY,
        _title(table, judged, column, span.chosen, view, context),
        subtitle,
        picture,
        f"{context.say(FOOT, gate=number(GATE, context.language))} {context.as_of}",
        (pick, span),
        tuple(_also(judged, column, view, context)),
    )


def unfinished(first: date, span: str, today: date) -> bool:
    """Whether the month or quarter that begins on `first` is not over on the day on which the data end."""
    last = date(first.year, first.month + 2, 1) if span == "quarter" else first
    return unfinished_month(last, today)


def _whole(table: pd.DataFrame, span: str, context: Context) -> pd.DataFrame:
    over = [not unfinished(pd.Timestamp(day).date(), span, context.today) for day in table.index]
    return table[over]


def _judged(table: pd.DataFrame, span: str, view: View, context: Context) -> pd.DataFrame:
    """Return each column of the last whole period against all before it; empty when there is nothing to compare."""
    whole = _whole(table, span, context)
    if len(whole) < 2:
        return pd.DataFrame(columns=["category", "differs", "answer", "share", "rest", "n", "k", "q"])
    two = pd.DataFrame([whole.iloc[:-1].sum(), whole.iloc[-1]], index=["before", "last"])
    found = cells(two, gate=GATE, delta=context.rule("practical_difference"))
    found = found[found["group"] == "last"]
    if view.stopped(row_of(two, "last")) or view.stopped(row_of(two, "before")):
        told = [column.code for column in view.columns if not column.untold]
        found.loc[found["category"].isin(told), "differs"] = 0
    return found


def _reason(judged: pd.DataFrame, view: View, context: Context) -> Pick:
    """Return the choice of a reason: at first the one that has changed, else the most frequent."""
    shown = [column for column in view.columns if column.code != REST and view.sums[column.code]]
    changed = judged[(judged["differs"] != 0) & judged["category"].isin([one.code for one in shown])]
    told = [column for column in shown if not column.untold] or shown or list(view.columns)
    default = max(told, key=lambda one: int(view.sums[one.code])).code
    if len(changed):
        # Two reasons change against each other as often as not: the one that rose is the message.
        ordered = changed.sort_values(["q", "differs"], ascending=[True, False], kind="stable")
        default = str(ordered["category"].iloc[0])
    options = tuple((_address(column.code), column.label) for column in shown or view.columns)
    return context.pick("refusal_reason", context.say(REASON_LABEL), options, _address(default))


def _address(code: str) -> str:
    # An address does not carry the sign with which the codes of our own columns begin.
    return code.replace("\x00", "-")


def _code(chosen: str) -> str:
    return f"\x00{chosen[1:]}" if chosen in ("-blank", "-other", "-rest") else chosen


def _point(on: date, k: int, n: int, column: Column, span: str, context: Context) -> Point:
    language = context.language
    low, high = (float(bound) for bound in wilson(k, n))
    enough = n >= RATE_GATE
    said = counts(k, n, language)
    if enough:
        said = f"{k_of_n(k, n, language)} {interval_percent(low, high, language)}"
    label = month_name(on.month, language)
    if span == "quarter":
        roman = ("I", "II", "III", "IV")[on.month // 3]
        label = context.say(QUARTER_ON_AXIS, roman=roman, number=str(on.month // 3 + 1))
    if on.month == 1:
        label = f"{label} {on.year}"
    drill = drill_to(column, **{span: on.isoformat()})
    return Point(
        label=label,
        value=k / n if enough else None,
        text=f"{_when(on, span, context)}: {said}",
        drill=drill,
        low=low if enough else None,
        high=high if enough else None,
        under=number(n, language),
        unfinished=unfinished(on, span, context.today),
    )


def _when(on: date, span: str, context: Context) -> str:
    if span == "month":
        return month_of_year(on, context.language)
    last = Period.month(f"{on.year}-{on.month + 2:02d}").end
    return period_name(Period(on, last), context.language)


def _title(
    table: pd.DataFrame, judged: pd.DataFrame, column: Column, span: str, view: View, context: Context
) -> str:
    whole = _whole(table, span, context)
    if judged.empty:
        return context.say(ONLY)
    when = _when(pd.Timestamp(whole.index[-1]).date(), span, context)
    when = when[:1].upper() + when[1:]
    last = whole.iloc[-1]
    if last.sum() < GATE:
        return context.say(FEW, when=when, n=counted(int(last.sum()), context.language, REFUSALS))
    stopped = None if column.untold else stop_title(last, view, context)
    if stopped:
        return f"{when}: {stopped[:1].lower()}{stopped[1:]}"
    cell = judged[judged["category"] == column.code].iloc[0]
    text = SAME if cell["answer"] == "same" else OPEN
    if cell["differs"]:
        text = ROSE if cell["differs"] > 0 else FELL
    share = k_of_n(int(cell["k"]), int(cell["n"]), context.language)
    before = percent(float(cell["rest"]), context.language)
    name = column.label.lower() if column.code == BLANK else reason_name(column, context)
    return context.say(text, when=when, reason=name, share=share, before=before)


def _also(judged: pd.DataFrame, column: Column, view: View, context: Context) -> list[str]:
    changed = judged[(judged["differs"] != 0) & ~judged["category"].isin([column.code, REST])]
    items = [
        context.say(
            ALSO_ITEM,
            reason=reason_name(view.column(str(category)), context),
            before=percent(float(rest), context.language),
            now=percent(float(share), context.language),
        )
        for category, rest, share in zip(changed["category"], changed["rest"], changed["share"], strict=True)
    ]
    return [context.say(ALSO, reasons="; ".join(items))] if items else []
