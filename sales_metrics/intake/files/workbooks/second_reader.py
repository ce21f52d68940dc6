"""A slower reader for single sheets that the quick one gives up on, such as those with the newer error values."""

from __future__ import annotations

import io
import warnings

from openpyxl import load_workbook

from ..columns import blank_rows_at_end, table_of_rows
from ..limits import Limits
from ..refusal import RefusedError
from ..sheet import CellFault, Sheet, letter
from .cell_text import cell_text


def read_sheet(data: bytes, name: str, limits: Limits) -> Sheet:
    """Return one sheet of the xlsx file in `data`. Raises `RefusedError` when it cannot be read this way either."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return _read(book[name], name, limits)
        except (RefusedError, MemoryError):
            raise
        except Exception as fault:
            raise RefusedError("sheet_unreadable", sheet=name) from fault


def _read(sheet: object, name: str, limits: Limits) -> Sheet:
    faults: list[CellFault] = []
    rows: list[list[str | None]] = []
    for at, row in enumerate(sheet.iter_rows(), start=1):  # type: ignore[attr-defined]
        values: list[str | None] = []
        for number, cell in enumerate(row, start=1):
            if getattr(cell, "data_type", "") == "e":
                faults.append(CellFault(at, letter(number), "error", str(cell.value)))
                values.append(None)
            else:
                values.append(cell_text(cell.value))
        rows.append(values)
    blank_rows_at_end(rows)
    return Sheet(name, table_of_rows(rows, limits, name), faults=tuple(faults))
