"""Sheets that are our own templates: their headings are known to the letter, however little is filled in."""

from __future__ import annotations

from functools import cache

import pyarrow.compute as pc

from ..model.tables import TABLES
from ..model.template import template_columns
from ..model.text import LANGUAGES
from .layout import Header
from .mapping import signature
from .sheet import Sheet, letter
from .types import Remembered


@cache
def template_signatures() -> dict[str, str]:
    """Return the signature of every template, in every language, with the table that it is for."""
    return {
        signature(_header([column.title.in_(language) for column in template_columns(table)])): table.key
        for table in TABLES.values()
        for language in LANGUAGES
    }


def filled_template(sheet: Sheet) -> dict[str, Remembered]:
    """Return what a sheet is if it is a template with something in it, by its signature; else nothing.

    Columns that were left blank are not assigned: a blank column would otherwise erase what is stored.
    """
    if sheet.first_row != 1 or sheet.cells.num_rows < 2:
        return {}
    headings = [(column[0].as_py() or "") for column in sheet.cells.columns]
    known = signature(_header(headings))
    table = template_signatures().get(known)
    if table is None:
        return {}
    filled = {
        column.key: letter(at + 1)
        for at, column in enumerate(template_columns(TABLES[table]))
        if pc.any(pc.is_valid(sheet.cells.column(at).slice(1))).as_py()
    }
    return {known: Remembered(table, filled)} if filled else {}


def _header(headings: list[str]) -> Header:
    return Header(0, 1, {letter(at + 1): " ".join(text.split()) for at, text in enumerate(headings)})
