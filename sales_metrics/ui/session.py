"""What one reader's session stands on: language, viewer, store, and the tables that the viewer may see."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import streamlit as st

from ..access import Role, Viewer, visible
from ..commands.demo import demo_digest, fill_demo
from ..engine import Tables
from ..matched import Clientele, Decision, clientele, decisions_of, mark_of
from ..matching import Groups
from ..model.text import LANGUAGES, Language, language_from
from ..settings import data_folder
from ..store import Snapshot, Store
from ..text import interface as words

LOG: Final = logging.getLogger("sales_metrics")
_DEMO_LEFT: Final = "demo_left"


@dataclass(frozen=True, slots=True)
class Session:
    """One reader at one moment. `tables` are already filtered to what the viewer may see."""

    language: Language
    viewer: Viewer
    store: Store
    source: Store
    """Where the tables come from: the company's store, or that of the demo."""
    tables: Tables
    demo: bool
    empty: bool
    """Whether there is nothing to look at, neither the company's own data nor the demo."""


def language() -> Language:
    """Return the session's language: chosen, else named in the address (`?lang=bg`), else the browser's."""
    chosen = st.session_state.get("language")
    if chosen in LANGUAGES:
        return language_from(chosen)
    named = st.query_params.get("lang")
    first = language_from(named) if named else language_from(st.context.locale)
    st.session_state["language"] = first
    return first


def viewer() -> Viewer:
    """Return who is looking. Without a sign-in configured the app serves one machine, and that is the director."""
    return Viewer(role=Role.DIRECTOR, managers=frozenset())


@st.cache_resource
def company_store(folder: str) -> Store:
    """Return the store of the company, made on first use."""
    return Store(Path(folder) / "company")


@st.cache_resource(show_spinner=False)
def demo_store(folder: str, language: Language) -> Store:
    """Return the store of the demo company in one language, filled from `sample_data` on first use."""
    # Other sample files are another company: without their digest in the name the two would pile up.
    store = Store(Path(folder) / f"demo-{language}-{demo_digest(language)}")
    fill_demo(store, language)
    return store


@st.cache_resource(max_entries=6, show_spinner=False)
def _tables(path: str, version: str, mark: str, _snapshot: Snapshot, _names: dict[str, str]) -> Tables:
    return Tables.of_snapshot(_snapshot, names=_names)


@st.cache_resource(max_entries=6, show_spinner=False)
def _clientele(path: str, version: str, _snapshot: Snapshot) -> Clientele:
    return clientele(_snapshot)


def clientele_of(snapshot: Snapshot) -> Clientele:
    """Return what a snapshot says about its clients, read once; decisions are no part of it."""
    return _clientele(str(snapshot.path), snapshot.version, snapshot)


@st.cache_resource(max_entries=6, show_spinner=False)
def _groups(path: str, version: str, said: str, _snapshot: Snapshot, _decisions: list[Decision]) -> Groups:
    return clientele_of(_snapshot).grouped(_decisions)


def groups_of(store: Store, snapshot: Snapshot) -> Groups:
    """Return the clients of a snapshot under the decisions that stand in its store."""
    decisions = decisions_of(store)
    return _groups(str(snapshot.path), snapshot.version, repr(decisions), snapshot, decisions)


def open_session() -> Session:
    """Return the session with its tables: the company's own once it has any, else the demo unless it was left."""
    chosen = language()
    store = company_store(str(data_folder()))
    snapshot = store.snapshot()
    shown = store
    demo = not _holds_rows(snapshot) and not demo_left(store)
    if demo:
        with st.spinner(words.DEMO_LOADING.in_(chosen)):
            shown = demo_store(str(data_folder()), chosen)
            snapshot = shown.snapshot()
    who = viewer()
    names = groups_of(shown, snapshot).names
    tables = visible(_tables(str(snapshot.path), snapshot.version, mark_of(names), snapshot, names), who)
    return Session(chosen, who, store, shown, tables, demo, empty=not _holds_rows(snapshot))


def _holds_rows(snapshot: Snapshot) -> bool:
    return any(snapshot.rows.values())


def demo_left(store: Store) -> bool:
    """Whether somebody has sent the demo company away."""
    return bool(store.dictionaries().get(_DEMO_LEFT))


def leave_demo(store: Store, *, left: bool) -> None:
    """Send the demo company away, or bring it back."""
    store.define(_DEMO_LEFT, left, who="", at=datetime.now(UTC))
