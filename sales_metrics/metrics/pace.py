"""How fast deals that were won moved: what a deal still open is held against.

A limit is the smallest number of days within which at least the set share of the won deals had come as far; ties
are taken as they are, and nothing is interpolated.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
import ibis.expr.types as ir
import pandas as pd

from ..engine import Tables
from .in_force import last_day, rule
from .kept import kept
from .listing import once

ENDED = ("won", "lost")


@dataclass(frozen=True, slots=True)
class Pace:
    """The limits in days. `stuck_after` and `stale_after` are `None` while too few deals are won."""

    window: int
    stuck_after: int | None
    stale_after: int | None
    wins: int


@kept({"window": "int64", "stuck_after": "int64", "stale_after": "int64", "wins": "int64"})
def winning_pace(deals: ir.Table, rules: ir.Table) -> ir.Table:
    """One row: the window of conversion, and from which age on an open deal is stuck, or in doubt."""
    won = deals.filter((deals.outcome == "won").fill_null(False))
    won = won.select(days=won.closed_on.delta(won.created_on, unit="day"))
    won = _ranked(won.filter(won.days >= 0), ())
    stuck, stale = (rule(rules, key) for key in ("stuck_beyond", "stale_beyond"))
    set_by_hand, least = (rule(rules, key) for key in ("conversion_window", "conversion_window_least"))
    pace = won.agg(
        ninetieth=_limit(won, ibis.literal(0.9)),
        stuck=_limit(won, stuck),
        stale=_limit(won, stale),
        wins=won.days.count(),
    )
    enough = pace.wins >= rule(rules, "wins_for_a_limit")
    from_data = ibis.greatest(pace.ninetieth.fill_null(0).cast("float64"), least)
    return pace.select(
        window=ibis.ifelse(set_by_hand > 0, set_by_hand, from_data).cast("int64"),
        stuck_after=ibis.ifelse(enough, pace.stuck, ibis.null("int64")),
        stale_after=ibis.ifelse(enough, pace.stale, ibis.null("int64")),
        wins=pace.wins,
    )


def limits_of(days: ir.Table, rules: ir.Table) -> ir.Table:
    """Return `_stage` and `most` from rows of `_stage` and `days`, for stages that enough deals have passed."""
    ranked = _ranked(days, ("_stage",))
    limits = ranked.group_by("_stage").agg(most=_limit(ranked, rule(rules, "stuck_beyond")), wins=ranked.count())
    return limits.filter(limits.wins >= rule(rules, "wins_for_a_limit")).drop("wins")


def followed(deals: ir.Table, today: ir.Table) -> ir.Table:
    """Return the deals with `ending` (won, lost, open) and `followed_days`, how long each has been watched.

    A deal that is open, parked or without an outcome is watched until the data end, a parked one at most until
    its closing day. Deals without a day of creation, closed ones without a day of closing, and those closed before
    they were created are left out.
    """
    last = last_day(today)
    ended = deals.outcome.isin(ENDED).fill_null(False)
    parked = (deals.outcome == "parked").fill_null(False)
    until = ibis.cases((ended, deals.closed_on), (parked, deals.closed_on.coalesce(last)), else_=last)
    found = deals.mutate(
        ending=ibis.ifelse(ended, deals.outcome, "open"),
        followed_days=until.delta(deals.created_on, unit="day"),
    )
    return found.filter(found.followed_days >= 0)


@once
def pace_of(tables: Tables) -> Pace:
    """Return the limits for these tables. Needs the outcome and both days of deals."""
    winning_pace.make(tables)
    row = tables.fetch(tables["winning_pace"]).iloc[0]
    stuck, stale = (None if pd.isna(row[name]) else int(row[name]) for name in ("stuck_after", "stale_after"))
    return Pace(int(row["window"]), stuck, stale, int(row["wins"]))


def _ranked(rows: ir.Table, within: tuple[str, ...]) -> ir.Table:
    place = ibis.window(group_by=list(within), order_by="days")
    group = ibis.window(group_by=list(within))
    return rows.mutate(_rank=ibis.row_number().over(place) + 1, _all=rows.days.count().over(group))


def _limit(ranked: ir.Table, share: ir.Scalar) -> ir.Value:
    # A share of a whole number may come out a hair above the whole number that it is.
    return ranked.days.min(where=ranked["_rank"] >= share * ranked["_all"] - 1e-9)
