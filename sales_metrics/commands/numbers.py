"""`catalogue` lists the metrics; `metric` computes one."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

import pandas as pd

from ..engine import Tables
from ..matched import matched_tables
from ..metrics import METRICS, Filters, Metric, NotBrokenDownError
from ..model.period import Period
from ..model.text import LANGUAGES
from ..store import Snapshot, Store
from .output import StoppedError, document, line, plain, table
from .spark import local_session

_BLANK = ""


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `catalogue` and `metric` to the grammar."""
    words = commands.add_parser("catalogue", parents=[common], help="list every metric with its definition")
    words.set_defaults(run=catalogue)
    words = commands.add_parser("metric", parents=[common], help="compute one metric")
    words.add_argument("key", metavar="KEY")
    words.add_argument("--by", action="append", default=[], metavar="COLUMN", help="break down by; may be repeated")
    words.add_argument("--from", dest="start", type=_day, metavar="DAY", help="first day, 2026-01-31")
    words.add_argument("--to", dest="end", type=_day, metavar="DAY", help="last day")
    words.add_argument(
        "--where", action="append", default=[], metavar="COLUMN=VALUE", help="only these; may be repeated"
    )
    words.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb")
    words.set_defaults(run=metric)


def catalogue(given: argparse.Namespace) -> int:
    """Print every metric: key, name, definition, unit, direction, target, columns it needs, breakdowns."""
    if given.json:
        document({"metrics": [described(metric) for metric in METRICS.values()]})
        return 0
    table(["key", "", ""], [[m.key, m.name.in_(given.language), m.unit.value] for m in METRICS.values()])
    return 0


def described(metric: Metric) -> dict[str, Any]:
    """Return what a metric declares, in plain data."""
    return {
        "key": metric.key,
        "name": {language: metric.name.in_(language) for language in LANGUAGES},
        "definition": {language: metric.definition.in_(language) for language in LANGUAGES},
        "unit": metric.unit.value,
        "better": metric.better.value,
        "target": metric.target,
        "needs": {name: list(columns) for name, columns in metric.needs.items()},
        "dated_by": metric.dated_by,
        "breakdowns": list(metric.breakdowns),
        "source": metric.source,
    }


def metric(given: argparse.Namespace) -> int:
    """Compute one metric and print its parts, value and interval per group."""
    chosen = METRICS.get(given.key)
    if chosen is None:
        raise StoppedError(f"There is no metric {given.key!r}. There are: {', '.join(METRICS)}.")
    filters = Filters(period=_period(given), where=_where(given.where))
    store = Store(given.store)
    tables = open_tables(store, store.snapshot(), given.engine)
    try:
        groups = chosen.measure(tables, by=tuple(given.by), filters=filters)
    except NotBrokenDownError as problem:
        raise StoppedError(str(problem)) from None
    missing = [f"{name}.{column}" for name, column in chosen.missing(tables)]
    if given.json:
        document(
            {
                "metric": chosen.key,
                "unit": chosen.unit.value,
                "by": given.by,
                "period": {"from": filters.period.start, "to": filters.period.end},
                "where": {key: list(values) for key, values in filters.where.items()},
                "engine": given.engine,
                "missing": missing,
                "groups": groups.to_dict("records"),
            }
        )
    else:
        _print(chosen, groups, missing, given)
    return 0


def open_tables(store: Store, snapshot: Snapshot, engine: str) -> Tables:
    """Return the tables of a snapshot, each client under one name, on DuckDB in this process or a local Spark."""
    tables = matched_tables(store, snapshot)
    if engine == "duckdb":
        return tables
    frames = {name: tables.fetch(tables.stored(name)) for name, rows in snapshot.rows.items() if rows}
    brought = {name: frame[[*sorted(snapshot.present[name])]] for name, frame in frames.items()}
    return Tables.on_spark(local_session(), brought)


def _print(chosen: Metric, groups: pd.DataFrame, missing: list[str], given: argparse.Namespace) -> None:
    line(f"{chosen.name.in_(given.language)} ({chosen.unit.value})")
    if missing:
        line("needs: " + ", ".join(missing))
    cells = [[_cell(value) for value in row] for row in groups.itertuples(index=False)]
    table([str(name) for name in groups.columns], cells)


def _cell(value: Any) -> str:
    value = plain(value)
    if value is None:
        return "—"
    return f"{value:.4f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day such as 2026-01-31") from None


def _period(given: argparse.Namespace) -> Period:
    try:
        return Period(given.start, given.end)
    except ValueError as problem:
        raise StoppedError(f"{problem}.".capitalize()) from None


def _where(pairs: list[str]) -> dict[str, tuple[str | None, ...]]:
    where: dict[str, tuple[str | None, ...]] = {}
    for pair in pairs:
        column, sign, value = pair.partition("=")
        if not sign or not column:
            raise StoppedError(f"{pair!r} is not COLUMN=VALUE, for example --where manager=Ivanova.")
        where[column] = (*where.get(column, ()), None if value == _BLANK else value)
    return where
