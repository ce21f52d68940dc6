"""Files that are either whole or absent, whatever stops the process."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Final
from uuid import uuid4

TEMPORARY: Final = ".tmp"
_BLOCK: Final = 1 << 20


def write_whole(path: Path, data: bytes | memoryview) -> None:
    """Write `data` under a temporary name, sync it, rename it to `path`, and sync the directory.

    Whoever reads `path` sees all of the data or no file. Raises `OSError`; the temporary file is then gone.
    """
    temporary = temporary_beside(path)
    try:
        descriptor = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o640)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_directory(path.parent)


def write_once(path: Path, data: bytes | memoryview, sha256: str) -> None:
    """Write `data`, whose digest is `sha256`, to `path` unless the very same lies there; durable on return.

    A stopped import may have left the file, with its name not yet synced. Raises `OSError`.
    """
    if path.exists() and sha256_of(path) == sha256:
        sync_directory(path.parent)
    else:
        write_whole(path, data)


def temporary_beside(path: Path) -> Path:
    """Return a new name in the same directory that `sweep` will recognise."""
    return path.with_name(f"{path.name}.{uuid4().hex}{TEMPORARY}")


def sync_file(path: Path) -> None:
    """Make a file that another library wrote durable; raises `OSError`."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_directory(directory: Path) -> None:
    """Make the names in `directory` durable; does nothing where directories cannot be opened."""
    if os.name == "nt":
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sweep(directory: Path) -> None:
    """Remove the temporary files that a stopped process left in `directory`; nobody else may be writing there."""
    for leftover in directory.glob(f"*{TEMPORARY}*"):
        leftover.unlink(missing_ok=True)


def sha256_of(path: Path) -> str:
    """Return the hexadecimal SHA-256 of a file; raises `OSError`."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
