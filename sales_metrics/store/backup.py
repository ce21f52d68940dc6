"""A copy of a whole store that is known to be good before anybody relies on it."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa

from .catalogue import UPLOADS, Catalogue
from .error import StoreError, faults_as_codes
from .files import sync_directory, write_whole
from .journal import parts
from .part import path_of
from .state import States
from .verify import verify

FOLDERS = ("parts", "files", "state")


def copy_store(catalogue: Catalogue, folder: Path, destination: Path) -> None:
    """Copy one moment of the store to `destination`, an absent or empty folder, and verify the copy.

    Imports may go on meanwhile: the catalogue is copied first, and what it names never changes. State files are
    not copied. Raises `StoreError` with "not_empty", or "bad_copy" when the copy is not whole; nothing is then
    left at the destination.
    """
    if destination.exists() and any(destination.iterdir()):
        raise StoreError("not_empty", destination.name)
    partial = destination.with_name(destination.name + ".partial")
    with faults_as_codes():
        _remove(partial)
        try:
            for name in FOLDERS:
                (partial / name).mkdir(parents=True)
            catalogue.copy_to(partial / catalogue.path.name)
            copied = Catalogue(partial)
            with copied.reading() as connection:
                kept = set(connection.execute(sa.select(UPLOADS.c.sha256).where(UPLOADS.c.kept)).scalars())
                named = {path_of(Path("parts"), part.sha256) for part in parts(connection)}
            for path in sorted(named | {Path("files") / sha256 for sha256 in kept}):
                if (folder / path).exists():
                    write_whole(partial / path, (folder / path).read_bytes())
            found = verify(copied, partial, States(partial / "state", partial / "parts", here=True))
            if found:
                raise StoreError("bad_copy", f"{found[0].code} {found[0].file}")
            if destination.exists():
                destination.rmdir()
            sync_directory(partial)
            partial.replace(destination)
            sync_directory(destination.parent)
        except BaseException:
            _remove(partial)
            raise


def _remove(folder: Path) -> None:
    if not folder.exists():
        return
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    folder.rmdir()
