"""Taking a file: reading, recognition, typing and checks, with an account of every row."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyarrow as pa

from ..model.issue import Issue, Severity
from .files.limits import Limits
from .files.progress import Progress
from .files.reading import read
from .files.sheet import Sheet, Workbook
from .layout.blocks import stacked
from .layout.header import frame_of
from .layout.mapping import Known
from .layout.side_by_side import beside_each_other
from .own_templates import by_heading, filled_templates
from .recognition.dialects import DIALECTS, Dialect
from .rows.hints import agreed
from .rows.taking import Prepared, empty_rows, finish, prepare
from .types import Hints, Question, Remembered, Taken, TakenSheet, remembered_from

LOG: Final = logging.getLogger("sales_metrics")
__all__ = ["Question", "Remembered", "Taken", "TakenSheet", "take", "take_workbook"]


def take(
    path: Path,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    remembered: Mapping[str, Remembered | Mapping[str, Any]] | None = None,
    progress: Progress | None = None,
) -> Taken:
    """Read a file and make typed rows of our tables of it.

    `name` is what its user calls it. `remembered` maps signatures of headings to what a user has settled
    about them; it wins over recognition. Never raises for bad content: what is wrong comes back as issues,
    one of the severity REFUSED when nothing of the file can be used. `progress` is called with "reading" and then
    "typing" and the share of that, 0..1, from the start on.
    """
    return take_workbook(
        read(path, name=name, limits=limits, progress=progress), remembered=remembered, progress=progress
    )


def take_workbook(
    workbook: Workbook,
    *,
    remembered: Mapping[str, Remembered | Mapping[str, Any]] | None = None,
    others: Hints | None = None,
    progress: Progress | None = None,
    dialects: tuple[Dialect, ...] = DIALECTS,
) -> Taken:
    """Make typed rows of a workbook that has been read already; see `take`.

    `others` is what files that came with it say of how dates and numbers are written, `dialects` the exports of
    known systems; without them recognition goes by headings and values alone.
    """
    try:
        return _taken(workbook, remembered, others, progress, dialects)
    except Exception as fault:  # the last line of defence: a file costs one sentence, whatever is in it
        # Kind and place of the fault are kept for whoever mends it; its text may quote a client.
        LOG.error("taking a file failed: %s at %s", type(fault).__name__, _place(fault))
        issue = Issue("unreadable", Severity.REFUSED, file=workbook.file)
        return Taken(
            file=workbook.file, sha256=workbook.sha256, size=workbook.size, issues=(*workbook.issues, issue)
        )


def _place(fault: BaseException) -> str:
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "nowhere"


def _taken(
    workbook: Workbook,
    remembered: Mapping[str, Remembered | Mapping[str, Any]] | None,
    others: Hints | None,
    progress: Progress | None,
    dialects: tuple[Dialect, ...],
) -> Taken:
    known = {signature: remembered_from(entry) for signature, entry in (remembered or {}).items()}
    templates = {name: entry for name, entry in filled_templates(workbook).items() if name not in known}
    known |= templates
    issues = list(workbook.issues)
    sheets: list[TakenSheet] = []
    if not workbook.refused:
        prepared = [
            part for sheet in workbook.sheets for part in _parts(sheet, workbook.file, Known(known, dialects))
        ]
        for each in prepared:
            if progress is not None:
                progress("typing", len(sheets) / len(prepared))
            if isinstance(each, Prepared):
                sheets.append(finish(each, workbook.file, _others(each, prepared, others or Hints())))
            else:
                sheets.append(_hidden(each, workbook.file))
        if not any(taken.table for taken in sheets) and not any(taken.rejected for taken in sheets):
            issues.append(Issue("nothing_recognised", Severity.NOTE, file=workbook.file))
    sheets = [by_heading(sheet) if sheet.signature in templates else sheet for sheet in sheets]
    if progress is not None:
        progress("typing", 1.0)
    return Taken(
        file=workbook.file, sha256=workbook.sha256, size=workbook.size, sheets=tuple(sheets), issues=tuple(issues)
    )


def _parts(sheet: Sheet, file: str, known: Known) -> list[Prepared | Sheet]:
    """Prepare a sheet, or each of the tables that stand in it beside or under another; a hidden one stays."""
    if sheet.hidden:
        return [sheet]
    cells = frame_of(sheet)
    columns = beside_each_other(sheet, cells)
    if len(columns) > 1:
        prepared = [each for part in columns for each in _stacked(part, frame_of(part), file, known)]
        if all(each.mapped.table is not None for each in prepared):
            return list(_numbered(sheet, prepared))
    return list(_stacked(sheet, cells, file, known))


def _stacked(sheet: Sheet, cells: pl.DataFrame, file: str, known: Known) -> list[Prepared]:
    """Prepare a sheet, or each of the tables that stand in it one under another if all of them are known."""
    parts = stacked(sheet, cells)
    if len(parts) > 1:
        prepared = [prepare(part, frame_of(part), file, known) for part in parts]
        if all(each.mapped.table is not None for each in prepared):
            return prepared
    return [prepare(sheet, cells, file, known)]


def _numbered(sheet: Sheet, prepared: Sequence[Prepared]) -> Iterator[Prepared]:
    for number, each in enumerate(prepared, start=1):
        name = sheet.name if number == 1 else f"{sheet.name} ({number})"
        yield replace(each, sheet=replace(each.sheet, name=name))


def _others(own: Prepared, sheets: Sequence[Prepared | Sheet], files: Hints) -> Hints:
    """Return what the other sheets of the file say, and where they say nothing the other files."""
    near = agreed(sheet.told for sheet in sheets if isinstance(sheet, Prepared) and sheet is not own)
    return Hints(near.date_order or files.date_order, near.decimal_mark or files.decimal_mark)


def _hidden(sheet: Sheet, file: str) -> TakenSheet:
    rows = sheet.cells.num_rows
    issue = Issue("sheet_hidden", Severity.NOTE, file=file, sheet=sheet.name, count=rows)
    return TakenSheet(
        sheet=sheet.name, table=None, rows=empty_rows(), read=rows, ignored=_counted(sheet.cells), issues=(issue,)
    )


def _counted(cells: pa.Table) -> dict[str, int]:
    return {"hidden": cells.num_rows} if cells.num_rows else {}
