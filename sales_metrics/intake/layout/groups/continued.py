"""Rows that go on with the one above them: a deal written once beside the first of its lines, blanks below."""

from __future__ import annotations

from typing import Final

import polars as pl

from ...recognition.headings import parse
from ..header import Header
from ..row_kinds import says_total

_LEAST: Final = 2
_ARROWS: Final = ("↑", "↓", "▲", "▼")
"""Stand in the headings by which a report is grouped."""
_GOODS: Final = frozenset({"product", "article", "quantity", "position"})


def continued(cells: pl.DataFrame, header: Header) -> tuple[pl.DataFrame, int]:
    """Write what stands in the first row of each group into the rows that go on with it; return how many they are.

    A row goes on when its first column is blank, and with it every column that is blank in all such rows. It is
    believed when what such rows do have is goods, or when the blank columns have the arrow of a grouped report in
    their headings: otherwise a row without its number lacks it.
    """
    named = [name for name in cells.columns if header.headings.get(name)]
    if len(named) < _LEAST + 1 or cells.height - header.end < _LEAST + 1:
        return cells, 0
    body = cells[header.end :]
    blank_first = body[named[0]].is_null()
    if not blank_first.any() or blank_first[0] or blank_first.all():
        return cells, 0
    filled = body.select(pl.sum_horizontal(pl.col(named).is_not_null())).to_series()
    going_on = blank_first & (filled >= _LEAST) & ~says_total(body)
    if not going_on.any():
        return cells, 0
    below = body.filter(going_on)
    heads = body.filter(~blank_first & (filled >= _LEAST) & ~says_total(body))
    parents = [
        name
        for name in named
        if below[name].null_count() == below.height and heads[name].null_count() < 0.5 * heads.height
    ]
    children = [name for name in named if below[name].null_count() <= 0.5 * below.height]
    arrow = [name for name in parents if header.headings[name].rstrip().endswith(_ARROWS)]
    goods = len(parents) >= _LEAST and any(_GOODS & {*parse(header.headings[name]).concepts} for name in children)
    if len(children) < _LEAST or not heads.height or not (goods or arrow == parents != []):
        return cells, 0
    if any(heads[name].null_count() > 0.5 * heads.height for name in children):
        return cells, 0
    written = body.with_columns(
        pl.when(going_on).then(pl.col(name).forward_fill()).otherwise(pl.col(name)).alias(name) for name in parents
    )
    return pl.concat([cells[: header.end], written]), int(going_on.sum())
