"""The form of a ring-round: what is drawn from is written down first, then the form can be taken away."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

import streamlit as st

from ..commands.files import who
from ..exports.ring_form import ring_form
from ..metrics import METRICS
from ..model.period import Period
from ..reports.ring_sample import RingPlan, drawn, month_pick, ring_plan
from ..text import ring_round as words
from ..text.dates import moment
from .page import View
from .panels import plain

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SETTLED: Final = "ring_sample/"
"""Begins the name under which the store keeps what a month's sample is drawn from."""


def show_ring_form(view: View) -> None:
    """Draw the card with which a ring-round begins; nothing where there is no meeting to ask about."""
    context = view.context
    if METRICS["meetings_usual_number"].missing(context.tables):
        return
    month = month_pick(context).chosen
    plan = _plan(context.digest, month, view)
    if not plan.strata:
        return
    language, store = context.language, view.session.source
    name = f"{SETTLED}{view.session.viewer.scope}/{month}"
    with st.container(border=True, key="card_ring_form"):
        st.subheader(words.FORM_TITLE.in_(language), anchor=False)
        st.caption(words.FORM_HINT.in_(language))
        settled: Any = store.dictionaries().get(name)
        if settled and settled["sample_id"] != plan.sample_id:
            st.caption(plain(words.FORM_CHANGED.in_(language).format(sample=settled["sample_id"])))
            settled = None
        if not settled:
            if st.button(words.FORM_SETTLE.in_(language), key="ring_settle", icon=":material/casino:"):
                now = datetime.now(UTC)
                value = {"sample_id": plan.sample_id, "at": now.isoformat(), **plan.settled}
                store.define(name, value, who=who(), at=now)
                st.rerun()
            return
        said = words.FORM_SETTLED.in_(language).format(
            sample=settled["sample_id"],
            moment=moment(datetime.fromisoformat(settled["at"]), language),
            hash=settled["frame_hash"],
        )
        st.caption(plain(said))
        st.download_button(
            words.FORM_DOWNLOAD.in_(language),
            data=lambda: _form(plan, view),
            file_name=f"{words.FORM_FILE.in_(language)}_{plan.sample_id}.xlsx",
            mime=XLSX,
            on_click="ignore",
            key=f"ring_form_{plan.sample_id}",
            icon=":material/download:",
        )


@st.cache_resource(max_entries=20, show_spinner=False)
def _plan(digest: str, month: str, _view: View) -> RingPlan:
    """Keep the plan of a month; the key is a digest of data, scope and filters."""
    return ring_plan(_view.context, Period.month(month))


def _form(plan: RingPlan, view: View) -> bytes:
    return ring_form(
        drawn(plan, view.context),
        view.context.language,
        sample_id=plan.sample_id,
        frame_hash=plan.frame_hash,
        seeds={one.manager: one.seed for one in plan.strata},
    )
