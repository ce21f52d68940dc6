"""How many deals are won, and how many lost, as they grow older, with those still open counted honestly."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

import numpy as np
import pandas as pd

from ..metrics import METRICS
from ..metrics.cohorts import AGES
from ..model.panel import Bar, Bars, Curve, Curves, Drill, Level, Panel, Watched
from ..model.text import Text
from ..statistics.incidence import Incidence, incidence
from ..text.numbers import number, percent
from ..text.plural import DAYS, counted
from .context import BY_CREATION, Context
from .missing import missing_panel, nothing_panel

KEY: Final = "pipeline.curves"
WON, LOST = 1, 2
LEAST_AT_RISK: Final = 10
LEAST_DEALS: Final = 20
LEAST_WINS: Final = 5
NAME: Final = Text(ru="Чем кончаются сделки", en="What becomes of deals", bg="Какво става със сделките")
WOULD_SHOW: Final = Text(
    ru="Здесь будет видно, какая часть сделок выигрывается и проигрывается к каждому дню после начала.",
    en="You would see what share of deals is won and lost by each day after their start.",
    bg="Тук ще се вижда каква част от сделките се печели и губи до всеки ден след началото.",
)
TITLE: Final = Text(
    ru="{share} сделок выигрывают за {day}, половину из них – за {half}",
    en="{share} of deals are won within {day}, half of these within {half}",
    bg="{share} от сделките се печелят до {day}, половината от тях – до {half}",
)
FEW: Final = Text(
    ru="Для кривой мало: сделок {n}, из них выиграно {won}",
    en="Too few for a curve: {n} deals, {won} of them won",
    bg="За крива са малко: сделки {n}, от тях спечелени {won}",
)
SUBTITLE: Final = Text(
    ru="Доля начатых сделок по дням от создания, {date}, {period}",
    en="Share of the deals started, by days since creation, {date}, {period}",
    bg="Дял на започнатите сделки по дни от създаването, {date}, {period}",
)
WON_BY: Final = Text(ru="выиграно {share} за {day}", en="won {share} within {day}", bg="спечелени {share} до {day}")
LOST_BY: Final = Text(ru="проиграно {share}", en="lost {share}", bg="загубени {share}")
OPEN_STILL: Final = Text(
    ru="ещё открыты, в конце {share}", en="still open, {share} at the end", bg="още отворени, накрая {share}"
)
WON_COUNT: Final = Text(ru="Выиграно", en="Won", bg="Спечелени")
LOST_COUNT: Final = Text(ru="Проиграно", en="Lost", bg="Загубени")
OPEN_COUNT: Final = Text(ru="Ещё открыто", en="Still open", bg="Още отворени")
AXIS: Final = Text(ru="дней от создания", en="days since creation", bg="дни от създаването")
WATCHED: Final = Text(ru="ещё наблюдаем", en="still followed", bg="още проследявани")
ADVICE: Final = Text(
    ru="Сделку, которая через {age} ещё открыта, за следующие {within} выигрывают в {chance} случаев.",
    en="A deal that is still open after {age} is won within the next {within} in {chance} of cases.",
    bg="Сделка, която след {age} още е отворена, се печели през следващите {within} в {chance} от случаите.",
)
FOOT: Final = Text(
    ru="Снизу доля выигранных, сверху доля проигранных, между ними ещё открытые; полосы – 95 % интервалы. Открытая "
    "сделка учтена столько дней, сколько её видно (Аален и Йохансен). Кривые кончаются последней закрытой "
    "сделкой, пока прослеживалось не меньше {n}.",
    en="From below the share won, from above the share lost, between them those still open; bands are 95% "
    "intervals. An open deal counts for as many days as it has been seen (Aalen and Johansen). The curves end "
    "with the last deal to close while at least {n} were followed.",
    bg="Отдолу е делът на спечелените, отгоре на загубените, между тях са още отворените; ивиците са 95% "
    "интервали. Отворена сделка се брои толкова дни, колкото се вижда (Аален и Йохансен). Кривите свършват с "
    "последната приключена сделка, докато са били проследявани поне {n}.",
)


def curves_panel(context: Context) -> Panel:
    """Return the cumulative incidence of won and lost; only the counts where there are too few deals for it."""
    metric, title = METRICS["followed_deals"], context.say(NAME)
    absent = missing_panel(KEY, title, metric, WOULD_SHOW, context)
    if absent:
        return absent
    ends = ends_by_day(context)
    if ends.empty:
        return nothing_panel(KEY, title, context)
    deals, won = int(ends["n"].sum()), int(ends["k"].sum())
    found = growth_of(ends)
    until = end_of(found)
    subtitle = context.say(SUBTITLE, date=context.say(BY_CREATION), period=context.period)
    if deals < LEAST_DEALS or won < LEAST_WINS or until < 1:
        few = context.say(FEW, n=number(deals, context.language), won=number(won, context.language))
        return Panel(KEY, few, subtitle, _counts(ends, context), context.as_of)
    return Panel(
        key=KEY,
        title=_title(found, until, context),
        subtitle=subtitle,
        picture=_curves(found, until, deals, context),
        foot=f"{context.say(FOOT, n=number(LEAST_AT_RISK, context.language))} {context.as_of}",
        advice=_advice(found, until, context),
    )


def ends_by_day(context: Context) -> pd.DataFrame:
    """Return `followed_days`, n, k (won), `lost` and `open` of the deals under the filters."""
    metric = METRICS["followed_deals"]
    return metric.measure(context.tables, by=("followed_days",), filters=context.filters)


def growth_of(ends: pd.DataFrame, stale_after: int | None = None) -> Incidence:
    """Return the incidence of won and lost; with `stale_after`, open deals older than that count as lost then."""
    days = ends["followed_days"].to_numpy("float64")
    still = days
    cause = np.zeros(len(days), dtype=np.int64)
    if stale_after is not None:
        # Lost on the first day after the limit, as long as nobody knows better.
        cause = np.where(days > stale_after, LOST, 0)
        still = np.minimum(days, stale_after + 1)
    return incidence(
        np.concatenate([days, days, still]),
        np.concatenate([np.full(len(days), WON), np.full(len(days), LOST), cause]),
        counts=ends[["k", "lost", "open"]].to_numpy("float64").T.ravel(),
    )


def end_of(found: Incidence) -> float:
    """Return the age at which the curves end: the last end of a deal while enough were followed; -1 if none."""
    watched = found.at_risk >= LEAST_AT_RISK
    ended = np.diff(found.open, prepend=1.0) < 0
    times = found.times[watched & ended]
    return float(times[-1]) if len(times) else -1.0


def _curves(found: Incidence, until: float, deals: int, context: Context) -> Curves:
    language = context.language
    share = {cause: percent(found.at(until, cause), language) for cause in (WON, LOST)}
    day = counted(int(until), language, DAYS)
    low, high = found.bounds()

    def curve(cause: int, text: str, part: str) -> Curve:
        levels = [
            Level(float(age), float(value), *(None if np.isnan(end) else float(end) for end in ends))
            for age, value, *ends in zip(
                found.times, found.shares[cause - 1], low[cause - 1], high[cause - 1], strict=True
            )
            if age <= until
        ]
        return Curve(tuple(levels), text, Drill("followed_deals", part=part))

    return Curves(
        won=curve(WON, context.say(WON_BY, share=share[WON], day=day), "k"),
        lost=curve(LOST, context.say(LOST_BY, share=share[LOST]), "lost"),
        open_text=context.say(OPEN_STILL, share=percent(found.open_at(until), language)),
        open_drill=Drill("followed_deals", part="open"),
        watched=_watched(until, deals, context),
        until=until,
        words=MappingProxyType({"axis": context.say(AXIS), "watched": context.say(WATCHED)}),
    )


def _watched(until: float, deals: int, context: Context) -> tuple[Watched, ...]:
    ages = METRICS["won_by_age"].measure(context.tables, filters=context.filters)
    at_risk = dict(zip(ages["deal_age"], ages["at_risk"], strict=True))
    start = Watched(0, "0", number(deals, context.language), Drill("followed_deals"))
    return (
        start,
        *(
            Watched(
                age=float(age),
                label=number(age, context.language),
                text=number(at_risk[age], context.language),
                drill=Drill("won_by_age", MappingProxyType({"deal_age": str(age)}), "at_risk"),
            )
            for age in ages_until(until)
        ),
    )


def ages_until(until: float) -> list[int]:
    """Return at most three of the ages at which deals are counted, spread over the time until the curves end."""
    known = [age for age in AGES if age <= until]
    spread = [max((age for age in known if age <= until * third / 3), default=0) for third in (1, 2, 3)]
    apart = [age for place, age in enumerate(spread) if age and age not in spread[:place]]
    return [age for age in apart if age >= until / 8]


def _counts(ends: pd.DataFrame, context: Context) -> Bars:
    names = (("k", WON_COUNT), ("lost", LOST_COUNT), ("open", OPEN_COUNT))
    bars = [
        Bar(
            label=context.say(text),
            value=float(ends[part].sum()),
            text=number(float(ends[part].sum()), context.language),
            drill=Drill("followed_deals", part=part),
            accent=part == "k",
        )
        for part, text in names
    ]
    return Bars(tuple(bars))


def _title(found: Incidence, until: float, context: Context) -> str:
    share = found.at(until, WON)
    half = next(float(age) for age in found.times if found.at(float(age), WON) >= share / 2)
    return context.say(
        TITLE,
        share=percent(share, context.language),
        day=counted(int(until), context.language, DAYS),
        half=counted(int(half), context.language, DAYS),
    )


def _advice(found: Incidence, until: float, context: Context) -> tuple[str, ...]:
    said = []
    for age in ages_until(until):
        within = 30
        chance = found.chance(WON, age, within) if age + within <= until else None
        # Where nobody was won from, silence is better than a chance of nought.
        if chance:
            days = (counted(n, context.language, DAYS) for n in (age, within))
            parts = dict(zip(("age", "within"), days, strict=True))
            said.append(context.say(ADVICE, **parts, chance=percent(chance, context.language)))
    return tuple(said)
