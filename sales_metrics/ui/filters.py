"""The filters of the sidebar, kept in the address so that a link opens the same view.

What is chosen lives in the session as plain codes; the widgets are made anew for each language from it, because
a widget that shows translated options forgets its choice when the language changes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

import streamlit as st

from ..engine import Tables
from ..metrics.filters import Filters
from ..metrics.listing import data_day, dimension_values
from ..model.period import Period
from ..model.text import Language, Text
from ..text import interface as words
from ..text.dates import day as day_text

DIMENSIONS: Final[dict[str, Text]] = {
    "manager": words.MANAGER,
    "segment": words.SEGMENT,
    "channel": words.CHANNEL,
}
_BLANK: Final = "~"
"""Stands in the address for "not stated"; no name starts with it alone."""


def sidebar_filters(tables: Tables, language: Language) -> Filters:
    """Draw the filters and return what they say. Where no file has dates there is no period to choose."""
    today = data_day(tables)
    options = {key: dimension_values(tables, key) for key in DIMENSIONS}
    if today is None and not any(len(values) > 1 for values in options.values()):
        return Filters()
    with st.sidebar:
        st.subheader(words.FILTERS.in_(language))
        period = Period() if today is None else _period(today, language)
        where = {
            key: chosen
            for key, title in DIMENSIONS.items()
            if (chosen := _choice(key, title, options[key], language))
        }
        if today is not None:
            st.caption(words.COUNTED_BACK.in_(language).format(day=day_text(today, language)))
        if (period != Period() or where) and st.button(words.CLEAR.in_(language), width="stretch"):
            _clear()
            st.rerun()
    return Filters(period=period, where=where)


def preset(name: str, today: date) -> Period:
    """Return the period that a preset means on a given day; an unknown name means all time."""
    month = today.replace(day=1)
    quarter = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    before_month, before_quarter = month - timedelta(days=1), quarter - timedelta(days=1)
    periods = {
        "month": Period(month, _month_end(month)),
        "last_month": Period(before_month.replace(day=1), before_month),
        "quarter": Period(quarter, _month_end(quarter, months=3)),
        "last_quarter": Period(date(before_quarter.year, before_quarter.month - 2, 1), before_quarter),
        "year": Period(date(today.year, 1, 1), date(today.year, 12, 31)),
        "twelve_months": Period(_year_before(today) + timedelta(days=1), today),
    }
    return periods.get(name, Period())


def _month_end(first: date, months: int = 1) -> date:
    following = first.month - 1 + months
    return date(first.year + following // 12, following % 12 + 1, 1) - timedelta(days=1)


def _year_before(today: date) -> date:
    return (
        date(today.year - 1, 2, 28) if (today.month, today.day) == (2, 29) else today.replace(year=today.year - 1)
    )


def _period(today: date, language: Language) -> Period:
    state = st.session_state
    if "f_period" not in state:
        state.f_period, state.f_dates = _period_of_address()
    key = f"w_period_{language}"
    if state.get(key) not in words.PERIODS:
        state[key] = state.f_period
    st.selectbox(
        words.PERIOD.in_(language),
        list(words.PERIODS),
        format_func=lambda name: words.PERIODS[name].in_(language) if name in words.PERIODS else str(name),
        key=key,
        on_change=_keep("f_period", key),
    )
    if state.f_period == "custom":
        if f"w_dates_{language}" not in state:
            state[f"w_dates_{language}"] = state.f_dates or (_year_before(today), today)
        given = st.date_input(words.CUSTOM_DATES.in_(language), key=f"w_dates_{language}", format="DD.MM.YYYY")
        state.f_dates = tuple(given) if isinstance(given, tuple) else (given,)
    period = _custom(state.f_dates) if state.f_period == "custom" else preset(state.f_period, today)
    _write_period(state.f_period, period)
    return period


def _custom(dates: tuple[date, ...] | None) -> Period:
    # While the second day is not picked yet the range has one end, and everything is shown until it is.
    return Period(*dates) if dates and len(dates) == 2 else Period()


def _period_of_address() -> tuple[str, tuple[date, ...] | None]:
    named = st.query_params.get("period", "all")
    if named in words.PERIODS and named != "custom":
        return named, None
    try:
        start, end = (date.fromisoformat(part) for part in named.split(".."))
    except ValueError:
        return "all", None
    return ("custom", (start, end)) if start <= end else ("all", None)


def _write_period(name: str, period: Period) -> None:
    if name == "custom" and period.start and period.end:
        _write("period", [f"{period.start}..{period.end}"])
    else:
        _write("period", [] if name in ("all", "custom") else [name])


def _choice(key: str, title: Text, options: list[str | None], language: Language) -> tuple[str | None, ...]:
    codes = [_BLANK if option is None else option for option in options]
    if len(codes) < 2:
        return ()
    state, kept, widget = st.session_state, f"f_{key}", f"w_{key}_{language}"
    if kept not in state:
        state[kept] = [code for code in st.query_params.get_all(key) if code in codes]
    state[kept] = [code for code in state[kept] if code in codes]
    if widget not in state or any(code not in codes for code in state[widget]):
        state[widget] = list(state[kept])
    blank = words.NOT_STATED.in_(language)
    st.multiselect(
        title.in_(language),
        codes,
        format_func=lambda code: blank if code == _BLANK else str(code),
        key=widget,
        placeholder=words.EVERYBODY.in_(language),
        on_change=_keep(kept, widget),
    )
    _write(key, state[kept])
    return tuple(None if code == _BLANK else code for code in state[kept])


def _keep(kept: str, widget: str) -> Callable[[], None]:
    def keep() -> None:
        value = st.session_state[widget]
        st.session_state[kept] = list(value) if isinstance(value, list) else value

    return keep


def _write(key: str, values: list[str]) -> None:
    # Streamlit clears the address on every change of page, so it is written on every run.
    if st.query_params.get_all(key) == values:
        return
    if values:
        st.query_params[key] = values
    else:
        st.query_params.pop(key, None)


def _clear() -> None:
    for key in list(st.session_state):
        if str(key).startswith(("f_", "w_")):
            del st.session_state[key]
    for key in ("period", *DIMENSIONS):
        st.query_params.pop(key, None)
