"""Files in: what was recognised, what became of every row, what is wrong; and the history with its undo."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from ..commands.files import COUNTS, counts_of, described
from ..intake.take import Taken, take
from ..model.issue import Severity
from ..model.tables import TABLES
from ..model.text import Language, Text
from ..store import Store, StoreError, Upload
from ..text import interface as words
from ..text.dates import moment as moment_text
from ..text.evidence import evidence_text
from ..text.numbers import number
from ..text.plural import ROWS, counted
from ..text.store import store_sentence
from .panels import plain
from .session import Session

TYPES = ["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "htm", "html", "xml"]
_COUNT_WORDS: dict[str, Text] = {
    "new": words.ACCOUNT_NEW,
    "changed": words.ACCOUNT_CHANGED,
    "identical": words.ACCOUNT_IDENTICAL,
    "rejected": words.ACCOUNT_REJECTED,
    "ignored": words.ACCOUNT_IGNORED,
}
_ISSUES_SHOWN = 12
# The words of the uploader are built into Streamlit in English: ours stand in their place.
_PICK_STYLE = """
[data-testid="stFileUploaderDropzone"] button > * { display: none; }
[data-testid="stFileUploaderDropzone"] button::after { content: "WORDS"; font-size: 16px; }
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
"""


def drop_files(session: Session) -> None:
    """Draw the place to drop files, import what is dropped, and show what became of it."""
    language = session.language
    turn = st.session_state.setdefault("drop_turn", 0)
    with st.container(border=True, key="card_drop"):
        st.header(words.DROP_TITLE.in_(language), anchor=False)
        st.caption(words.DROP_HINT.in_(language))
        st.html(f"<style>{_PICK_STYLE.replace('WORDS', words.PICK_FILES.in_(language))}</style>")
        dropped = st.file_uploader(
            words.DROP_TITLE.in_(language),
            type=TYPES,
            accept_multiple_files=True,
            label_visibility="collapsed",
            key=f"drop_{turn}",
        )
    if dropped:
        st.session_state["told"] = [_import(session, file.name, file.getvalue()) for file in dropped]
        # Another key empties the widget, so that the bytes leave the server's memory at once.
        st.session_state["drop_turn"] = turn + 1
        st.rerun()
    for told in st.session_state.get("told", []):
        show_told(told, language)


def _import(session: Session, name: str, content: bytes) -> dict[str, Any]:
    language, store = session.language, session.store
    with (
        tempfile.TemporaryDirectory() as folder,
        st.status(words.READING.in_(language).format(file=plain(name)), expanded=True) as status,
    ):
        path = Path(folder) / "upload"
        path.write_bytes(content)
        taken = take(path, name=name, remembered=store.remembered())
        status.update(label=words.STORING.in_(language).format(file=plain(name)))
        try:
            told = _store(store, taken, path, language)
        except StoreError as problem:
            told = described(taken, store.preview(taken), language) | {
                "stopped": store_sentence(problem.code, language)
            }
        status.update(label=words.FINISHED.in_(language), state="complete", expanded=False)
    return told


def _store(store: Store, taken: Taken, path: Path, language: Language) -> dict[str, Any]:
    if not any(sheet.table for sheet in taken.sheets):
        return described(taken, store.preview(taken), language)
    return described(taken, store.add(taken, who="", at=datetime.now(UTC), raw=path), language)


def show_told(told: dict[str, Any], language: Language) -> None:
    """Draw what became of one file."""
    with st.container(border=True, key=f"told_{abs(hash(str(told))) % 10**8}"):
        st.subheader(plain(told["file"]), anchor=False)
        if told.get("stopped"):
            st.error(plain(told["stopped"]), icon=":material/error:")
        if told["already"]:
            st.info(words.ALREADY.in_(language).format(upload=told["already"]), icon=":material/done_all:")
        for issue in told["issues"]:
            refused = issue["severity"] == Severity.REFUSED.value
            (st.error if refused else st.info)(plain(issue["message"]))
        for sheet in told["sheets"]:
            _show_sheet(sheet, language)


def _show_sheet(sheet: dict[str, Any], language: Language) -> None:
    name = plain(sheet["sheet"])
    if sheet["table"] is None:
        st.markdown(f"**{words.NOT_RECOGNISED.in_(language).format(sheet=name)}**")
    else:
        table = TABLES[sheet["table"]].title.in_(language)
        st.markdown(f"**{words.RECOGNISED_AS.in_(language).format(sheet=name, table=table)}**")
        st.markdown(account_line(sheet["rows"], language))
        for derived, counts in sheet["derived"].items():
            rows = counted(sum(counts.values()), language, ROWS)
            st.caption(words.DERIVED.in_(language).format(table=TABLES[derived].title.in_(language), rows=rows))
    _show_issues([i for i in sheet["issues"] if i["severity"] != Severity.NOTE.value], words.FAULTS, language)
    _show_issues([i for i in sheet["issues"] if i["severity"] == Severity.NOTE.value], words.NOTES, language)
    if sheet["table"] is not None:
        with st.expander(words.COLUMNS_FOUND.in_(language)):
            _show_columns(sheet, language)


def account_line(rows: dict[str, int], language: Language) -> str:
    """Return "Read 312 = 300 new + 7 changed + 5 identical", leaving out what is nought."""
    parts = [
        f"**{number(rows[name], language)}** {word.in_(language)}"
        for name, word in _COUNT_WORDS.items()
        if rows[name]
    ]
    read = words.ACCOUNT.in_(language).format(read=f"**{number(rows['read'], language)}**")
    return f"{read} = {' + '.join(parts)}" if parts else read


def _show_issues(issues: list[dict[str, Any]], title: Text, language: Language) -> None:
    if not issues:
        return
    st.markdown(f"{title.in_(language)}:")
    lines = [f"- {plain(issue['message'])}" for issue in issues[:_ISSUES_SHOWN]]
    if len(issues) > _ISSUES_SHOWN:
        lines.append(
            "- " + words.MORE_ISSUES.in_(language).format(count=number(len(issues) - _ISSUES_SHOWN, language))
        )
    st.markdown("\n".join(lines))


def _show_columns(sheet: dict[str, Any], language: Language) -> None:
    frame = pd.DataFrame(
        {
            words.OUR_COLUMN.in_(language): [
                _column_title(sheet["table"], ours, language) for ours in sheet["columns"]
            ],
            words.THEIR_COLUMN.in_(language): list(sheet["columns"].values()),
            words.WHY.in_(language): [
                evidence_text(sheet["evidence"].get(ours, ()), language) for ours in sheet["columns"]
            ],
        }
    )
    st.dataframe(frame, hide_index=True, height="content")
    if sheet["unused"]:
        st.caption(words.UNUSED_COLUMNS.in_(language).format(columns=plain(", ".join(sheet["unused"]))))


def _column_title(table: str, column: str, language: Language) -> str:
    # A column of a table that follows from the sheet is written with that table: "orders.client".
    other, dot, name = column.rpartition(".")
    title = TABLES[other or table].column(name).title.in_(language)
    return f"{TABLES[other].title.in_(language)}: {title}" if dot else title


def history(session: Session) -> None:
    """Draw every upload with its counts and the way back."""
    language = session.language
    st.header(words.HISTORY.in_(language), anchor=False)
    uploads = session.store.uploads()
    if not uploads:
        st.caption(words.HISTORY_EMPTY.in_(language))
    for upload in reversed(uploads):
        _show_upload(upload, session)


def _show_upload(upload: Upload, session: Session) -> None:
    language = session.language
    totals = {name: sum(counts_of(sheet)[name] for sheet in upload.sheets) for name in COUNTS}
    with st.container(border=True, key=f"upload_{upload.id}", horizontal=True, vertical_alignment="center"):
        struck = "~~" if upload.undone_at else ""
        st.markdown(
            f"№ {upload.id} · {moment_text(upload.at, language)} · {struck}**{plain(upload.file)}**{struck}  \n"
            + (
                words.UNDONE.in_(language).format(day=moment_text(upload.undone_at, language))
                if upload.undone_at
                else account_line(totals, language)
            )
        )
        undone = upload.undone_at is not None
        if st.button(
            (words.REDO if undone else words.UNDO).in_(language),
            key=f"{'redo' if undone else 'undo'}_{upload.id}",
            icon=":material/redo:" if undone else ":material/undo:",
        ):
            turn = session.store.redo if undone else session.store.undo
            turn(upload.id, who="", at=datetime.now(UTC))
            st.session_state.pop("told", None)
            st.rerun()
