# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""The current state of a table out of its parts: folded as a whole, or one part more laid on top.

For each column counts the newest live part that has the column and speaks of the key, so a file without a column
erases nothing, while a blank cell in a column that it has does. Both ways give the same tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import duckdb
import pyarrow as pa

from ..model.tables import TABLES
from .layout import book_name, cast_columns, content_hash, create_book, quoted, sql_type, table_name
from .part import Part

ReadPart = Callable[[Part], pa.Table]


def fold(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    table: str,
    live: Sequence[Part],
    every_part: dict[int, Part],
    read: ReadPart,
) -> None:
    """Fill the empty `table` of `database` from its live parts; `read` gives the rows of a part."""
    by_columns: dict[tuple[str, ...], list[Part]] = {}
    for part in live:
        by_columns.setdefault(part.columns, []).append(part)
    folded = []
    for number, (columns, parts) in enumerate(by_columns.items()):
        name = f"folded_{number}"
        _fold_alike(connection, name, table, columns, parts, every_part, read)
        connection.execute(create_book(database, table, columns))
        connection.execute(
            f"INSERT INTO {book_name(database, table, columns)} "
            f"SELECT hash(_key), {content_hash(table, columns)}, _source FROM {name}"
        )
        folded.append((name, columns))
    if len(folded) == 1:
        _insert(connection, database, table, folded[0][1], f"SELECT * FROM {folded[0][0]}")
    elif folded:
        _merge(connection, database, table, folded)
    for name, _ in folded:
        connection.execute(f"DROP TABLE {name}")


def lay_on_top(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    part: Part,
    rows: pa.Table,
    known: frozenset[tuple[str, ...]],
    every_part: dict[int, Part],
    read: ReadPart,
) -> None:
    """Apply one part, newer than all that `database` holds; `known` are the sets of columns live beneath it."""
    table, columns = part.table, part.columns
    target, book = table_name(database, table), book_name(database, table, columns)
    alike = known <= {columns}
    connection.register("arriving", rows)
    try:
        connection.execute(_create_temporary("own", table, columns))
        connection.execute(
            f"INSERT INTO own SELECT _key, _row, {part.upload}, {part.id}, {part.id}"
            f"{_listed(cast_columns(table, columns))} FROM arriving WHERE _source IS NULL"
        )
        # Before anything asks it: the first part laid may refer to one of an upload that was undone since.
        connection.execute(create_book(database, table, columns))
        if part.sources:
            _resolve(connection, database, part, alike, [every_part[number] for number in part.sources], read)
        if columns in known:
            connection.execute(f"DELETE FROM {book} WHERE _id IN (SELECT hash(_key) FROM own)")
        connection.execute(
            f"INSERT INTO {book} SELECT hash(_key), {content_hash(table, columns)}, _source FROM own"
        )
        if alike:
            if known:
                connection.execute(f"DELETE FROM {target} WHERE _key IN (SELECT _key FROM own)")
            _insert(connection, database, table, columns, "SELECT * FROM own")
        else:
            connection.execute(
                "CREATE OR REPLACE TEMP TABLE unknown AS SELECT * FROM own "
                f"WHERE NOT EXISTS (SELECT 1 FROM {target} AS t WHERE t._key = own._key)"
            )
            assignments = ", ".join(f"{quoted(c)} = o.{quoted(c)}" for c in (*columns, "_row", "_upload"))
            connection.execute(f"UPDATE {target} AS t SET {assignments} FROM own AS o WHERE t._key = o._key")
            _insert(connection, database, table, columns, "SELECT * FROM unknown")
            connection.execute("DROP TABLE unknown")
        connection.execute("DROP TABLE own")
    finally:
        connection.unregister("arriving")


def _resolve(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    part: Part,
    alike: bool,
    sources: Sequence[Part],
    read: ReadPart,
) -> None:
    """Add to `own` the rows that the arriving part holds by reference, with the content they refer to.

    Where all parts are alike and the state stands on that very content, only who said it last has changed, and
    that is noted at once. It may stand on other content, since an upload that was undone when the reference was
    made may be live again.
    """
    table, columns = part.table, part.columns
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE referring AS "
        "SELECT _key, _row, _source FROM arriving WHERE _source IS NOT NULL"
    )
    if alike:
        standing = (
            f"EXISTS (SELECT 1 FROM {book_name(database, table, columns)} AS b "
            "WHERE b._id = hash(r._key) AND b._source = r._source)"
        )
        connection.execute(
            f"UPDATE {table_name(database, table)} AS t SET _row = r._row, _upload = {part.upload} "
            f"FROM referring AS r WHERE t._key = r._key AND {standing}"
        )
        connection.execute(f"DELETE FROM referring AS r WHERE {standing}")
    ((left,),) = connection.execute("SELECT count(*) FROM referring").fetchall()
    if left:
        _register_contents(connection, columns, sources, read)
        connection.execute(
            f"INSERT INTO own SELECT r._key, r._row, {part.upload}, {part.id}, r._source"
            f"{_listed(cast_columns(table, columns, 'c'))} FROM referring AS r "
            "JOIN contents AS c ON c._key = r._key AND c._part = r._source AND c._source IS NULL"
        )
        connection.unregister("contents")
    connection.execute("DROP TABLE referring")


def _fold_alike(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    table: str,
    columns: tuple[str, ...],
    live: Sequence[Part],
    every_part: dict[int, Part],
    read: ReadPart,
) -> None:
    """Create `name` with the newest row per key out of parts that have the same columns."""
    needed = {part.id: part for part in live}
    for part in live:
        needed |= {number: every_part[number] for number in part.sources}
    _register_contents(connection, columns, sorted(needed.values(), key=lambda part: part.id), read)
    connection.execute(_create_temporary(name, table, columns))
    own = _listed(cast_columns(table, columns, "c"))
    if len(needed) == 1:
        connection.execute(f"INSERT INTO {name} SELECT _key, _row, _upload, _part, _part{own} FROM contents AS c")
    else:
        alive = ", ".join(str(part.id) for part in live)
        connection.execute(
            f"INSERT INTO {name} "
            "WITH newest AS (SELECT _key, max(_part) AS _part, max(_upload) AS _upload, "
            "arg_max_null(_row, _part) AS _row, arg_max(coalesce(_source, _part), _part) AS _from "
            f"FROM contents WHERE _part IN ({alive}) GROUP BY _key) "
            f"SELECT n._key, n._row, n._upload, n._part, n._from{own} FROM newest AS n "
            "JOIN contents AS c ON c._key = n._key AND c._part = n._from AND c._source IS NULL"
        )
    connection.unregister("contents")


def _merge(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    table: str,
    folded: Sequence[tuple[str, tuple[str, ...]]],
) -> None:
    """Fill the table from several folded sets of columns, for each column the newest that has it."""
    brought = [key for key in TABLES[table].column_keys if any(key in columns for _, columns in folded)]
    selects = []
    for number, (name, columns) in enumerate(folded):
        listed = [quoted(key) if key in columns else f"NULL AS {quoted(key)}" for key in brought]
        selects.append(f"SELECT {number} AS _set, _key, _row, _upload, _part{_listed(listed)} FROM {name}")
    newest = []
    for key in brought:
        having = ", ".join(str(number) for number, (_, columns) in enumerate(folded) if key in columns)
        newest.append(f"arg_max_null({quoted(key)}, _part) FILTER (WHERE _set IN ({having})) AS {quoted(key)}")
    _insert(
        connection,
        database,
        table,
        brought,
        "SELECT _key, arg_max_null(_row, _part) AS _row, max(_upload) AS _upload"
        f"{_listed(newest)} FROM ({' UNION ALL '.join(selects)}) GROUP BY _key",
    )


def _insert(
    connection: duckdb.DuckDBPyConnection, database: str, table: str, columns: Sequence[str], query: str
) -> None:
    names = ", ".join(quoted(name) for name in (*columns, "_key", "_row", "_upload"))
    connection.execute(f"INSERT INTO {table_name(database, table)} ({names}) SELECT {names} FROM ({query})")


def _create_temporary(name: str, table: str, columns: Sequence[str]) -> str:
    model = TABLES[table]
    typed = [f"{quoted(key)} {sql_type(model.column(key))}" for key in columns]
    own = "_key VARCHAR, _row INTEGER, _upload BIGINT, _part BIGINT, _source BIGINT"
    return f"CREATE OR REPLACE TEMP TABLE {name} ({own}{_listed(typed)})"


def _register_contents(
    connection: duckdb.DuckDBPyConnection,
    columns: Sequence[str],
    parts: Iterable[Part],
    read: ReadPart,
) -> None:
    tables = []
    for part in parts:
        rows = read(part).select([*columns, "_key", "_row", "_source"])
        count = rows.num_rows
        rows = rows.append_column("_part", pa.repeat(pa.scalar(part.id, pa.int64()), count))
        tables.append(rows.append_column("_upload", pa.repeat(pa.scalar(part.upload, pa.int64()), count)))
    connection.register("contents", pa.concat_tables(tables, promote_options="permissive"))


def _listed(expressions: Sequence[str]) -> str:
    return "".join(f", {expression}" for expression in expressions)
