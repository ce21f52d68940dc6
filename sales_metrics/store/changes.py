# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""What two consecutive live uploads say differently of one row: noted while the uploads are laid on each other.

For each followed column a state file keeps, in schema `books`, the changes from one value to another, and the
last value of rows whose cell is blank now: a blank between two values is no change of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import duckdb
import pyarrow as pa

from ..model.tables import TABLES
from .layout import quoted, sql_type, table_name

FOLLOWED: Final = {"deals": ("stage", "expected_on", "amount"), "clients": ("priority",)}
"""The columns whose changes are history, by table."""


def changes_name(database: str, table: str, column: str) -> str:
    """Return the qualified name of the changes of a column: `_key, _previous, _upload, _row, was, became`.

    `_upload` is the upload that brought the new value, `_previous` the last one before it that spoke of the row.
    """
    return f"{quoted(database)}.books.{quoted(f'changes:{table}.{column}')}"


def create_changes(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """Create the empty books of all followed columns."""
    for table, columns in FOLLOWED.items():
        for column in columns:
            kind = sql_type(TABLES[table].column(column))
            own = "_key VARCHAR, _previous BIGINT, _upload BIGINT, _row INTEGER"
            connection.execute(
                f"CREATE TABLE {changes_name(database, table, column)} ({own}, was {kind}, became {kind})"
            )
            connection.execute(f"CREATE TABLE {_blanks_name(database, table, column)} (_key VARCHAR, said {kind})")


@contextmanager
def noting_changes(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    table: str,
    upload: int,
    columns: frozenset[str],
    keys: pa.Table,
) -> Iterator[None]:
    """Note what an upload, laid on the state within the block, changes in the followed columns of a table.

    `columns` are all that the upload has for the table, `keys` (one column, `_key`) the rows it speaks of.
    """
    followed = [column for column in FOLLOWED.get(table, ()) if column in columns]
    target = table_name(database, table)
    ((rows,),) = connection.execute(f"SELECT count(*) FROM (SELECT 1 FROM {target} LIMIT 1)").fetchall()
    if not followed or not rows:
        yield
        return
    connection.register("spoken", keys)
    try:
        said = ", ".join(quoted(column) for column in followed)
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE former AS SELECT _key, _upload, {said} FROM {target} "
            "WHERE _key IN (SELECT _key FROM spoken)"
        )
    finally:
        connection.unregister("spoken")
    yield
    for column in followed:
        _note(connection, database, table, upload, column)
    connection.execute("DROP TABLE former")


def forget(connection: duckdb.DuckDBPyConnection, database: str, table: str) -> None:
    """Forget the changes of the rows in the temporary table `gone`: should one come back, it starts anew."""
    for column in FOLLOWED.get(table, ()):
        for name in (changes_name(database, table, column), _blanks_name(database, table, column)):
            connection.execute(f"DELETE FROM {name} WHERE _key IN (SELECT _key FROM gone)")


def _note(connection: duckdb.DuckDBPyConnection, database: str, table: str, upload: int, column: str) -> None:
    name, changes = quoted(column), changes_name(database, table, column)
    target, blanks = table_name(database, table), _blanks_name(database, table, column)
    connection.execute(
        f"INSERT INTO {changes} SELECT f._key, f._upload, {upload}, t._row, coalesce(f.{name}, b.said), t.{name} "
        f"FROM former AS f JOIN {target} AS t ON t._key = f._key LEFT JOIN {blanks} AS b ON b._key = f._key "
        f"WHERE f.{name} IS DISTINCT FROM t.{name} AND t.{name} <> coalesce(f.{name}, b.said)"
    )
    connection.execute(
        f"DELETE FROM {blanks} WHERE _key IN (SELECT f._key FROM former AS f JOIN {target} AS t USING (_key) "
        f"WHERE f.{name} IS NULL AND t.{name} IS NOT NULL)"
    )
    connection.execute(
        f"INSERT INTO {blanks} SELECT f._key, f.{name} FROM former AS f JOIN {target} AS t USING (_key) "
        f"WHERE f.{name} IS NOT NULL AND t.{name} IS NULL"
    )


def _blanks_name(database: str, table: str, column: str) -> str:
    return f"{quoted(database)}.books.{quoted(f'blank:{table}.{column}')}"
