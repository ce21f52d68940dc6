"""How the parsing process hands a workbook back: one Arrow file per sheet and a small JSON, never a pickle."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import pyarrow as pa

from ...model.issue import Issue, Severity
from .sheet import CellFault, Sheet


def hand_over(folder: Path, number: int, kind: str, sheets: Sequence[Sheet], issues: Sequence[Issue]) -> None:
    """Write what came of file `number` into `folder`; the JSON comes last, so that it stands for the whole."""
    entries = []
    for at, sheet in enumerate(sheets):
        with (
            pa.OSFile(str(folder / f"{number}.{at}.arrow"), "wb") as sink,
            pa.ipc.new_file(sink, sheet.cells.schema) as out,
        ):
            out.write_table(sheet.cells)
        entries.append(
            {
                "name": sheet.name,
                "first_row": sheet.first_row,
                "source": sheet.source,
                "faults": [[fault.row, fault.column, fault.kind, fault.found] for fault in sheet.faults],
                "hidden": sheet.hidden,
                "hidden_rows": sheet.hidden_rows,
                "merged": sheet.merged,
                "levels": sheet.levels,
                "width": sheet.width,
                # A table without columns forgets in Arrow how many rows it has; ours has none then.
            }
        )
    record = {"kind": kind, "sheets": entries, "issues": [_plain(issue) for issue in issues]}
    (folder / f"{number}.json").write_text(json.dumps(record), encoding="utf-8")


def take_over(folder: Path, number: int, file: str) -> tuple[str, tuple[Sheet, ...], tuple[Issue, ...]] | None:
    """Return kind, sheets and issues of file `number`, or `None` when they were not handed over whole.

    `file` is put into the issues.
    """
    try:
        record = json.loads((folder / f"{number}.json").read_text(encoding="utf-8"))
        sheets = tuple(
            Sheet(
                name=entry["name"],
                cells=_table(folder / f"{number}.{at}.arrow"),
                first_row=entry["first_row"],
                source=entry["source"],
                faults=tuple(CellFault(*fault) for fault in entry["faults"]),
                hidden=entry["hidden"],
                hidden_rows=entry["hidden_rows"],
                merged=tuple((top, left, bottom, right) for top, left, bottom, right in entry["merged"]),
                levels=tuple((row, level) for row, level in entry["levels"]),
                width=entry["width"],
            )
            for at, entry in enumerate(record["sheets"])
        )
    except (OSError, ValueError, KeyError, pa.ArrowException):
        return None
    issues = tuple(
        Issue(**{**issue, "severity": Severity(issue["severity"]), "file": file}) for issue in record["issues"]
    )
    return record["kind"], sheets, issues


def _table(path: Path) -> pa.Table:
    # The folder is gone before the table is: where a file that is mapped may be removed it is, else it is copied.
    with pa.OSFile(str(path), "rb") if os.name == "nt" else pa.memory_map(str(path)) as source:
        table = pa.ipc.open_file(source).read_all()
    table.validate(full=True)
    return table


def _plain(issue: Issue) -> dict[str, object]:
    return {**asdict(issue), "severity": issue.severity.value}
