"""What came into the pipeline, what changed in it, and what left it: every movement of money with its day.

Opening, movements and closing of any stretch of time agree to the penny, since all three are sums of the same
movements. Where uploads or a file tell how the amount of a deal changed, it came in with its first amount; where
not, today's amount is taken for every day.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.text import Text
from ..model.unit import Better, Unit
from .declaration import Example, metric
from .dimensions import available
from .kept import kept
from .kinds import Balance, Total
from .pace import ENDED
from .sources import VELOCITY

OUT = (*ENDED, "parked")
NEEDS = {"deals": ("outcome", "created_on", "amount")}
USES = {"deals": ("deal_id", "closed_on", "qualified")}
ONLY = (*(name for name in available(("deals",)) if name != "stage"), "stage")
MOVED_ON = Text(ru="Дата движения", en="Date of the movement", bg="Дата на движението")

MARCH = {
    "deals": """
        deal_id | outcome | amount | created_on | closed_on  | qualified
        1       | open    | 500    | 2026-03-02 |            | ours
        2       | open    | 200    | 2026-03-10 |            | not_ours
        3       | won     | 300    | 2026-02-01 | 2026-03-12 | ours
        4       | lost    | 100    | 2026-02-01 | 2026-03-13 |
    """,
    "amount_changes": """
        deal_id | changed_on | old_amount | new_amount
        1       | 2026-03-09 | 400        | 500
        3       | 2026-03-16 | 350        | 300
    """,
}
"""Deal 1 grew by 100. Deal 3 shrank by 50: an upload said so after the win, so it counts on the day of the win."""


@metric(
    kind=Balance(),
    name=Text(ru="Сделки в работе на сумму", en="Open pipeline", bg="Отворени сделки на стойност"),
    definition=Text(
        ru="Сумма сделок, открытых в конце периода: всё, что вошло в работу, за вычетом того, что из неё вышло. "
        "Начало периода не важно. Сделка без даты создания и закрытая без даты закрытия не входят.",
        en="The amount of deals open at the end of the period: all that came in less all that left. The start of "
        "the period plays no part. A deal without a day of creation, or closed without a day, is left out.",
        bg="Стойността на сделките, отворени в края на периода: всичко влязло минус всичко излязло. Началото на "
        "периода няма значение. Сделка без дата на създаване или приключена без дата не влиза.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs=NEEDS,
    uses=USES,
    dated_by="moved_on",
    dated_as=MOVED_ON,
    also=("fitting", "unpriced"),
    only=ONLY,
    source=VELOCITY,
    example=Example(given=MARCH, answer=700.0),
)
def open_pipeline(deals: ir.Table, moves: ir.Table) -> ir.Table:
    """total = what each movement adds, n = 1 for coming in and -1 for leaving; `fitting` = n of deals that fit,
    `unpriced` = n of deals without an amount.
    """
    facts = deals.inner_join(moves.filter(moves.counted), "_key")
    fits = (facts.qualified != "not_ours").fill_null(True).cast("int64")
    bare = facts.amount.isnull().cast("int64")
    return facts.mutate(
        total=facts.delta, n=facts.opened, fitting=facts.opened * fits, unpriced=facts.opened * bare
    )


@metric(
    kind=Total(),
    name=Text(ru="Движение сделок", en="Movements of the pipeline", bg="Движение на сделките"),
    definition=Text(
        ru="На сколько изменили сумму открытых сделок новые, выросшие, уменьшенные, выигранные, проигранные и "
        "отложенные сделки. Переносы срока и переходы вперёд сумму не меняют и показаны числом; перенос – "
        "последний у сделки, которая ещё открыта.",
        en="By how much new, grown, shrunk, won, lost and parked deals changed the amount of open deals. Slipped "
        "dates and steps forward change no amount and are shown as counts; a slip is the latest one of a deal that "
        "is still open.",
        bg="С колко новите, нарасналите, намалелите, спечелените, загубените и отложените сделки са променили "
        "стойността на отворените. Отлагането на срока и стъпките напред не я менят и са показани като брой; "
        "отлагането е последното на сделка, която още е отворена.",
    ),
    unit=Unit.MONEY,
    better=Better.HIGHER,
    needs=NEEDS,
    uses=USES,
    dated_by="moved_on",
    dated_as=MOVED_ON,
    along={"move": None},
    also=("at_stake",),
    only=ONLY,
    source=VELOCITY,
    example=Example(
        given=MARCH, answer={"grown": 100.0, "lost": -100.0, "new": 1050.0, "shrunk": -50.0, "won": -300.0}
    ),
)
def pipeline_moves(deals: ir.Table, moves: ir.Table) -> ir.Table:
    """total = what the movement adds, n = 1 for each; `at_stake` = the size of the deal where nothing is added."""
    return deals.inner_join(moves, "_key").mutate(total=ibis._.delta, n=1)


@kept(
    {
        "_key": "string",
        "move": "string",
        "moved_on": "date",
        "delta": "float64",
        "opened": "int64",
        "at_stake": "float64",
        "counted": "boolean",
    }
)
def moves(
    deals: ir.Table, amount_changes: ir.Table, slips: ir.Table, stage_log: ir.Table, stages: ir.Table
) -> ir.Table:
    """One row per movement of a deal; `counted` are those that change the amount or the number of open deals."""
    placed = _placed(deals, amount_changes)
    came = placed.select(
        "_key",
        move=ibis.literal("new"),
        moved_on=placed.created_on,
        delta=placed.worth - placed.changed,
        opened=1,
        at_stake=0.0,
        counted=True,
    )
    gone = placed.filter(placed.left_on.notnull())
    left = gone.select(
        "_key",
        move=gone.outcome,
        moved_on=gone.left_on,
        delta=-gone.worth,
        opened=-1,
        at_stake=0.0,
        counted=True,
    )
    return ibis.union(
        came, left, _resized(placed, amount_changes), _slipped(placed, slips), _advanced(placed, stage_log, stages)
    )


def _placed(deals: ir.Table, amount_changes: ir.Table) -> ir.Table:
    """Return the deals that have their days: `worth` now, by how much it `changed`, and when they `left_on`."""
    known = _known(amount_changes)
    sums = known.group_by(_deal="deal_id").agg(
        _sum=known.by.sum(), _latest=known.new_amount.argmax(known.changed_on)
    )
    out = deals.outcome.isin(OUT).fill_null(False)
    given = deals.filter(deals.created_on.notnull(), ~out | deals.closed_on.notnull())
    given = given.left_join(sums, given.deal_id == sums["_deal"])
    gone = given.outcome.isin(OUT).fill_null(False)
    return given.mutate(
        worth=ibis.coalesce(given.amount, given["_latest"], 0.0),
        changed=given["_sum"].fill_null(0.0),
        # A deal that is said to have closed before it began was never open for a day.
        left_on=ibis.ifelse(gone, ibis.greatest(given.closed_on, given.created_on), ibis.null("date")),
    )


def _resized(placed: ir.Table, amount_changes: ir.Table) -> ir.Table:
    """Return the changes of amounts, dated while the deal was open: an upload may tell of one after the end."""
    known = _known(amount_changes).select(_of="deal_id", by="by", _on="changed_on")
    changes = placed.inner_join(known, placed.deal_id == known["_of"])
    changes = changes.filter(changes.by != 0)
    while_open = ibis.least(changes["_on"], changes.left_on.coalesce(changes["_on"]))
    return changes.select(
        "_key",
        move=ibis.ifelse(changes.by > 0, "grown", "shrunk"),
        moved_on=ibis.greatest(while_open, changes.created_on),
        delta=changes.by,
        opened=0,
        at_stake=0.0,
        counted=True,
    )


def _slipped(placed: ir.Table, slips: ir.Table) -> ir.Table:
    """Return the latest slip of each deal that is still open: its expected day moved to a later one."""
    later = slips.filter(slips.new_expected_on > slips.old_expected_on, slips.changed_on.notnull())
    latest = later.group_by(_of="deal_id").agg(_on=later.changed_on.max())
    still = placed.filter(placed.left_on.isnull())
    slipped = still.inner_join(latest, still.deal_id == latest["_of"])
    return slipped.select(
        "_key",
        move=ibis.literal("slipped"),
        moved_on=ibis.greatest(slipped["_on"], slipped.created_on),
        delta=0.0,
        opened=0,
        at_stake=slipped.worth,
        counted=False,
    )


def _advanced(placed: ir.Table, stage_log: ir.Table, stages: ir.Table) -> ir.Table:
    """Return the entries of deals into an open stage further on than any they had been in."""
    steps = stages.filter(stages.outcome == "open").select(_name="stage", _place="position")
    log = stage_log.filter(stage_log.entered_at.notnull()).select(_of="deal_id", _entered="stage", _at="entered_at")
    log = log.inner_join(steps, log["_entered"] == steps["_name"])
    earlier = ibis.window(group_by="_of", order_by=[log["_at"], log["_place"]], preceding=(None, 1))
    log = log.mutate(_furthest=log["_place"].max().over(earlier))
    log = log.filter(log["_place"] > log["_furthest"])
    forward = placed.inner_join(log, placed.deal_id == log["_of"])
    return forward.select(
        "_key",
        move=ibis.literal("advanced"),
        moved_on=forward["_at"].cast("date"),
        delta=0.0,
        opened=0,
        at_stake=forward.worth,
        counted=False,
    )


def _known(amount_changes: ir.Table) -> ir.Table:
    known = amount_changes.filter(
        amount_changes.deal_id.notnull(),
        amount_changes.changed_on.notnull(),
        amount_changes.old_amount.notnull(),
        amount_changes.new_amount.notnull(),
    )
    return known.mutate(by=known.new_amount - known.old_amount)
