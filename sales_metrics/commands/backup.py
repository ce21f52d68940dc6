"""`backup`, `restore` and `verify`: a copy that is known to be good, and whether the data are."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from ..store import Store
from ..text.wording_history import COPIED, FINDINGS, RESTORED, WHOLE
from .files import who
from .output import document, line

GOOD, DAMAGED = 0, 1
_COPY: Final = "backup"


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `backup`, `restore` and `verify` to the grammar."""
    for name, help_, run, argument in (
        (
            "backup",
            "copy the data to an empty folder, while the app runs if need be, and verify it",
            backup,
            "DEST",
        ),
        ("restore", "bring a backup to the folder of the data, which must be empty", restore, "SRC"),
        ("verify", "check every byte of the data; exit 1 when something is lost or damaged", verify, None),
    ):
        words = commands.add_parser(name, parents=[common], help=help_, description=help_)
        if argument:
            words.add_argument("folder", type=Path, metavar=argument)
        words.set_defaults(run=run)


def backup(given: argparse.Namespace) -> int:
    """Copy the store to a folder, and take a note of it where the store can be written."""
    store = Store(given.store)
    store.backup(given.folder)
    if store.writable:
        store.memory.set(_COPY, str(given.folder.resolve()), {}, who=who(), at=datetime.now(UTC))
    return _tell(given, given.folder, "backup", COPIED.in_(given.language))


def copies_of(store: Store) -> dict[str, datetime]:
    """Return the backups that were made of a store by this command: the folder and the moment of the last to it."""
    return {entry.key: entry.at for entry in store.memory.history(_COPY)}


def restore(given: argparse.Namespace) -> int:
    """Bring a backup to the folder of the data."""
    Store.restore(given.folder, given.store)
    return _tell(given, given.store, "restored", RESTORED.in_(given.language))


def verify(given: argparse.Namespace) -> int:
    """Print what is wrong; what loses nothing is printed, but is no fault."""
    found = Store(given.store).verify()
    if given.json:
        document({"findings": [asdict(finding) for finding in found]})
    else:
        for finding in found:
            line(f"{finding.file}: {FINDINGS[finding.code].in_(given.language)}")
        if not found:
            line(WHOLE.in_(given.language))
    return DAMAGED if any(not finding.harmless for finding in found) else GOOD


def _tell(given: argparse.Namespace, folder: Path, name: str, sentence: str) -> int:
    if given.json:
        document({name: str(folder)})
    else:
        line(sentence.format(folder=folder))
    return GOOD
