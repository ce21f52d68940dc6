"""The numbers of the pipeline page on a large department: the product's metrics against hand-written pandas.

    python -m benchmarks.pipeline --contacts 1000000

Measured as in `benchmarks.funnel`, on the same made-up department with changes of amounts added. The pandas side
is what somebody who knows pandas would write for this page: each deal is placed once, the stays once, the moves
once, and every number is taken from these.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

from sales_metrics.engine import Tables
from sales_metrics.metrics import METRICS
from sales_metrics.metrics.cohorts import AGES
from sales_metrics.metrics.filters import Filters
from sales_metrics.model.period import Period

from .funnel import PLACE, Frames, Numbers, department, hold_equal, seconds, stored

FIRST, LAST = date(2025, 6, 2), date(2025, 6, 9)
BETWEEN = Period(FIRST + timedelta(days=1), LAST)
SHARE, STALE = 0.9, 0.95


def changed(frames: dict[str, pd.DataFrame], seed: int = 11) -> dict[str, pd.DataFrame]:
    """Return the department with a change of amount in every third deal, and one slipped date in every fifth."""
    rng = np.random.default_rng(seed)
    deals = frames["deals"]
    grown = deals.sample(len(deals) // 3, random_state=seed)
    days = pd.to_timedelta(rng.integers(1, 60, len(grown)), unit="D")
    amounts = pd.DataFrame(
        {
            "deal_id": grown["deal_id"].to_numpy(),
            "changed_on": (grown["created_on"] + days).to_numpy(),
            "old_amount": (grown["amount"] * rng.uniform(0.6, 1.4, len(grown))).round(2).to_numpy(),
            "new_amount": grown["amount"].to_numpy(),
        }
    )
    return frames | {"amount_changes": amounts}


def ours(tables: Tables) -> Numbers:
    """Measure the page with the product's metrics."""

    def asked(key: str, *by: str, period: Period | None = None) -> pd.DataFrame:
        return METRICS[key].measure(tables, by, Filters(period or Period()))

    return {
        "window_conversion month": asked("window_conversion", "month"),
        "followed_deals month": asked("followed_deals", "month"),
        "followed_deals days": asked("followed_deals", "followed_days"),
        "won_by_age": asked("won_by_age"),
        "stage_stays days": asked("stage_stays", "stay_days"),
        "stuck_deals": asked("stuck_deals"),
        "stale_deals": asked("stale_deals"),
        "opening": asked("open_pipeline", period=Period(None, FIRST)),
        "closing": asked("open_pipeline", period=Period(None, LAST)),
        "moves": asked("pipeline_moves", period=BETWEEN),
        "win_rate": asked("win_rate"),
        "average_won_deal": asked("average_won_deal"),
        "sales_cycle": asked("sales_cycle"),
    }


def by_hand(frames: Frames) -> Numbers:
    """Compute the same numbers in plain pandas."""
    deals, today = _followed(frames)
    won = deals[deals["outcome"] == "won"]
    window = max(_limit(won["days"], SHARE), 30)
    had = deals[(today - deals["created_on"]).dt.days >= window]
    had = had.assign(k=(had["outcome"] == "won") & (had["days"] <= window))
    page: Numbers = {
        "window_conversion month": had.groupby("month", as_index=False).agg(k=("k", "sum"), n=("k", "size"))
    }
    ends = {"k": ("won", "sum"), "n": ("won", "size"), "lost": ("lost", "sum"), "open": ("open", "sum")}
    page["followed_deals month"] = deals.groupby("month", as_index=False).agg(**ends)
    page["followed_deals days"] = deals.groupby("days", as_index=False).agg(**ends)
    page["won_by_age"] = pd.DataFrame(
        [
            {
                "deal_age": age,
                "k": (deals["won"] & (deals["days"] <= age)).sum(),
                "lost": (deals["lost"] & (deals["days"] <= age)).sum(),
                "at_risk": (deals["days"] >= age).sum(),
            }
            for age in AGES
        ]
    )
    stays = _stays(frames, deals, today)
    counted = stays.groupby(["days", "place"], as_index=False).agg(k=("over", "sum"), n=("over", "size"))
    page["stage_stays days"] = counted[["k", "n"]]
    page |= _open_ones(deals, stays, won)
    page |= _bridge(frames)
    closed = deals[deals["outcome"].isin(["won", "lost"])]
    page["win_rate"] = pd.DataFrame({"k": [len(won)], "n": [len(closed)]})
    page["average_won_deal"] = pd.DataFrame({"n": [len(won)], "value": [won["amount"].mean()]})
    page["sales_cycle"] = pd.DataFrame({"n": [len(won)], "value": [won["days"].mean()]})
    return page


def _followed(frames: Frames) -> tuple[pd.DataFrame, pd.Timestamp]:
    deals = frames["deals"]
    today = max(
        deals["created_on"].max(), deals["closed_on"].max(), frames["contacts"]["held_at"].max().normalize()
    )
    deals = deals.assign(
        days=(deals["closed_on"].fillna(today) - deals["created_on"]).dt.days,
        month=deals["created_on"].dt.to_period("M").dt.start_time,
        **{end: deals["outcome"] == end for end in ("won", "lost", "open")},
    )
    return deals, today


def _limit(days: pd.Series[int], share: float) -> int:
    ordered = np.sort(days.to_numpy())
    return int(ordered[int(np.ceil(share * len(ordered) - 1e-9)) - 1])


def _stays(frames: Frames, deals: pd.DataFrame, today: pd.Timestamp) -> pd.DataFrame:
    log = frames["stage_log"].assign(place=frames["stage_log"]["stage"].map(PLACE))
    log = log.sort_values(["deal_id", "entered_at", "place"])
    log = log[(log["deal_id"] != log["deal_id"].shift()) | (log["stage"] != log["stage"].shift())]
    following = log["entered_at"].shift(-1).where(log["deal_id"] == log["deal_id"].shift(-1))
    log = log.assign(following=following)
    log = log[log["place"] < len(PLACE)]
    known = deals[["deal_id", "outcome", "closed_on", "stage", "amount"]].rename(columns={"stage": "here"})
    stays = log.merge(known, on="deal_id")
    until = stays["following"].fillna(stays["closed_on"]).fillna(today)
    days = (until - stays["entered_at"]).dt.days
    over = stays["following"].notna() | (stays["outcome"] != "open")
    stays = stays.assign(days=days, over=over)
    return stays[stays["days"] >= 0]


def _open_ones(deals: pd.DataFrame, stays: pd.DataFrame, won: pd.DataFrame) -> Numbers:
    passed = stays[(stays["outcome"] == "won") & stays["over"]]
    limits = {stage: _limit(days, SHARE) for stage, days in passed.groupby("stage")["days"] if len(days) >= 10}
    current = stays[~stays["over"]].set_index("deal_id")
    still = deals[deals["open"]]
    there = current.reindex(still["deal_id"])
    most = there["stage"].map(limits).to_numpy()
    known = ~np.isnan(most) & (there["stage"].to_numpy() == still["stage"].to_numpy())
    stood = np.where(known, there["days"].to_numpy(), still["days"].to_numpy())
    most = np.where(known, most, _limit(won["days"], SHARE))
    stuck = stood > most
    return {
        "stuck_deals": pd.DataFrame(
            {"k": [stuck.sum()], "n": [len(still)], "at_stake": [still["amount"].to_numpy()[stuck].sum()]}
        ),
        "stale_deals": pd.DataFrame({"k": [(still["days"] > _limit(won["days"], STALE)).sum()], "n": [len(still)]}),
    }


def _bridge(frames: Frames) -> Numbers:
    deals, amounts = frames["deals"], frames["amount_changes"]
    steps = amounts.assign(by=amounts["new_amount"] - amounts["old_amount"])
    worth = deals["amount"] - deals["deal_id"].map(steps.groupby("deal_id")["by"].sum()).fillna(0)
    came = pd.DataFrame({"move": "new", "on": deals["created_on"], "total": worth, "opened": 1})
    gone = deals[deals["outcome"].isin(["won", "lost"])]
    left = pd.DataFrame({"move": gone["outcome"], "on": gone["closed_on"], "total": -gone["amount"], "opened": -1})
    steps = steps.merge(deals[["deal_id", "created_on", "closed_on"]], on="deal_id")
    on = steps[["changed_on", "closed_on"]].min(axis=1)
    resized = pd.DataFrame(
        {"move": np.where(steps["by"] > 0, "grown", "shrunk"), "on": on, "total": steps["by"], "opened": 0}
    )
    moves = pd.concat([came, left, resized[steps["by"] != 0]])
    forward = (
        frames["stage_log"]
        .assign(place=frames["stage_log"]["stage"].map(PLACE))
        .sort_values(["deal_id", "entered_at", "place"])
    )
    forward = forward[forward["place"] < len(PLACE)]
    furthest = forward.groupby("deal_id")["place"].cummax().groupby(forward["deal_id"]).shift()
    advanced = forward[forward["place"] > furthest]
    start, end = pd.Timestamp(FIRST), pd.Timestamp(LAST)

    def level(day: pd.Timestamp) -> pd.DataFrame:
        until = moves[moves["on"] <= day]
        return pd.DataFrame({"total": [until["total"].sum()], "n": [until["opened"].sum()]})

    within = moves[(moves["on"] > start) & (moves["on"] <= end)]
    counted = within.groupby("move", as_index=False).agg(total=("total", "sum"), n=("total", "size"))
    steps_on = int(((advanced["entered_at"] > start) & (advanced["entered_at"] <= end)).sum())
    also = pd.DataFrame({"move": ["advanced"], "total": [0.0], "n": [steps_on]})
    together = pd.concat([also, counted]).sort_values("move", ignore_index=True)
    return {"opening": level(start), "closing": level(end), "moves": together}


def main() -> None:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    frames = changed(department(asked.contacts))
    print(", ".join(f"{name} {len(frame):,}" for name, frame in frames.items()))
    with tempfile.TemporaryDirectory() as folder:
        tables = Tables.of_snapshot(stored(frames, Path(folder) / "state.duckdb"))
        print(f"first, compiling: {seconds(lambda: ours(tables))[0]:.2f} s")
        hold_equal(ours(tables), by_hand(frames))
        print("equal: yes")
        runs = [(*seconds(lambda: ours(tables)), *seconds(lambda: by_hand(frames))) for _ in range(asked.rounds)]
    mine, mine_cpu, theirs, theirs_cpu = (statistics.median(side) * 1000 for side in zip(*runs, strict=True))
    print(f"clock: ours {mine:.0f} ms, pandas {theirs:.0f} ms, ratio {mine / theirs:.2f}")
    print(f"processors: ours {mine_cpu:.0f} ms, pandas {theirs_cpu:.0f} ms, ratio {mine_cpu / theirs_cpu:.2f}")


if __name__ == "__main__":
    main()
