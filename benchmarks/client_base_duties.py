"""The numbers of the client calendar and of a manager's clients in hand-written pandas."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

import numpy as np
import pandas as pd

from sales_metrics.engine.derived import working_days

Frames = Mapping[str, pd.DataFrame]
Numbers = dict[str, pd.DataFrame]
FRESH: Final = timedelta(days=30)
FIELDS: Final = ("contact_person", "phone", "email", "decision_group", "birthday", "hobby")


def last_day(frames: Frames) -> pd.Timestamp:
    """Return the last day on which something happened."""
    deals, orders = frames["deals"], frames["orders"]
    days = (
        frames["contacts"]["held_at"], deals["created_on"], deals["closed_on"], orders["ordered_on"],
        orders["completed_on"], frames["surveys"]["surveyed_on"],
    )  # fmt: skip
    return max(pd.Timestamp(one.max()) for one in days).normalize()


def took_place(contacts: pd.DataFrame) -> pd.Series[bool]:
    """Whether a contact was held and is no postponed meeting."""
    moved = (contacts["kind"] == "meeting") & (contacts["result"] == "postponed")
    return contacts["held_at"].notna() & ~moved & contacts["client"].notna()


def client_calendar(frames: Frames) -> Numbers:
    """Compute what the client calendar asks for."""
    page: Numbers = {"cases of duties_open": _duties(frames)}
    days, today = _working(frames), last_day(frames)
    deals = frames["deals"]
    sent = deals.loc[
        deals["offer_sent_on"].notna(), ["manager", "offer_sent_on", "offer_confirmed_on", "closed_on"]
    ]
    by = _after(sent["offer_sent_on"], days)
    counted = sent["offer_confirmed_on"].notna() | ((by < today) & ~(sent["closed_on"] <= by))
    sent = sent[counted].assign(k=(sent["offer_confirmed_on"] <= by)[counted].astype(int), n=1)
    per = sent.groupby("manager", as_index=False)[["k", "n"]].sum()
    page["offers_confirmed manager"] = per.assign(value=per["k"] / per["n"])
    k, n = per["k"].sum(), per["n"].sum()
    page["offers_confirmed"] = pd.DataFrame({"k": [k], "n": [n], "value": [k / n]})
    key = frames["clients"].loc[frames["clients"]["size"] == "key", list(FIELDS)]
    filled = key.notna().sum()
    page["dossier_filled"] = pd.DataFrame({"field": filled.index, "k": filled.to_numpy(), "n": len(key)})
    return page


def _working(frames: Frames) -> np.ndarray:
    contacts, deals = frames["contacts"], frames["deals"]
    seen = [contacts["held_at"], deals["created_on"], deals["closed_on"]]
    first, last = min(one.min() for one in seen).year, max(one.max() for one in seen).year
    return np.array(working_days("RU", first, last + 1, frozenset()), dtype="datetime64[s]")


def _after(days: pd.Series[pd.Timestamp], working: np.ndarray) -> pd.Series[pd.Timestamp]:
    at = np.searchsorted(working, days.to_numpy("datetime64[s]"), side="right")
    return pd.Series(working[np.minimum(at, len(working) - 1)], index=days.index)


def _before(days: pd.Series[pd.Timestamp], working: np.ndarray, steps: int) -> pd.Series[pd.Timestamp]:
    at = np.searchsorted(working, days.to_numpy("datetime64[s]"), side="left") - steps
    return pd.Series(working[np.maximum(at, 0)], index=days.index)


def _months(days: pd.Series[pd.Timestamp], months: int) -> pd.Series[pd.Timestamp]:
    return days + pd.DateOffset(months=months)


def _duties(frames: Frames) -> pd.DataFrame:
    today, working = last_day(frames), _working(frames)
    deals, clients = frames["deals"], frames["clients"]
    tenders = frames["tenders"]
    coming = tenders[tenders["tender_on"] >= today].merge(clients[["client", "manager"]], on="client", how="left")
    due = _months(coming["tender_on"], -9)
    found = [
        coming[["client", "manager", "amount"]].assign(
            duty="1 tender", due_on=due, from_on=due - pd.Timedelta(days=15), about_on=coming["tender_on"]
        )
    ]
    running = deals.loc[
        deals["outcome"] == "open",
        ["client", "manager", "amount", "offer_sent_on", "offer_confirmed_on", "offer_valid_until"],
    ]
    sent = running[running["offer_sent_on"].notna() & running["offer_confirmed_on"].isna()]
    sent = sent[~(sent["offer_valid_until"] < today)]
    on = sent["offer_sent_on"]
    found.append(
        sent[["client", "manager", "amount"]].assign(
            duty="2 confirm", due_on=_after(on, working), from_on=on, about_on=on
        )
    )
    valid = running[running["offer_valid_until"].notna()]
    until = valid["offer_valid_until"]
    found.append(
        valid[["client", "manager", "amount"]].assign(
            duty="3 expiry", due_on=until, from_on=_before(until, working, 3), about_on=until
        )
    )
    found += [_handovers(deals, clients), _letters(frames, today), _birthdays(clients, today)]
    return pd.concat(found, ignore_index=True)


def _handovers(deals: pd.DataFrame, clients: pd.DataFrame) -> pd.DataFrame:
    deals = deals.merge(clients[["client", "acquired_on", "service_manager"]], on="client", how="left")
    by = deals["client"]
    born = deals["created_on"].groupby(by).transform("min")
    handed = deals["handed_over_on"].groupby(by).transform("min")
    won = deals[deals["outcome"] == "won"].sort_values(["closed_on", "deal_id"])
    first = won.drop_duplicates("client").index
    due = deals.loc[first]
    new = ~(due["acquired_on"] < born[first])
    due = due[new & handed[first].isna() & due["service_manager"].isna()]
    on = _months(due["closed_on"], 3)
    return due[["client", "manager", "amount"]].assign(
        duty="4 handover", due_on=on, from_on=on, about_on=due["closed_on"]
    )


def _letters(frames: Frames, today: pd.Timestamp) -> pd.DataFrame:
    surveys, orders = frames["surveys"], frames["orders"]
    rated = surveys[(surveys["rating"] >= 5) & surveys["surveyed_on"].notna()]
    rated = rated.groupby("order_id", as_index=False).agg(about_on=("surveyed_on", "max"))
    sold = ~orders["is_return"] & (orders["status"] != "cancelled") & orders["client"].notna()
    done = orders.loc[
        sold & (orders["completed_on"].notna() | (orders["status"] == "completed")),
        ["order_id", "client", "manager", "amount"],
    ]
    good = done.merge(rated, on="order_id").sort_values(
        ["about_on", "order_id"], ascending=[False, True], kind="stable"
    )
    good = good.drop_duplicates("client")
    good = good.assign(due_on=good["about_on"] + pd.Timedelta(days=14), from_on=good["about_on"], duty="5 letter")
    return good.loc[good["due_on"] >= today].drop(columns="order_id")


def _birthdays(clients: pd.DataFrame, today: pd.Timestamp) -> pd.DataFrame:
    known = clients.loc[
        clients["birthday"].notna() & (clients["birthday"] <= today), ["client", "manager", "birthday"]
    ]
    born = known["birthday"]
    last = pd.Series(np.where((born.dt.month == 2) & (born.dt.day == 29), 28, born.dt.day), index=born.index)
    parts = pd.DataFrame({"year": today.year, "month": born.dt.month, "day": last})
    this = pd.to_datetime(parts)
    due = this.where(this >= today, pd.to_datetime(parts.assign(year=today.year + 1)))
    due = due.astype("datetime64[s]")
    return known[["client", "manager"]].assign(
        duty="6 birthday", due_on=due, from_on=due - pd.Timedelta(days=7), about_on=born, amount=np.nan
    )


def my_clients(frames: Frames) -> Numbers:
    """Compute what the page of a manager's clients asks for."""
    today = last_day(frames)
    contacts, clients = frames["contacts"], frames["clients"]
    held = contacts.loc[took_place(contacts), ["client", "held_at", "kind", "next_on", "next_step"]]
    last = held.sort_values("held_at", kind="stable").drop_duplicates("client", keep="last")
    last = last.rename(columns={"held_at": "last_at", "next_on": "promised_on", "next_step": "promised"})
    met = held[held["kind"] == "meeting"].groupby("client").size().rename("meetings")
    ours = clients.loc[clients["is_ours"] != "no", ["client", "manager", "priority"]]
    state = ours.merge(last.drop(columns="kind"), on="client", how="left").join(met, on="client")
    strangers = last[~last["client"].isin(clients["client"])]
    assert strangers.empty
    waited = (today - state["last_at"].dt.normalize()).dt.days
    norm = state["priority"].map({"A": 14, "B": 30}).fillna(60)
    state = state.assign(waited=waited, k=(waited <= norm).astype(int))
    deals = frames["deals"]
    still = deals[(deals["outcome"] == "open") & deals["created_on"].notna()]
    worth = still.groupby("client", as_index=False).agg(total=("amount", "sum"), n=("amount", "size"))
    return {
        "cases of attention_in_norm": state[
            ["client", "manager", "priority", "last_at", "waited", "promised_on", "promised", "k"]
        ],
        "cases of duties_open": _duties(frames),
        "rows of plan_actions": actions_of(frames, today),
        "open_amount client": worth,
        f"survey_coverage client {today.date() - FRESH}..{today.date()}": _unasked(frames, today),
    }


def _unasked(frames: Frames, today: pd.Timestamp) -> pd.DataFrame:
    """Return how many orders of the last weeks each client was asked about, and how many not."""
    orders = frames["orders"]
    done = ~orders["is_return"] & (orders["completed_on"].notna() | (orders["status"] == "completed"))
    on = orders["completed_on"].fillna(orders["ordered_on"])
    fresh = done & (orders["status"] != "cancelled") & (on >= today - FRESH) & (on <= today)
    found = orders.loc[fresh, ["client", "order_id"]]
    asked = found["order_id"].isin(frames["surveys"]["order_id"]).astype(int)
    found = found[["client"]].assign(k=asked, n=1, unasked=1 - asked)
    return found.groupby("client", dropna=False, as_index=False)[["k", "n", "unasked"]].sum()


def actions_of(frames: Frames, today: pd.Timestamp) -> pd.DataFrame:
    """Return the actions of plans with their state, the earliest due first."""
    actions = frames["development_actions"]
    done = (actions["status"] == "done") | actions["done_on"].notna()
    state = np.select(
        [
            actions["status"] == "dropped", done, actions["status"] == "postponed", actions["due_on"] < today,
            actions["checked_on"] <= today,
        ],
        ["6 dropped", "5 done", "4 postponed", "1 overdue", "2 to check"],
        "3 running",
    )  # fmt: skip
    found = actions.assign(_state=state, manager=actions["owner"])
    return found.sort_values(["due_on", "client", "action"], kind="stable", ignore_index=True)
