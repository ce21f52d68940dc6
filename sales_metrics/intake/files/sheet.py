"""What reading a file gives: sheets of plain text cells that stay at their addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import pyarrow as pa

from ...model.issue import Issue, Severity


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell whose value cannot be had: an error such as "#REF!", or a formula that was never calculated.

    `row` is the row number that the spreadsheet shows, `column` its letter. `found` is the error as Excel
    writes it, empty for an uncached formula. The cell itself is null in `Sheet.cells`.
    """

    row: int
    column: str
    kind: Literal["error", "uncached"]
    found: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as text.

    `cells` has one string column per spreadsheet column, named by its letter ("A", "B", ... "AA"), always
    from "A" on without gaps; null is an empty cell. Row i of it is sheet row `first_row` + i, blank rows
    included. Numbers are the shortest decimal text, with at most nine decimals ("4500.5", "45"), days are
    "2026-03-05", moments "2026-03-05T09:30:00", times of day "09:30:00", booleans "TRUE" and "FALSE"; text
    is exactly what stands in the cell.

    `source` is "workbook" when numbers come from numeric cells, so that "." is a decimal point, and "text"
    when everything is as somebody typed it. `merged` holds (first row, first column, last row, last column),
    rows and columns counted from 1, both ends included.
    `levels` holds (row, level from 1) for the rows that a workbook has grouped under others.
    `width` is the number of fields that most records of a delimited text have, 0 for everything else.
    """

    name: str
    cells: pa.Table
    first_row: int = 1
    source: Literal["workbook", "text"] = "workbook"
    faults: tuple[CellFault, ...] = ()
    hidden: bool = False
    hidden_rows: int = 0
    merged: tuple[tuple[int, int, int, int], ...] = ()
    levels: tuple[tuple[int, int], ...] = ()
    width: int = 0


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file after reading: its sheets in their own order, or no sheets and an issue that says why.

    `kind` is what the content is, whatever the name says: "xlsx", "xlsb", "xls", "ods", "html", "xml2003",
    "csv", or "" when it could not be told. `sha256` is the lower-case hex digest of the bytes, `size` their
    number.
    """

    file: str
    sha256: str
    size: int
    kind: str
    sheets: tuple[Sheet, ...]
    issues: tuple[Issue, ...]

    @property
    def refused(self) -> bool:
        """Whether the file cannot be used at all."""
        return any(issue.severity is Severity.REFUSED for issue in self.issues)


def letter(column: int) -> str:
    """Return the spreadsheet's name of a column counted from 1: 1 is "A", 27 is "AA".

    Raises `ValueError` below 1.
    """
    if column < 1:
        raise ValueError(f"columns are counted from 1, not {column}")
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_number(name: str) -> int:
    """Return the number of a column counted from 1 by its letters: "A" is 1, "AA" is 27.

    Raises `ValueError` when `name` holds anything but the letters A to Z.
    """
    number = 0
    for sign in name.upper():
        if not "A" <= sign <= "Z":
            raise ValueError(f"{name!r} is not the name of a column")
        number = number * 26 + ord(sign) - 64
    if not number:
        raise ValueError("a column has at least one letter")
    return number
