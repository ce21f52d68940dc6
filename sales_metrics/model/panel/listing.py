"""A table to work through: one row a client, a deal or a record, the most urgent first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from .marks import Drill, Verdict


class Align(Enum):
    """How the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class ListColumn:
    """One column: its head, and how its cells stand. `wide` columns take what room is left, for texts."""

    title: str
    align: Align = Align.LEFT
    wide: bool = False


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: finished texts, as many as there are columns, and the way to the rows behind it.

    `verdict` colours nothing but the first cell, which then begins with its sign; names come from files and are
    shown letter by letter.
    """

    cells: tuple[str, ...]
    drill: Drill
    verdict: Verdict = Verdict.NONE


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows in the order in which they want attention. A page shows the first `shown` and offers the rest.

    A column in which no row has anything is not shown, so a report need not ask which columns a file brought.
    """

    columns: tuple[ListColumn, ...]
    rows: tuple[ListRow, ...]
    shown: int = 12

    def told(self) -> Listing:
        """Return the listing without the columns that are empty in every row; the first stays in any case."""
        if not self.rows:
            return self
        kept = [at for at in range(len(self.columns)) if not at or any(row.cells[at] for row in self.rows)]
        columns = tuple(self.columns[at] for at in kept)
        rows = tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in self.rows)
        return replace(self, columns=columns, rows=rows)
