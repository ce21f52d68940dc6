"""The completed orders after which nobody has asked, the oldest first."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.surveys import unasked_orders
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel
from ..text.dates import day
from ..text.numbers import number
from ..text.plural import ORDERS, counted
from . import survey_words as words
from .context import BY_COMPLETION, Context
from .missing import WIDEN, missing_panel
from .rates import BLANK
from .surveys_by_week import UNCALLED

KEY: Final = "surveys.call"
LISTED: Final = 200
"""More rows than this nobody works through; the rest is said in the foot."""


def calls_panel(context: Context) -> Panel:
    """Return the orders to call after under the filters."""
    metric, title = METRICS["survey_coverage"], context.say(words.CALL_NAME)
    absent = missing_panel(KEY, title, metric, words.CALL_WOULD, context)
    if absent:
        return absent
    # An order without any date cannot be said to wait; it stays at the end.
    waiting = unasked_orders(context.tables, context.filters, LISTED)
    if waiting.empty:
        return Panel(KEY, context.say(words.CALL_NONE), "", Empty(context.say(words.CALL_NONE), context.say(WIDEN)))
    heads = (words.CLIENT, words.ORDER, words.MANAGER, words.DONE_ON)
    columns = (
        *(ListColumn(context.say(head)) for head in heads),
        ListColumn(context.say(words.WAITS), Align.RIGHT),
    )
    rows = tuple(_row(row, context) for row in waiting.to_dict("records"))
    many = int(metric.measure(context.tables, filters=context.filters)["unasked"].iloc[0])
    subtitle = context.say(words.CALL_SUBTITLE, date=context.say(BY_COMPLETION), period=context.period)
    foot = context.as_of
    if many > LISTED:
        shown, every = (number(n, context.language) for n in (LISTED, many))
        foot = f"{context.say(words.CALL_FOOT, shown=shown, all=every)} {foot}"
    return Panel(KEY, _title(waiting, many, context), subtitle, Listing(columns, rows), foot)


def _row(row: Mapping[Any, Any], context: Context) -> ListRow:
    language = context.language
    client, order, manager = (_text(row.get(name)) for name in ("client", "order_id", "manager"))
    on = None if pd.isna(row["completed_on"]) else pd.Timestamp(row["completed_on"]).date()
    where = {"order_id": order} if order else {"client": client, "day": on.isoformat() if on else None}
    blank = context.say(BLANK)
    waits = number((context.today - on).days, language) if on else blank
    cells = (client or blank, order or blank, manager or blank, day(on, language) if on else blank, waits)
    return ListRow(cells, Drill("survey_coverage", MappingProxyType(where), "unasked"))


def _title(waiting: pd.DataFrame, many: int, context: Context) -> str:
    oldest = pd.to_datetime(waiting["completed_on"]).min()
    orders = counted(many, context.language, ORDERS)
    if pd.isna(oldest):
        return context.say(words.CALL_NAME)
    days = number(max((pd.Timestamp(context.today) - oldest).days, 0), context.language)
    return context.say(UNCALLED, orders=orders, days=days)


def _text(value: object) -> str | None:
    return None if value is None or pd.isna(value) else str(value)  # type: ignore[call-overload]
