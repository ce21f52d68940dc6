"""How far each deal has got, out of its present stage, its stage of refusal and its history of stages."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from ..model.inferred import MARK
from ..model.stages import CREATED
from .kept import kept

RECORDED = "recorded"
INFERRED = "inferred"
PRESENT = "present"
NOTHING = "nothing"
"""What the place of a deal rests on: entries of a file, entries inferred from uploads that differ, one stage alone
(the present one or that of the refusal), or nothing, so that the first stage is assumed."""


@kept(
    {
        "furthest": "int64",
        "unknown": "boolean",
        "skipped": "boolean",
        "returned": "boolean",
        "history": "string",
    },
    rows_of="deals",
)
def placed_deals(deals: ir.Table, stages: ir.Table, stage_log: ir.Table) -> ir.Table:
    """Each deal with the position of its furthest stage, and what that rests on.

    `furthest` is the stage of the refusal of a lost deal, where one is stated; otherwise the furthest of the log,
    the present stage, and for a won deal the first won stage; 1 with `unknown` where nothing is known.
    `skipped` says that the log jumps over a stage, `returned` that the deal stood at an earlier stage after a later
    one. Both are false without a log.
    """
    steps = steps_of(stages)
    here = steps.select(_here="stage", here="position")
    died = steps.select(_died="stage", died="position")
    logged = _logged(stage_log.inner_join(steps, "stage"))
    deals = deals.left_join(here, deals.stage == here["_here"])
    deals = deals.left_join(died, deals.lost_stage == died["_died"])
    deals = deals.left_join(logged, deals.deal_id == logged["_logged"])
    lost, won = ((deals.outcome == outcome).fill_null(False) for outcome in ("lost", "won"))
    contract = steps.filter(steps.outcome == "won").agg(first=steps.position.min()).as_scalar()
    end = ibis.ifelse(won, contract, ibis.null("int64"))
    deals = deals.mutate(
        told=ibis.greatest(deals.here.fill_null(0), end.fill_null(0)),
        last=ibis.coalesce(ibis.ifelse(lost, deals.died, ibis.null("int64")), deals.here, end),
    )
    # A lost deal is kept where its file says that it died, even if its log has been further.
    furthest = ibis.ifelse(
        lost & deals.died.notnull(), deals.died, ibis.greatest(deals.told, deals.logged.fill_null(0))
    )
    gap = (deals.places < deals.logged - deals.first + 1) | (furthest > deals.logged + 1)
    return deals.mutate(
        furthest=ibis.greatest(furthest, 1),
        unknown=furthest == 0,
        skipped=gap.fill_null(False),
        returned=(deals.back | (deals["last"] < deals.logged)).fill_null(False),
        history=ibis.cases(
            (deals.inferred.fill_null(False), INFERRED),
            (deals.logged.notnull(), RECORDED),
            (furthest > 0, PRESENT),
            else_=NOTHING,
        ),
    )


def _logged(log: ir.Table) -> ir.Table:
    """Return per deal of the log its first and its furthest place, how many it stood at, and if it went back."""
    # An entry of unknown moment is the stage in which a deal was before its first change.
    in_time = [ibis.asc("entered_at", nulls_first=True), ibis.asc("position")]
    log = log.mutate(before=log.position.lag().over(group_by="deal_id", order_by=in_time))
    return log.group_by(_logged="deal_id").agg(
        logged=log.position.max(),
        first=log.position.min(),
        places=log.position.nunique(),
        back=(log.position < log.before).fill_null(False).any(),
        inferred=log["_key"].startswith(MARK).any(),
    )


def steps_of(stages: ir.Table) -> ir.Table:
    """Return the stages that are steps of the funnel, with their outcome and their position as a whole number."""
    return stages.filter(stages.outcome.isin(["open", "won"])).select(
        "stage", "outcome", position=stages.position.cast("int64")
    )


def reached(deals: ir.Table, steps: ir.Table) -> ir.Table:
    """Return a row per placed deal and step that it reached; `assumed` marks deals of which nothing is known."""
    facts = deals.rename(current="stage").inner_join(steps.drop("outcome"), deals.furthest >= steps.position)
    assumed = facts.unknown & (facts.position == 1) & (facts.stage != CREATED)
    return facts.mutate(assumed=assumed.cast("int64"))


def parted(facts: ir.Table, onward: ir.BooleanValue) -> ir.Table:
    """Add to facts of deals at a step what became of each: k went `onward`, else `lost` or `open`; n = 1."""
    lost = (facts.outcome == "lost").fill_null(False)
    return facts.mutate(
        k=onward.cast("int64"),
        n=1,
        lost=(~onward & lost).cast("int64"),
        open=(~onward & ~lost).cast("int64"),
    )
