"""Whether the forecasts came true: past months, each forecast again from what was known on its eve."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..model.panel import Drill, Panel, Point, Trend
from ..model.period import Period
from ..statistics.accuracy import coverage_band, pinball
from ..statistics.conformal import half_width
from ..text.dates import month_on_axis
from ..text.numbers import money, money_scale, number, percent
from ..text.plural import CONTRACTS, counted
from .context import BY_CLOSING, Context, remembered
from .forecast_words import (
    PAST_ERROR,
    PAST_FOOT,
    PAST_LOSS,
    PAST_NAME,
    PAST_STRETCH,
    PAST_SUBTITLE,
    PAST_TITLE,
    PAST_TITLE_NARROW,
    PAST_WOULD,
    UNJUDGED,
)
from .missing import missing_panel, nothing_panel
from .money_axis import money_ticks
from .outlook import SEED, Levers, outlook

KEY: Final = "forecast.past"
MONTHS: Final = 12
DRAWS: Final = 2_000
LEVELS: Final = (0.1, 0.5, 0.9)
JUDGED_FROM: Final = 36
"""With fewer months than this even a poor forecast cannot be told from an honest one."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One past month: what the forecast on its eve said, and what came."""

    month: Period
    low: float
    middle: float
    high: float
    came: float
    contracts: int
    before: float
    """What the month before had brought."""

    @property
    def held(self) -> bool:
        """Whether what came lay within the interval."""
        return self.low <= self.came <= self.high


def past_panel(context: Context) -> Panel:
    """Return the months that could have been forecast, with what the forecast would have said and what came."""
    title = context.say(PAST_NAME)
    for key in ("meetings_per_day", "meetings_by_wait", "won_amount"):
        absent = missing_panel(KEY, title, METRICS[key], PAST_WOULD, context)
        if absent:
            return absent
    tried = tried_months(context)
    if not tried:
        return nothing_panel(KEY, title, context)
    held, n = sum(one.held for one in tried), len(tried)
    low, high = coverage_band(n, 0.8)
    narrow = held < round(low * n)
    lang = context.language
    scale = money_scale(max(max(one.high, one.came) for one in tried))
    said = context.say(PAST_TITLE_NARROW if narrow else PAST_TITLE, k=number(held, lang), n=number(n, lang))
    foot = context.say(
        PAST_FOOT,
        low=number(round(low * n), lang),
        high=number(round(high * n), lang),
        n=number(n, lang),
        unjudged=context.say(UNJUDGED) if n < JUDGED_FROM else "",
    )
    ticks = money_ticks(max(max(one.high, one.came) for one in tried), scale, context)
    picture = Trend(tuple(_point(one, scale, context) for one in tried), share=False, axis_texts=ticks)
    subtitle = context.say(PAST_SUBTITLE, date=context.say(BY_CLOSING))
    return Panel(KEY, said, subtitle, picture, f"{foot} {context.as_of}", advice=_errors(tried, context))


@remembered
def tried_months(context: Context) -> tuple[Tried, ...]:
    """Return the last year's months, each with the forecast that could have been made on its eve."""
    this = context.today.replace(day=1)
    found: list[Tried] = []
    for back in range(MONTHS, 0, -1):
        place = this.year * 12 + this.month - 1 - back
        start = date(place // 12, place % 12 + 1, 1)
        end = start.replace(day=monthrange(start.year, start.month)[1])
        eve = start - timedelta(days=1)
        known = outlook(replace(context, today=eve), Period(start, end))
        # Half a year of record is the least from which a month was forecast in earnest.
        if known is None or sum(one.days for one in known.records) / max(len(known.records), 1) < 90:
            continue
        sums = np.sum(list(known.draws(end, Levers(), seed=SEED, draws=DRAWS).values()), axis=0)
        low, middle, high = (float(q) for q in np.quantile(sums, LEVELS))
        came, contracts = _came(start, end, context)
        before, _ = _came(eve.replace(day=1), eve, context)
        found.append(Tried(Period(start, end), low, middle, high, came, contracts, before))
    return tuple(found)


def stretch(context: Context) -> float:
    """Return by how much the bands of a forecast must be widened to have held 80 % of the months tried; at least 1.

    What came is measured in half widths of the interval that was given: a conformal correction (Vovk, Gammerman and
    Shafer 2005, Algorithmic Learning in a Random World, sec. 2.2). With fewer than four months nothing is known,
    and 1 comes back.
    """
    scores = [_missed_by(one) for one in tried_months(context)]
    factor = half_width(scores, 0.8)
    return max(factor, 1.0) if np.isfinite(factor) else 1.0


def losses(tried: tuple[Tried, ...]) -> tuple[float, float]:
    """Return the mean loss of the forecasts at the levels of their interval, and that of "as last month", in money.

    Last month is one figure, which stands for all three levels. NaN without a month.
    """
    if not tried:
        return float("nan"), float("nan")
    came, before = [one.came for one in tried], [one.before for one in tried]
    ours = zip(LEVELS, zip(*((one.low, one.middle, one.high) for one in tried), strict=True), strict=True)
    mine = [pinball(came, forecast, level) for level, forecast in ours]
    naive = [pinball(came, before, level) for level in LEVELS]
    return float(np.mean(mine)), float(np.mean(naive))


def _missed_by(one: Tried) -> float:
    reach = one.high - one.middle if one.came > one.middle else one.middle - one.low
    return abs(one.came - one.middle) / reach if reach > 0 else 0.0


def _came(start: date, end: date, context: Context) -> tuple[float, int]:
    filters = replace(context.filters, period=Period(start, end))
    won = METRICS["won_amount"].measure(context.tables, filters=filters)
    return float(won["total"].iloc[0]), int(won["n"].iloc[0])


def _point(one: Tried, scale: int, context: Context) -> Point:
    start = one.month.start or context.today
    low, came, high = (
        money(value, context.language, context.currency, scale=scale) for value in (one.low, one.came, one.high)
    )
    contracts = counted(one.contracts, context.language, CONTRACTS)
    return Point(
        label=month_on_axis(start, context.language),
        value=one.came,
        text=f"{came} [{low}–{high}], {contracts}",
        drill=Drill("won_amount", MappingProxyType({}), "total", one.month),
        low=one.low,
        high=one.high,
        under=number(one.contracts, context.language),
    )


def _errors(tried: tuple[Tried, ...], context: Context) -> tuple[str, ...]:
    judged = pd.DataFrame(
        [(one.came, one.middle, one.before) for one in tried], columns=["came", "middle", "before"]
    )
    judged = judged[(judged["came"] > 0) & (judged["before"] > 0)]
    if len(judged) < 3:
        return ()
    error, naive = (
        percent(float((judged[name] - judged["came"]).abs().sum() / judged["came"].sum()), context.language)
        for name in ("middle", "before")
    )
    loss, plain = (money(one, context.language, context.currency) for one in losses(tried))
    said = [context.say(PAST_ERROR, error=error, naive=naive)]
    wider = stretch(context)
    if wider > 1.05:
        said.append(context.say(PAST_STRETCH, times=number(wider, context.language, 1)))
    return (*said, context.say(PAST_LOSS, loss=loss, naive=plain))
