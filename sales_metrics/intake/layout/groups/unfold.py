"""A report of groups as a plain table: what the group rows say stands in columns of the rows below them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from ...files.sheet import Sheet
from ...recognition.recognise import rough_hits
from ..header import Header, is_figure
from ..row_kinds import sort_rows
from .levels import Body, Row, depths
from .names import named_levels
from .sums import adds_up
from .written import Report, Unfolded, Written, above_in

_LONGEST: Final = 200_000
_LONG: Final = 20_000
"""A sheet longer than that is looked at only when its workbook says that it has groups: a look costs a second."""
_FEWEST: Final = 4
_SHORT: Final = 3_000
"""In a sheet no longer than that sums may tell groups, too."""
_NAME_LINES: Final = 4


def unfolded(sheet: Sheet, cells: pl.DataFrame, header: Header) -> tuple[Unfolded, ...]:
    """Return the ways in which a sheet of groups can be read as a plain table; none for any other sheet.

    There are several when the heading does not say which of the levels it names. Group rows count as ignored.
    """
    if not _may_be(sheet, cells, header.end):
        return ()
    lines = _name_lines(cells, header)
    start = header.end + lines
    body = _body(sheet, cells, header, start)
    found = depths(body)
    if found is None:
        return ()
    report = Report(body.rows, found, above_in(found))
    written = Written(cells, header, start, sheet.first_row, report)
    said = tuple(row for row in cells[header.at : start].rows())
    proven = adds_up(body.rows, found)
    readings = [*_readings(written, said)]
    for depth in range(1 + max(depth or 0 for depth in found)):
        readings += [replace(each, rank=1) for each in _readings(written.cut(depth), said)]
    if proven:
        readings.append(replace(written.table(header.headings, {}, {}, frozenset()), rank=0))
    return tuple(replace(each, proven=proven) for each in readings)


def _readings(written: Written, said: Sequence[Row]) -> Iterator[Unfolded]:
    """Yield the tables that a report can be, by what its levels may be called; `said` are the lines of headings."""
    report = written.report
    labels = _label_columns(report)
    filled = {depth: _only_in_groups(report, depth) for depth in labels}
    own = [depth for depth in labels if labels[depth] not in filled[depth]]
    if len({labels[depth] for depth in own}) > 1:
        return
    base = _filled_down(report, filled)
    if labels and not own:
        added = frozenset(written.cells.columns[at] for each in filled.values() for at in each)
        yield written.table(written.header.headings, base, {}, added)
        return
    place = labels[own[0]] if own else _first_text(report)
    lines = [cell for row in said if (cell := row[place])]
    leaf = any(report.rows[at][place] for at in report.above)
    for names in dict.fromkeys(named_levels(lines, len(own) + leaf)):
        reading = written.named(names, own, place, base, filled)
        if reading is not None:
            yield reading


def _first_text(report: Report) -> int:
    """Return the column in which most rows of data have their first text."""
    firsts = Counter(
        next((place for place, cell in enumerate(report.rows[at]) if cell and not is_figure(cell)), 0)
        for at in report.above
    )
    return firsts.most_common(1)[0][0] if firsts else 0


def _may_be(sheet: Sheet, cells: pl.DataFrame, start: int) -> bool:
    """Tell quickly whether a closer look for groups is worth while: most sheets are plain lists."""
    height = cells.height - start
    if not _FEWEST <= height <= (_LONGEST if sheet.levels else _LONG):
        return False
    if sheet.levels or height <= _SHORT:
        return True
    body = cells[start:]
    first = pl.DataFrame(pl.from_arrow(sheet.cells))[start:].select(pl.col(body.columns[:3]).cast(pl.String))
    if first.select(pl.any_horizontal(pl.all().str.contains(r"^[ \u00a0\t]+\S").any())).item():
        return True
    filled = body.select(pl.sum_horizontal(pl.all().is_not_null())).to_series()
    words = body.select(pl.sum_horizontal(pl.all().str.contains(r"\p{L}").fill_null(value=False))).to_series()
    usual = float(str(filled.filter(filled > 0).quantile(0.75) or 0))
    return int(((words == 1) & (filled < usual)).sum()) > 1


def _name_lines(cells: pl.DataFrame, header: Header) -> int:
    """Return how many lines below the heading name further levels of the same column and nothing else."""
    column: int | None = None
    for count in range(_NAME_LINES + 1):
        at = header.end + count
        row = [(place, cell) for place, cell in enumerate(cells.row(at)) if cell] if at < cells.height else []
        if len(row) != 1 or is_figure(row[0][1]) or not rough_hits([row[0][1]]) or column not in (None, row[0][0]):
            return count
        column = row[0][0]
    return 0


def _body(sheet: Sheet, cells: pl.DataFrame, header: Header, start: int) -> Body:
    reasons = sort_rows(cells, header, None, {})[start:]
    rows = cells[start:].rows()
    data = [reason in (None, "group") for reason in reasons.to_list()]
    levels = dict(sheet.levels)
    outline = [levels.get(sheet.first_row + start + at, 0) for at in range(len(rows))]
    exact = pl.DataFrame(pl.from_arrow(sheet.cells))[start:].rows()
    indents = []
    for row in exact:
        first = next((cell for cell in row if cell and cell.strip()), "")
        indents.append(len(first) - len(first.lstrip(" \u00a0\t")))
    return Body(rows, data, indents, outline)


def _label_columns(report: Report) -> dict[int, int]:
    """Return for every depth the column in which its groups are named."""
    found: dict[int, Counter[int]] = {}
    for row, depth in zip(report.rows, report.depth, strict=True):
        if depth is not None and depth >= 0:
            texts = (place for place, cell in enumerate(row) if cell and not is_figure(cell))
            found.setdefault(depth, Counter()).update([next(texts, 0)])
    return {depth: counts.most_common(1)[0][0] for depth, counts in sorted(found.items())}


def _only_in_groups(report: Report, depth: int) -> frozenset[int]:
    """Return the columns that groups of a depth fill and rows of data leave blank."""
    groups = [row for row, own in zip(report.rows, report.depth, strict=True) if own == depth]
    places = range(len(report.rows[0]))
    filled = {at for at in places if sum(bool(row[at]) for row in groups) >= 0.5 * len(groups)}
    leaves = [report.rows[at] for at in report.above]
    return frozenset(at for at in filled if sum(bool(row[at]) for row in leaves) <= 0.1 * len(leaves))


def _filled_down(report: Report, filled: Mapping[int, frozenset[int]]) -> dict[int, list[str | None]]:
    """Return row -> cells of the rows of data, with what stands in their groups alone."""
    rows: dict[int, list[str | None]] = {}
    for at, groups in report.above.items():
        cells = list(report.rows[at])
        for depth, group in enumerate(groups):
            for place in filled.get(depth, ()):
                cells[place] = cells[place] or report.rows[group][place]
        rows[at] = cells
    return rows
