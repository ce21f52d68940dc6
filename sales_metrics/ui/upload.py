"""Files in: what was recognised, what became of every row, what is wrong; and the history with its undo."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import streamlit as st

from ..commands.account import COUNTS, counts_of
from ..commands.files import who
from ..intake.files.limits import Limits, WrongLimitError
from ..model.issue import Severity
from ..model.tables import TABLES
from ..model.text import Language, Text
from ..store import Upload
from ..text import correcting
from ..text import interface as words
from ..text.dates import moment as moment_text
from ..text.numbers import number
from ..text.plural import ROWS, counted
from ..text.wording_files import wrong_limit_text
from .dropped import forget, import_together, told
from .faults import mending_button, mending_state
from .panels import plain
from .recognition import ask, show_recognised
from .removed import show_lacking, show_removed_by
from .session import Session
from .templates import template_picker

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
    if not session.store.writable:
        folder = plain(str(session.store.folder))
        st.warning(words.STORE_READ_ONLY.in_(language).format(folder=folder), icon=":material/lock:")
        return
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
    wrong = _wrong_limit()
    if wrong:
        st.error(plain(wrong_limit_text(wrong.name, wrong.given, language)), icon=":material/error:")
    elif dropped:
        names = plain(", ".join(file.name for file in dropped))
        with st.status(words.READING.in_(language).format(file=names), expanded=True) as status:
            import_together(session, [(file.name, file.getvalue()) for file in dropped])
            status.update(label=words.FINISHED.in_(language), state="complete", expanded=False)
        # Another key empties the widget, so that the bytes leave the server's memory at once.
        st.session_state["drop_turn"] = turn + 1
        st.rerun()
    for place, file in enumerate(told()):
        show_told(session, place, file)
    template_picker(language)


def _wrong_limit() -> WrongLimitError | None:
    """Return what is wrong with the limits that the environment sets: no file can be read before it is mended."""
    try:
        Limits.from_environment()
    except WrongLimitError as wrong:
        return wrong
    return None


def show_told(session: Session, place: int, file: dict[str, Any]) -> None:
    """Draw what became of one file, what it asks, and how it was understood."""
    language = session.language
    with st.container(border=True, key=f"told_{place}"):
        st.subheader(plain(file["file"]), anchor=False)
        if file["corrected"] and not file["waits"]:
            st.success(correcting.APPLIED.in_(language), icon=":material/done:")
        if file.get("stopped"):
            st.error(plain(file["stopped"]), icon=":material/error:")
        if file["already"]:
            at = next(upload.at for upload in session.store.uploads() if upload.id == file["already"])
            said = words.ALREADY.in_(language).format(upload=file["already"], day=moment_text(at, language))
            st.info(said, icon=":material/done_all:")
        for issue in file["issues"]:
            refused = issue["severity"] == Severity.REFUSED.value
            (st.error if refused else st.info)(plain(issue["message"]))
        ask(session, place, file)
        for number, sheet in enumerate(file["sheets"]):
            _show_sheet(sheet, file["file"], language)
            if not file["waits"]:
                show_lacking(session, place, number, sheet, file["upload"])
            show_recognised(session, place, number, sheet)
        mending_button(file, session)


def _show_sheet(sheet: dict[str, Any], file: str, language: Language) -> None:
    # A text file has no sheets: its only one goes by the name of the file.
    name = plain(sheet["sheet"] or file)
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
    asked = {question["problem"] for question in sheet["questions"]}
    notes = [i for i in sheet["issues"] if i["severity"] == Severity.NOTE.value and i["problem"] not in asked]
    _show_issues(notes, words.NOTES, language)


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
            turn(upload.id, who=who(), at=datetime.now(UTC))
            forget()
            st.rerun()
        mending_state(upload, session)
    if not undone:
        show_removed_by(session, upload)
