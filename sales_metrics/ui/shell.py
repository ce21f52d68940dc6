"""The frame round every page: title, language, menu, filters, and what happens when something breaks."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Final

import streamlit as st

from ..model.text import LANGUAGES, Text
from ..settings import ROOT
from ..text import interface as words
from ..text.matching import CLIENTS_PAGE
from .session import LOG, language

PAGES: Final[dict[str, tuple[Text, str, Text | None]]] = {
    "overview": (words.OVERVIEW, ":material/dashboard:", None),
    "funnel": (words.FUNNEL, ":material/filter_alt:", words.SALES),
    "pipeline": (words.PIPELINE, ":material/timeline:", words.SALES),
    "refusals": (words.REFUSALS, ":material/block:", words.SALES),
    "conveyor": (words.CONVEYOR, ":material/conveyor_belt:", words.SALES),
    "activity": (words.ACTIVITY, ":material/directions_walk:", words.WORK),
    "attention": (words.ATTENTION, ":material/notifications_active:", words.WORK),
    "records": (words.RECORDS, ":material/rule:", words.WORK),
    "forecast": (words.FORECAST, ":material/trending_up:", words.SALES),
    "training": (words.TRAINING, ":material/school:", words.WORK),
    "surveys": (words.SURVEYS, ":material/fact_check:", words.CLIENT_BASE),
    "key_accounts": (words.KEY_ACCOUNTS, ":material/key:", words.CLIENT_BASE),
    "sleeping": (words.SLEEPING, ":material/bedtime:", words.CLIENT_BASE),
    "my_clients": (words.MY_CLIENTS, ":material/contact_phone:", words.CLIENT_BASE),
    "client_calendar": (words.CALENDAR, ":material/calendar_month:", words.CLIENT_BASE),
    "plans": (words.PLANS, ":material/checklist:", words.CLIENT_BASE),
    "development": (words.DEVELOPMENT, ":material/moving:", words.CLIENT_BASE),
    "segments": (words.SEGMENTS, ":material/category:", words.CLIENT_BASE),
    "qualification": (words.QUALIFICATION, ":material/person_search:", words.CLIENT_BASE),
    "upload": (words.UPLOAD, ":material/upload_file:", words.DATA),
    "clients": (CLIENTS_PAGE, ":material/join_inner:", words.DATA),
    "dictionaries": (words.DICTIONARIES, ":material/edit_note:", words.DATA),
    "glossary": (words.GLOSSARY, ":material/menu_book:", words.DATA),
}
"""Every page in the order of the menu: its title, its sign, and the group it stands in."""
_STYLE: Final = Path(__file__).with_name("style.css")
# A picture of our own: an icon by name would be fetched from outside.
_ICON: Final = Path(__file__).with_name("icon.png")


def main() -> None:
    """Run one page for one session."""
    chosen = language()
    st.set_page_config(page_title=words.PRODUCT.in_(chosen), page_icon=str(_ICON), layout="wide")
    st.html(f"<style>{_STYLE.read_text(encoding='utf-8')}</style>")
    page = st.navigation(_menu(), position="top")
    # A page refuses to run unless the frame has let it: nobody reaches one by its file.
    st.session_state["inside"] = page.url_path
    with st.sidebar:
        _language_choice()
    try:
        page.run()
    except Exception as problem:  # the last line of defence: a reader never sees a traceback
        # Only the kind and the place of the fault are kept: the text of an exception may quote a client.
        number = secrets.token_hex(3)
        LOG.error("page %s failed, case %s: %s%s", page.url_path, number, type(problem).__name__, _places(problem))
        st.error(words.PAGE_BROKE.in_(chosen).format(number=number), icon=":material/error:")


def page_list() -> list[st.Page]:
    """Return the pages in the order of the menu, titled in the session's language."""
    chosen = language()
    return [
        st.Page(ROOT / "pages" / f"{name}.py", title=title.in_(chosen), icon=icon, url_path=name, default=not at)
        for at, (name, (title, icon, _)) in enumerate(PAGES.items())
    ]


def _menu() -> dict[str, list[st.Page]]:
    """Return the pages by their group; those of no group stand first, under no heading."""
    chosen = language()
    groups: dict[str, list[st.Page]] = {}
    for page, (_, _, group) in zip(page_list(), PAGES.values(), strict=True):
        groups.setdefault(group.in_(chosen) if group else "", []).append(page)
    return groups


def page_named(name: str) -> st.Page:
    """Return one page of the menu, to link to."""
    return page_list()[list(PAGES).index(name)]


def _language_choice() -> None:
    widget = "w_language"
    if widget not in st.session_state:
        st.session_state[widget] = language()

    def keep() -> None:
        picked = st.session_state[widget]
        if picked in LANGUAGES:
            st.session_state["language"] = picked

    st.segmented_control(
        words.LANGUAGE.in_(language()),
        LANGUAGES,
        format_func=str.upper,
        key=widget,
        label_visibility="collapsed",
        on_change=keep,
        width="stretch",
        required=True,
    )
    if st.query_params.get("lang") != language():
        st.query_params["lang"] = language()


def _places(problem: BaseException) -> str:
    steps, trace = [], problem.__traceback__
    while trace is not None:
        steps.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return " at " + " > ".join(steps[-6:])
