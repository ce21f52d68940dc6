"""`template` writes a workbook to fill in for one table, or one for every table."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ..exports.templates import template_workbook
from ..model.tables import TABLES
from ..model.text import Language
from ..text.templates import TEMPLATE_FILE
from .output import StoppedError, document, line


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `template` to the grammar."""
    help_ = "write a workbook to fill in by hand, for one table or with --all for every one"
    words = commands.add_parser("template", parents=[common], help=help_, description=help_)
    words.add_argument("table", nargs="?", choices=TABLES, metavar="TABLE", help=", ".join(TABLES))
    words.add_argument("--out", type=Path, metavar="FILE", help="where to write; by default into this folder")
    words.add_argument("--all", type=Path, metavar="FOLDER", help="write the templates of all tables there")
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Write the templates that were asked for."""
    if (given.table is None) == (given.all is None):
        raise StoppedError("Say which table, or --all FOLDER for every one: " + ", ".join(TABLES) + ".")
    if given.all is not None:
        paths = {table: given.all / file_name(table, given.language) for table in TABLES}
    else:
        paths = {given.table: given.out or Path(file_name(given.table, given.language))}
    for table, path in paths.items():
        try:
            if given.all is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(template_workbook(TABLES[table], given.language))
        except OSError as fault:
            raise StoppedError(f"{path} cannot be written: {fault.strerror}.") from fault
    if given.json:
        document({"templates": {table: str(path) for table, path in paths.items()}})
    else:
        for path in paths.values():
            line(str(path))
    return 0


def file_name(table: str, language: Language) -> str:
    """Return the name under which the template of a table is saved."""
    return TEMPLATE_FILE.in_(language).format(table=TABLES[table].title.in_(language))
