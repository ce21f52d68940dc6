"""`erase` takes a contact person out of everything that was ever uploaded or taught."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from ..matched import KEYS
from ..store import Store
from ..text.wording_history import NAME_SOMEBODY, copies_text, erasure_text
from .backup import copies_of
from .files import who
from .output import StoppedError, document, line


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `erase` to the grammar."""
    help_ = "erase a contact person from all uploads, kept files and decisions; the history of uploads stays"
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
        found = (
            store.look_for(values, keys=KEYS)
            if given.check
            else store.erase(values, who=who(), at=datetime.now(UTC), keys=KEYS)
        )
    except ValueError as problem:
        raise StoppedError(NAME_SOMEBODY.in_(given.language)) from problem
    copies = {} if found.nothing else copies_of(store)
    if given.json:
        told = [{"folder": folder, "at": at} for folder, at in copies.items()]
        document({"erased": not given.check} | asdict(found) | {"backups": told})
        return 0
    counts = (found.rows, len(found.uploads), found.raw_files, found.entries)
    line(erasure_text(*counts, given.language, done=not given.check))
    if not found.nothing:
        line(copies_text(copies, given.language))
    for column, count in sorted(found.cells.items()):
        line(f"  {column}: {count}")
    return 0
