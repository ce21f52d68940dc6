"""What each manager is likely to bring by the end of the period, against a plan of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

import numpy as np

from ..metrics import METRICS
from ..metrics.money_plan import money_plan
from ..model.panel import Align, Bullet, Bullets, Drill, ListColumn, Listing, ListRow, Panel
from ..model.period import Period
from ..statistics.simulation import Floats
from ..text.dates import day_on_axis, period_text
from ..text.numbers import chance, money, number, percent
from .activity_plan import ALARM_BELOW
from .context import BY_CLOSING, Context
from .forecast_fan import widened
from .forecast_managers_words import (
    FOOT,
    FOOT_BARE,
    FOOT_CONTRACTS,
    HEADS,
    OF_PLAN,
    RANGE,
    SUBTITLE,
    TITLE,
    TITLE_BARE,
    TITLE_NOBODY,
    WORDS,
)
from .forecast_past import stretch
from .outlook import AS_IT_IS, SEED, Outlook

KEY: Final = "forecast.managers"
SHOWN: Final = 30
LEVELS: Final = (0.1, 0.5, 0.9)


@dataclass(frozen=True, slots=True)
class Course:
    """What one manager has won and may have won at the end; `plan` is `None` without one."""

    name: str
    so_far: float
    low: float
    middle: float
    high: float
    plan: float | None
    chance: float


def managers_panel(found: Outlook | None, period: Period, context: Context) -> Panel | None:
    """Return a row per manager with the end of the period as it is likely to come; `None` for fewer than two."""
    if found is None:
        return None
    plans, priced = _plans(found, period, context)
    courses = _courses(found, plans, context)
    if len(courses) < 2:
        return None
    when = period_text(period, context.language)
    subtitle = context.say(SUBTITLE, date=context.say(BY_CLOSING), period=when)
    planned = sorted((one for one in courses if one.plan), key=lambda one: (-one.chance, one.name))
    if not planned:
        return _bare(courses, subtitle, period, context)
    hopeful = [one for one in planned if one.chance >= 0.5]
    parts = {"n": number(len(hopeful), context.language), "all": number(len(planned), context.language)}
    said = {name: context.say(word, day=day_on_axis(found.since, context.language)) for name, word in WORDS.items()}
    bullets = tuple(_bullet(one, found, period, context) for one in planned[-SHOWN:])
    foot = " ".join([context.say(FOOT), *([context.say(FOOT_CONTRACTS)] if priced else []), context.as_of])
    title = context.say(TITLE if hopeful else TITLE_NOBODY, **parts)
    return Panel(KEY, title, subtitle, Bullets(bullets, MappingProxyType(said)), foot)


def _courses(found: Outlook, plans: dict[str, float], context: Context) -> list[Course]:
    wider = stretch(context)
    drawn = found.draws(found.period.end or found.today, AS_IT_IS, seed=SEED)
    courses = []
    for record in found.records:
        # What nobody is named for, and who has left, has no forecast of its own.
        if record.name and (record.works or record.so_far):
            total: Floats = record.so_far + widened(drawn[record.name], wider)
            low, middle, high = (float(edge) for edge in np.quantile(total, LEVELS))
            plan = plans.get(record.name)
            made = float(np.mean(total >= plan)) if plan else 0.0
            courses.append(Course(record.name, record.so_far, low, middle, high, plan, made))
    return courses


def _plans(found: Outlook, period: Period, context: Context) -> tuple[dict[str, float], bool]:
    """Return each manager's plan in money, and whether it is one of contracts at what a contract has been worth."""
    if set(context.filters.where) - {"manager"}:
        return {}, False
    names = [record.name for record in found.records if record.name]
    given = {name: money_plan(context.tables, period, (name,)) for name in names}
    known = {name: plan for name, plan in given.items() if plan}
    if known or METRICS["planned"].missing(context.tables):
        return known, False
    past, filters = replace(context.filters, period=found.past), replace(context.filters, period=period)
    worth = float(METRICS["average_won_deal"].measure(context.tables, filters=past)["value"].iloc[0])
    planned = METRICS["planned"].measure(context.tables, by=("manager",), filters=filters)
    planned = planned[(planned["measure"] == "contracts") & planned["manager"].notna() & (planned["total"] > 0)]
    if not worth > 0:
        return {}, False
    return dict(zip(planned["manager"].astype(str), planned["total"] * worth, strict=True)), True


def _bullet(one: Course, found: Outlook, period: Period, context: Context) -> Bullet:
    language, plan = context.language, one.plan or 0.0
    who = {"manager": one.name}
    start, end = period.start or found.today, period.end or found.today
    passed = max((found.since - start).days + 1, 0) / ((end - start).days + 1)
    text = money(one.so_far, language, context.currency)
    return Bullet(
        label=one.name,
        fact=one.so_far,
        plan=plan,
        text=text,
        share_text=context.say(OF_PLAN, share=percent(one.so_far / plan, language)),
        drill=Drill("won_amount", MappingProxyType(who), "total", Period(start, max(found.since, start))),
        plan_drill=Drill("planned", MappingProxyType({**who, "measure": "contracts"}), "total", period),
        due=plan * passed if 0 < passed < 1 else None,
        low=one.low,
        high=one.high,
        chance_text=chance(one.chance, language),
        alarm=one.chance < ALARM_BELOW,
    )


def _bare(courses: list[Course], subtitle: str, period: Period, context: Context) -> Panel:
    """Return the same as a list, where no plan names a manager."""
    language, unit = context.language, context.currency
    ranked = sorted(courses, key=lambda one: (-one.middle, one.name))
    rows = []
    for one in ranked[:SHOWN]:
        drill = Drill("won_amount", MappingProxyType({"manager": one.name}), "total", period)
        so_far, low, middle, high = (money(x, language, unit) for x in (one.so_far, one.low, one.middle, one.high))
        rows.append(ListRow((one.name, so_far, middle, context.say(RANGE, low=low, high=high)), drill))
    sides = (Align.LEFT, Align.RIGHT, Align.RIGHT, Align.RIGHT)
    columns = tuple(ListColumn(context.say(head), side) for head, side in zip(HEADS, sides, strict=True))
    first = ranked[0]
    parts = {"who": first.name, "money": money(first.middle, language, unit)}
    foot = f"{context.say(FOOT_BARE)} {context.as_of}"
    return Panel(KEY, context.say(TITLE_BARE, **parts), subtitle, Listing(columns, tuple(rows), shown=13), foot)
