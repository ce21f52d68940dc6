"""The numbers of the client-base pages as somebody who knows pandas well writes them.

No loop over clients, columns narrowed first, names that are often grouped by as categories, and what several
numbers of a page rest on worked out once. `client_base_duties` has the calendar, a manager's clients and plans.
Long because the numbers of four pages are computed here from nothing.

Rules are at their defaults. What numpy works out in either case (the limits of rhythms) is taken from the product.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import pandas as pd

from sales_metrics.metrics.concentration import twelve_months
from sales_metrics.model.period import Period
from sales_metrics.statistics.rhythm import fitted, limits, return_quantile

from . import client_base_duties as duties
from .client_base_duties import Frames, Numbers, took_place
from .client_base_plans import plans
from .client_base_segments import client_fit, segments

__all__ = ["BY_HAND", "Numbers", "spans"]

SUMS: Final = ["total", "n", "now", "before", "orders_now", "orders_before"]


def spans(frames: Frames) -> dict[str, Period]:
    """Return the year that the data end with, the year before it, and all time up to the eve of both."""
    now = twelve_months(duties.last_day(frames).date())
    assert now.start is not None
    before = twelve_months((pd.Timestamp(now.start) - pd.Timedelta(days=1)).date())
    assert before.start is not None
    eve = (pd.Timestamp(before.start) - pd.Timedelta(days=1)).date()
    return {"now": now, "before": before, "earlier": Period(None, eve)}


def _inside(days: pd.Series[pd.Timestamp], period: Period) -> pd.Series[bool]:
    assert period.end is not None
    passed = days <= pd.Timestamp(period.end)
    return passed if period.start is None else passed & (days >= pd.Timestamp(period.start))


def development(frames: Frames) -> Numbers:
    """Compute what the page on client development asks for."""
    periods, clients = spans(frames), frames["clients"]
    orders = _in_care(frames["orders"], clients)
    page: Numbers = {}
    named = orders[orders["client"].notna()]
    by, sides = ["client", "manager"], []
    for side, sign, period in (("now", 1, periods["now"]), ("before", -1, _year_before(periods["now"]))):
        some = named.loc[_inside(named["ordered_on"], period), [*by, "worth", "counted"]]
        sums = some.groupby(by, dropna=False, observed=True).agg(
            worth=("worth", "sum"), orders=("counted", "sum"), n=("counted", "size")
        )
        sides.append(sums.rename(columns={"worth": side, "orders": f"orders_{side}"}))
        sides[-1]["total"] = sign * sums["worth"]
    both = pd.concat(sides).groupby(level=by, dropna=False, observed=True)[SUMS].sum().reset_index()
    page["revenue_compared client manager now"] = both.assign(value=both["total"])
    segment = clients.set_index("client")["segment"]
    earlier = named.loc[_inside(named["ordered_on"], periods["earlier"]) & (named["counted"] > 0), "client"]
    page["revenue_compared client _buyers earlier"] = earlier.drop_duplicates().to_frame()
    bought = _groups(orders, frames["order_lines"])
    for name in ("now", "before"):
        some = bought[_inside(bought["ordered_on"], periods[name])]
        fine = some.groupby(
            ["client", "manager", "product_group"], dropna=False, observed=True, as_index=False
        ).agg(total=("total", "sum"), n=("total", "size"))
        groups = fine.groupby("product_group", observed=True, as_index=False)[["total", "n"]].sum()
        page[f"order_value_by_group {name}"] = groups.assign(value=groups["total"] / groups["n"])
        fine = fine[fine["client"].notna()]
        page[f"order_value_by_group client manager _counts {name}"] = fine.drop(columns="total")
        page[f"breadth by manager {name}"] = _breadth(fine, "manager")
        sums = fine.groupby(["client", "product_group"], observed=True, as_index=False)[["total", "n"]].sum()
        inside = sums.assign(segment=sums["client"].map(segment))
        page[f"breadth by segment {name}"] = _breadth(inside, "segment")
        if name == "now":
            page["order_value_by_group client _sums now"] = sums
    changes = frames["priority_changes"]
    changes = changes[_inside(changes["changed_on"], periods["now"])]
    raised, lowered = changes["new"] < changes["old"], changes["new"] > changes["old"]
    changes = changes.assign(raised=raised.astype(int), lowered=lowered.astype(int))
    changes = changes.groupby("manager", as_index=False)[["raised", "lowered"]].sum()
    page["priority_raised manager now"] = changes.assign(total=changes["raised"] - changes["lowered"])
    return page


def _in_care(orders: pd.DataFrame, clients: pd.DataFrame) -> pd.DataFrame:
    """Return the orders that are not cancelled under their client's manager, what is grouped by as categories."""
    columns = ["order_id", "client", "manager", "ordered_on", "product_group", "amount", "is_return"]
    orders = orders.loc[orders["status"] != "cancelled", columns]
    orders["manager"] = orders["client"].map(clients.set_index("client")["manager"]).fillna(orders["manager"])
    worth = orders["amount"].where(~orders["is_return"], -orders["amount"].abs())
    counted = 1 - orders["is_return"].astype(int)
    names = dict.fromkeys(("client", "manager", "product_group"), "category")
    return orders.assign(worth=worth, counted=counted).astype(names)


def _year_before(period: Period) -> Period:
    assert period.end is not None
    start, end = (
        (pd.Timestamp(day) - pd.DateOffset(years=1)).date() if day else None for day in (period.start, period.end)
    )
    return Period(start, end)


def _groups(orders: pd.DataFrame, lines: pd.DataFrame) -> pd.DataFrame:
    """Return one row per order sold and product group."""
    sold = orders.loc[
        ~orders["is_return"], ["order_id", "client", "manager", "ordered_on", "product_group", "amount"]
    ].reset_index(drop=True)
    # Orders by their place instead of their id: whole numbers group and join faster.
    place = pd.Series(sold.index, index=sold["order_id"]).reindex(lines["order_id"]).to_numpy()
    worth = lines["amount"].fillna(lines["quantity"] * lines["price"]).fillna(0.0)
    group = lines["product_group"].astype(sold["product_group"].dtype)
    parted = pd.DataFrame({"place": place, "product_group": group, "total": worth}).dropna(subset=["place"])
    own = sold["product_group"].take(parted["place"].to_numpy(int)).set_axis(parted.index)
    parted["product_group"] = parted["product_group"].fillna(own)
    parted = parted.groupby(["place", "product_group"], observed=True, as_index=False).agg(total=("total", "sum"))
    whole = sold.loc[~sold.index.isin(parted["place"]), ["product_group", "amount"]].rename(
        columns={"amount": "total"}
    )
    both = pd.concat([parted, whole.rename_axis("place").reset_index()])
    both = both[both["product_group"].notna()]
    return both.join(sold[["client", "manager", "ordered_on"]], on="place")


def _breadth(fine: pd.DataFrame, by: str) -> pd.DataFrame:
    keys = [fine["client"], fine[by]]
    whole = fine["n"].groupby(keys, dropna=False, observed=True).transform("sum")
    fine = fine.assign(met=1 - (1 - fine["n"] / whole) ** 5)
    per = fine.groupby(["client", by], dropna=False, observed=True, as_index=False).agg(
        groups=("met", "size"), rarefied=("met", "sum")
    )
    per = per.groupby(by, dropna=False, observed=True, as_index=False).agg(
        clients=("groups", "size"), groups=("groups", "sum"), rarefied=("rarefied", "sum")
    )
    return per.rename(columns={by: "group"})


def key_accounts(frames: Frames) -> Numbers:
    """Compute what the page on key accounts asks for."""
    periods, orders = spans(frames), frames["orders"]
    orders = orders.loc[orders["status"] != "cancelled", ["client", "manager", "ordered_on", "amount", "is_return"]]
    orders = orders.assign(total=np.where(orders["is_return"], -orders["amount"].abs(), orders["amount"]))
    page: Numbers = {}
    some = orders[_inside(orders["ordered_on"], periods["now"])]
    page["revenue client manager _totals now"] = some.groupby(
        ["client", "manager"], dropna=False, as_index=False
    ).agg(total=("total", "sum"), n=("total", "size"))
    clients = frames["clients"]
    keys = clients.loc[clients["size"] == "key", "client"]
    now = page["revenue client manager _totals now"]
    k, n = now.loc[now["client"].isin(keys), "total"].sum(), now["total"].sum()
    page["key_share now"] = pd.DataFrame({"k": [k], "n": [n], "value": [k / n]})
    return page


def sleeping(frames: Frames) -> Numbers:
    """Compute what the page on sleeping clients asks for."""
    today = duties.last_day(frames)
    bought, held = _bought_and_held(frames)
    state = _asleep(frames, bought, held)
    page: Numbers = {"cases of sleeping_clients": state}
    per = state.assign(n=1).groupby("manager", dropna=False, as_index=False)[["k", "n"]].sum()
    page["sleeping_clients manager"] = per.assign(value=per["k"] / per["n"])
    before = _rhythm(bought, held, today - pd.Timedelta(days=90), today)
    before = before[before["asleep_after"].notna() & (before["silent"] <= 730)]
    before = before[before["silent"] > before["asleep_after"]]
    before = before.assign(
        k=before["next_on"].notna().astype(int), n=1, touched=np.where(before["touched"], "yes", "no")
    )
    days = bought.groupby("client")["ordered_on"].agg(["min", "max"])
    again = pd.DataFrame({"on": days["min"], "k": (days["max"] > days["min"]).astype(int), "n": 1})
    year = duties.last_day(frames) - pd.DateOffset(years=1)
    for until in (None, today - pd.Timedelta(days=90), year):
        some = again if until is None else again[again["on"] <= until]
        name = "bought_again" if until is None else f"bought_again None..{until.date()}"
        page[name] = some[["k", "n"]].sum().to_frame().T
    back = before.groupby("touched", as_index=False)[["k", "n"]].sum()
    page["reactivated"] = back.assign(value=back["k"] / back["n"])
    return page


def _bought_and_held(frames: Frames) -> tuple[pd.DataFrame, pd.DataFrame]:
    orders, contacts = frames["orders"], frames["contacts"]
    sold = ~orders["is_return"] & (orders["status"] != "cancelled") & orders["client"].notna()
    bought = orders.loc[sold, ["client", "manager", "ordered_on", "amount"]]
    return bought, contacts.loc[took_place(contacts), ["client", "held_at"]]


def _asleep(frames: Frames, bought: pd.DataFrame, held: pd.DataFrame) -> pd.DataFrame:
    """Return the clients of whose rhythm something is known, k where one is asleep."""
    today = duties.last_day(frames)
    state = _rhythm(bought, held, today, today)
    state = state[state["asleep_after"].notna() & (state["silent"] <= 730)]
    state = state.assign(k=(state["silent"] > state["asleep_after"]).astype(int))
    return state.drop(columns=["next_on", "touched"])


def my_clients(frames: Frames) -> Numbers:
    """Compute what the page of a manager's clients asks for."""
    return duties.my_clients(frames) | {"cases of sleeping_clients": _asleep(frames, *_bought_and_held(frames))}


def _rhythm(bought: pd.DataFrame, held: pd.DataFrame, day: pd.Timestamp, until: pd.Timestamp) -> pd.DataFrame:
    late = bought[(bought["ordered_on"] > day) & (bought["ordered_on"] <= until)]
    bought = bought[bought["ordered_on"] <= day]
    days = bought.groupby(["client", "ordered_on"], as_index=False).agg(
        amount=("amount", "sum"), manager=("manager", "last")
    )
    gap = days["ordered_on"].diff().dt.days.where(days["client"] == days["client"].shift())
    by = days["client"]
    last = days["ordered_on"].groupby(by).transform("max")
    fresh = days["amount"].where(days["ordered_on"] > last - pd.Timedelta(days=365), 0.0)
    second = gap.where(by.eq(by.shift()) & by.ne(by.shift(2)))
    days = days.assign(gap=gap, log=np.log(gap), fresh=fresh, second=second)
    found = days.groupby("client").agg(
        manager=("manager", "last"),
        first_on=("ordered_on", "first"),
        last_on=("ordered_on", "last"),
        gaps=("gap", "count"),
        days=("gap", "sum"),
        mean_log=("log", "mean"),
        spread_log=("log", "std"),
        first_gap=("second", "max"),
        bought=("fresh", "sum"),
    )
    found["next_on"] = late.groupby("client")["ordered_on"].min()
    on = held["held_at"].dt.normalize()
    found["touched_on"] = on[(on > day) & (on <= until)].groupby(held["client"]).min()
    touched = found["touched_on"].notna() & ~(found["touched_on"] > found["next_on"])
    found = found.assign(silent=(day - found["last_on"]).dt.days, touched=touched)
    known = {name: found[name].to_numpy(float) for name in ("gaps", "days", "mean_log", "spread_log")}
    prior = fitted(known["gaps"], known["days"])
    waited, came = found["first_gap"].fillna(found["silent"]), found["first_gap"].notna()
    for name, level in (("late_after", 0.80), ("asleep_after", 0.95)):
        found[name], _ = limits(known, level, prior, return_quantile(waited, came, level))
    found["typical"] = known["days"] / np.where(known["gaps"] > 0, known["gaps"], np.nan)
    return found.reset_index().drop(
        columns=["last_on", "days", "mean_log", "spread_log", "first_gap", "touched_on"]
    )


def surveys(frames: Frames) -> Numbers:
    """Compute what the survey page asks for."""
    done = _asked(frames)
    week = done["completed_on"] - pd.to_timedelta(done["completed_on"].dt.day_of_week, unit="D")
    done = done.assign(
        k=(done["score"] >= 4).astype(int), n=done["score"].notna().astype(int), completed=1, week=week,
        unasked=1 - done["asked"], likely_n=done["likely"].notna().astype(int),
        net=(done["likely"] >= 9).astype(int) - (done["likely"] <= 6).astype(int),
    )  # fmt: skip
    weeks = done.groupby("week", as_index=False)[["k", "n", "asked", "completed"]].sum()
    page: Numbers = {"satisfied week": weeks}
    page["survey_coverage week"] = _rate(weeks, "asked", "completed", "week")
    cells = done.groupby(["manager", "size", "pace"], dropna=False, as_index=False).agg(
        k=("k", "sum"), n=("n", "sum"), asked=("asked", "sum"), completed=("completed", "sum"),
        score=("score", "sum"), net=("net", "sum"), likely_n=("likely_n", "sum"),
    )  # fmt: skip
    groups = ["manager", "size", "pace"]
    page["satisfied manager size pace"] = cells[[*groups, "k", "n", "asked", "completed"]]
    page["survey_rating manager size pace"] = cells[[*groups, "n"]].assign(total=cells["score"])
    page["net_promoter_score manager size pace"] = cells[groups].assign(total=cells["net"], n=cells["likely_n"])
    page["survey_rating score"] = done.groupby("score", dropna=False, as_index=False)[["n"]].sum()
    signs = [
        done.groupby(["manager", column], as_index=False).agg(k=("asked", "sum"), n=("completed", "sum"))
        .rename(columns={column: "sign"})
        for column in ("pace", "return_after", "score_before")
    ]  # fmt: skip
    page["coverage_by_sign manager"] = pd.concat(signs)
    per = done.groupby("manager", as_index=False)[["asked", "completed"]].sum()
    page["survey_coverage manager"] = _rate(per, "asked", "completed", "manager")
    asked = done.groupby("client")["asked"].max()
    page["survey_coverage client _heads"] = pd.DataFrame({"k": [int(asked.sum())], "n": [len(asked)]})
    waiting = done.loc[done["asked"] == 0, ["order_id", "client", "manager", "completed_on"]]
    page["survey_coverage"] = pd.DataFrame(
        {"k": [int(done["asked"].sum())], "n": [len(done)], "unasked": [len(waiting)]}
    )
    page["cases of survey_coverage unasked"] = waiting.nsmallest(200, "completed_on", keep="first")
    told = frames["surveys"].melt(
        value_vars=["liked", "disliked", "improve"], var_name="question", value_name="answer"
    )
    page["open_answers answer"] = (
        told.dropna().groupby(["question", "answer"], as_index=False).size().rename(columns={"size": "n"})
    )
    page["warm_deals"] = _warm(frames)
    return page


def _rate(parts: pd.DataFrame, k: str, n: str, *groups: str) -> pd.DataFrame:
    return parts[list(groups)].assign(k=parts[k], n=parts[n], value=parts[k] / parts[n])


def _asked(frames: Frames) -> pd.DataFrame:
    """Return completed orders with their answers and the signs that the client may be dissatisfied."""
    orders = frames["orders"]
    sold = ~orders["is_return"] & (orders["status"] != "cancelled")
    done = orders.loc[
        sold & (orders["completed_on"].notna() | (orders["status"] == "completed")),
        ["order_id", "client", "manager", "ordered_on", "completed_on"],
    ]
    answers = frames["surveys"].groupby("order_id").agg(
        score=("rating", "min"), likely=("recommend", "min"), answered=("surveyed_on", "max")
    )  # fmt: skip
    done = done.join(answers, on="order_id")
    done["asked"] = done["order_id"].isin(answers.index).astype(int)
    done = done.merge(frames["clients"][["client", "size"]], on="client", how="left")
    took = (done["completed_on"] - done["ordered_on"]).dt.days
    done["pace"] = pd.Series(np.where(took > 14, "late", "in_time")).where(took.notna())
    done["completed_on"] = done["completed_on"].fillna(done["ordered_on"])
    back = orders.loc[orders["is_return"] & orders["client"].notna(), ["client", "ordered_on"]].sort_values(
        "ordered_on"
    )
    named = done.loc[done["client"].notna(), ["client", "completed_on"]].reset_index().sort_values("completed_on")
    after = pd.merge_asof(
        named, back.rename(columns={"ordered_on": "came"}), left_on="completed_on", right_on="came", by="client",
        direction="forward", tolerance=pd.Timedelta(days=30),
    ).set_index("index")["came"]  # fmt: skip
    known = pd.Series(np.where(after.notna(), "returned", "not_returned"), index=after.index)
    done["return_after"] = known.reindex(done.index)
    rated = done.loc[
        done["score"].notna() & done["answered"].notna() & done["client"].notna(), ["client", "answered", "score"]
    ]
    rated = rated.sort_values(["answered", "score"], ascending=[True, False]).drop_duplicates(
        ["client", "answered"], keep="last"
    )
    before = pd.merge_asof(
        named, rated, left_on="completed_on", right_on="answered", by="client", allow_exact_matches=False
    ).set_index("index")["score"]
    said = pd.Series(np.where(before <= 3, "low_before", "good_before"), index=before.index).where(before.notna())
    done["score_before"] = said.reindex(done.index)
    return done


def _warm(frames: Frames) -> pd.DataFrame:
    deals, orders = frames["deals"], frames["orders"]
    closed = deals.loc[deals["outcome"].isin(["won", "lost"]), ["client", "source", "outcome", "created_on"]]
    sold = orders.loc[~orders["is_return"] & (orders["status"] != "cancelled"), ["client", "ordered_on"]]
    first = sold.groupby("client")["ordered_on"].min()
    said = closed["source"].fillna("").str.lower()
    origin = np.select(
        [
            said.str.contains("referr|recommend|word of mouth|рекоменд|сарафан|препоръ"),
            said.str.contains("return|repeat|existing|повтор|постоянн|вернул|действующ|съществуващ|редовен"),
            closed["source"].notna(),
            closed["client"].map(first) < closed["created_on"],
        ],
        ["recommended", "returning", "other", "returning"],
        "other",
    )
    closed = closed.assign(origin=origin, k=(closed["outcome"] == "won").astype(int), n=1)
    return closed.groupby("origin", as_index=False)[["k", "n"]].sum()


BY_HAND: Final[Mapping[str, Callable[[Frames], Numbers]]] = {
    "development": development,
    "key accounts": key_accounts,
    "sleeping clients": sleeping,
    "surveys": surveys,
    "client calendar": duties.client_calendar,
    "my clients": my_clients,
    "development plans": plans,
    "client segments": segments,
    "client fit": client_fit,
}
