"""Plans, costs of channels, capacity, and the development plans of larger clients."""

from __future__ import annotations

from typing import Final

import numpy as np
import pandas as pd

from .cast import BEST, SELLERS, TWIN_A
from .days import END, MONTHLY_GROWTH, MONTHS, SEASON, generator
from .vocabulary import CHANNELS

DAILY_PLAN: Final = {"calls": 15.0, "meetings": 4.0, "contracts": 0.5}
_CORRECTED_FROM: Final = "2026-06"
_CORRECTED_CALLS: Final = 10.0
_REVENUE: Final = 72_000.0
_REVENUE_WITH_GIANT: Final = 340_000.0
TARGETS: Final = (
    ("satisfied", None, 0.9),
    ("satisfied", "dealers", 0.8),
    ("net", None, 1.05),
    ("orders", "dealers", 3.0),
    ("groups", "builders", 2.5),
    ("groups", "repair", 1.5),
    ("wallet", "makers", 0.5),
)
"""The goals of the year: the figure, the segment (`None`: everybody), the value to be reached."""
_MONTHLY_COST: Final = {
    "cold": 14_500.0,
    "inbound": 6_200.0,
    "exhibition": 4_800.0,
    "repeat": 1_300.0,
    "referral": 900.0,
    "tender": 2_600.0,
}


def make_plans() -> pd.DataFrame:
    """Return the plan of every manager and month: calls, meetings and contracts a day, revenue a month."""
    rows = []
    for step, month in enumerate(MONTHS):
        season = SEASON[int(month[5:]) - 1] * (1 + MONTHLY_GROWTH) ** step
        for manager in range(len(SELLERS)):
            for measure, value in DAILY_PLAN.items():
                corrected = manager == BEST and measure == "calls" and month >= _CORRECTED_FROM
                rows.append(
                    (manager, month, measure, _CORRECTED_CALLS if corrected else value, "target", corrected)
                )
            base = _REVENUE_WITH_GIANT if manager == TWIN_A else _REVENUE
            revenue = round(base * season, -3)
            rows.append((manager, month, "revenue", revenue, "target", False))
            rows.append((manager, month, "revenue", round(revenue * 1.2, -3), "stretch", False))
    return pd.DataFrame(rows, columns=["manager", "month", "measure", "value", "level", "corrected"])


def make_channel_costs() -> pd.DataFrame:
    """Return the cost of every channel in every month in euro; trade fairs cost most in March and October."""
    rng = generator(60)
    rows = []
    for month in MONTHS:
        for channel in CHANNELS:
            fair = 3.2 if channel == "exhibition" and month[5:] in ("03", "10") else 1.0
            cost = _MONTHLY_COST[channel] * fair * rng.uniform(0.85, 1.2)
            rows.append((channel, month, round(cost, -1)))
    return pd.DataFrame(rows, columns=["channel", "month", "amount"])


def make_capacity(orders: pd.DataFrame) -> pd.DataFrame:
    """Return the capacity of every month, about what the orders of an average month need and a little more."""
    booked = orders.groupby(orders["ordered"].astype("datetime64[s]").dt.strftime("%Y-%m"))["capacity"].sum()
    level = float(booked.mean())
    return pd.DataFrame(
        {"month": MONTHS, "units": [round(level * (1.08 + 0.008 * i), -1) for i in range(len(MONTHS))]}
    )


def make_actions(clients: pd.DataFrame) -> pd.DataFrame:
    """Return the steps of the development plans: done, running, put off, overdue and still to come."""
    rng = generator(61)
    chosen = clients[clients["size"].isin(["key", "large"]) & clients["buyer"]].head(30)
    rows = []
    for client in chosen.itertuples():
        for action in np.sort(rng.permutation(7)[: rng.integers(2, 5)]):
            due = np.datetime64(END) + int(rng.integers(-190, 110))
            past = due <= np.datetime64(END)
            draw = rng.random()
            status = (
                ("done" if draw < 0.66 else "postponed" if draw < 0.8 else "in_progress")
                if past
                else ("in_progress" if draw < 0.4 else "planned")
            )
            finished = due - int(rng.integers(-9, 9)) if status == "done" else np.datetime64("NaT")
            finished = min(finished, np.datetime64(END)) if status == "done" else finished
            check = due - 14 if rng.random() < 0.85 else np.datetime64("NaT")
            rows.append(
                (client.number, client.manager, int(action), due, check, status, finished, int(rng.integers(0, 4)))
            )
    names = ["client", "manager", "action", "due_on", "checked_on", "status", "done_on", "means"]
    return pd.DataFrame(rows, columns=names)
