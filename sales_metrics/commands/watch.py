"""`watch` imports every file that appears in a folder or changes there, once it has been written to its end."""

from __future__ import annotations

import argparse
import json
import shlex
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any, Final

from ..model.text import Language
from ..store import Store, StoreError
from ..store.files import sha256_of
from ..text.dates import moment as moment_text
from ..text.interface import ALREADY
from ..text.store import store_sentence
from ..text.wording_questions import WAITS
from .account import COUNTS, described
from .files import GOOD, UNUSABLE, exit_code, who, worst
from .mending import take_again
from .output import StoppedError, line, plain
from .replacing import weighed

SUFFIXES: Final = frozenset(
    {".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html", ".xml"}
)
_SECONDS: Final = 5.0
_STOPPING: Final = ("SIGINT", "SIGTERM")


@dataclass(frozen=True, slots=True)
class _Seen:
    """What tells whether a file is still being written."""

    size: int
    changed_at: int


@dataclass(slots=True)
class Watch:
    """A folder under watch. `told` are the exit codes of the files so far."""

    folder: Path
    store: Store
    language: Language
    as_json: bool = False
    told: list[int] = field(default_factory=list)
    _before: dict[Path, _Seen] = field(default_factory=dict)
    _done: dict[Path, _Seen] = field(default_factory=dict)
    _waiting: dict[Path, object] = field(default_factory=dict)

    def look(self) -> None:
        """Import the files that have stood still since the last look; a folder that is gone has no files.

        A file that waits for an answer stays where it is, and is taken again once somebody has taught the store
        something: on the page, or by `import` with an answer.
        """
        now = dict(_files(self.folder))
        for path in [path for path, taught in self._waiting.items() if path not in now or taught != self._taught()]:
            del self._waiting[path]
            self._done.pop(path, None)
        for path, seen in sorted(now.items()):
            if self._before.get(path) == seen and self._done.get(path) != seen:
                self._done[path] = seen
                self._import(path)
        self._before = now

    def _import(self, path: Path) -> None:
        """Import one file; whatever is wrong with it is told, and costs the others nothing."""
        try:
            digest = sha256_of(path)
            known = next((each for each in self.store.uploads() if each.sha256 == digest), None)
            if known is not None:
                # One that was taken back stays so: only a person brings it back.
                told = {"file": path.name, "already": known.id, "at": known.at, "upload": None, "sheets": []}
                self._tell(told, GOOD)
                return
            found = weighed(self.store, take_again(self.store, path, name=path.name))
            receipt = found.stored(self.store, who=who(), at=datetime.now(UTC), raw=path)
            if found.taken.waits:
                self._waiting[path] = self._taught()
            self._tell(
                described(found.taken, receipt, self.language, missing=found.missing), exit_code(found.taken)
            )
        except StoreError as problem:
            self._again(path, problem.code)
            self._tell({"file": path.name, "error": store_sentence(problem.code, self.language)}, UNUSABLE)
        except OSError as fault:
            # Moved away or locked at this very moment: looked at again when it stands still.
            self._done.pop(path, None)
            self._tell({"file": path.name, "error": fault.strerror or "unreadable"}, UNUSABLE)

    def _taught(self) -> object:
        """Return all that answers have been remembered as."""
        return self.store.remembered(), self.store.modes()

    def _again(self, path: Path, code: str) -> None:
        """Let a file be tried once more where not the file but the moment was at fault."""
        if code in ("busy", "changed_file"):
            self._done.pop(path, None)

    def _tell(self, told: dict[str, Any], code: int) -> None:
        self.told.append(code)
        if self.as_json:
            sys.stdout.write(json.dumps(plain(told), ensure_ascii=False) + "\n")
        else:
            line(_sentence(told, self.language))
        sys.stdout.flush()


def declare(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add `watch` to the grammar."""
    help_ = "import every new or changed file of a folder as soon as it is complete; Ctrl-C ends it"
    words = commands.add_parser("watch", parents=[common], help=help_, description=help_)
    words.add_argument("folder", type=Path, metavar="FOLDER")
    words.add_argument(
        "--once", action="store_true", help="import what is there and end, with the code of `import`"
    )
    words.add_argument("--every", type=_positive, default=_SECONDS, metavar="SECONDS", help="default: %(default)s")
    words.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Watch until told to stop; `--once` looks twice, so that a file in the middle of a copy is left alone."""
    if not given.folder.is_dir():
        raise StoppedError(f"There is no folder {given.folder}.")
    watch = Watch(given.folder, Store(given.store), given.language, given.json)
    with stopping() as stop:
        watch.look()
        while not stop.wait(given.every):
            watch.look()
            if given.once:
                return worst(watch.told)
    return GOOD


@contextmanager
def stopping() -> Iterator[threading.Event]:
    """Give an event that Ctrl-C and SIGTERM set: an import that has begun is brought to its end first."""
    stop = threading.Event()

    def told(number: int, frame: FrameType | None) -> None:
        stop.set()

    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    numbers = [getattr(signal, name) for name in _STOPPING if hasattr(signal, name)]
    before = {number: signal.signal(number, told) for number in numbers}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _files(folder: Path) -> Iterator[tuple[Path, _Seen]]:
    """Yield the spreadsheets of a folder, without those that Excel, a browser or a copy has open."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return
    for path in entries:
        if path.suffix.lower() not in SUFFIXES or path.name.startswith(("~$", ".")):
            continue
        try:
            state = path.stat()
        except OSError:
            continue
        if path.is_file():
            yield path, _Seen(state.st_size, state.st_mtime_ns)


def _sentence(told: dict[str, Any], language: Language) -> str:
    """Return what became of one file as one line."""
    start = f"{time.strftime('%H:%M:%S')}  {told['file']}: "
    if "error" in told:
        return f"{start}{told['error']}"
    if told["already"] and "at" in told:
        return start + ALREADY.in_(language).format(upload=told["already"], day=moment_text(told["at"], language))
    parts = [
        f"{sheet['table']} " + ", ".join(f"{name} {sheet['rows'][name]}" for name in COUNTS)
        for sheet in told["sheets"]
        if sheet["table"]
    ]
    number = f"{told['upload']}  " if told["upload"] else ""
    questions = [question for sheet in told["sheets"] for question in sheet["questions"]]
    if questions:
        return start + " ".join([WAITS.in_(language), *(_asked(question) for question in questions)])
    refused = [issue["message"] for issue in told["issues"]]
    return start + number + ("; ".join(parts) or " ".join(refused) or "-")


def _asked(question: dict[str, Any]) -> str:
    """Return a question and how to answer it."""
    answers = " | ".join(
        f"--answer {shlex.quote(question['key'] + '=' + choice)}" for choice in question["choices"]
    )
    return f"{question['question']} import … {answers}"


def _positive(text: str) -> float:
    seconds = float(text)
    if not 0 < seconds < 86_400:
        raise argparse.ArgumentTypeError(f"{text} is not a number of seconds up to a day")
    return seconds
