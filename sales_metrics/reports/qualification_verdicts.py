"""How many clients and open deals are ours, are not, or are to be found out, with the money of each."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pandas as pd

from ..metrics import METRICS
from ..metrics.portrait import NOT_OURS, OURS, UNKNOWN, VERDICTS
from ..model.panel import Bar, Bars, Drill, Panel
from ..text.dates import day
from ..text.numbers import k_of_n, money, number, percent
from . import qualification_words as words
from .attention_waiting import EVER, as_of_today
from .context import Context
from .missing import missing_panel, nothing_panel
from .shares import rows_of


def clients_panel(context: Context) -> Panel:
    """Return the clients by the portrait, whatever the period: the portrait judges them as they are today."""
    key, title, metric = "qualification.clients", context.say(words.CLIENTS_NAME), METRICS["portrait_verdict"]
    absent = missing_panel(key, title, metric, words.CLIENTS_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=as_of_today(context))
    if found.empty:
        return nothing_panel(key, title, context)
    columns = [name for name, brought in _money(context).items() if brought]
    heads = {
        ("bought", "open_money"): words.MONEY_BOTH,
        ("bought",): words.MONEY_BOUGHT,
        ("open_money",): words.MONEY_OPEN,
    }
    heading = context.say(heads[tuple(columns)]) if columns else ""
    rows = {str(row.verdict): row for row in rows_of(found)}
    bars = tuple(
        _bar(metric.key, verdict, rows[verdict], columns, context) for verdict in VERDICTS if verdict in rows
    )
    counts = {verdict: number(rows[verdict].k if verdict in rows else 0, context.language) for verdict in VERDICTS}
    said = context.say(
        words.CLIENTS_TITLE,
        ours=counts[OURS],
        other=counts[NOT_OURS],
        unknown=counts[UNKNOWN],
        n=number(float(found["n"].iloc[0]), context.language),
    )
    subtitle = context.say(words.CLIENTS_SUBTITLE, day=day(context.today, context.language))
    picture = Bars(bars, context.say(words.CLIENTS_HEAD), heading)
    return Panel(key, said, subtitle, picture, f"{rule_foot(context)} {context.as_of}")


def open_panel(context: Context) -> Panel:
    """Return the open deals by the portrait of their clients."""
    key, title, metric = "qualification.open", context.say(words.OPEN_NAME), METRICS["open_deals_fit"]
    absent = missing_panel(key, title, metric, words.OPEN_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=as_of_today(context))
    if found.empty:
        return nothing_panel(key, title, context)
    rows = {str(row.verdict): row for row in rows_of(found)}
    priced = ["total"] if "amount" in context.tables.present("deals") else []
    bars = tuple(
        _bar(metric.key, verdict, rows[verdict], priced, context) for verdict in VERDICTS if verdict in rows
    )
    refused = rows.get(NOT_OURS)
    k, worth = (0.0, 0.0) if refused is None else (float(refused.k), float(refused.total))
    share = k_of_n(k, float(found["n"].iloc[0]), context.language)
    said = context.say(words.OPEN_TITLE, share=share, money=money(worth, context.language, context.currency))
    subtitle = context.say(words.OPEN_SUBTITLE, day=day(context.today, context.language))
    picture = Bars(bars, context.say(words.OPEN_HEAD), context.say(words.AMOUNT_HEAD) if priced else "")
    return Panel(key, said, subtitle, picture, f"{context.say(words.STRANGERS)} {context.as_of}")


def rule_foot(context: Context) -> str:
    """Return the sentence on when a client is ours."""
    return context.say(words.RULE_FOOT, share=percent(context.rule("ours_from_share"), context.language))


def _money(context: Context) -> dict[str, bool]:
    """Return which sums some file has brought."""
    return {
        "bought": {"client", "amount", "ordered_on"} <= context.tables.present("orders"),
        "open_money": {"client", "amount"} <= context.tables.present("deals"),
    }


def _bar(metric: str, verdict: str, row: Any, columns: list[str], context: Context) -> Bar:
    sums = pd.Series(row._asdict())
    return Bar(
        context.say(words.LABELS[verdict]),
        float(row.k),
        number(row.k, context.language),
        Drill(metric, MappingProxyType({"verdict": verdict}), "k", EVER),
        " · ".join(money(float(sums[name]), context.language, context.currency) for name in columns),
        strong=verdict == OURS,
        unknown=verdict == UNKNOWN,
    )
