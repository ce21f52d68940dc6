"""The funnel: how far deals get, and where they stop."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.stages import CREATED
from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .kept import kept
from .kinds import Rate, Total
from .sources import BOOK

NEEDS = {"deals": ("outcome", "created_on")}
USES = {"deals": ("deal_id", "stage", "lost_stage", "amount"), "stage_log": ("deal_id", "stage")}


FIVE_DEALS = {
    "deals": """
        deal_id | stage    | outcome | created_on | lost_stage | amount
        1       | Won      | won     | 2026-03-02 |            | 100
        2       | Proposal | open    | 2026-03-03 |            | 50
        3       | Contact  | open    | 2026-03-04 |            | 30
        4       | Lost     | lost    | 2026-03-05 | Proposal   | 20
        5       | Lost     | lost    | 2026-03-06 |            | 10
    """
}


@metric(
    kind=Total(),
    name=Text(ru="Дошли до этапа", en="Deals that reached the stage", bg="Достигнали етапа"),
    definition=Text(
        ru="Сколько сделок побывало на этапе. Каждая сделка считается на этапе один раз; проигранная остаётся на "
        "тех этапах, которые прошла, выигранная прошла все. Если неизвестно, где сделка проиграна, она "
        "считается только на первом этапе.",
        en="How many deals have been at the stage. A deal counts once per stage; a lost one stays in the stages "
        "it passed, a won one passed them all. Where it is unknown at which stage a deal was lost, it counts "
        "at the first stage only.",
        bg="Колко сделки са били на етапа. Всяка сделка се брои по веднъж на етап; загубената остава в етапите, "
        "през които е минала, спечелената е минала през всички. Ако не е известно къде е загубена сделката, "
        "тя се брои само на първия етап.",
    ),
    unit=Unit.COUNT,
    better=Better.HIGHER,
    needs=NEEDS,
    uses=USES,
    dated_by="created_on",
    along={"stage": "position"},
    also=("amount", "assumed"),
    source=BOOK,
    example=Example(given=FIVE_DEALS, answer={"Contact": 5, "Proposal": 3, "Won": 1}),
)
def stage_reached(placed_deals: ir.Table, stages: ir.Table) -> ir.Table:
    """One fact per deal and stage it reached; `assumed` marks deals of which only the creation is known."""
    return _reached(placed_deals, _steps(stages)).mutate(total=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Конверсия в следующий этап", en="Conversion to the next stage", bg="Конверсия към следващия етап"
    ),
    definition=Text(
        ru="Из сделок, дошедших до этапа, доля тех, что дошли и до следующего. Остальные либо проиграны на этом "
        "этапе, либо ещё стоят на нём.",
        en="Of the deals that reached the stage, the share that reached the next one as well. The rest were "
        "either lost there or are still standing there.",
        bg="Каква част от сделките, достигнали етапа, са стигнали и до следващия. Останалите или са загубени на "
        "този етап, или още са на него.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=NEEDS,
    uses=USES,
    dated_by="created_on",
    along={"stage": "position"},
    also=("lost", "open", "assumed"),
    source=BOOK,
    example=Example(given=FIVE_DEALS, answer={"Contact": 3 / 5, "Proposal": 1 / 3}),
)
def step_conversion(placed_deals: ir.Table, stages: ir.Table) -> ir.Table:
    """k = went on to the next stage, n = reached this one; n = k + lost + open. The last stage has no next."""
    steps = _steps(stages)
    last = steps.agg(last=steps.position.max()).as_scalar()
    facts = _reached(placed_deals, steps.filter(steps.position < last))
    onward = facts.furthest > facts.position
    lost = (facts.outcome == "lost").fill_null(False)
    return facts.mutate(
        k=onward.cast("int64"),
        n=1,
        lost=(~onward & lost).cast("int64"),
        open=(~onward & ~lost).cast("int64"),
    )


@metric(
    kind=Rate(),
    name=Text(ru="Конверсия в договор", en="Conversion to contract", bg="Конверсия към договор"),
    definition=Text(
        ru="Из всех начатых сделок доля уже выигранных. Открытые сделки остаются в знаменателе и ещё могут "
        "быть выиграны, поэтому у недавно начатых доля ниже, чем будет в итоге.",
        en="Of all deals started, the share won so far. Open deals stay in the denominator and may still win, so "
        "for deals started recently the share is lower than it will end up.",
        bg="Какъв дял от всички започнати сделки вече е спечелен. Отворените остават в знаменателя и още могат да "
        "бъдат спечелени, затова при скоро започнатите делът е по-нисък, отколкото ще бъде накрая.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs={"deals": ("outcome", "created_on")},
    dated_by="created_on",
    source=BOOK,
    example=Example(given=FIVE_DEALS, answer=1 / 5),
)
def conversion(deals: ir.Table) -> ir.Table:
    """k = won, n = 1 for every deal started."""
    return deals.mutate(k=(deals.outcome == "won").fill_null(False).cast("int64"), n=1)


def _reached(deals: ir.Table, steps: ir.Table) -> ir.Table:
    deals = deals.rename(current="stage")
    facts = deals.inner_join(steps, deals.furthest >= steps.position)
    assumed = facts.unknown & (facts.position == 1) & (facts.stage != CREATED)
    return facts.mutate(assumed=assumed.cast("int64"))


@kept({"furthest": "int64", "unknown": "boolean"}, rows_of="deals")
def placed_deals(deals: ir.Table, stages: ir.Table, stage_log: ir.Table) -> ir.Table:
    """Each deal with the position of its furthest stage, and whether that is only assumed to be the first."""
    steps = _steps(stages)
    here = steps.select(_here="stage", here="position")
    died = steps.select(_died="stage", died="position")
    logged = stage_log.inner_join(steps, "stage")
    logged = logged.group_by(_logged="deal_id").agg(logged=logged.position.max())
    deals = deals.left_join(here, deals.stage == here["_here"])
    deals = deals.left_join(died, deals.lost_stage == died["_died"])
    deals = deals.left_join(logged, deals.deal_id == logged["_logged"])
    lost = (deals.outcome == "lost").fill_null(False)
    known = ibis.ifelse(
        lost, ibis.coalesce(deals.died, deals.logged, deals.here), ibis.coalesce(deals.here, deals.logged)
    )
    last = steps.agg(last=steps.position.max()).as_scalar()
    furthest = ibis.ifelse((deals.outcome == "won").fill_null(False), last, known)
    return deals.mutate(furthest=furthest.fill_null(1), unknown=furthest.isnull())


def _steps(stages: ir.Table) -> ir.Table:
    return stages.filter(stages.outcome.isin(["open", "won"])).select(
        "stage", position=stages.position.cast("int64")
    )
