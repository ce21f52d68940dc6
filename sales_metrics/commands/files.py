"""`check` says what an import of files would do; `import` does it."""

from __future__ import annotations

import argparse
import shlex
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Any

from ..intake.sheet import column_number
from ..intake.take import Question, Taken, TakenSheet
from ..model.issue import Issue, Severity
from ..model.tables import TABLES
from ..model.text import Language
from ..store import Receipt, SheetReceipt, Store
from ..text.issues import message
from ..text.wording_questions import WAITS
from .mending import mended
from .output import document, line
from .questions import Asked, keyed, questions_of, take_together
from .systems import system_text

COUNTS = ("read", "new", "changed", "identical", "rejected", "ignored")
GOOD, REJECTED, UNUSABLE, WAITING = 0, 1, 2, 3
_SHOWN_AT_MOST = 20


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `check` and `import` to the grammar."""
    for name, help_, run in (
        ("check", "say what would be imported; nothing is stored", check),
        (
            "import",
            "import files; exit 1: rows were rejected, 2: a file is of no use, 3: a file waits for an answer",
            import_,
        ),
    ):
        words = commands.add_parser(name, parents=[common], help=help_, description=help_)
        words.add_argument("files", nargs="+", type=Path, metavar="FILE")
        words.add_argument(
            "--answer",
            action="append",
            default=[],
            metavar="KEY=CHOICE",
            help="answer a question that a file leaves open; may be given several times",
        )
        words.set_defaults(run=run)


def check(given: argparse.Namespace) -> int:
    """Print what an import would do, against the store if there is one."""
    with tempfile.TemporaryDirectory() as empty:
        store = Store(given.store if given.store.exists() else Path(empty) / "store")
        asked = _take(given, store)
        return _tell([(taken, store.preview(taken)) for taken in asked.taken], given)


def import_(given: argparse.Namespace) -> int:
    """Import files one after another; one that cannot be used, or waits for an answer, costs the others nothing."""
    store = Store(given.store)
    asked = _take(given, store)
    for signature, entry in asked.learned.items():
        store.remember(signature, entry, who=who(), at=datetime.now(UTC))
    told = []
    for path, taken in zip(given.files, asked.taken, strict=True):
        ready = not taken.waits and any(sheet.table for sheet in taken.sheets)
        told.append(
            (taken, store.add(taken, who=who(), at=datetime.now(UTC), raw=path) if ready else store.preview(taken))
        )
    return _tell(told, given)


def _take(given: argparse.Namespace, store: Store) -> Asked:
    files = [(path, path.name) for path in given.files]
    asked = take_together(files, store.remembered(), given.answer, given.language)
    asked.taken = mended(store, asked.taken, files)
    return asked


def who() -> str:
    """Return who runs the command, for the history of uploads."""
    try:
        return getuser()
    except (OSError, KeyError):
        return "command line"


def _tell(told: list[tuple[Taken, Receipt]], given: argparse.Namespace) -> int:
    keys = keyed([taken for taken, _ in told])
    files = [described(taken, receipt, given.language, keys) for taken, receipt in told]
    if given.json:
        document({"files": files})
    else:
        for file in files:
            _print(file, given.language)
    return worst(exit_code(taken) for taken, _ in told)


def exit_code(taken: Taken) -> int:
    """Return 0 when the file is good, 1 when rows of it were rejected, 2 when it is of no use, 3 when it waits."""
    if not any(sheet.table for sheet in taken.sheets):
        return UNUSABLE
    if taken.waits:
        return WAITING
    return REJECTED if any(sheet.rejected for sheet in taken.sheets) else GOOD


def worst(codes: Iterable[int]) -> int:
    """Return the exit code of a call: a file that waits is better than one with a fault, worse than a good one."""
    return max(codes, key=(GOOD, WAITING, REJECTED, UNUSABLE).index, default=GOOD)


def described(
    taken: Taken,
    receipt: Receipt,
    language: Language,
    keys: Mapping[str, tuple[Taken, TakenSheet, Question]] | None = None,
) -> dict[str, Any]:
    """Return what became of one file, in plain data: the same on the page and on the command line.

    `keys` are the questions of all files of the call; without them those of this file alone.
    """
    asked = questions_of(taken, keys if keys is not None else keyed([taken]), language)
    counted = {(sheet.sheet, sheet.table): sheet for sheet in receipt.sheets}
    return {
        "file": taken.file,
        "upload": receipt.upload,
        "already": receipt.already,
        "waits": taken.waits,
        "issues": [_issue(issue, language) for issue in taken.issues],
        "sheets": [
            _sheet(sheet, counted.get((sheet.sheet, sheet.table)), language, again=receipt.already is not None)
            | {"questions": asked.get(sheet.sheet, [])}
            for sheet in taken.sheets
        ],
    }


def _sheet(sheet: TakenSheet, receipt: SheetReceipt | None, language: Language, *, again: bool) -> dict[str, Any]:
    return {
        "sheet": sheet.sheet,
        "table": sheet.table,
        "system": system_text(sheet.dialect, language),
        "header_row": sheet.header_row,
        "confidence": round(sheet.confidence, 3),
        "columns": dict(sheet.columns) | _derived_columns(sheet),
        "evidence": {ours: list(codes) for ours, codes in sheet.evidence.items()},
        "letters": dict(sheet.letters)
        | {f"{table}.{ours}": at for table, own in sheet.derived_letters.items() for ours, at in own.items()},
        "headings": _headings(sheet),
        "signature": sheet.signature,
        "unused": list(sheet.unused.values()),
        "rows": counts_of(receipt, again=again) if receipt else _untouched(sheet),
        "ignored": dict(sheet.ignored),
        "derived": {table: dict(counts) for table, counts in receipt.derived.items()} if receipt else {},
        "issues": [_issue(issue, language) for issue in sheet.issues],
    }


def _headings(sheet: TakenSheet) -> dict[str, str]:
    """Return letter -> heading of every column that has one, in the order of the sheet."""
    found = {sheet.letters[ours]: theirs for ours, theirs in sheet.columns.items()} | sheet.unused
    for table, letters in sheet.derived_letters.items():
        found |= {letters[ours]: theirs for ours, theirs in sheet.derived_columns[table].items()}
    return {letter: found[letter] for letter in sorted(found, key=column_number)}


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
    if told["waits"]:
        line(f"  {WAITS.in_(language)}")
    for sheet in told["sheets"]:
        table = TABLES[sheet["table"]].title.in_(language) if sheet["table"] else "—"
        line(f"  {sheet['sheet']}: {table}" + (f" ({sheet['system']})" if sheet["system"] else ""))
        line("    " + ", ".join(f"{name} {sheet['rows'][name]}" for name in COUNTS))
        for question in sheet["questions"]:
            line(f"    ? {question['question']}")
            for choice, text in zip(question["choices"], question["choice_texts"], strict=True):
                line(f"      {text}: --answer {shlex.quote(question['key'] + '=' + choice)}")
        for ours, theirs in sheet["columns"].items():
            line(f"    {ours:<20} {theirs}")
        faults = sorted(sheet["issues"], key=lambda issue: bool(issue["severity"] == Severity.NOTE.value))
        for issue in faults[:_SHOWN_AT_MOST]:
            line(f"    {issue['cell'] or '·'}: {issue['message']}")
        if len(faults) > _SHOWN_AT_MOST:
            line(f"    … {len(faults) - _SHOWN_AT_MOST}")
