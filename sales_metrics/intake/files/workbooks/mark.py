"""The mark in a workbook of rejected rows: which upload its rows come from."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from typing import Final

PROPERTY: Final = "sales_metrics_rejects"
"""The name of the document property; its value is the number of the upload and the digest of its file."""

_PART: Final = "docProps/custom.xml"
_HOLDS: Final = 1 << 16
_VALUE: Final = re.compile(
    rb'name="'
    + PROPERTY.encode()
    + rb'"[^>]{0,200}>\s{0,9}<(?:\w{1,9}:)?lpwstr[^>]{0,200}>(\d{1,9}) ([0-9a-f]{64})<'
)


def mark_of(data: bytes) -> tuple[int, str] | None:
    """Return the upload and the SHA-256 of its file that a workbook names; `None` where it names none.

    No more than 64 KiB are unpacked, and nothing is parsed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_PART) as part:
            found = _VALUE.search(part.read(_HOLDS))
    except (
        KeyError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        return None
    return (int(found[1]), found[2].decode()) if found else None
