"""Dropped files on their way into the store: taken together, kept while they wait, imported again."""

from __future__ import annotations

import shutil
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import streamlit as st

from ..commands.account import described
from ..commands.files import who
from ..commands.mending import mended
from ..commands.questions import take_together
from ..commands.replacing import NOBODY_ASKED, weighed
from ..intake.take import Taken
from ..store import Store, StoreError
from ..store.missing import ROWS_MISSING, mode_key
from ..text.store import store_sentence
from .faults import kept_rejects
from .session import Session

_TOLD: Final = "told"
_KEPT: Final = "kept_files"


class _Folder:
    """A folder that goes when the session goes."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkdtemp(prefix="sales-metrics-"))
        self.delete = weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)


def told() -> list[dict[str, Any]]:
    """Return what became of the files that were dropped last, one plain description each."""
    found: list[dict[str, Any]] = st.session_state.setdefault(_TOLD, [])
    return found


def forget() -> None:
    """Forget the last files, and delete those that were kept because they waited."""
    st.session_state.pop(_TOLD, None)
    kept = st.session_state.pop(_KEPT, None)
    if kept is not None:
        kept.delete()


def import_together(session: Session, files: Sequence[tuple[str, bytes]]) -> None:
    """Import files that were dropped together; one that waits for an answer stays in a folder of the session."""
    forget()
    folder = st.session_state[_KEPT] = _Folder()
    paths = [(folder.path / str(place), name) for place, (name, _) in enumerate(files)]
    for (path, _), (_, content) in zip(paths, files, strict=True):
        path.write_bytes(content)
    taken = mended(session.store, take_together(paths, session.store.remembered()).taken, paths)
    st.session_state[_TOLD] = [_imported(session, each, path) for each, (path, _) in zip(taken, paths, strict=True)]
    if not any(path.exists() for path, _ in paths):
        st.session_state.pop(_KEPT).delete()


def answer(
    session: Session, place: int, question: Mapping[str, Any], sheet: Mapping[str, Any], choice: str
) -> None:
    """Answer a question of one of the last files, remember it, and import what no longer waits."""
    file = told()[place]
    if question["problem"] == ROWS_MISSING:
        _choose(session, file, sheet, choice)
    else:
        key = question["key"].removeprefix(f"{file['file']}:")
        asked = take_together(
            [(Path(file["path"]), file["file"])], session.store.remembered(), [f"{key}={choice}"], session.language
        )
        for signature, entry in asked.learned.items():
            session.store.remember(signature, entry, who=who(), at=datetime.now(UTC))
    for at, each in enumerate(told()):
        if each["waits"]:
            _again(session, at)


def choose_again(session: Session, place: int, sheet: Mapping[str, Any], choice: str) -> None:
    """Take the rows that a sheet lacks the other way, and import its file again in place of the earlier upload."""
    _choose(session, told()[place], sheet, choice)
    _in_place(session, place)


def _choose(session: Session, file: dict[str, Any], sheet: Mapping[str, Any], choice: str) -> None:
    session.store.remember_mode(sheet["table"], sheet["signature"], choice, who=who(), at=datetime.now(UTC))
    file["chosen"] = file["chosen"] | {mode_key(sheet["table"], sheet["signature"]): choice}


def correct(session: Session, place: int, signature: str, entry: Mapping[str, Any]) -> None:
    """Remember how the columns of a sheet are meant and import its file again in place of the earlier upload."""
    session.store.remember(signature, dict(entry), who=who(), at=datetime.now(UTC))
    _in_place(session, place)


def _in_place(session: Session, place: int) -> None:
    file = told()[place]
    upload = file["upload"] or file["already"]
    if upload:
        session.store.undo(upload, who=who(), at=datetime.now(UTC))
    _again(session, place)
    if upload and told()[place].get("stopped"):
        session.store.redo(upload, who=who(), at=datetime.now(UTC))


def _again(session: Session, place: int) -> None:
    file = told()[place]
    path = Path(file["path"])
    (taken,) = take_together([(path, file["file"])], session.store.remembered()).taken
    told()[place] = _imported(session, taken, path, file["chosen"]) | {"corrected": True}


def _imported(
    session: Session, taken: Taken, path: Path, chosen: Mapping[str, str] = NOBODY_ASKED
) -> dict[str, Any]:
    """Import a file, or say what it waits for; `chosen` are the answers given about the rows that it lacks."""
    store, language = session.store, session.language
    found = weighed(store, taken, chosen)
    stopped = {}
    try:
        receipt = found.stored(store, who=who(), at=datetime.now(UTC), raw=path)
    except StoreError as problem:
        receipt = found.preview(store)
        stopped = {"stopped": store_sentence(problem.code, language)}
    file = described(found.taken, receipt, language, missing=found.missing) | stopped
    if not file["waits"]:
        file = kept_rejects(store, file, path, language)
    return file | {"path": str(_kept(store, taken, path)), "corrected": False, "chosen": dict(chosen)}


def _kept(store: Store, taken: Taken, path: Path) -> Path:
    """Return where the bytes of a file stay: in the store once they are there, else in the session's folder."""
    stored = store.files_folder / taken.sha256
    if not stored.exists():
        return path
    if path != stored:
        path.unlink(missing_ok=True)
    return stored
