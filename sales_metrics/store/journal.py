"""The history of uploads as the catalogue records it: added, undone, redone; and which are live at a moment."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final

import sqlalchemy as sa

from .catalogue import EVENTS, PARTS, SIGNATURES, UPLOADS, link
from .error import StoreError
from .part import Part
from .receipt import SheetReceipt, Upload, dump_sheets, load_sheets

MARKS: Final = ("add", "undo", "redo")
"""The events that decide whether an upload is live."""
ERASED: Final = "erase"
"""The event that says that a person was erased from an upload."""


@dataclass(frozen=True, slots=True)
class Live:
    """The live uploads in their order, and all parts by number: content may come from an undone upload's part.

    `moments` says when each live upload was recorded, in UTC and without a zone.
    """

    uploads: tuple[int, ...]
    every_part: dict[int, Part]
    moments: dict[int, datetime] = field(default_factory=dict)

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
    query = sa.select(EVENTS.c.upload, EVENTS.c.kind, EVENTS.c.at).order_by(EVENTS.c.number)
    query = query.where(EVENTS.c.kind.in_(MARKS))
    if isinstance(as_of, datetime):
        query = query.where(EVENTS.c.at <= as_of)
    elif as_of is not None:
        recorded = sa.select(EVENTS.c.number).where(EVENTS.c.upload == as_of, EVENTS.c.kind == "add")
        number = connection.execute(recorded).scalar()
        if number is None:
            raise StoreError("unknown_upload", str(as_of))
        query = query.where(EVENTS.c.number <= number)
    marks: dict[int, bool] = {}
    added: dict[int, datetime] = {}
    for upload, kind, at in connection.execute(query):
        marks[upload] = kind != "undo"
        if kind == "add":
            added[upload] = at.astimezone(UTC).replace(tzinfo=None)
    alive = tuple(sorted(upload for upload, standing in marks.items() if standing and upload in added))
    return Live(alive, {part.id: part for part in parts(connection)}, {upload: added[upload] for upload in alive})


def parts(connection: sa.Connection) -> list[Part]:
    """Return every part, those of undone uploads included, in the order in which they apply."""
    signed = {row.part: row for row in _signatures(connection)}
    return [
        Part(
            signature=signed[row.id].signature if row.id in signed else "",
            replaces=row.id in signed and signed[row.id].replaces,
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
    events = connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number)).all()
    marks = {row.upload: row for row in events if row.kind in MARKS}
    erased = {row.upload: row.at for row in events if row.kind == ERASED}
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
                erased_at=erased.get(row.id),
            )
        )
    return found


def twin_of(connection: sa.Connection, sha256: str) -> Upload | None:
    """Return the upload of the same bytes that is live or from which a person was erased, if there is one."""
    known = sa.select(UPLOADS.c.id).where(UPLOADS.c.sha256 == sha256).limit(1)
    if connection.execute(known).first() is None:
        return None
    twins = [upload for upload in uploads(connection) if upload.sha256 == sha256]
    return next((upload for upload in twins if upload.undone_at is None or upload.erased_at is not None), None)


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
    signed = [
        {"part": part.id, "signature": part.signature, "replaces": part.replaces}
        for part in stored
        if part.signature
    ]
    if signed:
        connection.execute(sa.insert(SIGNATURES), signed)
    record_event(connection, "add", number, who, at)


def mark(connection: sa.Connection, kind: str, upload: int, who: str, at: datetime) -> None:
    """Undo or redo an upload; does nothing when it stands so already. Raises `StoreError` "unknown_upload"."""
    query = sa.select(EVENTS.c.kind).where(EVENTS.c.upload == upload, EVENTS.c.kind.in_(MARKS))
    query = query.order_by(EVENTS.c.number.desc())
    last = connection.execute(query).scalar()
    if last is None:
        raise StoreError("unknown_upload", str(upload))
    if (last == "undo") != (kind == "undo"):
        record_event(connection, kind, upload, who, at)


def broken_links(connection: sa.Connection) -> Iterable[int]:
    """Yield the numbers of events that are missing, or whose record or upload is not what it was."""
    previous = ""
    expected = 1
    for event in connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number)).all():
        digest = link(previous, *_said(connection, event.number, event.kind, event.upload, event.who, event.at))
        if event.number != expected or digest != event.digest:
            yield event.number
        previous, expected = event.digest, event.number + 1


def link_anew(connection: sa.Connection) -> None:
    """Write the digests of all events again, after something that they cover was erased on purpose."""
    previous = ""
    for event in connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number)).all():
        previous = link(previous, *_said(connection, event.number, event.kind, event.upload, event.who, event.at))
        its = sa.update(EVENTS).where(EVENTS.c.number == event.number)
        connection.execute(its.values(digest=previous))


def record_event(connection: sa.Connection, kind: str, upload: int, who: str, at: datetime) -> None:
    """Append an event: "add", "undo", "redo" or "erase"."""
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
    signed = [tuple(row) for row in _signatures(connection, upload)]
    told = (*said, tuple(brought) if brought else None, [tuple(part) for part in its])
    return (*told, signed) if signed else told


def _signatures(connection: sa.Connection, upload: int | None = None) -> Sequence[sa.Row[Any]]:
    """Return what is known of the parts' headings; a catalogue of an earlier release says nothing of them."""
    if not connection.dialect.has_table(connection, SIGNATURES.name):
        return []
    query = sa.select(SIGNATURES).order_by(SIGNATURES.c.part)
    if upload is not None:
        query = query.join(PARTS, PARTS.c.id == SIGNATURES.c.part).where(PARTS.c.upload == upload)
    return connection.execute(query).all()
