"""What the tests of the stories share: the company in English, and meetings with the contract each led to."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pandas as pd

from sales_metrics.demo import frames

TABLES = frames("en")
BUDGET, INTEREST, BEST, ODD = "Megan Turner", "Ian Cooper", "Ellen Hughes", "Paul Garner"
TWINS = ("Olivia Marsh", "Dennis Kemp")
BLANK = "Sarah Bell"


def closed_deals() -> pd.DataFrame:
    """Return the deals that were won or lost."""
    deals = TABLES["deals"]
    return deals[deals["outcome"].isin(["won", "lost"])]


@cache
def meetings() -> pd.DataFrame:
    """Return the meetings held, oldest first, and whether each was the last one before a contract.

    A contract belongs to the last meeting of its manager with its client in the ninety days before.
    """
    contacts = TABLES["contacts"]
    held = contacts[(contacts["kind"] == "meeting") & contacts["held_at"].notna()]
    held = held.sort_values("held_at", ignore_index=True).assign(number=lambda rows: rows.index)
    won = TABLES["deals"][TABLES["deals"]["outcome"] == "won"].sort_values("closed_on")
    won = won.assign(closed_at=won["closed_on"] + pd.Timedelta(hours=23))[["client", "manager", "closed_at"]]
    matched = pd.merge_asof(
        won,
        held[["client", "manager", "held_at", "number"]],
        left_on="closed_at",
        right_on="held_at",
        by=["client", "manager"],
        tolerance=pd.Timedelta(days=90),
    )
    return held.assign(led_to_contract=held["number"].isin(matched["number"].dropna()))


def contracts_per_meeting(start: str, end: str) -> pd.Series:
    """Return the share of the meetings from `start` to before `end` that led to a contract, per manager."""
    rows = meetings()
    inside = rows[(rows["held_at"] >= start) & (rows["held_at"] < end)]
    return inside.groupby("manager")["led_to_contract"].mean()


def difference_in_differences(change: pd.Series, treated: list[str]) -> tuple[float, float]:
    """Return by how much the treated changed more than the others, and the one-sided permutation p-value."""
    values, flags = change.to_numpy(), change.index.isin(treated)

    def gap(chosen: np.ndarray) -> float:
        return float(values[chosen].mean() - values[~chosen].mean())

    draws = []
    for members in combinations(range(len(values)), int(flags.sum())):
        chosen = np.zeros(len(values), dtype=bool)
        chosen[list(members)] = True
        draws.append(gap(chosen))
    observed = gap(flags)
    return observed, float(np.mean(np.array(draws) >= observed - 1e-12))
