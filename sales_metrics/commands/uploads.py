"""`uploads` lists what has been imported; `undo` takes one of them back."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from typing import Any

from ..store import Store, Upload
from .account import COUNTS, counts_of
from .files import who
from .output import StoppedError, document, table


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `uploads` and `undo` to the grammar."""
    words = commands.add_parser("uploads", parents=[common], help="list the uploads, newest last")
    words.set_defaults(run=uploads)
    words = commands.add_parser("undo", parents=[common], help="take one upload back; its rows stay on record")
    words.add_argument("id", type=int, metavar="ID")
    words.set_defaults(run=undo)


def uploads(given: argparse.Namespace) -> int:
    """Print every upload with who, when, file and counts."""
    known = Store(given.store).uploads()
    if given.json:
        document({"uploads": [described(upload) for upload in known]})
        return 0
    rows = [
        [
            str(upload.id),
            f"{upload.at:%Y-%m-%d %H:%M}",
            upload.who,
            upload.file,
            *(str(sum(counts_of(sheet)[name] for sheet in upload.sheets)) for name in COUNTS),
            "undone" if upload.undone_at else "",
        ]
        for upload in known
    ]
    table(["id", "at", "who", "file", *COUNTS, ""], rows)
    return 0


def undo(given: argparse.Namespace) -> int:
    """Take one upload back."""
    store = Store(given.store)
    known = {upload.id: upload for upload in store.uploads()}
    if given.id not in known:
        raise StoppedError(f"There is no upload {given.id}; `uploads` lists them.")
    if known[given.id].undone_at is None:
        store.undo(given.id, who=who(), at=datetime.now(UTC))
    undone = next(upload for upload in store.uploads() if upload.id == given.id)
    if given.json:
        document({"undone": described(undone)})
    else:
        table(["undone", "file"], [[str(undone.id), undone.file]])
    return 0


def described(upload: Upload) -> dict[str, Any]:
    """Return one upload in plain data."""
    return {
        "id": upload.id,
        "at": upload.at,
        "who": upload.who,
        "file": upload.file,
        "sha256": upload.sha256,
        "size": upload.size,
        "undone_at": upload.undone_at,
        "sheets": [
            {
                "sheet": sheet.sheet,
                "table": sheet.table,
                "rows": counts_of(sheet),
                "derived": {table: dict(counts) for table, counts in sheet.derived.items()},
            }
            for sheet in upload.sheets
        ],
    }
