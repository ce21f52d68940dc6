"""The rejects workbook: rejected rows in their own layout, each fault marked and explained in its cell."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from ..model.issue import Issue
from ..model.rejected import Cell, RejectedRow, RejectedSheet
from ..model.text import Language
from ..text.issues import message
from ..text.mending import ROW_WAS
from .xlsx import clean

MARK: Final = "sales_metrics_rejects"
"""The document property that says which upload the rows come from."""

_NOT_IN_SHEET_NAMES: Final = re.compile(r"[\[\]:*?/\\]|^'|'$")
_SHEET_NAME_HOLDS: Final = 31
_WIDEST: Final = 50
_LOOKED_AT: Final = 200
_NO_VALUE: Final = frozenset({"cell_error", "not_calculated"})
_ERRORS: Final = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})


@dataclass(frozen=True, slots=True)
class _Look:
    """The formats of a workbook: by what stands in a cell, each plain and marked as faulty."""

    heading: Any
    plain: Mapping[str, Any]
    faulty: Mapping[str, Any]


def rejects_workbook(
    sheets: Sequence[RejectedSheet], language: Language, *, upload: int | None = None, sha256: str = ""
) -> bytes:
    """Return a workbook with a sheet for each of `sheets`: what stood above the data, then the rejected rows.

    Headings keep their line and rows their columns, so that the mended workbook is recognised like the file it
    comes from. A faulty cell is filled and has a comment in `language`. Texts are written as texts whatever
    they begin with; the only formulas are the error values of cells that held an error or were never
    calculated, so that such a row stays rejected until somebody mends it. With `upload` and the `sha256` of its
    file the workbook says where its rows belong. Without sheets it has one that is blank.
    """
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        if upload is not None:
            book.set_custom_property(MARK, f"{upload} {sha256}", "text")
        look = _look(book)
        names: set[str] = set()
        for each in sheets:
            _write_sheet(book.add_worksheet(_named(each.name, names)), each, language, look)
        if not sheets:
            book.add_worksheet()
    return target.getvalue()


def _look(book: Any) -> _Look:
    formats = {"": {}, "text": {"num_format": "@"}, "date": {"num_format": "dd.mm.yyyy"}}
    formats["moment"] = {"num_format": "dd.mm.yyyy hh:mm:ss"}
    fill = {"bg_color": "#FFD9D2", "border": 1, "border_color": "#C0392B"}
    return _Look(
        book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        {kind: book.add_format(form) for kind, form in formats.items()},
        {kind: book.add_format(form | fill) for kind, form in formats.items()},
    )


def _named(name: str, taken: set[str]) -> str:
    """Return the name of a sheet as Excel allows it, different from all others whatever their case."""
    stem = clean(_NOT_IN_SHEET_NAMES.sub(" ", name)).strip()[:_SHEET_NAME_HOLDS] or "1"
    known, number = stem, 1
    while known.casefold() in taken:
        number += 1
        end = f" ({number})"
        known = stem[: _SHEET_NAME_HOLDS - len(end)] + end
    taken.add(known.casefold())
    return known


def _write_sheet(sheet: Any, rejected: RejectedSheet, language: Language, look: _Look) -> None:
    last = len(rejected.above) - 1
    for at, texts in enumerate(rejected.above):
        for column, text in enumerate(texts):
            if text is not None:
                sheet.write_string(at, column, clean(text), look.heading if at == last else None)
    for top, left, bottom, right in rejected.merged:
        if top - 1 <= last and left - 1 < len(rejected.above[top - 1]):
            text = rejected.above[top - 1][left - 1] or ""
            sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, clean(text), look.heading)
    for place, row in enumerate(rejected.rows, start=last + 1):
        _write_row(sheet, place, row, rejected.as_text, language, look)
    width = max((len(row) for row in rejected.above), default=0)
    for column in range(width):
        sheet.set_column(column, column, _width(rejected, column))
    sheet.freeze_panes(last + 1, 0)
    if width and rejected.rows:
        # Ids are texts on purpose: without this Excel flags each of them.
        span = f"A1:{xl_rowcol_to_cell(last + len(rejected.rows), width - 1)}"
        sheet.ignore_errors({"number_stored_as_text": span})


def _write_row(
    sheet: Any, place: int, row: RejectedRow, as_text: Iterable[int], language: Language, look: _Look
) -> None:
    faults: dict[int, list[Issue]] = {}
    for column, issue in row.faults:
        faults.setdefault(column, []).append(issue)
    for column, cell in enumerate(row.cells):
        wrong = faults.get(column, [])
        formats = look.faulty if wrong else look.plain
        error = next((issue.found for issue in wrong if issue.problem in _NO_VALUE), None)
        if cell is None and error is not None:
            value = error if error in _ERRORS else "#N/A"
            sheet.write_formula(place, column, f"={value}", formats[""], value)
        else:
            _write_cell(sheet, place, column, cell, formats, as_text=column in as_text, blank=bool(wrong))
        if wrong:
            sheet.write_comment(place, column, _comment(wrong, row.row, place, column, language), _COMMENT)


_COMMENT: Final = {"author": "Sales metrics", "width": 320, "height": 110}


def _comment(wrong: Iterable[Issue], row: int, place: int, column: int, language: Language) -> str:
    here = xl_rowcol_to_cell(place, column)
    said = dict.fromkeys(message(replace(issue, cell=here), language) for issue in wrong)
    return clean("\n".join([*said, ROW_WAS.in_(language).format(row=row)]))


def _write_cell(
    sheet: Any, row: int, column: int, cell: Cell, formats: Mapping[str, Any], *, as_text: bool, blank: bool
) -> None:
    if cell is None:
        if blank or as_text:
            sheet.write_blank(row, column, None, formats["text" if as_text else ""])
    elif isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell, formats["moment"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day), formats["date"])
    elif isinstance(cell, str):
        sheet.write_string(row, column, clean(cell), formats["text" if as_text else ""])
    else:
        sheet.write_number(row, column, cell, formats[""])


def _width(rejected: RejectedSheet, column: int) -> int:
    heads = [row[column] or "" for row in rejected.above[-1:]]
    cells = [row.cells[column] for row in rejected.rows[:_LOOKED_AT] if column < len(row.cells)]
    longest = max((len(str(cell)) for cell in (*heads, *cells) if cell is not None), default=0)
    return min(max(longest + 2, 10), _WIDEST)
