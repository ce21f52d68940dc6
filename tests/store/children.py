"""Work for child processes: forked from a warm server, so that fifty of them take seconds."""

from __future__ import annotations

import multiprocessing
import os
import resource
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sales_metrics.commands.parser import run
from sales_metrics.model.stages import meaning
from sales_metrics.store import Store, StoreError

from .taking import NOON, File, add, deals, values

_CONTEXT = multiprocessing.get_context("forkserver")
_CONTEXT.set_forkserver_preload(
    ["tests.store.children", "pyarrow.compute", "pyarrow.parquet", "sqlalchemy.dialects.sqlite"]
)


def start(work: Callable[..., None], *arguments: Any) -> tuple[BaseProcess, Connection]:
    """Start `work(connection, *arguments)` in a child and return it with our end of the connection."""
    ours, theirs = _CONTEXT.Pipe(duplex=False)
    child = _CONTEXT.Process(target=work, args=(theirs, *arguments))
    child.start()
    theirs.close()
    return child, ours


def ask(work: Callable[..., None], *arguments: Any) -> Any:
    """Return what `work` sends, once it has ended."""
    child, ours = start(work, *arguments)
    answer = ours.recv()
    child.join()
    ours.close()
    return answer


def numbered(number: int) -> File:
    """Return a file that says something new of a deal of its own, and of one that all such files share."""
    said = {"amount": float(number), "stage": f"stage {number}"}
    rows = [{"_key": key, "deal_id": key} | said for key in (f"d{number}", "shared")]
    return deals(rows, file=f"{number}.xlsx")


def raw_of(number: int) -> bytes:
    """Return the bytes that `numbered` stands for, so many that a kill can fall into their writing."""
    return f"the bytes of file {number} ".encode() * 4_000


def import_many(connection: Connection, folder: str, first: int, count: int) -> None:
    store = Store(folder)
    with TemporaryDirectory() as aside:
        raw = Path(aside) / "raw.xlsx"
        for number in range(first, first + count):
            raw.write_bytes(raw_of(number))
            file = replace(numbered(number), sha256=sha256(raw.read_bytes()).hexdigest())
            store.add(file, who="anna", at=NOON, raw=raw)
            connection.send(number)
    connection.close()


def import_one(connection: Connection, folder: str, number: int) -> None:
    """Add one file that others add at the same time, and send what the receipt says."""
    receipt = Store(folder).add(numbered(number), who="anna", at=NOON)
    connection.send((receipt.upload, receipt.already))


def import_by_command(connection: Connection, words: list[str]) -> None:
    """Import by the command line until killed."""
    connection.send("begun")
    run(words)


def _without_rights() -> None:
    # What is loaded on first use must be loaded while its files can be read.
    meaning("stage")
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def open_without_rights(connection: Connection, folder: str) -> None:
    _without_rights()
    try:
        Store(folder)
    except StoreError as fault:
        connection.send(fault.code)
    else:
        connection.send("opened")


def read_without_rights(connection: Connection, folder: str) -> None:
    _without_rights()
    store = Store(folder)
    answer: dict[str, Any] = {
        "writable": store.writable,
        "uploads": [upload.id for upload in store.uploads()],
        "deals": values(store.snapshot(), "deals"),
        "first": values(store.snapshot(1), "deals"),
        "preview": store.preview(numbered(99)).sheets[0].new,
        "findings": store.verify(),
    }
    for name, attempt in (
        ("add", lambda: add(store, numbered(99))),
        ("undo", lambda: store.undo(1, who="anna", at=NOON)),
        ("remember", lambda: store.remember("x", {}, who="anna", at=NOON)),
    ):
        try:
            attempt()
        except StoreError as fault:
            answer[name] = fault.code
    connection.send(answer)


def import_under_limits(connection: Connection, folder: str, limits: list[int]) -> None:
    """Add a file under each limit of the size of any file, and send what came of it."""
    store = Store(folder)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    came: list[str] = []
    for number, limit in enumerate(limits, start=100):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
        try:
            add(store, numbered(number))
            came.append("added")
        except StoreError as fault:
            came.append(fault.code)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        known = {upload.file for upload in Store(Path(folder)).uploads()}
        assert (f"{number}.xlsx" in known) == (came[-1] == "added")
    connection.send(came)


def erase_and_wait(connection: Connection, folder: str, values: tuple[str, ...], after: float) -> None:
    """Erase a person, and kill this very process so many seconds after the start."""
    store = Store(folder)
    threading.Timer(after, os.kill, (os.getpid(), signal.SIGKILL)).start()
    store.erase(values, who="boris", at=NOON)
    time.sleep(60)
