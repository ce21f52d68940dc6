"""Round which days clients are compared: those of the first finished actions of plans, for all of one kind.

A client with a plan is compared over two equal spans, before the day of its first finished action and from that day
on. A client without one is compared over the spans of every client with a plan of its own kind, each as much as the
next, so that both go through the same seasons and nobody has to choose a day for it. Kind is the size of the client
or, where no file states it, the segment or the priority.
"""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from .in_force import rule
from .kept import kept
from .orders import sold

WITH: Final = "1 with a plan"
WITHOUT: Final = "2 without a plan"
EARLY: Final = "3 too early"
NEW: Final = "4 too new"
BEFORE: Final = "before"
AFTER: Final = "after"
STRETCHES: Final = tuple(f"{who} {when}" for who in (WITH, WITHOUT) for when in (BEFORE, AFTER))
LONG_AGO: Final = -(10**7)
"""A day, counted from 1970, before anything happened."""


def _standing(rows: pd.DataFrame) -> pd.DataFrame:
    """Say how every client stands; those without a plan whose kind has nobody with one have no row."""
    kinds = [name for name in ("size", "segment", "priority") if rows[name].notna().any()]
    rows["kind"] = rows[kinds[0]].fillna("") if kinds else ""
    acted = rows[rows["acted"].notna()].copy()
    acted["standing"] = NEW
    known = acted["first_day"] <= acted["acted"] - acted["span"]
    over = acted["acted"] + acted["span"] - 1 <= acted["today"]
    acted.loc[known & ~over, "standing"] = EARLY
    acted.loc[known & over, "standing"] = WITH
    days = acted[acted["standing"] == WITH].groupby("kind")["acted"]
    per_kind = days.agg(earliest="min", latest="max", many="size").reset_index()
    others = rows[rows["actions"] == 0].merge(per_kind[["kind", "earliest"]], on="kind")
    others = others[others["first_day"] <= others["earliest"] - others["span"]]
    found = pd.concat([acted, others.drop(columns="earliest").assign(standing=WITHOUT)], ignore_index=True)
    found = found.merge(per_kind[["kind", "latest", "many"]], on="kind", how="left")
    whole = {name: found[name].astype("Int64") for name in ("acted", "span", "latest", "many")}
    names = ["client", "in_care_of", "first_key", "standing", "kind", "acted", "span", "latest", "many"]
    return found.assign(**whole)[names].sort_values("client", ignore_index=True)


@kept(
    {
        "client": "string",
        "in_care_of": "string",
        "first_key": "string",
        "standing": "string",
        "kind": "string",
        "acted": "int64",
        "span": "int64",
        "latest": "int64",
        "many": "int64",
    },
    finish=_standing,
)
def clients_round_actions(
    orders: ir.Table, development_actions: ir.Table, clients: ir.Table, rules: ir.Table, today: ir.Table
) -> ir.Table:
    """One row per client that is compared, or that has a finished action and cannot be compared yet.

    `acted` is the day of the first finished action, counted from 1970 and null without a plan; `many` and `latest`
    are how many of the kind have a plan and the last of their days.
    """
    bought = sold(orders)
    bought = bought.filter(bought.client.notnull(), bought.ordered_on.notnull())
    bought = bought.mutate(number=bought.ordered_on.cast("date").epoch_days())
    first = bought.group_by("client").agg(first_day=bought.number.min())
    bought = bought.inner_join(first, "client")
    keys = bought.filter(bought.number == bought.first_day).group_by("client", "first_day")
    found = keys.agg(first_key=ibis._["_key"].min(), seller=ibis._.manager.max())
    actions = development_actions.filter(development_actions.client.notnull())
    finished = (actions.status != "dropped").fill_null(True)
    plans = actions.group_by("client").agg(
        actions=actions.count(), acted=actions.done_on.cast("date").epoch_days().min(where=finished)
    )
    kinds = clients.filter(clients.client.notnull()).group_by("client")
    kinds = kinds.agg(
        size=ibis._["size"].max(),
        segment=ibis._.segment.max(),
        priority=ibis._.priority.max(),
        care=ibis._.manager.max(),
    )
    for part in (plans, kinds):
        found = found.left_join(part, "client").drop("client_right")
    return found.mutate(
        actions=found.actions.fill_null(0),
        in_care_of=found.care.fill_null(found.seller),
        span=rule(rules, "plan_span_days").cast("int64"),
        today=today.day.max().as_scalar().epoch_days(),
    )


def _counted_up(rows: pd.DataFrame) -> pd.DataFrame:
    """Return how many plans of each kind had their day by every day from the first to the last of them."""
    parts = []
    for kind, days in rows.groupby("kind")["acted"]:
        each = days.value_counts().sort_index()
        upto = each.reindex(range(int(each.index.min()), int(each.index.max()) + 1), fill_value=0).cumsum()
        parts.append(pd.DataFrame({"kind": kind, "number": upto.index, "upto": upto.to_numpy()}))
    empty = pd.DataFrame({"kind": pd.Series(dtype="str"), "number": [], "upto": []})
    return pd.concat(parts, ignore_index=True) if parts else empty.astype({"number": "int64", "upto": "int64"})


@kept({"kind": "string", "number": "int64", "upto": "int64"}, finish=_counted_up)
def plan_days(clients_round_actions: ir.Table) -> ir.Table:
    """The days of the clients with a plan, from which the others' spans follow; see `_counted_up`."""
    stand = clients_round_actions
    return stand.filter(stand.standing == WITH).select("kind", "acted")


def stretched(facts: ir.Table, around: ir.Table, days: ir.Table) -> ir.Table:
    """Return the facts of compared clients with their `stretch` and their `weight` in it, which is above 0.

    `facts` have a client, `number` (the day of the order) and `previous` (the day of the order that has already
    counted, or null). An order counts before the days after it and after those up to it, as far as a span reaches,
    and only for days whose span does not hold the previous one as well. The weight is 1 for a client with a plan,
    and for one without a plan the share of the days of its kind for which the order counts.
    """
    stand = around.filter(around.standing.isin([WITH, WITHOUT])).drop("first_key")
    facts = facts.inner_join(stand, "client")
    previous = facts.previous.fill_null(LONG_AGO)
    after = facts.mutate(
        above=ibis.greatest(previous, facts.number - facts.span),
        last=facts.number,
        stretch=facts.standing + f" {AFTER}",
    )
    before = facts.mutate(
        above=ibis.greatest(facts.number, previous + facts.span),
        last=facts.number + facts.span,
        stretch=facts.standing + f" {BEFORE}",
    )
    both = after.union(before)
    both = both.filter(both.above < both.last)
    for name in ("above", "last"):
        reached = days.select("kind", "number", **{f"{name}_upto": days.upto})
        both = both.mutate(**{f"{name}_at": ibis.least(both[name], both.latest)})
        both = both.left_join(reached, [both.kind == reached.kind, both[f"{name}_at"] == reached.number])
        both = both.drop(*(column for column in both.columns if column.endswith("_right")))
    share = (both.last_upto.fill_null(0) - both.above_upto.fill_null(0)) / both.many
    own = ((both.acted > both.above) & (both.acted <= both.last)).cast("float64")
    both = both.mutate(weight=ibis.ifelse(both.standing == WITH, own, share).cast("float64"))
    return both.filter(both.weight > 0)
