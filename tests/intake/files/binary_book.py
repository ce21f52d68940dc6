"""A binary workbook (xlsb) put together record by record, since no library writes them."""

from __future__ import annotations

import struct
from pathlib import Path

from .hostile import HEAD, PACKAGE, RELATIONS, write

_BOOK, _SHEETS, _SHEET_OF_BOOK = (131, 132), (143, 144), 156
_SHEET, _DATA, _EXTENT, _ROW = (129, 130), (145, 146), 148, 0
_NUMBER, _TEXT = 5, 6


def record(kind: int, data: bytes = b"") -> bytes:
    """Return one record: its kind and its size in seven bits a byte, then what it holds."""
    kinds = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, left = b"", len(data)
    while True:
        size += bytes([left & 0x7F | (0x80 if left > 0x7F else 0)])
        left >>= 7
        if not left:
            return kinds + size + data


def text(value: str) -> bytes:
    return struct.pack("<I", len(value)) + value.encode("utf-16-le")


def cell(column: int, value: str | float) -> bytes:
    place = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return record(_TEXT, place + text(value))
    return record(_NUMBER, place + struct.pack("<d", value))


def binary_book(path: Path, rows: list[list[str | float]]) -> Path:
    """Write a workbook of one sheet, "Лист1", whose rows begin in A1."""
    named = record(_SHEET_OF_BOOK, struct.pack("<II", 0, 1) + text("rId1") + text("Лист1"))
    book = record(_BOOK[0]) + record(_SHEETS[0]) + named + record(_SHEETS[1]) + record(_BOOK[1])
    extent = record(_EXTENT, struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1))
    data = b"".join(
        record(_ROW, struct.pack("<II", at, 0) + bytes(9)) + b"".join(map(cell, range(len(row)), row))
        for at, row in enumerate(rows)
    )
    sheet = record(_SHEET[0]) + extent + record(_DATA[0]) + data + record(_DATA[1]) + record(_SHEET[1])
    relation = f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.bin"/>'
    return write(
        path,
        {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"/>',
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{relation}'
            "</Relationships>",
            "xl/worksheets/sheet1.bin": sheet,
        },
    )
