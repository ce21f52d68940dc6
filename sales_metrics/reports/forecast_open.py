"""What open deals will bring: a distribution from the record of their stages, beside the chances typed in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.chances import NO_STAGE
from ..model.panel import Bar, Bars, Drill, Empty, Panel
from ..model.period import Period
from ..statistics.incidence import Incidence, incidence
from ..statistics.open_deals import DRAWS, simulated
from ..text.dates import day
from ..text.numbers import counts, money, money_scale, number
from ..text.plural import DEALS, counted
from .context import Context, remembered
from .forecast_words import (
    OPEN_ALL,
    OPEN_FALLBACK,
    OPEN_FOOT,
    OPEN_LIKELY,
    OPEN_NAME,
    OPEN_PROMISED,
    OPEN_STRETCH,
    OPEN_SUBTITLE,
    OPEN_SURE,
    OPEN_TITLE,
    OPEN_TITLE_ALONE,
    OPEN_TITLE_PRICED,
    OPEN_UNPRICED,
    OPEN_WOULD,
)
from .missing import UPLOAD, column_title, missing_panel, nothing_panel
from .money_axis import bare
from .outlook import SEED
from .pipeline_bridge_words import FOOT_UNPRICED, UNPRICED_FROM

KEY: Final = "forecast.open"
LEAST_ENDED: Final = 20
"""With fewer deals that have ended after a stage its curve is too rough, and the age of the deal decides."""
CODES: Final = {"open": 0, "won": 1, "lost": 2}


@dataclass(frozen=True, slots=True)
class OpenDeals:
    """Open deals with their chances to be won by a day: one row a deal.

    `by_age` of them went by age alone, and `priced` of them have an amount; those without one bring nothing.
    """

    deals: pd.DataFrame
    by_age: int
    priced: int


def open_panel(period: Period, context: Context) -> Panel:
    """Return what the open deals bring by the end of a period, at three odds, beside what was typed in."""
    metric, title = METRICS["open_amount"], context.say(OPEN_NAME)
    for one in (metric, METRICS["won_after_stage"]):
        absent = missing_panel(KEY, title, one, OPEN_WOULD, context)
        if absent:
            return absent
    until = period.end or context.today
    found = chances_by(until, context)
    if found is None:
        return nothing_panel(KEY, title, context)
    if not found.priced:
        return _unpriced(title, len(found.deals), context)
    deals, shock = found.deals, context.rule("shared_luck")
    sums = simulated(deals["chance"], deals["amount"], seed=SEED, shock=shock)
    low, middle, high = (float(q) for q in np.quantile(sums, [0.1, 0.5, 0.9]))
    whole, promised = float(deals["amount"].sum()), float(deals["promised"].sum())
    stated = "probability" in context.tables.present("deals")
    lang, unit = context.language, context.currency
    scale = money_scale(max(whole, 1.0))
    drill = Drill("open_amount", MappingProxyType({}), "total")
    rows = [(OPEN_SURE, low, False), (OPEN_LIKELY, middle, True), (OPEN_STRETCH, high, False)]
    if stated:
        rows.append((OPEN_PROMISED, promised, False))
    rows.append((OPEN_ALL, whole, False))
    bars = tuple(
        Bar(
            label=context.say(label),
            value=value,
            text=money(value, lang, unit, scale=scale),
            # Every bar is a reading of the same deals, and opens into them.
            drill=drill,
            accent=accent,
            strong=accent,
        )
        for label, value, accent in rows
    )
    parts = {
        "day": day(until, lang).rstrip("."),
        "low": bare(low, scale, context),
        "low_full": money(low, lang, unit, scale=scale),
        "high": money(high, lang, unit, scale=scale),
        "promised": money(promised, lang, unit, scale=scale),
        "priced": counts(found.priced, len(deals), lang),
    }
    fallback = context.say(OPEN_FALLBACK, n=number(found.by_age, lang)) if found.by_age else ""
    foot = context.say(OPEN_FOOT, draws=number(DRAWS, lang), shock=number(shock, lang, 1), fallback=fallback)
    unpriced = len(deals) - found.priced
    if unpriced:
        foot = f"{foot} {context.say(FOOT_UNPRICED, bare=counts(unpriced, len(deals), lang))}"
    said = OPEN_TITLE if stated else OPEN_TITLE_ALONE
    return Panel(
        KEY,
        context.say(OPEN_TITLE_PRICED if unpriced > UNPRICED_FROM * len(deals) else said, **parts),
        context.say(
            OPEN_SUBTITLE, deals=counted(len(deals), lang, DEALS), money=money(whole, lang, unit, scale=scale)
        ),
        Bars(bars),
        f"{foot} {context.as_of}",
    )


def _unpriced(title: str, n: int, context: Context) -> Panel:
    column = column_title("deals", "amount", context)
    why = context.say(OPEN_UNPRICED, n=number(n, context.language), column=column)
    return Panel(KEY, title, "", Empty(why, context.say(OPEN_WOULD), context.say(UPLOAD)))


@remembered
def curves(context: Context) -> dict[str, Incidence]:
    """Return the incidence of won and lost after each stage that enough deals have left; of all deals under `_`.

    All deals of the record count, whenever they were started; deals still open are followed as far as they go.
    """
    filters = replace(context.filters, period=Period())
    by = ("waited_days", "ending")
    found = METRICS["won_after_stage"].measure(context.tables, by=by, filters=filters)
    cases = found.assign(cases=found["n"] + found["open"])
    made = {}
    for stage, group in cases.groupby("stage"):
        ended = group.loc[group["ending"] != "open", "cases"].sum()
        if str(stage) == NO_STAGE or ended >= LEAST_ENDED:
            codes = group["ending"].map(CODES).astype("int64")
            made[str(stage)] = incidence(group["waited_days"].astype("float64"), codes, counts=group["cases"])
    return made


def chances_by(until: date, context: Context) -> OpenDeals | None:
    """Return the open deals under the filters with their chances; `None` when there is none or no record."""
    known = curves(context)
    rows = METRICS["open_amount"].rows(context.tables, context.filters, part="n")
    if rows.empty or NO_STAGE not in known:
        return None
    horizon = max((until - context.today).days, 0)
    stage = rows["stage"] if "stage" in rows else pd.Series("", index=rows.index)
    chance, by_age = np.zeros(len(rows)), 0
    for place, (name, waited, age) in enumerate(zip(stage, rows["_waited"], rows["_age"], strict=True)):
        curve = known.get(str(name)) if waited >= 0 else None
        by_age += curve is None
        own = _chance(curve, float(waited), horizon) if curve is not None else None
        chance[place] = own if own is not None else _chance(known[NO_STAGE], float(age), horizon) or 0.0
    deals = pd.DataFrame(
        {
            "amount": rows["_total"].to_numpy(dtype="float64"),
            "promised": rows["_promised"].to_numpy(dtype="float64"),
            "chance": np.clip(chance, 0.0, 1.0),
        }
    )
    priced = int(rows["amount"].notna().sum()) if "amount" in rows else 0
    return OpenDeals(deals, int(by_age), priced)


def _chance(curve: Incidence, waited: float, horizon: int) -> float | None:
    return curve.chance(1, waited, horizon)
