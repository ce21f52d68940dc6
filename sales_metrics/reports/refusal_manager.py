"""One manager against all the others: by how many points each reason's share differs, and which is the main one.

More than half of the module is words in three languages.
"""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..model.panel import Dot, Forest, Panel, Share, Verdict
from ..model.text import Text
from ..statistics.shrinkage import dirichlet_multinomial, shrunken
from ..text.numbers import counts, k_of_n, number, percent, points
from ..text.plural import REFUSALS, counted
from .context import BY_CLOSING, Context
from .missing import undivided_panel
from .refusal_advice import main_sentence
from .refusal_columns import BLANK, REST, Column
from .refusal_view import (
    GATE,
    NO_MANAGER,
    UNJUDGED,
    View,
    drill_to,
    name_of,
    number_or_none,
    reason_name,
    row_of,
    stated,
    stop_title,
)
from .shares import rows_of, verdict_text

KEY: Final = "refusals.manager"
NAME: Final = Text(
    ru="Один менеджер против остальных", en="One manager against the rest", bg="Един мениджър срещу останалите"
)
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, какие причины один менеджер слышит чаще остальных.",
    en="You would see which reasons one manager hears more often than the rest.",
    bg="Тук ще се вижда кои причини един мениджър чува по-често от останалите.",
)
LABEL: Final = Text(ru="Менеджер", en="Manager", bg="Мениджър")
MORE: Final = Text(
    ru="{who} слышит {reason} чаще остальных: {own} против {rest}",
    en="{who} hears {reason} more often than the rest: {own} against {rest}",
    bg="{who} чува {reason} по-често от останалите: {own} срещу {rest}",
)
MORE_BLANK: Final = Text(
    ru="{who} чаще остальных не записывает причину: {own} против {rest}",
    en="{who} leaves the reason out more often than the rest: {own} against {rest}",
    bg="{who} по-често от останалите не записва причината: {own} срещу {rest}",
)
LESS: Final = Text(
    ru="{who} слышит {reason} реже остальных: {own} против {rest}",
    en="{who} hears {reason} less often than the rest: {own} against {rest}",
    bg="{who} чува {reason} по-рядко от останалите: {own} срещу {rest}",
)
LESS_BLANK: Final = Text(
    ru="{who} реже остальных оставляет отказ без причины: {own} против {rest}",
    en="{who} leaves the reason out less often than the rest: {own} against {rest}",
    bg="{who} по-рядко от останалите не записва причината: {own} срещу {rest}",
)
ALIKE: Final = Text(
    ru="{who}: причины практически как у остальных",
    en="{who}: the reasons are practically those of the rest",
    bg="{who}: причините са практически като при останалите",
)
OPEN: Final = Text(
    ru="{who}: отличий от остальных пока не видно",
    en="{who}: no difference from the rest can be told yet",
    bg="{who}: още не личат разлики от останалите",
)
FEW: Final = Text(
    ru="{who}: {n}, а для сравнения нужно {gate}",
    en="{who}: {n}, and a comparison needs {gate}",
    bg="{who}: {n}, а за сравнение са нужни {gate}",
)
ALONE: Final = Text(
    ru="{who}: сравнить не с кем", en="{who}: nobody to compare with", bg="{who}: няма с кого да се сравни"
)
SUBTITLE: Final = Text(
    ru="{who}: доля причины минус её доля у всех остальных, п.п., отказы {date}, {period}",
    en="{who}: share of each reason minus its share with all the others, pp, refusals {date}, {period}",
    bg="{who}: дял на причината минус дела ѝ при всички останали, п.п., откази {date}, {period}",
)
REFERENCE: Final = Text(
    ru="как у остальных, полоса ±{delta}",
    en="as with the rest, band ±{delta}",
    bg="като останалите, ивица ±{delta}",
)
ASIDE: Final = Text(
    ru="у остальных {rest}, сглажено {smooth}",
    en="the rest {rest}, smoothed {smooth}",
    bg="останалите {rest}, изгладено {smooth}",
)
MORE_OFTEN: Final = Text(
    ru="↑ чаще, чем у остальных", en="↑ more often than the rest", bg="↑ по-често от останалите"
)
LESS_OFTEN: Final = Text(
    ru="↓ реже, чем у остальных", en="↓ less often than the rest", bg="↓ по-рядко от останалите"
)
TOO_MANY_BLANK: Final = Text(
    ru="? без причины слишком много", en="? too many without a reason", bg="? твърде много без причина"
)
MAIN: Final = Text(
    ru="Главная причина у менеджера – {reason}: {first} против {second} у следующей ({runner}).",
    en="The main reason with this manager is {reason}: {first} against {second} of the next ({runner}).",
    bg="Главната причина при този мениджър е {reason}: {first} срещу {second} при следващата ({runner}).",
)
MAIN_ONLY: Final = Text(
    ru="Главная причина у менеджера – {reason}: других не записано.",
    en="The main reason with this manager is {reason}: no other is on record.",
    bg="Главната причина при този мениджър е {reason}: други не са записани.",
)
FOOT: Final = Text(
    ru="Точка: разница долей, черта: 95 % интервал или шире, с поправкой на число сравнений по всем менеджерам. "
    "Сглажено: доля, какой она вероятна, если учесть, что у одного менеджера случаев мало. Полая точка: судить "
    "рано. Больше или меньше отказов по одной причине – не заслуга и не вина.",
    en="Dot: difference of the shares, line: interval of 95% or wider, corrected for the comparisons of all "
    "managers. Smoothed: what the share probably is, considering that one manager has few cases. A hollow dot: too "
    "early to judge. Hearing one reason more or less often is neither merit nor fault.",
    bg="Точка: разлика в дяловете, черта: 95% интервал или по-широк, с поправка за сравненията на всички "
    "мениджъри. Изгладено: какъв вероятно е делът, като се отчете, че един мениджър има малко случаи. Празна "
    "точка: рано е да се съди. Повече или по-малко откази по една причина не са нито заслуга, нито вина.",
)


def manager_panel(view: View, context: Context) -> Panel:
    """Return the reasons of one manager, chosen by the reader; at first the one who differs most."""
    absent = undivided_panel(KEY, context.say(NAME), METRICS["refusals"], "manager", WOULD_SHOW, context)
    if absent:
        return absent
    managers = _managers(view)
    # A blank cannot be a code in an address.
    options = tuple((stated(name) or "-", name_of(name, context.say(NO_MANAGER))) for name in managers)
    pick = context.pick("refusal_manager", context.say(LABEL), options, options[0][0])
    chosen = managers[[code for code, _ in options].index(pick.chosen)]
    who = dict(options)[pick.chosen]
    row = row_of(view.counts, chosen)
    smooth = row_of(_smoothed(view), chosen)
    judged = view.judged.loc[chosen].reset_index().sort_values(["difference", "k"], ascending=False, kind="stable")
    judged = judged[(judged["k"] > 0) | (judged["rest"] > 0)]
    dots = tuple(_dot(cell, view.column(cell.category), chosen, smooth, context) for cell in rows_of(judged))
    delta = context.rule("practical_difference")
    said = context.say(REFERENCE, delta=points(delta, context.language))
    subtitle = context.say(SUBTITLE, who=who, date=context.say(BY_CLOSING), period=context.period)
    return Panel(
        KEY,
        _title(who, row, judged, view, context),
        subtitle,
        Forest(dots, 0.0, said, delta, differences=True),
        f"{context.say(FOOT)} {context.as_of}",
        (pick,),
        tuple(_main(row, view, context)),
    )


def _managers(view: View) -> list[str]:
    """Return the managers, the one who differs most first."""
    strength = (view.judged["differs"].abs() * view.judged["residual"].abs().fillna(0)).groupby("group").max()
    told = (
        view.judged["differs"][view.judged.index.get_level_values("category") != BLANK].abs().groupby("group").max()
    )
    totals = view.counts.sum(axis=1)
    return sorted(
        (str(name) for name in view.counts.index),
        key=lambda name: (-int(told.get(name, 0)), -float(strength.get(name, 0)), -int(totals[name]), name),
    )


def _smoothed(view: View) -> pd.DataFrame:
    """Return the shares of every manager drawn towards the whole, by a Dirichlet prior fitted to all of them."""
    table = view.counts.to_numpy(dtype=np.float64)
    return pd.DataFrame(
        shrunken(table, dirichlet_multinomial(table)), index=view.counts.index, columns=view.counts.columns
    )


def _dot(cell: Any, column: Column, manager: str, smooth: pd.Series[float], context: Context) -> Dot:
    language = context.language
    shown = cell.answer != "too_few"
    value, low, high = (number_or_none(part) if shown else None for part in (cell.difference, cell.low, cell.high))
    verdict, said = _verdict(cell, context)
    parts = {
        "rest": percent(number_or_none(cell.rest), language),
        "smooth": percent(number_or_none(smooth[column.code]), language),
    }
    return Dot(
        label=column.label,
        share=Share(float(cell.k), float(cell.n), value, low, high),
        text=k_of_n(cell.k, cell.n, language) if shown else counts(cell.k, cell.n, language),
        verdict=verdict,
        verdict_text=said,
        drill=drill_to(column, manager=stated(manager)),
        aside=context.say(ASIDE, **parts) if shown else "",
    )


def _verdict(cell: Any, context: Context) -> tuple[Verdict, str]:
    if cell.answer == "differs":
        verdict = Verdict.MORE if cell.differs > 0 else Verdict.LESS
        return verdict, context.say(MORE_OFTEN if verdict is Verdict.MORE else LESS_OFTEN)
    if cell.answer == UNJUDGED:
        return Verdict.CANNOT_TELL, context.say(TOO_MANY_BLANK)
    verdict = Verdict(cell.answer)
    return verdict, verdict_text(verdict, cell.needed, context.language)


def _title(who: str, row: pd.Series[int], judged: pd.DataFrame, view: View, context: Context) -> str:
    total = int(row.sum())
    if total < GATE:
        parts = {"n": counted(total, context.language, REFUSALS), "gate": number(GATE, context.language)}
        return context.say(FEW, who=who, **parts)
    if (judged["answer"] == "too_few").all():
        return context.say(ALONE, who=who)
    proven = judged[(judged["differs"] != 0) & (judged["category"] != REST)]
    if len(proven):
        # More often is the message, less often only where there is nothing else; of several the surest.
        first = rows_of(proven.assign(less=proven["differs"] < 0).sort_values(["less", "q"], kind="stable"))[0]
        blank = first.category == BLANK
        text = (MORE_BLANK if blank else MORE) if first.differs > 0 else (LESS_BLANK if blank else LESS)
        own, rest = (percent(share, context.language) for share in (first.share, first.rest))
        reason = reason_name(view.column(first.category), context)
        return context.say(text, who=who, reason=reason, own=own, rest=rest)
    stopped = stop_title(view.sums, view, context) or stop_title(row, view, context)
    if stopped:
        return f"{who}: {stopped[:1].lower()}{stopped[1:]}"
    return context.say(ALIKE if (judged["answer"] == "same").all() else OPEN, who=who)


def _main(row: pd.Series[int], view: View, context: Context) -> list[str]:
    """Return the sentence on the main reason of a manager, or on why it cannot be told."""
    main = view.main_of(row)
    if main is None or row.sum() < GATE or view.stopped(row) or view.stopped(view.sums):
        return []
    if not main.verified:
        said = main_sentence(main, view, context)
        return [said[:1].upper() + said[1:]]
    first = view.column(str(main.category))
    if main.runner_up is None:
        return [context.say(MAIN_ONLY, reason=reason_name(first, context))]
    second = view.column(str(main.runner_up))
    parts = {
        "first": number(float(row[first.code]), context.language),
        "second": number(float(row[second.code]), context.language),
        "runner": second.label.lower(),
    }
    return [context.say(MAIN, reason=reason_name(first, context), **parts)]
