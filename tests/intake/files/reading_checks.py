"""Looking at what reading gave."""

from __future__ import annotations

from pathlib import Path

from sales_metrics.intake.files.limits import Limits
from sales_metrics.intake.files.parsing import parsed
from sales_metrics.intake.files.sheet import Sheet, Workbook


def here(path: Path, limits: Limits | None = None) -> Workbook:
    """Read a file in this process, which is quicker; nothing but the process differs."""
    kind, sheets, issues = parsed(path, limits or Limits())
    return Workbook(path.name, "", path.stat().st_size, kind, tuple(sheets), tuple(issues))


def cell(sheet: Sheet, address: str) -> str | None:
    column = address.rstrip("0123456789")
    value = sheet.cells.column(column)[int(address[len(column) :]) - sheet.first_row]
    text: str | None = value.as_py()
    return text


def problems(book: Workbook) -> list[str]:
    return [issue.problem for issue in book.issues]
