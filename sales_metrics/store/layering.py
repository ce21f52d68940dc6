# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""One upload laid on the state of a table: its parts, what it replaces, and what it changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import duckdb
import pyarrow as pa

from .changes import FOLLOWED, forget, noting_changes
from .fold import ReadPart, lay_on_top
from .inferred import is_inferred
from .journal import Live
from .layout import book_name, table_name
from .part import Part, unheard


def in_order(parts: Sequence[Part]) -> bool:
    """Whether the parts of a table must be laid one upload after another, for what lies between them counts."""
    uploads = {part.upload for part in parts}
    followed = any(column in part.columns for part in parts for column in FOLLOWED.get(part.table, ()))
    return len(uploads) > 1 and (followed or any(part.replaces for part in parts))


def lay_upload(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    parts: Sequence[Part],
    beneath: Sequence[Part],
    live: Live,
    read: ReadPart,
) -> None:
    """Apply all parts that one upload has of one table; `beneath` are the live parts of the table before it."""
    table, upload = parts[0].table, parts[0].upload
    arriving = [(part, read(part)) for part in parts]
    keys = pa.concat_tables([rows.select(["_key"]) for _, rows in arriving])
    columns = frozenset(column for part in parts for column in part.columns)
    known = {part.columns for part in beneath}
    with noting_changes(connection, database, table, upload, columns, keys):
        for part, rows in arriving:
            lay_on_top(connection, database, part, rows, frozenset(known), live.every_part, read)
            known.add(part.columns)
    for signature in dict.fromkeys(part.signature for part in parts if part.replaces):
        others = unheard(signature, (*beneath, *parts))
        with gone(connection, database, table, keys, others, read):
            _remove(connection, database, table, known)


def removed_rows(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    own: Sequence[Part],
    beneath: Sequence[Part],
    read: ReadPart,
) -> dict[str, list[str]]:
    """Return by table the keys of the rows in the state `database` that the parts `own` of one upload take away.

    `beneath` are the live parts that the state was built from.
    """
    found: dict[str, list[str]] = {}
    for table, signature in dict.fromkeys((part.table, part.signature) for part in own if part.replaces):
        its = [part for part in own if part.table == table]
        keys = pa.concat_tables([read(part).select(["_key"]) for part in its])
        others = unheard(signature, (part for part in beneath if part.table == table))
        with gone(connection, database, table, keys, others, read) as name:
            rows = connection.execute(f"SELECT _key FROM {name} ORDER BY _key").fetchall()
        found[table] = [*found.get(table, []), *(key for (key,) in rows)]
    return {table: keys for table, keys in found.items() if keys}


@contextmanager
def gone(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    table: str,
    keys: pa.Table,
    others: Iterable[Part],
    read: ReadPart,
) -> Iterator[str]:
    """Give the name of a temporary table of the rows of a state that a replacing upload does not have.

    `keys` are those of the upload, `others` the live parts with another signature: what they speak of stays.
    """
    kept = pa.concat_tables([keys, *(read(part).select(["_key"]) for part in others)], promote_options="permissive")
    connection.register("staying", kept)
    try:
        connection.execute(
            f"CREATE OR REPLACE TEMP TABLE gone AS SELECT _key FROM {table_name(database, table)} AS t "
            f"WHERE NOT {is_inferred()} AND NOT EXISTS (SELECT 1 FROM staying AS s WHERE s._key = t._key)"
        )
    finally:
        connection.unregister("staying")
    yield "gone"
    connection.execute("DROP TABLE gone")


def _remove(
    connection: duckdb.DuckDBPyConnection, database: str, table: str, known: Iterable[tuple[str, ...]]
) -> None:
    connection.execute(f"DELETE FROM {table_name(database, table)} WHERE _key IN (SELECT _key FROM gone)")
    for columns in known:
        book = book_name(database, table, columns)
        connection.execute(f"DELETE FROM {book} WHERE _id IN (SELECT hash(_key) FROM gone)")
    forget(connection, database, table)
