"""How deals end: won or lost, for how much, and after how long."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .kinds import Mean, Rate, Total
from .sources import PALM, VELOCITY

MARCH = {
    "deals": """
        deal_id | outcome | amount | created_on | closed_on
        1       | won     | 900    | 2026-03-01 | 2026-03-11
        2       | won     | 300    | 2026-02-01 | 2026-03-03
        3       | won     | 600    | 2026-03-10 | 2026-03-30
        4       | lost    | 500    | 2026-02-20 | 2026-03-20
        5       | lost    | 100    | 2026-03-05 | 2026-03-25
        6       | open    | 700    | 2026-03-05 |
        7       | parked  | 700    | 2026-03-05 | 2026-03-06
    """
}


@metric(
    kind=Rate(),
    name=Text(ru="Доля выигранных сделок", en="Win rate", bg="Дял на спечелените сделки"),
    definition=Text(
        ru="Выигранные среди закрытых: выигранные, делённые на выигранные и проигранные вместе. Открытые и "
        "отложенные сделки не считаются, месяц определяется датой закрытия.",
        en="Won among closed deals: won divided by won and lost together. Open and parked deals are left out; "
        "the month is that of the closing date.",
        bg="Спечелените сред приключените: спечелени, разделени на спечелени и загубени заедно. Отворените и "
        "отложените сделки не се броят; месецът е този на датата на приключване.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("outcome", "closed_on")},
    dated_by="closed_on",
    source=PALM,
    example=Example(given=MARCH, answer=0.6),
)
def win_rate(deals: ir.Table) -> ir.Table:
    """k = won, n = won + lost."""
    closed = deals.filter(deals.outcome.isin(["won", "lost"]))
    return closed.mutate(k=(closed.outcome == "won").cast("int64"), n=1)


@metric(
    kind=Mean(),
    name=Text(ru="Средняя выигранная сделка", en="Average won deal", bg="Средна спечелена сделка"),
    definition=Text(
        ru="Средняя сумма выигранных сделок; сделки без суммы не считаются. Месяц определяется датой закрытия.",
        en="The mean amount of won deals; deals without an amount are left out. The month is that of the closing "
        "date.",
        bg="Средната сума на спечелените сделки; сделките без сума не се броят. Месецът е този на датата на "
        "приключване.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs={"deals": ("outcome", "amount", "closed_on")},
    dated_by="closed_on",
    source=PALM,
    example=Example(given=MARCH, answer=600.0),
)
def average_won_deal(deals: ir.Table) -> ir.Table:
    """total = the amount of each won deal."""
    won = deals.filter(deals.outcome == "won")
    return won.mutate(total=won.amount)


@metric(
    kind=Total(),
    name=Text(ru="Сумма выигранных сделок", en="Won amount", bg="Сума на спечелените сделки"),
    definition=Text(
        ru="Сумма всех выигранных сделок по дате закрытия; сделка без суммы входит с нулём.",
        en="The amounts of all won deals, by the closing date; a deal without an amount counts as nothing.",
        bg="Сумата на всички спечелени сделки по дата на приключване; сделка без сума влиза с нула.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs={"deals": ("outcome", "amount", "closed_on")},
    dated_by="closed_on",
    source=PALM,
    example=Example(given=MARCH, answer=1800.0),
)
def won_amount(deals: ir.Table) -> ir.Table:
    """total = the amount of each won deal, n = won deals."""
    won = deals.filter(deals.outcome == "won")
    return won.mutate(total=won.amount.fill_null(0.0))


@metric(
    kind=Mean(),
    name=Text(ru="Длительность сделки", en="Sales cycle", bg="Продължителност на сделката"),
    definition=Text(
        ru="Сколько дней в среднем проходит от создания до закрытия выигранной сделки. Сделки, закрытые раньше, "
        "чем созданы, в среднее не входят, но показаны числом.",
        en="How many days pass on average from the creation of a won deal to its closing. Deals closed before "
        "they were created are left out of the mean and counted beside it.",
        bg="Колко дни средно минават от създаването до приключването на спечелена сделка. Сделките, приключени "
        "преди да са създадени, не влизат в средното, а се показват отделно като брой.",
    ),
    unit=Unit.DAYS,
    better=Better.LOWER,
    needs={"deals": ("outcome", "created_on", "closed_on")},
    dated_by="closed_on",
    also=("negative",),
    source=VELOCITY,
    example=Example(given=MARCH, answer=20.0),
)
def sales_cycle(deals: ir.Table) -> ir.Table:
    """total = days from creation to closing of each won deal; `negative` marks impossible ones."""
    won = deals.filter(deals.outcome == "won")
    days = won.closed_on.delta(won.created_on, unit="day")
    return won.mutate(
        total=ibis.ifelse(days >= 0, days, ibis.null("int64")),
        negative=(days < 0).fill_null(False).cast("int64"),
    )
