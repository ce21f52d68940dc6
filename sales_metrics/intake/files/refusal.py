"""The one way for reading to give a file up."""

from __future__ import annotations

from ...model.issue import Issue, Severity


class RefusedError(Exception):
    """A file that cannot be used: a problem code and the facts that its sentence needs. Never leaves `reading`."""

    def __init__(
        self,
        problem: str,
        *,
        sheet: str = "",
        cell: str = "",
        found: str = "",
        column: str = "",
        limit: object = "",
    ) -> None:
        super().__init__(problem)
        self.problem = problem
        self.sheet = sheet
        self.cell = cell
        self.found = found[:80]
        self.column = column
        self.limit = str(limit)

    def issue(self, file: str) -> Issue:
        """Return the refusal as a record about `file`."""
        return Issue(
            self.problem,
            Severity.REFUSED,
            file=file,
            sheet=self.sheet,
            cell=self.cell,
            found=self.found,
            column=self.column,
            limit=self.limit,
        )


def note(
    problem: str, *, sheet: str = "", cell: str = "", found: str = "", count: int = 1, limit: object = ""
) -> Issue:
    """Return a remark that refuses nothing; the file's name is put in by `reading`."""
    return Issue(problem, Severity.NOTE, sheet=sheet, cell=cell, found=found[:80], count=count, limit=str(limit))


def megabytes(size: int) -> str:
    """Return a size in bytes as megabytes for a sentence: whole ones from 1 MB on, else with up to 3 decimals."""
    mib = size / (1 << 20)
    return f"{mib:.0f}" if mib >= 1 else f"{mib:.3f}".rstrip("0").rstrip(".")
