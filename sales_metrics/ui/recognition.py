"""What was recognised in a sheet: questions answered by one click, columns and table corrected by two."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import pandas as pd
import streamlit as st

from ..intake.types import NONE
from ..model.tables import TABLES
from ..model.text import Language
from ..text import correcting
from ..text import interface as words
from ..text.evidence import evidence_text
from .dropped import answer, correct
from .panels import plain
from .session import Session

_ORDERS: Final = "orders."


def ask(session: Session, place: int, file: Mapping[str, Any]) -> None:
    """Draw the open questions of a file; a click on a choice answers."""
    language = session.language
    questions = [(question, sheet) for sheet in file["sheets"] for question in sheet["questions"]]
    if not questions:
        return
    st.warning(correcting.FILE_WAITS.in_(language), icon=":material/help:")
    for number, (question, sheet) in enumerate(questions):
        st.markdown(f"**{plain(question['question'])}**")
        with st.container(horizontal=True, gap="small"):
            for choice, text in zip(question["choices"], question["choice_texts"], strict=True):
                st.button(
                    plain(text),
                    key=f"answer_{place}_{number}_{choice}",
                    on_click=answer,
                    args=(session, place, question, sheet, choice),
                )


def show_recognised(session: Session, place: int, number: int, sheet: Mapping[str, Any]) -> None:
    """Draw which table and columns a sheet was taken for, with the evidence, and let a reader correct them."""
    if not sheet["signature"]:
        return
    with st.expander(words.COLUMNS_FOUND.in_(session.language)):
        if sheet["system"]:
            st.caption(plain(f"{sheet['system'][:1].upper()}{sheet['system'][1:]}."))
        _table(session, place, number, sheet)
        if sheet["table"]:
            _columns(session, place, number, sheet)


def _table(session: Session, place: int, number: int, sheet: Mapping[str, Any]) -> None:
    language = session.language
    choices = [NONE, *TABLES]
    key = f"table_{place}_{number}"

    def chosen() -> None:
        table = st.session_state[key]
        if table != (sheet["table"] or NONE):
            kept = {ours: value for ours, value in _answers(session, sheet).items() if ":" not in ours}
            correct(session, place, sheet["signature"], {"answers": kept | {"table": table}})

    st.selectbox(
        correcting.SHEET_IS.in_(language),
        choices,
        index=choices.index(sheet["table"] or NONE),
        format_func=lambda table: (
            TABLES[table].title.in_(language) if table in TABLES else correcting.LEAVE_OUT.in_(language)
        ),
        key=key,
        on_change=chosen,
    )


def _answers(session: Session, sheet: Mapping[str, Any]) -> dict[str, str]:
    entry = session.store.remembered().get(sheet["signature"]) or {}
    order = entry.get("date_order")
    return {**({"date_order": order} if order else {}), **(entry.get("answers") or {})}


def _columns(session: Session, place: int, number: int, sheet: Mapping[str, Any]) -> None:
    language = session.language
    titles = column_titles(sheet, language)
    unused = correcting.NOT_USED.in_(language)
    meant = {letter: ours for ours, letter in sheet["letters"].items()}
    what, theirs, why = (word.in_(language) for word in (words.OUR_COLUMN, words.THEIR_COLUMN, words.WHY))
    letters = list(sheet["headings"])
    frame = pd.DataFrame(
        {
            what: [titles.get(meant.get(letter, ""), unused) for letter in letters],
            theirs: [f"{sheet['headings'][letter]} ({letter})" for letter in letters],
            why: [evidence_text(sheet["evidence"].get(meant.get(letter, ""), ()), language) for letter in letters],
        }
    )
    st.caption(correcting.CORRECT_HINT.in_(language))
    edited = st.data_editor(
        frame,
        hide_index=True,
        disabled=[theirs, why],
        column_config={
            what: st.column_config.SelectboxColumn(
                options=[unused, *titles.values()], required=True, width="medium"
            )
        },
        key=f"columns_{place}_{number}_{sheet['signature'][:8]}_{hash(tuple(frame[what])) % 10**6}",
    )
    if not st.button(correcting.APPLY.in_(language), key=f"apply_{place}_{number}", type="primary"):
        return
    named = {title: ours for ours, title in titles.items()}
    chosen = [(named[title], letter) for title, letter in zip(edited[what], letters, strict=True) if title in named]
    doubled = [ours for ours, _ in chosen if [other for other, _ in chosen].count(ours) > 1]
    if doubled:
        st.error(plain(correcting.CHOSEN_TWICE.in_(language).format(column=titles[doubled[0]])))
        return
    kept = {key: value for key, value in _answers(session, sheet).items() if ":" not in key and key != "table"}
    entry = {"table": sheet["table"], "letters": dict(chosen), "answers": kept}
    correct(session, place, sheet["signature"], entry)
    st.rerun()


def column_titles(sheet: Mapping[str, Any], language: Language) -> dict[str, str]:
    """Return what a column of the sheet may be: our column -> title; columns of the orders behind lines too.

    A column that follows from the lines of orders is "orders.client" and bears the name of that table.
    """
    titles = {column.key: column.title.in_(language) for column in TABLES[sheet["table"]].columns}
    if sheet["table"] == "order_lines":
        orders = TABLES["orders"]
        for column in orders.columns:
            if column.key not in titles:
                titles[_ORDERS + column.key] = f"{orders.title.in_(language)}: {column.title.in_(language)}"
    return titles
