"""Why actions of plans are overdue or postponed, and for how long."""

from __future__ import annotations

from textwrap import shorten
from types import MappingProxyType
from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.development_plans import OVERDUE, POSTPONED, actions_behind
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel
from ..text.dates import day
from ..text.numbers import counts, number
from ..text.plural import counted
from . import plan_beside_words as words
from .attention_waiting import EVER, LISTED, as_of_today
from .context import Context, remembered
from .missing import missing_panel
from .plans_words import ACTIONS, NO_REASON
from .shares import rows_of

KEY: Final = "plans.reasons"
LONGEST: Final = 60
"""A title has no room for more of what somebody wrote."""


def reasons_panel(context: Context) -> Panel:
    """Return a row per reason, the most frequent first, and those without one last."""
    metric, title = METRICS["action_delay"], context.say(words.REASONS_NAME)
    absent = missing_panel(KEY, title, metric, words.REASONS_WOULD, context)
    if absent:
        return absent
    filters, lang = as_of_today(context), context.language
    found = metric.measure(context.tables, by=("result",), filters=filters)
    if found.empty:
        return Panel(KEY, title, "", Empty(context.say(words.REASONS_NONE), context.as_of))
    every = actions_of(context)
    late = every[every["state"].isin([OVERDUE, POSTPONED]) & every["due_on"].notna()]
    days = (pd.Timestamp(context.today) - late["due_on"]).dt.days.clip(lower=0)
    longest = days.groupby(late["result"].fillna("")).max()
    found = found.assign(blank=found["result"].isna(), longest=found["result"].fillna("").map(longest).fillna(0.0))
    found = found.sort_values(["blank", "n", "value"], ascending=[True, False, False], kind="stable")
    columns = tuple(
        ListColumn(context.say(head), Align.RIGHT if at else Align.LEFT, wide=not at)
        for at, head in enumerate(words.REASONS_HEADS)
    )
    rows = tuple(
        ListRow(
            (
                context.say(NO_REASON) if row.blank else str(row.result),
                number(row.n, lang),
                number(row.value, lang),
                number(row.longest, lang),
            ),
            Drill(metric.key, MappingProxyType({"result": None if row.blank else str(row.result)}), "n", EVER),
        )
        for row in rows_of(found.head(LISTED))
    )
    subtitle = context.say(words.REASONS_SUBTITLE, day=day(context.today, lang))
    foot = f"{context.say(words.REASONS_FOOT)} {context.as_of}"
    return Panel(KEY, _title(found, context), subtitle, Listing(columns, rows), foot)


@remembered
def actions_of(context: Context) -> pd.DataFrame:
    """Return the actions under the filters, the earliest due first; see `actions_behind`. Not to be altered."""
    return actions_behind(context.tables, as_of_today(context))


def _title(found: pd.DataFrame, context: Context) -> str:
    total = int(found["n"].sum())
    many = counted(total, context.language, ACTIONS)
    given = found[~found["blank"]]
    if given.empty:
        return context.say(words.REASONS_BLANK, n=many)
    first = given.iloc[0]
    if len(given) > 1 and given["n"].iloc[1] == first["n"]:
        return context.say(words.REASONS_EVEN, n=many)
    k = counts(float(first["n"]), float(total), context.language)
    return context.say(words.REASONS_TITLE, reason=shorten(str(first["result"]), LONGEST, placeholder="…"), k=k)
