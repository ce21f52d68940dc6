"""The forecast with its uncertainty: the running total of the period and the fan of what it may become.

Longer than most because title, fan and advice word one set of draws and must not disagree.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..model.panel import Amount, Drill, Empty, Fan, FanPoint, Panel, Spread
from ..model.period import Period
from ..statistics.simulation import DRAWS, Floats
from ..text.dates import day, day_on_axis, month_name, period_said, period_text
from ..text.numbers import about, money, money_scale, number, percent
from .context import BY_CLOSING, Context
from .forecast_past import stretch
from .forecast_plan import Plan
from .forecast_words import (
    FAN_FEW,
    FAN_FOOT,
    FAN_NAME,
    FAN_SUBTITLE,
    FAN_TITLE,
    FAN_TITLE_LOST,
    FAN_TITLE_PLAN,
    FAN_TITLE_SURE,
    FAN_WOULD,
    FOOT_LEVERS,
    FOOT_STRETCH,
    LEVER_AMOUNT,
    LEVER_HEADS,
    LEVER_MEETINGS,
    LEVER_SHARE,
    MISSING,
    MISSING_FAR,
    POINT,
    WORD_BAND,
    WORD_FACT,
    WORD_FORECAST,
    WORD_PLAN,
    WORD_TODAY,
)
from .missing import WIDEN, missing_panel
from .money_axis import bare, money_ticks
from .outlook import AS_IT_IS, FEW_DRAWS, LEAST_CONTRACTS, SEED, Levers, Outlook

KEY: Final = "forecast.fan"
LEVELS: Final = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)

FAR: Final = 2.0
"""From twice as much on, what is missing is no matter of a few meetings more, and is not worded as one."""


def fan_panel(found: Outlook | None, planned: Plan | None, context: Context) -> Panel:
    """Return the running total of the period with the fan, the plan, and what is missing to reach it."""
    title = context.say(FAN_NAME)
    for key in ("meetings_per_day", "meetings_won", "won_amount"):
        absent = missing_panel(KEY, title, METRICS[key], FAN_WOULD, context)
        if absent:
            return absent
    if found is None:
        why = context.say(FAN_FEW, least=number(LEAST_CONTRACTS, context.language))
        return Panel(KEY, title, "", Empty(why, context.say(WIDEN)))
    asked, levers = _levers(found, context)
    plan = planned.amount if planned else None
    wider = stretch(context)
    total = possible(found, context, levers)
    scale = money_scale(max(float(np.quantile(total, 0.975)), plan or 0.0))
    picture = _fan(found, total, plan, levers, wider, scale, context)
    foot = context.say(
        FAN_FOOT, draws=number(DRAWS, context.language), past=period_text(found.past, context.language)
    )
    if planned and planned.said:
        foot = f"{foot} {planned.said}"
    if wider > 1.05:
        foot = f"{foot} {context.say(FOOT_STRETCH, times=number(wider, context.language, 1))}"
    if levers.changed:
        foot = f"{context.say(FOOT_LEVERS)} {foot}"
    return Panel(
        KEY,
        _title(found, total, plan, context),
        context.say(FAN_SUBTITLE, date=context.say(BY_CLOSING), period=period_text(found.period, context.language)),
        picture,
        f"{foot} {context.as_of}",
        asked,
        _missing(found, total, plan, context),
    )


def possible(found: Outlook, context: Context, levers: Levers = AS_IT_IS) -> Floats:
    """Return what the whole period may come to, as draws: what is there already and what may follow."""
    ahead: Floats = np.sum(list(found.draws(_end(found), levers, seed=SEED).values()), axis=0)
    return found.so_far + widened(ahead, stretch(context))


def widened(sums: Floats, wider: float) -> Floats:
    """Return the sums with their spread round the middle stretched; less than nothing is not won."""
    middle = float(np.median(sums))
    result: Floats = np.maximum(middle + (sums - middle) * wider, 0.0)
    return result


def _end(found: Outlook) -> date:
    return found.period.end or found.today


def _levers(found: Outlook, context: Context) -> tuple[tuple[Amount, ...], Levers]:
    asked = tuple(
        context.amount(key, context.say(label), 0, low=-50, high=100, step=5, slider=True)
        for key, label in (
            ("more_meetings", LEVER_MEETINGS),
            ("more_share", LEVER_SHARE),
            ("more_amount", LEVER_AMOUNT),
        )
    )
    people = sum(1 for record in found.records if record.works) or 1
    heads = context.amount("more_heads", context.say(LEVER_HEADS), 0, low=-people + 1, high=20, step=1, slider=True)
    meetings, share, amount = (1 + one.chosen / 100 for one in asked)
    return (*asked, heads), Levers(meetings, share, amount, (people + heads.chosen) / people)


def _title(found: Outlook, total: Floats, plan: float | None, context: Context) -> str:
    low, high = (float(edge) for edge in np.quantile(total, [0.1, 0.9]))
    scale = money_scale(high)
    parts = {
        "period": _capital(period_said(found.period, context.language)),
        # Where the unit follows the number it is said once, behind the larger of the two.
        "low": bare(low, scale, context),
        "low_full": money(low, context.language, context.currency, scale=scale),
        "high": money(high, context.language, context.currency, scale=scale),
    }
    if not plan:
        return context.say(FAN_TITLE, **parts)
    chance = float(np.mean(total >= plan))
    parts["plan"] = money(plan, context.language, context.currency)
    if chance >= 0.95:
        return context.say(FAN_TITLE_SURE, **parts)
    if chance < 0.05:
        return context.say(FAN_TITLE_LOST, **parts)
    return context.say(FAN_TITLE_PLAN, **parts, tenths=number(max(round(10 * chance), 1), context.language))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _fan(
    found: Outlook,
    total: Floats,
    plan: float | None,
    levers: Levers,
    wider: float,
    scale: int,
    context: Context,
) -> Fan:
    start, end = found.period.start or found.today, _end(found)
    ends = _weeks(start, end, found.today)
    facts = _facts(found, context)
    points: list[FanPoint] = []
    place = 0
    for at, until in enumerate(ends):
        share = max((until - start).days + 1, 0) / ((end - start).days + 1)
        line = plan * share if plan else None
        label = month_name(until.month, context.language) if _first_of_month(ends, at) else ""
        if until <= found.since:
            value = sum(amount for on, amount in facts if on <= until)
            drill = (
                Drill("won_amount", MappingProxyType({}), "total", Period(start, until)) if until >= start else None
            )
            said = _said(value, until, scale, context)
            points.append(FanPoint(value, drill, None, line, label, said))
            place = at
        else:
            sums = total if until == end else found.so_far + widened(_until(found, until, levers), wider)
            low95, low80, low50, middle, high50, high80, high95 = (float(q) for q in np.quantile(sums, LEVELS))
            spread = Spread(low95, low80, low50, middle, high50, high80, high95)
            points.append(FanPoint(None, None, spread, line, label, _said(middle, until, scale, context)))
    running = found.since == found.today and found.today < end and found.today.weekday() not in (4, 5, 6)
    return Fan(
        tuple(points),
        place,
        running,
        money_ticks(_top(points), scale, context),
        _words(found, total, plan, scale, context),
    )


def _until(found: Outlook, until: date, levers: Levers) -> Floats:
    drawn = found.draws(until, levers, seed=SEED, draws=FEW_DRAWS)
    summed: Floats = np.sum(list(drawn.values()), axis=0)
    return summed


def _weeks(start: date, end: date, today: date) -> list[date]:
    """Return the eve of the period, the ends of its weeks, today and the last day, in order."""
    sundays = [start + timedelta(days=offset) for offset in range((end - start).days)]
    inside = [one for one in sundays if one.weekday() == 6]
    eve = start - timedelta(days=1)
    return sorted({eve, *inside, *([today] if start <= today < end else []), end})


def _first_of_month(ends: list[date], at: int) -> bool:
    return at > 0 and (at == 1 or ends[at].month != ends[at - 1].month)


def _facts(found: Outlook, context: Context) -> list[tuple[date, float]]:
    start = found.period.start
    if start is None or start > found.today:
        return []
    filters = replace(context.filters, period=Period(start, found.today))
    won = METRICS["won_amount"].measure(context.tables, by=("day",), filters=filters)
    won = won[won["day"].notna()]
    return [(pd.Timestamp(on).date(), float(total)) for on, total in zip(won["day"], won["total"], strict=True)]


def _said(value: float, until: date, scale: int, context: Context) -> str:
    worth = money(value, context.language, context.currency, scale=scale)
    return context.say(POINT, day=day(until, context.language), money=worth)


def _top(points: list[FanPoint]) -> float:
    tops = [one.spread.high95 if one.spread else one.fact or 0.0 for one in points]
    return max([0.0, *tops, *(one.plan or 0.0 for one in points)])


def _words(
    found: Outlook, total: Floats, plan: float | None, scale: int, context: Context
) -> MappingProxyType[str, str]:
    lang, unit = context.language, context.currency

    def band(level: float) -> str:
        low, high = (float(q) for q in np.quantile(total, [(1 - level) / 2, (1 + level) / 2]))
        span = f"{bare(low, scale, context)}–{bare(high, scale, context)}"
        return context.say(WORD_BAND, level=percent(level, lang), span=span)

    said = {
        "forecast": context.say(WORD_FORECAST, money=money(float(np.median(total)), lang, unit, scale=scale)),
        "band80": band(0.8),
        "band95": band(0.95),
        "fact": context.say(WORD_FACT, money=money(found.so_far, lang, unit, scale=scale)),
        "today": context.say(WORD_TODAY, day=day_on_axis(found.since, lang)),
    }
    if plan:
        said["plan"] = context.say(WORD_PLAN, money=money(plan, lang, unit, scale=scale))
    return MappingProxyType(said)


def _missing(found: Outlook, total: Floats, plan: float | None, context: Context) -> tuple[str, ...]:
    """Return the sentence that says what would close the gap between the middle of the forecast and the plan."""
    if not plan:
        return ()
    gap = plan - float(np.median(total))
    tried = sum(record.tried for record in found.records)
    won = sum(record.won for record in found.records)
    ahead = float(np.median(total)) - found.so_far
    priced = [record for record in found.records if record.amounts and record.won]
    weeks = max((_end(found) - found.since).days / 7, 1e-9)
    if gap <= 0 or ahead <= 0 or not priced:
        return ()
    worth = [float(np.mean(record.amounts)) for record in priced]
    share, usual = won / tried, float(np.average(worth, weights=[record.won for record in priced]))
    # Only meetings that still have their time within the period can close the gap.
    ripe = np.mean([found.arrived((_end(found) - found.since).days * part) for part in (0.2, 0.5, 0.8)])
    meetings = gap / (share * usual * float(ripe)) / weeks if ripe > 0 else float("inf")
    more = 1 + gap / ahead
    lang, unit = context.language, context.currency
    if not np.isfinite(meetings) or share * more >= 1 or more > FAR:
        return (context.say(MISSING_FAR, gap=money(gap, lang, unit)),)
    return (
        context.say(
            MISSING,
            gap=money(gap, lang, unit),
            meetings=about(float(np.ceil(meetings)), lang).lstrip("≈"),
            share=percent(share * more, lang),
            now=percent(share, lang),
            amount=money(usual * more, lang, unit),
            usual=money(usual, lang, unit),
        ),
    )
