"""What speaks for ringing a client this week: promises, offers, plans, silence, orders nobody asked about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import chain
from typing import Final

import pandas as pd

from ..metrics import METRICS
from ..metrics.client_calendar import BIRTHDAY, CONFIRM, EXPIRY, HANDOVER, LETTER, TENDER
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
from .shares import rows_of
from .sleeping_list import rhythms_of

WEEK: Final = timedelta(days=7)
FRESH: Final = timedelta(days=30)
"""An order done longer ago is no reason to ring by itself; the page on surveys lists them all."""
WEIGHT: Final = {
    "promise": 5, CONFIRM: 5, EXPIRY: 4, "plan": 4, HANDOVER: 3, TENDER: 3, "asleep": 3, "waiting": 2, "survey": 1,
    LETTER: 1, BIRTHDAY: 1,
}  # fmt: skip
"""How much a reason presses: what was promised to the client first, then what costs a deal, then the rest."""

Found = tuple[str, str, str, bool]
"""A client, the kind of reason, the reason in words, and whether it is overdue."""


@dataclass(slots=True)
class Client:
    """What speaks for ringing one client."""

    reasons: list[tuple[int, str]] = field(default_factory=list)
    late: bool = False
    promised: bool = False

    def add(self, kind: str, said: str, *, late: bool) -> None:
        """Add a reason; one kind presses once, however many rows there are of it."""
        self.reasons.append((WEIGHT[kind], said))
        self.late |= late
        self.promised |= kind == "promise"

    @property
    def urgency(self) -> int:
        """The sum of the reasons."""
        return sum(weight for weight, _ in self.reasons)

    @property
    def said(self) -> str:
        """The reasons in words, the most pressing first."""
        return "; ".join(text for _, text in sorted(self.reasons, key=lambda reason: -reason[0]))


def reasons_of(known: pd.DataFrame, context: Context) -> dict[str, Client]:
    """Return what speaks for ringing each client that there is anything to say of.

    `known` has one row a client, named by its index, as `state_behind` gives them; others are left out.
    """
    found: dict[str, Client] = defaultdict(Client)
    sources = (*(of(context) for of in (_due, _planned, _asleep, _unasked)), _promised(known, context))
    for name, kind, said, late in chain(*sources, _silent(known, context)):
        found[name].add(kind, said, late=late)
    return {name: one for name, one in found.items() if name in known.index}


def _promised(known: pd.DataFrame, context: Context) -> Iterator[Found]:
    overdue = known[pd.to_datetime(known["promised_on"]) < pd.Timestamp(context.today)]
    for name, row in zip(overdue.index, rows_of(overdue), strict=True):
        by, what = day(pd.Timestamp(row.promised_on).date(), context.language), text_of(row.promised)
        yield name, "promise", context.say(words.PROMISED_WHAT if what else words.PROMISED, day=by, what=what), True


def _silent(known: pd.DataFrame, context: Context) -> Iterator[Found]:
    silent = known[(known["waited"] > known["norm"]).fillna(False)]
    for name, row in zip(silent.index, rows_of(silent), strict=True):
        days = counted(int(row.waited), context.language, DAYS)
        parts = {"days": days, "norm": number(row.norm, context.language), "priority": text_of(row.priority)}
        yield name, "waiting", context.say(words.SILENT_OF if parts["priority"] else words.SILENT, **parts), True


def _due(context: Context) -> Iterator[Found]:
    """Give the calendar's duties up to a week ahead, the earliest of each kind."""
    if METRICS["duties_open"].missing(context.tables):
        return
    found, today = duties_of(context), pd.Timestamp(context.today)
    found = found[found["client"].notna()]
    near = found[(found["due_on"] <= today + WEEK) | (found["from_on"] <= today)]
    for row in rows_of(near.drop_duplicates(["client", "duty"])):
        said = f"{context.say(calendar_words.WHAT[row.duty])}, {day(row.due_on.date(), context.language)}"
        yield str(row.client), row.duty, said, bool(row.due_on < today)


def _planned(context: Context) -> Iterator[Found]:
    """Give the plan's actions up to a week ahead, the earliest of each client."""
    if METRICS["plan_actions"].missing(context.tables):
        return
    found, today = actions_behind(context.tables, as_of_today(context)), pd.Timestamp(context.today)
    found = found[found["open"] & found["client"].notna() & found["due_on"].notna()]
    for row in rows_of(found[found["due_on"] <= today + WEEK].drop_duplicates("client")):
        by = day(row.due_on.date(), context.language)
        said = context.say(words.PLAN, day=by, what=text_of(row.action))
        yield str(row.client), "plan", said, row.state == OVERDUE


def _asleep(context: Context) -> Iterator[Found]:
    """Give the clients that have ordered nothing for longer than their own rhythm allows."""
    if METRICS["sleeping_clients"].missing(context.tables):
        return
    every = rhythms_of(context)
    for row in rows_of(every[every["k"] == 1]):
        silent = counted(int(row.silent), context.language, DAYS)
        if not row.gaps:
            yield str(row.client), "asleep", context.say(words.ASLEEP_ONCE, silent=silent), True
            continue
        usual = number(max(round(row.typical), 1), context.language)
        yield str(row.client), "asleep", context.say(words.ASLEEP, silent=silent, usual=usual), True


def _unasked(context: Context) -> Iterator[Found]:
    """Give the clients whose orders of the last weeks are done and have not been asked about."""
    metric = METRICS["survey_coverage"]
    if metric.missing(context.tables):
        return
    fresh = replace(as_of_today(context), period=Period(context.today - FRESH, context.today))
    found = metric.measure(context.tables, by=("client",), filters=fresh)
    for row in rows_of(found[found["client"].notna() & (found["unasked"] > 0)]):
        orders = counted(int(row.unasked), context.language, ORDERS)
        yield str(row.client), "survey", context.say(words.SURVEY, orders=orders), False
