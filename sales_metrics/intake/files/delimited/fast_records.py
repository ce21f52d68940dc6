"""The quick reading of delimited text in which all quotes are in order, which is nearly all there is."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.csv as pc_csv

from ..columns import check_size, table_of
from ..encoding import recoded_column
from ..limits import Limits
from ..sheet import letter
from .ragged import Ragged
from .record import Layout
from .records import Mended, Reader

_MOST_RAGGED = 20_000
# Twice as quick as blocks of 16 MiB, which do not stay in the processor's cache.
_BLOCK = 1 << 20
_QUOTE, _LF, _CR = 34, 10, 13
_TEXT = pa.string()


def fast_table(utf8: bytes, layout: Layout, limits: Limits, ragged: Ragged, mended: Mended) -> pa.Table | None:
    """Return the records as a table whose row i is line i + 1, or `None` when they need the careful reading.

    `ragged` is told the line and the fields of each record that has not the usual number of fields.
    """
    if not layout.usual:
        return None
    signs = np.frombuffer(utf8, np.uint8)
    quotes = np.flatnonzero(signs == _QUOTE) if b'"' in utf8 else np.empty(0, np.int64)
    if len(quotes) and not _in_order(signs, quotes, ord(layout.delimiter)):
        return None
    starts = _continued(signs, quotes) if len(quotes) else None
    read = _parse(utf8, layout, bool(len(quotes)), starts is not None)
    if read is None:
        return None
    table, odd = read
    return _placed(table, odd, starts, layout, limits, (ragged, mended))


def one_byte_table(data: bytes, encoding: str, layout: Layout, limits: Limits) -> pa.Table | None:
    """Return the records of a text in a one-byte encoding, or `None` when any of them needs a closer look.

    The text is never recoded as a whole: numbers and days are ASCII anyhow, and of what else repeats, each word is
    decoded once.
    """
    if not layout.usual or b'"' in data:
        return None
    read = _parse(data, layout, False, False, pa.binary())
    if read is None or read[1]:
        return None
    table = read[0]
    check_size(table.num_rows, table.num_columns, limits)
    return _without_blank_end(table_of([recoded_column(column, encoding) for column in table.columns]))


def _in_order(signs: np.ndarray, quotes: np.ndarray, delimiter: int) -> bool:
    """Return whether every quote opens a field at its start, closes it at its end, or is one of a pair."""
    if len(quotes) % 2:
        return False
    outside = (delimiter, _LF, _CR, _QUOTE)
    padded = np.concatenate(([_LF], signs, [_LF]))
    before, after = padded[quotes[0::2]], padded[quotes[1::2] + 2]
    return bool(np.isin(before, outside).all() and np.isin(after, outside).all())


def _continued(signs: np.ndarray, quotes: np.ndarray) -> np.ndarray | None:
    """Return the line (from 0) on which each record starts, or `None` when that is simply its number."""
    ends = np.flatnonzero((signs == _LF) | (signs == _CR))
    double = (signs[ends] == _CR) & (np.append(signs, 0)[ends + 1] == _LF)
    ends = ends[~double]
    inside = (np.searchsorted(quotes, ends) & 1).astype(bool)
    if not inside.any():
        return None
    lines = np.flatnonzero(~inside) + 1
    return np.concatenate(([0], lines))


def _parse(
    utf8: bytes, layout: Layout, quoted: bool, continued: bool, kind: pa.DataType = _TEXT
) -> tuple[pa.Table, list[tuple[int, str]]] | None:
    """Return the even records, and (number from 0, text) of the others; `None` when there are too many of these."""
    names = [letter(at + 1) for at in range(layout.width)]
    odd: list[tuple[int, str]] = []

    def meet(row: pc_csv.InvalidRow) -> str:
        odd.append((row.number - 1, row.text))
        return "error" if len(odd) > _MOST_RAGGED else "skip"

    try:
        table = pc_csv.read_csv(
            pa.BufferReader(utf8),
            read_options=pc_csv.ReadOptions(column_names=names, use_threads=False, block_size=_BLOCK),
            parse_options=pc_csv.ParseOptions(
                delimiter=layout.delimiter,
                quote_char='"' if quoted else False,
                newlines_in_values=continued,
                ignore_empty_lines=False,
                # A handler is given rows as UTF-8, which bytes need not be: there, one odd row ends the attempt.
                invalid_row_handler=meet if kind == _TEXT else None,
            ),
            convert_options=pc_csv.ConvertOptions(
                check_utf8=False,
                column_types=dict.fromkeys(names, kind),
                null_values=[""],
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
            ),
        )
    except pa.ArrowInvalid:
        return None
    return table, odd


def _placed(
    table: pa.Table,
    odd: list[tuple[int, str]],
    starts: np.ndarray | None,
    layout: Layout,
    limits: Limits,
    told: tuple[Ragged, Mended],
) -> pa.Table:
    """Return the table with the odd records back in their places and every record at its line."""
    ragged, mended = told
    total = table.num_rows + len(odd)
    check_size(total, table.num_columns, limits)
    if not odd and starts is None:
        return _without_blank_end(table_of(table.columns))
    lines = np.arange(total) if starts is None else starts[:total]
    even = np.delete(np.arange(total), [number for number, _ in odd])
    first = _first_filled(table)
    if first is not None:
        ragged.begin(int(lines[even[first]]) + 1)
    extra: list[list[str]] = []
    for number, text in odd:
        line = int(lines[number])
        (_, fields), *_ = Reader(layout, limits, mended, line).records(text)
        ragged.meet(line + 1, fields)
        extra.append(fields)
    width = max([layout.width, *map(len, extra)])
    check_size(int(lines[-1]) + 1, width, limits)
    source = np.full(int(lines[-1]) + 1, -1)
    source[lines[even]] = np.arange(len(even))
    source[lines[[number for number, _ in odd]]] = table.num_rows + np.arange(len(odd))
    take = pa.array(source, mask=source < 0)
    columns = []
    for at in range(width):
        below = pa.array([fields[at] or None if at < len(fields) else None for fields in extra], pa.string())
        above = (
            table.column(at)
            if at < table.num_columns
            else pa.chunked_array([pa.nulls(table.num_rows, pa.string())])
        )
        columns.append(pa.chunked_array([*above.chunks, below]).combine_chunks().take(take))
    return _without_blank_end(table_of(columns))


def _first_filled(table: pa.Table) -> int | None:
    return next((at for at in range(table.num_rows) if any(column[at].is_valid for column in table.columns)), None)


def _without_blank_end(table: pa.Table) -> pa.Table:
    rows = table.num_rows
    while rows and not any(column[rows - 1].is_valid for column in table.columns):
        rows -= 1
    return table.slice(0, rows)
