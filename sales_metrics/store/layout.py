"""How the tables of the model look in a state file, and the bookkeeping kept beside them.

Schema `main` holds the tables. Schema `books` holds, for each table and each set of columns that a part of it
has, the newest row per key as three numbers: `_id` (hash of the key), `_hash` (hash of key and content) and
`_source` (the part that holds the content). Comparing an upload with them needs no string of the state.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

import duckdb

from ..model.tables import TABLES, Column, Kind

SCHEMA_VERSION: Final = 2
"""The version of the catalogue, of the parts and of what is derived from them.

2: parts know the signature of their headings and may replace; history is inferred from consecutive uploads.
"""

_TYPES: Final = {
    Kind.MONEY: "DOUBLE",
    Kind.NUMBER: "DOUBLE",
    Kind.SHARE: "DOUBLE",
    Kind.SCORE: "BIGINT",
    Kind.DAY: "DATE",
    Kind.MOMENT: "TIMESTAMP",
    Kind.YES_NO: "BOOLEAN",
}


_SALTED_KEY: Final = "_key || '#'"


def sql_type(column: Column) -> str:
    """Return the DuckDB type of a column; text unless its kind says otherwise."""
    return _TYPES.get(column.kind, "VARCHAR")


def fingerprint() -> str:
    """Return what a state file depends on besides the uploads: the model, and DuckDB with its hash function."""
    tables = [(table.key, [(c.key, sql_type(c)) for c in table.columns]) for table in TABLES.values()]
    text = repr((SCHEMA_VERSION, duckdb.__version__, tables))
    return hashlib.sha256(text.encode()).hexdigest()


def quoted(name: str) -> str:
    """Return an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def table_name(database: str, table: str) -> str:
    """Return the qualified name of a table of the model."""
    return f"{quoted(database)}.main.{quoted(table)}"


def book_name(database: str, table: str, columns: Sequence[str]) -> str:
    """Return the qualified name of the bookkeeping for one table and one set of columns."""
    mark = hashlib.sha256("\n".join(columns).encode()).hexdigest()[:12]
    return f"{quoted(database)}.books.{quoted(f'{table}:{mark}')}"


def in_model_order(table: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of `names` that are columns of the table, in the order of the model."""
    known = set(names)
    return tuple(column for column in TABLES[table].column_keys if column in known)


def cast_columns(table: str, columns: Sequence[str], alias: str = "") -> list[str]:
    """Return each column as an SQL expression of its declared type."""
    prefix = f"{alias}." if alias else ""
    model = TABLES[table]
    return [f"CAST({prefix}{quoted(key)} AS {sql_type(model.column(key))})" for key in columns]


def content_hash(table: str, columns: Sequence[str]) -> str:
    """Return the SQL of the hash over a row's key and content.

    The key enters in another spelling than in `hash(_key)`, so that keys which collide there do not collide here.
    """
    return f"hash({', '.join([_SALTED_KEY, *cast_columns(table, columns)])})"


def create_table(database: str, table: str) -> str:
    """Return the SQL that creates an empty table with every column of the model."""
    columns = [f"{quoted(column.key)} {sql_type(column)}" for column in TABLES[table].columns]
    own = ["_key VARCHAR", "_row INTEGER", "_upload BIGINT"]
    return f"CREATE TABLE {table_name(database, table)} ({', '.join([*columns, *own])})"


def create_book(database: str, table: str, columns: Sequence[str]) -> str:
    """Return the SQL that creates the bookkeeping of one set of columns unless it is there."""
    name = book_name(database, table, columns)
    return f"CREATE TABLE IF NOT EXISTS {name} (_id UBIGINT, _hash UBIGINT, _source BIGINT)"
