"""Rejected rows on their way back: which upload they come from, and which of them are in by now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ..exports.rejects import rejects_workbook
from ..intake.files.reading import read
from ..intake.files.sheet import Workbook
from ..intake.files.workbooks.mark import mark_of
from ..intake.matching import Place, returned
from ..intake.originals import rejected
from ..intake.take import Taken, take_workbook
from ..intake.types import Remembered
from ..model.rejected import RejectedSheet
from ..model.text import Language
from ..store import Store, StoreError, Upload
from ..text.mending import REJECTS_FILE

_UNMARKED_LOOKED_AT: Final = 3
MENDED: Final = "mends_upload"
"""The issue that says whose rejected rows a file brings back."""


@dataclass(frozen=True, slots=True)
class Cases:
    """The rejected rows of one upload: how many there were, and which of them later uploads have brought mended."""

    upload: int
    rejected: int
    mended: int

    @property
    def left(self) -> int:
        """How many rows are still to be mended."""
        return self.rejected - self.mended


@dataclass(frozen=True, slots=True)
class Rejects:
    """A rejects workbook: its bytes, the name to save it under, and how many rows are in it."""

    content: bytes
    file: str
    rows: int


@dataclass(frozen=True, slots=True)
class _Known:
    """An upload as read once more."""

    upload: Upload
    workbook: Workbook
    taken: Taken
    sheets: tuple[RejectedSheet, ...]


def take_again(store: Store, path: Path, *, name: str) -> Taken:
    """Take a file as `intake.take` does; mended rows are read by the columns of the upload that they come from.

    A handful of rows says less of their columns than the whole file did.
    """
    return _take(store, read(path, name=name))


def mended(store: Store, taken: Sequence[Taken], files: Sequence[tuple[Path, str]]) -> list[Taken]:
    """Return what was taken of files, with those that bring mended rows taken again as `take_again` does."""
    return [
        take_again(store, path, name=name) if any(issue.problem == MENDED for issue in each.issues) else each
        for each, (path, name) in zip(taken, files, strict=True)
    ]


def rejects(store: Store, upload: int, language: Language) -> Rejects:
    """Return the rejects workbook of an upload; without rejected rows its `rows` is 0.

    Raises `StoreError` with "unknown_upload" or "file_not_kept".
    """
    known = _reread(store, upload)
    return _rejects(known.sheets, known.upload.file, known.upload.id, known.upload.sha256, language)


def rejects_of_file(store: Store, path: Path, language: Language, *, name: str) -> Rejects:
    """Return the rejects workbook of a file that is in no upload, as when none of its rows could be taken."""
    workbook = read(path, name=name)
    sheets = rejected(workbook, _take(store, workbook), store.remembered())
    return _rejects(sheets, name, None, "", language)


def cases(store: Store, upload: int) -> Cases:
    """Return how many rejected rows of an upload were brought mended by later uploads that still count.

    A workbook of rejects that was mended says whose rows it brings. Without that, as after a detour through
    another program, and for the whole file exported again, a row counts as mended when one with the same cells
    was taken, those at fault aside. Raises `StoreError` with "unknown_upload" or "file_not_kept".
    """
    known = _reread(store, upload)
    rows = sum(len(sheet.rows) for sheet in known.sheets)
    return Cases(upload, rows, len(_mended(store, known)) if rows else 0)


def _take(store: Store, workbook: Workbook) -> Taken:
    remembered: Mapping[str, Any] = store.remembered()
    mark = next((issue for issue in workbook.issues if issue.problem == MENDED), None)
    if mark and not _is_of(store, int(mark.limit), mark.found):
        # It came from another store, where the number meant another upload.
        workbook = replace(workbook, issues=tuple(issue for issue in workbook.issues if issue is not mark))
    elif mark:
        with suppress(StoreError):
            remembered = _mappings(_reread(store, int(mark.limit)).taken) | dict(remembered)
    return take_workbook(workbook, remembered=remembered)


def _is_of(store: Store, upload: int, sha256: str) -> bool:
    return any(each.id == upload and each.sha256 == sha256 for each in store.uploads())


def _mappings(taken: Taken) -> dict[str, Remembered]:
    """Return what was settled about the headings of a file, for a part of its rows."""
    return {
        sheet.signature: Remembered(
            sheet.table,
            sheet.letters
            | {f"{table}.{ours}": at for table, own in sheet.derived_letters.items() for ours, at in own.items()},
        )
        for sheet in taken.sheets
        if sheet.table
    }


def _reread(store: Store, upload: int) -> _Known:
    path = store.raw(upload)
    record = next(each for each in store.uploads() if each.id == upload)
    workbook = read(path, name=record.file)
    taken = _take(store, workbook)
    return _Known(record, workbook, taken, rejected(workbook, taken, store.remembered()))


def _rejects(
    sheets: tuple[RejectedSheet, ...], file: str, upload: int | None, sha256: str, language: Language
) -> Rejects:
    stem = file.rpartition(".")[0] or file
    name = REJECTS_FILE.in_(language).format(file=stem, upload=upload or "")
    content = rejects_workbook(sheets, language, upload=upload, sha256=sha256)
    return Rejects(content, name.replace(" .xlsx", ".xlsx"), sum(len(sheet.rows) for sheet in sheets))


def _mended(store: Store, known: _Known) -> set[tuple[int, int]]:
    """Return the (index of the sheet, row) of the rejected rows that are in by now."""
    closed: set[tuple[int, int]] = set()
    for later, marked in _later(store, known):
        again = _reread(store, later.id)
        pairs = returned(known.sheets, again.workbook, again.taken, only_mended=marked)
        closed |= {name for name, (_, accepted) in pairs.items() if accepted}
        waiting = {place: name for name, (place, accepted) in pairs.items() if not accepted}
        if waiting:
            names = [sheet.name for sheet in again.sheets]
            mended = {Place(names[at], row) for at, row in _mended(store, again)}
            closed |= {name for place, name in waiting.items() if place in mended}
    return closed


def _later(store: Store, known: _Known) -> Iterator[tuple[Upload, bool]]:
    """Yield the later uploads that may bring rows mended, and whether they say so themselves."""
    unmarked: list[Upload] = []
    told = {(sheet.sheet, sheet.table) for sheet in known.upload.sheets if sheet.rejected}
    tables = {table for _, table in told}
    for upload in store.uploads():
        if upload.id <= known.upload.id or upload.undone_at is not None:
            continue
        try:
            mark = mark_of(store.raw(upload.id).read_bytes())
        except StoreError:
            continue
        if mark == (known.upload.id, known.upload.sha256):
            yield upload, True
        elif mark is None and any(sheet.table in tables for sheet in upload.sheets):
            unmarked.append(upload)
    yield from ((upload, False) for upload in unmarked[-_UNMARKED_LOOKED_AT:])
