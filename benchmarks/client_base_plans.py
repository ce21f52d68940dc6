"""The numbers of development plans in hand-written pandas."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .client_base_duties import Frames, Numbers, actions_of, last_day

SPAN = 90
"""Days before and after the first finished action, the default."""


def plans(frames: Frames) -> Numbers:
    """Compute what the page on development plans asks for."""
    today = last_day(frames)
    actions = actions_of(frames, today)
    counted = actions["_state"].value_counts()
    page: Numbers = {"rows of plan_actions": actions.drop(columns="manager")}
    page["plan_actions"] = pd.DataFrame({"state": counted.index, "n": counted.to_numpy()})
    asked = actions.loc[actions["status"] != "dropped", ["action", "owner", "due_on", "resources", "participants"]]
    told = asked.notna().sum()
    page["plan_questions"] = pd.DataFrame({"question": told.index, "k": told.to_numpy(), "n": len(asked)})
    passed = (actions["due_on"] < today) & (actions["_state"] != "5 done")
    late = actions[
        actions["due_on"].notna() & (actions["_state"] != "6 dropped") & (actions["done_on"].notna() | passed)
    ]
    late = late.assign(k=(late["done_on"] <= late["due_on"]).astype(int), n=1)
    per = late.groupby("manager", as_index=False)[["k", "n"]].sum()
    page["actions_in_time manager"] = per.assign(value=per["k"] / per["n"])
    k, n = per["k"].sum(), per["n"].sum()
    page["actions_in_time"] = pd.DataFrame({"k": [k], "n": [n], "value": [k / n]})
    waits = actions["_state"].isin(["1 overdue", "4 postponed"]) & actions["due_on"].notna()
    days = (today - actions.loc[waits, "due_on"]).dt.days.clip(lower=0)
    page["action_delay result"] = pd.DataFrame({"total": [days.sum()], "n": [len(days)]})
    return page | _results(frames, today)


def _results(frames: Frames, today: pd.Timestamp) -> Numbers:
    """Compute who is compared with whom, and what was bought by day within reach of the plans' spans."""
    orders, actions, clients = frames["orders"], frames["development_actions"], frames["clients"]
    named = orders.loc[
        (orders["status"] != "cancelled") & orders["client"].notna(),
        ["order_id", "client", "ordered_on", "product_group", "amount", "is_return"],
    ]
    sold = named.loc[~named["is_return"]]
    stand = sold.groupby("client").agg(first=("ordered_on", "min"))
    theirs = actions.groupby("client")
    stand["actions"] = theirs.size()
    stand["acted"] = actions[actions["status"] != "dropped"].groupby("client")["done_on"].min()
    stand["kind"] = clients.set_index("client")["size"]
    span = pd.Timedelta(days=SPAN)
    acted = stand[stand["acted"].notna()]
    known = acted["first"] <= acted["acted"] - span
    over = acted["acted"] + span - pd.Timedelta(days=1) <= today
    names = np.select([known & over, known], ["1 with a plan", "3 too early"], "4 too new")
    acted = acted.assign(standing=names)
    planned = acted.loc[acted["standing"] == "1 with a plan"]
    earliest = planned.groupby("kind")["acted"].min()
    others = stand[stand["actions"].isna()]
    others = others[others["first"] <= others["kind"].map(earliest) - span].assign(standing="2 without a plan")
    compared = pd.concat([acted, others]).reset_index()[["client", "standing", "kind", "acted"]]
    day = (compared["acted"] - pd.Timestamp("1970-01-01")).dt.days
    page: Numbers = {"cases of clients_compared": compared.assign(acted=day, span=SPAN)}
    first, last = planned["acted"].min() - span, planned["acted"].max() + span - pd.Timedelta(days=1)
    reach = f"{first.date()}..{last.date()}"
    near = orders.loc[
        (orders["status"] != "cancelled") & (orders["ordered_on"] >= first) & (orders["ordered_on"] <= last),
        ["order_id", "client", "ordered_on", "product_group", "amount", "is_return"],
    ]
    near = near.rename(columns={"ordered_on": "day"}).astype({"client": "category", "product_group": "category"})
    worth = near["amount"].where(~near["is_return"], -near["amount"].abs())
    near = near.assign(total=worth, orders=1 - near["is_return"].astype(int))
    by = ["client", "day"]
    page[f"revenue client day _daily {reach}"] = near.groupby(by, dropna=False, observed=True, as_index=False)[
        ["total", "orders"]
    ].sum()
    near = near.loc[~near["is_return"], ["order_id", *by, "product_group"]].reset_index(drop=True)
    lines = frames["order_lines"]
    place = pd.Series(near.index, index=near["order_id"]).reindex(lines["order_id"]).to_numpy()
    inside = ~np.isnan(place)
    at = place[inside].astype(int)
    own = near["product_group"].take(at).set_axis(lines.index[inside])
    group = lines.loc[inside, "product_group"].astype(near["product_group"].dtype).fillna(own)
    parted = near[by].take(at).assign(product_group=group.to_numpy())
    whole = near.loc[~near.index.isin(at), [*by, "product_group"]]
    both = pd.concat([parted, whole]).dropna(subset=["product_group"]).drop_duplicates()
    page[f"order_value_by_group client day _told {reach}"] = both
    return page
