"""What the pages on attention, records and the conveyor cost at a million contacts: once per version, and then.

    python -m benchmarks.records --contacts 1000000

Tables that several numbers rest on are worked out once for a version of the data; how long each of them takes is
printed by name. Then every question of a page is put again, as in `benchmarks.client_base`. There is no peer here:
the figures say where the time goes.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final
from unittest.mock import patch

import numpy as np
import pandas as pd

from sales_metrics.engine import Tables
from sales_metrics.metrics import Filters
from sales_metrics.metrics.kept import Kept
from sales_metrics.metrics.listing import data_day
from sales_metrics.model.panel import Panel
from sales_metrics.reports.attention import attention
from sales_metrics.reports.context import Context
from sales_metrics.reports.conveyor import conveyor
from sales_metrics.reports.records import records

from .activity import department as activity_department
from .client_base import Question, noted
from .funnel import seconds, stored

PAGES: Final[dict[str, Callable[[Context], tuple[Panel, ...]]]] = {
    "attention": attention,
    "records": records,
    "conveyor": conveyor,
}
WORDS: Final = np.array(
    [
        "price",
        "delivery",
        "sample",
        "valve",
        "pump",
        "drawing",
        "spring",
        "order",
        "terms",
        "stock",
        "visit",
        "plant",
    ]
)


def department(contacts: int, seed: int = 17) -> dict[str, pd.DataFrame]:
    """Make up a department with notes: half of them telling, a tenth written twice, some nearly the same."""
    frames = activity_department(contacts)
    rng = np.random.default_rng(seed)
    met, deals, clients = frames["contacts"], frames["deals"], frames["clients"]
    n = len(met)
    said = pd.Series(" ".join(one) for one in WORDS[rng.integers(0, len(WORDS), (n, 7))])
    said = said + " " + pd.Series(rng.integers(0, 5000, n)).astype(str)
    copied = rng.random(n) < 0.1
    said[copied] = said[rng.integers(0, n, int(copied.sum()))].to_numpy()
    met["note"] = said.where(rng.random(n) < 0.6)
    met["minutes"] = pd.Series(rng.choice([15.0, 30.0, 45.0, 60.0, 90.0], n)).where(rng.random(n) < 0.8)
    met["direction"] = rng.choice(["inbound", "outbound"], n)
    met["created_at"] = met["held_at"] + pd.to_timedelta(rng.integers(0, 5, n), unit="D")
    met["next_step"] = pd.Series(rng.choice(["offer", "call"], n)).where(rng.random(n) < 0.3)
    met["next_on"] = (met["held_at"].dt.normalize() + pd.Timedelta(days=9)).where(rng.random(n) < 0.3)
    met["deal_id"] = pd.Series(deals["deal_id"].to_numpy()[rng.integers(0, len(deals), n)]).where(
        rng.random(n) < 0.4
    )
    clients["manager"] = np.array(sorted(met["manager"].unique()))[rng.integers(0, 200, len(clients))]
    clients["priority"] = rng.choice(["A", "B", "C"], len(clients))
    clients["phone"] = pd.Series(np.arange(len(clients)).astype(str)).where(rng.random(len(clients)) < 0.7)
    deals["qualified"] = rng.choice(["ours", "not_ours", "unknown"], len(deals))
    deals["handed_over_on"] = (deals["closed_on"] + pd.Timedelta(days=60)).where(rng.random(len(deals)) < 0.6)
    return frames


def main() -> None:
    """Print what each page costs, kept tables apart."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--contacts", type=int, default=1_000_000)
    parser.add_argument("--asks", action="store_true", help="print each question with its time")
    asked = parser.parse_args()
    frames = department(asked.contacts)
    print(", ".join(f"{name} {len(frame):,}" for name, frame in frames.items()))
    with tempfile.TemporaryDirectory() as folder:
        state = stored(frames, Path(folder) / "state.duckdb")
        for page in PAGES:
            measure(page, Tables.of_snapshot(replace(state, version=page)), asks=asked.asks)


def measure(page: str, tables: Tables, *, asks: bool) -> None:
    """Print how long the tables of a page take, its questions put again, and the whole page."""
    today = data_day(tables)
    assert today is not None
    context = Context(tables, Filters(), "en", today)
    questions: list[Question] = []
    once: dict[str, float] = {}
    make = Kept.make

    def timed(one: Kept, tables: Tables) -> None:
        inner = sum(once.values())
        spent = seconds(lambda: make(one, tables))[1]
        once[one.key] = once.get(one.key, 0.0) + spent - (sum(once.values()) - inner)

    with noted(questions, {}), patch.object(Kept, "make", timed):
        first = seconds(lambda: PAGES[page](context))
    again = seconds(lambda: PAGES[page](context))
    kept = ", ".join(f"{name} {spent:.2f}" for name, spent in once.items() if spent >= 0.05)
    put = [(one.name, seconds(one.put)[1]) for one in questions]
    if asks:
        for name, spent in put:
            print(f"    {spent * 1000:6.0f} ms  {name}")
    print(
        f"{page}: once {sum(once.values()):.1f} s of processor ({kept}); {len(put)} questions again "
        f"{sum(spent for _, spent in put):.2f} s; whole page first {first[1]:.1f} s, then {again[1]:.1f} s"
    )


if __name__ == "__main__":
    main()
