"""The rows behind a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pandas as pd
import streamlit as st

from ..exports.xlsx import rows_workbook
from ..matched import as_written
from ..metrics import METRICS
from ..model.panel import Drill
from ..model.tables import TABLES, Kind
from ..model.text import Language
from ..reports.behind import rows_behind
from ..reports.context import Context
from ..text import interface as words
from ..text.matching import CLIENT_IN_FILE
from ..text.numbers import money, number
from ..text.plural import ROWS, counted

SHOWN_AT_MOST: Final = 1000


def show_rows(drill: Drill, context: Context, *, key: str, close: Callable[[], None]) -> None:
    """Draw the rows behind a mark: how many, what they add up to, a table of them, and a workbook to take away."""
    language, name = context.language, METRICS[drill.metric].name
    rows = rows_behind(drill, context)
    rows = rows[rows["_table"].notna() & (rows["_table"] != "")]
    with st.container(border=True, key=f"rows_{key.replace('.', '_')}"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.markdown(f"**{summary(rows, context)}**")
            st.button(
                words.ROWS_CLOSE.in_(language),
                key=f"close_{key}",
                on_click=close,
                icon=":material/close:",
                type="tertiary",
            )
        tables = {
            str(table): titled(part, str(table), context) for table, part in rows.groupby("_table", sort=False)
        }
        for table, shown in tables.items():
            if len(tables) > 1:
                st.caption(TABLES[table].title.in_(language))
            _show_table(shown, context)
        whole = pd.concat(tables.values(), ignore_index=True) if tables else pd.DataFrame()
        st.download_button(
            words.ROWS_DOWNLOAD.in_(language),
            data=lambda: rows_workbook(whole, name.in_(language)),
            # The digest keeps a download apart from one of the same length made from other data.
            file_name=f"{drill.metric}_{context.digest[:8]}.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            on_click="ignore",
            key=f"download_{key}",
            icon=":material/download:",
        )


def _show_table(shown: pd.DataFrame, context: Context) -> None:
    height = min(36 * (len(shown) + 1) + 3, 420)
    st.dataframe(shown.head(SHOWN_AT_MOST), hide_index=True, placeholder="", height=height)
    if len(shown) > SHOWN_AT_MOST:
        parts = {"shown": number(SHOWN_AT_MOST, context.language), "rows": number(len(shown), context.language)}
        st.caption(words.ROWS_FIRST.in_(context.language).format(**parts))


def titled(rows: pd.DataFrame, table: str, context: Context) -> pd.DataFrame:
    """Return rows under the titles of their columns in the reader's language, codes of choices as their titles.

    Columns without any value, and those that only the computation needed, are left out. Where a client is shown
    under another spelling than the file's, the file's stands beside it. The number of the
    upload and of the row in its file stand at the end.
    """
    written = rows["_key"].map(as_written(context.tables, table)) if "_key" in rows else None
    return under_titles(rows, table, context.language, written)


def under_titles(
    rows: pd.DataFrame, table: str, language: Language, written: pd.Series | None = None
) -> pd.DataFrame:
    """Return rows of a table as `titled` does; `written` is the client in the spelling of the file, if any."""
    shown: dict[str, pd.Series] = {}
    for column in TABLES[table].columns:
        if column.key not in rows or rows[column.key].isna().all():
            continue
        values = rows[column.key]
        if column.kind is Kind.CHOICE:
            values = values.map({choice.code: choice.title.in_(language) for choice in column.choices})
        elif column.kind is Kind.DAY:
            values = pd.to_datetime(values).dt.date
        shown[column.title.in_(language)] = values
    if written is not None and written.notna().any():
        shown[CLIENT_IN_FILE.in_(language)] = written
    if "_upload" in rows:
        shown[words.FROM_UPLOAD.in_(language)] = rows["_upload"]
    if "_row" in rows:
        shown[words.ROW_OF_FILE.in_(language)] = rows["_row"]
    return pd.DataFrame(shown, index=rows.index)


def summary(rows: pd.DataFrame, context: Context) -> str:
    """Return how many rows there are and what they are worth."""
    language = context.language
    line = words.ROWS_COUNT.in_(language).format(rows=counted(len(rows), language, ROWS))
    if "amount" in rows and rows["amount"].notna().any():
        total = money(float(rows["amount"].sum()), language, context.currency)
        line += " · " + words.ROWS_SUM.in_(language).format(money=total)
    return line
