"""Every metric as it is declared: nothing is said here that the declaration does not say."""

from __future__ import annotations

import streamlit as st

from ..metrics import METRICS
from ..metrics.declaration import Metric
from ..model.tables import TABLES
from ..model.text import Language, Text
from ..text import interface as words
from ..text.metrics import answer_text, better_text, target_text, unit_text
from .panels import plain
from .session import Session


def show_glossary(session: Session) -> None:
    """Draw the search and the entries that match it."""
    language = session.language
    wanted = (
        st.text_input(words.SEARCH.in_(language), key="w_glossary", icon=":material/search:").strip().casefold()
    )
    found = [metric for metric in METRICS.values() if wanted in _searched(metric, language)]
    if not found:
        st.caption(words.NOT_FOUND.in_(language))
    for metric in found:
        _entry(metric, session)


def _searched(metric: Metric, language: Language) -> str:
    return f"{metric.name.in_(language)} {metric.definition.in_(language)} {metric.key}".casefold()


def _entry(metric: Metric, session: Session) -> None:
    language = session.language
    with st.container(border=True, key=f"card_entry_{metric.key}"):
        st.subheader(plain(metric.name.in_(language)), anchor=metric.key)
        st.markdown(plain(metric.definition.in_(language)))
        missing = [column_title(table, column, language) for table, column in metric.missing(session.tables)]
        if missing and not session.empty:
            st.info(words.MISSING_COLUMNS.in_(language).format(columns=", ".join(missing)), icon=":material/info:")
        facts = [
            (words.UNIT, unit_text(metric.unit, language)),
            (words.BETTER, better_text(metric.better, language)),
            (words.TARGET, target_text(metric.target, metric.unit, language) if metric.target is not None else ""),
            (words.NEEDS, "; ".join(_needed(table, columns, language) for table, columns in metric.needs.items())),
            (words.DATED_BY, _date_title(metric).in_(language)),
            (words.SOURCE, metric.source),
        ]
        st.markdown("  \n".join(f"{title.in_(language)}: {plain(said)}" for title, said in facts if said))
        with st.expander(words.EXAMPLE.in_(language)):
            for table, given in metric.example.frames().items():
                st.caption(TABLES[table].title.in_(language))
                named = {key: TABLES[table].column(key).title.in_(language) for key in given.columns}
                st.dataframe(given.rename(columns=named), hide_index=True, placeholder="", height="content")
            answer = answer_text(metric.example.answer, metric.unit, language)
            st.markdown(f"{words.ANSWER.in_(language)}: **{plain(answer)}**")


def _date_title(metric: Metric) -> Text:
    return metric.dated_as or TABLES[metric.counted[0]].column(metric.dated_by).title


def _needed(table: str, columns: tuple[str, ...], language: Language) -> str:
    titles = ", ".join(TABLES[table].column(column).title.in_(language) for column in columns)
    return f"{TABLES[table].title.in_(language)} ({titles})"


def column_title(table: str, column: str, language: Language) -> str:
    """Return "Deals: Outcome" in the reader's language."""
    return f"{TABLES[table].title.in_(language)}: {TABLES[table].column(column).title.in_(language)}"
