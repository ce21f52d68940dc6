"""Forecasts that were really published, beside what came: a record that nobody can improve afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

import numpy as np

from ..metrics import METRICS
from ..metrics.filters import Filters
from ..metrics.listing import forecasts_of
from ..model.panel import Align, Drill, ListColumn, Listing, ListRow, Panel, Verdict
from ..model.period import Period
from ..text.dates import day, period_text
from ..text.numbers import chance, money, money_scale, number
from .context import BY_CLOSING, Context
from .forecast_fan import possible
from .forecast_plan import plan_of
from .forecast_words import (
    PUBLISHED_CAME,
    PUBLISHED_CHANCE,
    PUBLISHED_FOOT,
    PUBLISHED_FOR,
    PUBLISHED_HELD,
    PUBLISHED_MADE,
    PUBLISHED_MISSED,
    PUBLISHED_NONE_OVER,
    PUBLISHED_RUNNING,
    PUBLISHED_SAID,
    PUBLISHED_STATE,
    PUBLISHED_SUBTITLE,
    PUBLISHED_TITLE,
)
from .outlook import outlook

KEY: Final = "forecast.published"
MEASURE: Final = "won_amount"


@dataclass(frozen=True, slots=True)
class Published:
    """One forecast as it was published: made on a day, for a period, with its 80 % interval and its plan."""

    made_on: date
    period: Period
    low: float
    middle: float
    high: float
    plan: float | None
    chance: float | None


def record(period: Period, context: Context) -> Published | None:
    """Return the forecast of a period as it stands, to be published; `None` when there is none to make.

    It is that of the whole company: filters of managers play no part, and neither do what-if sliders.
    """
    whole = Context(context.tables, Filters(), context.language, context.today)
    found = outlook(whole, period)
    if found is None:
        return None
    total = possible(found, whole)
    low, middle, high = (float(q) for q in np.quantile(total, [0.1, 0.5, 0.9]))
    plan = plan_of(found, period, whole)
    odds = float(np.mean(total >= plan.amount)) if plan else None
    return Published(context.today, period, low, middle, high, plan.amount if plan else None, odds)


def written(one: Published) -> dict[str, str | float | bool | date | None]:
    """Return a forecast as a row of the table of published forecasts."""
    return {
        "made_on": one.made_on,
        "forecast_period": f"{one.period.start}..{one.period.end}",
        "measure": MEASURE,
        "low": round(one.low, 2),
        "middle": round(one.middle, 2),
        "high": round(one.high, 2),
        "plan": None if one.plan is None else round(one.plan, 2),
        "chance": one.chance,
    }


def published_panel(context: Context) -> Panel | None:
    """Return every published forecast with what came; `None` while there is none."""
    made = [one for row in forecasts_of(context.tables) if (one := _read(row)) is not None]
    if not made:
        return None
    came = [_came(one, context) for one in made]
    over = [(one, worth) for one, worth in zip(made, came, strict=True) if _is_over(one, context)]
    held = sum(one.low <= worth <= one.high for one, worth in over)
    lang = context.language
    title = context.say(PUBLISHED_NONE_OVER, n=number(len(made), lang))
    if over:
        title = context.say(PUBLISHED_TITLE, k=number(held, lang), n=number(len(over), lang))
    rows = tuple(_row(one, worth, context) for one, worth in zip(made, came, strict=True))
    columns = (
        ListColumn(context.say(PUBLISHED_STATE)),
        ListColumn(context.say(PUBLISHED_MADE)),
        ListColumn(context.say(PUBLISHED_FOR), wide=True),
        ListColumn(context.say(PUBLISHED_SAID), Align.RIGHT),
        ListColumn(context.say(PUBLISHED_CAME), Align.RIGHT),
        ListColumn(context.say(PUBLISHED_CHANCE), Align.RIGHT),
    )
    subtitle = context.say(PUBLISHED_SUBTITLE, date=context.say(BY_CLOSING))
    return Panel(KEY, title, subtitle, Listing(columns, rows), f"{context.say(PUBLISHED_FOOT)} {context.as_of}")


def _row(one: Published, came: float, context: Context) -> ListRow:
    lang, unit = context.language, context.currency
    scale = money_scale(max(one.high, came))
    over = _is_over(one, context)
    held = one.low <= came <= one.high
    state = PUBLISHED_RUNNING if not over else PUBLISHED_HELD if held else PUBLISHED_MISSED
    verdict = Verdict.NONE if not over else Verdict.BETTER if held else Verdict.WORSE
    low, high, worth = (money(value, lang, unit, scale=scale) for value in (one.low, one.high, came))
    return ListRow(
        (
            context.say(state),
            day(one.made_on, lang),
            period_text(one.period, lang),
            f"{low} – {high}",
            worth,
            "" if one.chance is None else chance(one.chance, lang),
        ),
        Drill(MEASURE, MappingProxyType({}), "total", one.period, unfiltered=True),
        verdict,
    )


def _came(one: Published, context: Context) -> float:
    won = METRICS[MEASURE].measure(context.tables, filters=Filters(one.period))
    return float(won["total"].iloc[0])


def _is_over(one: Published, context: Context) -> bool:
    return one.period.end is not None and one.period.end <= context.today


def _read(row: dict[str, object]) -> Published | None:
    try:
        start, end = (date.fromisoformat(part) for part in str(row["forecast_period"]).split(".."))
    except ValueError:
        return None
    made, numbers = row["made_on"], [row[name] for name in ("low", "middle", "high")]
    if (
        row["measure"] != MEASURE
        or not isinstance(made, date)
        or not all(isinstance(one, float) for one in numbers)
    ):
        return None
    low, middle, high = (float(str(one)) for one in numbers)
    plan, odds = (float(str(row[name])) if isinstance(row[name], float) else None for name in ("plan", "chance"))
    return Published(made, Period(start, end), low, middle, high, plan, odds)
