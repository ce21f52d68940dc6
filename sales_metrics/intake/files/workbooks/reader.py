"""Workbooks of every kind that Excel and its relatives write, each sheet as text at its own addresses."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import fastexcel
import pyarrow as pa
import pyarrow.compute as pc

from ....model.issue import Issue
from ..columns import check_size, nulls, table_of
from ..container import ole_kind
from ..limits import Limits
from ..progress import PARSING
from ..refusal import RefusedError, note
from ..sheet import CellFault, Sheet, letter
from . import preflight
from .mark import mark_of
from .package import Part, parts_of
from .workbook_text import Settle, restated

if TYPE_CHECKING:
    from .sheet_scan import SheetScan

_ERRORS = {
    "Div0": "#DIV/0!",
    "NA": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
    "GettingData": "#GETTING_DATA",
}
_ERROR = re.compile(r"Error\((\w+)\)")


def read_zip(path: Path, limits: Limits) -> tuple[str, list[Sheet], list[Issue]]:
    """Return the kind, the sheets and the remarks of an xlsx, xlsm, xlsb or ods file.

    Raises `RefusedError`; see `preflight.inspect` for what is looked at before parsing.
    """
    data = path.read_bytes()
    findings = preflight.inspect(io.BytesIO(data), limits)
    parts = parts_of(data) if findings.kind == "xlsx" else {}
    plain_dates = findings.kind == "xlsx" and not findings.texts.dates
    plain_booleans = findings.kind == "xlsx" and not findings.texts.booleans
    reader = _open(data)
    sheets: list[Sheet] = []
    issues: list[Issue] = []
    _check_count(reader, limits)
    for name in reader.sheet_names:
        part = parts.get(name, Part())
        scan = findings.sheets.get(part.path)
        plain = (plain_dates, plain_booleans)
        quick = _quick(reader, name, limits, plain) if scan is not None and scan.plain else None
        sheet = quick or _sheet(reader, data, name, limits, plain)
        sheets.append(_with_scan(sheet, scan, part))
        PARSING.reached(0.4 + 0.55 * len(sheets) / len(reader.sheet_names))
        issues += _remarks(sheets[-1], scan)
    mark = mark_of(data)
    if mark:
        issues.append(note("mends_upload", found=mark[1], limit=mark[0]))
    return findings.kind, sheets, issues


def read_ole(path: Path, limits: Limits) -> tuple[str, list[Sheet], list[Issue]]:
    """Return the kind, the sheets and the remarks of an old .xls file. Raises `RefusedError`."""
    data = path.read_bytes()
    kind = ole_kind(data)
    reader = _open(data)
    _check_count(reader, limits)
    sheets = [_sheet(reader, data, name, limits, (False, False)) for name in reader.sheet_names]
    return kind, sheets, [issue for sheet in sheets for issue in _remarks(sheet, None)]


def _open(data: bytes) -> fastexcel.ExcelReader:
    try:
        return fastexcel.read_excel(data)
    except fastexcel.FastExcelError as fault:
        if "password" in str(fault).lower():
            raise RefusedError("password") from fault
        raise RefusedError("damaged") from fault


def _check_count(reader: fastexcel.ExcelReader, limits: Limits) -> None:
    if len(reader.sheet_names) > limits.sheets:
        raise RefusedError("too_many_sheets", found=str(len(reader.sheet_names)), limit=limits.sheets)


def _sheet(
    reader: fastexcel.ExcelReader, data: bytes, name: str, limits: Limits, plain: tuple[bool, bool]
) -> Sheet:
    try:
        # No row is skipped, so that row i is row i; columns left out on the left are known by `absolute_index`.
        loaded = reader.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        check_size(loaded.height, loaded.width, limits, name)
        batch, errors = loaded.to_arrow_with_errors()
    except fastexcel.FastExcelError as fault:
        if "no data" in str(fault).lower() or "empty" in str(fault).lower():
            return Sheet(name, pa.table({}))
        from .second_reader import read_sheet

        return read_sheet(data, name, limits)
    places = [column.absolute_index for column in loaded.selected_columns]
    check_size(batch.num_rows, max(places, default=-1) + 1, limits, name)
    columns = _restated(reader, name, batch, places, plain)
    faults = tuple(
        CellFault(error.position[0] + 1, letter(places[error.position[1]] + 1), "error", _error_name(error.detail))
        for error in (errors.errors if errors else ())
    )
    return Sheet(name, table_of(columns), faults=faults, hidden=loaded.visible != "visible")


def _quick(reader: fastexcel.ExcelReader, name: str, limits: Limits, plain: tuple[bool, bool]) -> Sheet | None:
    """Return an xlsx sheet without errors whose first column is A, or `None` where only the other way may do.

    Its texts are not copied on the way, but nothing tells of errors, nor which columns on the left are empty.
    """
    try:
        batch = reader.load_sheet_eager(name, header_row=None, skip_rows=0, dtypes="string")
    except fastexcel.FastExcelError:
        return None
    check_size(batch.num_rows, batch.num_columns, limits, name)
    return Sheet(name, table_of(_restated(reader, name, batch, range(batch.num_columns), plain)))


def _restated(
    reader: fastexcel.ExcelReader, name: str, batch: pa.RecordBatch, places: Sequence[int], plain: tuple[bool, bool]
) -> list[pa.Array]:
    """Return the columns from A on in our spelling; `places` says where each of the batch stands."""
    settle: Settle = partial(_really, reader, name)
    columns = [nulls(batch.num_rows)] * (max(places, default=-1) + 1)
    for place, column in zip(places, batch.columns, strict=True):
        text = restated(column, place, None if plain[0] else settle, None if plain[1] else settle)
        columns[place] = pc.if_else(pc.equal(text, ""), None, text) if _has_blank(text) else text
    return columns


def _has_blank(column: pa.Array) -> bool:
    return bool(pc.any(pc.equal(pc.binary_length(column), 0)).as_py())


def _really(reader: fastexcel.ExcelReader, name: str, place: int, kind: str) -> pa.Array:
    """Return which cells of a column, counted from 0, are dates or booleans and not texts that look like them."""
    typed = reader.load_sheet(name, header_row=None, skip_rows=0, use_columns=[place], dtypes={place: kind})
    return pc.is_valid(typed.to_arrow_with_errors()[0].column(0))


def _error_name(detail: str) -> str:
    match = _ERROR.search(detail)
    return _ERRORS.get(match[1], f"#{match[1].upper()}!") if match else "#?"


def _with_scan(sheet: Sheet, scan: SheetScan | None, part: Part) -> Sheet:
    if scan is None:
        return sheet
    return Sheet(
        sheet.name,
        sheet.cells,
        faults=(*sheet.faults, *scan.uncached),
        hidden=sheet.hidden or part.hidden,
        hidden_rows=scan.hidden_rows,
        merged=tuple(scan.merged),
        levels=tuple(scan.levels),
    )


def _remarks(sheet: Sheet, scan: SheetScan | None) -> list[Issue]:
    remarks = []
    if sheet.hidden:
        remarks.append(note("hidden_sheet", sheet=sheet.name))
    if sheet.hidden_rows:
        remarks.append(note("hidden_rows", sheet=sheet.name, count=sheet.hidden_rows))
    if sheet.merged:
        top, left, _, _ = sheet.merged[0]
        remarks.append(note("merged_cells", sheet=sheet.name, cell=f"{letter(left)}{top}", count=len(sheet.merged)))
    if scan is not None and scan.long_numbers:
        remarks.append(note("digits_lost", sheet=sheet.name, cell=scan.first_long, count=scan.long_numbers))
    if scan is not None and scan.twice:
        remarks.append(note("cell_twice", sheet=sheet.name, cell=scan.first_twice, count=scan.twice))
    return remarks
