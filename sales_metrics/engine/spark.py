"""The same tables on Spark, for companies whose data already live there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

import ibis
import ibis.expr.types as ir
import pandas as pd
import pyarrow as pa

from .schema import types_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_TYPES: Final[Mapping[str, str]] = {
    "string": "STRING",
    "date": "DATE",
    "float64": "DOUBLE",
    "int64": "BIGINT",
    "boolean": "BOOLEAN",
    "timestamp(6)": "TIMESTAMP",
}


class Spark:
    """Typed tables as temporary views of one Spark session. The session's time zone is set to UTC."""

    dialect: Final = "pyspark"

    def __init__(self, session: SparkSession, tables: Mapping[str, pa.Table]) -> None:
        ibis.pyspark  # noqa: B018  the compiler looks its options up in the loaded backend
        session.conf.set("spark.sql.session.timeZone", "UTC")
        self._session = session
        self._prefix = f"data_{uuid4().hex[:12]}"
        for name, table in tables.items():
            self.keep(f"{self._prefix}_{name}", table, types_of(name))

    def physical(self, table: str) -> ir.Table:
        """Return the view of a table as an expression."""
        return ibis.table(types_of(table), name=f"{self._prefix}_{table}")

    def keep(self, name: str, table: pa.Table, types: Mapping[str, str]) -> ir.Table:
        """Add a table as a temporary view and return it as an expression."""
        schema = ", ".join(f"`{column}` {_TYPES[kind]}" for column, kind in types.items())
        rows = [tuple(row.values()) for row in table.select(list(types)).to_pylist()]
        self._session.createDataFrame(rows, schema).createOrReplaceTempView(name)
        return ibis.table(dict(types), name=name)

    def keep_query(self, name: str, sql: str, types: Mapping[str, str]) -> ir.Table:
        """Name a query as a temporary view; Spark decides anew each time how to work it out."""
        self._session.sql(sql).createOrReplaceTempView(name)
        return ibis.table(dict(types), name=name)

    def bound(self, name: str, sql: str) -> str:
        """Return the clause that binds a bare name to a query."""
        return f"`{name}` AS ({sql})"

    def listed(self, parameter: str, kind: str) -> str:
        """Return the query of a table with one column `value` that holds a parameter's values."""
        return f"SELECT explode(CAST(:{parameter} AS ARRAY<{_TYPES[kind]}>)) AS value"

    def query(self, sql: str, lists: Mapping[str, Sequence[object]], *, many: bool = False) -> pd.DataFrame:
        """Run a query with its list parameters and return the answer."""
        from pyspark.sql import functions

        del many
        bound = {name: functions.array(*map(functions.lit, values)) for name, values in lists.items()}
        answer = self._session.sql(sql, args=bound)
        columns = [(field.name, field.dataType.typeName()) for field in answer.schema.fields]
        rows = [tuple(row) for row in answer.collect()]
        return pd.DataFrame(
            {name: _column([row[place] for row in rows], kind) for place, (name, kind) in enumerate(columns)}
        )


def _column(values: list[Any], kind: str) -> pd.Series[Any]:
    if kind in ("date", "timestamp", "timestamp_ntz"):
        return pd.Series(pd.to_datetime(pd.Series(values, dtype=object)), dtype="datetime64[us]")
    if kind in ("double", "float", "decimal"):
        return pd.Series(values, dtype="float64")
    return pd.Series(values, dtype=None if values else object)
