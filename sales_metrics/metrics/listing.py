"""What the data holds: its last day, its currency, the values of a dimension. For filters and headings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache, reduce
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

import ibis
import pandas as pd

from ..engine import Tables
from ..engine.derived import working_days
from ..model.inferred import MARK
from ..model.portrait import Feature
from ..model.stages import StageAt

_WHERE_VALUES_STAND: Final = {
    "manager": (("deals", "manager"), ("contacts", "manager"), ("orders", "manager"), ("clients", "manager")),
    "segment": (("clients", "segment"),),
    "channel": (("deals", "source"), ("orders", "channel"), ("contacts", "channel"), ("clients", "channel_first")),
}
_MONEY: Final = (("deals", "currency"), ("orders", "currency"))

P = ParamSpec("P")
R = TypeVar("R")


class _Asked:
    """Tables that are told apart by what they hold and for whom, not by where they lie in memory."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._name = (tables.version, tables.scope)

    def __hash__(self) -> int:
        return hash(self._name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._name == other._name


def once(found: Callable[Concatenate[Tables, P], R]) -> Callable[Concatenate[Tables, P], R]:
    """Keep the answers about the tables asked last: every run of every page asks the same few questions."""
    kept: Any = lru_cache(maxsize=64)(lambda asked, *args, **named: found(asked.tables, *args, **named))

    def answer(tables: Tables, /, *args: P.args, **named: P.kwargs) -> R:
        answered: R = kept(_Asked(tables), *args, **named)
        return answered

    answer.__doc__, answer.__name__ = found.__doc__, found.__name__
    return answer


@once
def data_day(tables: Tables) -> date | None:
    """Return the last day on which something happened; `None` when the tables hold no date at all.

    Presets such as "this month" count from it, so that last year's file shows last year's months.
    """
    return tables.day()


@once
def rules_of(tables: Tables) -> dict[str, float]:
    """Return every rule of the product with what holds in this company. Not to be altered."""
    return tables.rules()


@once
def portrait_of(tables: Tables) -> tuple[Feature, ...]:
    """Return every feature of the company's portrait of its ideal client, also those that cannot be used."""
    return tables.portrait()


@once
def dimension_values(tables: Tables, dimension: str) -> list[str | None]:
    """Return the values of "manager", "segment" or "channel" in alphabetical order, blanks last as `None`."""
    parts: list[Any] = [
        tables[table].select(value=tables[table][column]).distinct()
        for table, column in _WHERE_VALUES_STAND[dimension]
        if column in tables.present(table)
    ]
    if not parts:
        return []
    values = tables.fetch(reduce(lambda one, other: one.union(other), parts).distinct())["value"]
    named: list[str | None] = [str(value) for value in sorted(values.dropna(), key=str.casefold)]
    return [*named, None] if values.isna().any() else named


@once
def currency_of(tables: Tables) -> str:
    """Return the currency that most rows name, as an ISO code; empty when no row names one."""
    counts = [
        tables[table].filter(tables[table].currency.notnull()).group_by("currency").agg(rows=ibis._.count())
        for table, column in _MONEY
        if column in tables.present(table)
    ]
    if not counts:
        return ""
    found = tables.fetch(reduce(lambda one, other: one.union(other), counts))
    totals = found.groupby("currency")["rows"].sum().sort_values(ascending=False, kind="stable")
    return str(totals.index[0]) if len(totals) else ""


@once
def stages_of(tables: Tables) -> list[StageAt]:
    """Return the stages of the company in their order: its own list, or else what deals and their log name."""
    return tables.stages()


@once
def uploads_behind_stages(tables: Tables) -> list[int]:
    """Return the numbers of the uploads out of whose differences stages were inferred, in order; mostly none."""
    log = tables["stage_log"]
    pattern = rf"^{MARK}(\d+):(\d+):"
    inferred = log.filter(log["_key"].startswith(MARK))
    both = [inferred.select(upload=inferred["_key"].re_extract(pattern, place)) for place in (1, 2)]
    return sorted({int(number) for number in tables.fetch(both[0].union(both[1]).distinct())["upload"]})


def trainings_of(tables: Tables) -> pd.DataFrame:
    """Return who was trained when: manager, held_on (a date), topic; rows without a manager or a day left out."""
    table = tables["trainings"]
    found = tables.fetch(table.select("manager", "held_on", "topic").filter(table.manager.notnull()))
    found = found[found["held_on"].notna()]
    return found.assign(held_on=pd.to_datetime(found["held_on"]).dt.date).reset_index(drop=True)


def days_ahead(tables: Tables, first: date, last: date) -> tuple[list[date], dict[str, frozenset[date]]]:
    """Return the working days of a stretch of time, and on which of them each manager is known to be away."""
    working = [
        day
        for day in working_days(tables.workdays.country, first.year, last.year, tables.workdays.days_off)
        if first <= day <= last
    ]
    table = tables["absences"]
    absences = tables.fetch(table.select("manager", "from_on", "to_on").filter(table.manager.notnull()))
    away: dict[str, set[date]] = {}
    for who, start, end in absences.itertuples(index=False):
        if pd.isna(start):
            continue
        since = pd.Timestamp(start).date()
        until = since if pd.isna(end) else pd.Timestamp(end).date()
        away.setdefault(str(who), set()).update(day for day in working if since <= day <= until)
    return working, {who: frozenset(days) for who, days in away.items()}


@once
def forecasts_of(tables: Tables) -> list[dict[str, object]]:
    """Return the published forecasts as rows by column, the newest first; blanks are `None`, days are dates."""
    table = tables["forecasts"]
    columns = ("made_on", "forecast_period", "measure", "low", "middle", "high", "plan", "chance")
    found = tables.fetch(table.select(*columns).filter(table.made_on.notnull(), table.forecast_period.notnull()))
    found = found.sort_values(["made_on", "forecast_period"], ascending=False, kind="stable")
    rows: list[dict[str, object]] = []
    for values in found.itertuples(index=False):
        row: dict[str, object] = {
            name: None if pd.isna(value) else value for name, value in zip(columns, values, strict=True)
        }
        rows.append(row | {"made_on": pd.Timestamp(str(row["made_on"])).date()})
    return rows
