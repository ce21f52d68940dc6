"""Small tables that no file brings: the stages in their order, the working days, the last day, the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final

import holidays
import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from ..model.rules import RULES
from ..model.stage_sets import StepAt
from ..model.stages import CREATED, WON, Outcome, StageAt, meaning, order

_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2100

_HAPPENED: Final[Mapping[str, tuple[str, ...]]] = {
    "contacts": ("held_at",),
    "deals": ("created_on", "closed_on"),
    "orders": ("ordered_on", "completed_on"),
    "surveys": ("surveyed_on",),
}
"""Dates of what has happened; plans and expectations lie in the future and say nothing about the data's end."""

Fetch = Callable[[ir.Table], pd.DataFrame]


def last_day(relations: Mapping[str, ir.Table], present: Mapping[str, frozenset[str]], fetch: Fetch) -> date | None:
    """Return the last day on which something happened; `None` when the tables hold no date at all."""
    days = [
        relations[table].agg(day=relations[table][column].cast("date").max())
        for table, columns in _HAPPENED.items()
        for column in columns
        if column in present.get(table, ())
    ]
    if not days:
        return None
    found = fetch(ibis.union(*days) if len(days) > 1 else days[0])["day"].dropna()
    return None if found.empty else pd.Timestamp(found.max()).date()


def rules_in(
    relations: Mapping[str, ir.Table], present: Mapping[str, frozenset[str]], fetch: Fetch
) -> dict[str, float]:
    """Return every rule of the product with the company's setting, or else its default.

    A setting that is blank or outside the bounds of its rule is not taken: the default holds.
    """
    found = {key: rule.default for key, rule in RULES.items()}
    if not present.get("rules"):
        return found
    rows = fetch(relations["rules"].select("rule", "setting")).dropna()
    for key, setting in zip(rows["rule"].astype(str), rows["setting"].astype("float64"), strict=True):
        rule = RULES.get(key)
        if rule is not None and rule.low <= setting <= rule.high:
            found[key] = setting
    return found


def stages_in(
    relations: Mapping[str, ir.Table], present: Mapping[str, frozenset[str]], fetch: Fetch
) -> list[StageAt]:
    """Return the stages of these tables: the company's own list, or else what deals and their log name."""
    if present.get("stages"):
        rows = fetch(relations["stages"].select("stage", "position", "outcome"))
        given = rows.astype(object).where(rows.notna(), None)
        if len(rows):
            return stages_as_given(list(given.itertuples(index=False, name=None)))
    deals, log = relations["deals"], relations["stage_log"]
    named = ibis.union(deals.select("stage"), deals.select(stage="lost_stage"), log.select("stage"), distinct=True)
    names = [None if pd.isna(name) else str(name) for name in fetch(named)["stage"]]
    return stages_of(names, _first_seen(log, fetch) if "stage" in present.get("stage_log", ()) else {})


def _first_seen(log: ir.Table, fetch: Fetch) -> dict[str, float]:
    entered = log.filter(log.entered_at.notnull(), log.stage.notnull())
    first = entered.group_by("deal_id", "stage").agg(at=entered.entered_at.min())
    place = first.mutate(place=ibis.row_number().over(group_by="deal_id", order_by=["at", "stage"]))
    mean = fetch(place.group_by("stage").agg(place=place.place.mean()))
    return {str(stage): float(at) for stage, at in zip(mean["stage"], mean["place"], strict=True)}


def years_of(relations: Mapping[str, ir.Table], fetch: Fetch) -> tuple[int, int]:
    """Return the first and the last year in which anything is recorded; (1, 0) when nothing is."""
    contacts, deals = relations["contacts"], relations["deals"]
    days = ibis.union(
        contacts.select(day=contacts.held_at.cast("date")),
        deals.select(day=deals.created_on),
        deals.select(day=deals.closed_on),
    )
    span = fetch(days.agg(first=days.day.min(), last=days.day.max()))
    first, last = pd.Timestamp(span["first"].iloc[0]), pd.Timestamp(span["last"].iloc[0])
    return (1, 0) if pd.isna(first) else (first.year, last.year)


def stages_of(names: Iterable[str | None], first_seen: Mapping[str, float]) -> list[StageAt]:
    """Return the stages of a company that has no table of its own for them; a won one is always there.

    Without any stage the funnel has two steps: created and won. Won stages that mean the same ("Won", "Closed
    won") stand at one position: nothing says that a deal passes one before the other.
    """
    placed = order(names, first_seen)
    if not placed:
        placed = [StageAt(CREATED, 1, "open")]
    found = _completed([(place.stage, float(place.position), place.outcome) for place in placed])
    for at, (earlier, later) in enumerate(pairwise(found), start=1):
        both_won = earlier.outcome == later.outcome == "won"
        if both_won and meaning(earlier.stage).rank == meaning(later.stage).rank:
            found[at] = later._replace(position=found[at - 1].position)
    return found


def stages_as_given(rows: Sequence[tuple[str, float | None, str | None]]) -> list[StageAt]:
    """Return the company's own stages by its positions; an outcome that is left out is read from the name."""
    return _completed(
        [
            (stage, float("inf") if position is None else position, _outcome(outcome) or meaning(stage).outcome)
            for stage, position, outcome in rows
            if stage
        ]
    )


def _outcome(word: str | None) -> Outcome | None:
    for known in ("open", "won", "lost", "parked"):
        if word == known:
            return known
    return None


def _completed(rows: Sequence[tuple[str, float, Outcome]]) -> list[StageAt]:
    if not any(outcome == "won" for _, _, outcome in rows):
        rows = [*rows, (WON, float("inf"), "won")]
    after: dict[Outcome, int] = {"open": 0, "won": 1, "parked": 2, "lost": 3}
    best: dict[str, tuple[int, float, Outcome]] = {}
    for stage, position, outcome in rows:
        place = (after[outcome], position, outcome)
        best[stage] = min(best.get(stage, place), place)
    ordered = sorted(best, key=lambda stage: (*best[stage][:2], stage))
    return [StageAt(stage, number, best[stage][2]) for number, stage in enumerate(ordered, start=1)]


def stage_table(stages: Sequence[StageAt]) -> pa.Table:
    """Return the stages as a table: stage, position (dense from 1, open and won ones first), outcome."""
    return pa.table(
        {
            "stage": pa.array([place.stage for place in stages], pa.string()),
            "position": pa.array([float(place.position) for place in stages], pa.float64()),
            "outcome": pa.array([place.outcome for place in stages], pa.string()),
        }
    )


def step_table(steps: Sequence[StepAt]) -> pa.Table:
    """Return the steps of the ready sets that the stages tell of, as a table."""
    return pa.table(
        {
            "set_step": pa.array([step.set_step for step in steps], pa.string()),
            "place": pa.array([step.place for step in steps], pa.int64()),
            "position": pa.array([step.position for step in steps], pa.int64()),
            "next_position": pa.array([step.next_position for step in steps], pa.int64()),
        }
    )


@lru_cache(maxsize=64)
def working_days(country: str, first: int, last: int, days_off: frozenset[date]) -> tuple[date, ...]:
    """Return the working days of whole years, moved ones included, without the company's own days off.

    `country` is a code of the `holidays` package. Ukraine has had no public holidays since March 2022 (martial
    law), which the package follows: a company that keeps some must name them in `days_off`. Years outside
    1990..2100 are typing mistakes and are left out. Raises `NotImplementedError` for an unknown country.
    """
    first, last = max(first, _FIRST_YEAR), min(last, _LAST_YEAR)
    if last < first:
        return ()
    calendar = holidays.country_holidays(country, years=range(first, last + 1))
    start = date(first, 1, 1)
    span = (date(last, 12, 31) - start).days + 1
    days = (start + timedelta(days=offset) for offset in range(span))
    return tuple(day for day in days if calendar.is_working_day(day) and day not in days_off)
