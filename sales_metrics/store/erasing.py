"""Erasing a contact person from everything that was ever uploaded, with the history of uploads intact.

Parts and records that hold the person are written anew without; raw files that do are removed. Records are also
what the company taught: decisions on clients, mappings of headings, answers, dictionaries. The catalogue changes
in one transaction. A mark in the folder stands from before the first step until the last old byte is
gone, so that whoever opens the store after a stopped erasure finishes it.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

import sqlalchemy as sa

from .catalogue import ENTRIES, PARTS, UPLOADS, Catalogue
from .error import faults_as_codes
from .files import sync_directory, write_whole
from .journal import ERASED, link_anew, parts, record_event
from .memory import ERASURE, MAPPING, MODE, append, link_entries_anew
from .part import Part, path_of, read_part, write_part
from .person import ABOUT, Erased, Person
from .state import States

MARK: Final = "erasing"
_HASHED: Final = frozenset({MAPPING, MODE})
"""Kinds of entries whose key stands for headings as a digest, in which nobody can be read."""


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure removed, or would remove.

    `rows` counts the stored rows in which the person stands, `uploads` are those that brought them, `cells`
    counts by "table.column"; `raw_files` are the kept files that are removed, `entries` counts the records of what
    was taught: decisions, mappings, dictionaries.
    """

    rows: int
    uploads: tuple[int, ...]
    raw_files: int
    cells: Mapping[str, int] = field(default_factory=dict)
    entries: int = 0

    @property
    def nothing(self) -> bool:
        """Whether the person stands nowhere."""
        return not (self.rows or self.uploads or self.raw_files or self.entries)


KeyOf = Callable[[Any], str | None]
"""Under which key a value is remembered that names somebody: the key is made of the names, so it goes with them."""


@dataclass(frozen=True, slots=True)
class _Plan:
    parts: dict[int, tuple[Part, Erased]]
    raw: dict[int, str]
    texts: dict[int, dict[str, str]]
    entries: dict[int, dict[str, str]]

    @property
    def uploads(self) -> tuple[int, ...]:
        touched = {part.upload for part, _ in self.parts.values()} | self.raw.keys() | self.texts.keys()
        return tuple(sorted(touched))

    @property
    def said(self) -> Erasure:
        cells: Counter[str] = Counter()
        for part, erased in self.parts.values():
            cells.update({f"{part.table}.{column}": count for column, count in erased.cells.items()})
        rows = sum(erased.touched for _, erased in self.parts.values())
        return Erasure(rows, self.uploads, len(set(self.raw.values())), dict(cells), len(self.entries))


def look_for(catalogue: Catalogue, folder: Path, person: Person, keys: Mapping[str, KeyOf]) -> Erasure:
    """Return what an erasure would remove, without changing anything."""
    with catalogue.reading() as connection:
        return _plan(connection, folder, person, keys).said


def erase(
    catalogue: Catalogue,
    folder: Path,
    states: States,
    person: Person,
    keys: Mapping[str, KeyOf],
    *,
    who: str,
    at: datetime,
) -> Erasure:
    """Erase a person and return what was removed; with nothing to erase, nothing is changed.

    `keys` says for kinds of entries what their keys are made of. Of the values only salted hashes are recorded.
    Raises `StoreError`; one with "busy" when a reader held the catalogue so long that old pages could not be
    dropped: the next to open the store then drops them.
    """
    with faults_as_codes():
        write_whole(folder / MARK, b"")
        with catalogue.writing() as connection:
            plan = _plan(connection, folder, person, keys)
            if plan.uploads or plan.entries:
                _carry_out(connection, folder, plan)
                for upload in plan.uploads:
                    record_event(connection, ERASED, upload, who, at)
                link_anew(connection)
                link_entries_anew(connection)
                append(connection, ERASURE, _hashed(person), json.dumps(_account(plan.said)), who, at)
        finish(catalogue, folder, states)
    return plan.said


def finish(catalogue: Catalogue, folder: Path, states: States) -> None:
    """Drop every byte that the catalogue no longer names, and the mark; harmless at any time."""
    with faults_as_codes():
        if not (folder / MARK).exists():
            return
        with catalogue.writing() as connection:
            named = {path_of(folder / "parts", part.sha256) for part in parts(connection)}
            kept = connection.execute(sa.select(UPLOADS.c.sha256).where(UPLOADS.c.kept)).scalars()
            named |= {folder / "files" / sha256 for sha256 in kept}
            for name in ("parts", "files"):
                for path in (folder / name).iterdir():
                    if path not in named:
                        path.unlink(missing_ok=True)
                sync_directory(folder / name)
        states.discard_all()
        catalogue.compact()
        (folder / MARK).unlink(missing_ok=True)
        sync_directory(folder)


def _plan(connection: sa.Connection, folder: Path, person: Person, keys: Mapping[str, KeyOf]) -> _Plan:
    plan = _Plan({}, {}, {}, {})
    stored = parts(connection)
    own = _own_rows(folder, person, stored)
    for part in stored:
        erased = person.erased_from(part.table, read_part(folder / "parts", part), own.get(part.table, frozenset()))
        if erased is not None:
            plan.parts[part.id] = (part, erased)
    concerned = {part.upload for part, _ in plan.parts.values()}
    uploads = connection.execute(sa.select(UPLOADS)).all()
    holding: dict[str, bool] = {}
    for upload in uploads:
        said = {"file": person.without_in(upload.file), "accounting": _without(person, upload.accounting)}
        changed = {name: text for name, text in said.items() if text != getattr(upload, name)}
        if changed:
            plan.texts[upload.id] = changed
        if upload.kept:
            path = folder / "files" / upload.sha256
            if upload.sha256 not in holding and path.exists():
                holding[upload.sha256] = upload.id in concerned or person.stands_in_file(path)
            if holding.get(upload.sha256):
                plan.raw[upload.id] = upload.sha256
    plan.entries.update(_entries(connection, person, keys))
    return plan


def _own_rows(folder: Path, person: Person, stored: Iterable[Part]) -> dict[str, frozenset[str]]:
    """Return by table the keys of the rows that name the person, in whatever part, and nobody else."""
    found: dict[str, frozenset[str]] = {}
    for table in ABOUT:
        named: set[str] = set()
        others: set[str] = set()
        for part in stored:
            if part.table == table:
                here, elsewhere = person.named_and_others(read_part(folder / "parts", part))
                named |= here
                others |= elsewhere
        found[table] = frozenset(named - others)
    return found


def _entries(connection: sa.Connection, person: Person, keys: Mapping[str, KeyOf]) -> dict[int, dict[str, str]]:
    """Return what changes in the entries that hold the person, by their numbers.

    A key that is made of the value changes with it, in every entry under that key: also where the value was
    forgotten, since the key alone would still tell the names to whoever guesses them.
    """
    entries = connection.execute(sa.select(ENTRIES).order_by(ENTRIES.c.number)).all()
    changed: dict[int, dict[str, str]] = {}
    renamed: dict[tuple[str, str], str] = {}
    for entry in entries:
        if entry.kind == ERASURE:
            continue
        said = {} if entry.value is None else {"value": _without(person, entry.value)}
        if entry.kind not in _HASHED and entry.kind not in keys:
            said["key"] = person.without_in(entry.key)
        different = {name: text for name, text in said.items() if text != getattr(entry, name)}
        if "value" in different and entry.kind in keys:
            key = keys[entry.kind](json.loads(different["value"]))
            if key is not None:
                renamed[entry.kind, entry.key] = key
        if different:
            changed[entry.number] = different
    for entry in entries:
        if (entry.kind, entry.key) in renamed:
            changed.setdefault(entry.number, {})["key"] = renamed[entry.kind, entry.key]
    return changed


def _without(person: Person, text: str) -> str:
    """Return a record in JSON without the person; one in which the person does not stand comes back as it is."""
    record = json.loads(text)
    clean = person.without_in(record)
    return text if clean == record else json.dumps(clean, ensure_ascii=False, sort_keys=True)


def _carry_out(connection: sa.Connection, folder: Path, plan: _Plan) -> None:
    for number, (part, erased) in plan.parts.items():
        sha256 = write_part(folder / "parts", part.table, erased.rows)
        connection.execute(sa.update(PARTS).where(PARTS.c.id == number).values(sha256=sha256))
    for number in plan.raw:
        connection.execute(sa.update(UPLOADS).where(UPLOADS.c.id == number).values(kept=False))
    for number, texts in plan.texts.items():
        connection.execute(sa.update(UPLOADS).where(UPLOADS.c.id == number).values(**texts))
    for number, texts in plan.entries.items():
        connection.execute(sa.update(ENTRIES).where(ENTRIES.c.number == number).values(**texts))


def _hashed(person: Person) -> str:
    """Return salted hashes of the values: whoever knows a value can prove its erasure, nobody can read it."""
    salt = token_hex(16)
    hashes = [hashlib.scrypt(value.encode(), salt=salt.encode(), n=1 << 14, r=8, p=1) for value in person.values]
    return ":".join([salt, *(digest.hex()[:32] for digest in hashes)])


def _account(erasure: Erasure) -> dict[str, object]:
    return {
        "rows": erasure.rows,
        "uploads": erasure.uploads,
        "raw_files": erasure.raw_files,
        "entries": erasure.entries,
    }
