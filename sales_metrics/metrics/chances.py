"""What becomes of deals that stand at a stage: the record from which the chances of the open ones are taken."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .dimensions import available
from .in_force import last_day
from .kept import kept
from .kinds import Rate, Total
from .pace import followed
from .sources import COHORTS

ONLY = (*(name for name in available(("deals",)) if name != "stage"), "waited_days", "ending")
NO_STAGE = "_"
"""Stands for every deal where no entry into a stage is on record; its clock is the age of the deal."""

FOUR_DEALS = {
    "deals": """
        deal_id | stage    | outcome | created_on | closed_on  | amount
        1       | Won      | won     | 2026-03-01 | 2026-03-20 | 100
        2       | Lost     | lost    | 2026-03-01 | 2026-03-15 | 200
        3       | Proposal | open    | 2026-03-02 |            | 300
        4       | Contact  | open    | 2026-03-10 |            | 50
    """,
    "stage_log": """
        deal_id | stage    | entered_at
        1       | Contact  | 2026-03-01 09:00
        1       | Proposal | 2026-03-06 10:00
        2       | Contact  | 2026-03-01 09:00
        3       | Contact  | 2026-03-02 09:00
        3       | Proposal | 2026-03-16 12:00
        4       | Contact  | 2026-03-10 09:00
    """,
}


@metric(
    kind=Rate(),
    name=Text(
        ru="Выиграно побывавших на этапе", en="Won of those at the stage", bg="Спечелени от стигналите етапа"
    ),
    definition=Text(
        ru="Из сделок, которые побывали на этапе и уже закрыты, доля выигранных. Открытые не считаются, но по ним "
        "видно, сколько времени они ждут.",
        en="Of the deals that have been at the stage and are closed, the share won. Open ones do not count, but "
        "show how long they have waited.",
        bg="Какъв дял от приключените сделки, били на етапа, са спечелени. Отворените не се броят, но по тях личи "
        "колко време чакат.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("outcome", "created_on", "closed_on")},
    uses={"deals": ("deal_id",), "stage_log": ("deal_id", "stage", "entered_at")},
    dated_by="created_on",
    along={"stage": None},
    also=("open",),
    only=ONLY,
    source=COHORTS,
    example=Example(given=FOUR_DEALS, answer={"_": 1 / 2, "Contact": 1 / 2, "Proposal": 1.0}),
)
def won_after_stage(deals: ir.Table, stage_entries: ir.Table) -> ir.Table:
    """k = won, n = closed deals that were at the stage, `open` = those still open; `_` stands for all deals."""
    given = deals.drop("stage") if "stage" in deals.columns else deals
    facts = given.inner_join(stage_entries, "_key")
    over = facts.ending != "open"
    return facts.mutate(k=(facts.ending == "won").cast("int64"), n=over.cast("int64"), open=(~over).cast("int64"))


@metric(
    kind=Total(),
    name=Text(ru="Сумма открытых сделок", en="Amount of open deals", bg="Сума на отворените сделки"),
    definition=Text(
        ru="Сумма сделок, которые сейчас открыты; отложенные не считаются, сделка без суммы входит с нулём. Рядом "
        "– сколько дней сделка стоит на нынешнем этапе.",
        en="The amounts of the deals that are open now; parked ones are left out, a deal without an amount counts "
        "as nothing. Beside it, how many days each has stood at its present stage.",
        bg="Сумата на сделките, които сега са отворени; отложените не се броят, сделка без сума влиза с нула. До "
        "нея – колко дни сделката е на сегашния си етап.",
    ),
    unit=Unit.MONEY,
    better=Better.NEITHER,
    needs={"deals": ("outcome", "created_on")},
    uses={
        "deals": ("deal_id", "stage", "amount", "closed_on", "probability"),
        "stage_log": ("deal_id", "stage", "entered_at"),
    },
    dated_by="created_on",
    also=("waited", "age", "promised"),
    source=COHORTS,
    example=Example(given=FOUR_DEALS, answer=350.0),
)
def open_amount(deals: ir.Table, stage_entries: ir.Table, today: ir.Table) -> ir.Table:
    """total = the amount of each open deal; `waited` = days at its stage, `age` = days since its creation.

    `promised` is the amount times the chance that somebody typed in. Where the entry into the present stage is not
    on record, `waited` is -1.
    """
    last = last_day(today)
    given = deals.filter((deals.outcome == "open").fill_null(False), deals.created_on.notnull())
    here = stage_entries.select(_deal="_key", _at="stage", _waited="waited_days")
    found = given.left_join(here, [given["_key"] == here["_deal"], given.stage == here["_at"]])
    amount = found.amount.fill_null(0.0)
    return found.mutate(
        total=amount,
        n=1,
        waited=found["_waited"].fill_null(-1),
        age=ibis.greatest(last.delta(found.created_on, unit="day"), 0),
        promised=amount * found.probability.fill_null(0.0),
    )


@kept({"_key": "string", "stage": "string", "waited_days": "int64", "ending": "string"})
def stage_entries(deals: ir.Table, stage_log: ir.Table, today: ir.Table) -> ir.Table:
    """One row per deal and stage it has entered, and one under `_` per deal: days from then to its end or to today.

    The first entry counts. Entries after the end of the deal, and those without a moment, are left out.
    """
    whole = followed(deals, today)
    whole = whole.select("_key", "deal_id", "ending", "followed_days", "created_on")
    log = stage_log.filter(stage_log.deal_id.notnull(), stage_log.stage.notnull(), stage_log.entered_at.notnull())
    log = log.group_by(_deal="deal_id", _stage="stage").agg(first=log.entered_at.min().cast("date"))
    joined = whole.inner_join(log, whole.deal_id == log["_deal"])
    waited = joined.followed_days - joined["first"].delta(joined.created_on, unit="day")
    entered = joined.select("_key", stage="_stage", waited_days=waited.cast("int64"), ending="ending")
    entered = entered.filter(entered.waited_days >= 0)
    every = whole.select(
        "_key",
        stage=ibis.literal(NO_STAGE),
        waited_days=whole.followed_days.cast("int64"),
        ending="ending",
    )
    return entered.union(every)
