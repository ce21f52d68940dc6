"""The heat map of refusals: managers, stages, products, segments or competitors by reasons, proven cells framed.

Longer than most modules: counts and money, managers and all other rows go through one and the same layout, so that
their cells cannot disagree.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import pandas as pd

from ..metrics import METRICS
from ..model.panel import Cell, Choice, HeatMap, HeatRow, Panel, Pick, Share
from ..model.text import Language
from ..statistics.association import SEED, chi_square
from ..text.numbers import money, money_scale, number, percent, points
from ..text.plural import REFUSALS, counted
from .context import BY_CLOSING, Context
from .missing import nothing_panel, undivided_panel
from .refusal_columns import BLANK, REST, Column, tabulated
from .refusal_map_words import (
    ALL_ALIKE,
    BLANK_MORE,
    BOTH_HEAR,
    CELLS_LABEL,
    COMES_UP,
    DEPARTMENT,
    FOOT,
    FOOT_BLANK,
    FOOT_MONEY,
    FOOT_ROWS,
    HEARS_AND_BLANK,
    HEARS_MORE,
    MOST_MONEY,
    NAME,
    NO_MONEY,
    NO_ROW_DIFFERS,
    NOBODY_JUDGED,
    NOTHING_DIFFERS,
    OF_COUNTS,
    OF_MONEY,
    OMNIBUS,
    PERMUTED,
    ROW_NAMES,
    ROWS,
    ROWS_LABEL,
    SUBTITLE,
    SUBTITLE_MONEY,
    TOO_FEW,
    WOULD_SHOW,
)
from .refusal_view import (
    GATE,
    UNJUDGED,
    View,
    drill_to,
    judged_cells,
    name_of,
    ordered_columns,
    reason_name,
    row_of,
    stated,
    stop_title,
)
from .shares import rows_of, wilson_share

KEY: Final = "refusals.map"
ROWS_SHOWN: Final = 30


@dataclass(frozen=True, slots=True)
class _Map:
    """One heat map in the making: what stands in its rows, the counts, and money where that was asked for."""

    rows: str
    counts: pd.DataFrame
    judged: pd.DataFrame
    columns: list[Column]
    money: pd.DataFrame | None = None
    scale: int = 0

    @property
    def marks(self) -> dict[tuple[str, str], int]:
        """The cells that differ: +1 more often, -1 less often."""
        proven = self.judged.loc[self.judged["differs"] != 0, "differs"]
        return {(str(row.group), str(row.category)): int(row.differs) for row in rows_of(proven.reset_index())}


def map_panel(view: View, context: Context) -> Panel:
    """Return the map that the reader has asked for; by default managers by reasons, in counts."""
    choices = _choices(view, context)
    rows, cells = choices[0].chosen, choices[2].chosen
    metric, title = METRICS["refusals"], context.say(NAME)
    found = view.found
    if rows != "manager":
        absent = undivided_panel(KEY, title, metric, rows, WOULD_SHOW, context)
        if absent:
            return replace(absent, choices=choices)
        found = metric.measure(context.tables, by=(rows,), filters=context.filters)
    made = _map_of(found, rows, view, context, of_money=cells == "money")
    shown = _shown(made, context)
    if not shown:
        return replace(nothing_panel(KEY, title, context), choices=choices)
    labels = tuple(column.label for column in made.columns)
    picture = HeatMap(labels, (_department(made, context), *shown), context.say(ROW_NAMES[rows]))
    given: tuple[Choice, ...] = choices
    return Panel(KEY, _title(made, view, context), _subtitle(made, context), picture, _foot(made, context), given)


def p_text(p: float, language: Language) -> str:
    """Return a p-value behind its sign: "< 0.001", "= 0.037"."""
    least = 0.001
    return f"< {number(least, language, 3)}" if p < least else f"= {number(p, language, 3)}"


def _choices(view: View, context: Context) -> tuple[Pick, Pick, Pick]:
    rows = tuple((code, context.say(title)) for code, (title, _) in ROWS.items())
    cells = [("count", context.say(OF_COUNTS))]
    if "amount" in context.tables.present("deals"):
        cells.append(("money", context.say(OF_MONEY)))
    return (
        context.pick("refusal_rows", context.say(ROWS_LABEL), rows, "manager"),
        view.grouping,
        context.pick("refusal_cells", context.say(CELLS_LABEL), tuple(cells), "count"),
    )


def _map_of(found: pd.DataFrame, rows: str, view: View, context: Context, *, of_money: bool) -> _Map:
    counts, judged = view.counts, view.judged
    if rows != "manager":
        counts = tabulated(found, rows, view.columns)
        # What is not stated is no group of its own: refusals without a deal have no stage, most no competitor.
        aside = [BLANK] if BLANK in counts.index else []
        judged = judged_cells(counts, view.columns, view.limit, context.rule("practical_difference"), aside=aside)
    columns = ordered_columns(view.columns, counts, judged)
    if not of_money:
        return _Map(rows, counts, judged, columns)
    sums = tabulated(found, rows, view.columns, "amount")
    return _Map(rows, counts, judged, columns, sums, money_scale(float(sums.to_numpy().max(initial=0.0))))


def _shown(made: _Map, context: Context) -> list[HeatRow]:
    """Return the rows: what differs most first, stages in the order of the sale, those below the gate last."""
    totals = made.counts.sum(axis=1)
    order = (made.judged["differs"].abs() * made.judged["residual"].abs().fillna(0)).groupby("group").sum()
    places = _stage_places(context) if made.rows == "lost_stage" else {}
    kept = totals.nlargest(ROWS_SHOWN).index
    groups = sorted(
        (str(group) for group in kept if totals[group] > 0),
        key=lambda group: (
            group == BLANK and made.rows != "manager",
            totals[group] < GATE and not places,
            places.get(group, float("inf")),
            -float(order.get(group, 0.0)) if not places else 0.0,
            -float(totals[group]),
            group,
        ),
    )
    return [_row(group, made, context) for group in groups]


def _stage_places(context: Context) -> dict[str, float]:
    stages = context.tables.fetch(context.tables["stages"])
    return {str(row.stage): float(row.position) for row in rows_of(stages[["stage", "position"]])}


def _row(group: str, made: _Map, context: Context) -> HeatRow:
    total = int(row_of(made.counts, group).sum())
    where = {made.rows: stated(group)}
    filled = total >= GATE
    text = number(total, context.language)
    cells = tuple(_cell(group, column, made, where, context) for column in made.columns)
    if made.money is not None:
        text = _sum_text(float(row_of(made.money, group).sum()), made, context)
    elif not filled:
        text = context.say(TOO_FEW, n=text)
    return HeatRow(name_of(group, context.say(ROWS[made.rows][1])), cells, text, filled)


def _cell(group: str, column: Column, made: _Map, where: dict[str, str | None], context: Context) -> Cell:
    drill = drill_to(column, **where)
    row = row_of(made.counts if made.money is None else made.money, group)
    if made.money is not None:
        return _money_cell(float(row[column.code]), float(row.sum()), drill, made, context)
    return Cell(wilson_share(int(row[column.code]), int(row.sum())), drill, made.marks.get((group, column.code), 0))


def _department(made: _Map, context: Context) -> HeatRow:
    total = int(made.counts.to_numpy().sum())
    sums = made.counts.sum() if made.money is None else made.money.sum()
    whole = float(sums.sum())
    cells = []
    for column in made.columns:
        drill = drill_to(column)
        value = float(sums[column.code])
        if made.money is None:
            cells.append(Cell(wilson_share(value, whole), drill))
        else:
            cells.append(_money_cell(value, whole, drill, made, context))
    text = counted(total, context.language, REFUSALS) if made.money is None else _sum_text(whole, made, context)
    return HeatRow(context.say(DEPARTMENT), tuple(cells), text, filled=total >= GATE, apart=True)


def _money_cell(worth: float, whole: float, drill: Any, made: _Map, context: Context) -> Cell:
    share = Share(worth, whole, worth / whole if whole > 0 and worth >= 0 else None)
    return Cell(share, drill, text=_sum_text(worth, made, context))


def _sum_text(worth: float, made: _Map, context: Context) -> str:
    # The unit stands once in the subtitle: a cell has room for the figure alone.
    return number(worth / 10**made.scale, context.language, 1 if made.scale else 0)


def _subtitle(made: _Map, context: Context) -> str:
    parts = {"date": context.say(BY_CLOSING), "period": context.period}
    if made.money is None:
        return context.say(SUBTITLE, **parts)
    unit = money(10.0**made.scale, context.language, context.currency, scale=made.scale, decimals=0)
    # "€1m" without its figure is the unit.
    return context.say(SUBTITLE_MONEY, unit=unit.replace("1", "").strip().strip("\u00a0"), **parts)


def _title(made: _Map, view: View, context: Context) -> str:
    stopped = stop_title(view.sums, view, context)
    if stopped:
        return stopped
    if made.money is not None:
        return _money_title(made, made.money, context)
    told = made.judged[made.judged["answer"] != "too_few"]
    if told.empty:
        return context.say(NOBODY_JUDGED, gate=number(GATE, context.language))
    proven = told[(told["differs"] > 0)].reset_index()
    proven = proven[proven["category"] != REST].sort_values("q", kind="stable").drop_duplicates("group")
    if proven.empty:
        answers = set(told.loc[told["answer"] != UNJUDGED, "answer"])
        alike = answers == {"same"}
        return context.say(ALL_ALIKE if alike else NOTHING_DIFFERS if made.rows == "manager" else NO_ROW_DIFFERS)
    return _finding_title(rows_of(proven), made, view, context)


def _finding_title(proven: list[Any], made: _Map, view: View, context: Context) -> str:
    blank = context.say(ROWS[made.rows][1])
    # A stated reason is the message; that somebody states none is the second thought.
    proven = sorted(proven, key=lambda row: bool(row.category == BLANK))
    first, *others = proven
    name = reason_name(view.column(first.category), context)
    who = name_of(first.group, blank)
    if made.rows == "manager" and others and first.category != BLANK:
        other = name_of(others[0].group, blank)
        if others[0].category == BLANK:
            return context.say(HEARS_AND_BLANK, who=who, reason=name, other=other)
        second = reason_name(view.column(others[0].category), context)
        if second != name:
            return context.say(BOTH_HEAR, who=who, reason=name, other=other, second=second)
    parts = {
        "who": who,
        "own": percent(first.share, context.language),
        "rest": percent(first.rest, context.language),
    }
    if made.rows == "manager":
        return context.say(BLANK_MORE if first.category == BLANK else HEARS_MORE, reason=name, **parts)
    return context.say(COMES_UP, reason=name, **parts)


def _money_title(made: _Map, sums: pd.DataFrame, context: Context) -> str:
    by_column = sums.sum()
    told = [column for column in made.columns if not column.untold and column.code != REST]
    whole = float(by_column.sum())
    if not told or whole <= 0:
        return context.say(NO_MONEY)
    top = max(told, key=lambda column: float(by_column[column.code]))
    scale = money_scale(whole)
    worth, every = (
        money(value, context.language, context.currency, scale=scale)
        for value in (float(by_column[top.code]), whole)
    )
    return context.say(MOST_MONEY, reason=reason_name(top, context), money=worth, all=every)


def _foot(made: _Map, context: Context) -> str:
    language = context.language
    gate = number(GATE, language)
    if made.money is not None:
        parts = [context.say(FOOT_MONEY, gate=gate)]
    else:
        delta = points(context.rule("practical_difference"), language)
        limit = percent(context.rule("unstated_at_most"), language)
        parts = [context.say(FOOT, gate=gate, delta=delta, limit=limit), *_omnibus(made, context)]
        if made.rows != "manager" and BLANK in made.counts.index:
            parts.append(context.say(FOOT_BLANK, row=context.say(ROWS[made.rows][1])))
    rows = int((made.counts.sum(axis=1) > 0).sum())
    if rows > ROWS_SHOWN:
        parts.append(context.say(FOOT_ROWS, shown=number(ROWS_SHOWN, language), all=number(rows, language)))
    return " ".join([*parts, context.as_of])


def _omnibus(made: _Map, context: Context) -> list[str]:
    compared = made.counts if made.rows == "manager" else made.counts.drop(index=BLANK, errors="ignore")
    whole = chi_square(compared)
    if pd.isna(whole.p):
        return []
    language = context.language
    said = context.say(
        OMNIBUS,
        statistic=number(whole.statistic, language, 1),
        degrees=number(whole.degrees, language),
        p=p_text(whole.p, language),
    )
    return [said, context.say(PERMUTED, seed=str(SEED))] if whole.exact else [said]
