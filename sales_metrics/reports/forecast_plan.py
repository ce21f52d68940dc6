"""What a period is planned to bring in won deals: the plan in money, or else the plan in contracts, priced."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..metrics import METRICS
from ..metrics.dimensions import NotBrokenDownError
from ..metrics.money_plan import money_plan
from ..model.period import Period
from ..text.numbers import money, number
from .context import Context
from .forecast_words import PLAN_BY_CONTRACTS
from .outlook import Outlook


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan in the reporting currency, and the sentence that says where it comes from, if it is worked out."""

    amount: float
    said: str = ""


def plan_of(found: Outlook | None, period: Period, context: Context) -> Plan | None:
    """Return the plan of a period; `None` where there is none, or where the filters cut across it.

    Without a plan in money it is the planned contracts of the managers at what a contract has been worth.
    """
    where = context.filters.where
    if set(where) - {"manager"}:
        return None
    given = money_plan(
        context.tables, period, tuple(str(who) for who in where.get("manager", ()) if who is not None)
    )
    if given:
        return Plan(given)
    if found is None or METRICS["planned"].missing(context.tables):
        return None
    filters = replace(context.filters, period=period)
    try:
        planned = METRICS["planned"].measure(context.tables, filters=filters)
    except NotBrokenDownError:
        return None
    contracts = float(planned.loc[planned["measure"] == "contracts", "total"].sum())
    past = replace(context.filters, period=found.past)
    won = METRICS["average_won_deal"].measure(context.tables, filters=past)
    average = float(won["value"].iloc[0])
    if not contracts or not average > 0:
        return None
    said = context.say(
        PLAN_BY_CONTRACTS,
        contracts=number(contracts, context.language),
        amount=money(average, context.language, context.currency),
    )
    return Plan(contracts * average, said)
