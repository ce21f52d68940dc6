"""What is due as a file for a calendar program."""

from __future__ import annotations

import streamlit as st

from ..commands.client_calendar import written
from ..reports.client_calendar import entries
from ..text import interface as words
from .page import View


def show_calendar_file(view: View) -> None:
    """Offer what the list shows, under its filters and choices, as an iCalendar file."""
    language = view.session.language
    st.download_button(
        words.CALENDAR_FILE.in_(language),
        data=lambda: written(entries(view.context), language, view.today),
        file_name="calendar.ics",
        mime="text/calendar",
        on_click="ignore",
        key="calendar_file",
        icon=":material/event:",
    )
