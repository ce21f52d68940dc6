"""A listing on a page: a table whose rows open into the records behind them."""

from __future__ import annotations

from typing import Any, Final

import pandas as pd
import streamlit as st

from ..charts.words import with_sign
from ..model.panel import Align, Drill, Listing
from ..reports.context import Context
from ..text import interface as words
from ..text.numbers import number
from .column_widths import fitted

_ROW: Final = 35
_LINE: Final = 19
_TALLEST: Final = 620
"""Heights in px: of a row of one line, of each line where there are more, and of the table before it scrolls."""


def show_listing(key: str, picture: Listing, context: Context, *, turn: int, phone: bool = False) -> Drill | None:
    """Draw the first rows, or all where the reader asked for them; return the way behind the row that is ticked."""
    picture = picture.told()
    css, language = key.replace(".", "_"), context.language
    whole = bool(st.session_state.get(f"whole_{key}"))
    rows = picture.rows if whole else picture.rows[: picture.shown]
    # Two columns may bear one title, so the frame has names of its own; numbers would count the hidden index too.
    names = [f"c{at}" for at in range(len(picture.columns))]
    signed = [(with_sign(row.cells[0], row.verdict), *row.cells[1:]) for row in rows]
    frame = pd.DataFrame(signed, columns=names, dtype="string")
    widths, lines = fitted(picture, signed, phone=phone)
    row = _ROW if lines == 1 else _LINE * lines + 10
    config: dict[Any, Any] = {
        name: st.column_config.TextColumn(
            column.title,
            width=width,
            alignment="right" if column.align is Align.RIGHT else "left",
        )
        for name, column, width in zip(names, picture.columns, widths, strict=True)
    }
    state: Any = st.dataframe(
        frame,
        hide_index=True,
        column_config=config,
        placeholder="",
        key=f"list_{css}_{context.digest}_{turn}_{whole}",
        on_select="rerun",
        selection_mode="single-row",
        row_height=row if lines > 1 else None,
        height=min(_ROW + row * len(rows) + 2, _TALLEST),
    )
    if len(picture.rows) > picture.shown:
        label = (words.LIST_LESS if whole else words.LIST_ALL).in_(language)
        many = number(picture.shown if whole else len(picture.rows), language)
        st.button(
            label.format(n=many),
            key=f"more_{css}",
            type="tertiary",
            on_click=lambda: st.session_state.update({f"whole_{key}": not whole}),
        )
    picked = state["selection"]["rows"] if state else []
    return rows[picked[0]].drill if picked and picked[0] < len(rows) else None
