"""What can go wrong in the store, as a code that the text layer puts into words."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

_BY_ERRNO: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EIO: "disk_error",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
}
_BY_SQLITE: Final = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR": "disk_error",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CANTOPEN": "read_only",
    "SQLITE_BUSY": "busy",
    "SQLITE_LOCKED": "busy",
    "SQLITE_CORRUPT": "damaged_catalogue",
    "SQLITE_NOTADB": "damaged_catalogue",
}


class StoreError(Exception):
    """The store could not do what it was asked; nothing was changed.

    `code` is stable: "read_only", "disk_full", "disk_error", "busy" (another import held the store too long),
    "newer_schema", "catalogue_missing", "damaged_catalogue", "damaged_part", "missing_part", "damaged_state",
    "unknown_upload", "changed_file" (the raw file is not the one that was read), "unbalanced"
    (the counts of a sheet do not add up), "not_empty" and "bad_copy" (of a backup). `detail` names the file or
    the number concerned and never holds client data.
    """

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


@contextmanager
def faults_as_codes() -> Iterator[None]:
    """Turn faults of the disk and of the catalogue into `StoreError`; anything else passes unchanged."""
    try:
        yield
    except DBAPIError as fault:
        code = _sqlite_code(fault.orig)
        if code is None:
            raise
        raise StoreError(code) from fault
    except sqlite3.Error as fault:
        code = _sqlite_code(fault)
        if code is None:
            raise
        raise StoreError(code) from fault
    except (UnicodeDecodeError, json.JSONDecodeError, OverflowError) as fault:
        # Text that is no text, records that are no records, moments out of any calendar.
        raise StoreError("damaged_catalogue") from fault
    except OSError as fault:
        code = _BY_ERRNO.get(fault.errno or 0)
        if code is None:
            raise
        raise StoreError(code) from fault


def _sqlite_code(fault: BaseException | None) -> str | None:
    if not isinstance(fault, sqlite3.DatabaseError) or isinstance(fault, sqlite3.IntegrityError):
        return None
    name = str(getattr(fault, "sqlite_errorname", "") or "")
    for start, code in _BY_SQLITE.items():
        if name.startswith(start):
            return code
    # What our own fixed statements stumble over is a file without our tables, or text that is no text.
    return "damaged_catalogue"
