"""Where the headings of a sheet are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from ..cells.blanks import trimmed
from ..cells.numbers import read_number
from ..files.sheet import Sheet, column_number
from ..recognition.headings import plain_text
from ..recognition.recognise import rough_hits

SEARCHED: Final = 50
"""The header row is looked for among so many first rows."""
_DEPTH: Final = 3
_CANDIDATES: Final = 4


@dataclass(frozen=True, slots=True)
class Header:
    """A possible header: index of its first row in the cells, how many rows it has, letter -> heading."""

    at: int
    depth: int
    headings: dict[str, str]

    @property
    def end(self) -> int:
        """Index of the first row after it."""
        return self.at + self.depth


def frame_of(sheet: Sheet) -> pl.DataFrame:
    """Return the cells of a sheet with blanks trimmed; a cell of nothing but blanks is null."""
    cells = pl.DataFrame(pl.from_arrow(sheet.cells))
    return cells.select(trimmed(cells[name].cast(pl.String)).alias(name) for name in cells.columns)


def headers(cells: pl.DataFrame, sheet: Sheet) -> tuple[Header, ...]:
    """Return the possible headers of a sheet, the most promising first, each with one to three rows."""
    grid = [["" if cell is None else cell for cell in row] for row in cells.head(SEARCHED + _DEPTH).rows()]
    rated = sorted(
        ((_promise(row), -at) for at, row in enumerate(grid[:SEARCHED]) if sum(map(bool, row)) >= 2), reverse=True
    )
    best = rated[0][0] if rated else 0.0
    starts: dict[int, None] = {}
    for promise, at in rated[:_CANDIDATES]:
        if promise > 0 and promise >= 0.5 * best and not _under_headings(grid, -at):
            # A line of merged headings above promises little by itself.
            starts.update(dict.fromkeys(range(-at, max(-at - _DEPTH, -1), -1)))
    return tuple(
        header
        for at in starts
        if sum(map(bool, grid[at])) >= 2
        for header in _variants(grid, at, sheet, cells.columns)
    )


def _under_headings(grid: Sequence[Sequence[str]], at: int) -> bool:
    """Tell whether a row as wide as this one stands above it: then that one has the headings, and this is data."""
    width = sum(map(bool, grid[at]))
    return any(
        sum(map(bool, row)) >= max(2, 0.9 * width) and not any(is_figure(cell) for cell in row if cell)
        for row in grid[:at]
    )


def header_at(cells: pl.DataFrame, sheet: Sheet, at: int, depth: int) -> Header | None:
    """Return the header of `depth` rows from row index `at` on; `None` when the sheet is too short."""
    grid = [["" if cell is None else cell for cell in row] for row in cells[at : at + depth].rows()]
    return _header(grid, at, sheet, cells.columns) if len(grid) == depth else None


def _promise(row: Sequence[str]) -> float:
    filled = [cell for cell in row if cell]
    figures = sum(map(is_figure, filled))
    repeated = len(filled) - len(set(filled))
    return rough_hits(filled) + 0.1 * len(filled) - 1.5 * figures - 0.2 * repeated


def is_figure(cell: str) -> bool:
    """Tell whether a cell is a number or a date rather than a text."""
    if not any(mark.isdigit() for mark in cell) or len(cell) > 40:
        return False
    return (
        bool(re.match(r"\d+[.:/-]\d", cell)) or read_number(cell) is not None or read_number(cell, ",") is not None
    )


def _variants(grid: Sequence[Sequence[str]], at: int, sheet: Sheet, letters: Sequence[str]) -> Iterator[Header]:
    for depth in range(1, _DEPTH + 1):
        rows = grid[at : at + depth]
        low = [cell for cell in rows[-1] if cell] if len(rows) == depth else []
        if not low or (depth > 1 and any(map(is_figure, low))):
            return
        if depth < _DEPTH and _goes_on_below(grid, at + depth - 1, sheet):
            continue
        yield _header(rows, at, sheet, letters)


def _goes_on_below(grid: Sequence[Sequence[str]], at: int, sheet: Sheet) -> bool:
    """Tell whether a line of headings spans columns that the next line names one by one."""
    number = sheet.first_row + at
    below = [cell for cell in grid[at + 1] if cell] if at + 1 < len(grid) else []
    if len(below) < 2 or any(map(is_figure, below)):
        return False
    wide = [span for span in sheet.merged if span[0] == span[2] == number and span[3] > span[1]]
    named = sum(sum(map(bool, grid[at + 1][left - 1 : right])) > 1 for _, left, _, right in wide)
    return named > 0


def _header(rows: Sequence[Sequence[str]], at: int, sheet: Sheet, letters: Sequence[str]) -> Header:
    filled = [_spread(row, at + place, sheet, rows) for place, row in enumerate(rows)]
    for place, texts in enumerate(filled[:-1]):
        # "Details" over "Number" and "Date" says nothing of them.
        wide = {text for text in texts if text and texts.count(text) > 1 and not rough_hits([text])}
        if len(rows) == _DEPTH and wide:
            filled[place] = ["" if text in wide else text for text in texts]
    texts = [" ".join(dict.fromkeys(part for part in parts if part)) for parts in zip(*filled, strict=True)]
    return Header(at, len(rows), {name: " ".join(text.split()) for name, text in zip(letters, texts, strict=True)})


def _spread(row: Sequence[str], at: int, sheet: Sheet, rows: Sequence[Sequence[str]]) -> list[str]:
    """Repeat the text of a merged heading over the columns that it spans.

    Files without merge marks leave the spanned cells blank; there the text of an upper row reaches up to the
    next one as long as the row below has something to say.
    """
    texts = list(row)
    number = sheet.first_row + at
    spans = [span for span in sheet.merged if span[0] <= number <= span[2] and span[3] > span[1]]
    for top, left, _, right in spans:
        if top == number and left <= len(texts):
            texts[left - 1 : right] = [texts[left - 1]] * (min(right, len(texts)) - left + 1)
    if spans or row is rows[-1]:
        return texts
    below = rows[-1]
    for place in range(1, len(texts)):
        if not texts[place] and below[place] and texts[place - 1] and below[place - 1]:
            texts[place] = texts[place - 1]
    return texts


def signature_texts(header: Header) -> tuple[str, ...]:
    """Return the plain headings in their order, without the blank ones at the end."""
    last = max((column_number(name) for name, text in header.headings.items() if text), default=0)
    return tuple(plain_text(text) for name, text in header.headings.items() if column_number(name) <= last)
