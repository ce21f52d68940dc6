"""One record of a delimited text: how it is laid out, and its division into fields."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """The delimiter, the number of fields that most lines have, what stands round fields, what escapes that."""

    delimiter: str
    width: int
    quote: str = '"'
    escape: str = ""

    @property
    def usual(self) -> bool:
        """Whether the quick reading knows such a file."""
        return len(self.delimiter) == 1 and self.quote == '"' and not self.escape


class Record:
    """One record being divided; it is lengthened by further lines until its last quote is closed.

    The opening quote number `plain` (from 0) is a plain character; `loose` ends a field at a doubled quote before
    a delimiter, as programs write that escape a quote but not the one that closes.
    """

    def __init__(self, line: str, layout: Layout, *, plain: int = -1, loose: bool = False) -> None:
        self.line = line
        self.fields: list[str] = []
        self.at = 0
        self.odd: tuple[int, str] | None = None
        self.strayed = False
        self._delimiter = layout.delimiter
        self._quote = layout.quote
        self._escape = layout.escape
        self._plain = plain
        self._loose = loose
        self._opened = 0
        self._seen = 0
        self._stray = False

    def lengthen(self, more: str) -> None:
        """Add the line end and the line that follow."""
        self.line += more

    def complete(self) -> bool:
        """Divide as far as possible and return whether the end of the record was reached."""
        while self.at <= len(self.line):
            if not self._opens():
                end = self.line.find(self._delimiter, self.at)
                end = len(self.line) if end < 0 else end
                self.fields.append(self.line[self.at : end])
                self.at = end + len(self._delimiter)
            else:
                end = self._closing()
                if end < 0:
                    return False
                self.fields.append(self._unquoted(self.line[self.at + 1 : end]))
                self.at = end + 1 + len(self._delimiter)
                self._opened += 1
            self._seen, self._stray = 0, False
        return True

    def _opens(self) -> bool:
        if not self.line.startswith(self._quote, self.at):
            return False
        if self._opened != self._plain:
            return True
        self.odd = (len(self.fields) + 1, self.line[self.at :])
        self._opened += 1
        return False

    def _unquoted(self, text: str) -> str:
        if self._escape:
            text = text.replace(self._escape + self._quote, self._quote)
        return text.replace(self._quote * 2, self._quote)

    def _closing(self) -> int:
        """Return where the quote that closes the current field stands, or -1."""
        look = self._seen or self.at + 1
        while (quote := self.line.find(self._quote, look)) >= 0:
            if self._escape and self.line[quote - 1] == self._escape and quote - 1 > self.at:
                look = quote + 1
                continue
            if self._ends(quote + 1):
                return quote
            if self.line.startswith(self._quote, quote + 1):
                if (self._stray or (self._loose and quote > self.at + 1)) and self._ends(quote + 2):
                    if not self._stray:
                        self.odd = (len(self.fields) + 1, self.line[self.at :])
                    return quote + 1
                look = quote + 2
            else:
                self._stray = self.strayed = True
                look = quote + 1
        self._seen = max(look, len(self.line))
        return -1

    def _ends(self, at: int) -> bool:
        return at >= len(self.line) or self.line.startswith(self._delimiter, at)
