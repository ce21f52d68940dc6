"""Where the table of a sheet stands: heading and data rows, without what is written above, between and below."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from ..files.sheet import Sheet
from .header import frame_of, is_figure
from .mapping import Known, Mapped, map_sheet
from .row_kinds import sort_rows

_TITLE = 0.5
_ALMOST = 0.6
_LOOKED_AT = 3


@dataclass(frozen=True, slots=True)
class Region:
    """The rows of a table as indices into the cells of its sheet, the heading first, and its usual width."""

    rows: tuple[int, ...]
    width: int


def region_of(sheet: Sheet, file: str) -> Region:
    """Return the recognised table of a sheet, or else its densest block of rows; no rows for an empty sheet.

    Of a recognised table those rows count that `sort_rows` takes for data, up to where another table begins.
    """
    cells = frame_of(sheet)
    if not cells.width or not cells.height:
        return Region((), sheet.width)
    stem = file.rpartition(".")[0] or file
    mapped = map_sheet(sheet, cells, tuple(dict.fromkeys((sheet.name, stem))), Known())
    blocks = _blocks(cells)
    rows = _recognised(cells, mapped, blocks) if mapped.table else _densest(cells, blocks)
    width = sheet.width or max((_last(cells.row(at)) for at in rows[:_LOOKED_AT]), default=0)
    return Region(rows, width)


def raw_rows(sheet: Sheet, region: Region) -> list[list[str]]:
    """Return the cells of the region as they stand in the file; empty cells are "".

    Rows have the usual width; one with more fields keeps them.
    """
    taken = sheet.cells.take(list(region.rows)) if region.rows else sheet.cells.slice(0, 0)
    columns = [column.to_pylist() for column in taken.columns]
    rows = []
    for cells in zip(*columns, strict=True):
        length = max(_last(cells), region.width)
        rows.append([cell or "" for cell in cells[:length]] + [""] * (length - len(cells)))
    return rows


def _last(cells: tuple[str | None, ...]) -> int:
    """Return the number of the last cell that is filled, counted from 1."""
    return next((at for at in range(len(cells), 0, -1) if cells[at - 1]), 0)


def _recognised(cells: pl.DataFrame, mapped: Mapped, blocks: list[tuple[int, int]]) -> tuple[int, ...]:
    header = mapped.header
    if header is None or mapped.table is None:
        return ()
    reasons = sort_rows(cells, header, mapped.table, mapped.letters)
    end = next(
        (start for start, _ in blocks if start >= header.end and _other_table(cells, start, header.end)), None
    )
    data = [at for at in reasons.is_null().arg_true().to_list() if end is None or at < end]
    return (
        *range(header.at, header.end),
        *(at for at in _within(cells, [header.end - 1, *data]) if at >= header.end),
    )


def _other_table(cells: pl.DataFrame, at: int, first: int) -> bool:
    """Tell whether a block begins with headings of its own: texts alone where the rows above have figures."""
    head = [cell for cell in cells.row(at) if cell]
    if len(head) < 2 or any(map(is_figure, head)) or at + 1 >= cells.height:
        return False
    above = {place for place, cell in enumerate(cells.row(first)) if cell and is_figure(cell)}
    filled = {place for place, cell in enumerate(cells.row(at)) if cell}
    return bool(above & filled) or not above


def _blocks(cells: pl.DataFrame) -> list[tuple[int, int]]:
    """Return (first, end) of the runs of rows between blank ones."""
    filled = cells.select(pl.any_horizontal(pl.all().is_not_null())).to_series()
    starts = (filled & ~filled.shift(1, fill_value=False)).arg_true().to_list()
    ends = (filled & ~filled.shift(-1, fill_value=False)).arg_true().to_list()
    return [(start, end + 1) for start, end in zip(starts, ends, strict=True)]


def _densest(cells: pl.DataFrame, blocks: list[tuple[int, int]]) -> tuple[int, ...]:
    filled = cells.select(pl.sum_horizontal(pl.all().is_not_null())).to_series()
    tables: list[list[tuple[int, int]]] = []
    for block in blocks:
        if tables and _goes_on(cells, filled, tables[-1][-1], block):
            tables[-1].append(block)
        else:
            tables.append([block])
    sizes = [sum(int(filled[start:end].sum()) for start, end in table) for table in tables]
    # Of tables of nearly one size the first is meant.
    chosen = next((table for table, size in zip(tables, sizes, strict=True) if size >= _ALMOST * max(sizes)), [])
    rows = [at for start, end in chosen for at in range(start, end)]
    return _within(cells, rows)


def _within(cells: pl.DataFrame, rows: list[int]) -> tuple[int, ...]:
    """Return the rows without those at both ends that are filled too little to be of the table.

    A title may have a few cells; below, only a line of one cell is no row of a table of several columns.
    """
    if not rows:
        return ()
    filled = cells.select(pl.sum_horizontal(pl.all().is_not_null())).to_series().gather(rows)
    usual = float(str(filled.quantile(0.75)))
    least = 2 if usual > 2 else 1
    above = (filled >= max(float(least), _TITLE * usual)).arg_true()
    below = (filled >= least).arg_true()
    return tuple(rows[int(above[0]) : int(below[-1]) + 1]) if len(above) else ()


def _goes_on(cells: pl.DataFrame, filled: pl.Series, before: tuple[int, int], block: tuple[int, int]) -> bool:
    """Tell whether a block has more rows of the one before: as widely filled and without headings of its own."""
    above, below = (float(str(filled[start:end].quantile(0.75))) for start, end in (before, block))
    return abs(above - below) <= 0.34 * max(above, below) and not _other_table(cells, block[0], before[1] - 1)
