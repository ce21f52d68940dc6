"""The numbers of the funnel page on a large department: the product's metrics against hand-written pandas.

    python -m benchmarks.funnel --contacts 1000000

Makes a department up, computes every number in both ways, holds them equal, and prints how long each way takes
once warm: the median of several rounds, the two ways in turn. The pandas side works out how far each deal got only
once for the whole page, which is more than a page of independent numbers would do.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd

from sales_metrics.engine import Tables
from sales_metrics.engine.derived import working_days
from sales_metrics.engine.schema import typed
from sales_metrics.metrics import METRICS
from sales_metrics.model.tables import TABLES

STAGES = ("Prospecting", "Qualification", "Needs analysis", "Proposal", "Negotiation", "Closed won")
PLACE = {stage: place for place, stage in enumerate(STAGES, start=1)}
CHANNELS = ("reference", "website", "exhibition", "cold call", "partner", "tender")
MANAGERS = 200

Frames = Mapping[str, pd.DataFrame]
Numbers = dict[str, pd.DataFrame]


def department(contacts: int, seed: int = 7) -> dict[str, pd.DataFrame]:
    """Make up a department: a tenth as many deals as contacts, and the log of their stages."""
    rng = np.random.default_rng(seed)
    managers = np.array([f"Manager {number:03d}" for number in range(MANAGERS)])
    n_deals, n_clients = contacts // 10, max(contacts // 50, 1)
    start = np.datetime64("2024-01-09")
    names = np.array([f"Client {number:06d}" for number in range(n_clients)])
    clients = pd.DataFrame({"client": names, "channel_first": rng.choice(CHANNELS, n_clients)})

    held = start + rng.integers(0, 700, contacts)
    held_at = held.astype("datetime64[s]") + rng.integers(8 * 3600, 19 * 3600, contacts)
    met = pd.DataFrame(
        {
            "client": names[rng.integers(0, n_clients, contacts)],
            "manager": managers[rng.integers(0, MANAGERS, contacts)],
            "held_at": held_at,
            "kind": rng.choice(["call", "meeting", "e-mail"], contacts, p=[0.6, 0.25, 0.15]),
            "result": pd.Series(
                rng.choice(["agreed", "refused", "postponed", ""], contacts, p=[0.4, 0.2, 0.1, 0.3])
            ).replace("", None),
        }
    )

    created = start + rng.integers(0, 600, n_deals)
    closed = created + rng.integers(1, 100, n_deals)
    outcome = rng.choice(["open", "won", "lost"], n_deals, p=[0.3, 0.25, 0.45])
    reached = np.where(outcome == "won", len(STAGES), rng.integers(1, len(STAGES), n_deals))
    stage = np.where(outcome == "lost", "Closed lost", np.array(STAGES)[reached - 1])
    ids = np.array([f"D{number:07d}" for number in range(n_deals)])
    deals = pd.DataFrame(
        {
            "deal_id": ids,
            "client": names[rng.integers(0, n_clients, n_deals)],
            "manager": managers[rng.integers(0, MANAGERS, n_deals)],
            "stage": stage,
            "amount": np.round(rng.lognormal(10, 1, n_deals), 2),
            "created_on": created.astype("datetime64[s]"),
            "closed_on": pd.Series(closed.astype("datetime64[s]")).where(outcome != "open"),
            "outcome": outcome,
            "source": pd.Series(rng.choice(CHANNELS, n_deals)).where(rng.random(n_deals) < 0.7),
        }
    )
    passed = np.repeat(np.arange(n_deals), reached)
    step = np.arange(len(passed)) - np.repeat(np.cumsum(reached) - reached, reached)
    log = pd.DataFrame(
        {
            "deal_id": ids[passed],
            "stage": np.array(STAGES)[step],
            "entered_at": (created[passed] + step).astype("datetime64[s]"),
        }
    )
    return {"clients": clients, "contacts": met, "deals": deals, "stage_log": log}


@dataclass(frozen=True)
class State:
    """A current state as the store keeps it for reading: one DuckDB file."""

    version: str
    path: Path
    present: Mapping[str, frozenset[str]]


def stored(frames: Frames, path: Path) -> State:
    """Write the frames as a state file."""
    with duckdb.connect(str(path)) as database:
        for name, table in TABLES.items():
            database.register("incoming", typed(table, frames.get(name, pd.DataFrame())))
            database.execute(f"CREATE TABLE {name} AS SELECT * FROM incoming")
            database.unregister("incoming")
    return State("made up", path, {name: frozenset(frame.columns) for name, frame in frames.items()})


def ours(tables: Tables) -> Numbers:
    """Measure the page with the product's metrics."""
    page: Numbers = {}
    for by in ((), ("manager",), ("channel",)):
        for key in ("stage_reached", "step_conversion"):
            page[f"{key} {' '.join(by)}".strip()] = METRICS[key].measure(tables, by)
    page["win_rate month"] = METRICS["win_rate"].measure(tables, ("month",))
    page["average_won_deal"] = METRICS["average_won_deal"].measure(tables)
    page["sales_cycle"] = METRICS["sales_cycle"].measure(tables)
    page["meetings_per_day manager"] = METRICS["meetings_per_day"].measure(tables, ("manager",))
    return page


def by_hand(frames: Frames) -> Numbers:
    """Compute the same numbers in plain pandas."""
    deals = _placed(frames)
    page: Numbers = {}
    for by in ((), ("manager",), ("channel",)):
        counted = _by_stage(deals, list(by))
        page[f"stage_reached {' '.join(by)}".strip()] = counted
        page[f"step_conversion {' '.join(by)}".strip()] = _steps(counted, deals, list(by))
    closed = deals[deals["outcome"].isin(["won", "lost"])]
    won = closed[closed["outcome"] == "won"]
    monthly = closed.assign(month=closed["closed_on"].dt.to_period("M").dt.start_time, k=closed["outcome"] == "won")
    monthly = monthly.groupby("month", as_index=False).agg(k=("k", "sum"), n=("k", "size"))
    page["win_rate month"] = monthly.assign(value=monthly["k"] / monthly["n"])
    page["average_won_deal"] = pd.DataFrame({"n": [len(won)], "value": [won["amount"].mean()]})
    days = (won["closed_on"] - won["created_on"]).dt.days
    page["sales_cycle"] = pd.DataFrame({"n": [len(days)], "value": [days[days >= 0].mean()]})
    page["meetings_per_day manager"] = _meetings(frames)
    return page


def _placed(frames: Frames) -> pd.DataFrame:
    deals = frames["deals"].merge(frames["clients"], on="client", how="left")
    deals["channel"] = deals["source"].fillna(deals["channel_first"])
    logged = frames["stage_log"].assign(place=frames["stage_log"]["stage"].map(PLACE))
    furthest = deals["deal_id"].map(logged.groupby("deal_id")["place"].max())
    here = deals["stage"].map(PLACE)
    open_place = here.fillna(furthest).fillna(1)
    place = open_place.where(deals["outcome"] != "lost", furthest.fillna(1))
    deals["place"] = place.where(deals["outcome"] != "won", len(STAGES)).astype(int)
    return deals


def _by_stage(deals: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    found = []
    for stage, place in PLACE.items():
        there = deals[deals["place"] >= place]
        if by:
            counted = there.groupby(by, as_index=False).agg(n=("place", "size"), amount=("amount", "sum"))
        else:
            counted = pd.DataFrame({"n": [len(there)], "amount": [there["amount"].sum()]})
        found.append(counted.assign(stage=stage, place=place))
    return pd.concat(found).sort_values([*by, "place"], ignore_index=True)


def _steps(counted: pd.DataFrame, deals: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    onward = counted[[*by, "place", "n"]].assign(place=counted["place"] - 1).rename(columns={"n": "k"})
    steps = counted[counted["place"] < len(STAGES)].merge(onward, on=[*by, "place"], how="left")
    lost = deals[deals["outcome"] == "lost"].groupby([*by, "place"], as_index=False).agg(lost=("place", "size"))
    steps = steps.merge(lost, on=[*by, "place"], how="left").fillna({"k": 0, "lost": 0})
    steps = steps.assign(open=steps["n"] - steps["k"] - steps["lost"], value=steps["k"] / steps["n"])
    return steps.sort_values([*by, "place"], ignore_index=True)


def _meetings(frames: Frames) -> pd.DataFrame:
    contacts, deals = frames["contacts"], frames["deals"]
    held = contacts[(contacts["kind"] == "meeting") & (contacts["result"].fillna("") != "postponed")]
    seen = pd.concat(
        [
            contacts.groupby("manager")["held_at"].agg(["min", "max"]),
            deals.groupby("manager")["created_on"].agg(["min", "max"]),
            deals.groupby("manager")["closed_on"].agg(["min", "max"]),
        ]
    )
    first, last = (
        seen["min"].groupby(level=0).min().dt.normalize(),
        seen["max"].groupby(level=0).max().dt.normalize(),
    )
    days = np.array(working_days("RU", first.min().year, last.max().year, frozenset()), dtype="datetime64[s]")
    n = np.searchsorted(days, last.to_numpy().astype("datetime64[s]"), side="right") - np.searchsorted(
        days, first.to_numpy().astype("datetime64[s]"), side="left"
    )
    k = held.groupby("manager").size().reindex(first.index, fill_value=0)
    rate = pd.DataFrame({"manager": first.index, "k": k.to_numpy(), "n": n})
    return rate.assign(value=rate["k"] / rate["n"]).sort_values("manager", ignore_index=True)


def hold_equal(mine: Numbers, theirs: Numbers) -> None:
    """Raise `AssertionError` where a number differs between the two ways."""
    assert mine.keys() == theirs.keys()
    for name, expected in theirs.items():
        for column in expected.columns.intersection(mine[name].columns):
            left, right = mine[name][column], expected[column]
            if pd.api.types.is_numeric_dtype(right):
                np.testing.assert_allclose(left.to_numpy(float), right.to_numpy(float), rtol=1e-9, err_msg=name)
            else:
                assert left.astype(str).tolist() == right.astype(str).tolist(), name


def seconds(work: Callable[[], object]) -> tuple[float, float]:
    """Return how long one run takes: by the clock, and in seconds of all processors together."""
    clock, spent = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - spent


def main() -> None:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    frames = department(asked.contacts)
    print(", ".join(f"{name} {len(frame):,}" for name, frame in frames.items()))
    with tempfile.TemporaryDirectory() as folder:
        compare(frames, Tables.of_snapshot(stored(frames, Path(folder) / "state.duckdb")), asked.rounds)


def compare(frames: Frames, tables: Tables, rounds: int) -> None:
    """Hold the two ways equal and print how long each takes."""
    print(f"first, compiling: {seconds(lambda: ours(tables))[0]:.2f} s")
    hold_equal(ours(tables), by_hand(frames))
    print("equal: yes")
    runs = [(*seconds(lambda: ours(tables)), *seconds(lambda: by_hand(frames))) for _ in range(rounds)]
    mine, mine_cpu, theirs, theirs_cpu = (statistics.median(side) * 1000 for side in zip(*runs, strict=True))
    print(f"clock: ours {mine:.0f} ms, pandas {theirs:.0f} ms, ratio {mine / theirs:.2f}")
    print(f"processors: ours {mine_cpu:.0f} ms, pandas {theirs_cpu:.0f} ms, ratio {mine_cpu / theirs_cpu:.2f}")


if __name__ == "__main__":
    main()
