"""What every page of numbers begins with: the guard, the session, the head and the filters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from ..metrics.filters import Filters
from ..metrics.listing import data_day
from ..model.panel import Panel
from ..model.text import Language, Text
from ..reports.context import Context
from ..text import interface as words
from ..text.dates import day as day_text
from .choices import chosen
from .filters import sidebar_filters
from .panels import show
from .session import Session, leave_demo, open_session
from .shell import page_named
from .viewport import Viewport, viewport

Report = Callable[[Context], tuple[Panel, ...]]


@dataclass(frozen=True, slots=True)
class View:
    """Who looks at what: the session, the filters, and the day that counts as today."""

    session: Session
    filters: Filters
    today: date
    viewport: Viewport

    @property
    def context(self) -> Context:
        """What a report is made of."""
        return Context(self.session.tables, self.filters, self.session.language, self.today, chosen())


def guard(name: str) -> None:
    """Stop unless the frame has opened this very page; a page file that is run by itself shows nothing."""
    if st.session_state.get("inside") not in (name, "" if name == "overview" else name):
        st.error(words.NO_ACCESS.in_("en"))
        st.stop()


def open_page(name: str, title: Text) -> View:
    """Draw the head and the filters of a page; stops with an invitation to upload when there is no data."""
    guard(name)
    session = open_session()
    last = data_day(session.tables)
    head(session, title, last)
    # A list of clients has no dates, and yet there is a file.
    today = last or (None if session.empty else session.source.uploaded_on())
    if today is None:
        nothing_yet(session)
        st.stop()
    return View(session, sidebar_filters(session.tables, session.language), today, viewport())


def head(session: Session, title: Text, today: date | None) -> None:
    """Draw the title of a page, the date of the data, and the banner of the demo company."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="page_head"):
        st.title(title.in_(session.language), anchor=False, width="stretch")
        if today is not None:
            said = words.DATA_AS_OF.in_(session.language).format(day=day_text(today, session.language))
            st.caption(said, width="content")
    if session.demo:
        with st.container(key="demo_banner", horizontal=True, vertical_alignment="center"):
            st.markdown(words.DEMO_BANNER.in_(session.language))
            if today is not None:
                _to_upload(session)
            if st.button(words.DEMO_LEAVE.in_(session.language), key="leave_demo"):
                leave_demo(session.store, left=True)
                st.rerun()


def nothing_yet(session: Session) -> None:
    """Say that there is no data, and how to get some."""
    with st.container(border=True, key="nothing_yet"):
        st.subheader(words.NOTHING_YET.in_(session.language), anchor=False)
        st.markdown(words.NOTHING_YET_HINT.in_(session.language))
        with st.container(horizontal=True):
            _to_upload(session)
            if st.button(words.DEMO_SHOW.in_(session.language), key="show_demo"):
                leave_demo(session.store, left=False)
                st.rerun()


def _to_upload(session: Session) -> None:
    label = words.TO_UPLOAD.in_(session.language)
    st.page_link(page_named("upload"), label=label, icon=":material/upload_file:")


@st.cache_resource(max_entries=300, show_spinner=False)
def _panels(
    report: str, digest: str, language: Language, _make: Callable[[], tuple[Panel, ...]]
) -> tuple[Panel, ...]:
    """Keep finished panels; the key is codes and a digest of data, scope and filters, never a frame."""
    return _make()


def panels_of(report: Report, view: View) -> tuple[Panel, ...]:
    """Return the panels of a report for a view, from the cache when this viewer has seen them."""
    context = view.context
    name = f"{report.__module__}.{report.__qualname__}"
    with st.spinner(words.COMPUTING.in_(context.language)):
        return _panels(name, context.digest, context.language, lambda: report(context))


def show_report(report: Report, view: View) -> None:
    """Draw the panels of a report one under another."""
    for panel in panels_of(report, view):
        show(panel, view.context, view.viewport)
