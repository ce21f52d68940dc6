"""The form of a development plan to take away."""

from __future__ import annotations

import streamlit as st

from ..exports.plan_form import plan_form
from ..text import plan_form as words
from .page import View
from .ring_round import XLSX


def show_plan_form(view: View) -> None:
    """Offer the form in the reader's language."""
    language = view.session.language
    st.download_button(
        words.DOWNLOAD.in_(language),
        data=lambda: plan_form(language),
        file_name=f"{words.FILE.in_(language)}.xlsx",
        mime=XLSX,
        on_click="ignore",
        key="plan_form",
        icon=":material/download:",
    )
