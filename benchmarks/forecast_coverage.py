"""How often the forecast by meetings holds what comes: hundreds of invented departments whose next month is known.

    python -m benchmarks.forecast_coverage [--runs 400]

Each department has managers who differ in pace, effectiveness, amounts and in how long a contract takes, and eight
months of record in contacts and deals. The forecast is made from the tables of the first seven, as the page makes
it but without the widening that a record of misses brings, and compared with the eighth.
"""

from __future__ import annotations

import argparse
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from sales_metrics.engine import Tables
from sales_metrics.metrics.filters import Filters
from sales_metrics.model.period import Period
from sales_metrics.reports.context import Context
from sales_metrics.reports.outlook import Levers, outlook
from sales_metrics.statistics.accuracy import coverage_band

LEVELS: Final = (0.5, 0.8, 0.95)
FIRST: Final = date(2026, 9, 1)
LAST: Final = date(2026, 9, 30)
EVE: Final = date(2026, 8, 31)


def main() -> None:
    """Forecast every department on all cores and print how often each interval held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=400)
    runs = parser.parse_args().runs
    start = time.perf_counter()
    with ProcessPoolExecutor() as pool:
        places = [place for place in pool.map(place_of_truth, range(runs), chunksize=4) if place is not None]
    found = np.array(places)
    print(f"{len(found)} departments in {time.perf_counter() - start:.0f} s")
    for level in LEVELS:
        held = np.mean(np.abs(found - 0.5) <= level / 2)
        low, high = coverage_band(len(found), level)
        print(f"{level:.0%} interval held {held:.1%} (an honest one: {low:.1%} to {high:.1%})")


def place_of_truth(seed: int) -> float | None:
    """Return which share of the draws lies under what came, ties split; `None` where nothing could be forecast."""
    contacts, deals = department(np.random.default_rng(seed))
    whole = deals["closed_on"].between(pd.Timestamp(FIRST), pd.Timestamp(LAST))
    came = float(deals.loc[whole, "amount"].sum())
    known = deals.assign(
        outcome=np.where(deals["closed_on"] <= pd.Timestamp(EVE), "won", "open"),
        closed_on=deals["closed_on"].where(deals["closed_on"] <= pd.Timestamp(EVE)),
    )
    tables = Tables.of_frames({"contacts": contacts[contacts["held_at"] < pd.Timestamp(FIRST)], "deals": known})
    found = outlook(Context(tables, Filters(), "en", EVE), Period(FIRST, LAST))
    if found is None:
        return None
    draws = np.sum(list(found.draws(LAST, Levers(), seed=seed, draws=4000).values()), axis=0)
    return float(np.mean(draws < came) + np.mean(draws == came) / 2)


def department(rng: np.random.Generator) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return contacts and deals of two to eight managers over eight months."""
    contacts, deals = [], []
    days = pd.bdate_range("2026-02-02", "2026-09-30")
    share_of_team = rng.uniform(0.06, 0.25)
    for person in range(int(rng.integers(2, 9))):
        pace = rng.gamma(8, 0.25)
        share = rng.beta(40 * share_of_team, 40 * (1 - share_of_team))
        wait, size = rng.uniform(10, 40), rng.uniform(2, 10) * 1000
        for on in days:
            for meeting in range(rng.poisson(pace)):
                client = f"{person} {on:%m%d} {meeting}"
                contacts.append((client, f"M{person}", on + pd.Timedelta(hours=9), "meeting"))
                if rng.random() < share:
                    closed = on + pd.Timedelta(days=int(rng.gamma(2, wait / 2)))
                    amount = float(np.round(size * rng.lognormal(-0.25, 0.7)))
                    deals.append((client, client, f"M{person}", amount, on, closed))
    return (
        pd.DataFrame(contacts, columns=["client", "manager", "held_at", "kind"]),
        pd.DataFrame(deals, columns=["deal_id", "client", "manager", "amount", "created_on", "closed_on"]),
    )


if __name__ == "__main__":
    main()
