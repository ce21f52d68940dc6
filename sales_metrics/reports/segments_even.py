"""Who buys evenly from month to month: ABC by XYZ, once the data hold twelve whole months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.concentration import twelve_months
from ..metrics.orders import revenue_by_month, who_ordered
from ..model.panel import Empty, HeatMap, HeatRow, Panel
from ..model.period import Period
from ..statistics.concentration import by_chance, xyz
from ..text.dates import month_of_year, period_text
from ..text.numbers import k_of_n, number, percent
from ..text.plural import MONTHS, counted
from . import segments_words as words
from .attention_waiting import EVER
from .client_classes import CLASSES, classed
from .context import Context, remembered
from .development_base import first_day
from .missing import missing_panel, nothing_panel
from .revenue import unfinished_month
from .rfm import scored
from .segments_moves import closing, money_cell, revenue_in, total_text

KEY: Final = "segments.even"
LEAST: Final = 12
"""XYZ of fewer months is chance."""
NEW: Final = "N"
COLUMNS: Final = ("X", "Y", "Z", "I", NEW)
FIRST_WEEK: Final = 7
"""A month whose first order came by its seventh day counts as whole: offices open late after New Year."""


def even_panel(context: Context) -> Panel:
    """Return how many clients of each ABC class buy how evenly, and what they bring."""
    metric, title, language = METRICS["top_client_share"], context.say(words.EVEN_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    now = twelve_months(context.today)
    classes, revenue = classed(context, now), revenue_in(context, now)
    if not classes:
        return nothing_panel(KEY, title, context)
    months = whole_months(first_day(context), context.today)
    if len(months) < LEAST:
        why = context.say(words.EVEN_TOO_FEW, months=counted(len(months), language, MONTHS))
        return Panel(KEY, title, "", Empty(why, context.say(words.WOULD_SHOW)))
    span = Period(months[-LEAST], month_after(months[-1]) - timedelta(days=1))
    evenness = evenness_of(context, span)
    placed: dict[tuple[str, str], list[str]] = {}
    for client, name in sorted(classes.items()):
        placed.setdefault((name, evenness.get(client, NEW)), []).append(client)
    rows = []
    for name in CLASSES:
        here = [placed.get((name, column), []) for column in COLUMNS]
        every = [client for some in here for client in some]
        if every:
            cells = tuple(money_cell(some, revenue, now, context) for some in here)
            label = context.say(words.CLASS, name=name)
            rows.append(HeatRow(label, cells, total_text(every, revenue, context)))
    bounds = {name: percent(context.rule(f"xyz_{name}"), language) for name in ("x", "y")}
    heads = tuple(context.say(words.EVEN_COLUMNS[column], **bounds) for column in COLUMNS)
    even = sum(len(placed.get(("A", column), [])) for column in "XY")
    ranked = sum(1 for client, name in classes.items() if name == "A" and client in evenness)
    foot = context.say(words.EVEN_FOOT, month=month_of_year(months[-LEAST], language), **bounds)
    return Panel(
        KEY,
        context.say(words.EVEN_TITLE, k=number(even, language), n=number(ranked, language)),
        context.say(words.EVEN_SUBTITLE, period=period_text(span, language)),
        HeatMap(heads, tuple(rows), context.say(words.CLASS_ROW)),
        f"{foot} {closing(context)}",
        advice=(_by_chance(evenness, now, context), *_meaning(placed, context)),
    )


def month_after(month: date) -> date:
    """Return the first day of the next month."""
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def whole_months(first: date | None, today: date) -> list[date]:
    """Return the first days of the months that the data hold whole, from the first order to the data's today."""
    if first is None:
        return []
    month = first.replace(day=1)
    month = month if first.day <= FIRST_WEEK else month_after(month)
    found = []
    while month <= today and not unfinished_month(month, today):
        found.append(month)
        month = month_after(month)
    return found


@remembered
def evenness_of(context: Context, span: Period) -> dict[str, str]:
    """Return X, Y, Z or I of every client that had ordered before or in the first of twelve months."""
    found = revenue_by_month(context.tables, replace(context.filters, period=span)).dropna(subset=["client"])
    first = span.start or context.today
    months = pd.date_range(pd.Timestamp(first), periods=LEAST, freq="MS")
    early = Period(EVER.start, month_after(first) - timedelta(days=1))
    old = who_ordered(context.tables, replace(context.filters, period=early))
    # A client that bought nothing in these months has had twelve of them all the same.
    demand = np.zeros((len(old), LEAST))
    rows = pd.Index(old).get_indexer(pd.Index(found["client"]))
    columns = months.get_indexer(pd.DatetimeIndex(found["month"]))
    demand[rows[rows >= 0], columns[rows >= 0]] = found["total"].to_numpy(dtype="float64")[rows >= 0]
    classes = xyz(demand, context.rule("xyz_x"), context.rule("xyz_y"))
    return dict(zip(old.tolist(), classes.tolist(), strict=True))


def _by_chance(evenness: dict[str, str], now: Period, context: Context) -> str:
    """Return the sentence on those whose few orders would make them Z whatever they do."""
    language, y = context.language, context.rule("xyz_y")
    found = scored(context, now)
    told = found.loc[found["client"].isin(evenness), "orders"]
    seldom = int(np.sum(by_chance(told, LEAST) > y + 1e-9))
    return context.say(
        words.EVEN_CHANCE,
        least=number(1 / y**2, language),
        y=percent(y, language),
        share=k_of_n(seldom, len(told), language),
    )


def _meaning(placed: dict[tuple[str, str], list[str]], context: Context) -> tuple[str, ...]:
    """Return what the cells that anybody stands in may mean for the work."""
    said = [
        context.say(text)
        for (name, columns), text in words.CELL_ADVICE.items()
        if any(placed.get((name, column)) for column in columns)
    ]
    return (context.say(words.EVEN_ADVICE), *said) if said else ()
