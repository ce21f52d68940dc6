"""The catalogue: which uploads and parts there are, and every undo and redo, in the order in which they happened.

Written in SQLAlchemy Core; what is particular to SQLite stands in `_open` and `_begin`. A connection lives for
one call. Every event carries a digest over itself, what it brought, and the digest of the event before it, so
that a changed or lost record is noticed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from .error import StoreError, faults_as_codes
from .files import sync_file
from .layout import SCHEMA_VERSION

BUSY_SECONDS: Final = 60
"""How long a call waits while another process imports."""

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC as whole microseconds since 1970, the same in every database and at every clock change."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> int | None:
        """Store a moment; one without a zone is local time."""
        return None if value is None else (value.astimezone(UTC) - _EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> datetime | None:
        """Return the moment in UTC."""
        return None if value is None else _EPOCH + timedelta(microseconds=value)


_METADATA: Final = sa.MetaData()
_SCHEMA: Final = sa.Table("catalogue_schema", _METADATA, sa.Column("version", sa.Integer, nullable=False))
UPLOADS: Final = sa.Table(
    "uploads",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("file", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False, index=True),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("kept", sa.Boolean, nullable=False),
    sa.Column("accounting", sa.Text, nullable=False),
)
PARTS: Final = sa.Table(
    "parts",
    _METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("upload", sa.ForeignKey("uploads.id"), nullable=False, index=True),
    sa.Column("table", sa.Text, nullable=False),
    sa.Column("columns", sa.Text, nullable=False),
    sa.Column("rows", sa.BigInteger, nullable=False),
    sa.Column("sources", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
)
EVENTS: Final = sa.Table(
    "events",
    _METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("upload", sa.ForeignKey("uploads.id"), nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
)
SIGNATURES: Final = sa.Table(
    "part_signatures",
    _METADATA,
    sa.Column("part", sa.ForeignKey("parts.id"), primary_key=True),
    sa.Column("signature", sa.Text, nullable=False),
    sa.Column("replaces", sa.Boolean, nullable=False),
)
ENTRIES: Final = sa.Table(
    "entries",
    _METADATA,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("value", sa.Text),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("digest", sa.Text, nullable=False),
)


class Catalogue:
    """The catalogue in one folder. Raises `StoreError` when it is lost, damaged, or of a newer release."""

    def __init__(self, folder: Path, *, create: bool = True) -> None:
        self.path = folder / "catalogue.sqlite"
        self._aside: TemporaryDirectory[str] | None = None
        self.writable = _writable(folder) and (not self.path.exists() or os.access(self.path, os.W_OK))
        self._engine = sa.create_engine("sqlite://", creator=self._open, poolclass=NullPool)
        sa.event.listen(self._engine, "begin", _begin)
        with faults_as_codes():
            # Parts are written only after the catalogue: seen in this order, they prove that there was one.
            parts = any((folder / "parts").glob("*.parquet"))
            absent = not self.path.exists() or self.path.stat().st_size == 0
            if absent and (parts or not create):
                raise StoreError("catalogue_missing", self.path.name)
            if self.writable:
                self._log_ahead()
                self._create(folder)
            elif absent:
                raise StoreError("read_only", str(folder))
            with self.reading() as connection:
                version = connection.execute(sa.select(_SCHEMA.c.version)).scalar()
        if version is None:
            raise StoreError("damaged_catalogue", self.path.name)
        if version > SCHEMA_VERSION:
            raise StoreError("newer_schema", str(version))

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that sees one moment of the catalogue and blocks nobody."""
        with faults_as_codes(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give a connection that alone may write until the block ends, then commit; an exception rolls back.

        Raises `StoreError` with "read_only" in a folder that cannot be written, "busy" after `BUSY_SECONDS`.
        """
        if not self.writable:
            raise StoreError("read_only", str(self.path.parent))
        with faults_as_codes(), self._engine.connect() as plain:
            connection = plain.execution_options(alone=True)
            with connection.begin():
                yield connection

    def copy_to(self, path: Path) -> None:
        """Write a compact copy of one moment of the catalogue to `path`, which must not exist."""
        with faults_as_codes():
            connection = self._open()
            try:
                connection.execute("VACUUM INTO ?", (str(path),))
            finally:
                connection.close()
            sync_file(path)

    def compact(self) -> None:
        """Write the catalogue anew without any page that is no longer in use, and empty its log.

        Raises `StoreError` with "busy" when somebody reads on for `BUSY_SECONDS`.
        """
        with faults_as_codes():
            until = time.monotonic() + BUSY_SECONDS
            connection = self._open()
            try:
                connection.execute("VACUUM")
                while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                    if time.monotonic() > until:
                        raise StoreError("busy")
                    time.sleep(0.02)
            finally:
                connection.close()

    def _create(self, folder: Path) -> None:
        """Create the tables unless they are there; several processes may be doing so at once."""
        with self.reading() as connection:
            if sa.inspect(connection).has_table(_SCHEMA.name):
                version = connection.execute(sa.select(_SCHEMA.c.version)).scalar()
                if version is None or version >= SCHEMA_VERSION:
                    return
        with self.writing() as connection:
            if sa.inspect(connection).has_table(_SCHEMA.name):
                # What an earlier release wrote stays as it is; only tables are added.
                _METADATA.create_all(connection)
                connection.execute(sa.update(_SCHEMA).values(version=SCHEMA_VERSION))
                return
            if any((folder / "parts").glob("*.parquet")):
                raise StoreError("damaged_catalogue", self.path.name)
            _METADATA.create_all(connection)
            connection.execute(sa.insert(_SCHEMA).values(version=SCHEMA_VERSION))

    def _log_ahead(self) -> None:
        """Let readers and a writer work side by side; SQLite refuses the switch at once while another does it."""
        until = time.monotonic() + BUSY_SECONDS
        while True:
            connection = self._open()
            try:
                if connection.execute("PRAGMA journal_mode").fetchall() != [("wal",)]:
                    connection.execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > until:
                    raise
                time.sleep(0.02)
            finally:
                connection.close()

    def _open(self) -> sqlite3.Connection:
        if self.writable:
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute("PRAGMA foreign_keys=ON")
            return connection
        return sqlite3.connect(f"{self._readable().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)

    def _readable(self) -> Path:
        """Return a file that can be read without writing beside it; a log left by a stopped process counts."""
        log = self.path.with_name(self.path.name + "-wal")
        if not log.exists() or log.stat().st_size == 0:
            return self.path.resolve()
        if self._aside is None:
            self._aside = TemporaryDirectory(prefix="sales-metrics-")
        copy = Path(self._aside.name) / self.path.name
        for source in (self.path, log):
            copy.with_name(source.name).write_bytes(source.read_bytes())
        connection = sqlite3.connect(copy)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return copy


def link(previous: str, *fields: object) -> str:
    """Return the digest of a record that follows the record with the digest `previous`."""
    text = json.dumps([previous, *fields], ensure_ascii=False, default=_plain)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: Any) -> str:
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _begin(connection: sa.Connection) -> None:
    alone = connection.get_execution_options().get("alone", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if alone else "BEGIN")
