"""Clients that have been silent for too long: the list to ring through, and how many each manager has."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pandas as pd

from ..metrics import METRICS
from ..metrics.attention import last_contacts
from ..metrics.rhythm import rhythms
from ..model.panel import Bar, Bars, Drill, Empty, Listing, ListRow, Panel
from ..model.text import Text
from ..text.dates import day
from ..text.numbers import k_of_n, money, number, percent
from ..text.plural import DAYS, counted
from . import sleeping_words as words
from .attention_waiting import EVER, LISTED, as_of_today, last_contact, text_of
from .context import Context, remembered
from .missing import missing_panel, nothing_panel, undivided_panel
from .shares import rows_of, share_of, share_text


@remembered
def rhythms_of(context: Context) -> pd.DataFrame:
    """Return the clients under the filters of whose rhythm something is known. Not to be altered."""
    return rhythms(context.tables, as_of_today(context))


def list_panel(context: Context) -> Panel:
    """Return the clients asleep, the most money at stake first."""
    return _panel("sleeping.list", words.NAME, (words.TITLE, words.NONE), "asleep", context)


def late_panel(context: Context) -> Panel:
    """Return the clients that are late and not yet asleep, the most money at stake first."""
    return _panel("sleeping.late", words.LATE_NAME, (words.LATE_TITLE, words.LATE_NONE), "late", context)


def _panel(key: str, name: Text, titles: tuple[Text, Text], state: str, context: Context) -> Panel:
    metric, title, language = METRICS["sleeping_clients"], context.say(name), context.language
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    if absent:
        return absent
    every = rhythms_of(context)
    if every.empty:
        return _nobody(key, title, context)
    chosen = every["k"] == 1
    if state == "late":
        chosen = ~chosen & (every["silent"] > every["late_after"])
    found = every[chosen].sort_values(["bought", "client"], ascending=[False, True], kind="stable")
    said = titles[1]
    parts = {}
    if len(found):
        said = titles[0]
        parts["share"] = k_of_n(len(found), len(every), language)
        parts["money"] = money(float(found["bought"].sum()), language, context.currency)
    shown = _with_contacts(found.head(LISTED), context)
    rows = tuple(_row(row, state, context) for row in rows_of(shown))
    columns = context.columns(words.COLUMNS, right=(1,))
    level = percent(context.rule(f"{state}_beyond"), language)
    subtitle = context.say(words.SUBTITLE, level=level, day=day(context.today, language))
    foot = _foot(state, len(found), context)
    return Panel(key, context.say(said, **parts), subtitle, Listing(columns, rows), foot)


def managers_panel(context: Context) -> Panel:
    """Return how many clients of every manager are asleep, the most first."""
    key, metric, title = "sleeping.managers", METRICS["sleeping_clients"], context.say(words.MANAGERS_NAME)
    absent = missing_panel(key, title, metric, words.WOULD_SHOW, context)
    absent = absent or undivided_panel(key, title, metric, "manager", words.WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, by=("manager",), filters=as_of_today(context))
    found = found.sort_values(["k", "manager"], ascending=[False, True], na_position="last", kind="stable")
    if found.empty:
        return _nobody(key, title, context)
    bars: list[Bar] = []
    for row in rows_of(found):
        who = None if pd.isna(row.manager) else str(row.manager)
        drill = Drill(metric.key, MappingProxyType({"manager": who}), "k", EVER)
        label = context.say(words.NO_MANAGER) if who is None else who
        aside = share_text(share_of(row), context.language)
        count = number(row.k, context.language)
        bars.append(Bar(label, float(row.k), count, drill, aside, accent=not bars, unknown=who is None))
    first = rows_of(found)[0]
    most = found.loc[found["k"] == first.k, "manager"].dropna()
    if first.k and len(most) > 1:
        named = ", ".join(map(str, most.head(3)))
        title = context.say(words.MANAGERS_EVEN, n=number(first.k, context.language), managers=named)
    elif first.k and len(most):
        share = share_text(share_of(first), context.language)
        title = context.say(words.MANAGERS_TITLE, manager=str(first.manager), share=share)
    subtitle = context.say(words.MANAGERS_SUBTITLE, day=day(context.today, context.language))
    picture = Bars(tuple(bars), context.say(words.ASLEEP), context.say(words.OF_CLIENTS))
    return Panel(key, title, subtitle, picture, f"{context.say(words.MANAGERS_FOOT)} {context.as_of}")


def _nobody(key: str, title: str, context: Context) -> Panel:
    orders = METRICS["sales_per_client"].measure(context.tables, filters=as_of_today(context))
    if not orders["n"].iloc[0]:
        return nothing_panel(key, title, context)
    return Panel(key, title, "", Empty(context.say(words.UNKNOWN), context.say(words.WOULD_SHOW)))


def _with_contacts(found: pd.DataFrame, context: Context) -> pd.DataFrame:
    """Add the moment of the last contact with each client; null where there was none or no table tells."""
    if "held_at" not in context.tables.present("contacts") or found.empty:
        return found.assign(last_at=None)
    return found.merge(last_contacts(context.tables, found["client"]), on="client", how="left")


def _row(row: Any, state: str, context: Context) -> ListRow:
    language = context.language
    cells = (
        str(row.client),
        money(float(row.bought), language, context.currency),
        _why(row, state, context),
        last_contact(row, context) if "held_at" in context.tables.present("contacts") else "",
        text_of(row.manager),
    )
    return ListRow(cells, Drill("revenue", MappingProxyType({"client": str(row.client)}), "total", EVER))


def _why(row: Any, state: str, context: Context) -> str:
    limit = row.asleep_after if state == "asleep" else row.late_after
    parts = {"silent": number(row.silent, context.language), "limit": number(float(limit), context.language)}
    if not row.gaps:
        return context.say(words.WHY_ONCE, **parts | {"silent": counted(int(row.silent), context.language, DAYS)})
    return context.say(words.WHY, usual=counted(round(row.typical), context.language, DAYS), **parts)


def _foot(state: str, many: int, context: Context) -> str:
    language, level = context.language, context.rule(f"{state}_beyond")
    parts = [
        context.say(
            words.FOOT,
            level=percent(level, language),
            rest=percent(1 - level, language),
            gone=counted(context.rule("gone_after_days"), language, DAYS),
        )
    ]
    if many > LISTED:
        parts.append(context.say(words.MORE, shown=number(LISTED, language), all=number(many, language)))
    return " ".join([*parts, context.as_of])
