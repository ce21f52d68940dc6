"""What is proven about each manager's refusals, and whether it is enough for advice.

Advice needs four things at once: a difference from the others that is proven after correction for the number of
comparisons and is upwards; the reason being the manager's main one, proven against the runner-up; the difference
holding within segments and within product groups; and the gate of refusals. Whatever is missing is named.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..statistics.association import Main, main_category
from ..statistics.strata import Stratified, within_strata
from .context import Context
from .refusal_columns import REST, Column, tabulated
from .refusal_view import GATE, View, row_of

STRATA: Final = ("segment", "product_group")
"""Within which a difference between managers must hold."""


class State(Enum):
    """How far a finding has come: the first thing that it lacks, or that it lacks nothing."""

    FIRES = "fires"
    NOT_WITHIN = "not_within"
    NOT_MAIN = "not_main"
    NOT_PROVEN = "not_proven"
    UNTOLD = "untold"
    TOO_FEW = "too_few"


@dataclass(frozen=True, slots=True)
class Finding:
    """One manager and the reason that stands out, or where none does, the most frequent one."""

    manager: str
    column: Column
    cell: Any
    state: State
    main: Main | None
    """The main one among the reasons that are told, and this one."""
    strata: Mapping[str, Stratified]
    """What became of the difference within each kind of strata; empty where there was none."""


def findings_of(view: View, context: Context) -> tuple[Finding, ...]:
    """Return a finding for every manager with refusals: those that lead to advice first, then by strength."""
    cells = view.judged.reset_index()
    cells = cells[(cells["category"] != REST) & (cells["n"] > 0)]
    chosen = [_standing_out(part, view) for _, part in cells.groupby("group", sort=True)]
    split = _split(view, context) if any(cell.differs > 0 for cell in chosen) else {}
    found = [_finding(cell, view, split) for cell in chosen]
    states = list(State)
    return tuple(
        sorted(
            found,
            # A reason that is told is the message; that somebody tells none is the second thought.
            key=lambda one: (
                states.index(one.state),
                one.column.untold,
                -abs(one.cell.difference),
                one.manager,
            ),
        )
    )


def _standing_out(part: pd.DataFrame, view: View) -> Any:
    proven = part[part["differs"] > 0].sort_values("q", kind="stable")
    if len(proven):
        return next(proven.itertuples(index=False))
    told = [column.code for column in view.columns if not column.untold]
    stated = part[part["category"].isin(told)]
    ranked = (stated if stated["k"].sum() else part).sort_values("k", ascending=False, kind="stable")
    return next(ranked.itertuples(index=False))


def _finding(cell: Any, view: View, split: Mapping[str, pd.DataFrame]) -> Finding:
    column = view.column(cell.category)
    row = row_of(view.counts, cell.group)
    rivals = [one.code for one in view.columns if one.code == column.code or not (one.untold or one.code == REST)]
    main = main_category(row[rivals])
    strata: dict[str, Stratified] = {}
    if cell.differs > 0:
        strata = {name: _within(cell, table) for name, table in split.items()}
    return Finding(str(cell.group), column, cell, _state(cell, column, main, strata, view), main, strata)


def _state(cell: Any, column: Column, main: Main | None, strata: Mapping[str, Stratified], view: View) -> State:
    if cell.n < GATE:
        return State.TOO_FEW
    if not column.untold and (view.stopped(view.sums) or view.stopped(row_of(view.counts, cell.group))):
        return State.UNTOLD
    if cell.differs <= 0:
        return State.NOT_PROVEN
    if any(one.answer in ("vanishes", "turns") for one in strata.values()):
        return State.NOT_WITHIN
    if main is None or not main.verified or main.category != column.code:
        return State.NOT_MAIN
    return State.FIRES


def _split(view: View, context: Context) -> dict[str, pd.DataFrame]:
    """Return the counts of (stratum, manager) by columns, for every kind of strata that the data have."""
    metric = METRICS["refusals"]
    known = metric.breakdowns_in(context.tables)
    split: dict[str, pd.DataFrame] = {}
    for name in (one for one in STRATA if one in known):
        found = metric.measure(context.tables, by=("manager", name), filters=context.filters)
        table = tabulated(found, [name, "manager"], view.columns)
        if table.index.get_level_values(name).nunique() > 1:
            split[name] = table
    return split


def _within(cell: Any, table: pd.DataFrame) -> Stratified:
    counted = pd.DataFrame({"k": table[cell.category], "n": table.sum(axis=1)})
    whole = counted.groupby(level=0).sum()
    own = counted.xs(cell.group, level="manager").reindex(whole.index, fill_value=0)
    rest = whole - own
    return within_strata(own["k"], own["n"], rest["k"], rest["n"])
