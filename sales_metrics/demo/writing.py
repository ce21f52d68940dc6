"""Frames into files: workbooks and delimited text that come out the same, byte for byte, every time."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

import pandas as pd
import xlsxwriter

from ..model.tables import TABLES, Column, Kind
from ..model.text import Language
from .frames import frames
from .layouts import LAYOUTS, Layout
from .layouts.files import Listing, Sheet, Workbook

_WRITTEN_AT: Final = datetime(2026, 11, 20, 18, 0)
"""The creation date inside every workbook: that of the data, not of the run."""
_DATES: Final = (Kind.DAY, Kind.MOMENT)
_NUMBERS: Final = (Kind.MONEY, Kind.NUMBER, Kind.SHARE, Kind.SCORE)

Cell = str | float | datetime | None


def write_layout(folder: Path, language: Language) -> list[Path]:
    """Write every file of one language into `folder`, which is made when it is not there; return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    layout = LAYOUTS[language]
    tables = frames(language)
    written = []
    for file in layout.files:
        path = folder / file.file
        if isinstance(file, Workbook):
            _write_workbook(path, file, tables, layout, language)
        else:
            _write_listing(path, file, tables[file.table], layout, language)
        written.append(path)
    return written


def _write_workbook(
    path: Path, file: Workbook, tables: dict[str, pd.DataFrame], layout: Layout, language: Language
) -> None:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"created": _WRITTEN_AT})
        bold = book.add_format({"bold": True})
        for sheet in file.sheets:
            page = book.add_worksheet(sheet.name)
            shown = book.add_format({"num_format": sheet.shown})
            day = book.add_format({"num_format": sheet.shown.split(" hh")[0]})
            for row, line in enumerate(sheet.above):
                page.write_string(row, 0, line, bold)
            top = len(sheet.above)
            columns = _columns(tables[sheet.table], sheet, layout, language)
            for letter, (key, heading) in enumerate(sheet.headings.items()):
                page.write_string(top, letter, heading, bold)
                page.set_column(letter, letter, max(10, min(34, len(heading) + 3)))
                form = day if TABLES[sheet.table].column(key).kind is Kind.DAY else shown
                for row, cell in enumerate(columns[letter], start=top + 1):
                    if cell is None:
                        continue
                    if isinstance(cell, datetime):
                        page.write_datetime(row, letter, cell, form)
                    elif isinstance(cell, str):
                        page.write_string(row, letter, cell)
                    else:
                        page.write_number(row, letter, cell)
            if sheet.total:
                _write_total(page, sheet, tables[sheet.table], top, layout, language)
            page.freeze_panes(top + 1, 0)


def _write_total(
    page: xlsxwriter.worksheet.Worksheet,
    sheet: Sheet,
    frame: pd.DataFrame,
    top: int,
    layout: Layout,
    language: Language,
) -> None:
    word, summed = sheet.total or ("", ())
    row = top + 1 + len(frame)
    page.write_string(row, 0, word)
    for letter, key in enumerate(sheet.headings):
        if key in summed:
            page.write_number(row, letter, round(float(frame[key].sum()), 2))


def _write_listing(path: Path, file: Listing, frame: pd.DataFrame, layout: Layout, language: Language) -> None:
    columns = _columns(frame, file, layout, language)
    with path.open("w", encoding=file.encoding, newline="") as out:
        lines = csv.writer(out, delimiter=file.delimiter, lineterminator="\n")
        lines.writerow(file.headings.values())
        for cells in zip(*columns, strict=True):
            lines.writerow([_typed(cell, file.decimal) for cell in cells])


def _typed(cell: Cell, decimal: str) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        text = f"{cell:.2f}" if cell % 1 else f"{cell:.0f}"
        return text.replace(".", decimal)
    return str(cell)


def _columns(
    frame: pd.DataFrame, file: Sheet | Listing, layout: Layout, language: Language
) -> list[Sequence[Cell]]:
    table = TABLES[file.table]
    return [_cells(frame[key], table.column(key), file, layout, language) for key in file.headings]


def _cells(
    values: pd.Series, column: Column, file: Sheet | Listing, layout: Layout, language: Language
) -> Sequence[Cell]:
    if column.kind in _DATES:
        pattern = file.day if column.kind is Kind.DAY else file.moment
        found = values.dt.strftime(pattern) if pattern else values.dt.to_pydatetime()
    elif column.kind in _NUMBERS:
        found = values.astype("float64") * (100 if column.kind is Kind.SHARE else 1)
    elif column.kind is Kind.YES_NO:
        found = values.map(dict(zip((True, False), layout.yes_no, strict=True)))
    elif column.kind is Kind.CHOICE:
        words = {choice.code: choice.title.in_(language) for choice in column.choices}
        found = values.map({**words, **layout.choices.get((file.table, column.key), {})})
    else:
        found = values
    return [None if pd.isna(cell) else cell for cell in found]
