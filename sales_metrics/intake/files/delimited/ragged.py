"""Keeping account of the rows of a text file that have more or fewer fields than the rest."""

from __future__ import annotations

from ....model.issue import Issue
from ..refusal import note


class Ragged:
    """Counts the records that have more or fewer fields than most of the file.

    A blank line and a line of one field, such as a title or a foot note, are no broken rows, nor is anything
    above the first full row.
    """

    def __init__(self, width: int) -> None:
        self._width = width
        self._long: list[int] = []
        self._short: list[int] = []
        self._widest = 0
        self._full_from: int | None = None

    def begin(self, line: int) -> None:
        """Say on which line the first full row stands."""
        if self._full_from is None:
            self._full_from = line

    def meet(self, line: int, fields: list[str]) -> None:
        """Take in one record."""
        if len(fields) == self._width:
            self.begin(line)
        extra = [field for field in fields[self._width :] if field]
        if extra:
            self._long.append(line)
            self._widest = max(self._widest, len(fields))
        elif 1 < len(fields) < self._width:
            self._short.append(line)

    def remarks(self) -> list[Issue]:
        """Return a note for the long rows and one for the short ones, each naming the first."""
        short = [line for line in self._short if self._full_from is not None and line > self._full_from]
        return [
            note(problem, cell=f"A{lines[0]}", found=str(found), count=len(lines), limit=self._width)
            for problem, lines, found in (
                ("long_rows", self._long, self._widest),
                ("short_rows", short, ""),
            )
            if lines
        ]
