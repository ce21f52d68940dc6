"""Sheets made by hand for the tests of recognition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import pyarrow as pa

from sales_metrics.intake.files.sheet import CellFault, Sheet, Workbook, letter
from sales_metrics.intake.take import Remembered, TakenSheet, take_workbook

Row = Sequence[str | None]


def sheet(
    *rows: Row,
    name: str = "Лист1",
    first_row: int = 1,
    source: Literal["workbook", "text"] = "text",
    faults: tuple[CellFault, ...] = (),
    merged: tuple[tuple[int, int, int, int], ...] = (),
    hidden: bool = False,
    hidden_rows: int = 0,
) -> Sheet:
    """Return a sheet of these rows; short rows are filled up with empty cells, "" is an empty cell."""
    width = max((len(row) for row in rows), default=0)
    columns = [[(row[at] or None) if at < len(row) else None for row in rows] for at in range(width)]
    cells = pa.table({letter(at + 1): pa.array(column, pa.string()) for at, column in enumerate(columns)})
    return Sheet(name, cells, first_row, source, faults, hidden, hidden_rows, merged)


def workbook(*sheets: Sheet, file: str = "file.xlsx") -> Workbook:
    """Return a workbook of sheets."""
    return Workbook(file, "0" * 64, 1, "xlsx", sheets, ())


def taken(made: Sheet, *, file: str = "file.xlsx", remembered: dict[str, Remembered] | None = None) -> TakenSheet:
    """Take one sheet and check that every row is accounted for."""
    (result,) = take_workbook(workbook(made, file=file), remembered=remembered).sheets
    heading = made.cells.num_rows - result.read
    assert heading in ((1, 2, 3) if result.table else (0,)), "every row but the heading is accounted for"
    assert result.read == result.rows.num_rows + result.rejected + sum(result.ignored.values())
    assert None not in result.rows["_key"].to_pylist()
    return result


def of_rows(
    *rows: str, source: Literal["workbook", "text"] = "text", remembered: dict[str, Remembered] | None = None
) -> TakenSheet:
    """Take a sheet whose rows are written as "a | b | c"."""
    cells = (tuple(cell.strip() for cell in row.split("|")) for row in rows)
    return taken(sheet(*cells, source=source), remembered=remembered)


def column(result: TakenSheet, name: str) -> list[object]:
    """Return the values of a column of the rows."""
    values: list[object] = result.rows[name].to_pylist()
    return values


def problems(result: TakenSheet) -> set[tuple[str, str]]:
    """Return (problem, cell) of all issues."""
    return {(issue.problem, issue.cell) for issue in result.issues}
