"""What all panels of the refusals page share: the table of managers by reasons, and what is proven in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..model.panel import Drill, Pick
from ..model.text import Text
from ..statistics.association import Main, cells, main_category
from ..text.numbers import percent, quoted
from .context import Context
from .refusal_columns import (
    BLANK,
    REST,
    Column,
    Dictionary,
    Grouping,
    columns_of,
    dictionary_of,
    keyed_reasons,
    tabulated,
)

GATE: Final = 20
"""With fewer refusals than this a profile is shown as bare counts."""
UNJUDGED: Final = "unjudged"
"""The answer on a reason where too many refusals have none on record."""

COLUMNS_LABEL: Final = Text(ru="Причины", en="Reasons", bg="Причини")
BY_REASON: Final = Text(ru="каждая отдельно", en="one by one", bg="всяка поотделно")
BY_GROUP: Final = Text(ru="по группам", en="by groups", bg="по групи")
NO_MANAGER: Final = Text(ru="Менеджер не указан", en="Manager not stated", bg="Без мениджър")
TOO_MUCH_UNKNOWN: Final = Text(
    ru="Причина не записана в {share} отказов: судить о причинах рано",
    en="{share} of refusals have no reason on record: too early to judge the reasons",
    bg="При {share} от отказите няма записана причина: рано е да се съди за причините",
)
TOO_MUCH_UNTOLD: Final = Text(
    ru="В {share} отказов причина не записана или «другое»: судить о причинах рано",
    en="{share} of refusals have no reason on record or “other”: too early to judge the reasons",
    bg="При {share} от отказите причината липсва или е „друго“: рано е да се съди за причините",
)


@dataclass(frozen=True, slots=True)
class View:
    """Refusals by manager and reason as measured, the columns in force, the counts, and each cell's answer."""

    found: pd.DataFrame
    grouping: Pick
    dictionary: Dictionary
    columns: tuple[Column, ...]
    counts: pd.DataFrame
    judged: pd.DataFrame
    limit: float

    def column(self, code: str) -> Column:
        """Return a column by its code."""
        return next(column for column in self.columns if column.code == code)

    @property
    def sums(self) -> pd.Series[int]:
        """The refusals of the whole department by column."""
        sums: pd.Series[int] = self.counts.sum()
        return sums

    def main_of(self, row: pd.Series[int]) -> Main | None:
        """Return the main one among the reasons that are told; "remaining reasons" are many and never it."""
        told = [column.code for column in self.columns if not column.untold and column.code != REST]
        return main_category(row[told])

    def stopped(self, row: pd.Series[Any]) -> bool:
        """Whether so many refusals tell no reason that reasons are not judged."""
        return bool(untold(row, self.columns) > self.limit * row.sum() + 1e-9)


def view_of(found: pd.DataFrame, context: Context) -> View:
    """Return the view of refusals that were measured by manager."""
    options = (("reason", context.say(BY_REASON)), ("group", context.say(BY_GROUP)))
    pick = context.pick("refusal_by", context.say(COLUMNS_LABEL), options, "reason")
    grouping: Grouping = "group" if pick.chosen == "group" else "reason"
    dictionary = dictionary_of(context)
    sums = found["k"].groupby(keyed_reasons(found)).sum()
    columns = columns_of(sums, grouping, dictionary, context.language)
    counts = tabulated(found, "manager", columns)
    limit = context.rule("unstated_at_most")
    judged = judged_cells(counts, columns, limit, context.rule("practical_difference"))
    return View(found, pick, dictionary, columns, counts, judged, limit)


def row_of(table: pd.DataFrame, group: str) -> pd.Series[Any]:
    """Return one row of a table by the name of its group."""
    row: pd.Series[Any] = table.loc[[group]].iloc[0]
    return row


def untold(row: pd.Series[Any], columns: Sequence[Column]) -> float:
    """Return how many refusals of a row tell no reason."""
    return float(row[[column.code for column in columns if column.untold]].sum())


def judged_cells(
    counts: pd.DataFrame, columns: Sequence[Column], limit: float, delta: float, *, aside: Sequence[str] = ()
) -> pd.DataFrame:
    """Return the answer on every cell of a table of groups by columns, indexed by group and category.

    Where more than `limit` of all refusals, or of those of a group, tell no reason, the reasons of the table or
    of the group are not judged (`UNJUDGED`); that so many are not stated may still be proven. Rows named in
    `aside` are not compared at all.
    """
    counts = counts.drop(index=list(aside))
    judged = cells(counts, gate=GATE, delta=delta)
    blind = counts[[column.code for column in columns if column.untold]].sum(axis=1)
    total = counts.sum(axis=1)
    over = blind > limit * total + 1e-9
    if blind.sum() > limit * total.sum() + 1e-9:
        over[:] = True
    told = ~judged["category"].isin([column.code for column in columns if column.untold])
    stopped = told & judged["group"].isin(list(over.index[over])) & (judged["answer"] != "too_few")
    judged["answer"] = judged["answer"].where(~stopped, UNJUDGED)
    judged["differs"] = judged["differs"].where(~stopped, 0)
    return judged.set_index(["group", "category"])


def ordered_columns(columns: Sequence[Column], counts: pd.DataFrame, judged: pd.DataFrame) -> list[Column]:
    """Return the columns with what differs most first, then the most frequent; "remaining" and untold ones last."""
    strength = (judged["differs"].abs() * judged["residual"].abs().fillna(0)).groupby("category").sum()
    sums = counts.sum()
    return sorted(
        columns,
        key=lambda one: (
            one.code == BLANK,
            one.untold,
            one.code == REST,
            -float(strength.get(one.code, 0.0)),
            -float(sums[one.code]),
        ),
    )


def stop_title(row: pd.Series[Any], view: View, context: Context) -> str | None:
    """Return the sentence that stops a verdict on reasons because too many are not known; `None` otherwise."""
    if not row.sum() or not view.stopped(row):
        return None
    share = percent(untold(row, view.columns) / float(row.sum()), context.language)
    other = any(column.untold and column.code != BLANK and row[column.code] for column in view.columns)
    return context.say(TOO_MUCH_UNTOLD if other else TOO_MUCH_UNKNOWN, share=share)


def drill_to(column: Column | None = None, **where: str | None) -> Drill:
    """Return the way to the refusals of a group, of one column or of all."""
    reasons = {"reason": column.reasons if len(column.reasons) > 1 else column.reasons[0]} if column else {}
    return Drill("refusals", MappingProxyType({**where, **reasons}), "k" if column else "n")


def name_of(group: str, blank: str) -> str:
    """Return the name of a row, `blank` for the one that is not stated."""
    return blank if group == BLANK else group


def reason_name(column: Column, context: Context) -> str:
    """Return a reason as it stands inside of a sentence."""
    return quoted(column.label.lower(), context.language)


def stated(group: str) -> str | None:
    """Return the value that a row stands for: `None` where it is not stated."""
    return None if group == BLANK else group


def number_or_none(value: Any) -> float | None:
    """Return a number, or `None` for one that is missing."""
    return None if value is pd.NA or np.isnan(float(value)) else float(value)
