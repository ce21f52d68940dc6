# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""One file against the state: sheet after sheet, each compared with what stood before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa

from .compare import Comparison, compare
from .duck import in_memory
from .error import StoreError
from .fold import ReadPart, lay_on_top
from .journal import Live
from .layering import gone
from .layout import book_name, create_book, create_table, in_model_order, table_name
from .part import EDITED, Part, unheard
from .receipt import SheetReceipt
from .taken import Taken, TakenSheet


@dataclass(frozen=True, slots=True)
class Draft:
    """A part that is not written yet: its digest is still empty."""

    part: Part
    rows: pa.Table


@dataclass(frozen=True, slots=True)
class Prepared:
    """What an import would record."""

    sheets: tuple[SheetReceipt, ...]
    drafts: tuple[Draft, ...]


def prepare(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    taken: Taken,
    live: Live,
    numbers: tuple[int, int],
    replacing: Callable[[TakenSheet], bool],
    read: ReadPart,
) -> Prepared:
    """Compare every table of a file with the state in `database`, in the order of the sheets.

    `replacing` says of a sheet whether rows that it lacks are gone. `numbers` are those that the upload and its
    first part will get; `read` gives the rows of a stored part.
    Raises `StoreError` with "unbalanced" when the counts of a sheet do not add up.
    """
    fed_twice = {table: rows for table, rows in _by_table(taken).items() if len(rows) > 1}
    with in_memory(connection) if fed_twice else nullcontext(database) as overlay:
        for table, rows in fed_twice.items():
            standing = frozenset(part.columns for part in live.parts if part.table == table)
            _overlay(connection, database, overlay, table, rows, standing)
        where = dict.fromkeys(fed_twice, overlay)
        prepared = _prepare(connection, database, where, taken, live, numbers, replacing, read)
    if not any(draft.part.replaces for draft in prepared.drafts):
        return prepared
    return replace(prepared, sheets=_with_gone(connection, database, taken, live, prepared, replacing, read))


def _prepare(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    overlaid: Mapping[str, str],
    taken: Taken,
    live: Live,
    numbers: tuple[int, int],
    replacing: Callable[[TakenSheet], bool],
    read: ReadPart,
) -> Prepared:
    """Compare sheet after sheet; tables in `overlaid` are compared in, and laid on, the database named there."""
    upload, next_part = numbers
    known: dict[str, set[tuple[str, ...]]] = {}
    for standing in live.parts:
        known.setdefault(standing.table, set()).add(standing.columns)
    drafts: dict[int, Draft] = {}

    def content(part: Part) -> pa.Table:
        return drafts[part.id].rows if part.id in drafts else read(part)

    receipts = []
    for sheet in taken.sheets:
        counted = []
        for table, rows in _tables(sheet):
            columns = in_model_order(table, rows.column_names)
            beneath = frozenset(known.setdefault(table, set()))
            where = overlaid.get(table, database)
            found = compare(connection, where, table, rows, columns, beneath)
            counted.append((table, found))
            number = next_part + len(drafts)
            replaces = replacing(sheet)
            rows_stored, signature = found.part.num_rows, sheet.signature
            part = Part(number, upload, table, columns, rows_stored, found.sources, "", signature, replaces)
            drafts[number] = Draft(part, found.part)
            if table in overlaid:
                every_part = live.every_part | {n: draft.part for n, draft in drafts.items()}
                lay_on_top(connection, where, part, found.part, beneath, every_part, content)
            known[table].add(columns)
        receipts.append(_receipt(sheet, counted))
    return Prepared(tuple(receipts), tuple(drafts.values()))


def _with_gone(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    taken: Taken,
    live: Live,
    prepared: Prepared,
    replacing: Callable[[TakenSheet], bool],
    read: ReadPart,
) -> tuple[SheetReceipt, ...]:
    """Return the receipts with the count of rows that go, on the last sheet of each make that replaces."""
    keys = {
        table: pa.concat_tables([some.select(["_key"]) for some in rows])
        for table, rows in _by_table(taken).items()
    }
    counted: dict[tuple[str, str], int] = {}
    for at, sheet in enumerate(taken.sheets):
        if sheet.table is not None and _speaks(sheet) and replacing(sheet):
            counted[sheet.table, sheet.signature] = at
    receipts = list(prepared.sheets)
    for (table, signature), at in counted.items():
        others = unheard(signature, (part for part in live.parts if part.table == table))
        with gone(connection, database, table, keys[table], others, read) as name:
            ((count,),) = connection.execute(f"SELECT count(*) FROM {name}").fetchall()
        receipts[at] = replace(receipts[at], gone=count)
    return tuple(receipts)


def _tables(sheet: TakenSheet) -> Iterator[tuple[str, pa.Table]]:
    """Yield the tables that have rows, the sheet's own first."""
    if sheet.table is not None and _speaks(sheet):
        yield sheet.table, sheet.rows
    for table, rows in sheet.derived.items():
        if rows.num_rows:
            yield table, rows


def _speaks(sheet: TakenSheet) -> bool:
    """Whether a sheet says something of its table: an edited one does so by having no rows at all."""
    return bool(sheet.rows.num_rows) or sheet.signature == EDITED


def _by_table(taken: Taken) -> dict[str, list[pa.Table]]:
    found: dict[str, list[pa.Table]] = {}
    for sheet in taken.sheets:
        for table, rows in _tables(sheet):
            found.setdefault(table, []).append(rows)
    return found


def _overlay(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    overlay: str,
    table: str,
    rows: list[pa.Table],
    known: frozenset[tuple[str, ...]],
) -> None:
    """Copy what the state says of the keys of a table that the file feeds more than once."""
    keys = pa.concat_tables([some.select(["_key"]) for some in rows])
    connection.register("keys", keys)
    connection.execute(create_table(overlay, table))
    connection.execute(
        f"INSERT INTO {table_name(overlay, table)} "
        f"SELECT * FROM {table_name(database, table)} WHERE _key IN (SELECT _key FROM keys)"
    )
    for columns in known:
        connection.execute(create_book(overlay, table, columns))
        connection.execute(
            f"INSERT INTO {book_name(overlay, table, columns)} "
            f"SELECT * FROM {book_name(database, table, columns)} "
            "WHERE _id IN (SELECT hash(_key) FROM keys)"
        )
    connection.unregister("keys")


def _receipt(sheet: TakenSheet, counted: list[tuple[str, Comparison]]) -> SheetReceipt:
    own = counted[0][1] if sheet.table is not None and _speaks(sheet) else None
    derived = counted[1:] if own else counted
    receipt = SheetReceipt(
        sheet=sheet.sheet,
        table=sheet.table,
        read=sheet.read,
        new=own.new if own else 0,
        changed=own.changed if own else 0,
        identical=own.identical if own else 0,
        rejected=sheet.rejected,
        ignored=dict(sheet.ignored),
        derived={table: found.counts for table, found in derived},
    )
    if not receipt.balanced:
        raise StoreError("unbalanced", f"{receipt.read}")
    return receipt
