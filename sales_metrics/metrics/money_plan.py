"""The plan for the money of won deals, where a company has set one in its plans."""

from __future__ import annotations

from datetime import date
from typing import Final

from ..engine import Tables
from ..model.period import Period
from .daily_plan import plan_when
from .deals import won_amount
from .listing import once

_WORDS: Final = (
    *("won amount", "contracts amount", "amount of contracts", "deals amount", "bookings"),
    *("сумма договоров", "сумма сделок", "сумма контрактов", "продажи по сделкам"),
    *("сума на договорите", "сума на сделките", "сума договори"),
)


@once
def money_plan(tables: Tables, period: Period, managers: tuple[str | None, ...] = ()) -> float | None:
    """Return what the plans ask of a period in won deals, summed over managers; `None` where a month has no plan.

    The period is of whole months. A month takes its own plan, else a third of its quarter's, else a twelfth of its
    year's; stretch plans are left out. A row without a manager is a plan of the whole company and stands in for the
    managers where these have none. `managers`, if any, are the only ones counted.
    """
    if period.start is None or period.end is None:
        return None
    plans = tables["plans"]
    words = sorted({*_WORDS, won_amount.key.replace("_", " "), *(name.lower() for name in won_amount.name.all())})
    measure = plans.measure.strip().lower().replace("_", " ")
    rows = plans.filter(measure.isin(words), (plans.level != "stretch").fill_null(True), plans.value >= 0)
    found = tables.fetch(rows.select("manager", "value", when=plan_when(rows.period)))
    known: dict[tuple[str | None, str], float] = {}
    for who, value, when in found.itertuples(index=False):
        if isinstance(when, str):
            known[who if isinstance(who, str) else None, when] = float(value)
    people = sorted({who for who, _ in known if who is not None and (not managers or who in managers)})
    total, month = 0.0, period.start.replace(day=1)
    while month <= period.end:
        own = [value for who in people if (value := _of(known, who, month)) is not None]
        asked = sum(own) if own else None if managers else _of(known, None, month)
        if asked is None:
            return None
        total += asked
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return total


def _of(known: dict[tuple[str | None, str], float], who: str | None, month: date) -> float | None:
    for when, share in (
        (f"{month.year}-{month.month}", 1.0),
        (f"{month.year}-q{(month.month + 2) // 3}", 1 / 3),
        (f"{month.year}", 1 / 12),
    ):
        if (who, when) in known:
            return known[who, when] * share
    return None
