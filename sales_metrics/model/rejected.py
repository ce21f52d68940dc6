"""The rows of a file that were not taken, in the layout in which its user knows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .issue import Issue

Cell = str | float | date | None
"""What stands in one cell; a moment is a `datetime`, which is a `date` too."""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """One row: its number in the user's file, its cells from column A on, and what is wrong in which of them.

    `faults` holds (column counted from 0, issue); more than one fault may be in one cell.
    """

    row: int
    cells: tuple[Cell, ...]
    faults: tuple[tuple[int, Issue], ...]


@dataclass(frozen=True, slots=True)
class RejectedSheet:
    """The rejected rows of one sheet under everything that stood above the data.

    `above` are the rows from the first of the sheet to the last of its headings, so that the headings keep
    their line. `merged` are the merged cells among them as (first row, first column, last row, last column),
    counted from 1. `as_text` are the columns, counted from 0, whose cells must never turn into numbers: ids and
    names. `signature` stands for the headings, `table` is what the sheet was recognised as.
    """

    name: str
    table: str
    signature: str
    above: tuple[tuple[str | None, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...]
    rows: tuple[RejectedRow, ...]
    as_text: frozenset[int]
