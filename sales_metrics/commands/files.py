"""`check` says what an import of files would do; `import` does it."""

from __future__ import annotations

import argparse
import shlex
import tempfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Any

from ..intake.take import Taken
from ..model.issue import Severity
from ..model.tables import TABLES
from ..model.text import Language
from ..store import Receipt, Store
from ..text.wording_history import gone_text, kept_text
from ..text.wording_questions import WAITS
from .account import COUNTS, described
from .mending import mended
from .output import document, line
from .questions import Asked, keyed, take_together
from .replacing import Answers, Weighed
from .replacing import remember as remember_modes

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
        answers = _answers(given, store, asked.taken)
        weighed = [answers.weighed(store, at, taken) for at, taken in enumerate(asked.taken)]
        return _tell([(found, found.preview(store)) for found in weighed], given)


def import_(given: argparse.Namespace) -> int:
    """Import files one after another; one that cannot be used, or waits for an answer, costs the others nothing."""
    store = Store(given.store)
    asked = _take(given, store)
    answers = _answers(given, store, asked.taken)
    for signature, entry in asked.learned.items():
        store.remember(signature, entry, who=who(), at=datetime.now(UTC))
    told = []
    for at, (path, taken) in enumerate(zip(given.files, asked.taken, strict=True)):
        # Weighed one by one: what a file lacks depends on those of the call that went in before it.
        found = answers.weighed(store, at, taken)
        remember_modes(store, found, who=who(), at=datetime.now(UTC))
        told.append((found, found.stored(store, who=who(), at=datetime.now(UTC), raw=path)))
    return _tell(told, given)


def _take(given: argparse.Namespace, store: Store) -> Asked:
    files = [(path, path.name) for path in given.files]
    asked = take_together(files, store.remembered(), given.answer, given.language)
    asked.taken = mended(store, asked.taken, files)
    return asked


def _answers(given: argparse.Namespace, store: Store, taken: Sequence[Taken]) -> Answers:
    answers = Answers(given.answer, taken, given.language)
    answers.look_over(store, taken)
    return answers


def who() -> str:
    """Return who runs the command, for the history of uploads."""
    try:
        return getuser()
    except (OSError, KeyError):
        return "command line"


def _tell(told: list[tuple[Weighed, Receipt]], given: argparse.Namespace) -> int:
    keys = keyed([found.taken for found, _ in told])
    files = [described(found.taken, receipt, given.language, keys, found.missing) for found, receipt in told]
    if given.json:
        asked = [question for file in files for sheet in file["sheets"] for question in sheet["questions"]]
        document({"files": files, "questions": asked})
    else:
        for file in files:
            _print(file, given.language)
    return worst(exit_code(found.taken) for found, _ in told)


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
        if sheet["gone"] and not told["waits"]:
            line(f"    {gone_text(sheet['gone'], language)}")
        elif sheet["full_export"] and not told["waits"]:
            line(f"    {kept_text(sheet['missing'], language)}")
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
