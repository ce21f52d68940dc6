"""Template workbooks: the columns of one table, ready to be filled in and uploaded."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import Any, Final

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from ..model.tables import Column, Kind, Table
from ..model.template import template_columns
from ..model.text import Language
from ..text import templates as words
from .xlsx import clean

Value = str | float | date

ROWS: Final = 2_000
"""So many rows get their formats and dropdowns; rows below them can be filled in all the same."""

_EXAMPLE_ROWS: Final = 3
_FIRST_DAY: Final = date(2026, 3, 2)
_CURRENCIES: Final[Mapping[Language, tuple[str, ...]]] = {
    "ru": ("RUB", "EUR", "USD", "KZT", "BYN"),
    "en": ("EUR", "USD", "GBP"),
    "bg": ("EUR", "BGN", "USD"),
}
_FORMATS: Final[Mapping[Kind, str]] = {
    Kind.MONEY: "#,##0.00",
    Kind.NUMBER: "General",
    Kind.SHARE: "0%",
    Kind.SCORE: "0",
    Kind.DAY: "dd.mm.yyyy",
    Kind.MOMENT: "dd.mm.yyyy hh:mm",
}
_WIDTHS: Final[Mapping[Kind, int]] = {Kind.NAME: 26, Kind.TEXT: 34, Kind.MOMENT: 18}
_PEOPLE: Final = frozenset(
    {"manager", "service_manager", "head", "surveyor", "owner", "changed_by", "tele_marketer", "active_seller",
     "client_manager", "contact_person"}
)  # fmt: skip
_CLIENTS: Final = frozenset({"client", "referred_by", "holding"})


@dataclass(frozen=True, slots=True)
class _Look:
    needed: Any
    optional: Any
    note: Any
    cells: Mapping[Kind, Any]


def template_workbook(
    table: Table,
    language: Language,
    rows: Sequence[Mapping[str, Value]] = (),
    beside: Mapping[str, Sequence[str]] = MappingProxyType({}),
    also: Sequence[Table] = (),
) -> bytes:
    """Return an empty workbook for one table, with its columns headed by their titles in `language`.

    Needed columns stand first and are marked. Dropdowns offer the words that the product knows, ids are kept as
    text, dates and sums have their formats. A second sheet says what goes into each column, a third shows
    filled rows; headings are written down the side there, so that neither can be taken for data. `rows` fills
    the template with values by column; other columns stay blank. `also` adds the blank sheets of further tables,
    `beside` sheets of plain lines by their names.
    """
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        look = _look(book)
        _fill(book.add_worksheet(table.title.in_(language)), table, language, rows, look)
        for another in also:
            _fill(book.add_worksheet(another.title.in_(language)), another, language, (), look)
        _how(book.add_worksheet(words.HOW_SHEET.in_(language)), table, language, look)
        _example(book.add_worksheet(words.EXAMPLE_SHEET.in_(language)), table, language, look)
        for name, lines in beside.items():
            _lines(book.add_worksheet(name), lines)
    return target.getvalue()


def _lines(sheet: Any, lines: Sequence[str]) -> None:
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, clean(line))
    sheet.set_column(0, 0, 110)


def _look(book: Any) -> _Look:
    heading = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
    return _Look(
        book.add_format(heading | {"bg_color": "#FFE9A8"}),
        book.add_format(heading | {"bg_color": "#ECEFF3"}),
        book.add_format({"italic": True, "font_color": "#5F6B7A"}),
        {kind: book.add_format({"num_format": _FORMATS.get(kind, "@")}) for kind in Kind},
    )


def _fill(sheet: Any, table: Table, language: Language, rows: Sequence[Mapping[str, Value]], look: _Look) -> None:
    for at, column in enumerate(template_columns(table)):
        title = column.title.in_(language)
        sheet.write_string(0, at, title, look.needed if column.needed else look.optional)
        sheet.write_comment(0, at, meaning(column, language), {"author": "Sales metrics"})
        width = max(_WIDTHS.get(column.kind, 14), min(len(title) + 3, 30))
        sheet.set_column(at, at, width, look.cells[column.kind])
        allowed = choices(column, language)
        if allowed:
            sheet.data_validation(1, at, ROWS, at, _dropdown(column, allowed, language))
        elif column.kind is Kind.SCORE:
            bounds = {"validate": "integer", "criteria": "between", "minimum": column.low, "maximum": column.high}
            sheet.data_validation(1, at, ROWS, at, bounds | _refusal(language, stop=True))
        for row, values in enumerate(rows, start=1):
            if column.key in values:
                _write(sheet, row, at, values[column.key], look.cells[column.kind])
    sheet.freeze_panes(1, 0)
    if rows:
        sheet.ignore_errors(
            {"number_stored_as_text": f"A2:{xl_col_to_name(len(table.columns) - 1)}{len(rows) + 1}"}
        )


def _dropdown(column: Column, allowed: Sequence[str], language: Language) -> dict[str, Any]:
    # A currency that is not in the list may be right all the same.
    stop = column.kind is not Kind.CURRENCY
    return {"validate": "list", "source": list(allowed)} | _refusal(language, stop=stop)


def _refusal(language: Language, *, stop: bool) -> dict[str, str]:
    return {"error_title": words.WRONG_CELL.in_(language)[:32], "error_type": "stop" if stop else "warning"}


def choices(column: Column, language: Language) -> tuple[str, ...]:
    """Return what a dropdown of a column offers; nothing for a column that takes any value."""
    if column.kind is Kind.CHOICE:
        # Excel parts the words of a dropdown at commas: "A, high" is offered as "A".
        return tuple(choice.title.in_(language).partition(",")[0] for choice in column.choices)
    if column.kind is Kind.YES_NO:
        return (words.YES.in_(language), words.NO.in_(language))
    return _CURRENCIES[language] if column.kind is Kind.CURRENCY else ()


def meaning(column: Column, language: Language) -> str:
    """Return what goes into a column: "needed: a date"."""
    needed = (words.HOW_NEEDED if column.needed else words.HOW_OPTIONAL).in_(language)
    if column.kind is Kind.CHOICE:
        what = words.HOW_CHOICES.in_(language).format(choices=", ".join(choices(column, language)))
    elif column.kind is Kind.SCORE:
        what = words.HOW_SCORE.in_(language).format(low=column.low, high=column.high)
    else:
        what = words.HOW_KIND[column.kind].in_(language)
    return f"{needed}: {what}"


def _how(sheet: Any, table: Table, language: Language, look: _Look) -> None:
    sheet.write_string(0, 0, words.HOW_LINE.in_(language).format(row=table.row.in_(language)), look.note)
    for row, column in enumerate(template_columns(table), start=2):
        title = f"{column.title.in_(language)}: {meaning(column, language)}"
        sheet.write_string(row, 0, title)
    sheet.set_column(0, 0, 100)


def _example(sheet: Any, table: Table, language: Language, look: _Look) -> None:
    """Write example rows, each down a column: a sheet with a heading on every line is no table to anybody."""
    sheet.write_string(0, 0, words.EXAMPLE_LINE.in_(language), look.note)
    for row, column in enumerate(template_columns(table), start=2):
        sheet.write_string(row, 0, column.title.in_(language), look.needed if column.needed else look.optional)
        for at in range(_EXAMPLE_ROWS):
            _write(sheet, row, at + 1, example(column, at, language), look.cells[column.kind])
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, _EXAMPLE_ROWS, 26)


def example(column: Column, at: int, language: Language) -> Value:
    """Return a plausible value of a column for the example row number `at` from 0."""
    allowed = choices(column, language)
    if allowed:
        return allowed[0] if column.kind is Kind.CURRENCY else allowed[at % len(allowed)]
    if column.kind is Kind.DAY and column.key == "month":
        return date(_FIRST_DAY.year, 1 + at % 12, 1)
    if column.kind is Kind.DAY:
        return _FIRST_DAY + timedelta(days=at)
    if column.kind is Kind.MOMENT:
        return datetime.combine(_FIRST_DAY + timedelta(days=at), time(9 + at % 8, 30))
    if column.kind is Kind.SCORE:
        return float((column.low or 0) + (at + 3) % ((column.high or 10) - (column.low or 0) + 1))
    return _number(column, at) or _text(column, at, language)


def _number(column: Column, at: int) -> float | None:
    if column.kind is Kind.MONEY:
        return 12_500.5 * (at + 1)
    if column.kind is Kind.SHARE:
        return 0.25 * (1 + at % 3)
    return float(at + 2) if column.kind is Kind.NUMBER else None


def _text(column: Column, at: int, language: Language) -> str:
    if column.kind is Kind.TAX_ID:
        # Numbers whose check digits are right and which stand for nobody we know.
        return {"ru": "7707083893", "en": "980780684", "bg": "175074752"}[language]
    if column.key == "phone":
        return f"+7 900 000 00 {at:02}" if language == "ru" else f"+359 2 000 00{at:02}"
    if column.key == "email":
        return f"example{at}@example.com"
    if column.kind is Kind.ID:
        return f"{column.key[0].upper()}-{at + 1:04}"
    if column.key == "period":
        return f"2026-{1 + at % 12:02}"
    name = "person" if column.key in _PEOPLE else "client" if column.key in _CLIENTS else "word"
    name = "product" if column.key == "product" else name
    return words.EXAMPLE_NAMES[name][at % 2].in_(language)


def _write(sheet: Any, row: int, column: int, value: Value, look: Any) -> None:
    if isinstance(value, datetime):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), look)
    elif isinstance(value, str):
        sheet.write_string(row, column, clean(value), look)
    else:
        sheet.write_number(row, column, value, look)
