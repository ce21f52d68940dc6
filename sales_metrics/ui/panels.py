"""A panel on a page: message, subtitle, picture, foot, and the rows of whatever was clicked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit as st

from ..charts import FIGURE_CONFIG, drills, figure
from ..metrics import METRICS
from ..model.panel import Drill, Empty, HeatMap, Listing, Panel
from ..reports.context import Context
from ..text import interface as words
from .choices import show_choices
from .listing import show_listing
from .rows import show_rows
from .session import LOG
from .shell import page_named
from .viewport import Viewport


def show(panel: Panel, context: Context, viewport: Viewport, *, small: bool = False) -> None:
    """Draw one panel as a card. A click on a mark opens its rows below the picture, a second one closes them."""
    with st.container(border=True, key=f"card_{_css(panel.key)}"):
        _words_above(panel, small=small)
        show_choices(panel, context.language)
        if isinstance(panel.picture, Empty):
            _empty(panel.key, panel.picture, context)
            return
        if isinstance(panel.picture, Listing):
            phone = viewport.width == "phone"
            picked = show_listing(panel.key, panel.picture, context, turn=_turn(panel.key), phone=phone)
        else:
            picked = _picture(panel, context, viewport)
        for sentence in panel.advice:
            st.markdown(plain(sentence))
        if panel.foot:
            st.caption(plain(panel.foot))
        with st.container(horizontal=True, vertical_alignment="center", key=f"about_{_css(panel.key)}"):
            ways = drills(panel)
            if ways:
                about(ways[0].metric, context)
            if picked is None and ways:
                hint = words.ROWS_HINT_LIST if isinstance(panel.picture, Listing) else words.ROWS_HINT
                st.caption(hint.in_(context.language), width="content")
        if picked is not None:
            show_rows(picked, context, key=panel.key, close=lambda: _forget(panel.key))


def _words_above(panel: Panel, *, small: bool) -> None:
    with st.container(horizontal=True, vertical_alignment="top", horizontal_alignment="distribute", gap="small"):
        (st.subheader if small else st.header)(plain(panel.title), anchor=False)
    if panel.subtitle:
        st.caption(plain(panel.subtitle))


def _picture(panel: Panel, context: Context, viewport: Viewport) -> Drill | None:
    panel = _narrowed(panel, viewport, context)
    made = figure(panel, theme=viewport.theme, width=viewport.width, lang=context.language)
    ways = drills(panel)
    turn = _turn(panel.key)
    state: Any = st.plotly_chart(
        made,
        key=f"chart_{_css(panel.key)}_{viewport.width}_{viewport.theme}_{context.digest}_{turn}",
        on_select="rerun",
        selection_mode="points",
        theme=None,
        config=FIGURE_CONFIG,
        alt=f"{panel.title}. {panel.subtitle}",
    )
    points = state["selection"]["points"] if state else []
    place = _place(points)
    return ways[place] if place is not None and 0 <= place < len(ways) else None


def _narrowed(panel: Panel, viewport: Viewport, context: Context) -> Panel:
    """Return the panel as a phone can hold it: of a heat map the whole and one row, which is chosen above it."""
    if viewport.width != "phone" or not isinstance(panel.picture, HeatMap):
        return panel
    rows = {row.label: row for row in panel.picture.rows if not row.apart}
    if len(rows) < 2:
        return panel
    # Rows of another kind have a choice of their own.
    key = f"row_{_css(panel.key)}_{context.language}_{panel.picture.row_name}"
    name = panel.picture.row_name or words.MANAGER.in_(context.language)
    chosen = st.selectbox(plain(name), list(rows), key=key)
    whole = tuple(row for row in panel.picture.rows if row.apart)
    return replace(panel, picture=replace(panel.picture, rows=(*whole, rows[chosen])))


def _place(points: list[dict[str, Any]]) -> int | None:
    for point in points:
        data = point.get("customdata")
        value = data[0] if isinstance(data, list | tuple) and data else data
        if isinstance(value, dict):
            value = next(iter(value.values()), None)
        if isinstance(value, int | float | str) and str(value).lstrip("-").replace(".0", "").isdigit():
            return int(float(value))
    return None


def _turn(key: str) -> int:
    return int(st.session_state.setdefault(f"turn_{key}", 0))


def _forget(key: str) -> None:
    # A chart keeps its selection as long as its key lives, so closing the rows gives it another key.
    st.session_state[f"turn_{key}"] += 1


def _empty(key: str, picture: Empty, context: Context) -> None:
    with st.container(height=220, border=False, vertical_alignment="center", key=f"empty_{_css(key)}"):
        st.markdown(f"**{plain(picture.why)}**")
        st.markdown(plain(picture.would_show))
        if picture.action:
            st.page_link(page_named("upload"), label=picture.action, icon=":material/upload_file:")


def about(metric: str, context: Context) -> None:
    """Draw the way to the definition of a metric."""
    declared = METRICS.get(metric)
    if declared is None:
        LOG.warning("a panel names an unknown metric")
        return
    with st.popover(words.ABOUT_NUMBER.in_(context.language), icon=":material/info:", type="tertiary"):
        st.markdown(f"**{plain(declared.name.in_(context.language))}**")
        st.markdown(plain(declared.definition.in_(context.language)))


def plain(text: str) -> str:
    """Return text that Streamlit's Markdown shows letter by letter: names come from files, and may be hostile."""
    for sign in "\\`*_{}[]<>#$~|!":
        text = text.replace(sign, f"\\{sign}")
    return text.replace(":", "\\:").replace("://", "\\://")


def _css(key: str) -> str:
    return key.replace(".", "_")
