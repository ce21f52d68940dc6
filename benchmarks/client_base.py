"""The numbers of the pages on the client base at a million order lines: the product against hand-written pandas.

    python -m benchmarks.client_base --lines 1000000

Nothing is left out by hand: each page is run once, every question that it puts to the metrics or the tables is
noted, and these are what is put again and timed. The pandas side (`client_base_by_hand`) computes the same numbers
with what the page's numbers share worked out once; both are held equal. Warm as in `benchmarks.funnel`: tables kept
for a version of the data are there, as on every visit but the first. How long the first question takes, kept tables
included, and how long the whole page with its words and drills takes is printed beside it.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

import numpy as np
import pandas as pd

from sales_metrics.engine import Tables
from sales_metrics.metrics import Filters, Metric
from sales_metrics.metrics.listing import data_day
from sales_metrics.model.panel import Panel
from sales_metrics.model.period import Period
from sales_metrics.reports import development_figures
from sales_metrics.reports.client_calendar import client_calendar
from sales_metrics.reports.context import Context
from sales_metrics.reports.development import development
from sales_metrics.reports.key_accounts import key_accounts
from sales_metrics.reports.my_clients import my_clients
from sales_metrics.reports.plans import plans
from sales_metrics.reports.qualification import qualification
from sales_metrics.reports.segments import segments
from sales_metrics.reports.sleeping import sleeping
from sales_metrics.reports.surveys import surveys

from .client_base_by_hand import BY_HAND, Numbers, spans
from .client_department import department
from .funnel import seconds, stored

PAGES: Final[dict[str, Callable[[Context], tuple[Panel, ...]]]] = {
    "development": development,
    "key accounts": key_accounts,
    "sleeping clients": sleeping,
    "surveys": surveys,
    "client calendar": client_calendar,
    "my clients": my_clients,
    "development plans": plans,
    "client segments": segments,
    "client fit": qualification,
}


@dataclass(frozen=True)
class Question:
    """One question of a page: what it is called, and how it is put."""

    name: str
    put: Callable[[], pd.DataFrame]


@contextmanager
def noted(questions: list[Question], named: dict[str, str]) -> Iterator[None]:
    """Note every question to metrics and tables; `named` gives periods their names."""
    depth = 0

    def noting(owner: Any, method: str, name: Callable[..., str]) -> Any:
        original = getattr(owner, method)

        def put(self: Any, *args: Any, **kwargs: Any) -> pd.DataFrame:
            nonlocal depth
            if not depth:
                questions.append(Question(name(self, *args, **kwargs), lambda: original(self, *args, **kwargs)))
            depth += 1
            try:
                answer: pd.DataFrame = original(self, *args, **kwargs)
                return answer
            finally:
                depth -= 1

        return patch.object(owner, method, put)

    def span(filters: Filters | None) -> str:
        period = (filters or Filters()).period
        return named.get(f"{period.start} {period.end}", f"{period.start}..{period.end}")

    def measured(one: Metric, tables: Tables, by: tuple[str, ...] = (), filters: Filters | None = None) -> str:
        return " ".join(filter(None, (one.key, *dict.fromkeys(by), span(filters))))

    def opened(one: Metric, tables: Tables, filters: Filters | None = None, **more: Any) -> str:
        return " ".join(filter(None, ("rows of", one.key, more.get("part"), span(filters))))

    def further(one: Metric, tables: Tables, by: tuple[str, ...], filters: Filters, then: Any) -> str:
        return " ".join(filter(None, (one.key, *by, then.__name__, span(filters))))

    def cased(one: Metric, tables: Tables, filters: Filters, columns: Any, part: str = "", *_: Any) -> str:
        return " ".join(filter(None, ("cases of", one.key, part, span(filters))))

    def width(_: pd.DataFrame, by: str, *__: Any) -> str:
        again = any(one.name.startswith(f"breadth by {by}") for one in questions)
        return f"breadth by {by} {'before' if again else 'now'}"

    with (
        noting(Metric, "cases", cased),
        noting(Metric, "measure", measured),
        noting(Metric, "rows", opened),
        noting(Metric, "refined", further),
        noting(Metric, "folded", further),
        noting(development_figures, "widths", width),
        noting(Tables, "fetch", lambda *_: f"fetch {len(questions)}"),
    ):
        yield


def asked_by(page: str, tables: Tables, named: dict[str, str]) -> list[Question]:
    """Return what a page asks for, in its order and as often as it asks."""
    today = data_day(tables)
    assert today is not None
    context = Context(tables, Filters(), "en", today)
    found: list[Question] = []
    with noted(found, named):
        PAGES[page](context)
    return found


def hold_equal(page: str, mine: Numbers, theirs: Numbers) -> None:
    """Raise `AssertionError` where a number differs; the order of rows is the product's own affair."""
    missing = [name for name in mine if name not in theirs and not name.startswith("fetch")]
    assert not missing, f"{page}: nothing to hold against {missing}"
    for name, expected in theirs.items():
        got = mine[name]
        columns = [column for column in expected.columns if column in got.columns]
        assert columns, name
        keys = [column for column in columns if not pd.api.types.is_float_dtype(expected[column])] or columns
        left, right = (frame[columns].sort_values(keys, ignore_index=True) for frame in (got, expected))
        assert len(left) == len(right), f"{page}, {name}: {len(left)} rows against {len(right)}"
        for column in columns:
            if pd.api.types.is_numeric_dtype(right[column]):
                # Limits of rhythm come out of an optimiser, which stops a hair apart for rows in another order.
                close = 1e-5 if column.endswith("_after") else 1e-9
                np.testing.assert_allclose(
                    left[column].to_numpy(float), right[column].to_numpy(float), rtol=close, atol=1e-6, err_msg=name
                )
            else:
                same = left[column].astype(object).fillna("").astype(str)
                assert same.tolist() == right[column].astype(object).fillna("").astype(str).tolist(), name


def main() -> None:
    """Run the comparison page by page and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page", choices=PAGES, action="append")
    parser.add_argument("--asks", action="store_true", help="print what each page asks for, with its time")
    asked = parser.parse_args()
    frames = department(asked.lines)
    print(", ".join(f"{name} {len(frame):,}" for name, frame in frames.items()))
    with tempfile.TemporaryDirectory() as folder:
        state = stored(frames, Path(folder) / "state.duckdb")
        for page in asked.page or PAGES:
            # Under a version of its own no page finds the answers that another has left.
            tables = Tables.of_snapshot(replace(state, version=page))
            compare(page, frames, tables, rounds=asked.rounds, asks=asked.asks)


def compare(page: str, frames: dict[str, pd.DataFrame], tables: Tables, *, rounds: int, asks: bool) -> None:
    """Hold the two ways of one page equal and print how long each takes."""
    named = {f"{one.start} {one.end}": name for name, one in {**spans(frames), "": Period()}.items()}
    questions: list[Question] = []
    first = seconds(lambda: questions.extend(asked_by(page, tables, named)))
    again = seconds(lambda: asked_by(page, tables, named))

    def ours() -> Numbers:
        return {one.name: one.put() for one in questions}

    def by_hand() -> Numbers:
        return BY_HAND[page](frames)

    hold_equal(page, ours(), by_hand())
    if asks:
        for one in questions:
            print(f"    {seconds(one.put)[1] * 1000:6.0f} ms  {one.name}")
    runs = [(*seconds(ours), *seconds(by_hand)) for _ in range(rounds)]
    mine, mine_cpu, theirs, theirs_cpu = (statistics.median(side) * 1000 for side in zip(*runs, strict=True))
    print(
        f"{page}: {len(questions)} questions, equal; clock: ours {mine:.0f} ms, pandas {theirs:.0f} ms, ratio "
        f"{mine / theirs:.2f}; processors: ours {mine_cpu:.0f} ms, pandas {theirs_cpu:.0f} ms, ratio "
        f"{mine_cpu / theirs_cpu:.2f}; whole page: first {first[1]:.1f} s of processor, then {again[1]:.1f} s"
    )


if __name__ == "__main__":
    main()
