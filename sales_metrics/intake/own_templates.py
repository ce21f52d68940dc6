"""Sheets that are our own templates: their headings are known to the letter, however little is filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pyarrow.compute as pc

from ..model.tables import TABLES
from ..model.template import template_columns
from ..model.text import LANGUAGES
from .files.sheet import Sheet, Workbook, letter
from .layout.header import Header
from .layout.mapping import signature
from .types import Remembered, TakenSheet


@cache
def template_signatures() -> dict[str, str]:
    """Return the signature of every template, in every language, with the table that it is for."""
    return {
        signature(_header([column.title.in_(language) for column in template_columns(table)])): table.key
        for table in TABLES.values()
        for language in LANGUAGES
    }


def filled_templates(workbook: Workbook) -> dict[str, Remembered]:
    """Return what the sheets are that are templates with something in them, by the signature of their headings.

    Columns that were left blank are not assigned: a blank column would otherwise erase what is stored.
    """
    return {
        known: Remembered(table, filled)
        for sheet in workbook.sheets
        for known, table in _template(sheet)
        if (filled := _filled(sheet, table))
    }


def by_heading(taken: TakenSheet) -> TakenSheet:
    """Return a filled template as taken, with the true reason: its headings are ours, nobody has chosen them."""
    said = {ours: ("heading",) if codes == ("remembered",) else codes for ours, codes in taken.evidence.items()}
    return replace(taken, evidence=said)


def _template(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the signature of a template's headings and its table; nothing for any other sheet."""
    if sheet.first_row == 1 and sheet.cells.num_rows > 1:
        known = signature(_header([column[0].as_py() or "" for column in sheet.cells.columns]))
        table = template_signatures().get(known)
        if table:
            yield known, table


def _filled(sheet: Sheet, table: str) -> dict[str, str]:
    """Return our column -> letter for the columns that have any cell filled."""
    return {
        column.key: letter(at + 1)
        for at, column in enumerate(template_columns(TABLES[table]))
        if pc.any(pc.is_valid(sheet.cells.column(at).slice(1))).as_py()
    }


def _header(headings: list[str]) -> Header:
    return Header(0, 1, {letter(at + 1): " ".join(text.split()) for at, text in enumerate(headings)})
