"""Delimited text: every encoding, delimiter and line end in use, with each record at the line where it starts."""

from __future__ import annotations

import re
from pathlib import Path

import pyarrow as pa

from ....model.issue import Issue
from ..columns import blank_rows_at_end, check_size, table_of_rows
from ..encoding import Decoded, decoded, one_byte
from ..limits import Limits
from ..progress import PARSING
from ..refusal import RefusedError, note
from ..sheet import Sheet
from .delimiters import NONE, layout_of
from .fast_records import fast_table, one_byte_table
from .ragged import Ragged
from .record import Layout
from .records import Mended, Reader

_SAMPLE = 256 << 10
_LARGE = 1 << 20
_ANNOUNCED = re.compile(rb"\"?sep=(.)\"?[;,\t]*(\r\n|\n|\r|$)", re.IGNORECASE)
_WRAPPED = re.compile(rb'"((?:[^"\r\n]|"")*[,;\t|](?:[^"\r\n]|"")*)"[;,]*(\r\n|\n|\r|$)')
_LINE_END = re.compile(rb"\r\n|\n|\r")


def read_text(path: Path, limits: Limits) -> tuple[str, list[Sheet], list[Issue]]:
    """Return "csv", the one sheet of a delimited text file, and remarks about it. Raises `RefusedError`."""
    data = path.read_bytes()
    quick = _of_one_byte(data, limits)
    if quick is not None:
        return "csv", [quick], []
    text = decoded(data)
    PARSING.reached(0.3)
    if not text.utf8[:_SAMPLE].strip() and not text.utf8.strip():
        raise RefusedError("empty_file")
    _check_first_line(text.utf8, limits)
    announced = _ANNOUNCED.match(text.utf8)
    # The end of the line stays, as a blank line, so that the rows keep their numbers.
    body = text.utf8[announced.start(2) :] if announced else text.utf8
    layout = layout_of(_sample(body), announced[1].decode() if announced else "")
    if layout.delimiter == NONE and _WRAPPED.match(body):
        body = _unwrapped(body)
        layout = layout_of(_sample(body))
    check_size(1, layout.width, limits)
    ragged = Ragged(layout.width)
    mended = Mended()
    table = fast_table(body, layout, limits, ragged, mended)
    if table is None:
        ragged, mended = Ragged(layout.width), Mended()
        table = _careful_table(body.decode("utf-8"), layout, limits, ragged, mended)
    check_size(table.num_rows, table.num_columns, limits)
    remarks = [*_remarks(text), *ragged.remarks(), *mended.remarks()]
    return "csv", [Sheet("", table, source="text", width=layout.width)], remarks


def _unwrapped(utf8: bytes) -> bytes:
    """Return the lines without the quotes round each, as left by a program that took every line for one field.

    A text with other lines among them stays as it is.
    """
    lines = utf8.splitlines(keepends=True)
    if not all(_WRAPPED.fullmatch(line) for line in lines if line.strip()):
        return utf8
    return b"".join(_WRAPPED.sub(lambda found: found[1].replace(b'""', b'"') + found[2], line) for line in lines)


def _of_one_byte(data: bytes, limits: Limits) -> Sheet | None:
    """Return the sheet of a text with one byte to a letter in which nothing is odd; `None` for all others."""
    if len(data) < _LARGE or _ANNOUNCED.match(data):
        return None
    encoding = one_byte(data)
    if not encoding:
        return None
    _check_first_line(data, limits)
    layout = layout_of(_sample(decoded(data[:_SAMPLE]).utf8))
    check_size(1, layout.width, limits)
    PARSING.reached(0.1)
    table = one_byte_table(data, encoding, layout, limits)
    return None if table is None else Sheet("", table, source="text", width=layout.width)


def _careful_table(text: str, layout: Layout, limits: Limits, ragged: Ragged, mended: Mended) -> pa.Table:
    rows: list[list[str | None]] = []
    for line, fields in Reader(layout, limits, mended).records(text):
        # The lines inside a quoted field belong to the row where it began.
        while len(rows) < line - 1:
            rows.append([])
        ragged.meet(line, fields)
        rows.append(list(fields))
        check_size(len(rows), len(fields), limits)
    blank_rows_at_end(rows)
    return table_of_rows(rows, limits)


def _check_first_line(utf8: bytes, limits: Limits) -> None:
    end = _LINE_END.search(utf8, 0, limits.line + 1)
    if end is None and len(utf8) > limits.line:
        raise RefusedError("line_too_long", cell="A1", found=str(len(utf8)), limit=limits.line)


def _sample(utf8: bytes) -> str:
    if len(utf8) <= _SAMPLE:
        return utf8.decode("utf-8")
    head = utf8[:_SAMPLE]
    cut = max(head.rfind(b"\n"), head.rfind(b"\r"))
    return (head[: cut + 1] if cut > 0 else head).decode("utf-8", "ignore")


def _remarks(text: Decoded) -> list[Issue]:
    remarks = []
    if text.bad:
        end = b"\n" if b"\n" in text.utf8 else b"\r"
        line = text.utf8.count(end, 0, text.bad_at) + 1
        remarks.append(note("broken_letters", cell=f"A{line}", found=text.encoding, count=text.bad))
    if text.nuls:
        remarks.append(note("zero_bytes", count=text.nuls))
    return remarks
