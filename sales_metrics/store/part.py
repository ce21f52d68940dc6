"""Immutable Parquet parts: what one upload says about one table.

A row whose content another part already holds is kept as a reference: `_source` is the number of that part and
the columns are null. A row with its own content has a null `_source`. A key occurs once in a part.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from ..model.tables import TABLES, Kind
from .error import StoreError
from .files import write_once

EDITED: Final = "edited"
"""The signature of a table that was edited as a whole: such a part replaces what any upload has brought before."""

_REPETITIVE: Final = frozenset({Kind.NAME, Kind.LABEL, Kind.CHOICE, Kind.CURRENCY, Kind.YES_NO, Kind.SCORE})


@dataclass(frozen=True, slots=True)
class Part:
    """One part as the catalogue knows it. `sources` are the parts whose content its references need.

    `id` grows with the order in which parts apply; `columns` are those that the sheet had, in the order of the
    model. `rows` counts all its keys. Parts are files named by their digest, so equal parts share one.
    `signature` stands for the headings of the sheet. Where the part `replaces`, rows that it does not have, and
    of which only parts with its signature have spoken, are gone; with the signature `EDITED` all rows are that
    it does not have.
    """

    id: int
    upload: int
    table: str
    columns: tuple[str, ...]
    rows: int
    sources: tuple[int, ...]
    sha256: str
    signature: str = ""
    replaces: bool = False


def unheard(signature: str, parts: Iterable[Part]) -> list[Part]:
    """Return the parts whose rows stay although a part with this signature, which replaces, does not have them."""
    return [] if signature == EDITED else [part for part in parts if part.signature != signature]


def write_part(directory: Path, table: str, rows: pa.Table) -> str:
    """Write a part with page checksums, compressed by zstd, and return its SHA-256, which is its name.

    Raises `OSError`.
    """
    repetitive = [
        column.key
        for column in TABLES[table].columns
        if column.kind in _REPETITIVE and column.key in rows.column_names
    ]
    sink = pa.BufferOutputStream()
    pq.write_table(
        rows,
        sink,
        compression="zstd",
        write_page_checksum=True,
        use_dictionary=repetitive or False,
        store_schema=False,
    )
    data = memoryview(sink.getvalue())
    sha256 = hashlib.sha256(data).hexdigest()
    write_once(path_of(directory, sha256), data, sha256)
    return sha256


def read_part(directory: Path, part: Part) -> pa.Table:
    """Return the rows of a part after checking its digest and the checksum of every page.

    Raises `StoreError` with "missing_part" or "damaged_part".
    """
    path = path_of(directory, part.sha256)
    try:
        data = path.read_bytes()
    except FileNotFoundError as fault:
        raise StoreError("missing_part", path.name) from fault
    if hashlib.sha256(data).hexdigest() != part.sha256:
        raise StoreError("damaged_part", path.name)
    table: pa.Table = pq.read_table(pa.BufferReader(data), page_checksum_verification=True)
    return table


def path_of(directory: Path, sha256: str) -> Path:
    """Return where the part with this digest lies."""
    return directory / f"{sha256}.parquet"
