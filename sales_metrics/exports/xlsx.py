"""Workbooks in which a cell is what it says: no text of a client's ever becomes a formula or a link."""

from __future__ import annotations

import io
import re
from datetime import date, datetime
from typing import Any, Final

import pandas as pd
import xlsxwriter

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CELL_HOLDS: Final = 32_767
_SHEET_NAME_HOLDS: Final = 31
_NOT_IN_SHEET_NAMES: Final = re.compile(r"[\[\]:*?/\\']")
_WIDEST: Final = 60


def rows_workbook(rows: pd.DataFrame, title: str) -> bytes:
    """Return a workbook with one sheet that holds `rows` under their headings.

    Numbers stay numbers and dates stay dates. Texts are written as texts whatever they begin with; control
    characters, which Excel refuses, are left out; a text longer than a cell can hold is cut.
    """
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet(_NOT_IN_SHEET_NAMES.sub(" ", title)[:_SHEET_NAME_HOLDS] or "1")
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        formats = {
            date: book.add_format({"num_format": "dd.mm.yyyy"}),
            datetime: book.add_format({"num_format": "dd.mm.yyyy hh:mm"}),
        }
        for at, name in enumerate(rows.columns):
            sheet.write_string(0, at, clean(str(name)), head)
            values = rows[name].tolist()
            for row, value in enumerate(values, start=1):
                _write(sheet, row, at, value, formats)
            longest = max([len(str(name)), *(len(str(value)) for value in values[:200])], default=8)
            sheet.set_column(at, at, min(longest + 2, _WIDEST))
        sheet.freeze_panes(1, 0)
        if len(rows.columns):
            sheet.autofilter(0, 0, max(len(rows), 1), len(rows.columns) - 1)
    return target.getvalue()


def clean(text: str) -> str:
    """Return text that a cell can hold."""
    return _CONTROL.sub("", text)[:_CELL_HOLDS]


def _write(sheet: Any, row: int, column: int, value: Any, formats: dict[type[date], Any]) -> None:
    if value is None or value != value:  # not equal to itself: NaN and NaT
        return
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, datetime):
        moment = value.replace(tzinfo=None)
        midnight = (moment.hour, moment.minute, moment.second) == (0, 0, 0)
        sheet.write_datetime(row, column, moment, formats[date if midnight else datetime])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), formats[date])
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, clean(str(value)))
