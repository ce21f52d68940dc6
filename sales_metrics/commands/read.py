"""`read` prints what a file holds as CSV: typed by our columns, or with `--raw` as it stands in the file."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from ..intake.files.reading import read
from ..intake.files.sheet import Sheet, Workbook
from ..intake.layout.region import raw_rows, region_of
from ..intake.take import take_workbook
from ..intake.types import KEY, ROW, TakenSheet
from ..model.issue import Severity
from ..text.issues import message
from .output import StoppedError, document, plain

GOOD: Final = 0


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `read` to the grammar."""
    help_ = "print the table of a file as CSV; exit 2 when the file cannot be used"
    words = commands.add_parser("read", parents=[common], help=help_, description=help_)
    words.add_argument("file", type=Path, metavar="FILE")
    words.add_argument(
        "--raw", action="store_true", help="the cells as they stand in the file, under their headings"
    )
    words.add_argument("--sheet", metavar="NAME", help="a sheet by its name; by default the first recognised one")
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print one table. With `--json` {"file", "sheet", "table", "columns", "rows"}; rows are lists."""
    book = read(given.file, name=given.file.name)
    if book.refused:
        refusal = next(issue for issue in book.issues if issue.severity is Severity.REFUSED)
        raise StoppedError(message(refusal, given.language))
    sheet, taken = _chosen(book, given.sheet)
    if given.raw or taken.table is None:
        rows = raw_rows(sheet, region_of(sheet, book.file))
        columns, table = (rows[0], rows[1:]) if rows else ([], [])
    else:
        columns, table = _typed(taken.rows)
    if given.json:
        kind = None if given.raw else taken.table
        document({"file": book.file, "sheet": sheet.name, "table": kind, "columns": columns, "rows": table})
    else:
        _print([columns, *table])
    return GOOD


def _chosen(book: Workbook, name: str | None) -> tuple[Sheet, TakenSheet]:
    """Return the sheet that is asked for, else the first recognised one, else the fullest that is not hidden."""
    # Of several tables in one sheet the first bears its name.
    sheets = {sheet.name: sheet for sheet in book.sheets}
    pairs = [(sheets[each.sheet], each) for each in take_workbook(book).sheets if each.sheet in sheets]
    if name is not None:
        named = [pair for pair in pairs if pair[0].name == name]
        if not named:
            listed = ", ".join(sheet.name for sheet in book.sheets)
            raise StoppedError(f"There is no sheet {name!r}; the file has: {listed}.")
        return named[0]
    recognised = [pair for pair in pairs if pair[1].table]
    return recognised[0] if recognised else max(pairs, key=lambda pair: (not pair[0].hidden, _filled(pair[0])))


def _filled(sheet: Sheet) -> int:
    return sum(len(column) - column.null_count for column in sheet.cells.columns)


def _typed(rows: pa.Table) -> tuple[list[str], list[list[Any]]]:
    names = [name for name in rows.column_names if name not in (KEY, ROW)]
    return names, [list(row) for row in zip(*(rows[name].to_pylist() for name in names), strict=True)]


def _print(rows: Iterable[Sequence[Any]]) -> None:
    """Write CSV as RFC 4180 has it, in UTF-8 whatever the terminal says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="")
    out = csv.writer(sys.stdout, lineterminator="\r\n")
    for row in rows:
        out.writerow([_text(cell) for cell in row])


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, datetime):
        return cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        value = plain(cell)
        return "" if value is None else str(value) if isinstance(value, int) else repr(value)
    return str(cell)
