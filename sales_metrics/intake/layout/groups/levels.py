"""Which rows of a report are groups, and how deep each of them lies."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from ..header import is_figure
from .sums import adds_up, by_sums

Row = Sequence[str | None]

_DEEPEST: Final = 5
_LEAST: Final = 2
"""So many group rows make a report of groups; a single one is rather a title."""
_COUNTED: Final = re.compile(r"\s*\((\d+)\)\s*$")


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a report below its heading.

    `rows` are trimmed cells, `data` says which of them count at all (no blank ones, totals or footers), `indents`
    how many blanks stand before the first text of each, `outline` the level that the workbook gives it.
    """

    rows: Sequence[Row]
    data: Sequence[bool]
    indents: Sequence[int]
    outline: Sequence[int]


def depths(body: Body) -> list[int | None] | None:
    """Return for every row how deep a group it is, counted from 0; -1 for a row of data, `None` for neither.

    Tried in turn: the levels of the workbook, the indents, rows of a single text among fuller ones, and sums that
    are those of the rows below. `None` comes back when the rows stand under no groups.
    """
    for method in (_outlined, _indented, _sparse, _summed):
        found = method(body)
        if found is not None and _sound(found):
            return found
    return None


def _sound(found: Sequence[int | None]) -> bool:
    """Tell whether there are groups, all data lie under them, and none of them is as deep as nobody reads."""
    groups = [depth for depth in found if depth is not None and depth >= 0]
    if len(groups) < _LEAST or max(groups) >= _DEEPEST:
        return False
    deepest, open_until, bare = max(groups), -1, 0
    for depth in found:
        if depth is None:
            continue
        if depth < 0:
            bare += open_until < deepest
        elif depth > open_until + 1:
            return False
        else:
            open_until = depth
    leaves = sum(depth == -1 for depth in found)
    return leaves >= max(_LEAST, *Counter(groups).values()) and bare == 0


def _outlined(body: Body) -> list[int | None] | None:
    if not any(body.outline):
        return None
    return _by_level(body, body.outline)


def _indented(body: Body) -> list[int | None] | None:
    if len({indent for indent, data in zip(body.indents, body.data, strict=True) if data}) < _LEAST:
        return None
    return _by_level(body, body.indents)


def _by_level(body: Body, levels: Sequence[int]) -> list[int | None] | None:
    """Take a row for a group when the next one lies deeper; `None` when the groups stand below their rows."""
    places = [at for at, data in enumerate(body.data) if data]
    if not places or levels[places[0]] > min(levels[at] for at in places):
        return None
    found: list[int | None] = [None] * len(body.rows)
    under: list[int] = []
    for at, following in zip(places, [*places[1:], None], strict=True):
        while under and under[-1] >= levels[at]:
            under.pop()
        if following is not None and levels[following] > levels[at]:
            found[at] = len(under)
            under.append(levels[at])
        else:
            found[at] = -1
    return found if _differ(body, found) else None


def _differ(body: Body, found: Sequence[int | None]) -> bool:
    """Tell whether groups are other rows than the data: with cells of their own, or with the sums of what follows.

    Blanks that somebody has typed before a name make no group.
    """
    groups = [row for row, depth in zip(body.rows, found, strict=True) if depth is not None and depth >= 0]
    leaves = [row for row, depth in zip(body.rows, found, strict=True) if depth == -1]
    if not groups or not leaves:
        return False
    barer = sum(_texts(row) == 1 for row in groups) >= 0.9 * len(groups)
    if barer and sum(_texts(row) > 1 for row in leaves) >= 0.5 * len(leaves):
        return True
    own = _usually(groups) - _usually(leaves)
    if own and _usually(leaves) - _usually(groups):
        return True
    return barer and adds_up(body.rows, found)


def _usually(rows: Sequence[Row]) -> set[int]:
    """Return the columns that are filled in nine of ten rows."""
    counts = Counter(at for row in rows for at, cell in enumerate(row) if cell)
    return {at for at, count in counts.items() if count >= 0.9 * len(rows)}


def _texts(row: Row) -> int:
    return sum(1 for cell in row if cell and not is_figure(cell))


def _sparse(body: Body) -> list[int | None] | None:
    """Take for groups the rows of one text among rows that have more, "Anna Lee (3) | | 600"."""
    filled = sorted(sum(map(bool, row)) for row, data in zip(body.rows, body.data, strict=True) if data)
    if not filled:
        return None
    usual = filled[3 * (len(filled) - 1) // 4]
    found: list[int | None] = [None] * len(body.rows)
    for at, row in enumerate(body.rows):
        if body.data[at]:
            found[at] = 0 if sum(map(bool, row)) < usual and _texts(row) == 1 and usual > _LEAST else -1
    groups = [at for at, depth in enumerate(found) if depth == 0]
    for at in reversed(groups):
        # Under the last data there is nothing to be a group of.
        if any(depth == -1 for depth in found[at + 1 :]):
            break
        found[at] = None
        groups.remove(at)
    if len(groups) < _LEAST:
        return None
    for ordering in (_by_column, _by_indent, _by_count, _by_run):
        nested = ordering(body, found, groups)
        if nested is not None:
            return nested
    return found


def _ranked(found: list[int | None], groups: list[int], rank_of: Callable[[int], int]) -> list[int | None] | None:
    ranks = {rank: depth for depth, rank in enumerate(sorted({rank_of(at) for at in groups}))}
    if len(ranks) < _LEAST or rank_of(groups[0]) != min(ranks):
        return None
    nested = list(found)
    for at in groups:
        nested[at] = ranks[rank_of(at)]
    return nested if _sound(nested) else None


def _by_column(body: Body, found: list[int | None], groups: list[int]) -> list[int | None] | None:
    return _ranked(found, groups, lambda at: next(place for place, cell in enumerate(body.rows[at]) if cell))


def _by_indent(body: Body, found: list[int | None], groups: list[int]) -> list[int | None] | None:
    return _ranked(found, groups, lambda at: body.indents[at])


def _by_count(body: Body, found: list[int | None], groups: list[int]) -> list[int | None] | None:
    """Nest groups that say in brackets how many rows they have."""
    said = {at: _COUNTED.search(next(cell for cell in body.rows[at] if cell)) for at in groups}
    if not all(said.values()):
        return None
    nested = list(found)
    waiting: list[int] = []
    for at, depth in enumerate(found):
        if depth == -1:
            waiting = [left - 1 for left in waiting]
        elif depth == 0:
            while waiting and waiting[-1] <= 0:
                waiting.pop()
            nested[at] = len(waiting)
            count = said[at]
            waiting.append(int(count[1]) if count else 0)
    return nested if _sound(nested) and max(depth or 0 for depth in nested) > 0 else None


def _by_run(body: Body, found: list[int | None], groups: list[int]) -> list[int | None] | None:
    """Nest groups by how many stand one after another: the last of them is the deepest."""
    runs: list[list[int]] = []
    for at in groups:
        between = found[runs[-1][-1] + 1 : at] if runs else [-1]
        if runs and all(depth is None for depth in between):
            runs[-1].append(at)
        else:
            runs.append([at])
    deepest = max(map(len, runs))
    if deepest == 1 or len(runs[0]) < deepest:
        return None
    nested = list(found)
    for run in runs:
        for place, at in enumerate(reversed(run)):
            nested[at] = deepest - 1 - place
    return nested if _sound(nested) else None


def _summed(body: Body) -> list[int | None] | None:
    found = by_sums(body.rows, body.data)
    return list(found) if found else None
