"""The forecast page: what the period will bring, by the formula, as a distribution, and how sure that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from ..metrics import METRICS
from ..metrics.dimensions import NotBrokenDownError
from ..model.panel import Empty, Panel, Pick
from ..model.period import Period
from .context import Context
from .forecast_fan import fan_panel
from .forecast_formula import formula_panel
from .forecast_managers import managers_panel
from .forecast_open import open_panel
from .forecast_past import past_panel
from .forecast_plan import plan_of
from .forecast_published import published_panel
from .forecast_series import series_panel
from .forecast_typed import typed_panel
from .forecast_words import FAN_NAME, NEXT_MONTH, NEXT_QUARTER, NOT_PER_PERSON, PERIOD, THIS_MONTH, THIS_QUARTER
from .missing import WIDEN
from .outlook import outlook


def forecast(context: Context) -> tuple[Panel, ...]:
    """Return the panels of the page for the period that was picked: this quarter unless it is another."""
    pick, period = _period(context)
    deals = (open_panel(period, context), typed_panel(context), series_panel(context))
    try:
        METRICS["meetings_per_day"].admitted(tuple(context.filters.where))
    except NotBrokenDownError:
        said = Empty(context.say(NOT_PER_PERSON), context.say(WIDEN))
        fan = Panel("forecast.fan", context.say(FAN_NAME), "", said, choices=(pick,))
        return (fan, *(panel for panel in deals if panel is not None))
    lacking = any(
        METRICS[key].missing(context.tables) for key in ("meetings_per_day", "meetings_by_wait", "won_amount")
    )
    found = None if lacking else outlook(context, period)
    fan = fan_panel(found, plan_of(found, period, context), context)
    made = (
        replace(fan, choices=(pick, *fan.choices)),
        managers_panel(found, period, context),
        formula_panel(found, period, context),
        past_panel(context),
        published_panel(context),
        *deals,
    )
    return tuple(panel for panel in made if panel is not None)


def chosen_period(context: Context) -> Period:
    """Return the period that the reader has picked on the page."""
    return _period(context)[1]


def _period(context: Context) -> tuple[Pick, Period]:
    periods = {
        "this_month": _months(context.today, 1, 0),
        "this_quarter": _months(context.today, 3, 0),
        "next_month": _months(context.today, 1, 1),
        "next_quarter": _months(context.today, 3, 1),
    }
    names = {
        "this_month": THIS_MONTH,
        "this_quarter": THIS_QUARTER,
        "next_month": NEXT_MONTH,
        "next_quarter": NEXT_QUARTER,
    }
    options = tuple((code, context.say(name)) for code, name in names.items())
    pick = context.pick("forecast_period", context.say(PERIOD), options, "this_quarter")
    return pick, periods[pick.chosen]


def _months(today: date, length: int, later: int) -> Period:
    """Return the calendar month or quarter of a day, or the one after it."""
    first = today.year * 12 + (today.month - 1) // length * length + later * length
    start = date(first // 12, first % 12 + 1, 1)
    following = first + length
    return Period(start, date(following // 12, following % 12 + 1, 1) - timedelta(days=1))
