"""What speaks for ringing a client this week: promises, offers, plans, silence, orders nobody asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.attention import state_behind
from ..metrics.client_calendar import BIRTHDAY, CONFIRM, DUTIES, EXPIRY, HANDOVER, LETTER, TENDER
from ..metrics.development_plans import OVERDUE, actions_behind
from ..model.period import Period
from ..text.dates import day
from ..text.numbers import number
from ..text.plural import DAYS, ORDERS, counted
from . import client_calendar_words as calendar_words
from . import my_clients_words as words
from .attention_waiting import as_of_today, text_of
from .client_calendar import duties_of
from .context import Context
from .sleeping_list import rhythms_of

WEEK: Final = timedelta(days=7)
FRESH: Final = timedelta(days=30)
"""An order done longer ago is no reason to ring by itself; the page on surveys lists them all."""
PROMISE, PLANNED, ASLEEP, WAITING, SURVEY = "promise", "plan", "asleep", "waiting", "survey"
WEIGHT: Final = {
    PROMISE: 5, CONFIRM: 5, EXPIRY: 4, PLANNED: 4, HANDOVER: 3, TENDER: 3, ASLEEP: 3, WAITING: 2, SURVEY: 1,
    LETTER: 1, BIRTHDAY: 1,
}  # fmt: skip
"""How much a reason presses: what was promised to the client first, then what costs a deal, then the rest."""
_COLUMNS: Final = ["client", "manager", "kind", "late", "on", "what", "days", "usual"]


def reasons_of(context: Context) -> pd.DataFrame:
    """Return every reason to ring somebody: a row per client and kind, however many rows there are of it.

    Columns: client, manager (of the client, null where nobody is named), kind, late (whether it is overdue), and
    what its words are made of: on (a day), what (a text), days and usual (numbers); null where a kind has none.
    Whom the contacts know decides who is listed; without contacts the orders, deals and plans do.
    """
    found = [frame for of in (_due, _planned, _asleep, _unasked) if (frame := of(context)) is not None]
    known = _known(context)
    if known is not None:
        theirs = known.drop_duplicates("client").set_index("client")["manager"]
        found = [frame[frame["client"].isin(theirs.index)].assign(manager=None) for frame in found]
        found = [_promised(known, context), _silent(known), *found]
    parts = [frame.reindex(columns=_COLUMNS) for frame in found if len(frame)]
    if not parts:
        return pd.DataFrame(columns=_COLUMNS)
    every = pd.concat([part.astype(object) for part in parts], ignore_index=True)
    named = every.dropna(subset=["manager"]).drop_duplicates("client").set_index("client")["manager"]
    whose = theirs if known is not None else named
    every = every.assign(manager=every["client"].map(whose), late=every["late"].astype(bool))
    return every.drop_duplicates(["client", "kind"], ignore_index=True)


def told(reasons: pd.DataFrame, context: Context) -> dict[str, str]:
    """Return the reasons of each client in words, the most pressing first."""
    order = reasons.assign(weight=reasons["kind"].map(WEIGHT)).sort_values("weight", ascending=False, kind="stable")
    said: dict[str, list[str]] = {}
    for row in order.itertuples(index=False):
        said.setdefault(str(row.client), []).append(_SAID[str(row.kind)](row, context))
    return {client: "; ".join(some) for client, some in said.items()}


def _known(context: Context) -> pd.DataFrame | None:
    metric = METRICS["attention_in_norm"]
    return None if metric.missing(context.tables) else state_behind(metric, context.tables, as_of_today(context))


def _promised(known: pd.DataFrame, context: Context) -> pd.DataFrame:
    overdue = known[pd.to_datetime(known["promised_on"]) < pd.Timestamp(context.today)]
    return overdue.rename(columns={"promised_on": "on", "promised": "what"}).assign(kind=PROMISE, late=True)


def _silent(known: pd.DataFrame) -> pd.DataFrame:
    silent = known[(known["waited"] > known["norm"]).fillna(False)]
    names = {"waited": "days", "norm": "usual", "priority": "what"}
    return silent.rename(columns=names).assign(kind=WAITING, late=True)


def _due(context: Context) -> pd.DataFrame | None:
    """Return the calendar's duties up to a week ahead, the earliest of each kind."""
    if METRICS["duties_open"].missing(context.tables):
        return None
    found, today = duties_of(context), pd.Timestamp(context.today)
    found = found[found["client"].notna()]
    near = found[(found["due_on"] <= today + WEEK) | (found["from_on"] <= today)]
    near = near.drop_duplicates(["client", "duty"]).rename(columns={"duty": "kind", "due_on": "on"})
    return near.assign(late=near["on"] < today)


def _planned(context: Context) -> pd.DataFrame | None:
    """Return the plan's actions up to a week ahead, the earliest of each client."""
    if METRICS["plan_actions"].missing(context.tables):
        return None
    found = actions_behind(context.tables, as_of_today(context))
    found = found[found["open"] & found["client"].notna() & found["due_on"].notna()]
    near = found[found["due_on"] <= pd.Timestamp(context.today) + WEEK].drop_duplicates("client")
    near = near.rename(columns={"due_on": "on", "action": "what", "owner": "manager"})
    return near.assign(kind=PLANNED, late=near["state"] == OVERDUE)


def _asleep(context: Context) -> pd.DataFrame | None:
    """Return the clients that have ordered nothing for longer than their own rhythm allows."""
    if METRICS["sleeping_clients"].missing(context.tables):
        return None
    every = rhythms_of(context)
    asleep = every[every["k"] == 1]
    usual = asleep["typical"].where(asleep["gaps"] > 0)
    return asleep.rename(columns={"silent": "days"}).assign(kind=ASLEEP, late=True, usual=usual)


def _unasked(context: Context) -> pd.DataFrame | None:
    """Return the clients whose orders of the last weeks are done and have not been asked about."""
    metric = METRICS["survey_coverage"]
    if metric.missing(context.tables):
        return None
    fresh = replace(as_of_today(context), period=Period(context.today - FRESH, context.today))
    found = metric.measure(context.tables, by=("client",), filters=fresh)
    found = found[found["client"].notna() & (found["unasked"] > 0)]
    return found.rename(columns={"unasked": "days"}).assign(kind=SURVEY, late=False)


def _day_of(row: Any, context: Context) -> str:
    return day(pd.Timestamp(row.on).date(), context.language)


def _say_promise(row: Any, context: Context) -> str:
    what = text_of(row.what)
    said = words.PROMISED_WHAT if what else words.PROMISED
    return context.say(said, day=_day_of(row, context), what=what)


def _say_waiting(row: Any, context: Context) -> str:
    priority = text_of(row.what)
    days = counted(int(row.days), context.language, DAYS)
    said = words.SILENT_OF if priority else words.SILENT
    return context.say(said, days=days, norm=number(row.usual, context.language), priority=priority)


def _say_plan(row: Any, context: Context) -> str:
    return context.say(words.PLAN, day=_day_of(row, context), what=text_of(row.what))


def _say_asleep(row: Any, context: Context) -> str:
    silent = counted(int(row.days), context.language, DAYS)
    if pd.isna(row.usual):
        return context.say(words.ASLEEP_ONCE, silent=silent)
    return context.say(words.ASLEEP, silent=silent, usual=number(max(round(row.usual), 1), context.language))


def _say_survey(row: Any, context: Context) -> str:
    return context.say(words.SURVEY, orders=counted(int(row.days), context.language, ORDERS))


def _say_duty(row: Any, context: Context) -> str:
    return f"{context.say(calendar_words.WHAT[row.kind])}, {_day_of(row, context)}"


_SAID: Final[Mapping[str, Callable[[Any, Context], str]]] = {
    PROMISE: _say_promise,
    WAITING: _say_waiting,
    PLANNED: _say_plan,
    ASLEEP: _say_asleep,
    SURVEY: _say_survey,
    **dict.fromkeys(DUTIES, _say_duty),
}
