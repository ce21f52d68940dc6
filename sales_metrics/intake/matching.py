"""Which row of a later file is which rejected row of an earlier one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from ..model.rejected import Cell, RejectedRow, RejectedSheet
from .files.sheet import Sheet, Workbook
from .types import ROW, Taken

_DATE: Final = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[T ]00:00:00)?")
_NUMBER: Final = re.compile(r"[+-]?\d[\d\s.,'’]*")


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a file: the name of its sheet and its number there."""

    sheet: str
    row: int


def returned(
    earlier: Sequence[RejectedSheet], workbook: Workbook, taken: Taken, *, only_mended: bool
) -> dict[tuple[int, int], tuple[Place, bool]]:
    """Return for rejected rows that came again where they stand now, and whether they were taken.

    A row is named by (index of its sheet in `earlier`, its number in the earlier file). Only sheets with the
    same headings are compared. With `only_mended` the later file is known to bring these rows and no others:
    a row is then the one at the same place if half of its cells agree, else the one most like it. Otherwise all
    cells that were in order must stand there unchanged. No row is used twice.
    """
    found: dict[tuple[int, int], tuple[Place, bool]] = {}
    later = _rows_by_signature(workbook, taken, {sheet.signature: sheet.as_text for sheet in earlier})
    grouped: dict[str, list[_Earlier]] = defaultdict(list)
    for number, sheet in enumerate(earlier):
        grouped[sheet.signature] += [((number, row.row), _said(row, sheet.as_text)) for row in sheet.rows]
    for signature, rows in grouped.items():
        candidates = later.get(signature, [])
        pairs = _alike(rows, candidates) if only_mended else _unchanged(rows, candidates)
        found |= {name: (candidates[at][0], candidates[at][2]) for name, at in pairs.items()}
    return found


@dataclass(frozen=True, slots=True)
class _Said:
    """What the cells of a rejected row say, and in which of them it was wrong."""

    cells: tuple[Hashable, ...]
    wrong: frozenset[int]


_Later = tuple[Place, tuple[Hashable, ...], bool]
_Earlier = tuple[tuple[int, int], _Said]


def _said(row: RejectedRow, as_text: frozenset[int]) -> _Said:
    cells = tuple(_told(cell, exactly=at in as_text) for at, cell in enumerate(row.cells))
    return _Said(cells, frozenset(column for column, _ in row.faults))


def _rows_by_signature(
    workbook: Workbook, taken: Taken, wanted: Mapping[str, frozenset[int]]
) -> dict[str, list[_Later]]:
    sheets: Mapping[str, Sheet] = {sheet.name: sheet for sheet in workbook.sheets}
    found: dict[str, list[_Later]] = defaultdict(list)
    for each in taken.sheets:
        sheet = sheets.get(each.sheet)
        if sheet is None or each.table is None or each.signature not in wanted:
            continue
        accepted = set(each.rows[ROW].to_pylist())
        columns = [column.to_pylist() for column in sheet.cells.columns]
        as_text = wanted[each.signature]
        for at in range(max(each.header_row + 1 - sheet.first_row, 0), sheet.cells.num_rows):
            cells = tuple(_told(column[at], exactly=place in as_text) for place, column in enumerate(columns))
            row = sheet.first_row + at
            if any(cell is not None for cell in cells):
                found[each.signature].append((Place(each.sheet, row), cells, row in accepted))
    return found


def _told(cell: Cell, *, exactly: bool) -> Hashable:
    """Return what a cell says, however it is written.

    Of a day the order of its parts is left open, of a number where its decimal mark stands: "9.500" and 9500 may
    be the same. Ids and names count `exactly`, case and blanks aside.
    """
    if isinstance(cell, datetime) and cell.time() != datetime.min.time():
        return cell.isoformat().casefold()
    if isinstance(cell, date):
        return tuple(sorted((cell.year, cell.month, cell.day)))
    text = " ".join((f"{cell:.9f}" if isinstance(cell, float) else cell or "").split())
    if exactly:
        return (text.rstrip("0").rstrip(".") if isinstance(cell, float) else text.casefold()) or None
    if _DATE.fullmatch(text):
        return tuple(sorted(int(part) for part in re.findall(r"\d+", text)[:3]))
    if _NUMBER.fullmatch(text):
        return "-" * text.startswith("-") + re.sub(r"\D", "", text).strip("0")
    return text.casefold() or None


def _alike(rows: Iterable[_Earlier], candidates: Sequence[_Later]) -> dict[tuple[int, int], int]:
    pairs: dict[tuple[int, int], int] = {}
    free = set(range(len(candidates)))
    moved: list[tuple[tuple[int, int], tuple[Hashable, ...]]] = []
    for at, (name, row) in enumerate(rows):
        cells = row.cells
        if at in free and 2 * _agreeing(cells, candidates[at][1]) >= _filled(cells):
            pairs[name] = at
            free.discard(at)
        else:
            moved.append((name, cells))
    where: dict[tuple[int, Hashable], list[int]] = defaultdict(list)
    for at in free:
        for column, cell in enumerate(candidates[at][1]):
            where[column, cell].append(at)
    for name, cells in moved:
        votes = Counter(
            at
            for column, cell in enumerate(cells)
            if cell is not None
            for at in where.get((column, cell), ())
            if at in free
        )
        best = votes.most_common(1)
        if best and 2 * best[0][1] >= _filled(cells):
            pairs[name] = best[0][0]
            free.discard(best[0][0])
    return pairs


def _unchanged(rows: Iterable[_Earlier], candidates: Sequence[_Later]) -> dict[tuple[int, int], int]:
    pairs: dict[tuple[int, int], int] = {}
    used: set[int] = set()
    known: dict[tuple[int, ...], dict[tuple[Hashable, ...], list[int]]] = {}
    for name, row in rows:
        sound = tuple(at for at, cell in enumerate(row.cells) if at not in row.wrong and cell is not None)
        if not sound:
            continue
        if sound not in known:
            index: dict[tuple[Hashable, ...], list[int]] = defaultdict(list)
            for at, (_, cells, _) in enumerate(candidates):
                if sound[-1] < len(cells):
                    index[tuple(cells[column] for column in sound)].append(at)
            known[sound] = index
        said = tuple(row.cells[column] for column in sound)
        free = next((at for at in known[sound].get(said, ()) if at not in used), None)
        if free is not None:
            pairs[name] = free
            used.add(free)
    return pairs


def _agreeing(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> int:
    return sum(cell is not None and cell == other for cell, other in zip(ours, theirs, strict=False))


def _filled(cells: Sequence[Hashable]) -> int:
    return max(sum(cell is not None for cell in cells), 1)
