"""The plain table that a report of groups becomes, once it is known what its levels are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from ...files.sheet import letter
from ..header import Header
from ..widen import Long
from .levels import Row
from .names import GOODS, NAMELESS, documents, may_be_documents, plain_labels, speaks_of_quantity, told_apart

_DOCUMENT: Final = "Документ"


@dataclass(frozen=True, slots=True)
class Unfolded:
    """A report turned into a plain table, and the letters of the columns that its groups have filled.

    `rank` is 2 when all its levels are told, 1 when the rows under some level are left out, 0 when all that is told
    is which rows are groups. `proven` are groups that hold the sums of their rows.
    """

    long: Long
    added: frozenset[str]
    rank: int = 2
    proven: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """The rows below the heading with the depth of each, and for every row of data its group of each depth.

    Rows that are `left_out` count as groups.
    """

    rows: Sequence[Row]
    depth: Sequence[int | None]
    above: Mapping[int, tuple[int, ...]]
    left_out: frozenset[int] = frozenset()

    def cut(self, at: int) -> Report:
        """Return the report in which groups of a depth are the data, and what stands under them is left out."""
        below = frozenset(
            row for row, depth in enumerate(self.depth) if depth is not None and (depth > at or depth < 0)
        )
        depths_ = [None if row in below else -1 if depth == at else depth for row, depth in enumerate(self.depth)]
        return Report(self.rows, depths_, above_in(depths_), below)


@dataclass(frozen=True, slots=True)
class Written:
    """What a new table is written from: the cells of the sheet, where its heading is, and its report of groups."""

    cells: pl.DataFrame
    header: Header
    start: int
    first_row: int
    report: Report

    def cut(self, depth: int) -> Written:
        """Return the same for the report without what stands under groups of a depth."""
        return replace(self, report=self.report.cut(depth))

    def named(
        self,
        names: tuple[str, ...],
        own: Sequence[int],
        place: int,
        base: Mapping[int, Sequence[str | None]],
        filled: Mapping[int, frozenset[int]],
    ) -> Unfolded | None:
        """Return the table with columns for the levels that have none, called by `names`.

        `None` when documents would bear the name of something else, or something else theirs.
        """
        columns: dict[str, dict[int, str]] = {}
        headings = dict(self.header.headings)
        rows = {at: list(row) for at, row in base.items()}
        written = False
        for number, depth in enumerate(own):
            groups = {at: each[depth] for at, each in self.report.above.items()}
            labels = {group: self.report.rows[group][place] or "" for group in dict.fromkeys(groups.values())}
            name, labels = told_apart(plain_labels(labels))
            name = name or names[number]
            parted = documents(labels)
            elsewhere = not name and any(other and may_be_documents(other) for other in names)
            if parted and (elsewhere or not may_be_documents(name)):
                return None
            if parted:
                written = True
                columns[f"{name or _DOCUMENT} №"] = _spread(parted[0], groups)
                columns[f"{name or _DOCUMENT} дата"] = _spread(parted[1], groups)
            else:
                columns[name or f"{NAMELESS}{number + 1}"] = _spread(labels, groups)
        letter_of = self.cells.columns[place]
        if len(names) > len(own):
            leaves = {at: str(row[place]) for at, row in rows.items() if row[place]}
            parted = documents(leaves)
            last = names[-1]
            if parted and not may_be_documents(last):
                return None
            if parted:
                for at, number_ in parted[0].items():
                    rows[at][place] = number_
                columns[f"{last or _DOCUMENT} дата"] = parted[1]
                headings[letter_of] = f"{last or _DOCUMENT} №"
            else:
                goods = written or speaks_of_quantity(list(headings.values()))
                headings[letter_of] = last or (GOODS if goods else f"{NAMELESS}{len(names)}")
        added = frozenset(self.cells.columns[at] for each in filled.values() for at in each)
        return self.table(headings, rows, columns, added | {letter_of} if not own else added)

    def table(
        self,
        headings: Mapping[str, str],
        rows: Mapping[int, Sequence[str | None]],
        columns: Mapping[str, Mapping[int, str]],
        filled: frozenset[str],
    ) -> Unfolded:
        """Return the plain table: what stands above, one line of headings, and all rows but the groups."""
        kept = [
            at
            for at, depth in enumerate(self.report.depth)
            if (depth is None or depth < 0) and at not in self.report.left_out
        ]
        names = [*self.cells.columns, *(letter(self.cells.width + at + 1) for at in range(len(columns)))]
        head = [*(headings[name] or None for name in self.cells.columns), *columns]
        above = [[*row, *[None] * len(columns)] for row in self.cells[: self.header.at].rows()]
        body = [
            [*rows.get(at, self.report.rows[at]), *(values.get(at) for values in columns.values())] for at in kept
        ]
        whole = pl.DataFrame([*above, head, *body], schema=dict.fromkeys(names, pl.String), orient="row")
        places = [*range(self.header.at), self.start - 1, *(self.start + at for at in kept)]
        numbers = pl.Series([self.first_row + at for at in places], dtype=pl.Int32)
        groups = len(self.report.depth) - len(kept)
        long = Long(whole, numbers, 0, {"group": groups})
        virtual = names[self.cells.width :]
        return Unfolded(long, frozenset(virtual) | filled)


def above_in(found: Sequence[int | None]) -> dict[int, tuple[int, ...]]:
    """Return for every row of data the group rows that it stands under, the outermost first."""
    above: dict[int, tuple[int, ...]] = {}
    open_: list[int] = []
    for at, depth in enumerate(found):
        if depth is None:
            continue
        if depth >= 0:
            open_ = [*open_[:depth], at]
        else:
            above[at] = tuple(open_)
    return above


def _spread(labels: Mapping[int, str], groups: Mapping[int, int]) -> dict[int, str]:
    return {at: labels[group] for at, group in groups.items() if group in labels}
