"""Rejected rows on the upload page: the workbook to mend, and how much of it is mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from ..commands.mending import Cases, Rejects, cases, rejects, rejects_of_file
from ..commands.rejects import cases_line
from ..model.text import Language
from ..store import Store, StoreError, Upload
from ..text import mending as words
from ..text.numbers import number
from .session import Session
from .templates import XLSX

_REJECTS = "rejects"
_COUNTED_AT_MOST = 3


def kept_rejects(store: Store, told: dict[str, Any], path: Path, language: Language) -> dict[str, Any]:
    """Return `told` with the rejects workbook in it where no upload was made, whose file is gone afterwards.

    Of an upload the store keeps the file, and the workbook is made when somebody asks for it.
    """
    if told["upload"] or told["already"] or not _rejected(told):
        return told
    return told | {_REJECTS: rejects_of_file(store, path, language, name=told["file"])}


def mending_button(told: dict[str, Any], session: Session) -> None:
    """Draw the download of the rejected rows of a file, if there are any."""
    count = _rejected(told)
    upload = told["upload"] or told["already"]
    kept: Rejects | None = told.get(_REJECTS)
    if not count or not (upload or kept):
        return
    name = kept.file if kept else _file_name(told["file"], upload, session.language)
    _download(session, upload, count, name, kept, key=f"mend_{upload}_{abs(hash(told['file']))}")
    st.caption(words.REJECTS_HINT.in_(session.language))


def mending_state(upload: Upload, session: Session) -> None:
    """Draw "12 of 15 mended, 3 left" and the download beside an upload of the history; nothing without rejects.

    To count them the files are read again, so of older uploads only the download is drawn.
    """
    count = _open_count(upload)
    if not count:
        return
    known: Cases | None = None
    if upload.id in [each.id for each in session.store.uploads() if _open_count(each)][-_COUNTED_AT_MOST:]:
        known = _cases(session.store, upload.id, session.store.snapshot().version)
    if known:
        st.caption(cases_line(known, session.language))
    if known is None or known.left:
        name = _file_name(upload.file, upload.id, session.language)
        _download(session, upload.id, count, name, None, key=f"history_mend_{upload.id}")


def _open_count(upload: Upload) -> int:
    return 0 if upload.undone_at is not None else sum(sheet.rejected for sheet in upload.sheets)


def _download(
    session: Session, upload: int | None, count: int, name: str, kept: Rejects | None, *, key: str
) -> None:
    def content() -> bytes:
        if kept:
            return kept.content
        return rejects(session.store, upload or 0, session.language).content

    st.download_button(
        words.DOWNLOAD_REJECTS.in_(session.language).format(count=number(count, session.language)),
        content,
        file_name=name,
        mime=XLSX,
        key=key,
        on_click="ignore",
        icon=":material/build:",
    )


@st.cache_data(max_entries=200, show_spinner=False)
def _counted(folder: str, upload: int, version: str, _store: Store) -> tuple[int, int] | str:
    try:
        known = cases(_store, upload)
    except StoreError as problem:
        return problem.code
    return known.rejected, known.mended


def _cases(store: Store, upload: int, version: str) -> Cases | None:
    """Return the cases of an upload; `None` where its file cannot be had any more."""
    counted = _counted(str(store.folder), upload, version, store)
    if isinstance(counted, str):
        return None
    return Cases(upload, *counted)


def _rejected(told: dict[str, Any]) -> int:
    return sum(sheet["rows"]["rejected"] for sheet in told["sheets"])


def _file_name(file: str, upload: int, language: Language) -> str:
    stem = file.rpartition(".")[0] or file
    return words.REJECTS_FILE.in_(language).format(file=stem, upload=upload)
