"""The row of key figures."""

from __future__ import annotations

import html
from dataclasses import replace
from typing import Final

import streamlit as st

from ..charts import FIGURE_CONFIG, figure
from ..model.panel import Card, Panel, Verdict
from ..reports.overview import chosen_period
from ..text import interface as words
from .page import Report, View, panels_of
from .rows import show_rows
from .shell import page_named

_ASKED: Final = "card_rows"
_CLASS: Final = {Verdict.WORSE: "kpi-worse", Verdict.BETTER: "kpi-better"}


def show_cards(report: Report, view: View) -> None:
    """Draw the cards side by side, on a phone two in a row, and below them the rows of the one that was asked."""
    panels = panels_of(report, view)
    if not panels:
        return
    with st.container(key="kpis"):
        for place, panel in zip(st.columns(max(len(panels), 4), gap="small"), panels, strict=False):
            with place:
                _show_card(panel, view)
    asked = st.session_state.get(_ASKED)
    for panel in panels:
        if panel.key == asked and isinstance(panel.picture, Card):
            context = view.context
            month = replace(context, filters=replace(context.filters, period=chosen_period(context)))
            show_rows(panel.picture.drill, month, key=panel.key, close=lambda: st.session_state.pop(_ASKED, None))


def _show_card(panel: Panel, view: View) -> None:
    card, seen, language = panel.picture, view.viewport, view.context.language
    if not isinstance(card, Card):
        return
    with st.container(border=True, height="stretch", key=f"kpi_{panel.key.replace('.', '_')}"):
        shade = f"{_CLASS.get(card.verdict, 'kpi-quiet')} {'kpi-dark' if seen.theme == 'dark' else ''}"
        # Every word is escaped: names of files and clients never reach this markup, and could do nothing in it.
        lines = "<br>".join(html.escape(line) for line in card.line.split("\n"))
        st.html(
            f"<div class='kpi-name'>{html.escape(panel.title)}<br>"
            f"<small>{html.escape(panel.subtitle)}</small></div>"
            f"<div class='kpi-value'>{html.escape(card.value_text)}</div>"
            f"<div class='kpi-line {shade}'>{lines}</div>"
        )
        st.plotly_chart(
            figure(panel, theme=seen.theme, width=seen.width, lang=language),
            key=f"spark_{panel.key}_{seen.theme}_{seen.width}",
            theme=None,
            config=FIGURE_CONFIG,
            alt=f"{panel.title}: {card.value_text}",
        )
        with st.container(
            horizontal=True, wrap=False, horizontal_alignment="distribute", gap=None, key=f"foot_{panel.key}"
        ):
            st.button(
                words.SHOW_ROWS.in_(language),
                key=f"rows_of_{panel.key}",
                type="tertiary",
                on_click=lambda: st.session_state.update({_ASKED: panel.key}),
            )
            if card.page:
                st.page_link(page_named(card.page), label=words.MORE.in_(language))
