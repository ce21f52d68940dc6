"""The history of uploads as the catalogue records it: added, undone, redone; and which are live at a moment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from .catalogue import EVENTS, PARTS, UPLOADS, link
from .error import StoreError
from .part import Part
from .receipt import SheetReceipt, Upload, dump_sheets, load_sheets


@dataclass(frozen=True, slots=True)
class Live:
    """The live uploads in their order, and all parts by number: content may come from an undone upload's part."""

    uploads: tuple[int, ...]
    every_part: dict[int, Part]

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the live uploads, in the order in which they apply."""
        alive = set(self.uploads)
        return tuple(part for _, part in sorted(self.every_part.items()) if part.upload in alive)


def live(connection: sa.Connection, as_of: datetime | int | None = None) -> Live:
    """Return what is live now, at a moment, or just after an upload was recorded.

    At a moment count the uploads and the undo marks recorded at or before it, the marks in the order in which
    they were set. With the number of an upload, everything recorded after that upload is left out.
    """
    query = sa.select(EVENTS.c.upload, EVENTS.c.kind).order_by(EVENTS.c.number)
    if isinstance(as_of, datetime):
        query = query.where(EVENTS.c.at <= as_of)
    elif as_of is not None:
        recorded = sa.select(EVENTS.c.number).where(EVENTS.c.upload == as_of, EVENTS.c.kind == "add")
        number = connection.execute(recorded).scalar()
        if number is None:
            raise StoreError("unknown_upload", str(as_of))
        query = query.where(EVENTS.c.number <= number)
    marks: dict[int, bool] = {}
    added = set()
    for upload, kind in connection.execute(query):
        marks[upload] = kind != "undo"
        if kind == "add":
            added.add(upload)
    alive = tuple(sorted(upload for upload, standing in marks.items() if standing and upload in added))
    return Live(alive, {part.id: part for part in parts(connection)})


def parts(connection: sa.Connection) -> list[Part]:
    """Return every part, those of undone uploads included, in the order in which they apply."""
    return [
        Part(
            id=row.id,
            upload=row.upload,
            table=row.table,
            columns=tuple(json.loads(row.columns)),
            rows=row.rows,
            sources=tuple(json.loads(row.sources)),
            sha256=row.sha256,
        )
        for row in connection.execute(sa.select(PARTS).order_by(PARTS.c.id))
    ]


def uploads(connection: sa.Connection) -> list[Upload]:
    """Return every upload in the order of its number, with the undo mark as it stands now."""
    marks = {row.upload: row for row in connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number))}
    found = []
    for row in connection.execute(sa.select(UPLOADS).order_by(UPLOADS.c.id)):
        mark = marks.get(row.id)
        undone = mark if mark is not None and mark.kind == "undo" else None
        found.append(
            Upload(
                id=row.id,
                who=row.who,
                at=row.at,
                file=row.file,
                sha256=row.sha256,
                size=row.size,
                undone_at=undone.at if undone else None,
                undone_by=undone.who if undone else None,
                sheets=load_sheets(row.accounting),
            )
        )
    return found


def live_twin(connection: sa.Connection, sha256: str) -> Upload | None:
    """Return the live upload of the same bytes, if there is one."""
    known = sa.select(UPLOADS.c.id).where(UPLOADS.c.sha256 == sha256).limit(1)
    if connection.execute(known).first() is None:
        return None
    return next((u for u in uploads(connection) if u.sha256 == sha256 and u.undone_at is None), None)


def next_numbers(connection: sa.Connection) -> tuple[int, int]:
    """Return the numbers that the next upload and its first part will have; nothing is ever deleted."""
    upload = connection.execute(sa.select(sa.func.max(UPLOADS.c.id))).scalar() or 0
    part = connection.execute(sa.select(sa.func.max(PARTS.c.id))).scalar() or 0
    return upload + 1, part + 1


def record_upload(
    connection: sa.Connection,
    *,
    number: int,
    who: str,
    at: datetime,
    file: str,
    sha256: str,
    size: int,
    kept: bool,
    sheets: tuple[SheetReceipt, ...],
    stored: Sequence[Part],
) -> None:
    """Record an upload with its parts and its accounting, as the next event."""
    connection.execute(
        sa.insert(UPLOADS).values(
            id=number,
            who=who,
            at=at,
            file=file,
            sha256=sha256,
            size=size,
            kept=kept,
            accounting=dump_sheets(sheets),
        )
    )
    if stored:
        connection.execute(
            sa.insert(PARTS),
            [
                {
                    "id": part.id,
                    "upload": number,
                    "table": part.table,
                    "columns": json.dumps(part.columns),
                    "rows": part.rows,
                    "sources": json.dumps(part.sources),
                    "sha256": part.sha256,
                }
                for part in stored
            ],
        )
    _record_event(connection, "add", number, who, at)


def mark(connection: sa.Connection, kind: str, upload: int, who: str, at: datetime) -> None:
    """Undo or redo an upload; does nothing when it stands so already. Raises `StoreError` "unknown_upload"."""
    query = sa.select(EVENTS.c.kind).where(EVENTS.c.upload == upload).order_by(EVENTS.c.number.desc())
    last = connection.execute(query).scalar()
    if last is None:
        raise StoreError("unknown_upload", str(upload))
    if (last == "undo") != (kind == "undo"):
        _record_event(connection, kind, upload, who, at)


def broken_links(connection: sa.Connection) -> Iterable[int]:
    """Yield the numbers of events that are missing, or whose record or upload is not what it was."""
    previous = ""
    expected = 1
    for event in connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number)).all():
        digest = link(previous, *_said(connection, event.number, event.kind, event.upload, event.who, event.at))
        if event.number != expected or digest != event.digest:
            yield event.number
        previous, expected = event.digest, event.number + 1


def _record_event(connection: sa.Connection, kind: str, upload: int, who: str, at: datetime) -> None:
    last = connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number.desc()).limit(1)).first()
    number, previous = (last.number + 1, last.digest) if last else (1, "")
    connection.execute(
        sa.insert(EVENTS).values(
            number=number,
            kind=kind,
            upload=upload,
            who=who,
            at=at,
            digest=link(previous, *_said(connection, number, kind, upload, who, at)),
        )
    )


def _said(
    connection: sa.Connection, number: int, kind: str, upload: int, who: str, at: datetime
) -> tuple[object, ...]:
    said: tuple[object, ...] = (number, kind, upload, who, at)
    if kind != "add":
        return said
    brought = connection.execute(sa.select(UPLOADS).where(UPLOADS.c.id == upload)).first()
    its = connection.execute(sa.select(PARTS).where(PARTS.c.upload == upload).order_by(PARTS.c.id)).all()
    return (*said, tuple(brought) if brought else None, [tuple(part) for part in its])
