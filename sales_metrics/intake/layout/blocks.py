"""Several tables one under another in one sheet, taken apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import polars as pl

from ..files.sheet import Sheet
from ..recognition.headings import plain_text
from ..recognition.recognise import rough_hits
from .header import is_figure
from .row_kinds import says_total

_LEAST: Final = 3
"""So many headings make a second table; fewer are rather a note."""
_KNOWN: Final = 0.6
_EXAMINED: Final = 2_000


def stacked(sheet: Sheet, cells: pl.DataFrame) -> tuple[Sheet, ...]:
    """Return the tables of a sheet that stand one under another, each as a sheet with its own place.

    A table begins after a blank row, perhaps with a title, with a row of headings unlike those before. Every row
    belongs to exactly one part. A sheet with one table comes back as it is. `cells` are its trimmed cells.
    """
    if cells.height < 2 * _LEAST or not cells.width:
        return (sheet,)
    blank = cells.select(pl.all_horizontal(pl.all().is_null())).to_series()
    starts = [0]
    seen: set[str] = set()
    for at in [-1, *blank.arg_true().head(_EXAMINED).to_list()]:
        found = _heading_after(cells, at + 1, blank)
        if found is None:
            continue
        texts = {plain_text(cell) for cell in cells.row(found) if cell}
        if seen and len(texts & seen) < 0.5 * len(texts):
            starts.append(at + 1)
        if not seen or len(texts & seen) < 0.5 * len(texts):
            seen = texts
    if len(starts) == 1:
        return (sheet,)
    places = zip(starts, [*starts[1:], cells.height], strict=True)
    return tuple(_part(sheet, start, end, number) for number, (start, end) in enumerate(places, start=1))


def _heading_after(cells: pl.DataFrame, at: int, blank: pl.Series) -> int | None:
    """Return the row of headings that a part beginning at `at` has within its first rows, if it has one."""
    for place in range(at, min(at + 3, cells.height - 1)):
        row = [cell for cell in cells.row(place) if cell]
        if blank[place] or says_total(cells[place : place + 1]).item():
            return None
        if len(row) >= _LEAST:
            heading = not any(map(is_figure, row)) and rough_hits(row) >= _KNOWN * len(row)
            return place if heading and not blank[place + 1] else None
    return None


def _part(sheet: Sheet, start: int, end: int, number: int) -> Sheet:
    first = sheet.first_row + start
    last = sheet.first_row + end - 1
    return replace(
        sheet,
        name=sheet.name if number == 1 else f"{sheet.name} ({number})",
        cells=sheet.cells.slice(start, end - start),
        first_row=first,
        faults=tuple(fault for fault in sheet.faults if first <= fault.row <= last),
        merged=tuple(span for span in sheet.merged if first <= span[0] and span[2] <= last),
        hidden_rows=sheet.hidden_rows if number == 1 else 0,
    )
