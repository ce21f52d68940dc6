"""Building the table of a sheet: string columns named by letter, from "A" on."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from .limits import Limits
from .refusal import RefusedError
from .sheet import letter


def table_of(columns: Sequence[pa.Array | pa.ChunkedArray]) -> pa.Table:
    """Return string columns as a table named by letters, without the empty columns at its end."""
    width = len(columns)
    while width and columns[width - 1].null_count == len(columns[width - 1]):
        width -= 1
    return pa.table({letter(at + 1): column for at, column in enumerate(columns[:width])})


def table_of_rows(rows: Sequence[Sequence[str | None]], limits: Limits, sheet: str = "") -> pa.Table:
    """Return rows of any lengths as a table; short rows are filled with nulls and empty text becomes null.

    Raises `RefusedError` when a row or the number of rows is over `limits`.
    """
    check_size(len(rows), max(map(len, rows), default=0), limits, sheet)
    width = max(map(len, rows), default=0)
    columns: list[list[str | None]] = [[None] * len(rows) for _ in range(width)]
    for at, row in enumerate(rows):
        for column, value in zip(columns, row, strict=False):
            if value:
                column[at] = value
    return table_of([pa.array(column, pa.string()) for column in columns])


def check_size(rows: int, columns: int, limits: Limits, sheet: str = "") -> None:
    """Raise `RefusedError` when a sheet of this size is over the limits."""
    if rows > limits.rows:
        raise RefusedError("too_many_rows", sheet=sheet, found=str(rows), limit=limits.rows)
    if columns > limits.columns:
        raise RefusedError(
            "too_many_columns", sheet=sheet, cell=letter(columns), found=str(columns), limit=limits.columns
        )
    if rows * columns > limits.cells:
        raise RefusedError("too_many_cells", sheet=sheet, found=str(rows * columns), limit=limits.cells)


def blank_rows_at_end(rows: list[list[str | None]]) -> None:
    """Take the blank rows off the end, in place."""
    while rows and not any(rows[-1]):
        rows.pop()


def nulls(length: int) -> pa.Array:
    """Return an empty string column."""
    return pa.nulls(length, pa.string())
