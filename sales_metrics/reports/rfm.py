"""Clients by recency, frequency and money: scores from 1 to 5 by rank, and the few groups they make."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.concentration import twelve_months
from ..model.panel import Align, HeatMap, HeatRow, ListColumn, Listing, ListRow, Panel
from ..model.period import Period
from ..statistics.concentration import scores
from ..text.dates import period_text
from ..text.numbers import k_of_n, money, number, percent
from ..text.plural import CLIENTS, counted
from . import rfm_words as words
from . import segments_words
from .context import Context, remembered
from .missing import missing_panel, nothing_panel
from .segments_moves import bought_in, clients_drill, closing, money_cell, revenue_in, total_text

LEVELS: Final = 5
"""Fifths, as is the custom; the groups below are said in them."""
HIGH: Final = 4
LOW: Final = 2
BEST: Final = "best"
GROUPS: Final = tuple(words.GROUPS)


def recency_panel(context: Context) -> Panel:
    """Return the clients by the scores of recency and frequency, with what they bring."""
    key, language, now = "segments.recency", context.language, twelve_months(context.today)
    found = scored_or_absent(key, context.say(words.NAME), now, context)
    if isinstance(found, Panel):
        return found
    revenue = revenue_in(context, now)
    columns = sorted(found["f"].unique())
    rows = []
    for score in sorted(found["r"].unique(), reverse=True):
        mine = found[found["r"] == score]
        cells = tuple(
            money_cell(list(mine.loc[mine["f"] == column, "client"]), revenue, now, context) for column in columns
        )
        label = context.say(words.RECENCY, score=str(score), span=_span(mine["days"], context))
        rows.append(HeatRow(label, cells, total_text(list(mine["client"]), revenue, context)))
    heads = tuple(
        context.say(
            words.FREQUENCY,
            score=str(column),
            span=_span(found.loc[found["f"] == column, "orders"], context),
        )
        for column in columns
    )
    often = list(found.loc[(found["r"] >= HIGH) & (found["f"] >= HIGH), "client"])
    share = percent(revenue.part(often), language)
    return Panel(
        key,
        context.say(words.TITLE, clients=counted(len(often), language, CLIENTS), share=share),
        context.say(words.SUBTITLE, period=period_text(now, language)),
        HeatMap(heads, tuple(rows), context.say(words.ROW)),
        f"{context.say(words.FOOT)} {closing(context)}",
    )


def groups_panel(context: Context) -> Panel:
    """Return the groups that the scores make, with their clients and what they bring."""
    key, language, now = "segments.groups", context.language, twelve_months(context.today)
    found = scored_or_absent(key, context.say(words.GROUPS_NAME), now, context)
    if isinstance(found, Panel):
        return found
    revenue = revenue_in(context, now)
    rows, parts = [], {}
    for group in GROUPS:
        clients = list(found.loc[found["group"] == group, "client"])
        parts[group] = {
            "clients": counted(len(clients), language, CLIENTS),
            "share": percent(revenue.part(clients), language),
        }
        if clients:
            cells = (
                context.say(words.GROUPS[group]),
                context.say(words.SCORES[group]),
                k_of_n(len(clients), len(found), language),
                money(revenue.sum(clients), language, context.currency),
                parts[group]["share"],
            )
            rows.append(ListRow(cells, clients_drill(clients, now)))
    columns = tuple(
        ListColumn(context.say(head), Align.RIGHT if at > 1 else Align.LEFT)
        for at, head in enumerate(words.GROUPS_COLUMNS)
    )
    best = BEST in set(found["group"])
    return Panel(
        key,
        context.say(words.GROUPS_TITLE, **parts[BEST]) if best else context.say(words.GROUPS_NO_BEST),
        context.say(words.GROUPS_SUBTITLE, period=period_text(now, language)),
        Listing(columns, tuple(rows)),
        f"{context.say(words.GROUPS_FOOT)} {closing(context)}",
    )


def scored_or_absent(key: str, title: str, period: Period, context: Context) -> pd.DataFrame | Panel:
    """Return the scored clients of a period, or the panel that stands where columns or clients are missing."""
    absent = missing_panel(key, title, METRICS["top_client_share"], segments_words.WOULD_SHOW, context)
    if absent:
        return absent
    found = scored(context, period)
    return nothing_panel(key, title, context) if found.empty else found


@remembered
def scored(context: Context, period: Period) -> pd.DataFrame:
    """Return the clients that brought anything in a period, by name, with their scores as of its last day.

    Columns: client, revenue, orders, days (since the last order), r, f, m (1 to 5, 5 the best), group.
    """
    found = bought_in(context, period).rename(columns={"total": "revenue"})
    found = found[found["client"].notna() & (found["revenue"] > 0)].reset_index(drop=True)
    found = found.assign(client=found["client"].astype(object))
    days = (pd.Timestamp(period.end or context.today) - found["last_on"]).dt.days
    made = {
        "days": days,
        "r": scores(-days, LEVELS),
        "f": scores(found["orders"], LEVELS),
        "m": scores(found["revenue"], LEVELS),
    }
    found = found.assign(**made)
    return found.assign(group=grouped(found))


def grouped(found: pd.DataFrame) -> np.ndarray[tuple[int], np.dtype[np.str_]]:
    """Return the group of every client by its scores in r, f and m."""
    r, f, m = (found[name].to_numpy() for name in ("r", "f", "m"))
    much, late = m >= HIGH, r <= LOW
    best = much & (r >= HIGH) & (f >= HIGH)
    groups = {BEST: best, "silent": much & late, "large": much, "fresh": r >= HIGH, "faded": late}
    return np.select(list(groups.values()), list(groups), "middle")


def _span(values: pd.Series[float], context: Context) -> str:
    """Return the least and the greatest of some values, once if they are the same."""
    low, high = (number(float(value), context.language) for value in (values.min(), values.max()))
    return low if low == high else f"{low}–{high}"
