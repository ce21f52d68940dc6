"""The materialised state: one DuckDB file per version, built once, never changed, and safe to throw away.

A version is a chain over the live uploads, so the version of a shorter history is known as well
and its file, if it is still there, needs only the newer parts laid on top.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
import pyarrow as pa

from ..model.tables import TABLES
from .changes import create_changes
from .duck import Reader, writable
from .error import StoreError, faults_as_codes
from .files import sweep, temporary_beside
from .fold import fold
from .inferred import CONCERNED, infer
from .journal import Live
from .layering import in_order, lay_upload
from .layout import create_table, fingerprint, quoted
from .part import Part, read_part

KEPT: Final = 4
"""How many of the newest state files stay; a reader may still be about to open one of the older."""

_LOCK_SECONDS: Final = 600


def versions(live: Live) -> list[str]:
    """Return the version after none, one, two ... of the live uploads.

    It is a chain over their numbers, their moments and the digests of their parts, so two stores whose uploads
    bear the same numbers have one version only if they hold the same rows and infer the same history.
    """
    content = {upload: [str(live.moments.get(upload, ""))] for upload in live.uploads}
    for part in live.parts:
        content[part.upload].append(f"{part.sha256}/{part.signature}" if part.replaces else part.sha256)
    digest = fingerprint()
    chain = [digest[:32]]
    for upload in live.uploads:
        digest = hashlib.sha256(f"{digest}:{upload}:{','.join(content[upload])}".encode()).hexdigest()
        chain.append(digest[:32])
    return chain


class States:
    """The state files of one store, in `folder`, or when not `here` in a temporary folder of this process."""

    def __init__(self, folder: Path, parts: Path, *, here: bool) -> None:
        self._parts = parts
        self._aside = None if here else TemporaryDirectory(prefix="sales-metrics-")
        self._given = folder
        self._unusable: set[Path] = set()
        self.folder = Path(self._aside.name) if self._aside else folder
        self.reader = Reader((folder, self.folder))

    def path(self, version: str) -> Path:
        """Return where the state of a version lies or would lie; a read-only store builds its own elsewhere."""
        given = self._given / f"state-{version}.duckdb"
        return given if given.exists() and given not in self._unusable else self.folder / given.name

    def ready(self, live: Live) -> Path | None:
        """Return the state file of the live uploads if it is there, and note that it was asked for."""
        path = self.path(versions(live)[-1])
        try:
            os.utime(path)
        except FileNotFoundError:
            return None
        except OSError:
            return path if path.exists() else None
        return path

    def ensure(self, live: Live, *, incremental: bool = True) -> Path:
        """Return the state file of the live uploads, building it where it is missing.

        Raises `StoreError` for a damaged or missing part and for a disk that cannot be written.
        """
        found = self.ready(live)
        if found:
            return found
        with faults_as_codes(), self._building():
            return self.ready(live) or self._build(live, incremental=incremental)

    def discard(self, path: Path) -> None:
        """Remove a state file, or where it cannot be removed pass it over; it is built again when needed."""
        try:
            path.unlink(missing_ok=True)
        except OSError:
            self._unusable.add(path)

    def discard_all(self) -> None:
        """Remove every state file once nobody is building one. Raises `StoreError`."""
        with faults_as_codes(), self._building():
            sweep(self.folder)
            for path in self.folder.glob("state-*"):
                path.unlink(missing_ok=True)

    def files(self) -> list[Path]:
        """Return the state files that exist, the most recently used first."""
        return sorted(self.folder.glob("state-*.duckdb"), key=lambda file: file.stat().st_mtime_ns, reverse=True)

    def _build(self, live: Live, *, incremental: bool) -> Path:
        chain = versions(live)
        target = self.folder / f"state-{chain[-1]}.duckdb"
        temporary = temporary_beside(target)
        sweep(self.folder)
        try:
            base = self._base(chain, live) if incremental else 0
            try:
                self._write(temporary, self.path(chain[base]) if base else None, live, live.uploads[base:])
            except (duckdb.Error, FileNotFoundError):
                if not base:
                    raise
                # The older file may be damaged; the parts are what counts.
                self.path(chain[base]).unlink(missing_ok=True)
                temporary.unlink(missing_ok=True)
                self._write(temporary, None, live, live.uploads)
            temporary.replace(target)
        except duckdb.Error as fault:
            full = isinstance(fault, (duckdb.IOException, duckdb.FatalException))
            raise StoreError("disk_full" if full else "damaged_state", target.name) from fault
        finally:
            for leftover in self.folder.glob(f"{temporary.name}*"):
                leftover.unlink(missing_ok=True)
        self._clean(keep=target)
        return target

    def _base(self, chain: Sequence[str], live: Live) -> int:
        """Return how many of the uploads the best older file holds; 0 when folding afresh is no dearer."""
        rows = dict.fromkeys(live.uploads, 0)
        for part in live.parts:
            rows[part.upload] += part.rows
        above = rows[live.uploads[-1]] if live.uploads else 0
        for count in range(len(live.uploads) - 1, 0, -1):
            if self.path(chain[count]).exists():
                return count
            above += rows[live.uploads[count - 1]]
            if 2 * above > sum(rows.values()):
                return 0
        return 0

    def _write(self, path: Path, base: Path | None, live: Live, newer: Sequence[int]) -> None:
        if base:
            shutil.copyfile(base, path)
        with writable(path) as (connection, database):
            if base is None:
                connection.execute(f"CREATE SCHEMA {quoted(database)}.books")
                create_changes(connection, database)
                for table in TABLES:
                    connection.execute(create_table(database, table))
            tables = dict.fromkeys(part.table for part in live.parts if part.upload in newer)
            for table in tables:
                its = [part for part in live.parts if part.table == table]
                if base is None and not in_order(its):
                    fold(connection, database, table, its, live.every_part, self._read)
                else:
                    self._lay(connection, database, its, live, newer)
            if CONCERNED & tables.keys():
                infer(connection, database, live.parts, live.moments)

    def _lay(
        self,
        connection: duckdb.DuckDBPyConnection,
        database: str,
        its: Sequence[Part],
        live: Live,
        newer: Sequence[int],
    ) -> None:
        for upload in newer:
            parts = [part for part in its if part.upload == upload]
            if parts:
                beneath = [part for part in its if part.upload < upload]
                lay_upload(connection, database, parts, beneath, live, self._read)

    def _read(self, part: Part) -> pa.Table:
        return read_part(self._parts, part)

    def _clean(self, keep: Path) -> None:
        for old in self.files()[KEPT:]:
            if old != keep:
                # Where a file that is open cannot be removed, the next build will try again.
                try:
                    old.unlink(missing_ok=True)
                except PermissionError:
                    continue

    @contextmanager
    def _building(self) -> Iterator[None]:
        """Let one process build at a time; the lock falls with its process, whatever stops it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(self.folder / "building.lock", timeout=_LOCK_SECONDS, isolation_level=None)
        try:
            connection.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            connection.close()
