"""The hand-overs of the conveyor: from the tele-marketer to the seller, to the contract, to the client manager."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Dot, Drill, Empty, Forest, Panel, Verdict
from ..model.text import Text
from ..text.numbers import counts, k_of_n, number, percent
from ..text.plural import MONTHS, counted
from .context import BY_CREATION, Context
from .missing import NEEDS, UPLOAD, column_title, missing_panel, nothing_panel
from .rates import BLANK
from .shares import rows_of, share_of, share_text

KEY_STEPS: Final = "conveyor.steps"
KEY_QUALIFIED: Final = "conveyor.qualification"
STEPS_NAME: Final = Text(ru="Конвейер продаж", en="The conveyor of sales", bg="Конвейерът на продажбите")
WOULD_SHOW_STEPS: Final = Text(
    ru="Здесь будет видно, какая доля назначенных встреч состоялась, с какими новыми клиентами заключён договор и "
    "кто передан клиентскому менеджеру в срок.",
    en="You would see which share of the meetings set took place, how many new clients signed, and how many were "
    "handed over in time.",
    bg="Тук ще се вижда каква част от насрочените срещи са се състояли, колко нови клиенти са подписали договор и "
    "колко са предадени в срок.",
)
STEPS: Final = {
    "tele_meetings_held": Text(
        ru="Встречи телемаркетологов состоялись",
        en="Tele-marketers’ meetings took place",
        bg="Срещи на телемаркетолозите се състояха",
    ),
    "first_contract": Text(
        ru="Новый клиент заключил договор", en="New client signed a contract", bg="Нов клиент с подписан договор"
    ),
    "handed_over": Text(
        ru="Передан клиентскому менеджеру в срок",
        en="Handed over to a client manager in time",
        bg="Предаден на клиентски мениджър в срок",
    ),
}
STEPS_TITLE: Final = Text(
    ru="Слабее всего участок «{step}»: {share}",
    en="The weakest link is “{step}”: {share}",
    bg="Най-слабото звено е „{step}“: {share}",
)
STEPS_ONE: Final = Text(ru="{step}: {share}", en="{step}: {share}", bg="{step}: {share}")
STEPS_FEW: Final = Text(
    ru="Для выводов о конвейере пока мало случаев",
    en="Too few cases yet to judge the conveyor",
    bg="Още са малко случаите за изводи за конвейера",
)
STEPS_SUBTITLE: Final = Text(
    ru="Доля состоявшихся передач, {period}: встречи по назначенному дню, новые клиенты по дате первой сделки, "
    "передачи по дате договора",
    en="Share of hand-overs that came about, {period}: meetings by the planned day, new clients by the first deal, "
    "hand-overs by the day of the contract",
    bg="Дял на осъществените предавания, {period}: срещи по насрочения ден, нови клиенти по първата сделка, "
    "предавания по датата на договора",
)
STEPS_FOOT: Final = Text(
    ru="Точка: доля, черта: 95 % интервал. Срок передачи по правилу компании: {months} после первого договора.",
    en="Dot: share, line: 95% interval. By the company’s rule clients are to be handed over within {months} of the "
    "first contract.",
    bg="Точка: дял, черта: 95% интервал. Срок за предаване по правилото на фирмата: {months} след първия договор.",
)
STEPS_MISSING: Final = Text(
    ru="Не показано, нужны столбцы: {columns}.",
    en="Not shown, needs the columns: {columns}.",
    bg="Не е показано, нужни са колоните: {columns}.",
)

QUALIFIED_NAME: Final = Text(ru="Наш или не наш", en="Ours or not ours", bg="Наш или не е наш")
WOULD_SHOW_QUALIFIED: Final = Text(
    ru="Здесь будет видно, какая доля сделок начата с клиентами, которые компании подходят.",
    en="You would see which share of deals is started with clients that suit the company.",
    bg="Тук ще се вижда каква част от сделките са започнати с клиенти, подходящи за фирмата.",
)
MARKS: Final = {
    "ours": Text(ru="наш", en="ours", bg="наш"),
    "not_ours": Text(ru="не наш", en="not ours", bg="не е наш"),
    "unknown": Text(ru="ещё выяснить", en="still to find out", bg="да се уточни"),
}
QUALIFIED_TITLE: Final = Text(
    ru="Наших {ours}, не наших {other}; неизвестно о {unknown} сделок",
    en="{ours} of deals are ours, {other} are not, {unknown} are not known",
    bg="Наши са {ours} от сделките, не са наши {other}, за {unknown} не се знае",
)
QUALIFIED_SUBTITLE: Final = Text(
    ru="Сделки по квалификации клиента, {date}, {period}",
    en="Deals by qualification of the client, {date}, {period}",
    bg="Сделки по квалификация на клиента, {date}, {period}",
)
HEADING: Final = Text(ru="сделок", en="deals", bg="сделки")


def steps_panel(context: Context) -> Panel:
    """Return the three shares of the conveyor with intervals; what the data do not hold is named in the foot."""
    title = context.say(STEPS_NAME)
    missing = {key: METRICS[key].missing(context.tables) for key in STEPS}
    there = [key for key, columns in missing.items() if not columns]
    lacking = ", ".join(dict.fromkeys(column_title(*one, context) for many in missing.values() for one in many))
    if not there:
        why = context.say(NEEDS, columns=lacking)
        return Panel(KEY_STEPS, title, "", Empty(why, context.say(WOULD_SHOW_STEPS), context.say(UPLOAD)))
    rows = {key: rows_of(METRICS[key].measure(context.tables, filters=context.filters))[0] for key in there}
    rows = {key: row for key, row in rows.items() if row.n}
    if not rows:
        return nothing_panel(KEY_STEPS, title, context)
    judged = {key: row for key, row in rows.items() if row.enough}
    said = context.say(STEPS_FEW)
    if judged:
        weakest = min(judged, key=lambda key: float(judged[key].value))
        row = judged[weakest]
        share = k_of_n(row.k, row.n, context.language)
        step = context.say(STEPS[weakest])
        alone = len(judged) == 1
        said = context.say(STEPS_ONE if alone else STEPS_TITLE, step=step if alone else _small(step), share=share)
    months = counted(int(context.rule("handover_months")), context.language, MONTHS)
    foot = [context.say(STEPS_FOOT, months=months)]
    if lacking:
        foot.append(context.say(STEPS_MISSING, columns=lacking))
    picture = Forest(tuple(_dot(key, row, context) for key, row in rows.items()), None, "")
    subtitle = context.say(STEPS_SUBTITLE, period=context.period)
    return Panel(KEY_STEPS, said, subtitle, picture, " ".join([*foot, context.as_of]))


def qualification_panel(context: Context) -> Panel:
    """Return how many deals are with clients that are ours, are not, or are still to be found out."""
    title, metric = context.say(QUALIFIED_NAME), METRICS["qualification"]
    absent = missing_panel(KEY_QUALIFIED, title, metric, WOULD_SHOW_QUALIFIED, context)
    if absent:
        return absent
    found = rows_of(metric.measure(context.tables, filters=context.filters))
    if not found:
        return nothing_panel(KEY_QUALIFIED, title, context)
    known = {None if pd.isna(row.qualified) else str(row.qualified): row for row in found}
    bars = tuple(_bar(code, known[code], context) for code in (*MARKS, None) if code in known)
    n = found[0].n
    k = {code: known[code].k if code in known else 0 for code in (*MARKS, None)}
    shares = {
        name: percent(part / n, context.language)
        for name, part in (("ours", k["ours"]), ("other", k["not_ours"]), ("unknown", k["unknown"] + k[None]))
    }
    subtitle = context.say(QUALIFIED_SUBTITLE, date=context.say(BY_CREATION), period=context.period)
    said = context.say(QUALIFIED_TITLE, **shares) if found[0].enough else title
    return Panel(KEY_QUALIFIED, said, subtitle, Bars(bars, context.say(HEADING)), context.as_of)


def _bar(code: str | None, row: Any, context: Context) -> Bar:
    share = k_of_n(row.k, row.n, context.language) if row.enough else counts(row.k, row.n, context.language)
    return Bar(
        label=context.say(MARKS[code] if code is not None else BLANK),
        value=float(row.k),
        text=number(row.k, context.language),
        drill=Drill("qualification", MappingProxyType({"qualified": code}), "k"),
        aside=share,
        strong=code == "ours",
        unknown=code is None,
    )


def _dot(key: str, row: Any, context: Context) -> Dot:
    share = share_of(row)
    text = share_text(share, context.language)
    return Dot(context.say(STEPS[key]), share, text, Verdict.NONE, "", Drill(key))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
