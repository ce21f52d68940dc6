"""The funnel: how far deals get, and where they stop."""

from __future__ import annotations

import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .kinds import Rate, Total
from .placed import parted, reached, steps_of
from .sources import BOOK

NEEDS = {"deals": ("outcome", "created_on")}
CLOSED = {"deals": ("outcome", "closed_on")}
USES = {"deals": ("deal_id", "stage", "lost_stage", "amount"), "stage_log": ("deal_id", "stage")}


FIVE_DEALS = {
    "deals": """
        deal_id | stage    | outcome | created_on | closed_on  | lost_stage | amount
        1       | Won      | won     | 2026-03-02 | 2026-03-20 |            | 100
        2       | Proposal | open    | 2026-03-03 |            |            | 50
        3       | Contact  | open    | 2026-03-04 |            |            | 30
        4       | Lost     | lost    | 2026-03-05 | 2026-03-25 | Proposal   | 20
        5       | Lost     | lost    | 2026-03-06 | 2026-03-26 |            | 10
    """
}


@metric(
    kind=Total(),
    name=Text(ru="Дошли до этапа", en="Deals that reached the stage", bg="Достигнали етапа"),
    definition=Text(
        ru="Сколько сделок побывало на этапе. Каждая сделка считается на этапе один раз, до самого дальнего из "
        "достигнутых: пропущенный этап считается пройденным, возврат назад ничего не отнимает. Проигранная "
        "остаётся на этапах, пройденных до отказа, выигранная прошла все до договора. Если неизвестно, где сделка "
        "проиграна, она считается только на первом этапе.",
        en="How many deals have been at the stage. A deal counts once per stage, up to the furthest it reached: a "
        "stage it skipped counts as passed, and coming back takes nothing away. A lost one stays in the stages "
        "passed before the refusal, a won one passed all up to the contract. Where it is unknown at which stage a "
        "deal was lost, it counts at the first stage only.",
        bg="Колко сделки са били на етапа. Всяка сделка се брои по веднъж на етап, до най-далечния достигнат: "
        "прескочен етап се смята за изминат, връщането назад не отнема нищо. Загубената остава в етапите, "
        "изминати преди отказа, спечелената е минала през всички до договора. Ако не е известно къде е загубена "
        "сделката, тя се брои само на първия етап.",
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
    return reached(placed_deals, steps_of(stages)).mutate(total=1)


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
    return _onward(placed_deals, stages)


@metric(
    kind=Rate(),
    name=Text(ru="Прошли этап", en="Passed the stage", bg="Преминали етапа"),
    definition=Text(
        ru="Из сделок, которые уже покинули этап, доля прошедших дальше; остальные проиграны на нём. Сделки, "
        "которые ещё стоят на этапе, не считаются, поэтому молодые сделки никого не портят.",
        en="Of the deals that have left the stage, the share that went further; the rest were lost there. Deals "
        "still standing there are left out, so young deals make nobody look worse.",
        bg="Каква част от сделките, които вече са напуснали етапа, са продължили; останалите са загубени на него. "
        "Сделките, които още са на етапа, не се броят, затова новите сделки не влошават ничий резултат.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=NEEDS,
    uses=USES,
    dated_by="created_on",
    along={"stage": "position"},
    source=BOOK,
    example=Example(given=FIVE_DEALS, answer={"Contact": 3 / 4, "Proposal": 1 / 2}),
)
def stage_passed(placed_deals: ir.Table, stages: ir.Table) -> ir.Table:
    """k = went on to the next stage, n = went on or was lost here."""
    facts = _onward(placed_deals, stages)
    return facts.filter((facts.k + facts.lost) > 0)


@metric(
    kind=Total(),
    name=Text(ru="Закрытые сделки по этапам", en="Closed deals by stage reached", bg="Приключени сделки по етапи"),
    definition=Text(
        ru="Сколько из закрытых сделок, выигранных и проигранных, побывало на этапе. Месяц определяется датой "
        "закрытия, открытых сделок здесь нет.",
        en="How many of the closed deals, won and lost, have been at the stage. The month is that of the closing "
        "date; open deals are left out.",
        bg="Колко от приключените сделки, спечелени и загубени, са били на етапа. Месецът е този на датата на "
        "приключване; отворени сделки тук няма.",
    ),
    unit=Unit.COUNT,
    better=Better.HIGHER,
    needs=CLOSED,
    uses=USES,
    dated_by="closed_on",
    along={"stage": "position"},
    also=("amount", "assumed"),
    source=BOOK,
    example=Example(given=FIVE_DEALS, answer={"Contact": 3, "Proposal": 2, "Won": 1}),
)
def closed_stage_reached(placed_deals: ir.Table, stages: ir.Table) -> ir.Table:
    """One fact per closed deal and stage it reached."""
    closed = placed_deals.filter(placed_deals.outcome.isin(["won", "lost"]))
    return reached(closed, steps_of(stages)).mutate(total=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Прошли этап, по закрытым сделкам",
        en="Passed the stage, of closed deals",
        bg="Преминали етапа, от приключените сделки",
    ),
    definition=Text(
        ru="Из закрытых сделок, дошедших до этапа, доля прошедших дальше; остальные на нём проиграны. Месяц "
        "определяется датой закрытия.",
        en="Of the closed deals that reached the stage, the share that went further; the rest were lost there. "
        "The month is that of the closing date.",
        bg="Каква част от приключените сделки, достигнали етапа, са продължили; останалите са загубени на него. "
        "Месецът е този на датата на приключване.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=CLOSED,
    uses=USES,
    dated_by="closed_on",
    along={"stage": "position"},
    also=("lost", "open", "assumed"),
    source=BOOK,
    example=Example(given=FIVE_DEALS, answer={"Contact": 2 / 3, "Proposal": 1 / 2}),
)
def closed_stage_passed(placed_deals: ir.Table, stages: ir.Table) -> ir.Table:
    """k = went on to the next stage, n = closed and reached this one, so n = k + lost; `open` is 0 but for won
    deals that stand at a stage behind the contract.
    """
    closed = placed_deals.filter(placed_deals.outcome.isin(["won", "lost"]))
    return _onward(closed, stages)


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


def _onward(deals: ir.Table, stages: ir.Table) -> ir.Table:
    steps = steps_of(stages)
    last = steps.agg(last=steps.position.max()).as_scalar()
    facts = reached(deals, steps.filter(steps.position < last))
    return parted(facts, facts.furthest > facts.position)
