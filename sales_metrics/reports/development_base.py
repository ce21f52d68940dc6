"""What all panels of client development share: the two stretches of time, and what each client bought in both."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.development import buyers
from ..metrics.development_halves import half_of
from ..model.panel import Drill, Panel, Pick
from ..model.period import Period
from ..model.text import Text
from ..statistics.client_growth import LEAST, moves
from ..text.dates import period_text
from . import development_words as words
from .context import Context, remembered
from .missing import missing_panel, nothing_panel, undivided_panel

COMPARED: Final = "revenue_compared"
_MONTHS: Final = {"year": 12, "half": 6, "quarter": 3}
_LONGEST: Final = 366
DIVISIONS: Final = ("manager", "segment", "region")
WHOLE: Final = "client"
"""The division under which every client stands alone: what is asked for where the base is not divided."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days that are looked at, the days that they are compared with, and how far back the data go.

    These are the same days a year before or, where a year is not there, as many whole weeks just before.

    `covered` says that the data reach back to the first of the days before, `history` that they reach back far
    enough beyond it to tell a new client from one who returned.
    """

    now: Period
    before: Period
    covered: bool
    history: bool
    first: date
    metric: str = COMPARED
    """The number that sets the two side by side."""

    def said(self, context: Context) -> dict[str, str]:
        """Return both stretches in words."""
        return {
            "now": period_text(self.now, context.language),
            "before": period_text(self.before, context.language),
        }


def year_before(on: date) -> date:
    """Return the same day a year earlier; of 29 February the 28th."""
    return on.replace(year=on.year - 1, day=28 if (on.month, on.day) == (2, 29) else on.day)


def months_before(on: date, months: int) -> date:
    """Return the same day some months earlier, or the last day of a shorter month."""
    return (pd.Timestamp(on) - pd.DateOffset(months=months)).date()


def opened(key: str, title: str, would_show: Text, context: Context) -> tuple[Stretch, Pick] | Panel:
    """Return the stretch in force with the question, or the panel that stands where nothing can be compared."""
    absent = missing_panel(key, title, METRICS[COMPARED], would_show, context)
    first = None if absent else first_day(context)
    if absent or first is None:
        return absent or nothing_panel(key, title, context)
    return stretch_choice(first, context)


@remembered
def first_day(context: Context) -> date | None:
    """Return the day of the first order of all, whatever the filters."""
    orders = context.tables["orders"]
    found = context.tables.fetch(orders.agg(day=orders.ordered_on.cast("date").min()))["day"].iloc[0]
    return None if pd.isna(found) else pd.Timestamp(found).date()


def stretch_choice(first: date, context: Context) -> tuple[Stretch, Pick]:
    """Return the stretch that the reader compares with what was before, and the question.

    By default it is the period of the filters if it has both ends and is no longer than a year, and otherwise the
    longest of year, half-year and quarter whose counterpart a year before the data still cover. Data that cover
    none are halved.
    """
    today, chosen = context.today, context.filters.period
    spans = {code: Period(months_before(today, n) + timedelta(days=1), today) for code, n in _MONTHS.items()}
    spans["to_date"] = Period(date(today.year, 1, 1), today)
    if chosen.start and chosen.end and chosen.start <= today and (chosen.end - chosen.start).days < _LONGEST:
        spans = {"period": Period(chosen.start, min(chosen.end, today)), **spans}
    found = {code: _stretch(span, first, context) for code, span in spans.items()}
    covered = [code for code in found if found[code].covered and code != "to_date"]
    if span := half_of(first, today):
        found["halves"] = _halves(span, first, context)
    default = "period" if "period" in found else (covered or ["halves" if span else "quarter"])[0]
    options = tuple((code, context.say(words.STRETCHES[code])) for code in found)
    pick = context.pick("development.stretch", context.say(words.ASK_STRETCH), options, default)
    return found[pick.chosen], pick


def _stretch(now: Period, first: date, context: Context) -> Stretch:
    start, end = now.start or first, now.end or context.today
    before = Period(year_before(start), year_before(end))
    opening = before.start or first
    return Stretch(now, before, first <= opening, _goes_back(first, opening, context), first)


def _halves(span: int, first: date, context: Context) -> Stretch:
    middle = context.today - timedelta(days=span)
    opening = middle - timedelta(days=span - 1)
    now, before = Period(middle + timedelta(days=1), context.today), Period(opening, middle)
    return Stretch(now, before, True, _goes_back(first, opening, context), first, "halves_compared")


def _goes_back(first: date, opening: date, context: Context) -> bool:
    """Return whether the data begin so long before a day that a new client can be told from a returned one."""
    return first <= opening - timedelta(days=int(context.rule("newcomer_history_days")))


def division_choice(context: Context) -> Pick | None:
    """Return by what the base is divided: managers, segments or regions, the first that a file tells unless chosen.

    `None` where no file tells any: then the base is looked at as a whole, as `divided` does.
    """
    told = [name for name in DIVISIONS if _is_told(name, context)]
    if not told:
        return None
    options = tuple((name, context.say(words.DIVISIONS[name])) for name in DIVISIONS)
    return context.pick("development.by", context.say(words.ASK_DIVISION), options, told[0])


def undivided(key: str, title: str, division: Pick | None, context: Context) -> Panel | None:
    """Return the panel that says that no file tells what was chosen, or `None` if one does or nothing can be."""
    if division is None or _is_told(division.chosen, context):
        return None
    return undivided_panel(key, title, METRICS[COMPARED], division.chosen, words.GROWN_WOULD, context)


def _is_told(name: str, context: Context) -> bool:
    # A client's own manager is found in the clients table, which the rows of orders know nothing of.
    return name in context.tables.present("clients") or name in METRICS[COMPARED].breakdowns_in(context.tables)


def divided(clients: pd.DataFrame, by: str) -> list[tuple[Any, pd.DataFrame]]:
    """Return the clients of each group with its name, in order of the names; no group where nothing is divided."""
    return [] if by == WHOLE else list(clients.groupby("group", dropna=False, sort=True))


_SUMS: Final = ["now", "before", "orders_now", "orders_before"]


@remembered
def clients_of(context: Context, stretch: Stretch, by: str) -> pd.DataFrame:
    """Return one row per client who bought in either stretch, within each value of a division ("client" for none).

    Columns: client, group, now, before (net of returns), orders_now, orders_before, `known` (had bought before
    both stretches) and `move` (see `statistics.client_growth`).
    """
    if by == "segment":
        found = compared_in(context, stretch.now, "manager", stretch.metric).merge(
            segments(context), on="client", how="left"
        )
    else:
        found = compared_in(context, stretch.now, "region" if by == "region" else "manager", stretch.metric)
    found = found[["client", *_SUMS]].assign(group=found[by])
    # Most clients stand in one group, so that there is nothing to add up.
    if found.duplicated(["client", "group"]).any():
        found = found.groupby(["client", "group"], dropna=False, as_index=False)[_SUMS].sum()
    found = found.assign(known=found["client"].isin(_bought_earlier(context, stretch)))
    found = found.assign(move=moves(found["before"], found["now"], found["known"]))
    return found[["client", "group", *_SUMS, "known", "move"]].reset_index(drop=True)


@remembered
def compared_in(context: Context, period: Period, by: str, metric: str = COMPARED) -> pd.DataFrame:
    """Return what each client bought in a period and before, within each manager or region."""
    filters = replace(context.filters, period=period)
    return METRICS[metric].measure(context.tables, by=("client", by), filters=filters)


@remembered
def segments(context: Context) -> pd.DataFrame:
    """Return the segment of each client that has one, as breakdowns know it."""
    table = context.tables["clients"]
    known = table.filter(table.client.notnull(), table.segment.notnull())
    return context.tables.fetch(known.group_by("client").agg(segment=known.segment.max()))


@remembered
def _bought_earlier(context: Context, stretch: Stretch) -> pd.Series[Any]:
    """Return who had bought anything before both stretches."""
    until = (stretch.before.start or stretch.first) - timedelta(days=1)
    return buyers(context.tables, replace(context.filters, period=Period(None, until)))


def each_once(clients: pd.DataFrame, stretch: Stretch, context: Context) -> pd.DataFrame:
    """Return divided clients with each of them once: a buyer in two regions stands in both, and is one of all."""
    return clients_of(context, stretch, WHOLE) if clients["client"].duplicated().any() else clients


def base_of(clients: pd.DataFrame) -> pd.DataFrame:
    """Return the clients who bought for more than nothing before: those of whom growth can be asked."""
    return clients[clients["before"] > LEAST]


def exchangeable(clients: pd.DataFrame, stretch: Stretch) -> pd.DataFrame:
    """Return the clients whose two stretches might have come in either order: all but those proven to be new."""
    return clients[clients["move"] != "new"] if stretch.history else clients


def drill_of(clients: pd.DataFrame, stretch: Stretch, by: str | None = None, group: Any = None) -> Drill:
    """Return the way to the orders of these clients in both stretches, within a group if one is named."""
    where: dict[str, Any] = {"client": tuple(sorted(map(str, clients["client"].unique())))}
    if by:
        where[by] = None if pd.isna(group) else str(group)
    return Drill(stretch.metric, MappingProxyType(where), period=stretch.now)


def group_name(group: Any, context: Context) -> str:
    """Return a group as it is shown."""
    return context.say(words.BLANK) if pd.isna(group) else str(group)


def foot_of(stretch: Stretch, context: Context) -> str:
    """Return what every panel of the page must say: returns, whose clients, and how far the data go back."""
    same = words.SAME_DAYS if stretch.metric == COMPARED else words.WHOLE_WEEKS
    parts = [context.say(words.FOOT_ORDERS), context.say(same)]
    if not stretch.covered:
        parts.append(context.say(words.UNCOVERED, day=period_text(Period(stretch.first, None), context.language)))
    return " ".join([*parts, context.as_of])


def ratio(over: float, under: float) -> float:
    """Return a quotient, NaN where there is nothing to divide by."""
    return float(over / under) if under > 0 else float(np.nan)
