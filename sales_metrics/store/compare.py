# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""Which rows of a sheet are new, changed or identical, and what of it has to be stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from .layout import book_name, content_hash, table_name


@dataclass(frozen=True, slots=True)
class Comparison:
    """The counts of the rows of one sheet, and its part: the last row per key, known content by reference."""

    new: int
    changed: int
    identical: int
    part: pa.Table
    sources: tuple[int, ...]

    @property
    def counts(self) -> dict[str, int]:
        """The three counts by name."""
        return {"new": self.new, "changed": self.changed, "identical": self.identical}


def compare(
    connection: duckdb.DuckDBPyConnection,
    database: str,
    table: str,
    rows: pa.Table,
    columns: tuple[str, ...],
    known: frozenset[tuple[str, ...]],
) -> Comparison:
    """Compare `rows` with the state in `database`, in file order.

    `columns` are the columns of `rows`; `known` are the sets of columns that the live parts of the table have.
    A row is identical when it would change no value of its key. Its content is stored as a reference only when
    the newest part with the same columns that speaks of the key says the same; the pair of hashes over key and
    content, 128 bits, decides that.
    """
    ids, hashes = _hashes(connection, table, rows, columns)
    count = len(ids)
    previous, last = _repetitions(rows.column("_key"))
    first = previous < 0
    incoming = pa.table({"_n": np.arange(count), "_id": ids, "_hash": hashes})
    source = np.full(count, -1, dtype=np.int64)
    there = np.zeros(count, dtype=bool)
    same = np.zeros(count, dtype=bool)
    if columns in known:
        found, equal, sources = _met(connection, incoming, book_name(database, table, columns))
        source[found[equal]] = sources[equal]
        there[found] = True
        same[found[equal]] = True
    if known and known != {columns}:
        # Another part may have spoken of the same columns since: the values themselves decide what has changed.
        there[:] = same[:] = False
        values = (
            f"(SELECT hash(_key) AS _id, {content_hash(table, columns)} AS _hash, 0 AS _source "
            f"FROM {table_name(database, table)})"
        )
        found, equal, _ = _met(connection, incoming, values)
        there[found] = True
        same[found[equal]] = True
    identical = np.where(first, same, hashes == hashes[previous])
    new = first & ~there
    reference = last & (source >= 0)
    part = _part(rows, columns, last & (source < 0), reference, source)
    return Comparison(
        new=int(new.sum()),
        changed=int((~new & ~identical).sum()),
        identical=int(identical.sum()),
        part=part,
        sources=tuple(int(number) for number in np.unique(source[reference])),
    )


_Longs = npt.NDArray[np.int64]
_Marks = npt.NDArray[np.bool_]
_Hashes = npt.NDArray[np.uint64]


def _hashes(
    connection: duckdb.DuckDBPyConnection, table: str, rows: pa.Table, columns: Sequence[str]
) -> tuple[_Hashes, _Hashes]:
    connection.register("sheet_rows", rows)
    try:
        query = f"SELECT hash(_key) AS i, {content_hash(table, columns)} AS h FROM sheet_rows"
        found = connection.execute(query).fetchnumpy()
    finally:
        connection.unregister("sheet_rows")
    return np.asarray(found["i"], dtype=np.uint64), np.asarray(found["h"], dtype=np.uint64)


def _repetitions(keys: pa.ChunkedArray) -> tuple[_Longs, _Marks]:
    """Return for each row where its key occurred before (-1: nowhere), and whether it does not occur again."""
    previous = np.full(len(keys), -1, dtype=np.int64)
    last = np.ones(len(keys), dtype=bool)
    encoded = keys.combine_chunks().dictionary_encode()
    if len(encoded.dictionary) == len(keys):
        return previous, last
    codes = encoded.indices.to_numpy()
    order = np.argsort(codes, kind="stable")
    again = codes[order][1:] == codes[order][:-1]
    previous[order[1:][again]] = order[:-1][again]
    last[order[:-1][again]] = False
    return previous, last


def _met(connection: duckdb.DuckDBPyConnection, incoming: pa.Table, relation: str) -> tuple[_Longs, _Marks, _Longs]:
    """Return which incoming rows have their key in `relation`, which of those its content, and from where."""
    connection.register("incoming", incoming)
    try:
        found = connection.execute(
            "SELECT i._n AS n, b._hash = i._hash AS e, CAST(b._source AS BIGINT) AS s "
            f"FROM incoming AS i JOIN {relation} AS b ON b._id = i._id"
        ).fetchnumpy()
    finally:
        connection.unregister("incoming")
    return np.asarray(found["n"]), np.asarray(found["e"], dtype=bool), np.asarray(found["s"], dtype=np.int64)


def _part(rows: pa.Table, columns: Sequence[str], own: _Marks, reference: _Marks, source: _Longs) -> pa.Table:
    if "_row" not in rows.column_names:
        rows = rows.append_column("_row", pa.nulls(rows.num_rows, pa.int32()))
    stored = rows.select([*columns, "_key", "_row"])
    stored = stored if own.all() else stored.filter(pa.array(own))
    stored = stored.append_column("_source", pa.nulls(stored.num_rows, pa.int64()))
    if not reference.any():
        return stored
    referring = rows.select(["_key", "_row"]).filter(pa.array(reference))
    referring = referring.append_column("_source", pa.array(source[reference]))
    return pa.concat_tables([stored, referring], promote_options="default")
