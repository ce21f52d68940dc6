"""The numbers of the activity page on a large department: the product's metrics against hand-written pandas.

    python -m benchmarks.activity --contacts 1000000

Works as `benchmarks.funnel` does: every number in both ways, held equal, then timed in turn. The pandas side works
out working days, held meetings and the start of each client only once for the whole page.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

from sales_metrics.engine import Tables
from sales_metrics.engine.derived import working_days
from sales_metrics.metrics import METRICS, Filters
from sales_metrics.model.period import Period

from .funnel import department as funnel_department
from .funnel import hold_equal, seconds, stored

Frames = Mapping[str, pd.DataFrame]
Numbers = dict[str, pd.DataFrame]
Spans = tuple[Period, Period, Period, Period]
STANDARD = {"calls": 15.0, "contracts": 0.5, "meetings": 4.0}
MEASURES = {"calls": "Calls", "contracts": "Contracts", "meetings": "Meetings"}


def department(contacts: int, seed: int = 11) -> dict[str, pd.DataFrame]:
    """Make up a department with planned meetings, results, plans and absences."""
    frames = funnel_department(contacts)
    rng = np.random.default_rng(seed)
    met = frames["contacts"]
    # A client has one manager, and now and then somebody stands in.
    names = np.array(sorted(met["manager"].unique()))
    owner = names[met["client"].str.removeprefix("Client ").astype(int) % len(names)]
    met["manager"] = pd.Series(owner).where(rng.random(len(met)) < 0.9, met["manager"])
    meeting = met["kind"] == "meeting"
    shift = pd.to_timedelta(rng.choice([0, 0, 0, 1], len(met)), unit="D")
    met["planned_at"] = (met["held_at"] - shift).where(meeting & (rng.random(len(met)) < 0.9))
    met["place"] = pd.Series(rng.choice(["client", "office", "online"], len(met))).where(meeting)
    met["result"] = rng.choice(["agreed", "refused", "postponed", "needs_clarification"], len(met))
    clients = frames["clients"]
    clients["size"] = rng.choice(["key", "large", "medium", "small"], len(clients), p=[0.03, 0.1, 0.3, 0.57])
    acquired = np.datetime64("2023-06-01") + rng.integers(0, 800, len(clients))
    clients["acquired_on"] = pd.Series(acquired.astype("datetime64[s]")).where(rng.random(len(clients)) < 0.6)
    managers = sorted(met["manager"].unique())
    months = [f"{year}-{month:02d}" for year in (2024, 2025) for month in range(1, 13)]
    grid = pd.MultiIndex.from_product([managers, months, list(MEASURES)], names=["manager", "period", "key"])
    plans = grid.to_frame(index=False)
    plans["measure"] = plans["key"].map(MEASURES)
    plans["value"] = plans["key"].map(STANDARD) + rng.integers(-1, 2, len(plans)) * 0.25
    plans = plans[rng.random(len(plans)) < 0.8]
    start = pd.Timestamp("2024-01-15") + pd.to_timedelta(rng.integers(0, 600, 600), unit="D")
    absences = pd.DataFrame(
        {"manager": rng.choice(managers, 600), "from_on": start, "to_on": start + pd.Timedelta(days=9)}
    )
    return {**frames, "plans": plans.drop(columns="key"), "absences": absences}


def periods(frames: Frames) -> Spans:
    """Return the month that the data end in, the ninety days before, their last week, and the last whole months."""
    contacts, deals = frames["contacts"], frames["deals"]
    last = max(contacts["held_at"].max(), deals["closed_on"].max(), deals["created_on"].max()).date()
    monday = last - timedelta(days=last.weekday())
    month = Period.month(f"{last:%Y-%m}")
    end = last.replace(day=1) - timedelta(days=1)
    first = Period.month(f"{end - timedelta(days=63):%Y-%m}")
    return (
        month,
        Period(last - timedelta(days=89), last),
        Period(monday, monday + timedelta(days=6)),
        Period(first.start, end),
    )


def ours(tables: Tables, spans: Spans) -> Numbers:
    """Measure the page with the product's metrics."""
    month, recent, week = (Filters(span) for span in spans[:3])
    quarter = spans[3]
    manager = ("manager",)
    asked = (
        ("planned", manager, month),
        ("calls_per_day", manager, month),
        ("meetings_per_day", manager, month),
        ("contracts_per_day", manager, month),
        ("meetings_per_day", ("manager", "week"), recent),
        ("meetings_on_board", manager, week),
        ("meeting_effectiveness", manager, recent),
        *((key, manager, Filters()) for key in ("meetings_per_call", "contracts_per_meeting")),
        *(
            (key, manager, Filters())
            for key in ("contact_ways", "effort", "contacts_per_day", "contacts_per_client")
        ),
        ("meetings_per_call", ("month",), Filters(quarter)),
    )
    return {f"{key} {' '.join(by)}": METRICS[key].measure(tables, by, filters) for key, by, filters in asked}


def by_hand(frames: Frames, spans: Spans) -> Numbers:
    """Compute the same numbers in plain pandas."""
    month, recent, week, quarter = spans
    contacts, deals = frames["contacts"], frames["deals"]
    own, ahead = _days(frames)
    met = contacts[(contacts["kind"] == "meeting") & (contacts["result"] != "postponed")]
    calls = contacts[contacts["kind"] == "call"]
    won = deals[deals["outcome"] == "won"].rename(columns={"closed_on": "held_at"})
    page: Numbers = {"planned manager": _planned(frames, _in(ahead, "day", month))}
    names = pd.Index(sorted(own["manager"].unique()), name="manager")
    days = _in(own, "day", month).groupby("manager").size()
    for key, rows in (("calls", calls), ("meetings", met), ("contracts", won)):
        page[f"{key}_per_day manager"] = _rate(_in(rows, "held_at", month).groupby("manager").size(), days)
    late = _in(met, "held_at", recent)
    worked = _in(own, "day", recent)
    k = late.groupby(["manager", _monday(late["held_at"])]).size()
    n = worked.groupby(["manager", _monday(worked["day"])]).size()
    page["meetings_per_day manager week"] = _rate(k, n)
    page["meetings_on_board manager"] = _board(contacts, week)
    agreed = late[late["result"] == "agreed"].groupby("manager").size()
    page["meeting_effectiveness manager"] = _rate(agreed, late.groupby("manager").size())
    per_manager = {
        name: rows.groupby("manager").size().reindex(names, fill_value=0)
        for name, rows in (("call", calls), ("meeting", met), ("won", won), ("any", contacts))
    }
    page["meetings_per_call manager"] = _rate(per_manager["meeting"], per_manager["call"])
    page["contracts_per_meeting manager"] = _rate(per_manager["won"], per_manager["meeting"])
    both = pd.concat([calls.assign(way="call"), met.assign(way=met["place"].fillna("meeting"))])
    page["contact_ways manager"] = _shares(both, "way")
    page["effort manager"] = _shares(_standing(frames), "standing")
    page["contacts_per_day manager"] = _rate(per_manager["any"], own.groupby("manager").size())
    per_client = contacts.groupby(["manager", "client"]).size().groupby("manager").agg(["sum", "size"])
    page["contacts_per_client manager"] = pd.DataFrame(
        {"total": per_client["sum"], "n": per_client["size"], "value": per_client["sum"] / per_client["size"]}
    ).reset_index()
    monthly = [
        rows.groupby(rows["held_at"].dt.to_period("M").dt.start_time.rename("month")).size()
        for rows in (_in(met, "held_at", quarter), _in(calls, "held_at", quarter))
    ]
    page["meetings_per_call month"] = _rate(*monthly)
    return page


def _in(rows: pd.DataFrame, column: str, period: Period) -> pd.DataFrame:
    assert period.start is not None
    assert period.end is not None
    start, end = pd.Timestamp(period.start), pd.Timestamp(period.end) + pd.Timedelta(days=1)
    return rows[(rows[column] >= start) & (rows[column] < end)]


def _monday(moments: pd.Series[pd.Timestamp]) -> pd.Series[pd.Timestamp]:
    days = moments.dt.normalize()
    return (days - pd.to_timedelta(days.dt.day_of_week, unit="D")).rename("week")


def _rate(k: pd.Series[int], n: pd.Series[int]) -> pd.DataFrame:
    found = pd.concat([k.rename("k"), n.rename("n")], axis=1).fillna(0).sort_index().reset_index()
    return found.assign(value=found["k"] / found["n"].where(found["n"] > 0))


def _days(frames: Frames) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the working days of managers to their last record, and to the end of the calendar."""
    contacts, deals = frames["contacts"], frames["deals"]
    seen = pd.concat(
        [
            contacts.groupby("manager")["held_at"].agg(["min", "max"]),
            deals.groupby("manager")["created_on"].agg(["min", "max"]),
            deals.groupby("manager")["closed_on"].agg(["min", "max"]),
        ]
    )
    span = pd.DataFrame({"first": seen["min"].groupby(level=0).min(), "last": seen["max"].groupby(level=0).max()})
    span = span.assign(first=span["first"].dt.normalize(), last=span["last"].dt.normalize())
    today = span["last"].max()
    calendar = working_days("RU", span["first"].min().year, today.year, frozenset())
    days = pd.DataFrame({"day": pd.to_datetime(list(calendar)).astype("datetime64[s]")})
    every = span.reset_index().merge(days, how="cross")
    away = frames["absences"].merge(days, how="cross")
    away = away[(away["day"] >= away["from_on"]) & (away["day"] <= away["to_on"])][
        ["manager", "day"]
    ].drop_duplicates()
    every = every[every["day"] >= every["first"]].merge(away, on=["manager", "day"], how="left", indicator=True)
    every = every[every["_merge"] == "left_only"]
    works = every["last"] >= today - pd.Timedelta(days=31)
    return every[every["day"] <= every["last"]], every[works | (every["day"] <= every["last"])]


def _planned(frames: Frames, days: pd.DataFrame) -> pd.DataFrame:
    plans = frames["plans"].assign(key=frames["plans"]["measure"].str.lower())
    counted = (
        days.groupby(["manager", days["day"].dt.strftime("%Y-%m").rename("period")])
        .size()
        .rename("n")
        .reset_index()
    )
    grid = counted.merge(pd.DataFrame({"measure": STANDARD.keys(), "usual": STANDARD.values()}), how="cross")
    grid = grid.merge(
        plans[["manager", "period", "key", "value"]].rename(columns={"key": "measure"}),
        on=["manager", "period", "measure"],
        how="left",
    )
    grid["total"] = grid["value"].fillna(grid["usual"]) * grid["n"]
    found = grid.groupby(["manager", "measure"], as_index=False)[["total", "n"]].sum()
    return found.assign(value=found["total"])


def _board(contacts: pd.DataFrame, week: Period) -> pd.DataFrame:
    meetings = contacts[contacts["kind"] == "meeting"]
    took = meetings["held_at"].notna() & (meetings["result"] != "postponed")
    elsewhere = took & meetings["planned_at"].notna()
    elsewhere &= meetings["planned_at"].dt.normalize() != meetings["held_at"].dt.normalize()
    first = meetings["planned_at"].notna()
    by_plan = meetings[first].assign(
        at=meetings["planned_at"],
        planned=1,
        held=(took & ~elsewhere),
        moved=elsewhere | (meetings["result"] == "postponed"),
    )
    second = elsewhere | (~first & meetings["held_at"].notna())
    by_day = meetings[second].assign(at=meetings["held_at"], planned=0, held=took, moved=~took)
    both = _in(pd.concat([by_plan, by_day]), "at", week)
    both = both.assign(total=1, agreed=both["held"] & (both["result"] == "agreed"))
    found = both.groupby("manager", as_index=False)[["total", "planned", "held", "moved", "agreed"]].sum()
    return found.assign(value=found["total"])


def _standing(frames: Frames) -> pd.DataFrame:
    clients, deals = frames["clients"], frames["deals"]
    first = deals[deals["outcome"] == "won"].groupby("client")["closed_on"].min().rename("won_on")
    known = clients.merge(first, on="client", how="outer")
    known["start"] = known["acquired_on"].fillna(known["won_on"])
    known["new_until"] = known["start"] + pd.DateOffset(months=3)
    rows = frames["contacts"].merge(known[["client", "start", "new_until", "size"]], on="client", how="left")
    on, start = rows["held_at"].dt.normalize(), rows["start"]
    standing = np.select(
        [rows["size"] == "key", start.isna() | (start > on), on < rows["new_until"]],
        ["key", "not_yet", "new"],
        "existing",
    )
    return rows.assign(standing=standing)


def _shares(rows: pd.DataFrame, along: str) -> pd.DataFrame:
    found = rows.groupby(["manager", along], as_index=False).agg(k=("kind", "size"))
    n = found.groupby("manager")["k"].transform("sum")
    return found.assign(n=n, value=found["k"] / n)


def main() -> None:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    frames = department(asked.contacts)
    spans = periods(frames)
    print(", ".join(f"{name} {len(frame):,}" for name, frame in frames.items()), f"to {spans[1].end or date.min}")
    with tempfile.TemporaryDirectory() as folder:
        tables = Tables.of_snapshot(stored(frames, Path(folder) / "state.duckdb"))
        compare(frames, tables, spans, asked.rounds)


def compare(frames: Frames, tables: Tables, spans: Spans, rounds: int) -> None:
    """Hold the two ways equal and print how long each takes."""
    print(f"first, compiling: {seconds(lambda: ours(tables, spans))[0]:.2f} s")
    hold_equal(ours(tables, spans), by_hand(frames, spans))
    print("equal: yes")
    runs = [
        (*seconds(lambda: ours(tables, spans)), *seconds(lambda: by_hand(frames, spans))) for _ in range(rounds)
    ]
    mine, mine_cpu, theirs, theirs_cpu = (statistics.median(side) * 1000 for side in zip(*runs, strict=True))
    print(f"clock: ours {mine:.0f} ms, pandas {theirs:.0f} ms, ratio {mine / theirs:.2f}")
    print(f"processors: ours {mine_cpu:.0f} ms, pandas {theirs_cpu:.0f} ms, ratio {mine_cpu / theirs_cpu:.2f}")


if __name__ == "__main__":
    main()
