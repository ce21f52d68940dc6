# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""Whether everything that the store holds is still what was put there."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import sqlalchemy as sa

from .catalogue import UPLOADS, Catalogue
from .error import StoreError
from .files import TEMPORARY, sha256_of
from .journal import broken_links, parts
from .layout import quoted
from .memory import broken_entries
from .part import path_of
from .state import States


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be.

    `code` is "missing_part", "damaged_part", "extra_part" (no upload knows it: left by an import that was
    stopped, or sign of an older catalogue), "missing_raw", "damaged_raw", "extra_raw", "damaged_catalogue",
    "broken_history", "broken_entry", "damaged_state" (built again on demand). `harmless` findings lose nothing.
    """

    code: str
    file: str
    harmless: bool = False


def verify(catalogue: Catalogue, folder: Path, states: States) -> list[Finding]:
    """Return what is wrong with the catalogue, the parts, the raw files and the state files; nothing is changed.

    Reads every byte of the store once.
    """
    found: list[Finding] = []
    try:
        with catalogue.reading() as connection:
            found += _catalogue(connection)
            found += _parts(connection, folder / "parts")
            found += _raw_files(connection, folder / "files")
    except (StoreError, ValueError, TypeError, LookupError, OverflowError, sa.exc.SQLAlchemyError):
        return [Finding("damaged_catalogue", catalogue.path.name)]
    return found + list(_states(states))


def _catalogue(connection: sa.Connection) -> Iterator[Finding]:
    if connection.dialect.name == "sqlite":
        said = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check")]
        said += [row[0] for row in connection.exec_driver_sql("PRAGMA foreign_key_check")]
        if said != ["ok"]:
            yield Finding("damaged_catalogue", "catalogue.sqlite")
    for number in broken_links(connection):
        yield Finding("broken_history", f"event {number}")
    for number in broken_entries(connection):
        yield Finding("broken_entry", f"entry {number}")


def _parts(connection: sa.Connection, folder: Path) -> Iterator[Finding]:
    expected = {path_of(folder, part.sha256).name: part.sha256 for part in parts(connection)}
    yield from _compared(folder, "*.parquet", expected, "part")


def _raw_files(connection: sa.Connection, folder: Path) -> Iterator[Finding]:
    kept = connection.execute(sa.select(UPLOADS.c.sha256).where(UPLOADS.c.kept)).scalars()
    yield from _compared(folder, "*", {sha256: sha256 for sha256 in kept}, "raw")


def _compared(folder: Path, pattern: str, expected: dict[str, str], what: str) -> Iterator[Finding]:
    there = {path.name: path for path in folder.glob(pattern) if TEMPORARY not in path.suffixes}
    for name, sha256 in sorted(expected.items()):
        if name not in there:
            yield Finding(f"missing_{what}", name)
        elif sha256_of(there[name]) != sha256:
            yield Finding(f"damaged_{what}", name)
    for name in sorted(there.keys() - expected.keys()):
        yield Finding(f"extra_{what}", name, harmless=True)


def _states(states: States) -> Iterator[Finding]:
    for path in states.files():
        try:
            _scan(states, path)
        except duckdb.Error:
            yield Finding("damaged_state", path.name, harmless=True)


def _scan(states: States, path: Path) -> str:
    """Return a digest over all rows of a state file, whatever their order; DuckDB checks each block it reads."""
    digest = hashlib.sha256()
    with states.reader.attached(path) as (connection, database):
        names = connection.execute(
            "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = ? ORDER BY ALL", [database]
        ).fetchall()
        for schema, table in names:
            name = f"{quoted(database)}.{quoted(schema)}.{quoted(table)}"
            row = connection.execute(f"SELECT count(*), sum(hash(t)) FROM {name} AS t").fetchall()
            digest.update(repr((schema, table, row)).encode())
    return digest.hexdigest()
