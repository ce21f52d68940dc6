"""DuckDB in the process: one database for all threads, a cursor for each."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import duckdb
import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from .schema import types_of

_LISTS: Final[Mapping[str, str]] = {
    "string": "VARCHAR[]",
    "date": "DATE[]",
    "float64": "DOUBLE[]",
    "int64": "BIGINT[]",
    "boolean": "BOOLEAN[]",
}

_NULLABLE: Final[Mapping[pa.DataType, Any]] = {
    pa.bool_(): pd.BooleanDtype(),
    pa.int8(): pd.Int8Dtype(),
    pa.int16(): pd.Int16Dtype(),
    pa.int32(): pd.Int32Dtype(),
    pa.int64(): pd.Int64Dtype(),
}
"""What columns with nulls become, which plain types have no place for."""


class Duck:
    """The tables of one version of the data in an in-process DuckDB that can reach nothing outside itself."""

    dialect: Final = "duckdb"

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        self._connection = connection
        self._own = threading.local()
        self._lock = threading.Lock()

    @classmethod
    def of_file(cls, path: Path) -> Duck:
        """Open a DuckDB file read-only. Raises `duckdb.IOException` when it is not there or not a database."""
        connection = duckdb.connect()
        quoted = str(path).replace("'", "''")
        connection.execute(f"ATTACH '{quoted}' AS data (READ_ONLY)")
        return cls(connection)

    @classmethod
    def of_arrow(cls, tables: Mapping[str, pa.Table]) -> Duck:
        """Copy typed Arrow tables into a new database in memory."""
        connection = duckdb.connect()
        connection.execute("CREATE SCHEMA data")
        for name, table in tables.items():
            _create(connection, f"data.{name}", table)
        return cls(connection)

    def physical(self, table: str) -> ir.Table:
        """Return the stored table as an expression."""
        return ibis.table(types_of(table), name=table, database="data")

    def keep(self, name: str, table: pa.Table, types: Mapping[str, str]) -> ir.Table:
        """Add a small table under a name of its own, once, and return it as an expression."""
        with self._lock:
            _create(self._cursor(), name, table)
        return ibis.table(dict(types), name=name)

    def keep_query(self, name: str, sql: str, types: Mapping[str, str]) -> ir.Table:
        """Keep the answer of a query as a table in memory, once, and return it as an expression."""
        with self._lock:
            self._cursor().execute(f"CREATE TABLE IF NOT EXISTS {name} AS {sql}")
        return ibis.table(dict(types), name=name)

    def bound(self, name: str, sql: str) -> str:
        """Return the clause that binds a bare name to a query; the engine may look through it."""
        return f'"{name}" AS NOT MATERIALIZED ({sql})'

    def listed(self, parameter: str, kind: str) -> str:
        """Return the query of a table with one column `value` that holds a parameter's values."""
        return f"SELECT unnest(${parameter}::{_LISTS[kind]}) AS value"

    def query(self, sql: str, lists: Mapping[str, Sequence[object]], *, many: bool = False) -> pd.DataFrame:
        """Run a query with its list parameters and return the answer; `many` where it may have very many rows.

        Both ways give the same types. DuckDB's own makes a Python object of every text, which a long answer pays
        for five times over; the one through Arrow reads the query twice, which a short one would pay for.
        """
        given = {name: list(values) for name, values in lists.items()}
        if many:
            return _frame(self._cursor().sql(sql, params=given).to_arrow_table())
        frame: pd.DataFrame = self._cursor().execute(sql, given).df()
        # Of a text without any value, as in an empty answer, the short way does not know that it is one.
        untold = any(kind == "object" for kind in frame.dtypes)
        return self.query(sql, lists, many=True) if untold else frame

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        if not hasattr(self._own, "cursor"):
            self._own.cursor = self._connection.cursor()
        cursor: duckdb.DuckDBPyConnection = self._own.cursor
        return cursor


def _frame(answer: pa.Table) -> pd.DataFrame:
    """Return an answer as a frame: days and moments in microseconds, decimals as floats, nullable whole numbers."""
    columns: dict[str, pd.Series[Any]] = {}
    for name, column in zip(answer.column_names, answer.columns, strict=True):
        if pa.types.is_decimal(column.type):
            column = column.cast(pa.float64())
        elif pa.types.is_date(column.type):
            column = column.cast(pa.timestamp("us"))
        columns[name] = column.to_pandas(types_mapper=_NULLABLE.get if column.null_count else None)
    return pd.DataFrame(columns, index=range(answer.num_rows))


def _create(connection: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    connection.register("_incoming", table)
    connection.execute(f"CREATE TABLE IF NOT EXISTS {name} AS SELECT * FROM _incoming")  # noqa: S608  our own names
    connection.unregister("_incoming")
