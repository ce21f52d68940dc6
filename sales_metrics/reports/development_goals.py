"""How far each segment has come towards the goals that the company wrote down for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from ..model.panel import Align, Empty, ListColumn, Listing, ListRow, Panel, Verdict
from ..model.tables import TABLES
from ..statistics.client_growth import grew, retention
from ..text.numbers import k_of_n, number, percent
from . import development_words as words
from .context import Context
from .development_base import Stretch, base_of, clients_of, drill_of, foot_of, opened, ratio
from .development_figures import breadth_of, days_of, wallet_of, with_potentials
from .missing import NEEDS, UPLOAD
from .shares import rows_of

KEY: Final = "development.goals"
_SHARES: Final = frozenset({"grown", "wallet", "net"})


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal that is understood: the figure, whose it is (`None`: everybody's), the value."""

    figure: str
    segment: str | None
    value: float


def goals_of(rows: pd.DataFrame) -> tuple[list[Goal], int]:
    """Return the goals that are understood and how many rows are not.

    `rows` has metric, segment and value. A figure goes by its code or its name in any language, whatever the case;
    a share above 2 is taken for percent.
    """
    names = {
        said.casefold(): figure
        for figure, text in words.FIGURES.items()
        for said in (figure, text.ru, text.en, text.bg)
    }
    found, unknown = [], 0
    for row in rows_of(rows):
        figure = names.get(str(row.metric).strip().casefold())
        if figure is None or pd.isna(row.value) or row.value <= 0:
            unknown += 1
            continue
        value = float(row.value) / 100 if figure in _SHARES and row.value > 2 else float(row.value)
        found.append(Goal(figure, None if pd.isna(row.segment) else str(row.segment), value))
    return found, unknown


def goals_panel(context: Context) -> Panel:
    """Return a row per goal: where the segment was, where it is, and what is to be reached."""
    title = context.say(words.GOAL_NAME)
    found = opened(KEY, title, words.GOAL_WOULD, context)
    if isinstance(found, Panel):
        return found
    stretch, _ = found
    subtitle = context.say(words.GOAL_SUBTITLE, **stretch.said(context))
    if not context.tables.present("targets"):
        table = TABLES["targets"]
        columns = ", ".join(
            f"{table.title.in_(context.language)}: {table.column(name).title.in_(context.language)}"
            for name in ("metric", "segment", "value")
        )
        why, action = context.say(NEEDS, columns=columns), context.say(UPLOAD)
        return Panel(KEY, title, subtitle, Empty(why, context.say(words.GOAL_WOULD), action))
    table_rows = context.tables.fetch(context.tables["targets"].select("metric", "segment", "value"))
    goals, unknown = goals_of(table_rows)
    if not goals:
        names = ", ".join(context.say(text) for text in words.FIGURES.values())
        write = context.say(words.GOAL_WRITE, names=names)
        return Panel(
            KEY, title, subtitle, Empty(context.say(words.GOAL_NONE), context.say(words.GOAL_WOULD), write)
        )
    facts = [(goal, _fact(goal, stretch, context)) for goal in goals]
    reached = sum(fact[0] >= goal.value - 1e-9 for goal, fact in facts)
    heads = (
        ListColumn(context.say(words.HEAD_SEGMENT)),
        ListColumn(context.say(words.HEAD_FIGURE)),
        *(ListColumn(context.say(head), Align.RIGHT) for head in (words.BEFORE, words.NOW, words.HEAD_GOAL)),
        ListColumn(context.say(words.HEAD_PROGRESS), Align.RIGHT),
    )
    rows = tuple(_row(goal, fact, stretch, context) for goal, fact in facts)
    foot = context.say(words.GOAL_FOOT, unknown=number(unknown, context.language))
    return Panel(
        key=KEY,
        title=context.say(words.GOAL_TITLE, share=k_of_n(reached, len(goals), context.language)),
        subtitle=subtitle,
        picture=Listing(heads, rows),
        foot=f"{foot} {foot_of(stretch, context)}",
    )


def _clients(goal: Goal, stretch: Stretch, context: Context) -> pd.DataFrame:
    clients = clients_of(context, stretch, "segment")
    return clients if goal.segment is None else clients[clients["group"] == goal.segment]


def _fact(goal: Goal, stretch: Stretch, context: Context) -> tuple[float, float]:
    """Return the figure now and a year before; the latter is NaN where it would take a third year."""
    clients = _clients(goal, stretch, context)
    base = base_of(clients)
    if goal.figure == "net":
        return retention(base["before"], base["now"]).net, np.nan
    if goal.figure == "grown":
        grown = grew(base["before"], base["now"], context.rule("growth_threshold"))
        return ratio(int(grown.sum()), len(base)), np.nan
    if goal.figure == "orders":
        orders = [clients[f"orders_{when}"] for when in ("now", "before")]
        now, before = (ratio(one.sum(), int((one > 0).sum())) for one in orders)
        return now, before
    if goal.figure == "wallet":
        known, days = with_potentials(clients, context), days_of(stretch, context)
        return wallet_of(known, days)[0], wallet_of(known.assign(now=known["before"]), days)[0]
    frames = [breadth_of(context, period, "segment") for period in (stretch.now, stretch.before)]
    if goal.segment is not None:
        frames = [frame[frame["group"] == goal.segment] for frame in frames]
    now, before = (ratio(frame["groups"].sum(), frame["clients"].sum()) for frame in frames)
    return now, before


def _row(goal: Goal, fact: tuple[float, float], stretch: Stretch, context: Context) -> ListRow:
    now, before = fact
    clients = _clients(goal, stretch, context)
    reached = now >= goal.value - 1e-9
    cells = (
        context.say(words.EVERYBODY) if goal.segment is None else goal.segment,
        context.say(words.FIGURES[goal.figure]),
        *(_said(goal.figure, value, context) for value in (before, now, goal.value)),
        "" if np.isnan(now) else percent(now / goal.value, context.language),
    )
    drill = drill_of(clients, stretch, "segment" if goal.segment else None, goal.segment)
    return ListRow(cells, drill, Verdict.BETTER if reached else Verdict.NONE)


def _said(figure: str, value: float, context: Context) -> str:
    if np.isnan(value):
        return "–"
    return percent(value, context.language) if figure in _SHARES else number(value, context.language, 1)
