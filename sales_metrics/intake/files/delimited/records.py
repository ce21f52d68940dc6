"""The careful reading of delimited text: every line is kept, whatever became of its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ....model.issue import Issue
from ..limits import Limits
from ..refusal import RefusedError, note
from ..sheet import letter
from .delimiters import CANDIDATES
from .record import Layout, Record

_LINE_END = re.compile(r"(\r\n|\n|\r)")
_LONGEST = 1_000
_SWALLOWED = 3
_FEW = 2
_REPAIRED = 20_000


@dataclass(slots=True)
class Mended:
    """Lines whose quotes fit nothing and were taken as plain characters: their number and the first cell.

    `redivided` counts the lines that another delimiter divided, `line` is the first of them.
    """

    count: int = 0
    cell: str = ""
    found: str = ""
    redivided: int = 0
    line: int = 0

    def remarks(self) -> list[Issue]:
        """Return a note for each kind of repair that there was."""
        made = []
        if self.count:
            made.append(note("quotes_mended", cell=self.cell, found=self.found, count=self.count))
        if self.redivided:
            made.append(note("other_delimiter", cell=f"A{self.line}", count=self.redivided))
        return made

    def add(self, line: int, column: int, found: str) -> None:
        """Take in one line."""
        self.count += 1
        if not self.cell:
            self.cell, self.found = f"{letter(column)}{line}", found


@dataclass(slots=True)
class Reader:
    """Divides a text into records by its layout; `mended` tells afterwards what had to be put right.

    `above` lines of the file stand above the text.
    """

    layout: Layout
    limits: Limits
    mended: Mended = field(default_factory=Mended)
    above: int = 0

    def records(self, text: str) -> Iterator[tuple[int, list[str]]]:
        """Yield (line number counted from 1, fields) for each record; a blank line is a record of no fields.

        A field in quotes may hold delimiters, line ends and doubled (or escaped) quotes. A quote inside a field
        that did not begin with one is a plain character. So is one that opens a field and closes nowhere, or
        only beyond its neighbours, when the line then has as many fields as the others. Raises `RefusedError`
        for a quote that is never closed in a line that no such reading makes whole, and for a line over the
        limit.
        """
        parts = _LINE_END.split(text)
        lines, ends = parts[0::2], parts[1::2]
        if lines and not lines[-1]:
            lines.pop()
        at = 0
        while at < len(lines):
            line = lines[at]
            if len(line) > self.limits.line:
                raise RefusedError("line_too_long", cell=f"A{at + 1}", found=str(len(line)), limit=self.limits.line)
            start = at
            if self.layout.quote not in line:
                fields = line.split(self.layout.delimiter) if line else []
            else:
                at, fields = self._quoted(lines, ends, start)
            if at == start and len(fields) != self.layout.width > _FEW and line:
                fields = self._otherwise(line, start) or fields
            yield start + 1, fields
            at += 1

    def _quoted(self, lines: list[str], ends: list[str], start: int) -> tuple[int, list[str]]:
        """Return the last line of the record that starts at `start`, and its fields."""
        record = Record(lines[start], self.layout)
        at = start
        refused: RefusedError | None = None
        while not record.complete():
            at += 1
            if at >= len(lines) or at - start > _LONGEST:
                refused = _unclosed(record, start)
                break
            record.lengthen(ends[at - 1] + lines[at])
        if refused is None and at - start > _SWALLOWED and self._are_rows(lines[start + 1 : at]):
            refused = _unclosed(record, start)
        # Stray quotes in a field of several lines mean that it has more likely swallowed the next record.
        whole = len(record.fields) == self.layout.width and (at == start or not record.strayed)
        if refused is None and whole:
            return at, record.fields
        if self.mended.count < _REPAIRED and self.layout.width > 1:
            again = self._mended(lines[start], start)
            if again is not None:
                return start, again
        if refused is not None:
            raise refused
        return at, record.fields

    def _mended(self, line: str, start: int) -> list[str] | None:
        """Return the fields of one line with some quote in it taken as a plain one, if that makes it whole."""
        for plain, loose in _READINGS:
            record = Record(line, self.layout, plain=plain, loose=loose)
            if record.complete() and len(record.fields) == self.layout.width:
                column, found = record.odd or (1, line)
                self.mended.add(self.above + start + 1, column, found[:40])
                return record.fields
        return None

    def _otherwise(self, line: str, start: int) -> list[str] | None:
        """Return the fields of a line that another delimiter divides into as many as the others have."""
        for delimiter in CANDIDATES:
            if delimiter == self.layout.delimiter or line.count(delimiter) < self.layout.width - 1:
                continue
            record = Record(line, replace(self.layout, delimiter=delimiter))
            if record.complete() and len(record.fields) == self.layout.width:
                self.mended.redivided += 1
                self.mended.line = self.mended.line or self.above + start + 1
                return record.fields
        return None

    def _are_rows(self, lines: list[str]) -> bool:
        """Return whether the lines inside a quoted field look like rows of the table rather than like prose."""
        width = self.layout.width
        whole = sum(line.count(self.layout.delimiter) == width - 1 for line in lines)
        return width > 2 and whole >= _SWALLOWED and whole * 2 > len(lines)


_READINGS = ((-1, True), *((place, loose) for place in range(8) for loose in (False, True)))
"""What is tried: closing at a doubled quote before a delimiter; the first, second ... opening quote as plain."""


def _unclosed(record: Record, start: int) -> RefusedError:
    opened = record.line[record.at : record.at + 40]
    return RefusedError("unclosed_quote", cell=f"{letter(len(record.fields) + 1)}{start + 1}", found=opened)
