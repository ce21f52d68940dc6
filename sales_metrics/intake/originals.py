"""Rejected rows as they stand in the user's file, ready to be written out, mended and read once more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any, Final

import polars as pl

from ..model.issue import Issue, Severity
from ..model.rejected import Cell, RejectedRow, RejectedSheet
from ..model.tables import TABLES, Kind
from .cells.dates import order_of, read_dates
from .cells.numbers import read_numbers
from .files.sheet import Sheet, Workbook, column_number
from .layout.header import Header, frame_of, header_at
from .layout.mapping import signature
from .layout.row_kinds import fill_merged, sort_rows
from .types import ROW, DateOrder, Remembered, Taken, TakenSheet, remembered_from

_NUMERIC: Final = frozenset({Kind.MONEY, Kind.NUMBER, Kind.SHARE, Kind.SCORE})
_DATED: Final = frozenset({Kind.DAY, Kind.MOMENT})
_FIGURES: Final = r"^[+-]?[\d\s.,'’]+$"
_DATE: Final = r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ]\d{1,2}:\d\d(?::\d\d)?)?$"
_DIGITS_KEPT: Final = 15
_EARLIEST: Final = datetime(1901, 1, 1)
_CELL: Final = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True)
class _Data:
    """The data rows of a sheet, by letter: exactly as they stand, and trimmed with merged cells filled."""

    exact: pl.DataFrame
    filled: pl.DataFrame


def rejected(
    workbook: Workbook,
    taken: Taken,
    remembered: Mapping[str, Remembered | Mapping[str, Any]] | None = None,
) -> tuple[RejectedSheet, ...]:
    """Return the rejected rows of a file, sheet by sheet; sheets without any are left out.

    `taken` is what `take_workbook` made of `workbook`, `remembered` what it was given. Texts are as they stood.
    A number or a date that its column alone made plain ("05/06/2026" under "13/06/2026") becomes a real number
    or date: on its own it could be read otherwise.
    """
    sheets = {sheet.name: sheet for sheet in workbook.sheets}
    stem = workbook.file.rpartition(".")[0] or workbook.file
    found = []
    for each in taken.sheets:
        if each.table and each.rejected and each.sheet in sheets:
            entry = (remembered or {}).get(each.signature)
            answered = remembered_from(entry).date_order if entry is not None else None
            sheet = _rejected_sheet(sheets[each.sheet], each, stem, answered)
            if sheet:
                found.append(sheet)
    return tuple(found)


def _rejected_sheet(sheet: Sheet, taken: TakenSheet, stem: str, answered: DateOrder | None) -> RejectedSheet | None:
    cells = frame_of(sheet)
    header = _header(cells, sheet, taken)
    if header is None:
        return None
    filled, _ = fill_merged(cells, sheet, header.end)
    faults = _faults(taken)
    is_data = sort_rows(filled, header, TABLES[taken.table or ""], taken.letters).is_null()
    data = _Data(_as_it_stands(sheet).filter(is_data), filled.filter(is_data))
    numbers = [sheet.first_row + at for at in is_data.arg_true().to_list()]
    rows = _numbers_of_rejected(numbers, taken, faults)
    at_row = {row: at for at, row in enumerate(numbers)}
    places = [at_row[row] for row in rows]
    kinds = _kinds(taken)
    order = answered or _order(data.filled, taken)
    typed = sheet.source == "text"
    columns = [_restated(data, name, kinds.get(name), places, order, typed=typed) for name in cells.columns]
    last = column_number(cells.columns[-1])
    above = tuple(tuple(row) for row in _as_it_stands(sheet).head(header.end).rows())
    heading_row = sheet.first_row + header.end - 1
    return RejectedSheet(
        name=sheet.name or stem,
        table=taken.table or "",
        signature=taken.signature,
        above=((None,) * last,) * (sheet.first_row - 1) + above,
        merged=tuple(span for span in sheet.merged if span[2] <= heading_row),
        rows=tuple(
            RejectedRow(row, tuple(column[at] for column in columns), tuple(faults.get(row, ())))
            for at, row in enumerate(rows)
        ),
        as_text=frozenset(
            column_number(name) - 1 for name, kind in kinds.items() if kind not in _NUMERIC | _DATED | {Kind.YES_NO}
        ),
    )


def _as_it_stands(sheet: Sheet) -> pl.DataFrame:
    cells = pl.DataFrame(pl.from_arrow(sheet.cells))
    return cells.select(cells[name].cast(pl.String) for name in cells.columns)


def _header(cells: pl.DataFrame, sheet: Sheet, taken: TakenSheet) -> Header | None:
    end = taken.header_row - sheet.first_row + 1
    for depth in (1, 2, 3):
        header = header_at(cells, sheet, end - depth, depth) if end >= depth else None
        if header and signature(header) == taken.signature:
            return header
    return None


def _numbers_of_rejected(data: list[int], taken: TakenSheet, faults: Mapping[int, object]) -> list[int]:
    """Return the rejected rows: the data rows of which nothing was taken, whether told one by one or not."""
    accepted = set(taken.rows[ROW].to_pylist())
    rows = [row for row in data if row not in accepted]
    return rows if len(rows) == taken.rejected else [row for row in rows if row in faults]


def _faults(taken: TakenSheet) -> dict[int, list[tuple[int, Issue]]]:
    found: dict[int, list[tuple[int, Issue]]] = {}
    for issue in taken.issues:
        place = _CELL.fullmatch(issue.cell)
        if issue.severity is Severity.REJECTED and place and issue.problem != "many_more":
            found.setdefault(int(place[2]), []).append((column_number(place[1]) - 1, issue))
    return found


def _kinds(taken: TakenSheet) -> dict[str, Kind]:
    """Return letter -> what its column is."""
    kinds: dict[str, Kind] = {}
    for table, letters in (*taken.derived_letters.items(), (taken.table or "", taken.letters)):
        kinds |= {letter: TABLES[table].column(name).kind for name, letter in letters.items()}
    return kinds


def _restated(
    data: _Data, name: str, kind: Kind | None, places: list[int], order: DateOrder, *, typed: bool
) -> list[Cell]:
    """Return the cells of one column in the rejected rows."""
    texts = data.exact[name].gather(places).fill_null(data.filled[name].gather(places))
    cells: list[Cell] = texts.to_list()
    if kind in _NUMERIC:
        numbers = read_numbers(data.filled[name], typed=typed, whole_thousands=kind is Kind.MONEY)
        values = numbers.values.gather(places)
        plain = texts.str.contains(_FIGURES).fill_null(value=False) & values.is_not_null()
        exact = texts.str.count_matches(r"\d").fill_null(99) <= _DIGITS_KEPT
        for at in (plain & exact).arg_true().to_list():
            cells[at] = float(values[at])
    elif kind in _DATED:
        moments = read_dates(data.filled[name], order, serials=False).gather(places)
        clear = texts.str.contains(_DATE).fill_null(value=False) & (moments >= _EARLIEST).fill_null(value=False)
        for at in clear.arg_true().to_list():
            moment: datetime = moments[at]
            cells[at] = moment if moment.time() != time() else moment.date()
    return cells


def _order(filled: pl.DataFrame, taken: TakenSheet) -> DateOrder:
    """Return the order of day and month by which the sheet was read."""
    assumed = next((issue.limit for issue in taken.issues if issue.problem == "ambiguous_dates"), "")
    if assumed:
        return "day_first" if assumed == "DD/MM" else "month_first"
    dated = [letter for letter, kind in _kinds(taken).items() if kind in _DATED]
    votes = [order for letter in dated if (order := order_of(filled[letter])[0])]
    return max(set(votes), key=votes.count) if votes else "day_first"
