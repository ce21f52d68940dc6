"""Round which day each client is compared: that of the first finished action of its plan, or one like it.

A client is compared over two equal spans, before the day of its first finished action and from that day on. Every
client without a plan is given the day of one client with a plan of its own kind, so that both go through the same
seasons. Kind is the size of the client or, where no file states it, the segment or the priority.
"""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir
import pandas as pd

from .attention import rule
from .kept import kept
from .orders import sold

WITH: Final = "1 with a plan"
WITHOUT: Final = "2 without a plan"
EARLY: Final = "3 too early"
NEW: Final = "4 too new"
BEFORE: Final = "before"
AFTER: Final = "after"
STRETCHES: Final = tuple(f"{who} {when}" for who in (WITH, WITHOUT) for when in (BEFORE, AFTER))


def _assigned(rows: pd.DataFrame) -> pd.DataFrame:
    """Give every client the day round which it is compared; clients that are not compared have no row."""
    # Those who came early with those who came early: no name decides, and no order of the rows.
    rows = rows.sort_values(["first_on", "client"], ignore_index=True)
    for name in ("first_on", "done_on", "day"):
        rows[name] = pd.to_datetime(rows[name])
    span = pd.to_timedelta(rows["span"], unit="D")
    kinds = [name for name in ("size", "segment", "priority") if rows[name].notna().any()]
    rows["kind"] = rows[kinds[0]].fillna("") if kinds else ""
    known = rows["first_on"] <= rows["done_on"] - span
    over = rows["done_on"] + span - pd.Timedelta(days=1) <= rows["day"]
    rows["standing"] = NEW
    rows.loc[known & ~over, "standing"] = EARLY
    rows.loc[known & over, "standing"] = WITH
    acted = rows[rows["done_on"].notna()]
    with_plan = acted[acted["standing"] == WITH]
    turn = with_plan.assign(turn=with_plan.groupby("kind").cumcount())
    many = turn.groupby("kind").size().rename("many")
    others = rows[rows["actions"] == 0].drop(columns="done_on").merge(many, on="kind")
    others["turn"] = others.groupby("kind").cumcount() % others["many"]
    others = others.merge(turn[["kind", "turn", "done_on"]], on=["kind", "turn"])
    others = others[others["first_on"] <= others["done_on"] - pd.to_timedelta(others["span"], unit="D")]
    found = pd.concat([acted, others.assign(standing=WITHOUT)], ignore_index=True)
    found = found.rename(columns={"done_on": "acted_on"})
    found["acted_on"] = found["acted_on"].dt.date
    found["span"] = found["span"].astype("int64")
    return found[["client", "first_key", "standing", "kind", "acted_on", "span"]]


@kept(
    {
        "client": "string",
        "first_key": "string",
        "standing": "string",
        "kind": "string",
        "acted_on": "date",
        "span": "int64",
    },
    finish=_assigned,
)
def clients_round_actions(
    orders: ir.Table, development_actions: ir.Table, clients: ir.Table, rules: ir.Table, today: ir.Table
) -> ir.Table:
    """One row per client that is compared, or that has a finished action and cannot be compared yet."""
    bought = sold(orders)
    bought = bought.filter(bought.client.notnull(), bought.ordered_on.notnull())
    bought = bought.mutate(day=bought.ordered_on.cast("date"))
    first = bought.group_by("client").agg(first_on=bought.day.min())
    bought = bought.inner_join(first, "client")
    keys = bought.filter(bought.day == bought.first_on).group_by("client", "first_on")
    found = keys.agg(first_key=ibis._["_key"].min())
    actions = development_actions.filter(development_actions.client.notnull())
    finished = (actions.status != "dropped").fill_null(True)
    plans = actions.group_by("client").agg(
        actions=actions.count(), done_on=actions.done_on.cast("date").min(where=finished)
    )
    kinds = clients.filter(clients.client.notnull()).group_by("client")
    kinds = kinds.agg(size=ibis._["size"].max(), segment=ibis._.segment.max(), priority=ibis._.priority.max())
    for part in (plans, kinds):
        found = found.left_join(part, "client").drop("client_right")
    return found.mutate(
        actions=found.actions.fill_null(0),
        span=rule(rules, "plan_span_days").cast("int64"),
        day=today.day.max().as_scalar(),
    )
