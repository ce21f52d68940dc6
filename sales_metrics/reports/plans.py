"""Development plans: the board of actions, why they are late, what they brought, and the plans of territories."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import pandas as pd

from ..metrics import METRICS
from ..metrics.development_plans import (
    DONE,
    DROPPED,
    OVERDUE,
    POSTPONED,
    QUESTIONS,
    STATES,
)
from ..model.panel import Bar, Bars, Drill, Empty, Listing, ListRow, Panel, Verdict
from ..text.dates import day
from ..text.numbers import k_of_n, number
from ..text.plural import counted
from .attention_waiting import EVER, LISTED, MORE, text_of
from .context import Context
from .missing import missing_panel, nothing_panel
from .plan_control import control_panel
from .plan_followed import followed_panel
from .plan_points import points_panel, sides_panel
from .plan_reasons import actions_of, reasons_panel
from .plan_results import results_panel
from .plans_words import (
    ACTIONS,
    ALL_OPEN,
    COLUMNS,
    FOOT,
    LACKS,
    NAME,
    NO_REASON,
    NONE_HINT,
    NONE_SUCH,
    OPEN,
    OWNERS_ALIKE,
    OWNERS_LESS,
    OWNERS_MORE,
    OWNERS_NAME,
    OWNERS_SUBTITLE,
    QUESTION,
    QUESTIONS_FULL,
    QUESTIONS_NAME,
    QUESTIONS_SUBTITLE,
    QUESTIONS_TITLE,
    SHOWN,
    STATE,
    STATES_NAME,
    STATES_SUBTITLE,
    STATES_TITLE,
    SUBTITLE,
    TITLE_CALM,
    TITLE_LATE,
    WOULD_SHOW,
)
from .rates import compared, names
from .shares import rows_of


def plans(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page. The board is of the last day of the data, whatever the period."""
    return (
        board_panel(context),
        reasons_panel(context),
        states_panel(context),
        questions_panel(context),
        owners_panel(context),
        results_panel(context),
        followed_panel(context),
        control_panel(context),
        sides_panel(context),
        points_panel(context),
    )


def board_panel(context: Context) -> Panel:
    """Return the actions to work through, the most pressing state first."""
    metric, key, title = METRICS["plan_actions"], "plans.board", context.say(NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    options = ((OPEN, context.say(ALL_OPEN)), *((code, context.say(STATE[code])) for code in STATES))
    pick = context.pick("plans.state", context.say(SHOWN), options, OPEN)
    every = actions_of(context)
    if every.empty:
        return nothing_panel(key, title, context)
    found = every[every["open"] if pick.chosen == OPEN else every["state"] == pick.chosen]
    if found.empty:
        return Panel(key, title, "", Empty(context.say(NONE_SUCH), context.say(NONE_HINT)), choices=(pick,))
    found = found.sort_values(["state", "due_on", "client"], kind="stable").drop_duplicates(["client", "action"])
    late = int((every["state"] == OVERDUE).sum())
    still = int(every["open"].sum())
    said = {"open": number(still, context.language), "late": number(late, context.language)}
    columns = context.columns(COLUMNS, wide=5)
    rows = tuple(_row(row, context) for row in rows_of(found.head(LISTED)))
    parts = [context.say(FOOT)]
    if len(found) > LISTED:
        shown, many = (number(n, context.language) for n in (LISTED, len(found)))
        parts.append(context.say(MORE, shown=shown, all=many))
    title = context.say(TITLE_LATE if late else TITLE_CALM, **said)
    subtitle = context.say(SUBTITLE, day=day(context.today, context.language))
    return Panel(key, title, subtitle, Listing(columns, rows), " ".join([*parts, context.as_of]), (pick,))


def _row(row: Any, context: Context) -> ListRow:
    named = {
        name: None if pd.isna(getattr(row, name)) else str(getattr(row, name)) for name in ("client", "action")
    }
    cells = (
        "" if pd.isna(row.due_on) else day(row.due_on.date(), context.language),
        text_of(row.action),
        text_of(row.client),
        text_of(row.owner),
        context.say(STATE[row.state]),
        _outcome(row, context),
    )
    drill = Drill("plan_actions", MappingProxyType({"state": row.state, **named}), "n", EVER)
    return ListRow(cells, drill, Verdict.WORSE if row.state == OVERDUE else Verdict.NONE)


def _outcome(row: Any, context: Context) -> str:
    result = text_of(row.result)
    if row.state in (DONE, DROPPED):
        return result
    if row.state == POSTPONED:
        return result or context.say(NO_REASON)
    lacks = [context.say(QUESTION[name]) for name in QUESTIONS if pd.isna(getattr(row, name))]
    return context.say(LACKS, what=", ".join(lacks)) if lacks else result


def states_panel(context: Context) -> Panel:
    """Return how many actions stand in which state."""
    metric, key, title = METRICS["plan_actions"], "plans.states", context.say(STATES_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=context.filters)
    if found.empty:
        return nothing_panel(key, title, context)
    bars = tuple(
        Bar(
            context.say(STATE[row.state]),
            float(row.n),
            counted(int(row.n), context.language, ACTIONS),
            Drill(metric.key, MappingProxyType({"state": row.state})),
            accent=row.state == OVERDUE,
        )
        for row in rows_of(found)
    )
    done = int(found.loc[found["state"] == DONE, "n"].sum())
    title = context.say(STATES_TITLE, share=k_of_n(done, int(found["n"].sum()), context.language))
    subtitle = context.say(STATES_SUBTITLE, day=day(context.today, context.language), period=context.period)
    return Panel(key, title, subtitle, Bars(bars), context.as_of)


def questions_panel(context: Context) -> Panel:
    """Return which of the five questions the plans leave open."""
    metric, key, title = METRICS["plan_questions"], "plans.questions", context.say(QUESTIONS_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    found = metric.measure(context.tables, filters=context.filters)
    if found.empty:
        return nothing_panel(key, title, context)
    found = found.assign(lack=found["n"] - found["k"])
    found = found.sort_values(["lack", "question"], ascending=[False, True], kind="stable")
    bars = tuple(
        Bar(
            context.say(QUESTION[row.question]),
            float(row.lack),
            k_of_n(row.lack, row.n, context.language),
            Drill(metric.key, MappingProxyType({"question": row.question}), "rest"),
            accent=not at,
        )
        for at, row in enumerate(rows_of(found[found["lack"] > 0]))
    )
    subtitle = context.say(QUESTIONS_SUBTITLE, period=context.period)
    if not bars:
        return Panel(key, title, "", Empty(context.say(QUESTIONS_FULL), context.as_of))
    title = context.say(QUESTIONS_TITLE, question=bars[0].label, share=bars[0].text)
    return Panel(key, title, subtitle, Bars(bars), context.as_of)


def owners_panel(context: Context) -> Panel:
    """Return the share of actions done in time, each owner against the rest."""
    metric, key, title = METRICS["actions_in_time"], "plans.owners", context.say(OWNERS_NAME)
    absent = missing_panel(key, title, metric, WOULD_SHOW, context)
    found = None if absent else compared(metric, context)
    if found is None:
        return absent or nothing_panel(key, title, context)
    if found.worse:
        title = context.say(OWNERS_LESS, who=names(found.worse, context))
    elif found.better:
        title = context.say(OWNERS_MORE, who=names(found.better, context))
    else:
        whole = found.picture.dots[0].share
        title = context.say(OWNERS_ALIKE, share=k_of_n(whole.k, whole.n, context.language))
    subtitle = context.say(OWNERS_SUBTITLE, period=context.period)
    return Panel(key, title, subtitle, found.picture, f"{found.foot} {context.as_of}")
