"""The forecast by the formula and its arithmetic: meetings a day, working days, effectiveness, average contract."""

from __future__ import annotations

from dataclasses import replace
from math import prod
from types import MappingProxyType
from typing import Final

from ..metrics import METRICS
from ..metrics.filters import Filters
from ..metrics.listing import days_ahead
from ..model.panel import Drill, Factor, Panel, Product
from ..model.period import Period
from ..text.dates import period_said, period_text
from ..text.numbers import counts, money, number, percent
from ..text.plural import CONTRACTS, DAYS, MEETINGS, counted
from .context import Context
from .forecast_words import (
    EXAMPLE,
    FACTOR_AMOUNT,
    FACTOR_DAYS,
    FACTOR_HEADS,
    FACTOR_MEETINGS,
    FACTOR_RESULT,
    FACTOR_SHARE,
    FORMULA_FOOT,
    FORMULA_NAME,
    FORMULA_SUBTITLE,
    FORMULA_TITLE,
    FORMULA_WOULD,
    NOTE_DAYS,
    NOTE_HEADS,
    NOTE_SET,
    SET_AMOUNT,
    SET_DAYS,
    SET_MEETINGS,
    SET_SHARE,
)
from .missing import missing_panel, nothing_panel
from .outlook import Outlook

KEY: Final = "forecast.formula"


def product(heads: float, meetings: float, days: float, share: float, amount: float) -> float:
    """Return what so many people bring: managers x meetings a day x working days x share x average contract.

    The formula of the article "Sales in the palm of your hand": 2 meetings a day, 22 working days, every tenth
    meeting and 50 000 a contract make 220 000 for one manager.
    """
    return prod((heads, meetings, days, share, amount))


def formula_panel(found: Outlook | None, period: Period, context: Context) -> Panel:
    """Return the arithmetic of one period with every factor open to change."""
    title = context.say(FORMULA_NAME)
    for key in ("meetings_per_day", "meetings_won", "average_won_deal"):
        absent = missing_panel(KEY, title, METRICS[key], FORMULA_WOULD, context)
        if absent:
            return absent
    if found is None:
        return nothing_panel(KEY, title, context)
    sellers = [record for record in found.records if record.days and record.works]
    meetings, days = sum(one.meetings for one in sellers), sum(one.days for one in sellers)
    won, tried = sum(one.won for one in found.records), sum(one.tried for one in found.records)
    amounts = METRICS["average_won_deal"].rows(context.tables, _past(found, context), part="n")["amount"]
    if not days or not tried or amounts.empty:
        return nothing_panel(KEY, title, context)
    working = _working_days(period, len(sellers), context)
    lang, unit = context.language, context.currency
    per_day, share, amount = meetings / days, won / tried, float(amounts.mean())
    asked = (
        context.amount("formula_meetings", context.say(SET_MEETINGS), round(per_day, 2), low=0, high=50, step=0.1),
        context.amount("formula_days", context.say(SET_DAYS), round(working, 1), low=0, high=200, step=1),
        context.amount("formula_share", context.say(SET_SHARE), round(100 * share, 1), low=0, high=100, step=0.5),
        context.amount("formula_amount", context.say(SET_AMOUNT), round(amount), low=0, high=1e12, step=100),
    )
    values = [
        one.chosen if one.key in context.choices else known
        for one, known in zip(asked, (per_day, working, 100 * share, amount), strict=True)
    ]
    total = product(len(sellers), values[0], values[1], values[2] / 100, values[3])

    def note(key: str, plain: str, usual: str) -> str:
        return context.say(NOTE_SET, value=usual) if key in context.choices else plain

    factors = (
        Factor(context.say(FACTOR_HEADS), number(len(sellers), lang), context.say(NOTE_HEADS)),
        Factor(
            context.say(FACTOR_MEETINGS),
            number(values[0], lang, 1),
            note("formula_meetings", _meetings_in_days(meetings, days, context), number(per_day, lang, 1)),
            Drill("meetings_per_day", part="k", period=found.past),
            count=int(sum(one.meetings for one in found.records)),
        ),
        Factor(
            context.say(FACTOR_DAYS),
            number(values[1], lang, 0 if float(values[1]).is_integer() else 1),
            note("formula_days", context.say(NOTE_DAYS), number(working, lang, 1)),
        ),
        Factor(
            context.say(FACTOR_SHARE),
            percent(values[2] / 100, lang, 1),
            note("formula_share", counts(won, round(tried), lang), percent(share, lang, 1)),
            Drill("meetings_won", part="k", period=found.past),
            count=int(won),
        ),
        Factor(
            context.say(FACTOR_AMOUNT),
            money(values[3], lang, unit),
            note("formula_amount", counted(len(amounts), lang, CONTRACTS), money(amount, lang, unit)),
            Drill("average_won_deal", MappingProxyType({}), "n", found.past),
            count=len(amounts),
        ),
    )
    name = period_said(period, context.language)
    return Panel(
        KEY,
        context.say(FORMULA_TITLE, period=name, money=money(total, lang, unit)),
        context.say(FORMULA_SUBTITLE, past=period_text(found.past, lang)),
        Product(factors, context.say(FACTOR_RESULT), money(total, lang, unit), name),
        f"{context.say(FORMULA_FOOT)} {context.as_of}",
        asked,
        (context.say(EXAMPLE),),
    )


def _meetings_in_days(meetings: float, days: float, context: Context) -> str:
    lang = context.language
    return f"{counted(meetings, lang, MEETINGS)} / {counted(days, lang, DAYS)}"


def _past(found: Outlook, context: Context) -> Filters:
    return replace(context.filters, period=found.past)


def _working_days(period: Period, heads: int, context: Context) -> float:
    """Return the working days of the whole period, less what absences take of them on average per person."""
    start, end = period.start or context.today, period.end or context.today
    working, away = days_ahead(context.tables, start, end)
    gone = sum(len(days) for days in away.values())
    return len(working) - (gone / heads if heads else 0.0)
