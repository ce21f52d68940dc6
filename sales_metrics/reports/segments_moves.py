"""What the maps of segments share: the revenue of clients, their cells, and against when moves are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import pandas as pd

from ..metrics.concentration import twelve_months
from ..metrics.orders import first_ordered, purchases
from ..model.panel import Cell, Drill, HeatMap, HeatRow, Pick, Share
from ..model.period import Period
from ..text.dates import day
from ..text.numbers import money, number, percent
from ..text.plural import CLIENTS, counted
from . import segments_words as words
from .attention_waiting import EVER
from .client_revenue import METRIC
from .context import Context, remembered
from .key_accounts_words import ALWAYS

NONE: Final = ""
"""The segment of a client that bought nothing, or returned as much as it bought."""
YEAR: Final = "year"
START: Final = "start"


@dataclass(frozen=True, slots=True)
class Against:
    """The last twelve months of the data, the twelve they are compared with, and the question which."""

    now: Period
    before: Period
    pick: Pick

    @property
    def both(self) -> Period:
        """All days of either."""
        return Period(self.before.start, self.now.end)

    def day(self, context: Context) -> str:
        """Return the day as of which it was, in words."""
        return day(self.before.end or context.today, context.language)

    def short(self, context: Context) -> date | None:
        """Return the day on which the data begin if that is within the months before, which are not whole then."""
        first = first_day(context)
        return first if first and self.before.start and first > self.before.start else None

    def foot(self, context: Context) -> tuple[str, ...]:
        """Return what must be said of the comparison."""
        said = context.say(words.AGAINST_START if self.pick.chosen == START else ALWAYS)
        return tuple(part for part in (self._beginning(context), said, context.as_of) if part)

    def _beginning(self, context: Context) -> str:
        """Return what the beginning of the data leaves out, if anything."""
        short = self.short(context)
        if short is None:
            return ""
        said = words.SHORT_NOW if self.now.start and short > self.now.start else words.SHORT
        return context.say(said, day=day(short, context.language))


def against(context: Context) -> Against:
    """Return with what segments are compared: a year before, or the start of the period of the filters."""
    now, start = twelve_months(context.today), context.filters.period.start
    options = [(YEAR, context.say(words.YEAR_BEFORE))]
    if start is not None and start <= context.today:
        options.append((START, context.say(words.PERIOD_START)))
    pick = context.pick("segments.against", context.say(words.AGAINST), tuple(options), YEAR)
    opening = start if pick.chosen == START else now.start
    return Against(now, twelve_months((opening or context.today) - timedelta(days=1)), pick)


@dataclass(frozen=True, slots=True, eq=False)
class Revenue:
    """What every named client brought; in `whole` returns beyond purchases count as nothing."""

    of: Mapping[str, float]
    whole: float
    nameless: float
    """What orders without a client come to."""

    def sum(self, clients: Sequence[str]) -> float:
        """Return what some clients bring together, returns taken off."""
        return sum(self.of.get(client, 0.0) for client in clients)

    def part(self, clients: Sequence[str]) -> float:
        """Return which part of the whole some clients bring."""
        return sum(max(self.of.get(client, 0.0), 0.0) for client in clients) / self.whole


@remembered
def bought_in(context: Context, period: Period) -> pd.DataFrame:
    """Return what each client bought in a period, by name and the nameless last: client, total, orders, last_on."""
    found = purchases(context.tables, replace(context.filters, period=period))
    return found.sort_values("client", na_position="last", ignore_index=True)


@remembered
def revenue_in(context: Context, period: Period) -> Revenue:
    """Return the revenue of a period by client."""
    found = bought_in(context, period)
    named = found["client"].notna().to_numpy()
    worth = found["total"].to_numpy(dtype="float64")
    clients = found["client"].to_numpy(dtype=object)[named].tolist()
    of = dict(zip(clients, worth[named].tolist(), strict=True))
    return Revenue(of, float(worth[named].clip(min=0.0).sum()), float(worth[~named].sum()))


@remembered
def first_day(context: Context) -> date | None:
    """Return the day of the first order under the filters; `None` without a dated order."""
    filters = replace(context.filters, period=EVER)
    days = first_ordered(context.tables, filters)
    return None if days.empty else days.iloc[0].date()


def closing(context: Context) -> str:
    """Return the end of the foot of a panel of the last twelve months: how far the data go back, and to when."""
    first, start = first_day(context), twelve_months(context.today).start
    said = [context.say(ALWAYS), context.as_of]
    if first and start and first > start:
        said.insert(0, context.say(words.SHORT_NOW, day=day(first, context.language)))
    return " ".join(said)


def moved(is_now: Mapping[str, str], was: Mapping[str, str]) -> dict[tuple[str, str], list[str]]:
    """Return the clients by their segment now and before, in the order of their names."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for client in sorted(is_now.keys() | was.keys()):
        found[is_now.get(client, NONE), was.get(client, NONE)].append(client)
    return found


def clients_drill(clients: Sequence[str], period: Period) -> Drill:
    """Return the way to the orders of some clients in a period."""
    return Drill(METRIC.key, MappingProxyType({"client": tuple(clients)}), "total", period)


def total_text(clients: Sequence[str], revenue: Revenue, context: Context) -> str:
    """Return how many clients a row has and what part of the revenue they bring."""
    said = counted(len(clients), context.language, CLIENTS)
    return context.say(words.ROW_TOTAL, clients=said, share=percent(revenue.part(clients), context.language))


def money_cell(clients: Sequence[str], revenue: Revenue, period: Period, context: Context) -> Cell:
    """Return a cell with a number of clients, their revenue beside it and its part of the whole as shade."""
    worth = revenue.sum(clients)
    if not clients:
        return Cell(Share(0.0, revenue.whole), clients_drill(clients, period), text="0")
    return Cell(
        Share(worth, revenue.whole, revenue.part(clients)),
        clients_drill(clients, period),
        text=number(len(clients), context.language),
        beside=money(worth, context.language, context.currency),
    )


def moves_map(
    found: Mapping[tuple[str, str], list[str]],
    names: Mapping[str, tuple[str, str]],
    revenue: Revenue,
    period: Period,
    row_name: str,
    context: Context,
) -> HeatMap:
    """Return the map of clients by segment now (rows) and before (columns).

    `names` gives every segment what its row and its column are called, in their order; "nothing bought" comes last.
    A segment that nobody is in has no row.
    """
    segments = (*names, NONE)
    heads = dict(names) | {NONE: (context.say(words.NO_LONGER), context.say(words.WAS_NONE))}
    rows = []
    for segment in segments:
        here = [found.get((segment, other), []) for other in segments]
        every = [client for some in here for client in some]
        if every:
            cells = tuple(
                Cell(Share(len(some), len(every), len(some) / len(every)), clients_drill(some, period))
                for some in here
            )
            rows.append(HeatRow(heads[segment][0], cells, total_text(every, revenue, context)))
    return HeatMap(tuple(heads[segment][1] for segment in segments), tuple(rows), row_name)
