"""Coverage by manager, size of client, segment or channel, the least first, and how many orders are left."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.declaration import Metric
from ..metrics.surveys import clients_asked
from ..model.panel import Bar, Bars, Drill, Panel, Pick
from ..model.text import Text
from ..text.numbers import counts, k_of_n, number, percent
from . import survey_words as words
from .context import BY_COMPLETION, Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of, share_of, share_text
from .surveys_by_week import NAME, WOULD_SHOW, meets

KEY: Final = "surveys.managers"
SHOWN: Final = 40
SUBTITLE_MANAGERS: Final = Text(
    ru="Опрошено из выполненных заказов, {date}, {period}. Черта: цель {target}",
    en="Asked after, of completed orders, {date}, {period}. The tick: target {target}",
    bg="Анкетирани от изпълнените поръчки, {date}, {period}. Чертата: цел {target}",
)
TO_CALL: Final = Text(ru="позвонить: {orders}", en="to call: {orders}", bg="чакат: {orders}")
ALL_ASKED: Final = Text(ru="опрошены все", en="all asked", bg="всички са попитани")
NOBODY: Final = Text(ru="не указан", en="not stated", bg="не е посочен")


def groups_panel(context: Context) -> Panel:
    """Return coverage by what the reader has picked, and what share of the clients were asked at least once."""
    metric, title = METRICS["survey_coverage"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    chosen = _pick(metric, context)
    found = metric.measure(context.tables, by=(chosen.chosen,), filters=context.filters)
    found = found.rename(columns={chosen.chosen: "group"})
    found = found[found["n"] > 0].sort_values(["value", "n"], ascending=[True, False], kind="stable")
    if found.empty:
        return nothing_panel(KEY, title, context)
    target = percent(metric.target, context.language)
    bars = tuple(_bar(row, chosen.chosen, metric.target, context) for row in rows_of(found.head(SHOWN)))
    subtitle = context.say(SUBTITLE_MANAGERS, date=context.say(BY_COMPLETION), period=context.period, target=target)
    return Panel(
        key=KEY,
        title=_title(found, target, context),
        subtitle=subtitle,
        picture=Bars(bars),
        foot=f"{_by_client(metric, context)} {context.as_of}".strip(),
        choices=(chosen,),
    )


def _pick(metric: Metric, context: Context) -> Pick:
    had = metric.breakdowns_in(context.tables)
    options = tuple(
        (name, context.say(text)) for name, text in words.BY_OPTIONS.items() if name in had or name == "manager"
    )
    return context.pick("surveys.by", context.say(words.BY), options, "manager")


def _bar(row: Any, by: str, target: float | None, context: Context) -> Bar:
    share, left = share_of(row), int(row.n - row.k)
    unknown = bool(pd.isna(row.group))
    name = context.say(NOBODY) if unknown else str(row.group)
    waiting = context.say(TO_CALL, orders=number(left, context.language)) if left else context.say(ALL_ASKED)
    return Bar(
        label=name,
        value=share.value or 0.0,
        text=share_text(share, context.language),
        drill=Drill("survey_coverage", MappingProxyType({by: None if unknown else name}), "rest"),
        aside=waiting,
        tick=target,
        unknown=unknown,
    )


def _title(found: pd.DataFrame, target: str, context: Context) -> str:
    if all(meets(row.k, row.n) for row in rows_of(found)):
        return context.say(words.ALL_GROUPS, target=target)
    # A group below the gate is no example of anything.
    judged = [row for row in rows_of(found) if row.enough] or rows_of(found)
    worst = judged[0]
    name = context.say(NOBODY) if pd.isna(worst.group) else str(worst.group)
    said = k_of_n if worst.enough else counts
    return context.say(words.LEAST, group=name, share=said(worst.k, worst.n, context.language))


def _by_client(metric: Metric, context: Context) -> str:
    if "client" not in context.tables.present("orders"):
        return ""
    asked, clients = clients_asked(context.tables, context.filters)
    said = k_of_n if clients >= metric.kind.gate else counts
    return context.say(words.BY_CLIENT, share=said(asked, clients, context.language))
