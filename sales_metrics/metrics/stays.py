"""How long deals stay in a stage, and which open ones have stayed for too long."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .dimensions import available
from .in_force import last_day
from .kept import kept
from .kinds import Rate
from .pace import ENDED, followed, limits_of
from .sources import COHORTS, STAYS

ONLY = (*(name for name in available(("deals",)) if name != "stage"), "stay_days")
DEALS = ("outcome", "created_on", "closed_on")
ROUND_TRIP = {
    "deals": """
        deal_id | stage    | outcome | created_on | closed_on
        1       | Won      | won     | 2026-03-02 | 2026-03-20
        2       | Proposal | open    | 2026-03-02 |
        3       | Contact  | open    | 2026-03-10 |
    """,
    "stage_log": """
        deal_id | stage    | entered_at
        1       | Contact  | 2026-03-02 09:00
        1       | Proposal | 2026-03-06 10:00
        2       | Contact  | 2026-03-02 09:00
        2       | Proposal | 2026-03-16 12:00
        3       | Contact  | 2026-03-10 09:00
    """,
}
"""Deals 1 and 2 have left Contact, deal 3 has not; deal 1 has left Proposal by being won."""


@metric(
    kind=Rate(),
    name=Text(ru="Вышли из стадии", en="Stays in a stage that are over", bg="Излезли от етапа"),
    definition=Text(
        ru="Сколько раз сделки входили в стадию и сколько из этих пребываний закончилось: сделка перешла в другую "
        "стадию или закрылась. Возвращение считается новым пребыванием. Время в стадии выводится отсюда.",
        en="How many times deals entered the stage, and how many of these stays are over: the deal moved to "
        "another stage or closed. Coming back is a new stay. The time in the stage follows from it.",
        bg="Колко пъти сделки са влизали в етапа и колко от тези престои са приключили: сделката е минала в друг "
        "етап или е приключила. Връщането е нов престой. Оттук следва времето в етапа.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("deal_id", "outcome", "created_on"), "stage_log": ("deal_id", "stage", "entered_at")},
    uses={"deals": ("closed_on",)},
    dated_by="created_on",
    along={"stage": "position"},
    only=ONLY,
    source=STAYS,
    example=Example(given=ROUND_TRIP, answer={"Contact": 2 / 3, "Proposal": 1 / 2}),
)
def stage_stays(deals: ir.Table, stays: ir.Table) -> ir.Table:
    """k = the stay is over, n = 1 for every stay; `stay_days` is how long it has lasted."""
    given = deals.drop("stage") if "stage" in deals.columns else deals
    return given.inner_join(stays, "_key").mutate(n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Застрявшие сделки", en="Stuck deals", bg="Заседнали сделки"),
    definition=Text(
        ru="Открытые сделки, которые стоят на стадии дольше, чем девять из десяти сделок, потом выигранных. Где "
        "вход в стадию не записан, так же сравнивается возраст сделки.",
        en="Open deals that have stood at their stage for longer than nine in ten of the deals later won. Where "
        "the entry into the stage is not on record, the age of the deal is compared in the same way.",
        bg="Отворени сделки, които стоят на етапа по-дълго от девет от десет сделки, спечелени по-късно. Където "
        "влизането в етапа не е записано, по същия начин се сравнява възрастта на сделката.",
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    needs={"deals": DEALS},
    uses={"deals": ("amount",)},
    dated_by="created_on",
    also=("at_stake", "days", "most", "in_stage"),
    source=STAYS,
    example=Example(
        given={
            "deals": "deal_id | outcome | created_on | closed_on | amount\n"
            + "\n".join(f"{number} | won | 2026-03-01 | 2026-03-{number + 1:02} | 10" for number in range(1, 11))
            + "\n11 | open | 2026-02-25 | | 700\n12 | open | 2026-03-05 | | 300"
        },
        # Nine in ten were won within 9 days; on 11 March, when the data end, deal 11 is 14 days old, deal 12 six.
        answer=0.5,
    ),
)
def stuck_deals(deals: ir.Table, standing: ir.Table) -> ir.Table:
    """k = stuck, n = open with a limit to be held against; the other parts are those of stuck deals alone."""
    judged = deals.inner_join(standing, "_key")
    stuck = judged.stood > judged.most
    return judged.mutate(
        k=stuck.cast("int64"),
        n=1,
        at_stake=ibis.ifelse(stuck, judged.amount.fill_null(0.0), 0.0),
        days=ibis.ifelse(stuck, judged.stood, 0),
        most=ibis.ifelse(stuck, judged.most, 0),
        in_stage=(stuck & judged.by_stage).cast("int64"),
    )


@metric(
    kind=Rate(),
    name=Text(ru="Сомнительно открытые сделки", en="Open deals in doubt", bg="Съмнително отворени сделки"),
    definition=Text(
        ru="Доля открытых сделок старше, чем девятнадцать из двадцати выигранных при выигрыше: часть из них, "
        "возможно, давно проиграна, но не закрыта.",
        en="The share of open deals that are older than nineteen in twenty of the won ones were on the day they "
        "were won: some of these may have been lost long ago without being closed.",
        bg="Дялът на отворените сделки, по-стари от деветнадесет от двадесет спечелени в деня на спечелването: "
        "част от тях може отдавна да са загубени, но не са приключени.",
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    needs={"deals": DEALS},
    dated_by="created_on",
    source=COHORTS,
    example=Example(
        given={
            "deals": "deal_id | outcome | created_on | closed_on\n"
            + "\n".join(f"{number} | won | 2026-03-01 | 2026-03-{number + 1:02}" for number in range(1, 11))
            + "\n11 | open | 2026-02-25 |\n12 | open | 2026-03-05 |\n13 | open | 2026-03-06 |"
        },
        answer=1 / 3,
    ),
)
def stale_deals(deals: ir.Table, winning_pace: ir.Table, today: ir.Table) -> ir.Table:
    """k = older than nearly all won deals were, n = open deals, where there is such a limit."""
    given = followed(deals, today).cross_join(winning_pace)
    given = given.filter(given.ending == "open", given.stale_after.notnull())
    given = given.filter(given.outcome.fill_null("open") == "open")
    return given.mutate(k=(given.followed_days > given.stale_after).cast("int64"), n=1)


@kept({"_key": "string", "stage": "string", "position": "int64", "stay_days": "int64", "k": "int64"})
def stays(deals: ir.Table, stage_log: ir.Table, stages: ir.Table, today: ir.Table) -> ir.Table:
    """One row per stay of a deal in an open stage: `stage`, `position`, `stay_days`, k = it is over.

    A stay ends with the next entry into another stage, or with the closing of a deal that is won or lost; that of
    an open deal goes on until the data end, of a parked one at most until its closing day. Entries without a
    moment, and stays that would end before they began, are left out. Entries of one moment are taken in the order
    of the stages.
    """
    steps = stages.select(_name="stage", _place=stages.position.cast("int64"), _outcome="outcome")
    log = stage_log.filter(
        stage_log.entered_at.notnull(), stage_log.stage.notnull(), stage_log.deal_id.notnull()
    ).select(_deal="deal_id", _entered="stage", _at="entered_at")
    log = log.left_join(steps, log["_entered"] == steps["_name"]).drop("_name")
    order = ibis.window(
        group_by="_deal", order_by=[log["_at"], log["_place"].fill_null(1_000_000), log["_entered"]]
    )
    log = log.mutate(_before=log["_entered"].lag().over(order))
    log = log.filter(log["_before"].isnull() | (log["_before"] != log["_entered"]))
    order = ibis.window(
        group_by="_deal", order_by=[log["_at"], log["_place"].fill_null(1_000_000), log["_entered"]]
    )
    log = log.mutate(_next=log["_at"].lead().over(order).cast("date"), _on=log["_at"].cast("date"))
    log = log.filter(log["_outcome"] == "open")
    given = deals.drop("stage") if "stage" in deals.columns else deals
    found = given.inner_join(log, given.deal_id == log["_deal"])
    last = last_day(today)
    closed = found.outcome.isin(ENDED).fill_null(False)
    parked = (found.outcome == "parked").fill_null(False)
    over = found["_next"].notnull() | closed
    until = ibis.cases(
        (found["_next"].notnull(), found["_next"]),
        (closed, found.closed_on),
        (parked, found.closed_on.coalesce(last)),
        else_=last,
    )
    found = found.mutate(
        stage=found["_entered"],
        position=found["_place"],
        stay_days=until.delta(found["_on"], unit="day"),
        k=over.cast("int64"),
    )
    return found.filter(found.stay_days >= 0)


@kept({"_key": "string", "stood": "int64", "most": "int64", "by_stage": "boolean"})
def standing(deals: ir.Table, stays: ir.Table, today: ir.Table, rules: ir.Table) -> ir.Table:
    """How long each open deal has stood, and the limit for it: of its stage where that is known, or of the deal."""
    every = stays.inner_join(deals.select("_key", "outcome"), "_key")
    by_stage = limits_of(
        every.filter(every.outcome == "won", every.k == 1).select(_stage="stage", days="stay_days"), rules
    )
    whole = followed(deals, today)
    won = whole.filter(whole.ending == "won").select(_stage=ibis.literal("_"), days="followed_days")
    of_deals = limits_of(won, rules).agg(of_deal=ibis._.most.max())
    current = every.filter(every.k == 0)
    current = current.select(_deal="_key", _stage="stage", stay="stay_days")
    opened = whole.filter(whole.outcome.fill_null("open") == "open").select(
        "_key", age="followed_days", _named="stage"
    )
    joined = opened.left_join(current, opened["_key"] == current["_deal"])
    joined = joined.left_join(by_stage, joined["_stage"] == by_stage["_stage"]).cross_join(of_deals)
    same = joined["_named"].isnull() | (joined["_named"] == joined["_stage"])
    known = joined.stay.notnull() & joined.most.notnull() & same.fill_null(False)
    found = joined.select(
        "_key",
        stood=ibis.ifelse(known, joined.stay, joined.age),
        most=ibis.ifelse(known, joined.most, joined.of_deal),
        by_stage=known,
    )
    return found.filter(found.most.notnull())
