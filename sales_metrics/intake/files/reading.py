"""Reading a file: out come sheets of plain text, or the reason why not. Nothing is parsed in this process."""

from __future__ import annotations

import hashlib
import json
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import IO

from .limits import Limits
from .progress import Progress
from .refusal import RefusedError, megabytes
from .sheet import Workbook
from .transfer import take_over

_ROOT = Path(__file__).resolve().parents[3]
_PASSED_ON = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
# Every thread pool and every allocator arena reserves address space, which is what the child is bound in; on a
# machine of many cores they alone would use it up.
_SPARING = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "2",
    "MALLOC_ARENA_MAX": "2",
    "ARROW_DEFAULT_MEMORY_POOL": "system",
}
_CHUNK = 1 << 20
_BEAT = 0.5


def read(
    path: Path, *, name: str | None = None, limits: Limits | None = None, progress: Progress | None = None
) -> Workbook:
    """Return what the file at `path` holds; `name` is what its user calls it, by default its own name.

    The file is parsed in a process of its own that is bound in memory and time. Bad content never raises: the
    workbook then has no sheets and its issues tell why. Without `limits` the environment's are taken; a wrong
    override there raises `ValueError`.
    """
    return read_many([(path, name or path.name)], limits=limits, progress=progress)[0]


def read_many(
    files: Iterable[tuple[Path, str]], *, limits: Limits | None = None, progress: Progress | None = None
) -> list[Workbook]:
    """Return what each of the (path, name) holds, in the same order, starting as few processes as possible.

    A file that brings its process down is refused, and the rest are read by a new one. `progress` is called with
    "reading" and the share of all files that is done, at the start and at least once a second.
    """
    limits = limits or Limits.from_environment()
    books = [_identified(Path(path), name, limits) for path, name in files]
    waiting = [(number, path) for number, (path, book) in enumerate(books) if not book.refused]
    results = [book for _, book in books]
    with tempfile.TemporaryDirectory(prefix="sales-metrics-") as folder:
        while waiting:
            done, failure = _run(Path(folder), waiting, limits, _over(progress, len(books), len(waiting)))
            for number in done:
                results[number] = _taken(Path(folder), number, results[number])
            waiting = [entry for entry in waiting if entry[0] not in done]
            if waiting and failure is not None:
                number = waiting.pop(0)[0]
                results[number] = _refused(results[number], failure)
    return results


def _identified(path: Path, name: str, limits: Limits) -> tuple[Path, Workbook]:
    """Return the workbook as far as it is known without parsing: its size and digest, and whether it is too big."""
    book = Workbook(name, "", 0, "", (), ())
    try:
        size = path.stat().st_size
        if size > limits.bytes:
            refusal = RefusedError("file_too_big", found=megabytes(size), limit=megabytes(limits.bytes))
            return path, _refused(replace(book, size=size), refusal)
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(_CHUNK):
                digest.update(block)
    except OSError:
        return path, _refused(book, RefusedError("cannot_open"))
    return path.resolve(), replace(book, sha256=digest.hexdigest(), size=size)


def _refused(book: Workbook, refusal: RefusedError) -> Workbook:
    return replace(book, sheets=(), issues=(refusal.issue(book.file),))


def _taken(folder: Path, number: int, book: Workbook) -> Workbook:
    handed = take_over(folder, number, book.file)
    for left in folder.glob(f"{number}.*"):
        left.unlink()
    if handed is None:
        return _refused(book, RefusedError("unreadable"))
    kind, sheets, issues = handed
    return replace(book, kind=kind, sheets=sheets, issues=issues)


def _over(progress: Progress | None, files: int, waiting: int) -> Callable[[float], None]:
    """Return what turns the files that a process has done, with the share of the current one, into progress."""

    def tell(done: float) -> None:
        if progress is not None:
            progress("reading", (files - waiting + done) / files)

    return tell


def _run(
    folder: Path, files: Sequence[tuple[int, Path]], limits: Limits, tell: Callable[[float], None]
) -> tuple[list[int], RefusedError | None]:
    """Return the numbers of the files that one process got done, and what stopped it at the next one, if it was."""
    orders = {
        "limits": asdict(limits),
        "folder": str(folder),
        "files": [(number, str(path)) for number, path in files],
    }
    with subprocess.Popen(
        [sys.executable, "-P", "-s", "-m", f"{__package__}.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(),
    ) as process:
        done: list[int] = []
        try:
            lines = _lines(*_pipes(process), json.dumps(orders).encode())
            for _ in files:
                tell(len(done))
                line = _next(lines, limits, lambda share: tell(len(done) + share))
                if line is None:
                    break
                done.append(int(line))
            tell(len(done))
        except queue.Empty:
            return done, RefusedError("too_slow", limit=limits.seconds)
        finally:
            if len(done) < len(files):
                process.kill()
            code = process.wait()
    return done, None if len(done) == len(files) else _cause(code, limits)


def _next(lines: queue.Queue[bytes | None], limits: Limits, tell: Callable[[float], None]) -> bytes | None:
    """Return the next line that says that a file is done, `None` at the end; `queue.Empty` when time is up."""
    until = time.monotonic() + limits.seconds
    share = 0.0
    while True:
        try:
            line = lines.get(timeout=max(0.0, min(_BEAT, until - time.monotonic())))
        except queue.Empty:
            if time.monotonic() >= until:
                raise
        else:
            if line is None or not line.startswith(b"~"):
                return line
            share = float(line[1:])
        tell(share)


def _lines(stdin: IO[bytes], stdout: IO[bytes], orders: bytes) -> queue.Queue[bytes | None]:
    """Return what the process says, line by line, `None` at the end; a thread listens, as Windows can only so."""
    lines: queue.Queue[bytes | None] = queue.Queue()

    def listen() -> None:
        try:
            with stdin:
                stdin.write(orders)
            for line in stdout:
                lines.put(line)
        except (OSError, ValueError):
            pass
        lines.put(None)

    threading.Thread(target=listen, daemon=True).start()
    return lines


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process was started without pipes")
    return process.stdin, process.stdout


def _cause(code: int, limits: Limits) -> RefusedError:
    """Return the refusal that the way in which the process ended calls for."""
    if -code == _signal("SIGXCPU"):
        return RefusedError("too_slow", limit=limits.seconds)
    if -code in (_signal("SIGKILL"), _signal("SIGABRT")):
        return RefusedError("too_much_memory", limit=megabytes(limits.memory))
    return RefusedError("parser_crashed")


def _signal(name: str) -> int:
    return int(getattr(signal, name, -1))


def _environment() -> dict[str, str]:
    """Return the few variables that a Python process needs; the server's secrets are no business of a parser."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return {**kept, "PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1", **_SPARING}
