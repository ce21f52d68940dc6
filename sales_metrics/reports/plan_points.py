"""The exercise of four sides: how many points of each are written down, and which no action of a plan answers."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.plan_targets import points_behind
from ..model.panel import Bar, Bars, Drill, Empty, ListColumn, Listing, ListRow, Panel, Verdict
from ..text.dates import day
from ..text.numbers import counts, number
from ..text.plural import counted
from . import plan_beside_words as words
from .attention_waiting import EVER, as_of_today, text_of
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of

SIDES_KEY: Final = "plans.sides"
POINTS_KEY: Final = "plans.points"
LEAST: Final = 4
"""So many points of each side the exercise asks for at least."""


def sides_panel(context: Context) -> Panel:
    """Return the four sides with the number of their points, those that have none included."""
    metric, title = METRICS["points_answered"], context.say(words.SIDES_NAME)
    absent = missing_panel(SIDES_KEY, title, metric, words.SIDES_WOULD, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=as_of_today(context)).set_index("side")
    if found.empty:
        return nothing_panel(SIDES_KEY, title, context)
    found = found[["k", "n"]].reindex(list(words.SIDE_NAMES), fill_value=0).rename_axis("side").reset_index()
    lang = context.language
    bars = tuple(
        Bar(
            context.say(words.SIDE_NAMES[row.side]),
            float(row.n),
            counted(int(row.n), lang, words.POINTS),
            Drill(metric.key, MappingProxyType({"side": row.side}), "n", EVER),
            context.say(words.ANSWERED, k=number(row.k, lang)),
            tick=float(LEAST),
            accent=row.n < LEAST,
        )
        for row in rows_of(found)
    )
    short = [bar.label.lower() for bar in bars if bar.value < LEAST]
    least = number(LEAST, lang)
    title = context.say(words.SIDES_TITLE, least=least, which=", ".join(short))
    return Panel(
        SIDES_KEY,
        title if short else context.say(words.SIDES_FULL, least=least),
        context.say(words.SIDES_SUBTITLE, day=day(context.today, lang)),
        Bars(bars),
        f"{context.say(words.SIDES_FOOT, least=least)} {context.as_of}",
    )


def points_panel(context: Context) -> Panel:
    """Return the points that no action answers, weaknesses and risks first: they cost if nothing is done."""
    metric, title = METRICS["points_answered"], context.say(words.POINTS_NAME)
    absent = missing_panel(POINTS_KEY, title, metric, words.SIDES_WOULD, context)
    if absent:
        return absent
    every = points_behind(context.tables, as_of_today(context))
    if every.empty:
        return nothing_panel(POINTS_KEY, title, context)
    left = every[every["k"] == 0]
    if left.empty:
        return Panel(POINTS_KEY, title, "", Empty(context.say(words.POINTS_DONE), context.as_of))
    urgent = {"risk": 0, "weakness": 1, "chance": 2, "strength": 3}
    left = left.assign(place=left["side"].map(urgent)).sort_values(["place", "client", "point"], kind="stable")
    columns = tuple(ListColumn(context.say(head), wide=at == 1) for at, head in enumerate(words.POINTS_HEADS))
    return Panel(
        POINTS_KEY,
        context.say(words.POINTS_TITLE, share=counts(len(left), len(every), context.language)),
        context.say(words.POINTS_SUBTITLE, day=day(context.today, context.language)),
        Listing(columns, tuple(_row(row, context) for row in rows_of(left))),
        f"{context.say(words.POINTS_FOOT)} {context.as_of}",
    )


def _row(row: Any, context: Context) -> ListRow:
    given = context.say(words.NO_ACTION)
    if not pd.isna(row.action):
        given = context.say(words.NOT_IN_PLAN, action=str(row.action))
    about = text_of(row.client) or context.say(words.EVERYBODY)
    cells = (context.say(words.SIDE_NAMES[row.side]), str(row.point), given, about)
    where = {"side": row.side, "point": str(row.point), "client": text_of(row.client) or None}
    return ListRow(cells, Drill("points_answered", MappingProxyType(where), "rest", EVER), Verdict.NONE)
