"""Rows that an upload no longer has: how many they are, which, and the other way to take them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import pyarrow as pa
import streamlit as st

from ..access import visible
from ..engine import Tables
from ..engine.schema import KEY
from ..model.tables import TABLES
from ..store import Upload
from ..store.missing import ADDS, REPLACES
from ..text import interface as words
from ..text import wording_history as said
from ..text.numbers import number
from .dropped import choose_again
from .rows import SHOWN_AT_MOST, under_titles
from .session import Session

_GONE: Final = "_gone"


def show_lacking(session: Session, place: int, at: int, sheet: Mapping[str, Any], upload: int | None) -> None:
    """Draw what a sheet just imported took away, or left although it lacks it, and the click to the contrary."""
    language = session.language
    gone = sheet["gone"]
    if not gone and not sheet["full_export"]:
        return
    text = said.gone_text(gone, language) if gone else said.kept_text(sheet["missing"], language)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{text}**")
        st.button(
            (said.KEEP_INSTEAD if gone else said.REMOVE_INSTEAD).in_(language),
            key=f"instead_{place}_{at}",
            on_click=choose_again,
            args=(session, place, sheet, ADDS if gone else REPLACES),
        )
    if gone and upload:
        _openable(session, upload, sheet["table"], key=f"told_{place}_{at}")


def show_removed_by(session: Session, upload: Upload) -> None:
    """Draw what an upload of the history took away, by table; nothing when it took nothing."""
    gone: dict[str, int] = {}
    for sheet in upload.sheets:
        if sheet.table and sheet.gone:
            gone[sheet.table] = gone.get(sheet.table, 0) + sheet.gone
    for table, rows in gone.items():
        title = TABLES[table].title.in_(session.language)
        st.caption(f"{title}: {said.gone_text(rows, session.language)}")
        _openable(session, upload.id, table, key=f"history_{upload.id}_{table}")


def _openable(session: Session, upload: int, table: str, *, key: str) -> None:
    """Draw a button that opens and closes the rows: they are looked up only when somebody wants to see them."""
    language, flag = session.language, f"open_gone_{key}"
    shown = bool(st.session_state.get(flag))

    def turn() -> None:
        st.session_state[flag] = not shown

    st.button(
        (said.HIDE_GONE if shown else said.SHOW_GONE).in_(language),
        key=f"show_gone_{key}",
        on_click=turn,
        type="tertiary",
        icon=":material/expand_less:" if shown else ":material/expand_more:",
    )
    if not shown:
        return
    rows = removed_rows(session, upload, table)
    st.dataframe(
        under_titles(rows.head(SHOWN_AT_MOST), table, language), hide_index=True, placeholder="", key=f"gone_{key}"
    )
    if len(rows) > SHOWN_AT_MOST:
        counts = {"shown": number(SHOWN_AT_MOST, language), "rows": number(len(rows), language)}
        st.caption(words.ROWS_ONLY_FIRST.in_(language).format(**counts))


def removed_rows(session: Session, upload: int, table: str) -> pd.DataFrame:
    """Return the rows of a table that an upload took away, as they stood before it, and as far as the viewer may
    see them."""
    before, keys = session.store.removed(upload)
    tables = visible(Tables.of_snapshot(before), session.viewer)
    wanted = pa.table({_GONE: pa.array(keys.get(table, []), pa.string())})
    kept = tables.engine.keep(f"gone_{upload}_{table}", wanted, {_GONE: "string"})
    rows = tables.stored(table)
    return tables.fetch(rows.filter(rows[KEY].isin(kept[_GONE])).order_by(KEY))
