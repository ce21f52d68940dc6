"""`history` tells what each upload brought and changed."""

from __future__ import annotations

import argparse
from typing import Any

from ..model.tables import TABLES
from ..store import Store
from ..text.wording_history import GONE
from .account import COUNTS, counts_of
from .output import document, line, table
from .uploads import described


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `history` to the grammar."""
    help_ = "tell what each upload brought, and what it changed: stages, expected dates, amounts, priorities"
    words = commands.add_parser("history", parents=[common], help=help_, description=help_)
    words.set_defaults(run=history)


def history(given: argparse.Namespace) -> int:
    """Print every upload with its counts and with what it differs in from the uploads before it."""
    store = Store(given.store)
    known = store.uploads()
    changes = store.inferred()
    if given.json:
        told = [
            described(upload)
            | {
                "undone_by": upload.undone_by,
                "erased_at": upload.erased_at,
                "gone": sum(sheet.gone for sheet in upload.sheets),
                "changes": changes.get(upload.id, {}),
            }
            for upload in known
        ]
        document({"history": told})
        return 0
    for upload in known:
        marks = [name for name, at in (("undone", upload.undone_at), ("erased", upload.erased_at)) if at]
        line(f"{upload.id}  {upload.at:%Y-%m-%d %H:%M}  {upload.who}  {upload.file}  {' '.join(marks)}".rstrip())
        rows = [
            [
                TABLES[sheet.table].title.in_(given.language) if sheet.table else sheet.sheet,
                *(str(counts_of(sheet)[name]) for name in COUNTS),
                str(sheet.gone),
            ]
            for sheet in upload.sheets
        ]
        table(["", *COUNTS, GONE.in_(given.language)], rows)
        for name, count in changes.get(upload.id, {}).items():
            line(f"  + {TABLES[name].title.in_(given.language)}: {count}")
        line()
    return 0
