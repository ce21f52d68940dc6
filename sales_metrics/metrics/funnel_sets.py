"""The funnel by a ready set of stages, and what the way of the deals through it rests on."""

from __future__ import annotations

import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .funnel import FIVE_DEALS, NEEDS, USES
from .kinds import Rate, Share, Total
from .placed import parted
from .sources import BOOK

ON_THE_WAY = {
    "deals": """
        deal_id | stage       | outcome | created_on
        1       | Proposal    | open    | 2026-03-02
        2       | Contact     | open    | 2026-03-02
        3       | Negotiation | open    | 2026-03-02
        4       | Won         | won     | 2026-03-02
        5       | Lost        | lost    | 2026-03-02
    """,
    "stage_log": """
        deal_id | stage       | entered_at
        1       | Contact     | 2026-03-02
        1       | Proposal    | 2026-03-05
        2       | Contact     | 2026-03-02
        2       | Proposal    | 2026-03-04
        2       | Contact     | 2026-03-09
        3       | Contact     | 2026-03-02
        3       | Negotiation | 2026-03-03
    """,
}


@metric(
    kind=Total(),
    name=Text(
        ru="Дошли до шага готового набора",
        en="Deals that reached the step of a ready set",
        bg="Достигнали стъпка от готов набор",
    ),
    definition=Text(
        ru="Сколько сделок побывало на шаге готового набора стадий. Шаг достигнут вместе с первой стадией "
        "компании, которая по смыслу означает его или более поздний шаг; шаги, которых стадии компании не "
        "отмечают, не видны.",
        en="How many deals have been at a step of a ready set of stages. A step is reached with the first stage of "
        "the company that means it or a later step; steps that the company’s stages do not record are not shown.",
        bg="Колко сделки са били на стъпка от готов набор етапи. Стъпката е достигната с първия етап на фирмата, "
        "който по смисъл означава нея или по-късна стъпка; стъпки, които етапите на фирмата не отбелязват, не се "
        "показват.",
    ),
    unit=Unit.COUNT,
    better=Better.HIGHER,
    needs=NEEDS,
    uses=USES,
    dated_by="created_on",
    along={"set_step": "place"},
    also=("amount",),
    source=BOOK,
    example=Example(
        given=FIVE_DEALS,
        answer={
            "full.01": 5,
            "full.08": 3,
            "full.15": 1,
            "short.01": 5,
            "short.04": 3,
            "short.06": 1,
        },
    ),
)
def set_step_reached(placed_deals: ir.Table, stage_sets: ir.Table) -> ir.Table:
    """One fact per deal and step it reached."""
    return _at_steps(placed_deals, stage_sets).mutate(total=1)


@metric(
    kind=Rate(),
    name=Text(
        ru="Конверсия между шагами готового набора",
        en="Conversion between steps of a ready set",
        bg="Конверсия между стъпките на готов набор",
    ),
    definition=Text(
        ru="Из сделок, дошедших до шага готового набора, доля дошедших и до следующего шага, который отмечают "
        "стадии компании. Остальные либо проиграны, либо ещё не пошли дальше.",
        en="Of the deals that reached a step of a ready set, the share that reached the next step recorded by the "
        "company’s stages as well. The rest were either lost or have not gone on yet.",
        bg="Каква част от сделките, достигнали стъпка от готов набор, са стигнали и до следващата стъпка, която "
        "етапите на фирмата отбелязват. Останалите или са загубени, или още не са продължили.",
    ),
    unit=Unit.SHARE,
    better=Better.HIGHER,
    needs=NEEDS,
    uses=USES,
    dated_by="created_on",
    along={"set_step": "place"},
    also=("lost", "open"),
    source=BOOK,
    example=Example(
        given=FIVE_DEALS,
        answer={"full.01": 3 / 5, "full.08": 1 / 3, "short.01": 3 / 5, "short.04": 1 / 3},
    ),
)
def set_step_conversion(placed_deals: ir.Table, stage_sets: ir.Table) -> ir.Table:
    """k = went on to the next step on record, n = reached this one; n = k + lost + open."""
    facts = _at_steps(placed_deals, stage_sets.filter(stage_sets.next_position.notnull()))
    return parted(facts, facts.furthest >= facts.next_position)


@metric(
    kind=Share(),
    name=Text(
        ru="На чём держится место сделки",
        en="What a deal’s place rests on",
        bg="На какво се крепи мястото на сделка",
    ),
    definition=Text(
        ru="Доля сделок, у которых пройденные этапы записаны в истории стадий, выведены из отличий между "
        "загрузками, известны лишь по нынешней стадии или стадии отказа, либо не известны вовсе и считается "
        "только первый этап.",
        en="The share of deals whose stages are recorded in a stage log, are inferred from what two uploads differ "
        "in, are known by the present stage or that of the refusal alone, or are not known, so that only the first "
        "stage is counted.",
        bg="Делът на сделките, чиито етапи са записани в история, изведени са от разликите между качванията, "
        "известни са само по сегашния етап или този на отказа, или не са известни и се брои само първият етап.",
    ),
    unit=Unit.SHARE,
    better=Better.NEITHER,
    needs=NEEDS,
    uses=USES,
    dated_by="created_on",
    along={"history": None},
    source=BOOK,
    example=Example(given=ON_THE_WAY, answer={"recorded": 3 / 5, "present": 1 / 5, "nothing": 1 / 5}),
)
def stage_history(placed_deals: ir.Table) -> ir.Table:
    """One fact per deal; `history` is "recorded", "inferred", "present" or "nothing"."""
    return placed_deals.mutate(n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Пропустили этап", en="Skipped a stage", bg="Прескочили етап"),
    definition=Text(
        ru="Из сделок с историей стадий доля тех, у которых в ней пропущен хотя бы один этап между первым и самым "
        "дальним. Пропущенный этап считается пройденным.",
        en="Of the deals with a stage log, the share in which at least one stage between the first and the "
        "furthest is not logged. A skipped stage counts as passed.",
        bg="Каква част от сделките с история на етапите нямат в нея поне един етап между първия и най-далечния. "
        "Прескоченият етап се смята за изминат.",
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    needs=NEEDS,
    uses=USES,
    dated_by="created_on",
    source=BOOK,
    example=Example(given=ON_THE_WAY, answer=1 / 3),
)
def stage_skipped(placed_deals: ir.Table) -> ir.Table:
    """k = a stage is skipped, n = has a log."""
    logged = placed_deals.filter(placed_deals.history.isin(["recorded", "inferred"]))
    return logged.mutate(k=logged.skipped.cast("int64"), n=1)


@metric(
    kind=Rate(),
    name=Text(ru="Вернулись на прежний этап", en="Came back to an earlier stage", bg="Върнали се на по-ранен етап"),
    definition=Text(
        ru="Из сделок с историей стадий доля тех, что после более позднего этапа снова оказались на более раннем. "
        "На каждом этапе сделка всё равно считается один раз.",
        en="Of the deals with a stage log, the share that stood at an earlier stage again after a later one. Such "
        "a deal still counts once per stage.",
        bg="Каква част от сделките с история на етапите след по-късен етап отново са се оказали на по-ранен. "
        "Сделката пак се брои по веднъж на етап.",
    ),
    unit=Unit.SHARE,
    better=Better.LOWER,
    needs=NEEDS,
    uses=USES,
    dated_by="created_on",
    source=BOOK,
    example=Example(given=ON_THE_WAY, answer=1 / 3),
)
def stage_returned(placed_deals: ir.Table) -> ir.Table:
    """k = came back, n = has a log."""
    logged = placed_deals.filter(placed_deals.history.isin(["recorded", "inferred"]))
    return logged.mutate(k=logged.returned.cast("int64"), n=1)


def _at_steps(deals: ir.Table, steps: ir.Table) -> ir.Table:
    return deals.inner_join(steps, deals.furthest >= steps.position)
