"""Rejected rows as they stand in the user's file, ready to be written out, mended and read once more."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any, Final

import polars as pl

from ..model.issue import Issue, Severity
from ..model.rejected import Cell, RejectedRow, RejectedSheet
from ..model.tables import TABLES, Kind
from .dates import order_of, read_dates
from .layout import Header, frame_of, header_at
from .mapping import signature
from .numbers import read_numbers
from .rows import fill_merged, sort_rows
from .sheet import Sheet, Workbook, column_number
from .types import ROW, DateOrder, Remembered, Taken, TakenSheet, remembered_from

_NUMERIC: Final = frozenset({Kind.MONEY, Kind.NUMBER, Kind.SHARE, Kind.SCORE})
_DATED: Final = frozenset({Kind.DAY, Kind.MOMENT})
_FIGURES: Final = r"^[+-]?[\d\s.,'’]+$"
_DATE: Final = r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ]\d{1,2}:\d\d(?::\d\d)?)?$"
_DIGITS_KEPT: Final = 15
_EARLIEST: Final = datetime(1901, 1, 1)
_CELL: Final = re.compile(r"([A-Z]+)(\d+)")


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
    rows = _numbers_of_rejected(filled, header, sheet, taken, faults)
    places = [row - sheet.first_row for row in rows]
    kinds = _kinds(taken)
    columns = [_restated(filled, sheet, taken, name, kinds.get(name), places, answered) for name in cells.columns]
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


def _numbers_of_rejected(
    filled: pl.DataFrame, header: Header, sheet: Sheet, taken: TakenSheet, faults: Mapping[int, object]
) -> list[int]:
    """Return the rejected rows: the data rows of which nothing was taken, whether told one by one or not."""
    reasons = sort_rows(filled, header, TABLES[taken.table or ""], taken.letters)
    accepted = set(taken.rows[ROW].to_pylist())
    data = [sheet.first_row + at for at in reasons.is_null().arg_true().to_list()]
    rows = [row for row in data if row not in accepted]
    return rows if len(rows) == taken.rejected else sorted(set(faults) - accepted)


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
    filled: pl.DataFrame,
    sheet: Sheet,
    taken: TakenSheet,
    name: str,
    kind: Kind | None,
    places: list[int],
    answered: DateOrder | None,
) -> list[Cell]:
    """Return the cells of one column in the rejected rows."""
    whole = _as_it_stands(sheet)[name]
    texts = whole.gather(places).fill_null(filled[name].gather(places))
    cells: list[Cell] = texts.to_list()
    if kind in _NUMERIC:
        typed = read_numbers(
            filled[name], typed=sheet.source == "text", whole_thousands=kind is Kind.MONEY
        ).values.gather(places)
        plain = texts.str.contains(_FIGURES).fill_null(value=False) & typed.is_not_null()
        exact = texts.str.count_matches(r"\d").fill_null(99) <= _DIGITS_KEPT
        for at in (plain & exact).arg_true().to_list():
            cells[at] = float(typed[at])
    elif kind in _DATED:
        moments = read_dates(filled[name], answered or _order(filled, taken), serials=False).gather(places)
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
