"""Conversion of deals that were started together: after a set time, and as far as each has been followed."""

from __future__ import annotations

from typing import Final

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .dimensions import available
from .in_force import last_day
from .kinds import Rate
from .pace import followed
from .sources import COHORTS

NEEDS = {"deals": ("outcome", "created_on", "closed_on")}
ONLY = (*available(("deals",)), "followed_days")
AGES: Final = (7, 14, 30, 60, 90, 120, 180, 270, 365, 540, 730, 1095)
"""The ages at which it is counted how many deals are still followed."""

SIX_DEALS = {
    "deals": """
        deal_id | outcome | created_on | closed_on
        1       | won     | 2026-03-01 | 2026-03-11
        2       | won     | 2026-03-01 | 2026-05-30
        3       | lost    | 2026-03-01 | 2026-03-09
        4       | open    | 2026-03-03 |
        5       | open    | 2026-05-20 |
        6       | won     | 2026-05-21 | 2026-05-25
    """
}
"""The data end on 30 May: three won after 10, 90 and 4 days, one lost after 8, two open for 88 and 10 days."""


@metric(
    kind=Rate(),
    name=Text(ru="Конверсия за равный срок", en="Conversion within the window", bg="Конверсия в еднакъв срок"),
    definition=Text(
        ru="Из сделок, начатых так давно, что у каждой прошёл весь срок, доля выигранных за этот срок. Срок – за "
        "сколько дней были выиграны девять из десяти выигранных сделок, но не меньше 30; его можно задать.",
        en="Of the deals started long enough ago for each to have had the whole window, the share won within it. "
        "The window is the number of days in which nine in ten of the won deals were won, 30 at least; it can be "
        "set.",
        bg="От сделките, започнати толкова отдавна, че за всяка е минал целият срок, делът на спечелените в него. "
        "Срокът е за колко дни са спечелени девет от десет спечелени сделки, но поне 30; може да се зададе.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=NEEDS,
    dated_by="created_on",
    source=COHORTS,
    # Nine in ten of three wins are all three, so the window is 90 days, which only three deals have had.
    example=Example(given=SIX_DEALS, answer=2 / 3),
)
def window_conversion(deals: ir.Table, winning_pace: ir.Table, today: ir.Table) -> ir.Table:
    """k = won within the window, n = deals started at least a window ago, whatever became of them."""
    given = followed(deals, today).cross_join(winning_pace)
    had = last_day(today).delta(given.created_on, unit="day")
    won = (given.ending == "won") & (given.followed_days <= given.window)
    return given.filter(had >= given.window).mutate(k=won.cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Выиграно из прослеженных сделок", en="Won of the deals followed", bg="Спечелени от проследените сделки"
    ),
    definition=Text(
        ru="Сколько начатых сделок уже выиграно, сколько проиграно и сколько ещё открыто; каждая прослежена от "
        "создания до закрытия или до конца данных. Отложенные считаются открытыми.",
        en="How many of the deals started are won so far, how many lost and how many still open; each is followed "
        "from its creation to its closing or to the end of the data. Parked ones count as open.",
        bg="Колко от започнатите сделки вече са спечелени, колко загубени и колко още отворени; всяка е проследена "
        "от създаването до приключването или до края на данните. Отложените се броят за отворени.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=NEEDS,
    dated_by="created_on",
    also=("lost", "open"),
    only=ONLY,
    source=COHORTS,
    example=Example(given=SIX_DEALS, answer=0.5),
)
def followed_deals(deals: ir.Table, today: ir.Table) -> ir.Table:
    """k = won, n = 1, `lost` and `open` for every deal; `followed_days` says how long it was watched."""
    given = followed(deals, today)
    ends = {name: (given.ending == code).cast("int64") for name, code in (("k", "won"), ("lost", "lost"))}
    return given.mutate(**ends, open=(given.ending == "open").cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Выиграно к возрасту сделки", en="Won by the age of the deal", bg="Спечелени до дадена възраст"),
    definition=Text(
        ru="Сколько начатых сделок было выиграно не позже, чем через столько дней, сколько проиграно и сколько к "
        "этому дню ещё прослеживалось. Открытые остаются в знаменателе.",
        en="How many of the deals started were won no later than so many days after, how many lost, and how many "
        "were still being followed on that day. Open ones stay in the denominator.",
        bg="Колко от започнатите сделки са спечелени не по-късно от толкова дни, колко са загубени и колко още са "
        "се проследявали към този ден. Отворените остават в знаменателя.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=NEEDS,
    dated_by="created_on",
    along={"deal_age": None},
    also=("lost", "at_risk"),
    source=COHORTS,
    example=Example(
        given=SIX_DEALS,
        answer={age: 1 / 6 if age == 7 else 2 / 6 if age < 90 else 3 / 6 for age in AGES},
    ),
)
def won_by_age(deals: ir.Table, today: ir.Table) -> ir.Table:
    """One fact per deal and age: k = won by then, `lost` likewise, `at_risk` = followed at least so long."""
    given = followed(deals, today)
    facts = given.cross_join(_ages())
    ended = facts.followed_days <= facts.deal_age
    return facts.mutate(
        k=((facts.ending == "won") & ended).cast("int64"),
        n=1,
        lost=((facts.ending == "lost") & ended).cast("int64"),
        at_risk=(facts.followed_days >= facts.deal_age).cast("int64"),
    )


def _ages() -> ir.Table:
    # Spelt out in the query: a table in memory would have to be made known to every engine first.
    ages: ir.ArrayValue = ibis.literal(list(AGES), type="array<int64>")
    return ages.unnest().name("deal_age").as_table()
