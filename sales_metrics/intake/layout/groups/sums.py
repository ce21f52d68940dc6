"""Groups told by arithmetic: a row whose figures are the sums of the rows below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ...cells.numbers import read_number
from ..header import is_figure

Row = Sequence[str | None]

_LONGEST: Final = 3_000
_PATIENCE: Final = 300
"""When so many rows have shown no group, there is none."""
_CENT: Final = 0.011
_DOCUMENT: Final = re.compile(r"(?i)\d.*\s(?:от|от дата|of|dated)\s+\d")
_FIRM: Final = re.compile(
    r"(?:^|[\s\"«,])(?:ООО|АО|ОАО|ЗАО|ПАО|ИП|ТД|ЕООД|ООД|АД|ЕТ|LLC|Ltd|Inc|GmbH|Corp)(?:$|[\s\"».,])"
)


@dataclass(slots=True)
class _Node:
    """A row with all that stands under it; `height` is 0 for a row of data."""

    place: int
    figures: tuple[float | None, ...]
    rank: int
    height: int = 0
    below: list[_Node] = field(default_factory=list)


def by_sums(rows: Sequence[Row], data: Sequence[bool]) -> list[int | None] | None:
    """Return for every row how deep a group it is, -1 for data, `None` for a row that does not count.

    Read from below: a row that is the sum of some rows after it, all of one height, is their group. A group of
    one row is one only where its label is of a higher kind: a firm over a document over a product. `None` comes
    back unless all rows end up under groups of the same height.
    """
    places = [at for at, counts in enumerate(data) if counts]
    if not 4 <= len(places) <= _LONGEST or any(_texts(rows[at]) != 1 for at in places):
        return None
    open_: list[_Node] = []
    for number, at in enumerate(reversed(places)):
        node = _node(at, rows[at])
        taken = _summed(node, open_)
        if taken:
            node.below, open_ = open_[:taken], open_[taken:]
            node.height = node.below[0].height + 1
        open_.insert(0, node)
        if number >= _PATIENCE and not any(each.height for each in open_):
            return None
    heights = {node.height for node in open_}
    if len(heights) != 1 or not max(heights):
        return None
    found: list[int | None] = [None] * len(rows)
    _mark(open_, 0, found)
    return found


def adds_up(rows: Sequence[Row], found: Sequence[int | None]) -> bool:
    """Tell whether most groups of known depths have in some column the sum of the rows of data under them."""
    sums: dict[int, dict[int, float]] = {}
    open_: list[int] = []
    for at, depth in enumerate(found):
        if depth is None:
            continue
        if depth >= 0:
            open_ = [*open_[:depth], at]
            sums[at] = {}
            continue
        figures = [(place, figure) for place, cell in enumerate(rows[at]) if (figure := _figure(cell)) is not None]
        for group in open_:
            for place, figure in figures:
                sums[group][place] = sums[group].get(place, 0.0) + figure
    right = sum(
        any(abs(total - (_figure(rows[at][place]) or 0.0)) <= 0.05 and total != 0 for place, total in under.items())
        for at, under in sums.items()
    )
    return right >= 0.8 * len(sums) > 0


def _node(at: int, row: Row) -> _Node:
    label = next(cell for cell in row if cell and not is_figure(cell))
    rank = 1 if _DOCUMENT.search(label) else 2 if _FIRM.search(label) else 0
    return _Node(at, tuple(_figure(cell) for cell in row), rank)


def _figure(cell: str | None) -> float | None:
    if not cell or not is_figure(cell):
        return None
    return read_number(cell, ",") if "," in cell else read_number(cell)


def _summed(node: _Node, after: Sequence[_Node]) -> int:
    """Return how many of the nodes after it a node is the sum of; 0 when of none."""
    sums = [0.0] * len(node.figures)
    for count, each in enumerate(after, start=1):
        if each.height != after[0].height:
            return 0
        sums = [total + (value or 0.0) for total, value in zip(sums, each.figures, strict=True)]
        told = [(total, value) for total, value in zip(sums, node.figures, strict=True) if value is not None]
        equal = sum(abs(total - value) <= _CENT * count and value != 0 for total, value in told)
        if equal and 2 * equal >= len(told) and (count > 1 or node.rank > each.rank):
            return count
    return 0


def _mark(nodes: Sequence[_Node], depth: int, found: list[int | None]) -> None:
    for node in nodes:
        found[node.place] = depth if node.below else -1
        _mark(node.below, depth + 1, found)


def _texts(row: Row) -> int:
    return sum(1 for cell in row if cell and not is_figure(cell))
