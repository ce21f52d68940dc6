"""Spreadsheets as typed pandas frames, for a notebook: `tables = sm.read("export.xlsx")`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pyarrow as pa

from .intake.take import TakenSheet, take
from .model.issue import Issue


class Frames(dict[str, pd.DataFrame]):
    """Typed frames by table name ("deals", "clients", ...), in the order of the file.

    `issues` holds what somebody should know about the file, from refused sheets to single cells. Ids are
    text, days and moments are datetimes without a zone, shares are 0..1, blanks are missing values.
    """

    def __init__(self, frames: dict[str, pd.DataFrame], issues: tuple[Issue, ...]) -> None:
        super().__init__(frames)
        self.issues = issues


def read(*paths: str | Path) -> Frames:
    """Read one or several files and return their tables by name; a table found twice is put one under another.

    Nothing is raised for a bad file or a bad row: look at `.issues`. Raises `FileNotFoundError` for a path
    that is not there.
    """
    parts: dict[str, list[pa.Table]] = {}
    issues: list[Issue] = []
    for path in map(Path, paths):
        if not path.exists():
            raise FileNotFoundError(path)
        taken = take(path, name=path.name)
        issues += taken.issues
        for sheet in taken.sheets:
            issues += sheet.issues
            for table, rows in _tables(sheet):
                parts.setdefault(table, []).append(rows)
    return Frames({table: _frame(rows) for table, rows in parts.items()}, tuple(issues))


def _tables(sheet: TakenSheet) -> Iterable[tuple[str, pa.Table]]:
    if sheet.table is not None:
        yield sheet.table, sheet.rows
        yield from sheet.derived.items()


def _frame(rows: list[pa.Table]) -> pd.DataFrame:
    whole = pa.concat_tables(rows, promote_options="default")
    kept = [name for name in whole.column_names if not name.startswith("_")]
    frame: pd.DataFrame = whole.select(kept).to_pandas(date_as_object=False)
    return frame
