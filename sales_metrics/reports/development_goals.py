"""How far each segment has come towards the goals that the company wrote down for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..model.panel import Align, Drill, Empty, ListColumn, Listing, ListRow, Panel, Verdict
from ..model.period import Period
from ..model.tables import TABLES
from ..statistics.client_growth import grew, retention
from ..statistics.nonresponse import share_bounds
from ..text.numbers import k_of_n, number, percent
from . import development_words as words
from .context import Context
from .development_base import Stretch, base_of, clients_of, drill_of, foot_of, opened, ratio
from .development_figures import breadth_of, days_of, wallet_of, with_potentials
from .missing import NEEDS, UPLOAD
from .shares import rows_of

KEY: Final = "development.goals"
_SHARES: Final = frozenset({"grown", "wallet", "net", "satisfied"})
SATISFIED: Final = METRICS["satisfied"]


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal that is understood: the figure, whose it is (`None`: everybody's), the value."""

    figure: str
    segment: str | None
    value: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure now and a year before, NaN where it is not known, and what it is in any case.

    Only of satisfaction is less sure than is seen: `least` to `most` is what all may think, asked or not.
    """

    now: float
    before: float
    least: float
    most: float

    @classmethod
    def known(cls, now: float, before: float = np.nan) -> Fact:
        """Return a figure that holds as it is."""
        return cls(now, before, now, now)


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


def goals_in(context: Context) -> tuple[list[Goal], int]:
    """Return the goals of the company's table that are understood and how many rows are not."""
    return goals_of(context.tables.fetch(context.tables["targets"].select("metric", "segment", "value")))


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
    goals, unknown = goals_in(context)
    if not goals:
        names = ", ".join(context.say(text) for text in words.FIGURES.values())
        write = context.say(words.GOAL_WRITE, names=names)
        return Panel(
            KEY, title, subtitle, Empty(context.say(words.GOAL_NONE), context.say(words.GOAL_WOULD), write)
        )
    facts = [(goal, _fact(goal, stretch, context)) for goal in goals]
    reached = sum(fact.least >= goal.value - 1e-9 for goal, fact in facts)
    heads = (
        ListColumn(context.say(words.HEAD_SEGMENT)),
        ListColumn(context.say(words.HEAD_FIGURE)),
        *(ListColumn(context.say(head), Align.RIGHT) for head in (words.BEFORE, words.NOW, words.HEAD_GOAL)),
        ListColumn(context.say(words.HEAD_PROGRESS), Align.RIGHT),
    )
    rows = tuple(_row(goal, fact, stretch, context) for goal, fact in facts)
    foot = context.say(words.GOAL_FOOT, unknown=number(unknown, context.language))
    if any(goal.figure == "satisfied" for goal in goals):
        foot = f"{context.say(words.GOAL_SATISFIED)} {foot}"
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


def _fact(goal: Goal, stretch: Stretch, context: Context) -> Fact:
    """Return the figure now and a year before; the latter is NaN where it would take a third year."""
    if goal.figure == "satisfied":
        return _satisfied(goal, stretch, context)
    clients = _clients(goal, stretch, context)
    base = base_of(clients)
    if goal.figure == "net":
        return Fact.known(retention(base["before"], base["now"]).net)
    if goal.figure == "grown":
        grown = grew(base["before"], base["now"], context.rule("growth_threshold"))
        return Fact.known(ratio(int(grown.sum()), len(base)))
    if goal.figure == "orders":
        orders = [clients[f"orders_{when}"] for when in ("now", "before")]
        return Fact.known(*(ratio(one.sum(), int((one > 0).sum())) for one in orders))
    if goal.figure == "wallet":
        known, days = with_potentials(clients, context), days_of(stretch, context)
        return Fact.known(wallet_of(known, days)[0], wallet_of(known.assign(now=known["before"]), days)[0])
    frames = [breadth_of(context, period, "segment") for period in (stretch.now, stretch.before)]
    if goal.segment is not None:
        frames = [frame[frame["group"] == goal.segment] for frame in frames]
    return Fact.known(*(ratio(frame["groups"].sum(), frame["clients"].sum()) for frame in frames))


def _satisfied(goal: Goal, stretch: Stretch, context: Context) -> Fact:
    """Return the share satisfied of those asked, with the bounds the others leave; NaN where none was asked."""
    if SATISFIED.missing(context.tables) or (
        goal.segment and "segment" not in SATISFIED.breakdowns_in(context.tables)
    ):
        return Fact.known(np.nan)
    now, before = (_asked(goal, period, context) for period in (stretch.now, stretch.before))
    low, high = (float(bound) for bound in share_bounds(now.k, now.n, now.completed))
    return Fact(ratio(now.k, now.n), ratio(before.k, before.n), low, high)


def _asked(goal: Goal, period: Period, context: Context) -> pd.Series[float]:
    by = () if goal.segment is None else ("segment",)
    found = SATISFIED.measure(context.tables, by=by, filters=replace(context.filters, period=period))
    if goal.segment is not None:
        found = found[found["segment"] == goal.segment]
    return found[["k", "n", "completed"]].sum()


def _row(goal: Goal, fact: Fact, stretch: Stretch, context: Context) -> ListRow:
    reached = fact.least >= goal.value - 1e-9
    now = _said(goal.figure, fact.now, context)
    if fact.least < fact.most:
        bounds = f"{number(100 * fact.least, context.language)}–{percent(fact.most, context.language)}"
        now = f"{now} ({bounds})"
    cells = (
        context.say(words.EVERYBODY) if goal.segment is None else goal.segment,
        context.say(words.FIGURES[goal.figure]),
        _said(goal.figure, fact.before, context),
        now,
        _said(goal.figure, goal.value, context),
        "" if np.isnan(fact.now) else percent(fact.now / goal.value, context.language),
    )
    return ListRow(cells, _way(goal, stretch, context), Verdict.BETTER if reached else Verdict.NONE)


def _way(goal: Goal, stretch: Stretch, context: Context) -> Drill:
    if goal.figure == "satisfied":
        where = {} if goal.segment is None else {"segment": goal.segment}
        return Drill(SATISFIED.key, MappingProxyType(where), period=stretch.now)
    return drill_of(_clients(goal, stretch, context), stretch, "segment" if goal.segment else None, goal.segment)


def _said(figure: str, value: float, context: Context) -> str:
    if np.isnan(value):
        return "–"
    return percent(value, context.language) if figure in _SHARES else number(value, context.language, 1)
