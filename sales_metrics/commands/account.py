"""What became of a file, in plain data: one account for the command line, the watched folder and the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..intake.files.sheet import column_number
from ..intake.take import Question, Taken, TakenSheet
from ..model.issue import Issue
from ..model.text import Language
from ..store import Missing, Receipt, SheetReceipt
from ..text.issues import message
from .questions import keyed, questions_of
from .systems import system_text

COUNTS = ("read", "new", "changed", "identical", "rejected", "ignored")


def described(
    taken: Taken,
    receipt: Receipt,
    language: Language,
    keys: Mapping[str, tuple[Taken, TakenSheet, Question]] | None = None,
    missing: Sequence[Missing] = (),
) -> dict[str, Any]:
    """Return what became of one file, in plain data: the same on the page and on the command line.

    `keys` are the questions of all files of the call; without them those of this file alone. `missing` is what
    its sheets lacked of what was stored before it.
    """
    asked = questions_of(taken, keys if keys is not None else keyed([taken]), language)
    counted = {(sheet.sheet, sheet.table): sheet for sheet in receipt.sheets}
    lacking = {(one.sheet, one.table): one for one in missing}
    return {
        "file": taken.file,
        "upload": receipt.upload,
        "already": receipt.already,
        "waits": taken.waits,
        "issues": [_issue(issue, language) for issue in taken.issues],
        "sheets": [
            _sheet(sheet, counted.get((sheet.sheet, sheet.table)), language, again=receipt.already is not None)
            | _lacks(lacking.get((sheet.sheet, sheet.table or "")))
            | {"questions": asked.get(at, [])}
            for at, sheet in enumerate(taken.sheets)
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
        "gone": receipt.gone if receipt and not again else 0,
        "derived": {table: dict(counts) for table, counts in receipt.derived.items()} if receipt else {},
        "issues": [_issue(issue, language) for issue in sheet.issues],
    }


def _lacks(one: Missing | None) -> dict[str, Any]:
    """Return how many of the rows that earlier exports with the same headings had are missing, and of how many.

    `full_export` says whether the sheet may be the same export as before, and not one of other days.
    """
    if one is None:
        return {"missing": 0, "known": 0, "full_export": False}
    return {"missing": one.missing, "known": one.known, "full_export": one.full_export}


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
