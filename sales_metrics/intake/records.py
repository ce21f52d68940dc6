"""The careful reading of delimited text: every line is kept, whatever became of its quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .limits import Limits
from .refusal import RefusedError
from .sheet import letter

_LINE_END = re.compile(r"(\r\n|\n|\r)")
_LONGEST = 1_000
_SWALLOWED = 3


def records(text: str, delimiter: str, width: int, limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number counted from 1, fields) for each record; a blank line is a record of no fields.

    A field in quotes may hold delimiters, line ends and doubled quotes. A quote inside a field that did not
    begin with one is a plain character. Raises `RefusedError` for a quote that is never closed, also when the
    next quote of the file would close it after swallowing lines of the table, and for a line over the limit.
    """
    parts = _LINE_END.split(text)
    lines, ends = parts[0::2], parts[1::2]
    if lines and not lines[-1]:
        lines.pop()
    at = 0
    while at < len(lines):
        line = lines[at]
        if len(line) > limits.line:
            raise RefusedError("line_too_long", cell=f"A{at + 1}", found=str(len(line)), limit=limits.line)
        start = at
        if '"' not in line:
            yield start + 1, line.split(delimiter) if line else []
        else:
            record = _Record(line, delimiter)
            while not record.complete():
                at += 1
                if at >= len(lines) or at - start > _LONGEST:
                    raise _unclosed(record, start)
                record.lengthen(ends[at - 1] + lines[at])
            if at - start > _SWALLOWED and _are_rows(lines[start + 1 : at], delimiter, width):
                raise _unclosed(record, start)
            yield start + 1, record.fields
        at += 1


def _unclosed(record: _Record, start: int) -> RefusedError:
    opened = record.line[record.at : record.at + 40]
    return RefusedError("unclosed_quote", cell=f"{letter(len(record.fields) + 1)}{start + 1}", found=opened)


def _are_rows(lines: list[str], delimiter: str, width: int) -> bool:
    """Return whether the lines inside a quoted field look like rows of the table rather than like prose."""
    whole = sum(line.count(delimiter) == width - 1 for line in lines)
    return width > 2 and whole >= _SWALLOWED and whole * 2 > len(lines)


class _Record:
    """One record being divided; it is lengthened by further lines until its last quote is closed."""

    def __init__(self, line: str, delimiter: str) -> None:
        self.line = line
        self.fields: list[str] = []
        self.at = 0
        self._delimiter = delimiter
        self._seen = 0
        self._stray = False

    def lengthen(self, more: str) -> None:
        self.line += more

    def complete(self) -> bool:
        """Divide as far as possible and return whether the end of the record was reached."""
        while self.at <= len(self.line):
            if not self.line.startswith('"', self.at):
                end = self.line.find(self._delimiter, self.at)
                end = len(self.line) if end < 0 else end
                self.fields.append(self.line[self.at : end])
            else:
                end = self._closing()
                if end < 0:
                    return False
                self.fields.append(self.line[self.at + 1 : end].replace('""', '"'))
                end += 1
            self.at, self._seen, self._stray = end + 1, 0, False
        return True

    def _closing(self) -> int:
        """Return where the quote that closes the current field stands, or -1."""
        look = self._seen or self.at + 1
        while (quote := self.line.find('"', look)) >= 0:
            following = self.line[quote + 1 : quote + 2]
            if following in ("", self._delimiter):
                return quote
            if following == '"':
                after = self.line[quote + 2 : quote + 3]
                if self._stray and after in ("", self._delimiter):
                    return quote + 1
                look = quote + 2
            else:
                self._stray = True
                look = quote + 1
        self._seen = max(look, len(self.line))
        return -1
