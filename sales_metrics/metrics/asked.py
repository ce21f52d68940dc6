"""Completed orders with what the client answered, and with the signs that he may have had reason to complain."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from .kept import kept
from .orders import sold
from .pace import rule_in

ANSWERS = ("order_id", "surveyed_on", "rating")
LATE, IN_TIME = "late", "in_time"
RETURNED, NOT_RETURNED = "returned", "not_returned"
LOW_BEFORE, GOOD_BEFORE = "low_before", "good_before"


def completed(orders: ir.Table) -> ir.Table:
    """Return the orders that are done; without a completion date the day of the order is taken."""
    done = sold(orders)
    done = done.filter(done.completed_on.notnull() | (done.status == "completed").fill_null(False))
    return done.mutate(whole_on=done.completed_on, completed_on=done.completed_on.coalesce(done.ordered_on))


@kept(
    {
        "asked": "int64",
        "score": "float64",
        "likely": "float64",
        "pace": "string",
        "return_after": "string",
        "score_before": "string",
    },
    rows_of="orders",
)
def asked_orders(orders: ir.Table, surveys: ir.Table, rules: ir.Table) -> ir.Table:
    """Each completed order: `asked`, its rating and readiness to recommend, and the signs of trouble.

    Several questionnaires of one order are one: the lowest answer counts. `pace` is null without both dates,
    `return_after` without a client, `score_before` until the client has rated an earlier order.
    """
    given = surveys.filter(surveys.order_id.notnull())
    answers = given.group_by(_order=given.order_id).agg(
        score=given.rating.min().cast("float64"),
        likely=given.recommend.min().cast("float64"),
        _answered_on=given.surveyed_on.max(),
    )
    done = completed(orders)
    done = done.left_join(answers, done.order_id == answers["_order"])
    days = done.whole_on.epoch_days() - done.ordered_on.epoch_days()
    late = ibis.ifelse(days > rule_in(rules, "late_after_days"), LATE, IN_TIME)
    done = done.mutate(
        asked=done["_order"].notnull().cast("int64"),
        pace=ibis.ifelse(days.notnull(), late, ibis.null("string")),
    )
    before = _history(done, orders, rules)
    return done.left_join(before, done["_key"] == before["_of"])


def _history(done: ir.Table, orders: ir.Table, rules: ir.Table) -> ir.Table:
    """Return for each order the last rating before it, and whether the client returned something after it.

    One pass in the order of days: a rating is written as day and rating in one number, so that the latest, and of
    one day the lowest, is a running maximum.
    """
    within = rule_in(rules, "return_within_days").cast("int64")
    named = done.filter(done.client.notnull(), done.completed_on.notnull())
    none = ibis.null("int64")
    day = named.completed_on.epoch_days().cast("int64")
    scored = named.filter(named.score.notnull(), named["_answered_on"].notnull())
    answered = scored["_answered_on"].epoch_days().cast("int64")
    back = orders.filter(orders.is_return.fill_null(False), orders.client.notnull(), orders.ordered_on.notnull())
    came = back.ordered_on.epoch_days().cast("int64")
    low = rule_in(rules, "low_rating_at_most")
    nobody = ibis.null("string")

    def event(table: ir.Table, at: ir.Value, turn: int, **has: ir.Value) -> ir.Table:
        order = {"_of": nobody, "_after": nobody, "_day": none, "_rated": none, "_came": none} | has
        return table.select(_client=table.client, _at=at, _turn=ibis.literal(turn, "int8"), **order)

    # On one day the order comes before the rating, and a return before the end of the days that it counts for.
    events = ibis.union(
        event(named, day, 0, _of=named["_key"]),
        event(scored, answered, 1, _rated=answered * 10 + (5 - scored.score.round().cast("int64"))),
        event(back, came, 1, _came=came),
        event(named, day + within, 2, _after=named["_key"], _day=day),
    )
    until = ibis.cumulative_window(group_by="_client", order_by=["_at", "_turn"])
    seen = events.mutate(_last=events["_rated"].max().over(until), _latest=events["_came"].max().over(until))
    rated = seen.filter(seen["_of"].notnull())
    rated = rated.select(
        "_of",
        score_before=ibis.cases(
            (rated["_last"].isnull(), nobody), (5 - rated["_last"] % 10 <= low, LOW_BEFORE), else_=GOOD_BEFORE
        ),
    )
    after = seen.filter(seen["_after"].notnull())
    after = after.select(
        _same=after["_after"],
        return_after=ibis.ifelse((after["_latest"] >= after["_day"]).fill_null(False), RETURNED, NOT_RETURNED),
    )
    return rated.left_join(after, rated["_of"] == after["_same"])
