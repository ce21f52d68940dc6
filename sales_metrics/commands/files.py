"""`check` says what an import of files would do; `import` does it."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Any

from ..intake.take import Taken, TakenSheet, take
from ..model.issue import Issue, Severity
from ..model.tables import TABLES
from ..model.text import Language
from ..store import Receipt, SheetReceipt, Store
from ..text.issues import message
from .output import document, line

COUNTS = ("read", "new", "changed", "identical", "rejected", "ignored")
GOOD, REJECTED, UNUSABLE = 0, 1, 2
_SHOWN_AT_MOST = 20


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `check` and `import` to the grammar."""
    for name, help_, run in (
        ("check", "say what would be imported; nothing is stored", check),
        ("import", "import files; exit 1 when rows were rejected, 2 when a file could not be used", import_),
    ):
        words = commands.add_parser(name, parents=[common], help=help_, description=help_)
        words.add_argument("files", nargs="+", type=Path, metavar="FILE")
        words.set_defaults(run=run)


def check(given: argparse.Namespace) -> int:
    """Print what an import would do, against the store if there is one."""
    with tempfile.TemporaryDirectory() as empty:
        store = Store(given.store if given.store.exists() else Path(empty) / "store")
        told = [(taken, store.preview(taken)) for taken in _take(given.files, store)]
        return _tell(told, given)


def import_(given: argparse.Namespace) -> int:
    """Import files one after another; one that cannot be used costs the others nothing."""
    store = Store(given.store)
    told = []
    for path, taken in zip(given.files, _take(given.files, store), strict=True):
        usable = any(sheet.table for sheet in taken.sheets)
        told.append(
            (taken, store.add(taken, who=who(), at=datetime.now(UTC), raw=path) if usable else store.preview(taken))
        )
    return _tell(told, given)


def _take(paths: list[Path], store: Store) -> Iterator[Taken]:
    for path in paths:
        yield take(path, name=path.name, remembered=store.remembered())


def who() -> str:
    """Return who runs the command, for the history of uploads."""
    try:
        return getuser()
    except (OSError, KeyError):
        return "command line"


def _tell(told: list[tuple[Taken, Receipt]], given: argparse.Namespace) -> int:
    if given.json:
        document({"files": [described(taken, receipt, given.language) for taken, receipt in told]})
    else:
        for taken, receipt in told:
            _print(described(taken, receipt, given.language), given.language)
    return max((exit_code(taken) for taken, _ in told), default=GOOD)


def exit_code(taken: Taken) -> int:
    """Return 0 when the file is good, 1 when rows of it were rejected, 2 when it could not be used."""
    if not any(sheet.table for sheet in taken.sheets):
        return UNUSABLE
    return REJECTED if any(sheet.rejected for sheet in taken.sheets) else GOOD


def described(taken: Taken, receipt: Receipt, language: Language) -> dict[str, Any]:
    """Return what became of one file, in plain data: the same on the page and on the command line."""
    counted = {(sheet.sheet, sheet.table): sheet for sheet in receipt.sheets}
    return {
        "file": taken.file,
        "upload": receipt.upload,
        "already": receipt.already,
        "issues": [_issue(issue, language) for issue in taken.issues],
        "sheets": [
            _sheet(sheet, counted.get((sheet.sheet, sheet.table)), language, again=receipt.already is not None)
            for sheet in taken.sheets
        ],
    }


def _sheet(sheet: TakenSheet, receipt: SheetReceipt | None, language: Language, *, again: bool) -> dict[str, Any]:
    return {
        "sheet": sheet.sheet,
        "table": sheet.table,
        "header_row": sheet.header_row,
        "confidence": round(sheet.confidence, 3),
        "columns": dict(sheet.columns) | _derived_columns(sheet),
        "evidence": {ours: list(codes) for ours, codes in sheet.evidence.items()},
        "unused": list(sheet.unused.values()),
        "rows": counts_of(receipt, again=again) if receipt else _untouched(sheet),
        "ignored": dict(sheet.ignored),
        "derived": {table: dict(counts) for table, counts in receipt.derived.items()} if receipt else {},
        "issues": [_issue(issue, language) for issue in sheet.issues],
        "questions": [],
    }


def _derived_columns(sheet: TakenSheet) -> dict[str, str]:
    """Return the columns of tables that follow from the sheet, as "orders.client_id": "CustomerID"."""
    return {
        f"{table}.{ours}": theirs
        for table, columns in sheet.derived_columns.items()
        for ours, theirs in columns.items()
    }


def counts_of(receipt: SheetReceipt, *, again: bool = False) -> dict[str, int]:
    """Return the account of one sheet: read = new + changed + identical + rejected + ignored.

    For bytes that were there already (`again`) every row that was taken then is identical now.
    """
    taken = (receipt.new, receipt.changed, receipt.identical)
    new, changed, identical = (0, 0, sum(taken)) if again else taken
    return dict(
        zip(
            COUNTS,
            (receipt.read, new, changed, identical, receipt.rejected, sum(receipt.ignored.values())),
            strict=True,
        )
    )


def _untouched(sheet: TakenSheet) -> dict[str, int]:
    return dict(zip(COUNTS, (sheet.read, 0, 0, 0, sheet.rejected, sum(sheet.ignored.values())), strict=True))


def _issue(issue: Issue, language: Language) -> dict[str, Any]:
    return {
        "cell": issue.cell,
        "problem": issue.problem,
        "severity": issue.severity.value,
        "column": issue.column,
        "found": issue.found,
        "count": issue.count,
        "message": message(issue, language),
    }


def _print(told: dict[str, Any], language: Language) -> None:
    line(told["file"] + (f"  (= {told['already']})" if told["already"] else ""))
    for issue in told["issues"]:
        line(f"  {issue['message']}")
    for sheet in told["sheets"]:
        table = TABLES[sheet["table"]].title.in_(language) if sheet["table"] else "—"
        line(f"  {sheet['sheet']}: {table}")
        line("    " + ", ".join(f"{name} {sheet['rows'][name]}" for name in COUNTS))
        for ours, theirs in sheet["columns"].items():
            line(f"    {ours:<20} {theirs}")
        faults = sorted(sheet["issues"], key=lambda issue: bool(issue["severity"] == Severity.NOTE.value))
        for issue in faults[:_SHOWN_AT_MOST]:
            line(f"    {issue['cell'] or '·'}: {issue['message']}")
        if len(faults) > _SHOWN_AT_MOST:
            line(f"    … {len(faults) - _SHOWN_AT_MOST}")
