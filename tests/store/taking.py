"""Small files as the intake would hand them over, and what a state file holds, as plain Python."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from sales_metrics.model.tables import TABLES, Kind
from sales_metrics.store import Snapshot, Store, open_state

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)

ARROW = {
    Kind.MONEY: pa.float64(),
    Kind.NUMBER: pa.float64(),
    Kind.SHARE: pa.float64(),
    Kind.SCORE: pa.int64(),
    Kind.DAY: pa.date32(),
    Kind.MOMENT: pa.timestamp("us"),
    Kind.YES_NO: pa.bool_(),
}

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    sheet: str
    table: str | None
    rows: pa.Table
    read: int
    rejected: int = 0
    ignored: Mapping[str, int] = field(default_factory=dict)
    derived: Mapping[str, pa.Table] = field(default_factory=dict)
    signature: str = ""


@dataclass(frozen=True, slots=True)
class File:
    file: str
    sha256: str
    size: int
    sheets: Sequence[Sheet]


def rows_of(table: str, rows: Sequence[Row], columns: Sequence[str] | None = None) -> pa.Table:
    """Type rows given as {"_key": ..., column: ...}; the columns are those of the first row unless given."""
    columns = columns if columns is not None else [c for c in rows[0] if c != "_key"]
    arrays = {
        c: pa.array([r[c] for r in rows], ARROW.get(TABLES[table].column(c).kind, pa.string())) for c in columns
    }
    arrays["_key"] = pa.array([r["_key"] for r in rows], pa.string())
    arrays["_row"] = pa.array(range(2, 2 + len(rows)), pa.int32())
    return pa.table(arrays)


def sheet(
    table: str,
    rows: Sequence[Row],
    *,
    columns: Sequence[str] | None = None,
    name: str = "Sheet1",
    rejected: int = 0,
    ignored: Mapping[str, int] | None = None,
    derived: Mapping[str, pa.Table] | None = None,
    signature: str = "",
) -> Sheet:
    typed = rows_of(table, rows, columns)
    skipped = ignored or {}
    read = typed.num_rows + rejected + sum(skipped.values())
    return Sheet(name, table, typed, read, rejected, skipped, derived or {}, signature)


def taken(*sheets: Sheet, file: str = "week.xlsx", salt: object = "") -> File:
    """Return a file of these sheets; its digest follows from them, its name and the salt."""
    digest = hashlib.sha256(repr((file, salt)).encode())
    for one in sheets:
        digest.update(repr((one.sheet, one.table, one.rows.to_pydict(), one.rejected)).encode())
    return File(file, digest.hexdigest(), 1000, sheets)


def deals(rows: Sequence[Row], **about: Any) -> File:
    return taken(sheet("deals", rows), **about)


def add(store: Store, file: File, minute: int = 0) -> int:
    """Add a file and return the number of the upload."""
    receipt = store.add(file, who="anna", at=NOON + minute * MINUTE)
    assert receipt.upload is not None
    assert all(one.balanced for one in receipt.sheets)
    return receipt.upload


def state(snapshot: Snapshot, table: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a table by key, without the columns that are null."""
    connection = open_state(snapshot.path)
    try:
        found = connection.sql(f'SELECT * FROM "{table}"').to_arrow_table().to_pylist()
    finally:
        connection.close()
    by_key = {row["_key"]: {name: value for name, value in row.items() if value is not None} for row in found}
    assert len(by_key) == len(found)
    for row in by_key.values():
        del row["_key"]
    return by_key


def values(snapshot: Snapshot, table: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a table by key, without nulls and without where they came from."""
    return {
        key: {name: value for name, value in row.items() if not name.startswith("_")}
        for key, row in state(snapshot, table).items()
    }


def everything(snapshot: Snapshot) -> dict[str, dict[str, dict[str, Any]]]:
    return {table: state(snapshot, table) for table in TABLES if snapshot.rows[table]}


def day(number: int) -> date:
    return date(2026, 3, number)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.rglob("*") if path.is_file()}
