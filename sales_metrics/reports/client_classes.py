"""Clients by ABC class, and how they moved between classes within a year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.concentration import twelve_months
from ..model.panel import Cell, Drill, HeatMap, HeatRow, Panel, Share
from ..model.period import Period
from ..statistics.concentration import abc
from ..text.dates import day, period_text
from ..text.numbers import number, percent
from ..text.plural import CLIENTS, counted
from . import key_accounts_words as words
from .attention_waiting import EVER
from .client_revenue import METRIC, client_sums
from .context import Context, remembered
from .missing import missing_panel, nothing_panel

KEY: Final = "key_accounts.classes"
CLASSES: Final = ("A", "B", "C")
NONE: Final = ""
"""The class of a client that bought nothing, or returned as much as it bought."""


def classes_panel(context: Context) -> Panel:
    """Return how many clients of each class were in which class a year before."""
    metric, title, language = METRICS["top_client_share"], context.say(words.CLASSES_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    now = twelve_months(context.today)
    before = twelve_months(context.today if now.start is None else now.start - timedelta(days=1))
    revenue, was = revenue_in(context, now), classed(context, before)
    is_now = classed(context, now)
    if not is_now:
        return nothing_panel(KEY, title, context)
    moved: dict[tuple[str, str], list[str]] = defaultdict(list)
    for client in sorted(is_now.keys() | was.keys()):
        moved[is_now.get(client, NONE), was.get(client, NONE)].append(client)
    both = Period(before.start, now.end)
    whole = sum(max(worth, 0.0) for worth in revenue.values())
    rows, shares, many = [], {}, {}
    for name in (*CLASSES, NONE):
        here = [moved[name, other] for other in (*CLASSES, NONE)]
        many[name] = sum(map(len, here))
        if not many[name]:
            continue
        shares[name] = sum(max(revenue.get(client, 0.0), 0.0) for some in here for client in some) / whole
        label = context.say(words.CLASS, name=name) if name else context.say(words.NO_LONGER)
        parts = {"clients": counted(many[name], language, CLIENTS), "share": percent(shares[name], language)}
        rows.append(HeatRow(label, tuple(_cell(some, many[name], both) for some in here),
                            context.say(words.CLASS_TOTAL, **parts)))  # fmt: skip
    columns = (*(context.say(words.WAS, name=name) for name in CLASSES), context.say(words.WAS_NONE))
    title = context.say(
        words.CLASSES_TITLE,
        clients=counted(many["A"], language, CLIENTS),
        share=percent(shares["A"], language),
        stayed=number(len(moved["A", "A"]), language),
    )
    parts = {name: percent(context.rule(f"abc_{name}"), language) for name in ("a", "b")}
    said = [context.say(words.CLASSES_FOOT, **parts)]
    first = first_day(context)
    if first is not None and before.start is not None and first > before.start:
        said.append(context.say(words.CLASSES_SHORT, day=day(first, language)))
    return Panel(
        KEY,
        title,
        context.say(words.CLASSES_SUBTITLE, period=period_text(now, language)),
        HeatMap(columns, tuple(rows), context.say(words.CLASS_ROW)),
        " ".join([*said, context.say(words.ALWAYS), context.as_of]),
    )


@remembered
def revenue_in(context: Context, period: Period) -> dict[str, float]:
    """Return the revenue of every named client in a period."""
    found = client_sums(context, period).dropna(subset=["client"])
    return dict(zip(found["client"].astype(str), found["total"].astype("float64"), strict=True))


def classed(context: Context, period: Period) -> dict[str, str]:
    """Return the class of every client that brought anything in a period."""
    bought = {client: worth for client, worth in revenue_in(context, period).items() if worth > 0}
    classes = abc(list(bought.values()), context.rule("abc_a"), context.rule("abc_b"))
    return dict(zip(bought, map(str, classes), strict=True))


@remembered
def first_day(context: Context) -> date | None:
    """Return the day of the first order under the filters; `None` without a dated order."""
    filters = replace(context.filters, period=EVER)
    days = METRIC.measure(context.tables, by=("day",), filters=filters)["day"].dropna()
    return None if days.empty else pd.Timestamp(days.min()).date()


def _cell(clients: list[str], n: int, period: Period) -> Cell:
    drill = Drill(METRIC.key, MappingProxyType({"client": tuple(clients)}), "total", period)
    return Cell(Share(len(clients), n, len(clients) / n), drill)
