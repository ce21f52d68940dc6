"""The button that puts a forecast on record: as an upload like any other, with who and when."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from ..access import Role
from ..intake.edited import take_edited
from ..model.tables import TABLES
from ..reports.forecast import chosen_period
from ..reports.forecast_published import record, written
from ..text import interface as words
from ..text.dates import period_text
from .page import View

_SIGNATURE = "published forecast"


def publish_button(view: View) -> None:
    """Offer to put the forecast of the chosen period on record; in the demo it says why not."""
    session, language = view.session, view.context.language
    if session.viewer.role is not Role.DIRECTOR:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="publish_forecast"):
        asked = st.button(
            words.PUBLISH.in_(language), key="publish", icon=":material/history_edu:", disabled=session.demo
        )
        said = words.PUBLISH_DEMO if session.demo else words.PUBLISH_HINT
        st.caption(said.in_(language), width="stretch")
    if not asked:
        return
    period = chosen_period(view.context)
    made = record(period, view.context)
    if made is None:
        st.warning(words.PUBLISH_NOTHING.in_(language))
        return
    now = datetime.now(UTC)
    table = TABLES["forecasts"]
    name = words.PUBLISH_NAME.in_(language).format(period=period_text(period, language))
    taken = take_edited(
        table,
        table.column_keys,
        [written(made)],
        file=name,
        language=language,
        signature=_SIGNATURE,
        moment=now.isoformat(),
    )
    session.store.add(taken, who="", at=now)
    st.rerun()
