"""What a reader sets on a panel, kept in the session and in the address so that a link opens the same view."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

import streamlit as st

from ..model.panel import Amount, Choice, Day, Panel, Pick
from ..model.text import Language

_KEPT: Final = "choices"
_MARK: Final = "c."
"""Begins the name of a choice in the address, so that it cannot be taken for a filter."""
_LONGEST: Final = 120


def chosen() -> Mapping[str, str]:
    """Return everything that was set, by the keys of the choices; on the first run what the address says."""
    state = st.session_state
    if _KEPT not in state:
        state[_KEPT] = {
            name.removeprefix(_MARK): value[:_LONGEST]
            for name, value in st.query_params.items()
            if name.startswith(_MARK)
        }
    kept: dict[str, str] = state[_KEPT]
    return dict(kept)


def show_choices(panel: Panel, language: Language) -> None:
    """Draw the questions of a panel in one row; on a phone they stand under one another."""
    if not panel.choices:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"choices_{panel.key.replace('.', '_')}"):
        for choice in panel.choices:
            _show(choice, language)
            _write(choice)


def _show(choice: Choice, language: Language) -> None:
    widget = f"w_c_{choice.key}_{language}"
    state = st.session_state
    match choice:
        case Pick(options=options):
            codes, names = [code for code, _ in options], dict(options)
            state[widget] = choice.chosen
            st.selectbox(
                choice.label,
                codes,
                format_func=lambda code: names.get(code, str(code)),
                key=widget,
                on_change=_keeper(choice.key, widget),
                width=280,
            )
        case Day():
            state[widget] = choice.chosen
            st.date_input(
                choice.label,
                min_value=choice.first,
                max_value=choice.last,
                key=widget,
                format="DD.MM.YYYY",
                on_change=_keeper(choice.key, widget),
                width=180,
            )
        case Amount():
            state[widget] = choice.chosen
            draw = st.slider if choice.slider else st.number_input
            draw(
                choice.label,
                min_value=choice.low,
                max_value=choice.high,
                step=choice.step,
                format="%g",
                key=widget,
                on_change=_keeper(choice.key, widget),
                width=220,
            )


def _keeper(key: str, widget: str) -> Callable[[], None]:
    def keep() -> None:
        value = st.session_state[widget]
        written = value.isoformat() if isinstance(value, date) else f"{value:g}" if _number(value) else str(value)
        st.session_state[_KEPT] = {**chosen(), key: written}

    return keep


def _number(value: object) -> bool:
    return isinstance(value, int | float)


def _write(choice: Choice) -> None:
    # Streamlit clears the address on every change of page, so it is written on every run; defaults are left out.
    name, value = f"{_MARK}{choice.key}", chosen().get(choice.key)
    if value is None or st.query_params.get(name) == value:
        return
    st.query_params[name] = value
