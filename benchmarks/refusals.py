"""The numbers of the refusals page on a large department: the product's metric against hand-written pandas.

    python -m benchmarks.refusals --contacts 1000000

The counterpart of `benchmarks.funnel`: the same department, whose refusals are given reasons. The page asks for
refusals by reason and manager, by month, and within segments and product groups. The pandas side finds the
refusals only once for the whole page.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

from sales_metrics.engine import Tables
from sales_metrics.metrics import METRICS

from .funnel import Frames, Numbers, department, seconds, stored

REASONS = ("price", "budget", "no interest", "competitor", "later", "delivery", "specification", "silence", "other")
BREAKDOWNS = (("manager",), ("month",), ("manager", "segment"), ("manager", "product_group"))
BLANK = "\x00"


def with_reasons(frames: Frames, seed: int = 11) -> dict[str, pd.DataFrame]:
    """Give refused contacts and lost deals reasons, and deals a product group and clients a segment."""
    rng = np.random.default_rng(seed)

    def drawn(values: tuple[str, ...], rows: int, blank: float) -> pd.Series:
        return pd.Series(rng.choice(values, rows)).where(rng.random(rows) >= blank)

    contacts, deals, clients = frames["contacts"], frames["deals"], frames["clients"]
    refused, lost = contacts["result"] == "refused", deals["outcome"] == "lost"
    ours = pd.Series(deals["deal_id"].to_numpy()[rng.integers(0, len(deals), len(contacts))])
    return {
        **frames,
        "contacts": contacts.assign(
            refusal_reason=drawn(REASONS, len(contacts), 0.1).where(refused),
            deal_id=ours.where(rng.random(len(contacts)) < 0.5),
        ),
        "deals": deals.assign(
            lost_reason=drawn(REASONS, len(deals), 0.1).where(lost),
            product_group=drawn(("belts", "motors", "tools", "gears"), len(deals), 0.1),
        ),
        "clients": clients.assign(segment=drawn(("makers", "builders", "dealers"), len(clients), 0.1)),
    }


def ours(tables: Tables) -> Numbers:
    """Measure the page with the product's metric."""
    return {" ".join(by): METRICS["refusals"].measure(tables, by) for by in BREAKDOWNS}


def by_hand(frames: Frames) -> Numbers:
    """Compute the same numbers in plain pandas."""
    deals, contacts = frames["deals"], frames["contacts"]
    lost = deals[deals["outcome"] == "lost"]
    said_no = contacts[(contacts["result"] == "refused") & contacts["deal_id"].isna()]
    said_no = said_no[~said_no["client"].isin(lost["client"])]
    columns = ["client", "manager", "reason", "day", "amount", "product_group"]
    one = lost.assign(reason=lost["lost_reason"], day=lost["closed_on"], amount=lost["amount"].fillna(0.0))[columns]
    other = said_no.assign(
        reason=said_no["refusal_reason"], day=said_no["held_at"], amount=0.0, product_group=None
    )[columns]
    facts = pd.concat([one, other], ignore_index=True).merge(frames["clients"][["client", "segment"]], how="left")
    facts["month"] = facts["day"].dt.to_period("M").dt.start_time
    page: Numbers = {}
    for by in BREAKDOWNS:
        names = [*by, "reason"]
        counted = facts.groupby(names, dropna=False, as_index=False).agg(
            k=("amount", "size"), amount=("amount", "sum")
        )
        counted["n"] = counted.groupby(list(by), dropna=False)["k"].transform("sum")
        page[" ".join(by)] = counted.assign(value=counted["k"] / counted["n"])
    return page


def hold_equal(mine: Numbers, theirs: Numbers) -> None:
    """Raise `AssertionError` where a number differs between the two ways."""
    for by in BREAKDOWNS:
        key, names = " ".join(by), [*by, "reason"]
        sides = [
            side.assign(
                **{name: side[name].astype(object).where(side[name].notna(), BLANK).astype(str) for name in names}
            ).sort_values(names, ignore_index=True)
            for side in (mine[key], theirs[key])
        ]
        assert sides[0][names].equals(sides[1][names]), key
        for part in ("k", "n", "amount", "value"):
            np.testing.assert_allclose(
                sides[0][part].to_numpy(float), sides[1][part].to_numpy(float), rtol=1e-9, err_msg=key
            )


def main() -> None:
    """Run the comparison and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    frames = with_reasons(department(asked.contacts))
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
