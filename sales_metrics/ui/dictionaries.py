"""The page on which a director corrects what the app understood: stages, reasons, channels, people, rules."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Final

import streamlit as st

from ..access import Role
from ..commands.demo import fill_demo
from ..commands.files import who
from ..commands.templates import file_name
from ..dictionaries import DICTIONARIES, Held, Saved, held, last_edit, remarks, save
from ..intake.edited import Row
from ..model.tables import TABLES
from ..model.text import Text
from ..store import StoreError
from ..text import dictionaries as words
from ..text import interface
from ..text.dates import moment
from ..text.numbers import number
from ..text.store import store_sentence
from .dictionary_editor import column_config, column_order, filled_template, grid, rows_of
from .panels import plain
from .session import Session
from .templates import XLSX
from .viewport import viewport

_CHOSEN: Final = "dictionary"
_SAID: Final = "dictionary_said"
_NAMES_SHOWN: Final = 8
_ROWS_SHOWN: Final = 16
_ROW_HEIGHT: Final = 35


def show_dictionaries(session: Session) -> None:
    """Draw the page. Only a director gets to see it: what is set here changes everybody's numbers."""
    language = session.language
    if session.viewer.role is not Role.DIRECTOR:
        st.info(words.DIRECTOR_ONLY.in_(language), icon=":material/lock:")
        return
    editable = session.store.writable and not session.demo
    if session.demo:
        _offer_copy(session)
    elif not session.store.writable:
        folder = plain(str(session.store.folder))
        st.warning(interface.STORE_READ_ONLY.in_(language).format(folder=folder), icon=":material/lock:")
    key = _picked(session)
    said = st.session_state.pop(_SAID, "")
    if said:
        st.success(plain(said), icon=":material/check:")
    with st.container(border=True, key=f"card_dictionary_{key}"):
        _one(session, held(session.tables, key), editable=editable)


def _picked(session: Session) -> str:
    """Return which dictionary is open: as picked, or as the address says, which is rewritten at every run."""
    language, widget = session.language, f"w_dictionary_{session.language}"
    named = st.query_params.get(_CHOSEN, "")
    if st.session_state.get(_CHOSEN) not in DICTIONARIES:
        st.session_state[_CHOSEN] = named if named in DICTIONARIES else next(iter(DICTIONARIES))
    if widget not in st.session_state:
        st.session_state[widget] = st.session_state[_CHOSEN]

    def keep() -> None:
        st.session_state[_CHOSEN] = st.session_state[widget]

    st.selectbox(
        words.PICK.in_(language),
        list(DICTIONARIES),
        format_func=lambda key: TABLES[key].title.in_(language) if key in TABLES else str(key),
        key=widget,
        on_change=keep,
    )
    picked = str(st.session_state[_CHOSEN])
    st.query_params[_CHOSEN] = picked
    return picked


def _offer_copy(session: Session) -> None:
    language = session.language
    with st.container(border=True, key="card_copy_demo"):
        st.markdown(words.DEMO.in_(language))
        if session.store.writable and st.button(
            words.COPY_DEMO.in_(language), key="copy_demo", icon=":material/content_copy:"
        ):
            with st.spinner(words.COPYING.in_(language)):
                fill_demo(session.store, language)
            st.rerun()


def _one(session: Session, holds: Held, *, editable: bool) -> None:
    language, dictionary = session.language, holds.dictionary
    st.caption(dictionary.about.in_(language))
    st.markdown(_state(holds).in_(language))
    rows = _with_unlisted(session, holds, editable=editable)
    digest = hashlib.sha256(repr((holds.rows, rows, holds.own)).encode()).hexdigest()[:12]
    place = f"{dictionary.key}_{language}_{digest}"
    fixed, narrow = dictionary.key == "rules", viewport().width == "phone"
    lines = 1 + (len(rows) if fixed or not editable else max(len(rows), 2) + 1)
    edited = st.data_editor(
        # The same frame at every run: fed with its own answer, the grid would lose every second edit.
        grid(holds, rows, language),
        column_config=column_config(holds, rows, language, narrow=narrow),
        column_order=column_order(holds, narrow=narrow),
        num_rows="fixed" if fixed or not editable else "dynamic",
        hide_index=True,
        disabled=not editable,
        height=_ROW_HEIGHT * min(lines, _ROWS_SHOWN + 2) + 3,
        placeholder="",
        key=f"edit_{place}",
        alt=dictionary.table.title.in_(language),
    )
    if editable:
        _faults(place, session)
    _remarks(holds, rows, session)
    if editable:
        left, origins = rows_of(holds, edited, len(rows))
        _buttons(session, holds, rows, left, origins, place)
    else:
        _download(session, holds, rows)


def _state(holds: Held) -> Text:
    if holds.dictionary.key == "rules" and not holds.own:
        return words.ALL_DEFAULT
    if holds.own:
        return words.OWN
    return words.FROM_DATA if holds.rows else words.NOTHING_FOUND


def _with_unlisted(session: Session, holds: Held, *, editable: bool) -> tuple[Row, ...]:
    """Say which names of the data the company's table lacks, and return the rows with those that were asked for."""
    if not holds.unlisted:
        return holds.rows
    language, name = session.language, holds.dictionary.name
    asked = f"unlisted_{holds.dictionary.key}"
    if editable and st.session_state.get(asked):
        return (*holds.rows, *holds.unlisted)
    names = [f"{row[name]} ({number(holds.counts.get(str(row[name]), 0), language)})" for row in holds.unlisted]
    with st.container(horizontal=True, vertical_alignment="center", key="unlisted"):
        st.warning(plain(words.UNLISTED.in_(language).format(names=_some(names))), icon=":material/help:")
        if editable and st.button(words.ADD_UNLISTED.in_(language), key="add_unlisted", icon=":material/add:"):
            st.session_state[asked] = True
            st.rerun()
    return holds.rows


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMES_SHOWN]) + (" …" if len(names) > _NAMES_SHOWN else "")


def _remarks(holds: Held, rows: Sequence[Row], session: Session) -> None:
    language, dictionary = session.language, holds.dictionary
    for said in remarks(session.tables, dictionary, holds.rows, language):
        st.warning(plain(said), icon=":material/help:")
    tables = [
        table for table in dict.fromkeys(table for table, _ in dictionary.occurs) if session.tables.present(table)
    ]
    lines = []
    if tables:
        titles = ", ".join(TABLES[table].title.in_(language) for table in tables)
        lines.append(words.COUNTED_IN.in_(language).format(tables=titles))
        names = dict.fromkeys(str(row[dictionary.name]) for row in rows if row[dictionary.name] is not None)
        never = [name for name in names if name not in holds.counts]
        if never:
            lines.append(words.NEVER.in_(language).format(names=_some(never)))
    if dictionary.key != "rules":
        lines.append(words.HOW_ROWS.in_(language))
    if dictionary.named:
        lines.append(words.NAMES_FROM_FILES.in_(language))
    if lines:
        st.caption("  \n".join(plain(line) for line in lines))


def _faults(place: str, session: Session) -> None:
    """Show what kept the last save from happening, until the next one."""
    sentences = st.session_state.get(f"faults_{place}", ())
    if sentences:
        lines = [f"- {plain(sentence)}" for sentence in sentences[:_NAMES_SHOWN]]
        if len(sentences) > _NAMES_SHOWN:
            more = number(len(sentences) - _NAMES_SHOWN, session.language)
            lines.append("- " + interface.MORE_ISSUES.in_(session.language).format(count=more))
        st.error("\n".join([words.NOT_SAVED.in_(session.language), "", *lines]), icon=":material/error:")


def _buttons(
    session: Session,
    holds: Held,
    rows: Sequence[Row],
    left: Sequence[Row],
    origins: Sequence[int | None],
    place: str,
) -> None:
    language, key = session.language, holds.dictionary.key
    with st.container(horizontal=True, vertical_alignment="center", key="dictionary_buttons"):
        if st.button(words.SAVE.in_(language), key=f"save_{place}", type="primary", icon=":material/save:"):
            _save(session, holds, left, origins, place)
        _download(session, holds, rows)
    last = last_edit(session.store, holds.dictionary)
    if last is None:
        return
    said = words.LAST_SAVED.in_(language).format(moment=moment(last.at, language), who=last.who, upload=last.id)
    with st.container(horizontal=True, vertical_alignment="center", key="last_edit"):
        st.caption(plain(said), width="content")
        if st.button(words.UNDO_EDIT.in_(language), key=f"undo_{key}", type="tertiary", icon=":material/undo:"):
            session.store.undo(last.id, who=who(), at=datetime.now(UTC))
            st.rerun()


def _save(session: Session, holds: Held, left: Sequence[Row], origins: Sequence[int | None], place: str) -> None:
    language = session.language
    # Rows that were offered for names of the data stand behind those that hold.
    own = [at if at is not None and at < len(holds.rows) else None for at in origins]
    try:
        saved = save(session.store, holds, left, language=language, who=who(), at=datetime.now(UTC), origins=own)
    except StoreError as problem:
        st.error(store_sentence(problem.code, language), icon=":material/error:")
        return
    st.session_state[f"faults_{place}"] = tuple(fault.sentence for fault in saved.faults)
    if not saved.faults:
        st.session_state.pop(f"unlisted_{holds.dictionary.key}", None)
        st.session_state[_SAID] = _said(saved, session)
    st.rerun()


def _said(saved: Saved, session: Session) -> str:
    language = session.language
    if saved.receipt is None:
        return words.UNCHANGED.in_(language)
    (sheet,) = saved.receipt.sheets
    counts = {name: number(getattr(sheet, name), language) for name in ("new", "changed", "gone")}
    return words.SAVED.in_(language).format(upload=saved.receipt.upload, **counts)


def _download(session: Session, holds: Held, rows: Sequence[Row]) -> None:
    language, key = session.language, holds.dictionary.key
    st.download_button(
        words.DOWNLOAD.in_(language),
        # Made when it is asked for, not at every run of the page.
        partial(filled_template, holds, rows, language),
        file_name=file_name(key, language),
        mime=XLSX,
        key=f"template_{key}",
        on_click="ignore",
        icon=":material/download:",
        help=words.DOWNLOAD_HINT.in_(language),
    )
