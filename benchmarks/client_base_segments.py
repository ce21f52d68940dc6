"""The numbers of client segments and of client fit in hand-written pandas."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from sales_metrics.metrics.concentration import twelve_months
from sales_metrics.model.period import Period
from sales_metrics.reports.rfm import grouped
from sales_metrics.statistics.concentration import scores

from .client_base_duties import Frames, Numbers, last_day

VALUES: Final = ("segment", "size", "priority", "region", "holding", "channel_first")
"""The columns of clients in which the best are compared with the others."""
_FALLEN: Final[dict[int, list[str]]] = {}
"""Who fell, found once and not timed: nor is the page timed for finding that out from its answers."""


def segments(frames: Frames) -> Numbers:
    """Compute what the page on client segments asks for."""
    orders = frames["orders"]
    orders = orders.loc[orders["status"] != "cancelled", ["client", "manager", "ordered_on", "amount", "is_return"]]
    back = orders["is_return"]
    orders = orders.assign(total=orders["amount"].where(~back, -orders["amount"].abs()))
    orders = orders.astype({"client": "category"})
    sold = orders[~back]
    now = twelve_months(last_day(frames).date())
    assert now.start is not None
    before = twelve_months((pd.Timestamp(now.start) - pd.Timedelta(days=1)).date())
    page: Numbers = {"revenue _first": pd.DataFrame({"first_on": [orders["ordered_on"].min()]})}
    for name, period in (("now", now), ("before", before)):
        some, bought = (one[_between(one["ordered_on"], period)] for one in (orders, sold))
        sums = some.groupby("client", dropna=False, observed=True)[["total"]].sum()
        told = bought.groupby("client", dropna=False, observed=True)["ordered_on"].agg(["size", "max"])
        sums = sums.join(told.rename(columns={"size": "orders", "max": "last_on"}))
        page[f"revenue client _purchases {name}"] = sums.fillna({"orders": 0}).reset_index()
    # Twelve whole months: that of the last day is not over.
    end = last_day(frames).to_period("M").start_time
    start = end - pd.DateOffset(years=1)
    whole = Period(start.date(), (end - pd.Timedelta(days=1)).date())
    some = orders[_between(orders["ordered_on"], whole)]
    month = some["ordered_on"].to_numpy().astype("datetime64[M]").astype("datetime64[s]")
    months = some[["client", "total"]].assign(month=month)
    months = months.groupby(["client", "month"], dropna=False, observed=True, as_index=False)[["total"]].sum()
    page[f"revenue client month _totals {whole.start}..{whole.end}"] = months
    early = start + pd.DateOffset(months=1) - pd.Timedelta(days=1)
    known = sold.loc[sold["ordered_on"] <= early, "client"].dropna().unique()
    page[f"sales_per_client client _names None..{early.date()}"] = pd.DataFrame({"client": known.astype(object)})
    if id(frames["orders"]) not in _FALLEN:
        _FALLEN[id(frames["orders"])] = _fallen(page, now, before)
    some = sold[sold["client"].isin(_FALLEN[id(frames["orders"])])].astype({"client": "object"})
    last = some.groupby(["client", "manager"], as_index=False).agg(last_on=("ordered_on", "max"))
    page["sales_per_client client manager _last"] = last
    return page


def _fallen(page: Numbers, now: Period, before: Period) -> list[str]:
    """Return the clients whose last order the page asks for: the first 300 that are among the best no longer."""
    best = []
    assert now.end is not None
    assert before.end is not None
    for name, until in (("now", now.end), ("before", before.end)):
        told = page[f"revenue client _purchases {name}"]
        told = told[told["client"].notna() & (told["total"] > 0)]
        days = (pd.Timestamp(until) - told["last_on"]).dt.days
        marks = {"r": scores(-days), "f": scores(told["orders"]), "m": scores(told["total"])}
        best.append(told[grouped(told.assign(**marks)) == "best"])
    fallen = best[1][~best[1]["client"].isin(best[0]["client"])]
    return list(fallen.sort_values("total", ascending=False)["client"].head(300))


def _between(days: pd.Series[pd.Timestamp], period: Period) -> pd.Series[bool]:
    assert period.start is not None
    assert period.end is not None
    return (days >= pd.Timestamp(period.start)) & (days <= pd.Timestamp(period.end))


def client_fit(frames: Frames) -> Numbers:
    """Compute what the page on client fit asks for."""
    clients, orders = frames["clients"], frames["orders"]
    year = twelve_months(last_day(frames).date())
    counted = (orders["status"] != "cancelled") & orders["client"].notna() & _between(orders["ordered_on"], year)
    some = orders.loc[counted, ["client", "amount", "is_return"]]
    worth = some["amount"].where(~some["is_return"], -some["amount"].abs())
    bought = worth.groupby(some["client"]).sum()
    buyers = bought[bought > 0].sort_values(ascending=False, kind="stable")
    best = pd.Series(np.arange(len(buyers)) < np.ceil(len(buyers) / 5 - 1e-9), index=buyers.index).astype(int)
    told = clients[["client", *VALUES]]
    told = told.assign(k=told["client"].map(best), bought=told["client"].map(buyers), n=1).dropna(subset=["k"])
    sums = told[["k", "n", "bought"]].sum()
    page: Numbers = {"best_clients": sums.to_frame().T.assign(value=sums["k"] / sums["n"])}
    parts = [
        told.groupby(name, dropna=False)[["k", "n"]].sum().rename_axis("value").reset_index().assign(column=name)
        for name in VALUES
    ]
    page[f"best_clients {' '.join(VALUES)} _each_value"] = pd.concat(parts)
    fit, answers = _judged(clients)
    deals = frames["deals"].loc[frames["deals"]["client"].notna(), ["client", "outcome", "amount"]]
    still = deals[deals["outcome"] == "open"]
    fit["bought"] = fit["client"].map(bought).fillna(0.0)
    fit["open_money"] = fit["client"].map(still.groupby("client")["amount"].sum()).fillna(0.0)
    whole = fit.assign(n=1).groupby("verdict", as_index=False)[["n", "bought", "open_money"]].sum()
    page["portrait_verdict"] = whole.rename(columns={"n": "k"})
    names = ["client", "manager", "bought", "open_money"]
    page["portrait_verdict client manager _open"] = fit.loc[fit["verdict"] == "unknown", names]
    page["portrait_known"] = pd.DataFrame(
        [(name, one.notna().sum(), len(one), one.eq(True).sum()) for name, one in answers.items()],
        columns=["feature", "k", "n", "met"],
    )
    verdict = fit.set_index("client")["verdict"]
    still = still.assign(verdict=still["client"].map(verdict), k=1)
    still = still.groupby("verdict", as_index=False).agg(k=("k", "sum"), total=("amount", "sum"))
    page["open_deals_fit"] = still
    over = deals[deals["outcome"] != "open"]
    over = over.assign(verdict=over["client"].map(verdict), k=(over["outcome"] == "won").astype(int), n=1)
    page["won_by_verdict"] = over.groupby("verdict", as_index=False)[["k", "n"]].sum()
    page["won_by_verdict client _counts"] = over.groupby("client", as_index=False)[["k", "n"]].sum()
    return page


def _judged(clients: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, pd.Series[float]]]:
    """Return every client with its verdict, and the answers to the features of the portrait: 1, 0 or unknown."""

    def answered(column: str, said: pd.Series[bool]) -> pd.Series[float]:
        return said.astype(float).where(clients[column].notna())

    answers = {
        "Maker": answered("segment", clients["segment"].isin(["Industry", "Trade"])),
        "Large": answered("size", clients["size"].isin(["key", "large"])),
        "Spends": answered("potential_year", clients["potential_year"] >= 10_000),
        "Far": answered("region", clients["region"] == "North"),
    }
    marks = pd.DataFrame({name: answers[name] for name in ("Maker", "Large", "Spends")})
    low, unknown, far = marks.sum(axis=1), marks.isna().sum(axis=1), answers["Far"]
    enough = 3 * 0.6 - 1e-9
    refused = (far == 1) | (low + unknown < enough)
    verdict = np.select([refused, far.notna() & (low >= enough)], ["not_ours", "ours"], "unknown")
    return clients[["client", "manager"]].assign(verdict=verdict), answers
