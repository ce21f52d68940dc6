"""`erase` takes a contact person out of everything that was ever uploaded."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from ..store import Store
from ..text.wording_history import NAME_SOMEBODY, erasure_text
from .files import who
from .output import StoppedError, document, line


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `erase` to the grammar."""
    help_ = "erase a contact person from all uploads and kept files; the history of uploads stays"
    words = commands.add_parser("erase", parents=[common], help=help_, description=help_)
    for name, example in (("name", "exact name"), ("phone", "phone"), ("email", "e-mail address")):
        words.add_argument(f"--{name}", action="append", default=[], metavar=name.upper(), help=example)
    words.add_argument("--check", action="store_true", help="only say how much would be erased")
    words.set_defaults(run=erase)


def erase(given: argparse.Namespace) -> int:
    """Erase, or with `--check` count, what stands of a person in the store; the values are not printed."""
    values = [value.strip() for value in (*given.name, *given.phone, *given.email) if value.strip()]
    store = Store(given.store)
    try:
        if not values:
            raise ValueError
        found = store.look_for(values) if given.check else store.erase(values, who=who(), at=datetime.now(UTC))
    except ValueError as problem:
        raise StoppedError(NAME_SOMEBODY.in_(given.language)) from problem
    if given.json:
        document({"erased": not given.check} | asdict(found))
        return 0
    line(erasure_text(found.rows, len(found.uploads), found.raw_files, given.language, done=not given.check))
    for column, count in sorted(found.cells.items()):
        line(f"  {column}: {count}")
    return 0
