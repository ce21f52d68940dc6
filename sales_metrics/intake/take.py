"""Taking a file: reading, recognition, typing and checks, with an account of every row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa

from ..model.issue import Issue, Severity
from .limits import Limits
from .own_templates import by_heading, filled_templates
from .reading import read
from .sheet import Sheet, Workbook
from .taking import empty_rows, take_sheet
from .types import Question, Remembered, Taken, TakenSheet, remembered_from

__all__ = ["Question", "Remembered", "Taken", "TakenSheet", "take", "take_workbook"]


def take(
    path: Path,
    *,
    name: str | None = None,
    limits: Limits | None = None,
    remembered: Mapping[str, Remembered | Mapping[str, Any]] | None = None,
) -> Taken:
    """Read a file and make typed rows of our tables of it.

    `name` is what its user calls it. `remembered` maps signatures of headings to what a user has settled
    about them; it wins over recognition. Never raises for bad content: what is wrong comes back as issues,
    one of the severity REFUSED when nothing of the file can be used.
    """
    return take_workbook(read(path, name=name, limits=limits), remembered=remembered)


def take_workbook(
    workbook: Workbook, *, remembered: Mapping[str, Remembered | Mapping[str, Any]] | None = None
) -> Taken:
    """Make typed rows of a workbook that has been read already; see `take`."""
    known = {signature: remembered_from(entry) for signature, entry in (remembered or {}).items()}
    templates = {name: entry for name, entry in filled_templates(workbook).items() if name not in known}
    known |= templates
    issues = list(workbook.issues)
    sheets: list[TakenSheet] = []
    if not workbook.refused:
        sheets = [
            _hidden(sheet, workbook.file) if sheet.hidden else take_sheet(sheet, workbook.file, known)
            for sheet in workbook.sheets
        ]
        if not any(taken.table for taken in sheets) and not any(taken.rejected for taken in sheets):
            issues.append(Issue("nothing_recognised", Severity.NOTE, file=workbook.file))
    sheets = [by_heading(sheet) if sheet.signature in templates else sheet for sheet in sheets]
    return Taken(
        file=workbook.file, sha256=workbook.sha256, size=workbook.size, sheets=tuple(sheets), issues=tuple(issues)
    )


def _hidden(sheet: Sheet, file: str) -> TakenSheet:
    rows = sheet.cells.num_rows
    issue = Issue("sheet_hidden", Severity.NOTE, file=file, sheet=sheet.name, count=rows)
    return TakenSheet(
        sheet=sheet.name, table=None, rows=empty_rows(), read=rows, ignored=_counted(sheet.cells), issues=(issue,)
    )


def _counted(cells: pa.Table) -> dict[str, int]:
    return {"hidden": cells.num_rows} if cells.num_rows else {}
