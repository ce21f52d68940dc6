"""Spellings of clients: questions first, then what was joined without asking, then the answers and their undo."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Final

import streamlit as st

from ..access import Role
from ..matched import Answer, Clientele, Decision, decide, decisions_of, open_questions, undo_decision
from ..matching import Candidate, Groups, Joined, Waiting
from ..matching.decisions import question_id
from ..model.tables import TABLES
from ..model.text import Language
from ..store import Snapshot, StoreError
from ..text import matching as words
from ..text.numbers import number
from ..text.plural import CLIENTS, counted
from ..text.store import store_sentence
from .page import nothing_yet
from .panels import plain
from .session import Session, clientele_of, groups_of

AT_A_TIME: Final = 10
_VALUES_SHOWN: Final = 3


def show_clients(session: Session) -> None:
    """Draw the page. Only a director gets to see it, since it shows the clients of every manager."""
    if session.viewer.role is not Role.DIRECTOR:
        st.info(words.DIRECTOR_ONLY.in_(session.language), icon=":material/lock:")
        return
    if session.empty:
        nothing_yet(session)
        return
    snapshot = session.source.snapshot()
    found, groups = clientele_of(snapshot), groups_of(session.source, snapshot)
    decisions = decisions_of(session.source)
    asked = open_questions(found, _candidates_of(snapshot), decisions)
    if st.session_state.pop("client_answered", False):
        st.toast(words.KEPT.in_(session.language), icon=":material/check:")
    _summary(found, groups, session.language)
    if not (asked or groups.joined or decisions):
        _all_alike(session.language)
        return
    _queue(asked, found, groups, session)
    _joined(groups, found, session)
    if decisions:
        _decided(decisions, session)


@st.cache_resource(max_entries=6, show_spinner=False)
def _candidates(path: str, version: str, _snapshot: Snapshot) -> list[Candidate]:
    return clientele_of(_snapshot).candidates()


def _candidates_of(snapshot: Snapshot) -> list[Candidate]:
    return _candidates(str(snapshot.path), snapshot.version, snapshot)


def _summary(found: Clientele, groups: Groups, language: Language) -> None:
    spellings = counted(len(found.spellings), language, words.SPELLINGS)
    clients = counted(groups.clients, language, CLIENTS)
    st.markdown(words.SUMMARY.in_(language).format(spellings=f"**{spellings}**", clients=f"**{clients}**"))


def _all_alike(language: Language) -> None:
    with st.container(border=True, key="card_all_alike"):
        st.subheader(words.ALL_ALIKE.in_(language), anchor=False)
        st.markdown(words.ALL_ALIKE_HINT.in_(language))


def _queue(asked: list[Waiting], found: Clientele, groups: Groups, session: Session) -> None:
    language = session.language
    st.header(words.QUEUE.in_(language), anchor=False)
    if not asked:
        st.caption(words.QUEUE_DONE.in_(language))
        return
    left = words.QUEUE_LEFT.in_(language).format(count=number(len(asked), language))
    st.caption(f"{left} {words.KEYS.in_(language)}")
    members: dict[str, list[str]] = {}
    for text, main in groups.main_of.items():
        members.setdefault(main, []).append(text)
    for place, one in enumerate(asked[:AT_A_TIME]):
        _question(one, found, members, session, keys=place == 0)
    if len(asked) > AT_A_TIME:
        st.caption(words.MORE_LATER.in_(language))


def _question(
    one: Waiting, found: Clientele, members: dict[str, list[str]], session: Session, *, keys: bool
) -> None:
    language = session.language
    with st.container(border=True, key=f"card_ask_{one.id}"):
        for column, text in zip(st.columns(2), (one.first, one.second), strict=True):
            with column:
                _side(text, members[text], found, language)
        _badges(one.signs, one.against, language, put_off=one.put_off)
        with st.container(horizontal=True, key=f"answers_{one.id}"):
            for key, (answer, label, icon) in enumerate(
                (
                    (Answer.YES, words.YES, ":material/check:"),
                    (Answer.NO, words.NO, ":material/close:"),
                    (Answer.LATER, words.LATER, ":material/schedule:"),
                ),
                start=1,
            ):
                st.button(
                    label.in_(language),
                    key=f"{answer.value}_{one.id}",
                    icon=icon,
                    type="primary" if answer is Answer.YES else "secondary",
                    shortcut=str(key) if keys else None,
                    on_click=_answer,
                    args=(session, Decision(answer, one.first, (one.second,))),
                )


def _side(main: str, members: Iterable[str], found: Clientele, language: Language) -> None:
    st.markdown(f"**{plain(main)}**")
    others = [text for text in members if text != main]
    if others:
        st.caption("= " + plain("; ".join(others[:_VALUES_SHOWN]) + (" …" if len(others) > _VALUES_SHOWN else "")))
    known = [found.spellings[text] for text in (main, *others)]
    lines = []
    for fact, title in words.FACTS.items():
        values = sorted({_brief(fact, value) for one in known for value in one.written.get(fact, ())})
        if values:
            lines.append(f"{title.in_(language)}: {plain(', '.join(values[:_VALUES_SHOWN]))}")
    zeros = sorted({value for one in known for value in one.repaired})
    lines += [words.ZERO_PUT_BACK.in_(language).format(number=plain(value)) for value in zeros]
    rows: dict[str, int] = {}
    for one in known:
        for table, count in one.rows.items():
            rows[table] = rows.get(table, 0) + count
    lines.append(
        " · ".join(
            f"{TABLES[table].title.in_(language)} {number(count, language)}" for table, count in rows.items()
        )
    )
    st.caption("  \n".join(lines))


def _rows_text(rows: Mapping[str, int], language: Language) -> str:
    return " · ".join(f"{TABLES[table].title.in_(language)} {number(rows[table], language)}" for table in rows)


def _brief(fact: str, value: str) -> str:
    # Of an address the domain is what is compared, and a whole one would become a link.
    return f"@{value.rpartition('@')[2]}" if fact == "email" else value


def _badges(signs: Iterable[str], against: Iterable[str], language: Language, *, put_off: bool = False) -> None:
    with st.container(horizontal=True, gap="small"):
        for sign in signs:
            st.badge(words.SIGNS[sign].in_(language), color="blue")
        for doubt in against:
            st.badge(words.AGAINST[doubt].in_(language), color="orange")
        if put_off:
            st.badge(words.PUT_OFF.in_(language), color="gray")


def _joined(groups: Groups, found: Clientele, session: Session) -> None:
    language = session.language
    st.space("small")
    st.header(words.JOINED.in_(language), anchor=False)
    if not groups.joined:
        st.caption(words.NOTHING_JOINED.in_(language))
        return
    st.caption(words.JOINED_HINT.in_(language))
    shown = st.session_state.setdefault("joined_shown", AT_A_TIME)
    for one in groups.joined[:shown]:
        _one_joined(one, found, session)
    if len(groups.joined) > shown and st.button(words.SHOW_MORE.in_(language), key="joined_more"):
        st.session_state["joined_shown"] = shown + AT_A_TIME
        st.rerun()


def _one_joined(one: Joined, found: Clientele, session: Session) -> None:
    language = session.language
    with st.container(border=True, key=f"card_joined_{question_id(one.main, one.others)}"):
        _side(one.main, (), found, language)
        for other in one.others:
            why = one.why_of(other)
            decision = Decision(Answer.NO, other, one.apart(other))
            with st.container(
                horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"
            ):
                one_of_them = found.spellings[other]
                said = [f":blue-badge[{words.SIGNS[why].in_(language)}]", _rows_text(one_of_them.rows, language)]
                said += [
                    words.ZERO_PUT_BACK.in_(language).format(number=plain(tax))
                    for tax in sorted(one_of_them.repaired)
                ]
                st.markdown(f"= {plain(other)} {' · '.join(said)}", width="stretch")
                st.button(
                    words.TAKE_APART.in_(language),
                    key=f"apart_{decision.id}",
                    icon=":material/call_split:",
                    type="tertiary",
                    on_click=_answer,
                    args=(session, decision),
                )


def _decided(decisions: list[Decision], session: Session) -> None:
    language = session.language
    st.space("small")
    st.header(words.DECIDED.in_(language), anchor=False)
    st.caption(words.DECIDED_HINT.in_(language))
    with st.container(border=True, key="card_decided"):
        for one in reversed(decisions):
            others = "; ".join(one.others[:_VALUES_SHOWN])
            with st.container(
                horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"
            ):
                said = words.SAID[one.answer.value].in_(language)
                st.markdown(f"{plain(one.first)} · {plain(others)} :gray-badge[{said}]", width="stretch")
                st.button(
                    words.TAKE_BACK.in_(language),
                    key=f"back_{one.id}",
                    icon=":material/undo:",
                    type="tertiary",
                    on_click=_take_back,
                    args=(session, one.id),
                )


def _answer(session: Session, decision: Decision) -> None:
    try:
        decide(session.source, decision, who="", at=datetime.now(UTC))
    except StoreError as problem:
        st.error(store_sentence(problem.code, session.language), icon=":material/error:")
        return
    st.session_state["client_answered"] = True


def _take_back(session: Session, question: str) -> None:
    try:
        undo_decision(session.source, question, who="", at=datetime.now(UTC))
    except StoreError as problem:
        st.error(store_sentence(problem.code, session.language), icon=":material/error:")
