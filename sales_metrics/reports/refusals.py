"""The refusals page: which reasons each manager hears, which of them really differ, and what they cost."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Cell, HeatMap, HeatRow, Panel, Share
from ..model.text import Text
from ..statistics.association import cells
from ..statistics.intervals import wilson
from ..text.numbers import number, percent, quoted
from ..text.plural import REFUSALS, counted
from .context import BY_CLOSING, Context
from .missing import missing_panel, nothing_panel
from .refusal_reasons import NOT_STATED, reason_drill, reasons_panel
from .shares import rows_of

GATE: Final = 20
"""With fewer refusals than this a manager's profile is shown as bare counts."""
REASONS_SHOWN: Final = 7
THE_REST: Final = Text(ru="Прочие", en="All others", bg="Други")
DEPARTMENT: Final = Text(ru="Отдел", en="Department", bg="Отдел")
NO_MANAGER: Final = Text(ru="Менеджер не указан", en="Manager not stated", bg="Без мениджър")
TOO_FEW: Final = Text(ru="{n} мало данных", en="{n} too few", bg="{n} малко данни")

NAME: Final = Text(ru="Причины отказов", en="Reasons for refusal", bg="Причини за отказ")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, почему отказывают каждому менеджеру и чьи причины доказанно отличаются.",
    en="You would see why each manager is refused, and whose reasons are proven to differ.",
    bg="Тук ще се вижда защо отказват на всеки мениджър и чии причини доказано се различават.",
)
HEARS_MORE: Final = Text(
    ru="{who} слышит {reason} чаще коллег: {own} против {rest}",
    en="{who} hears {reason} more often than colleagues: {own} against {rest}",
    bg="{who} чува {reason} по-често от колегите: {own} срещу {rest}",
)
BLANK_MORE: Final = Text(
    ru="{who} чаще коллег не записывает причину: {own} против {rest}",
    en="{who} leaves the reason out more often than colleagues: {own} against {rest}",
    bg="{who} по-често от колегите не записва причината: {own} срещу {rest}",
)
SHORT_HEARS: Final = Text(
    ru="{who} чаще слышит {reason}", en="{who} hears {reason} more often", bg="{who} по-често чува {reason}"
)
SHORT_BLANK: Final = Text(
    ru="{who} чаще не записывает причину",
    en="{who} more often leaves the reason out",
    bg="{who} по-често не записва причината",
)
NOTHING_DIFFERS: Final = Text(
    ru="Причины отказов у менеджеров доказанно не отличаются",
    en="No manager's reasons are proven to differ",
    bg="За никой мениджър не е доказано, че причините му се различават",
)
TOO_MUCH_UNKNOWN: Final = Text(
    ru="Причина не записана в {share} отказов: судить о причинах рано",
    en="{share} of refusals have no reason on record: too early to judge the reasons",
    bg="При {share} от отказите няма записана причина: рано е да се съди за причините",
)
SUBTITLE: Final = Text(
    ru="Число отказов и доля внутри строки, {date}, {period}",
    en="Refusals, and the share within the row, {date}, {period}",
    bg="Брой откази и дял в реда, {date}, {period}",
)
FOOT: Final = Text(
    ru="Рамка: ↑ чаще, чем у коллег, ↓ реже, с поправкой на число сравнений. В клетке без рамки отличие не "
    "доказано. Строки, где меньше {gate} отказов, не закрашены.",
    en="A frame: ↑ more often than colleagues, ↓ less often, corrected for the number of comparisons. Without a "
    "frame a difference is not proven. Rows with fewer than {gate} refusals are not filled.",
    bg="Рамка: ↑ по-често от колегите, ↓ по-рядко, с поправка за броя сравнения. В клетка без рамка разликата не "
    "е доказана. Редове с по-малко от {gate} отказа не са запълнени.",
)
UNKNOWN_LIMIT: Final = 0.20
"""Above this share of refusals without a reason no verdict is given."""


def refusals(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page."""
    metric, title = METRICS["refusals"], context.say(NAME)
    # Refused contacts with a reason are refusals too, where deals carry none.
    told = "refusal_reason" in context.tables.present("contacts")
    absent = None if told else missing_panel("refusals.map", title, metric, WOULD_SHOW, context)
    if absent:
        return (absent,)
    found = metric.measure(context.tables, by=("manager",), filters=context.filters)
    if found.empty or not found["k"].sum():
        return (nothing_panel("refusals.map", title, context),)
    return (map_panel(found, context), reasons_panel(context))


def map_panel(found: pd.DataFrame, context: Context) -> Panel:
    """Return managers by reasons, with the cells that are proven to differ marked."""
    counts, reasons = _counts(found)
    judged = cells(counts, gate=GATE).set_index(["group", "category"])
    order = judged["differs"].abs().groupby("group").sum()
    totals = counts.sum(axis=1)
    managers = sorted(
        counts.index, key=lambda who: (totals[who] < GATE, -order.get(who, 0), -totals[who], str(who))
    )
    rows = [_department(counts, reasons, context)]
    rows += [_row(who, counts, reasons, judged, context) for who in managers]
    columns = tuple(_reason_name(reason, context) for reason in reasons)
    subtitle = context.say(SUBTITLE, date=context.say(BY_CLOSING), period=context.period)
    foot = f"{context.say(FOOT, gate=number(GATE, context.language))} {context.as_of}"
    return Panel("refusals.map", _map_title(counts, judged, context), subtitle, HeatMap(columns, tuple(rows)), foot)


_BLANK: Final = "\x00blank"
_OTHER: Final = "\x00other"


def _counts(found: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """Return managers by reasons; the rarest reasons together, the unstated one always by itself and last."""
    keyed = found.assign(
        manager=found["manager"].where(found["manager"].notna(), _BLANK),
        reason=found["reason"].where(found["reason"].notna(), _BLANK),
    )
    sums = (
        keyed.groupby("reason")["k"].sum().drop(_BLANK, errors="ignore").sort_values(ascending=False, kind="stable")
    )
    kept = list(sums.index[:REASONS_SHOWN])
    if len(sums) == REASONS_SHOWN + 1:
        kept = list(sums.index)
    keyed["reason"] = keyed["reason"].where(keyed["reason"].isin([*kept, _BLANK]), _OTHER)
    table = keyed.pivot_table(index="manager", columns="reason", values="k", aggfunc="sum", fill_value=0)
    reasons = [*kept, *([_OTHER] if _OTHER in table else []), _BLANK]
    return table.reindex(columns=reasons, fill_value=0).astype("int64"), reasons


def _reason_name(reason: str, context: Context) -> str:
    return {_BLANK: context.say(NOT_STATED), _OTHER: context.say(THE_REST)}.get(reason, reason)


def _share(k: int, n: int) -> Share:
    low, high = wilson(k, n)
    return Share(float(k), float(n), k / n if n else None, float(low), float(high))


def _department(counts: pd.DataFrame, reasons: list[str], context: Context) -> HeatRow:
    sums, total = counts.sum(), int(counts.to_numpy().sum())
    made = tuple(
        Cell(_share(int(sums[reason]), total), reason_drill(_reason_where(reason)), 0) for reason in reasons
    )
    text = counted(total, context.language, REFUSALS)
    return HeatRow(context.say(DEPARTMENT), made, text, filled=total >= GATE, apart=True)


def _row(who: str, counts: Any, reasons: list[str], judged: Any, context: Context) -> HeatRow:
    total = int(counts.loc[who].sum())
    manager = None if who == _BLANK else who
    made = tuple(
        Cell(
            _share(int(counts.loc[who, reason]), total),
            reason_drill({"manager": manager, **_reason_where(reason)}),
            int(judged.loc[(who, reason), "differs"]),
        )
        for reason in reasons
    )
    filled = total >= GATE
    text = number(total, context.language)
    return HeatRow(
        label=manager or context.say(NO_MANAGER),
        cells=made,
        total_text=text if filled else context.say(TOO_FEW, n=text),
        filled=filled,
    )


def _reason_where(reason: str) -> dict[str, str | None]:
    if reason == _OTHER:
        return {}
    return {"reason": None if reason == _BLANK else reason}


def _map_title(counts: pd.DataFrame, judged: pd.DataFrame, context: Context) -> str:
    total = int(counts.to_numpy().sum())
    blank = int(counts[_BLANK].sum())
    if total and blank / total > UNKNOWN_LIMIT:
        return context.say(TOO_MUCH_UNKNOWN, share=percent(blank / total, context.language))
    proven = judged[(judged["differs"] > 0)].reset_index()
    proven = proven[proven["category"] != _OTHER].sort_values("q", kind="stable")
    if proven.empty:
        return context.say(NOTHING_DIFFERS)
    first = rows_of(proven.drop_duplicates("group"))[:2]
    if len(first) == 1:
        return _finding(first[0], HEARS_MORE, BLANK_MORE, context)
    # A stated reason is the message; that somebody states none is the second thought.
    first.sort(key=lambda row: row.category == _BLANK)
    return "; ".join(_finding(row, SHORT_HEARS, SHORT_BLANK, context) for row in first)


def _finding(row: Any, hears: Text, blank: Text, context: Context) -> str:
    parts = {
        "who": str(row.group) if row.group != _BLANK else context.say(NO_MANAGER),
        "own": percent(row.share, context.language),
        "rest": percent(row.rest, context.language),
    }
    if row.category == _BLANK:
        return context.say(blank, **parts)
    return context.say(hears, reason=quoted(str(row.category).lower(), context.language), **parts)
