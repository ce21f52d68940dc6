"""`rejects` writes the rejected rows of an upload as a workbook to mend, and says how many are mended by now."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ..model.text import Language
from ..store import Store
from ..text.mending import CASES, CASES_CLOSED, NO_REJECTS
from ..text.numbers import number
from .mending import Cases, Rejects, cases, rejects, rejects_of_file
from .output import StoppedError, document, line


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `rejects` to the grammar."""
    help_ = "write the rejected rows of an upload, or of a file, as a workbook to mend and import again"
    words = commands.add_parser("rejects", parents=[common], help=help_, description=help_)
    words.add_argument("upload", metavar="UPLOAD", help="number of an upload, or a file")
    words.add_argument("--out", type=Path, metavar="FILE", help="where to write; by default into this folder")
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Write the workbook unless there is nothing to mend; the exit code is 0 in both cases."""
    store = Store(given.store)
    known: Cases | None = None
    if given.upload.isdecimal() and not Path(given.upload).is_file():
        found = rejects(store, int(given.upload), given.language)
        known = cases(store, int(given.upload))
    elif Path(given.upload).is_file():
        path = Path(given.upload)
        found = rejects_of_file(store, path, given.language, name=path.name)
    else:
        raise StoppedError(f"There is neither an upload nor a file {given.upload}; `uploads` lists the uploads.")
    out = _write(found, given.out) if found.rows else None
    if given.json:
        mended = known.mended if known else 0
        document(
            {
                "upload": known.upload if known else None,
                "rejected": found.rows,
                "mended": mended,
                "left": found.rows - mended,
                "file": str(out) if out else None,
            }
        )
        return 0
    if out:
        line(str(out))
    line(cases_line(known or Cases(0, found.rows, 0), given.language) if found.rows else _none(given))
    return 0


def cases_line(known: Cases, language: Language) -> str:
    """Return "12 of 15 mended, 3 left"."""
    words = CASES if known.left else CASES_CLOSED
    return words.in_(language).format(
        mended=number(known.mended, language),
        rejected=number(known.rejected, language),
        left=number(known.left, language),
    )


def _none(given: argparse.Namespace) -> str:
    return NO_REJECTS.in_(given.language).format(upload=given.upload)


def _write(found: Rejects, out: Path | None) -> Path:
    # What a file is called in the store came from outside: only its last part may name a file here.
    path = out or Path(found.file.replace("\\", "/").rpartition("/")[2])
    try:
        path.write_bytes(found.content)
    except OSError as fault:
        raise StoppedError(f"{path} cannot be written: {fault.strerror}.") from fault
    return path
