"""How many of those who bought at all have bought again: of everybody, and of those who have had time to."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import Any, Final

from ..metrics import METRICS
from ..model.panel import Bar, Bars, Drill, Panel
from ..model.period import Period
from ..text.dates import day
from ..text.numbers import number
from ..text.plural import CLIENTS, counted
from . import sleeping_words as words
from .attention_waiting import EVER, as_of_today
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of, share_of, share_text

KEY: Final = "sleeping.repeat"
METRIC: Final = METRICS["bought_again"]
TIMES: Final = (0, 90, 365)
"""Days that must have passed since the first order; 0 is everybody."""


def repeat_panel(context: Context) -> Panel:
    """Return the share of clients that bought again, by how long ago they bought first."""
    title, language = context.say(words.REPEAT_NAME), context.language
    absent = missing_panel(KEY, title, METRIC, words.REPEAT_WOULD, context)
    if absent:
        return absent
    found = [(since, *_counted(since, context)) for since in TIMES]
    bars = tuple(
        Bar(
            label=context.say(words.REPEAT_SINCE, days=number(since, language))
            if since
            else context.say(words.EVERYBODY),
            value=float(row.value),
            text=share_text(share_of(row), language, interval=True),
            drill=Drill(METRIC.key, MappingProxyType({}), "k", period),
            aside=counted(int(row.n), language, CLIENTS),
            accent=not since,
        )
        for since, period, row in found
        if row is not None
    )
    if not bars:
        return nothing_panel(KEY, title, context)
    whole = found[0][2]
    said = context.say(words.REPEAT_TITLE, share=share_text(share_of(whole), language))
    subtitle = context.say(words.REPEAT_SUBTITLE, day=day(context.today, language))
    foot = f"{context.say(words.REPEAT_FOOT)} {context.as_of}"
    return Panel(KEY, said, subtitle, Bars(bars, aside_heading=context.say(words.REPEAT_OF)), foot)


def _counted(since: int, context: Context) -> tuple[Period, Any]:
    """Return the days of the first order that are meant, and the number; `None` where nobody bought then."""
    period = Period(None, context.today - timedelta(days=since)) if since else EVER
    filters = replace(as_of_today(context), period=period)
    rows = [row for row in rows_of(METRIC.measure(context.tables, filters=filters)) if row.n]
    return period, rows[0] if rows else None
