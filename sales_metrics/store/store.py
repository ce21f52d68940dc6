# ruff: noqa: S608 - SQL is spelt out of the model's own quoted names; data comes in as registered tables
"""The store: uploads go in, the state of any moment comes out, and any upload can be taken back.

Longer than most modules because it is the one door: each method is a few lines around the module that does it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

import duckdb

from ..model.tables import TABLES
from . import backup, journal, memory
from .catalogue import Catalogue
from .erasing import Erasure, KeyOf, erase, finish, look_for
from .error import StoreError, faults_as_codes
from .files import sweep, write_once
from .importing import Prepared, prepare
from .inferred import INFERRED, changes_by_upload, is_inferred
from .journal import Live
from .layering import removed_rows
from .layout import table_name
from .missing import MODES, REPLACES, Missing, missing_rows, mode_key
from .part import read_part, write_part
from .person import Person
from .receipt import Receipt, Snapshot, Upload
from .state import States
from .taken import Taken, TakenSheet
from .verify import Finding, verify

Answer = TypeVar("Answer")
NO_KEYS: Final[Mapping[str, KeyOf]] = {}


class Store:
    """The store in one folder, which is created when it is missing.

    Any number of processes and threads may use one folder at once: imports wait for each other, readers for
    nobody. In a folder that cannot be written everything that reads still works. Raises `StoreError`.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        with faults_as_codes():
            if not self.folder.exists():
                self.folder.mkdir(parents=True)
            self._catalogue = Catalogue(self.folder)
            self.writable = self._catalogue.writable
            self.parts_folder = self.folder / "parts"
            self.files_folder = self.folder / "files"
            if self.writable:
                for name in backup.FOLDERS:
                    (self.folder / name).mkdir(exist_ok=True)
        self._states = States(self.folder / "state", self.parts_folder, here=self.writable)
        self._rows: dict[str, Mapping[str, int]] = {}
        self.memory = memory.Memory(self._catalogue)
        self._sweep()

    def preview(self, taken: Taken, *, modes: Mapping[str, str] | None = None) -> Receipt:
        """Return what `add` would say now, without changing anything; its `upload` is `None`."""
        with self._catalogue.reading() as connection:
            twin = journal.twin_of(connection, taken.sha256)
            live = journal.live(connection)
            numbers = journal.next_numbers(connection)
        if twin:
            return Receipt(None, twin.id, twin.sheets, erased=twin.erased_at is not None)
        return Receipt(None, None, self._prepare(taken, live, numbers, self._replacing(modes)).sheets)

    def add(
        self,
        taken: Taken,
        *,
        who: str,
        at: datetime,
        raw: Path | None = None,
        refresh: bool = True,
        modes: Mapping[str, str] | None = None,
    ) -> Receipt:
        """Store an upload and return what became of its rows.

        `modes` says by table, or by `Missing.mode_key` for certain headings, whether its sheets are added ("adds")
        or stand for all that exports with the same headings have brought ("replaces"): rows that they lack, and
        that no other upload speaks of, are then gone until the upload is undone, with the rows of other tables
        that followed from them. Without a word, what is remembered for the headings counts, or "adds".
        `raw` is the file itself, kept under its digest. Bytes that a live upload holds already are not stored
        again, nor is a file of which no row was taken: the receipt then has no upload number. With the commit
        the upload is safe; building the new state comes after it, and with `refresh=False` is left to
        `refresh()` or to the first reader.
        """
        if not self.writable:
            raise StoreError("read_only", str(self.folder))
        self.refresh()
        replacing = self._replacing(modes)
        with self._catalogue.writing() as connection:
            twin = journal.twin_of(connection, taken.sha256)
            if twin:
                return Receipt(None, twin.id, twin.sheets, erased=twin.erased_at is not None)
            live = journal.live(connection)
            numbers = journal.next_numbers(connection)
            prepared = self._prepare(taken, live, numbers, replacing)
            if not prepared.drafts:
                return Receipt(None, None, prepared.sheets)
            stored = [
                replace(draft.part, sha256=write_part(self.parts_folder, draft.part.table, draft.rows))
                for draft in prepared.drafts
            ]
            if raw is not None:
                self._keep(raw, taken.sha256)
            journal.record_upload(
                connection,
                number=numbers[0],
                who=who,
                at=at,
                file=taken.file,
                sha256=taken.sha256,
                size=taken.size,
                kept=raw is not None,
                sheets=prepared.sheets,
                stored=stored,
            )
        if refresh:
            self._refresh_if_possible()
        return Receipt(numbers[0], None, prepared.sheets)

    def missing(self, taken: Taken) -> tuple[Missing, ...]:
        """Return for each sheet how many rows of earlier exports with its headings it lacks, and what to ask.

        Bytes that are there already lack nothing: they would not be stored again.
        """
        with self._catalogue.reading() as connection:
            if journal.twin_of(connection, taken.sha256):
                return ()
            live = journal.live(connection)
        modes = self.memory.current(memory.MODE)
        read = partial(read_part, self.parts_folder)

        def counted(path: Path) -> tuple[Missing, ...]:
            with self._states.reader.attached(path) as (connection, database):
                return missing_rows(connection, database, taken, live.parts, modes, read)

        return self._usable(live, counted)[1]

    def remember_mode(self, table: str, signature: str, mode: str | None, *, who: str, at: datetime) -> int:
        """Remember whether exports with these headings replace or add; `None` forgets. Returns the entry's number.

        Raises `ValueError` for a mode that is neither "replaces" nor "adds".
        """
        if mode not in (*MODES, None):
            raise ValueError(mode)
        return self.memory.set(memory.MODE, mode_key(table, signature), mode, who=who, at=at)

    def modes(self) -> dict[str, str]:
        """Return what is remembered of headings, by `Missing.mode_key`: "replaces" or "adds"."""
        return self.memory.current(memory.MODE)

    def removed(self, upload: int) -> tuple[Snapshot, dict[str, list[str]]]:
        """Return the state just before an upload, and by table the keys of the rows that the upload took away.

        Both as things stood when it was recorded. Raises `StoreError` with "unknown_upload".
        """
        with self._catalogue.reading() as connection:
            after = journal.live(connection, upload)
        before = replace(after, uploads=tuple(number for number in after.uploads if number != upload))
        own = [part for part in after.parts if part.upload == upload]
        read = partial(read_part, self.parts_folder)

        def compared(path: Path) -> dict[str, list[str]]:
            with self._states.reader.attached(path) as (connection, database):
                return removed_rows(connection, database, own, before.parts, read)

        path, keys = self._usable(before, compared)
        return self._snapshot(before, path, self._count(path)), keys

    def uploads(self) -> list[Upload]:
        """Return the history: every upload, undone ones included, in the order in which they were recorded."""
        with self._catalogue.reading() as connection:
            return journal.uploads(connection)

    def uploaded_on(self) -> date | None:
        """Return the day (UTC) of the last upload that is not undone; `None` without one."""
        return max((one.at.date() for one in self.uploads() if one.undone_at is None), default=None)

    def raw(self, upload: int) -> Path:
        """Return the file of an upload as it came; raises `StoreError` "unknown_upload" or "file_not_kept"."""
        known = next((each for each in self.uploads() if each.id == upload), None)
        if known is None:
            raise StoreError("unknown_upload", str(upload))
        path = self.files_folder / known.sha256
        if not path.is_file():
            raise StoreError("file_not_kept", str(upload))
        return path

    def undo(self, upload: int, *, who: str, at: datetime, refresh: bool = False) -> None:
        """Take an upload back, wherever in the history it stands; nothing is deleted, and twice is as once.

        Raises `StoreError` with "unknown_upload".
        """
        self._mark("undo", upload, who, at, refresh)

    def redo(self, upload: int, *, who: str, at: datetime, refresh: bool = False) -> None:
        """Let an upload that was taken back count again, at its old place in the order."""
        self._mark("redo", upload, who, at, refresh)

    def snapshot(self, as_of: datetime | int | None = None) -> Snapshot:
        """Return the state now, at a moment, or just after an upload was recorded.

        A moment sees the uploads recorded at or before it, with the undo marks as they stood then. The file is
        built when it is missing. Raises `StoreError` with "unknown_upload", or for a damaged part.
        """
        return self._snapshot(*self._now(as_of, self._count))

    def _snapshot(self, live: Live, path: Path, rows: Mapping[str, int]) -> Snapshot:
        present: dict[str, frozenset[str]] = {table: frozenset() for table in TABLES}
        for part in live.parts:
            present[part.table] |= frozenset(part.columns)
        for table, columns in INFERRED.items():
            if rows[f"inferred:{table}"]:
                present[table] |= columns
        version = path.stem.removeprefix("state-")
        counted = {table: rows[table] for table in TABLES}
        return Snapshot(version, path, MappingProxyType(present), MappingProxyType(counted))

    def inferred(self) -> dict[int, dict[str, int]]:
        """Return how many changes each live upload brought: by upload, then by the table they stand in."""
        with self._catalogue.reading() as connection:
            live = journal.live(connection)

        def counted(path: Path) -> dict[int, dict[str, int]]:
            with self._states.reader.attached(path) as (connection, database):
                return changes_by_upload(connection, database)

        return self._usable(live, counted)[1]

    def refresh(self) -> None:
        """Build the current state unless it is there."""
        with self._catalogue.reading() as connection:
            live = journal.live(connection)
        self._states.ensure(live)

    def rebuild(self) -> Snapshot:
        """Throw all state files away, fold the current state afresh from the parts, and return it."""
        for path in self._states.files():
            self._states.discard(path)
        with self._catalogue.reading() as connection:
            live = journal.live(connection)
        self._states.ensure(live, incremental=False)
        return self.snapshot()

    def remember(self, signature: str, mapping: Any, *, who: str, at: datetime) -> int:
        """Remember how the headings with this signature are mapped; `None` forgets. Returns the entry's number."""
        return self.memory.set(memory.MAPPING, signature, mapping, who=who, at=at)

    def remembered(self) -> dict[str, Any]:
        """Return the remembered mapping of every signature."""
        return self.memory.current(memory.MAPPING)

    def define(self, key: str, value: Any, *, who: str, at: datetime) -> int:
        """Set a dictionary of the company ("stages"), any JSON; `None` removes it. Returns the entry's number."""
        return self.memory.set(memory.DICTIONARY, key, value, who=who, at=at)

    def dictionaries(self) -> dict[str, Any]:
        """Return the company's dictionaries by key."""
        return self.memory.current(memory.DICTIONARY)

    def erase(
        self, values: Sequence[str], *, who: str, at: datetime, keys: Mapping[str, KeyOf] = NO_KEYS
    ) -> Erasure:
        """Erase a contact person, by exact names, phones and e-mail addresses, from all uploads and from memory.

        The uploads, their counts and the undo marks stay; cells are blanked, raw files that hold the person are
        removed, and the same bytes are not taken again. `keys` says by kind of entry what a key is made of, where
        it is made of the value. Backups are not touched. Raises `ValueError` for a value too short to be
        somebody's, `StoreError` with "read_only".
        """
        if not self.writable:
            raise StoreError("read_only", str(self.folder))
        return erase(self._catalogue, self.folder, self._states, Person(tuple(values)), keys, who=who, at=at)

    def look_for(self, values: Sequence[str], *, keys: Mapping[str, KeyOf] = NO_KEYS) -> Erasure:
        """Return what `erase` would remove, without changing anything. Raises `ValueError`."""
        return look_for(self._catalogue, self.folder, Person(tuple(values)), keys)

    def verify(self) -> list[Finding]:
        """Return everything in the folder that is not what was put there; an empty list is good news."""
        return verify(self._catalogue, self.folder, self._states)

    def backup(self, destination: Path | str) -> None:
        """Copy the store to an absent or empty folder while it is in use, and verify the copy.

        Raises `StoreError` with "not_empty" or "bad_copy".
        """
        backup.copy_store(self._catalogue, self.folder, Path(destination))

    @classmethod
    def restore(cls, source: Path | str, folder: Path | str) -> Store:
        """Bring the backup at `source` to an absent or empty `folder`, verified, and open it there."""
        backup.copy_store(Catalogue(Path(source), create=False), Path(source), Path(folder))
        return cls(folder)

    def _replacing(self, modes: Mapping[str, str] | None) -> Callable[[TakenSheet], bool]:
        remembered = self.memory.current(memory.MODE)

        def replacing(sheet: TakenSheet) -> bool:
            if sheet.table is None or not sheet.signature:
                return False
            key = mode_key(sheet.table, sheet.signature)
            given = (modes or {}).get(key) or (modes or {}).get(sheet.table)
            return (given or remembered.get(key)) == REPLACES

        return replacing

    def _prepare(
        self, taken: Taken, live: Live, numbers: tuple[int, int], replacing: Callable[[TakenSheet], bool]
    ) -> Prepared:
        read = partial(read_part, self.parts_folder)

        def compared(path: Path) -> Prepared:
            with self._states.reader.attached(path) as (connection, database):
                return prepare(connection, database, taken, live, numbers, replacing, read)

        return self._usable(live, compared)[1]

    def _now(self, as_of: datetime | int | None, use: Callable[[Path], Answer]) -> tuple[Live, Path, Answer]:
        """Return what is live, its state file, and what `use` makes of it, also while parts are written anew."""
        with self._catalogue.reading() as connection:
            live = journal.live(connection, as_of)
        try:
            return live, *self._usable(live, use)
        except StoreError as fault:
            if fault.code != "missing_part":
                raise
            with self._catalogue.reading() as connection:
                again = journal.live(connection, as_of)
            if again == live:
                raise
        return again, *self._usable(again, use)

    def _usable(self, live: Live, use: Callable[[Path], Answer]) -> tuple[Path, Answer]:
        """Return the state file and what `use` makes of it; a file that cannot be read is built afresh, once."""
        path = self._states.ensure(live)
        try:
            return path, use(path)
        except duckdb.Error:
            # The state is only a copy of what the parts say.
            self._states.discard(path)
            path = self._states.ensure(live, incremental=False)
        try:
            return path, use(path)
        except duckdb.Error as fault:
            raise StoreError("damaged_state", path.name) from fault

    def _count(self, path: Path) -> Mapping[str, int]:
        if path.name not in self._rows:
            with self._states.reader.attached(path) as (connection, database):
                counts = [f"SELECT '{key}', count(*) FROM {table_name(database, key)}" for key in TABLES]
                counts += [
                    f"SELECT 'inferred:{key}', count(*) FROM {table_name(database, key)} WHERE {is_inferred()}"
                    for key in INFERRED
                ]
                query = " UNION ALL ".join(counts)
                self._rows[path.name] = dict(connection.execute(query).fetchall())
        return self._rows[path.name]

    def _mark(self, kind: str, upload: int, who: str, at: datetime, refresh: bool) -> None:
        with self._catalogue.writing() as connection:
            journal.mark(connection, kind, upload, who, at)
        if refresh:
            self._refresh_if_possible()

    def _refresh_if_possible(self) -> None:
        """Build the state after a commit; where that fails the commit stands, and the next reader will say why."""
        try:
            self.refresh()
        except StoreError:
            return

    def _keep(self, raw: Path, sha256: str) -> None:
        data = raw.read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreError("changed_file")
        write_once(self.files_folder / sha256, data, sha256)

    def _sweep(self) -> None:
        """Remove what a stopped import left half written; whoever holds the catalogue is not importing."""
        folders = (self.parts_folder, self.files_folder)
        if self.writable and any(path for folder in folders for path in folder.glob("*.tmp")):
            with self._catalogue.writing():
                for folder in folders:
                    sweep(folder)
        if self.writable:
            finish(self._catalogue, self.folder, self._states)
