"""Where the mark that somebody typed on a deal and the portrait disagree."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from ..metrics import METRICS
from ..metrics.portrait import SPENT, TURNED_AWAY, UNDECIDED
from ..model.panel import Bar, Bars, Drill, Panel
from ..text.numbers import counts, k_of_n, money, number
from . import qualification_words as words
from .context import BY_CREATION, Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of

KEY = "qualification.marks"


def marks_panel(context: Context) -> Panel:
    """Return the marked deals by how the portrait stands to the mark, those that contradict it first."""
    metric, title, language = METRICS["mark_against_portrait"], context.say(words.MARKS_NAME), context.language
    absent = missing_panel(KEY, title, metric, words.MARKS_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=context.filters)
    if found.empty:
        return nothing_panel(KEY, title, context)
    rows = {str(row.standing): row for row in rows_of(found)}
    apart = sum(float(rows[name].k) for name in (SPENT, TURNED_AWAY) if name in rows)
    said = context.say(words.MARKS_AGREE)
    if apart:
        n, share = float(found["n"].iloc[0]), k_of_n if bool(found["enough"].iloc[0]) else counts
        away = number(rows[TURNED_AWAY].k if TURNED_AWAY in rows else 0, language)
        said = context.say(words.MARKS_TITLE, share=share(apart, n, language), away=away)
    priced = "amount" in context.tables.present("deals")
    bars = tuple(_bar(name, rows[name], context, priced=priced) for name in words.MARKS if name in rows)
    subtitle = context.say(words.MARKS_SUBTITLE, date=context.say(BY_CREATION), period=context.period)
    picture = Bars(bars, context.say(words.OPEN_HEAD), context.say(words.AMOUNT_HEAD) if priced else "")
    return Panel(KEY, said, subtitle, picture, f"{context.say(words.MARKS_FOOT)} {context.as_of}")


def _bar(name: str, row: Any, context: Context, *, priced: bool) -> Bar:
    return Bar(
        context.say(words.MARKS[name]),
        float(row.k),
        number(row.k, context.language),
        Drill("mark_against_portrait", MappingProxyType({"standing": name}), "k"),
        money(float(row.total), context.language, context.currency) if priced else "",
        accent=name in (SPENT, TURNED_AWAY),
        unknown=name == UNDECIDED,
    )
