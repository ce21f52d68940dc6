"""Template workbooks on the upload page: choose a table, take its template."""

from __future__ import annotations

from functools import partial

import streamlit as st

from ..commands.templates import file_name
from ..exports.templates import template_workbook
from ..model.tables import TABLES
from ..model.text import Language
from ..text import templates as words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def template_picker(language: Language) -> None:
    """Draw a select with every table and a button that gives the template of the chosen one."""
    with st.expander(words.TEMPLATES_TITLE.in_(language), icon=":material/description:"):
        table = st.selectbox(
            words.TEMPLATE_OF.in_(language),
            list(TABLES),
            format_func=lambda key: TABLES[key].title.in_(language),
            key="template_table",
        )
        st.download_button(
            words.DOWNLOAD_TEMPLATE.in_(language),
            # Made when it is asked for, not at every run of the page.
            partial(template_workbook, TABLES[table], language),
            file_name=file_name(table, language),
            mime=XLSX,
            key="template_download",
            on_click="ignore",
            icon=":material/download:",
        )
