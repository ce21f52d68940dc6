"""A table that a person edited on a page or set by a command: taken like a sheet, with the same checks.

Its headings are ours to the letter and its rows are data to the last, so nothing is recognised or sorted out:
what is left of the way of a file is typing, faults cell by cell, keys and notes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import polars as pl
import pyarrow as pa

from ..model.tables import Column, Kind, Table
from ..model.text import Language
from .files.sheet import Sheet, letter
from .layout.header import Header
from .layout.mapping import Mapped
from .rows.keys import SEPARATOR
from .rows.taking import Prepared, finish
from .types import KEY, ROW, Hints, Taken, TakenSheet

Value = str | float | bool | date | None
Row = Mapping[str, Value]


def take_edited(
    table: Table,
    columns: Sequence[str],
    rows: Sequence[Row],
    *,
    file: str,
    language: Language,
    signature: str,
    moment: str,
) -> Taken:
    """Make typed rows of a table as a person left it; every one of `columns` counts, blank or not.

    `rows` hold choices as codes, days as dates, shares as 0..1; a column that a row lacks is blank in it. Row 2
    of the account is the first of them, as in a sheet with its headings above. `moment` is part of the digest:
    the same table saved again after another one is another upload.
    """
    cells = _cells(table, columns, rows)
    letters = {key: letter(at) for at, key in enumerate(columns, start=1)}
    headings = {letters[key]: table.column(key).title.in_(language) for key in columns}
    mapped = Mapped(Header(0, 1, headings), table, 1.0, letters, dict.fromkeys(columns, ("heading",)))
    sheet = Sheet("", pa.table({name: pa.array(cells[name], pa.string()) for name in cells.columns}))
    numbers = pl.int_range(1, cells.height + 1, dtype=pl.Int32, eager=True)
    reasons = pl.Series(["header", *([None] * len(rows))], dtype=pl.String)
    data = cells.with_columns(numbers.alias(ROW))[1:]
    taken = finish(Prepared(sheet, cells, mapped, data, reasons, numbers), file, Hints())
    said = repr((table.key, tuple(columns), cells.rows(), moment)).encode()
    return Taken(
        file=file,
        sha256=hashlib.sha256(said).hexdigest(),
        size=len(said),
        sheets=(replace(taken, signature=signature),),
    )


def repeated(taken: TakenSheet) -> list[int]:
    """Return the sheet rows of entries that stand there already under the same key."""
    keys = taken.rows.column(KEY).to_pylist()
    known = set(keys)
    rows = taken.rows.column(ROW).to_pylist()
    return [row for key, row in zip(keys, rows, strict=True) if key.rpartition(SEPARATOR)[0] in known]


def _cells(table: Table, columns: Sequence[str], rows: Sequence[Row]) -> pl.DataFrame:
    found = {}
    for at, key in enumerate(columns, start=1):
        column = table.column(key)
        texts = [column.title.en, *(cell_text(column, row.get(key)) for row in rows)]
        stripped = pl.Series(texts, dtype=pl.String).str.strip_chars()
        found[letter(at)] = stripped.set(stripped == "", None)
    return pl.DataFrame(found)


def cell_text(column: Column, value: Value) -> str | None:
    """Return a typed value as a workbook's cell would be read: "0.05", "2026-03-05", the word for a choice."""
    if value is None:
        return None
    if column.kind is Kind.CHOICE:
        return next((choice.title.en for choice in column.choices if choice.code == value), str(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float | int):
        return str(int(value)) if float(value).is_integer() else f"{value:.9f}".rstrip("0")
    return value
