"""DuckDB with no way out: it sees the state files and what is registered with it, and no SQL can change that."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Final

import duckdb

from .layout import quoted

_NUMBERS: Final = count(1)


def open_state(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a state file for reading, with no way from SQL to any other file and a locked configuration.

    One process must open one file in one way only, so every reader should come through here.
    """
    return duckdb.connect(
        str(path), read_only=True, config={"enable_external_access": "false", "lock_configuration": "true"}
    )


@contextmanager
def writable(path: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
    """Give a DuckDB of its own that writes one state file, and the name of that database in it.

    A full disk makes a whole DuckDB unusable; this one is thrown away in any case.
    """
    connection = duckdb.connect()
    try:
        connection.execute(f"ATTACH {_literal(path)} AS state")
        _shut(connection)
        yield connection, "state"
        connection.execute("CHECKPOINT state")
        connection.execute("DETACH state")
    finally:
        connection.close()


class Reader:
    """A DuckDB that stays warm and reads the state files of some folders, in any number of threads."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._lock = threading.Lock()
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._names: dict[Path, str] = {}
        self._users: dict[Path, int] = {}

    @contextmanager
    def attached(self, path: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
        """Give a connection that sees the state file at `path`, and the name of that database in it."""
        path = path.resolve()
        with self._lock:
            connection = self._warm().cursor()
            if path not in self._names:
                name = f"state_{next(_NUMBERS)}"
                connection.execute(f"ATTACH {_literal(path)} AS {name} (READ_ONLY)")
                self._names[path], self._users[path] = name, 0
            self._users[path] += 1
        try:
            yield connection, self._names[path]
        finally:
            connection.close()
            with self._lock:
                self._users[path] -= 1
                if not self._users[path]:
                    # A database that turned out to be damaged cannot always be detached.
                    with suppress(duckdb.Error):
                        self._warm().execute(f"DETACH {self._names[path]}")
                    del self._names[path], self._users[path]

    def _warm(self) -> duckdb.DuckDBPyConnection:
        if self._connection is None:
            self._connection = duckdb.connect()
            folders = ", ".join(_literal(folder.resolve()) for folder in self._folders)
            self._connection.execute(f"SET allowed_directories = [{folders}]")
            _shut(self._connection)
        return self._connection


@contextmanager
def in_memory(connection: duckdb.DuckDBPyConnection) -> Iterator[str]:
    """Give the name of an empty database in memory, gone after the block."""
    name = f"memory_{next(_NUMBERS)}"
    connection.execute(f"ATTACH ':memory:' AS {name}")
    try:
        connection.execute(f"CREATE SCHEMA {quoted(name)}.books")
        yield name
    finally:
        connection.execute(f"DETACH {name}")


def _shut(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def _literal(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
