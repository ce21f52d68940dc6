"""`demo` fills a store with the invented company, through the same import as any other file."""

from __future__ import annotations

import argparse
import hashlib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..model.text import Language
from ..settings import ROOT
from ..store import Store
from .output import StoppedError, document, line

SAMPLES = ROOT / "sample_data"


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `demo` to the grammar."""
    words = commands.add_parser("demo", parents=[common], help="import the invented company of sample_data")
    words.set_defaults(run=demo)


def demo(given: argparse.Namespace) -> int:
    """Import the demo company in the chosen language."""
    store = Store(given.store)
    files = fill_demo(store, given.language)
    rows = dict(store.snapshot().rows)
    if given.json:
        document({"store": str(given.store), "files": [file.name for file in files], "rows": rows})
    else:
        for table, count in rows.items():
            line(f"{table:<22}{count:>8}")
    return 0


def demo_files(language: Language) -> list[Path]:
    """Return the sample files of one language.

    Raises `StoppedError` when they are not there, as in an installation without them.
    """
    files = sorted(path for path in (SAMPLES / language).glob("*") if path.suffix in {".xlsx", ".csv"})
    if not files:
        raise StoppedError(f"There are no sample files in {SAMPLES / language}.")
    return files


def demo_digest(language: Language) -> str:
    """Return a short code of the content of the sample files."""
    digest = hashlib.sha256()
    for path in demo_files(language):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def fill_demo(store: Store, language: Language) -> list[Path]:
    """Import every sample file of one language that is not in the store yet; return the files."""
    files = demo_files(language)
    known = {upload.sha256 for upload in store.uploads() if upload.undone_at is None}
    left = [path for path in files if hashlib.sha256(path.read_bytes()).hexdigest() not in known]
    if left:
        _import(store, left)
    return files


def _import(store: Store, paths: list[Path]) -> None:
    # Reading files takes libraries that an app whose demo stands already can do without at its start.
    from ..intake.take import take

    with ThreadPoolExecutor(max_workers=2) as pool:
        for path, taken in zip(paths, pool.map(take, paths), strict=True):
            store.add(taken, who="demo", at=datetime.now(UTC), raw=path, refresh=path == paths[-1])
