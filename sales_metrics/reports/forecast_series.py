"""The forecast by month: what the months before say of the next three, and how often that was right.

Longer than most because past months, forecast and its past errors are steps of one calculation.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.listing import days_ahead
from ..model.panel import Drill, Empty, Fan, FanPoint, Panel, Spread
from ..model.period import Period
from ..model.text import Text
from ..statistics.conformal import half_width, rolling_errors
from ..statistics.seasonality import YEAR
from ..statistics.series import forecasts, seasonal_naive
from ..statistics.simulation import Floats
from ..text.dates import month_of_year, month_on_axis, period_text
from ..text.numbers import money, money_scale, number, percent
from .context import BY_CLOSING, Context, remembered
from .forecast_words import (
    METHODS,
    RUNNING_SO_FAR,
    SEASON_NOT,
    SEASON_SEEN,
    SERIES_FEW,
    SERIES_FOOT,
    SERIES_METHOD,
    SERIES_NAME,
    SERIES_RECORD,
    SERIES_RECORD_ALONE,
    SERIES_SUBTITLE,
    SERIES_TITLE,
    SERIES_TITLE_BARE,
    SERIES_WOULD,
    WORD_BAND,
    WORD_FACT,
    WORD_FORECAST,
)
from .missing import WIDEN, missing_panel
from .money_axis import bare, money_ticks

KEY: Final = "forecast.series"
LEAST: Final = 8
AHEAD: Final = 3
SHOWN: Final = 18
ORIGINS: Final = 36
"""How many past months are forecast again at most, to see how far the method misses."""


@dataclass(frozen=True, slots=True)
class Months:
    """Whole months in order: their first days, totals, and working days; `running` is the one not over, if any."""

    starts: tuple[date, ...]
    totals: tuple[float, ...]
    days: tuple[float, ...]
    running: tuple[date, float] | None

    @property
    def pace(self) -> Floats:
        """The total per working day, in which a month of 17 days and one of 23 can be compared."""
        pace: Floats = np.array(self.totals) / np.array(self.days)
        return pace


def series_panel(context: Context) -> Panel:
    """Return the months so far with the next three and their bands, or say how many months are needed."""
    title, metric = context.say(SERIES_NAME), METRICS["won_amount"]
    absent = missing_panel(KEY, title, metric, SERIES_WOULD, context)
    if absent:
        return absent
    months = _months(context)
    if len(months.starts) < LEAST:
        n, least = (number(value, context.language) for value in (len(months.starts), LEAST))
        return Panel(KEY, title, "", Empty(context.say(SERIES_FEW, n=n, least=least), context.say(WIDEN)))
    voices, errors = _forecast(context, months)
    ahead = _following(months.starts[-1], AHEAD)
    days = np.array([_working_days(start, context) for start in ahead])
    spreads = [_spread(float(voices["combined"][at]), errors[:, at], float(days[at])) for at in range(AHEAD)]
    scale = money_scale(max(max(months.totals), *(one.high80 for one in spreads)))
    # Of a month that is not over the message is the next one: what it has so far may lie beyond its forecast.
    first = 1 if months.running else 0
    return Panel(
        KEY,
        _title(ahead[first], spreads[first], errors[:, first], scale, context),
        context.say(SERIES_SUBTITLE, date=context.say(BY_CLOSING), period=_span(months, context)),
        _fan(months, ahead, spreads, errors, scale, context),
        f"{context.say(SERIES_FOOT, n=number(len(errors), context.language))} {context.as_of}",
        advice=(*_so_far(months, context), _method(voices, months, context), *_record(months, errors, context)),
    )


def _months(context: Context) -> Months:
    filters = replace(context.filters, period=Period(None, context.today))
    won = METRICS["won_amount"].measure(context.tables, by=("month",), filters=filters)
    won = won[won["month"].notna()]
    totals = {pd.Timestamp(on).date(): float(total) for on, total in zip(won["month"], won["total"], strict=True)}
    if not totals:
        return Months((), (), (), None)
    this = context.today.replace(day=1)
    over = context.today.day == monthrange(context.today.year, context.today.month)[1]
    last = this if over else (this - timedelta(days=1)).replace(day=1)
    starts = []
    at = min(totals)
    while at <= last:
        starts.append(at)
        at = _following(at, 1)[0]
    # The first month of a file is as a rule a part of one.
    starts = starts[1:]
    return Months(
        tuple(starts),
        tuple(totals.get(start, 0.0) for start in starts),
        tuple(_working_days(start, context) for start in starts),
        None if over else (this, totals.get(this, 0.0)),
    )


@remembered
def _forecast(context: Context, months: Months) -> tuple[dict[str, Any], Floats]:
    """Return what each method expects of the next months' pace, and how far past months were missed."""
    del context
    return forecasts(months.pace, AHEAD), _errors(months)


def _following(month: date, many: int) -> list[date]:
    place = month.year * 12 + month.month - 1
    return [date((place + step) // 12, (place + step) % 12 + 1, 1) for step in range(1, many + 1)]


def _working_days(start: date, context: Context) -> float:
    end = start.replace(day=monthrange(start.year, start.month)[1])
    return float(max(len(days_ahead(context.tables, start, end)[0]), 1))


def _errors(months: Months) -> Floats:
    """Return how far each past month was missed, in units of what was forecast: one row an origin.

    Relative errors, since a department that has doubled misses by twice as much.
    """

    def said(values: Floats, horizon: int) -> Floats:
        return forecasts(values, horizon)["combined"]

    pace = months.pace
    first = max(LEAST - 2, len(pace) - ORIGINS)
    missed = rolling_errors(pace, said, AHEAD, first)
    truth = np.array(
        [
            [pace[at + step] if at + step < len(pace) else np.nan for step in range(AHEAD)]
            for at in range(first, len(pace))
        ]
    ).reshape(missed.shape)
    expected = truth - missed
    return np.divide(missed, expected, out=np.full_like(missed, np.nan), where=expected > 0)


def _spread(middle: float, errors: Floats, days: float) -> Spread:
    known = errors[~np.isnan(errors)]
    reach = {level: half_width(known, level) for level in (0.5, 0.8, 0.95)}
    # A band for which there are too few errors is drawn as the widest that can be had, and not named.
    finite = [value for value in reach.values() if np.isfinite(value)]
    widest = max(finite, default=0.0)
    half, most, all_but = (min(reach[level], widest) for level in (0.5, 0.8, 0.95))
    total = middle * days
    return Spread(
        max(total * (1 - all_but), 0.0),
        max(total * (1 - most), 0.0),
        max(total * (1 - half), 0.0),
        total,
        total * (1 + half),
        total * (1 + most),
        total * (1 + all_but),
    )


def _title(month: date, spread: Spread, errors: Floats, scale: int, context: Context) -> str:
    lang, unit = context.language, context.currency
    name = month_of_year(month, lang)
    name = name[:1].upper() + name[1:]
    if not np.isfinite(half_width(errors[~np.isnan(errors)], 0.8)):
        return context.say(SERIES_TITLE_BARE, month=name, middle=money(spread.middle, lang, unit))
    return context.say(
        SERIES_TITLE,
        month=name,
        low=bare(spread.low80, scale, context),
        low_full=money(spread.low80, lang, unit, scale=scale),
        high=money(spread.high80, lang, unit, scale=scale),
    )


def _span(months: Months, context: Context) -> str:
    last = months.starts[-1]
    end = last.replace(day=monthrange(last.year, last.month)[1])
    return period_text(Period(months.starts[0], end), context.language)


def _fan(
    months: Months, ahead: list[date], spreads: list[Spread], errors: Floats, scale: int, context: Context
) -> Fan:
    shown = list(zip(months.starts, months.totals, strict=True))[-SHOWN:]
    points = [_point(start, float(total), scale, context) for start, total in shown]
    points += [
        FanPoint(None, None, spread, None, month_on_axis(start, context.language), "", start.month == 1)
        for start, spread in zip(ahead, spreads, strict=True)
    ]
    first = errors[:, 0][~np.isnan(errors[:, 0])]
    words = {
        "forecast": context.say(
            WORD_FORECAST, money=money(spreads[-1].middle, context.language, context.currency, scale=scale)
        ),
        "fact": context.say(
            WORD_FACT, money=money(months.totals[-1], context.language, context.currency, scale=scale)
        ),
        "today": month_of_year(months.starts[-1], context.language),
    }
    for level, name, low, high in ((0.8, "band80", "low80", "high80"), (0.95, "band95", "low95", "high95")):
        if np.isfinite(half_width(first, level)):
            span = "–".join(bare(getattr(spreads[-1], edge), scale, context) for edge in (low, high))
            words[name] = context.say(WORD_BAND, level=percent(level, context.language), span=span)
    top = max([spread.high95 for spread in spreads] + [float(total) for _, total in shown])
    return Fan(tuple(points), len(shown) - 1, False, money_ticks(top, scale, context), MappingProxyType(words))


def _point(start: date, total: float, scale: int, context: Context) -> FanPoint:
    end = start.replace(day=monthrange(start.year, start.month)[1])
    worth = money(total, context.language, context.currency, scale=scale)
    return FanPoint(
        total,
        Drill("won_amount", MappingProxyType({}), "total", Period(start, end)),
        None,
        None,
        month_on_axis(start, context.language),
        f"{month_of_year(start, context.language)}: {worth}",
        start.month == 1,
    )


def _so_far(months: Months, context: Context) -> tuple[str, ...]:
    if months.running is None:
        return ()
    start, total = months.running
    name = month_of_year(start, context.language)
    worth = money(total, context.language, context.currency)
    return (context.say(RUNNING_SO_FAR, month=name[:1].upper() + name[1:], money=worth),)


def _method(voices: dict[str, Any], months: Months, context: Context) -> str:
    known = ["last" if name == "seasonal_naive" and len(months.starts) < YEAR else name for name in voices]
    names = ", ".join(METHODS[name].in_(context.language) for name in known if name in METHODS)
    seen: Text = SEASON_SEEN if len(months.starts) >= 3 * YEAR else SEASON_NOT
    season = context.say(seen, n=number(len(months.starts), context.language))
    return context.say(SERIES_METHOD, methods=names, season=season)


def _record(months: Months, errors: Floats, context: Context) -> tuple[str, ...]:
    """Return how far the method missed on months it had not seen, beside the simplest rule on the same months."""
    mine = errors[:, 0][~np.isnan(errors[:, 0])]
    if len(mine) < 3:
        return ()
    pace = months.pace
    n, error = number(len(mine), context.language), _percent(np.abs(mine).mean(), context)
    naive = [
        abs(pace[at] / seasonal_naive(pace[:at], 1)[0] - 1)
        for at in range(len(pace) - len(mine), len(pace))
        if at >= YEAR and seasonal_naive(pace[:at], 1)[0] > 0
    ]
    if len(naive) < len(mine):
        return (context.say(SERIES_RECORD_ALONE, n=n, error=error),)
    return (context.say(SERIES_RECORD, n=n, error=error, naive=_percent(float(np.mean(naive)), context)),)


def _percent(share: float, context: Context) -> str:
    return percent(float(share), context.language)
