"""Growth or overstocking: what last year's clients of each group are worth now, and by larger or by more orders."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from ..model.panel import Align, Drill, ListColumn, Listing, ListRow, Panel, Verdict
from ..statistics.client_growth import LEAST, Retention, retention, retention_intervals
from ..text.numbers import counts, interval_percent, k_of_n, money, number, percent, signed_percent
from . import development_words as words
from .context import Context, remembered
from .development_base import (
    WHOLE,
    Stretch,
    base_of,
    clients_of,
    divided,
    division_choice,
    drill_of,
    each_once,
    foot_of,
    group_name,
    opened,
    ratio,
    undivided,
)
from .development_bridge import SEED
from .development_growth import GATE
from .missing import nothing_panel
from .rates import names

KEY: Final = "development.table"
_VERDICTS: Final = {"grows": Verdict.BETTER, "falls": Verdict.WORSE, "overstocking": Verdict.WORSE}


@dataclass(frozen=True, slots=True)
class Kept:
    """The base of one group: sums, retention with its bounds, and by how much order value and frequency changed."""

    base: pd.DataFrame
    value: Retention
    low: Retention
    high: Retention
    order_value: float
    frequency: float
    reading: str


def kept_of(base: pd.DataFrame, level: float) -> Kept:
    """Return what became of a base; changes are NaN where there were no orders to compare."""
    value = retention(base["before"], base["now"])
    low, high = retention_intervals(base["before"], base["now"], seed=SEED)
    before, now = base["orders_before"].sum(), base["orders_now"].sum()
    order_value = ratio(ratio(base["now"].sum(), now), ratio(base["before"].sum(), before)) - 1
    frequency = ratio(now, before) - 1
    reading = (
        reading_of(value.net, (low.net, high.net), order_value, frequency, level) if len(base) >= GATE else "few"
    )
    return Kept(base, value, low, high, order_value, frequency, reading)


@remembered
def kept_groups(context: Context, stretch: Stretch, by: str) -> tuple[Kept, list[tuple[Any, Kept]]]:
    """Return what became of the whole base and of each group, the largest retention first, small ones last."""
    clients, level = clients_of(context, stretch, by), context.rule("level_within")
    groups = [(group, kept_of(mine, level)) for group, mine in divided(base_of(clients), by)]
    groups.sort(key=lambda one: (len(one[1].base) < GATE, -one[1].value.net))
    return kept_of(base_of(each_once(clients, stretch, context)), level), groups


def reading_of(net: float, bounds: tuple[float, float], order_value: float, frequency: float, level: float) -> str:
    """Return "grows", "falls", "overstocking", "level" or "unclear".

    Overstocking is what a larger order that comes more rarely amounts to when the total stays where it was: the
    client has laid in stock. Growth and fall count only where the interval leaves no doubt.
    """
    low, high = bounds
    if low > 1:
        return "grows"
    if high < 1:
        return "falls"
    if abs(net - 1) <= level + 1e-9 and order_value > level and frequency < -level:
        return "overstocking"
    if low >= 1 - level and high <= 1 + level:
        return "level"
    return "unclear"


def table_panel(context: Context) -> Panel:
    """Return a row per group with what its clients of the year before are worth now."""
    title = context.say(words.TABLE_NAME)
    found = opened(KEY, title, words.GROWN_WOULD, context)
    if isinstance(found, Panel):
        return found
    stretch, _ = found
    division = division_choice(context)
    absent = undivided(KEY, title, division, context)
    if absent:
        return absent
    by = division.chosen if division else WHOLE
    level = context.rule("level_within")
    whole, groups = kept_groups(context, stretch, by)
    if whole.base.empty:
        return nothing_panel(KEY, title, context)
    heads = (
        ListColumn(context.say(words.DIVIDED[by])),
        ListColumn(context.say(words.HEAD_READING)),
        ListColumn(context.say(words.HEAD_BEFORE), Align.RIGHT),
        ListColumn(context.say(words.HEAD_NOW), Align.RIGHT),
        ListColumn("NRR", Align.RIGHT),
        ListColumn("GRR", Align.RIGHT),
        ListColumn(context.say(words.HEAD_KEPT), Align.RIGHT),
        ListColumn(context.say(words.HEAD_VALUE), Align.RIGHT),
        ListColumn(context.say(words.HEAD_FREQUENCY), Align.RIGHT),
    )
    rows = [_row(context.say(words.WHOLE), whole, drill_of(whole.base, stretch), context)]
    rows += [
        _row(group_name(group, context), one, drill_of(one.base, stretch, by, group), context)
        for group, one in groups
    ]
    gate = number(GATE, context.language)
    foot = context.say(words.TABLE_FOOT, level=f"±{percent(level, context.language)}", gate=gate)
    return Panel(
        key=KEY,
        title=_title(_named(groups, whole, context), context),
        subtitle=context.say(words.TABLE_SUBTITLE, **stretch.said(context)),
        picture=Listing(heads, tuple(rows), shown=13),
        foot=f"{foot} {foot_of(stretch, context)}",
    )


def _row(label: str, one: Kept, drill: Drill, context: Context) -> ListRow:
    language, base = context.language, one.base
    before, now = (money(base[name].sum(), language, context.currency) for name in ("before", "now"))
    kept = int((base["now"] > LEAST).sum())
    few = one.reading == "few"
    net = (
        "" if few else f"{percent(one.value.net, language)} {interval_percent(one.low.net, one.high.net, language)}"
    )
    changes = ["" if few or np.isnan(x) else signed_percent(x, language) for x in (one.order_value, one.frequency)]
    cells = (
        label,
        context.say(words.READINGS[one.reading]),
        before,
        now,
        net,
        "" if few else percent(one.value.gross, language),
        (counts if few else k_of_n)(kept, len(base), language),
        *changes,
    )
    return ListRow(cells, drill, _VERDICTS.get(one.reading, Verdict.NONE))


def _named(groups: list[tuple[Any, Kept]], whole: Kept, context: Context) -> list[tuple[str, str]]:
    if not groups:
        return [(context.say(words.WHOLE), whole.reading)]
    return [(group_name(group, context), one.reading) for group, one in groups]


def _title(readings: list[tuple[str, str]], context: Context) -> str:
    for reading, said in (
        ("overstocking", words.TABLE_STOCK),
        ("falls", words.TABLE_FALLS),
        ("grows", words.TABLE_GROWS),
    ):
        who = tuple(name for name, found in readings if found == reading)
        if who:
            return context.say(said, who=names(who, context))
    return context.say(words.TABLE_NOTHING)
